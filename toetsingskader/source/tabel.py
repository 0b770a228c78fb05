"""CSV → header and rows of cells, each with its place. Every cell stays text, as it was typed.

What Excel saves in Dutch: semicolons, quotation marks around a cell that holds a semicolon, a
quotation mark or a line end, UTF-8 or Windows-1252, sometimes a first line `sep=;`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from toetsingskader.source import tabel_wording as wording
from toetsingskader.source.decoding import (
    MAX_BYTES,
    decode,
    find_invisible,
    from_windows,
    has_invisible,
    visible,
)
from toetsingskader.source.events import MAX_FIELDS
from toetsingskader.source.loader import MAX_FAULTS
from toetsingskader.source.model import Fault, Location
from toetsingskader.source.wording import more

_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a file of Excel begins: a zip archive, or the older kind."""
_SEP_LINE = re.compile(r'\s*"?sep=.?"?[;,\t ]*(?:\n|\Z)', re.IGNORECASE)
_LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True)
class Cel:
    """One cell: its text without the quotation marks and white space around it."""

    tekst: str
    plaats: Location


@dataclass(frozen=True)
class Tabel:
    """A table as read; without `kop` nothing of it can be used."""

    kop: tuple[Cel, ...] = ()
    rijen: tuple[tuple[Cel, ...], ...] = ()
    """The rows that are not empty; each has as many cells as stood in it."""
    faults: tuple[Fault, ...] = ()
    kapot: frozenset[int] = frozenset()
    """Positions in `rijen` of rows that were not divided into cells with certainty."""


class _TooManyCellsError(Exception):
    """The table is too long to read on."""


def parse_tabel(raw: bytes, bestand: str) -> Tabel:
    """Read a table; `bestand` is what the place of every cell and fault calls its file."""
    tabel = _parse(raw, bestand)
    return replace(tabel, faults=_in(bestand, tabel.faults))


def _in(bestand: str, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    found = [replace(f, location=replace(f.location, bestand=bestand)) for f in faults]
    found.sort(key=lambda f: (f.location, f.code))
    if len(found) > MAX_FAULTS:
        found[MAX_FAULTS:] = [more(found[MAX_FAULTS].location)]
    return tuple(found)


def _parse(raw: bytes, bestand: str) -> Tabel:
    if len(raw) > MAX_BYTES:
        return Tabel(faults=(wording.too_large(MAX_BYTES // 1_000_000),))
    text, faults = decode(raw)
    if raw.startswith(_WORKBOOK) or "\0" in text:
        return Tabel(faults=(wording.no_text(),))
    if faults and from_windows(raw) == text and not has_invisible(text):
        faults = [wording.windows(faults[0].location)]
    faults += islice(find_invisible(text), MAX_FAULTS + 1)
    reader = _Reader(text, bestand)
    try:
        rijen = reader.read()
    except _TooManyCellsError:
        return Tabel(faults=(*faults, *reader.faults))
    if not rijen:
        return Tabel(faults=(*faults, wording.no_header()))
    if len(rijen) == 1:
        faults.append(wording.no_rows(rijen[0][0].plaats))
    kapot = frozenset(i - 1 for i in reader.kapot)
    return Tabel(rijen[0], tuple(rijen[1:]), (*faults, *reader.faults), kapot)


class _Reader:
    """Divides a text into rows and cells."""

    def __init__(self, text: str, bestand: str) -> None:
        self.faults: list[Fault] = []
        self.kapot: list[int] = []
        self._text, self._origins = visible(text)
        self._bestand = bestand
        self._starts = [0, *(m.end() for m in re.finditer("\n", self._text))]

    def read(self) -> list[tuple[Cel, ...]]:
        """All rows that are not empty, the header first."""
        sep_line = _SEP_LINE.match(self._text)
        start = sep_line.end() if sep_line else 0
        rijen: list[tuple[Cel, ...]] = []
        rij: list[Cel] = []
        room = MAX_FIELDS
        for match in _cells(self._text, start, self._separator(start)):
            rij.append(self._cell(match, len(rijen)))
            if len(rij) > room:
                self.faults.append(wording.too_many_cells(rij[-1].plaats, MAX_FIELDS))
                raise _TooManyCellsError
            if self._text[match.end() : match.end() + 1] in ("\n", ""):
                room -= len(rij)
                if any(cel.tekst for cel in rij):
                    rijen.append(tuple(rij))
                rij = []
        return rijen

    def _separator(self, start: int) -> str:
        """What divides the cells; another sign than the semicolon is a fault.

        The first two lines tell: above a table somebody may have put a title with a comma.
        """
        lines = list(islice(_LINE.finditer(self._text, start), 2))
        if any(";" in line[0] for line in lines):
            return ";"
        for sign in ("\t", ","):
            if lines and all(sign in line[0] for line in lines):
                at = self._place(lines[0].start() + lines[0][0].index(sign))
                self.faults.append(wording.separator(at, sign))
                return sign
        return ";"

    def _cell(self, match: re.Match[str], rij: int) -> Cel:
        quoted, plain = match["quoted"], match["plain"]
        begin = match.start() + len(match[0]) - len(match[0].lstrip())
        place = self._place(begin)
        if quoted is not None:
            return Cel(quoted.replace('""', '"').strip(), place)
        text = plain.strip()
        if text.startswith('"'):
            self.faults.append(wording.quotation_mark(place, text))
            self.kapot.append(rij)
        return Cel(text.removeprefix('"'), place)

    def _place(self, at: int) -> Location:
        line = bisect_right(self._starts, at) - 1
        column = at - self._starts[line]
        origins = self._origins.get(line)
        if origins:
            column = origins[min(column, len(origins) - 1)]
        return Location(line + 1, column + 1, self._bestand)


def _cells(text: str, start: int, sign: str) -> Iterator[re.Match[str]]:
    """Every cell of every row that is not blank.

    A quotation mark that is not closed holds no longer than its cell. The groups are atomic: no
    text makes this slow.
    """
    blank = re.compile(rf"(?:[{sign} \t]*+\n)*+")
    cell = re.compile(f' *"(?P<quoted>(?:[^"]|"")*+)" *(?={sign}|\n|\\Z)|(?P<plain>[^{sign}\n]*)')
    at_line_start = True
    while True:
        if at_line_start and (lines := blank.match(text, start)):
            start = lines.end()
        match = cell.match(text, start)
        assert match, "an empty cell fits everywhere"
        yield match
        start = match.end() + 1
        if start > len(text):
            return
        at_line_start = text[start - 1] == "\n"
