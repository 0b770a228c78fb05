"""Data → YAML as a person would type it: plain where that is read back the same, else quoted."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from toetsingskader.source.editing import quoted
from toetsingskader.source.loader import parse_yaml
from toetsingskader.source.model import Data

_WIDTH = 96
"""How long a line may be before what it holds gets lines of its own."""


def yaml_lines(data: Mapping[str, Data], margin: str = "") -> list[str]:
    """The lines of these fields: rows one below the other, what is small between brackets.

    Every text must be on one line.
    """
    lines: list[str] = []
    for naam, waarde in data.items():
        lines += _field(f"{margin}{naam}:", waarde, margin)
    return lines


def yaml_value(data: Data) -> str:
    """A value on one line: a text, or a list or block between brackets."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{k}: {yaml_value(v)}".rstrip() for k, v in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(yaml_value(item) for item in data) + "]"
    return "" if data is None else data if _plain_in_list(data) else quoted(data)


def _field(kop: str, waarde: Data, margin: str) -> list[str]:
    if waarde is None:
        return [kop]
    if isinstance(waarde, str):
        return [f"{kop} {_text(waarde)}"]
    rows = isinstance(waarde, list) and any(isinstance(item, dict) for item in waarde)
    short = f"{kop} {yaml_value(waarde)}"
    if len(short) <= _WIDTH and (margin or not rows):
        return [short]
    if isinstance(waarde, dict):
        return [kop, *yaml_lines(waarde, f"{margin}  ")]
    return [kop, *_items(waarde, f"{margin}  ")]


def _items(rows: Sequence[Data], margin: str) -> list[str]:
    lines: list[str] = []
    for row in rows:
        if isinstance(row, dict) and row:
            first, *rest = yaml_lines(row, f"{margin}  ")
            lines += [f"{margin}- {first.lstrip()}", *rest]
        else:
            lines.append(f"{margin}- {_text(row) if isinstance(row, str) else yaml_value(row)}")
    return lines


def _text(text: str) -> str:
    return text if _plain(text) else quoted(text)


@lru_cache(maxsize=4096)
def _plain(text: str) -> bool:
    """Whether it is read back as it is behind a key."""
    read = parse_yaml(f"a: {text}\n".encode())
    return read.data == {"a": text} and not read.faults


@lru_cache(maxsize=4096)
def _plain_in_list(text: str) -> bool:
    """Whether it is read back as it is between brackets, where a comma ends a value."""
    read = parse_yaml(f"a: [{{b: {text}, c: d}}, e]\n".encode())
    return read.data == {"a": [{"b": text, "c": "d"}, "e"]} and not read.faults
