"""How new values are written in YAML: short where that reads well, else each on its own line."""

import json
import re

from toetsingskader.source import Data, quoted

WIDTH = 110
"""What a value between brackets, or a line of a long text, is kept under."""
_PLAIN = re.compile(r"[^\W\d_][^:#{}\[\],&*!|>%@`'\"“”‘’„\\]*|\d[\w. /-]*")
_WORDS_OF_YAML = frozenset({"null", "Null", "NULL"})


def scalar(text: str, *, quote: bool = False) -> str:
    """A text on one line, between quotation marks only where it needs them or had them."""
    if "\n" in text:
        return json.dumps(text, ensure_ascii=False)
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text not in _WORDS_OF_YAML
    return text if plain and not quote else quoted(text)


def short(value: Data) -> str:
    """A value on one line."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{k}: {short(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(short(v) for v in value)}]"
    return scalar(value)


def field(key: str, value: Data, indent: int) -> list[str]:
    """The lines of a key with its value."""
    first, *rest = after_key(value, indent)
    return [f"{' ' * indent}{key}:{first}", *rest]


def row(value: Data, indent: int) -> list[str]:
    """The lines of an item of a list, its dash at column `indent`."""
    if isinstance(value, dict) and value:
        lines = [line for k, v in value.items() for line in field(k, v, indent + 2)]
        return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]
    first, *rest = after_key(value, indent)
    return [f"{' ' * indent}-{first}", *rest]


def after_key(value: Data, indent: int) -> list[str]:
    """What stands after a key or a dash at column `indent`: the rest of its line, and more lines.

    The first line begins with a space when it holds anything.
    """
    if value is None:
        return [""]
    if isinstance(value, str):
        return _text(value, indent)
    one_line = f" {short(value)}"
    if not value or (_is_simple(value) and indent + len(one_line) < WIDTH):
        return [one_line]
    if isinstance(value, dict):
        return ["", *(line for k, v in value.items() for line in field(k, v, indent + 2))]
    return ["", *(line for item in value for line in row(item, indent + 2))]


def _is_simple(value: Data) -> bool:
    """Whether it reads well between brackets: values on one line, and few of them."""
    if isinstance(value, list):
        return all(item is None or isinstance(item, str) for item in value) and "\n" not in str(
            value
        )
    if isinstance(value, dict):
        parts = value.values()
        return "waarde" in value and all(isinstance(p, str) and "\n" not in p for p in parts)
    return False


def _text(text: str, indent: int) -> list[str]:
    """A text of several lines is written under its key."""
    lines = text.split("\n")
    block = len(lines) > 1 and all(line == line.strip() for line in lines) and lines[0]
    if not block or not lines[-1]:
        return [f" {scalar(text)}"]
    return [" |-", *(f"{' ' * (indent + 2)}{line}" if line else "" for line in lines)]
