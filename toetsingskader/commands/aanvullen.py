"""Adding a row to a list in a file of a record: every other byte of the file stays."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.errors import InputError
from toetsingskader.output import write_all
from toetsingskader.record import BESTANDEN
from toetsingskader.record.schijf import leads_outside, read_file
from toetsingskader.source import Data, Lines, Source, parse_yaml

_ITEM = re.compile(r"( *)-( +)")
Scalar = Callable[[str, Data], str]
"""How the value of a field is written, between quotation marks or not."""


@dataclass(frozen=True)
class Toegevoegd:
    """What was added, and to which file."""

    bestand: Path
    regels: tuple[str, ...]


def read_list(folder: Path, sleutel: str) -> tuple[bytes, Source]:
    """A file of a record, empty when it is not there; raises InputError for one not to be read."""
    path = folder / BESTANDEN[sleutel]
    if leads_outside(path, folder):
        raise InputError(f"'{path}' is een koppeling en wordt niet gelezen.")
    raw = read_file(path) if path.exists() else b""
    return raw, parse_yaml(raw)


def add_row(
    folder: Path, sleutel: str, kop: str, new: dict[str, Data], scalar: Scalar, vooraf: str = ""
) -> Toegevoegd:
    """Add a row after the last one of the list `kop`, which may also be all of the file.

    `vooraf` is a remark above the list when the file is made. Raises InputError when the file
    cannot be changed safely; then nothing was written.
    """
    raw, source = read_list(folder, sleutel)
    path = folder / BESTANDEN[sleutel]
    # An empty file has no line ends yet.
    lines = Lines(raw or f"# {vooraf}\n".encode() if vooraf else raw)
    regels = insert_row(lines, source, kop, new, scalar)
    content = lines.encode()
    after = parse_yaml(content)
    if after.broken or rows_of(after.data, kop) != [*(rows_of(source.data, kop) or ()), new]:
        raise InputError(
            f"'{path}' kan niet veilig worden aangevuld; er is niets geschreven. Herstel eerst wat "
            "er volgens 'toetsingskader toets' ongeldig is, of zet zelf in het bestand:\n"
            + "\n".join(regels)
        )
    write_all({path: content})
    return Toegevoegd(path, regels)


def rows_of(data: Data, kop: str) -> list[Data] | None:
    """The rows, below a key or bare."""
    rows = data.get(kop) if isinstance(data, dict) else data
    return rows if isinstance(rows, list) else None


def insert_row(
    lines: Lines,
    source: Source,
    kop: str,
    new: dict[str, Data],
    scalar: Scalar,
    end: int | None = None,
) -> tuple[str, ...]:
    """Put the row after the last one, in the same layout; gives its lines.

    `end` is the line after which a list may begin that is not there yet; else the last one.
    """
    head: list[str] = []
    indent, gap = "  ", " "
    after = len(lines.lines) - (not lines.lines[-1]) if end is None else end
    rows = rows_of(source.data, kop)
    there = isinstance(source.data, dict) and kop in source.data
    pad = (kop,) if isinstance(source.data, dict) else ()
    if rows:
        place = source.values[*pad, len(rows) - 1]
        item = _ITEM.match(lines.lines[place.regel - 1])
        if item:
            indent, gap = item[1], item[2]
        after = _end_of_item(lines.lines, place.regel, len(indent))
    elif there:
        after = source.places[pad].regel
        if rows == []:
            lines.replace(source.values[pad], "[]", "")
    elif source.data in (None, "") or isinstance(source.data, dict):
        head = [f"{kop}:"]
    regels = tuple(_lines(new, f"{indent}-{gap}", scalar))
    lines.insert(after, [*head, *([""] if rows else []), *regels])
    return regels


def _end_of_item(lines: list[str], start: int, indent: int) -> int:
    """The last line of the list item that begins on line `start`; comments after it are not."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip():
            continue
        if len(line) - len(line.lstrip(" ")) <= indent:
            break
        if not line.lstrip().startswith("#"):
            end = number
    return end


def _lines(new: dict[str, Data], dash: str, scalar: Scalar) -> list[str]:
    lines = []
    for naam, waarde in new.items():
        if isinstance(waarde, dict):
            inner = ", ".join(f"{k}: {scalar(k, v)}" for k, v in waarde.items())
            lines.append(f"{naam}: {{{inner}}}")
        else:
            lines.append(f"{naam}: {scalar(naam, waarde)}")
    return [dash + lines[0], *(" " * len(dash) + line for line in lines[1:])]
