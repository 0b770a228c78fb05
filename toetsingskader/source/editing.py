"""Changes to the text of a file at known places; every other byte stays as it was."""

import codecs
import re
from collections.abc import Sequence

from toetsingskader.source.model import Location

_LINE_END = re.compile(r"(\r\n|\r|\n)")


class Lines:
    """The lines of a file in UTF-8, each with its own line end. Lines count from 1."""

    def __init__(self, raw: bytes) -> None:
        self._bom = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
        parts = _LINE_END.split(raw[len(self._bom) :].decode("utf-8"))
        self.lines = parts[0::2]
        self._ends = [*parts[1::2], ""]

    def replace(self, place: Location, old: str, new: str) -> None:
        """Put `new` where `old` stands, between quotation marks or not.

        Raises ValueError when something else stands there.
        """
        line = self.lines[place.regel - 1]
        start = place.kolom - 1
        if line[start : start + 1] in ("'", '"'):
            start += 1
        if not line.startswith(old, start):
            raise ValueError(f"{line!r} has no {old!r} at {start}")
        self.lines[place.regel - 1] = line[:start] + new + line[start + len(old) :]

    def insert(self, after: int, new: Sequence[str]) -> None:
        """Put lines after line `after`; 0 is the top of the file."""
        end = self._ends[0] or "\n"
        if after and not self._ends[after - 1]:
            self._ends[after - 1] = end
        self.lines[after:after] = new
        self._ends[after:after] = [end] * len(new)

    def put(self, first: int, last: int, new: Sequence[str]) -> None:
        """Put lines in the place of lines `first` up to and including `last`."""
        del self.lines[first - 1 : last]
        del self._ends[first - 1 : last]
        self.insert(first - 1, new)

    def splice(self, start: tuple[int, int], end: tuple[int, int], text: str) -> None:
        """Put `text` in the place of what stands between two places, as (line, column) from 0.

        What stays of the last line keeps its line end; new lines end as the first line does.
        """
        (first, left), (last, right) = start, end
        if last >= len(self.lines):
            last, right = len(self.lines) - 1, len(self.lines[-1])
        new = (self.lines[first][:left] + text + self.lines[last][right:]).split("\n")
        own = self._ends[0] or "\n"
        self._ends[first : last + 1] = [own] * (len(new) - 1) + [self._ends[last]]
        self.lines[first : last + 1] = new

    def replace_from(self, first: int, text: str) -> None:
        """Put other text in the place of line `first` and all that follow it."""
        self.splice((first - 1, 0), (len(self.lines), 0), text)

    def encode(self) -> bytes:
        """The file."""
        pairs = zip(self.lines, self._ends, strict=True)
        return self._bom + "".join(line + end for line, end in pairs).encode("utf-8")


def quoted(text: str) -> str:
    """A text on one line as YAML reads it back unchanged."""
    return "'" + text.replace("'", "''") + "'"
