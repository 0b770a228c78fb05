"""Goes through a text that does not parse, line by line; names each slip and repairs it.

Follows how blocks and lists lie in each other just well enough to know what a line should be.
What it leaves alone, the parser judges.
"""

from toetsingskader.source import lines as shape
from toetsingskader.source import structure_wording as wording
from toetsingskader.source.draft import Draft
from toetsingskader.source.levels import Levels
from toetsingskader.source.model import Fault
from toetsingskader.source.values import ValueLint
from toetsingskader.source.wording import no_key

_MAX_LEVELS = 60


class Lint:
    """One pass over a draft; repairs it in place."""

    def __init__(self, draft: Draft, max_faults: int) -> None:
        self.faults: list[Fault] = []
        self._draft = draft
        self._values = ValueLint(draft, self.faults)
        self._levels = Levels(draft, self.faults)
        self._expects = True
        """Whether the next line may begin a deeper block, because no value has been given yet."""
        self._tabbed = -1
        """The last line that began with a tab: its column says nothing."""
        at = 0
        while at < len(draft.lines) and len(self.faults) < max_faults:
            if len(self._levels) > _MAX_LEVELS or self._values.budget < 0:
                break
            at = self._empty(at) if shape.is_empty(draft.lines[at]) else self._line(at)

    def _empty(self, at: int) -> int:
        """A line that holds nothing may hold no tab either."""
        width = shape.indent(self._draft.lines[at])
        self._draft.replace(at, 0, width, " " * width)
        return at + 1

    def _line(self, at: int) -> int:
        """Handle the line and what belongs to its value; gives the next line."""
        self._whiten(at)
        self._marker(at)
        self._junk(at)
        start = shape.indent(self._draft.lines[at])
        if self._has_no_key(at, start):
            return at + 1
        if not self._is_entry(at, start) and not self._missing_space(at, start):
            if not self._may_be_value(at, start):
                return self._stray(at, start)
            after, self._expects = self._values.check(at, start, "", self._levels.parent)
            return after
        start = column = self._levels.settle(at, may_open=self._expects, silent=at == self._tabbed)
        line = self._draft.lines[at]
        while match := shape.DASH.match(line, column):
            self._levels.enter(at, column, is_list=True)
            self._hard_space(at, column + 1)
            column = match.end()
        if shape.COMPLEX.match(line, column):
            # `? key`: no person writes this; leave the rest to the parser.
            return len(self._draft.lines)
        return self._entry(at, start, column)

    def _has_no_key(self, at: int, start: int) -> bool:
        """A colon without a key before it; such a line is left out."""
        line = self._draft.lines[at]
        if line[start] != ":" or not shape.COMPLEX.match(line, start):
            return False
        self.faults.append(no_key(self._draft.location(at, start)))
        self._draft.replace(at, 0, len(line), "")
        return True

    def _is_entry(self, at: int, start: int) -> bool:
        line = self._draft.lines[at]
        marked = shape.DASH.match(line, start) or shape.COMPLEX.match(line, start)
        return bool(marked) or shape.key_end(line, start) is not None

    def _may_be_value(self, at: int, start: int) -> bool:
        """Whether a value may stand here on a line of its own."""
        if not self._levels:
            return self._draft.lines[at][start] in "[{"
        return self._expects and start > self._levels.parent

    def _entry(self, at: int, start: int, column: int) -> int:
        """What follows the dashes: a key with its value, or a value."""
        if column > start and self._next_is_field(at, column):
            self._missing_space(at, column)
        line = self._draft.lines[at]
        end = shape.key_end(line, column)
        key = ""
        if end is not None:
            self._levels.enter(at, column, is_list=False)
            key = line[column:end].strip().strip("'\"")
            column = end + 1
            self._hard_space(at, column)
        after, self._expects = self._values.check(at, column, key, self._levels.parent)
        return after

    def _whiten(self, at: int) -> None:
        """Make spaces of tabs and hard spaces at the begin of a line."""
        line = self._draft.lines[at]
        width = shape.indent(line)
        if line[:width] == " " * width:
            return
        place = self._draft.location(at, next(i for i in range(width) if line[i] != " "))
        column = width
        if "\t" in line[:width]:
            self.faults.append(wording.tab(place))
            self._tabbed = at
            column = self._levels.guess(at, may_open=self._expects)
        else:
            self.faults.append(wording.hard_space(place))
        self._draft.replace(at, 0, width, " " * column)

    def _hard_space(self, at: int, column: int) -> None:
        """After a colon or dash only a plain space counts."""
        line = self._draft.lines[at]
        char = line[column : column + 1]
        place = self._draft.location(at, column)
        if char == "\t" and line[column - 1] == "-":
            self.faults.append(wording.tab(place))
        elif char.isspace() and char not in " \t":
            self.faults.append(wording.hard_space(place))
        if char.isspace():
            self._draft.replace(at, column, column + 1, " ")

    def _marker(self, at: int) -> None:
        """Make a dash and a space of any other begin of a list item."""
        line = self._draft.lines[at]
        start = shape.indent(line)
        place = self._draft.location(at, start)
        if match := shape.BULLET.match(line, start):
            self.faults.append(wording.bullet(place, line[start], line[match.end() :]))
            self._draft.replace(at, start, match.end(), "- ")
        elif shape.GLUED_DASH.match(line, start):
            self.faults.append(wording.missing_dash_space(place, line[start + 1 :]))
            self._draft.replace(at, start, start + 1, "- ")

    def _junk(self, at: int) -> None:
        """Take out a sign that stands before a key or dash by accident."""
        line = self._draft.lines[at]
        start = shape.indent(line)
        match = shape.JUNK.match(line, start)
        if not match:
            return
        rest = line[:start] + line[match.end() :]
        column = shape.indent(rest)
        if not shape.DASH.match(rest, column) and shape.key_end(rest, column) is None:
            return
        place = self._draft.location(at, start)
        self.faults.append(wording.junk(place, match[0], rest))
        known = self._levels.columns
        extra = int(column > start and column not in known and column - 1 in known)
        self._draft.replace(at, start, match.end() + extra, "")

    def _missing_space(self, at: int, column: int) -> bool:
        line = self._draft.lines[at]
        match = shape.GLUED_KEY.match(line, column)
        if not match or shape.key_end(line, column) is not None:
            return False
        place = self._draft.location(at, match.end() - 1)
        self.faults.append(wording.missing_space(place, match[1], line[match.end() :]))
        self._draft.replace(at, match.end(), match.end(), " ")
        return True

    def _next_is_field(self, at: int, column: int) -> bool:
        lines = self._draft.lines
        after = next((i for i in range(at + 1, len(lines)) if lines[i].strip()), None)
        if after is None or shape.indent(lines[after]) != column:
            return False
        glued = shape.GLUED_KEY.match(lines[after], column)
        return bool(glued) or shape.key_end(lines[after], column) is not None

    def _stray(self, at: int, start: int) -> int:
        """A line that belongs to nothing: name it and leave it out."""
        line = self._draft.lines[at]
        self.faults.append(wording.stray_line(self._draft.location(at, start), line))
        self._draft.replace(at, 0, len(line), "")
        return at + 1
