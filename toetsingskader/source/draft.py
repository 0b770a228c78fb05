"""The text being read: lines that may be repaired, while every column keeps its first place."""

from collections.abc import Mapping

from toetsingskader.source.model import Location


class Draft:
    """Lines of a file; `offset` is the number of lines before them.

    `origins` gives, for lines that were changed before, the first column of each character.
    """

    def __init__(self, lines: list[str], offset: int, origins: Mapping[int, list[int]]) -> None:
        self.lines = lines
        self._offset = offset
        self._origins = {number - offset: columns for number, columns in origins.items()}

    def text(self) -> str:
        """The lines as they are now."""
        return "\n".join(self.lines)

    def replace(self, line: int, start: int, end: int, new: str) -> None:
        """Put `new` in the place of columns `start` to `end` of a line (all from 0)."""
        old = self.lines[line]
        origins = self._origins.setdefault(line, list(range(len(old) + 1)))
        same = len(new) == end - start
        self.lines[line] = old[:start] + new + old[end:]
        if not same:
            origins[start:end] = [origins[start]] * len(new)

    def location(self, line: int, column: int) -> Location:
        """The place in the file of a place in the present text."""
        origins = self._origins.get(line)
        if origins is not None and origins:
            column = origins[min(column, len(origins) - 1)]
        return Location(line + 1 + self._offset, column + 1)
