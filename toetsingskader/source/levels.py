"""The blocks and lists that are open while lines are read, and lines that fit in none of them."""

from dataclasses import dataclass, field

from toetsingskader.source import lines as shape
from toetsingskader.source import structure_wording as wording
from toetsingskader.source.draft import Draft
from toetsingskader.source.model import Fault

_MAX_SHIFT = 500


@dataclass(frozen=True)
class Level:
    """A block or list: the column in which its keys or dashes stand."""

    column: int
    is_list: bool
    line: int = field(default=0, compare=False)
    """Where it begins."""


class Levels:
    """What is open, outermost first; moves a line in the draft to where it must have been meant."""

    def __init__(self, draft: Draft, faults: list[Fault]) -> None:
        self._draft = draft
        self._faults = faults
        self._open: list[Level] = []

    def __len__(self) -> int:
        return len(self._open)

    @property
    def parent(self) -> int:
        """The column of the innermost one; -1 when there is none."""
        return self._open[-1].column if self._open else -1

    @property
    def columns(self) -> frozenset[int]:
        """The columns of all."""
        return frozenset(level.column for level in self._open)

    def enter(self, at: int, column: int, *, is_list: bool) -> None:
        """Line `at` has a key or dash in this column."""
        level = Level(column, is_list, at)
        if not self._open or self._open[-1] != level:
            self._open.append(level)

    def settle(self, at: int, *, may_open: bool, silent: bool) -> int:
        """Close what ends at line `at`; gives its column, after a shift when it fitted nowhere.

        `may_open` says that a deeper block may begin here. A `silent` line was reported already.
        """
        line = self._draft.lines[at]
        column = shape.indent(line)
        is_list = bool(shape.DASH.match(line, column))
        closed: list[Level] = []
        while self._open and self._open[-1].column > column:
            closed.insert(0, self._open.pop())
        top = self._open[-1] if self._open else None
        if top == Level(column, is_list) or (
            may_open and not closed and self._may(top, is_list, column)
        ):
            return column
        if top and top.column == column and top.is_list and not is_list:
            below = self._open[-2] if len(self._open) > 1 else None
            if below and below.column == column:
                self._open.pop()
                return column
        if first := self._misplaced_first(at, column, closed, is_list=is_list):
            return self._realign(first, column, closed)
        first = self._row_without_dash(column, closed) if is_list else None
        if first:
            return self._give_dash(at, column, first)
        target = self._target(at, column, closed, is_list=is_list)
        return self._shift(at, column, target, closed, silent=silent) if target else column

    @staticmethod
    def _may(top: Level | None, is_list: bool, column: int) -> bool:
        """Whether a deeper block may begin here; a list may stand right under its key."""
        return top is None or top.column < column or (is_list and not top.is_list)

    def _misplaced_first(
        self, at: int, column: int, closed: list[Level], *, is_list: bool
    ) -> Level | None:
        """The block or list that began one line ago, when the lines after it agree on a column."""
        levels, lines = [*self._open, *closed], self._draft.lines
        before = next((i for i in range(at - 1, -1, -1) if not shape.is_empty(lines[i])), -1)
        began = next((x for x in levels if x.line == before and x.is_list == is_list), None)
        if began is None:
            return None
        lead = next(x for x in levels if x.line == before)
        start = lead.column + column - began.column
        around = levels[levels.index(lead) - 1] if lead is not levels[0] else Level(-1, False)
        fits = around.column < start + (lead.is_list and not around.is_list)
        after = next((line for line in lines[at + 1 : at + _MAX_SHIFT] if line.strip()), "")
        alike = shape.indent(after) == column and bool(shape.DASH.match(after, column)) == is_list
        # With two spaces a step, an odd column is the wrong one of the two.
        even = column % 2 == 0 or began.column % 2 == 1
        sure = column == 0 and lead is levels[0]
        return began if start >= 0 and (sure or (fits and alike and even)) else None

    def _realign(self, first: Level, column: int, closed: list[Level]) -> int:
        """Move the first line of a block to the column of the lines after it."""
        line, difference = self._draft.lines[first.line], column - first.column
        start = shape.indent(line)
        place = self._draft.location(first.line, start)
        self._faults.append(wording.indentation(place, line[start:], start + difference + 1))
        self._move(first.line, first.line, difference)
        levels = [*self._open, *closed]
        self._open = [
            Level(x.column + difference, x.is_list, x.line) if x.line == first.line else x
            for x in levels[: levels.index(first) + 1]
        ]
        return column

    def guess(self, at: int, *, may_open: bool) -> int:
        """The column in which a line must have been meant whose own column says nothing."""
        lines = self._draft.lines
        line = lines[at].lstrip()
        dash = shape.DASH.match(line)
        after = next((x for x in lines[at + 1 : at + _MAX_SHIFT] if x.strip()), "")
        width = shape.indent(after) if after[:1] == " " else 0
        row = bool(dash) and shape.key_end(line, 2) is not None
        width -= 2 if row and not shape.DASH.match(after, width) else 0
        if may_open:
            return width if width > self.parent else self.parent + 2
        same = [x.column for x in self._open if x.is_list == bool(dash)]
        return width if row and width in same else (same or [max(self.parent, 0)])[-1]

    def _row_without_dash(self, column: int, closed: list[Level]) -> Level | None:
        """The fields above, right under a key, that must be the first row of the list here."""
        levels, at = [*self._open, *closed], len(self._open)
        if at > 1 and self._open[-1].column == column:
            at -= 1
        if at < 1 or at >= len(levels) or levels[at].is_list or levels[at - 1].is_list:
            return None
        return levels[at]

    def _give_dash(self, at: int, column: int, first: Level) -> int:
        """Put the dash before the first row of a list, whose second row begins on line `at`."""
        line = self._draft.lines[first.line]
        place = self._draft.location(first.line, first.column)
        self._faults.append(wording.missing_dash(place, line[first.column :]))
        self._move(first.line, at - 1, column + 2 - first.column)
        self._draft.replace(first.line, column, column + 2, "- ")
        if self._open[-1] == first:
            self._open.pop()
        self._open.append(Level(column, is_list=True, line=first.line))
        return column

    def _target(self, at: int, column: int, closed: list[Level], *, is_list: bool) -> Level | None:
        """The nearest block or list of the same kind; None leaves the line to the parser."""
        inner = next((x for x in closed if x.is_list == is_list), None)
        outer = next((x for x in reversed(self._open) if x.is_list == is_list), None)
        if not inner or not outer:
            return inner or outer
        nearer = (inner.column - column) - (column - outer.column)
        if nearer:
            return inner if nearer < 0 else outer
        return outer if self._continues(at, outer) else inner

    def _continues(self, at: int, outer: Level) -> bool:
        """Whether the line after `at` tells that it stands in the outer of two blocks."""
        lines = self._draft.lines
        after = next((line for line in lines[at + 1 : at + _MAX_SHIFT] if line.strip()), "")
        opens = shape.value_start(lines[at]) == 0
        return shape.indent(after) == outer.column + (2 if opens else 0)

    def _shift(
        self, at: int, column: int, target: Level, closed: list[Level], *, silent: bool
    ) -> int:
        """Move the line, and what lies under it, to where it must have been meant."""
        if not silent:
            text, place = self._draft.lines[at][column:], self._draft.location(at, column)
            self._faults.append(wording.indentation(place, text, target.column + 1))
        self._open += [x for x in closed if x.column <= target.column]
        while self._open and self._open[-1] != target:
            self._open.pop()
        self._move(at, self._last_of_shift(at, column, target), target.column - column)
        return target.column

    def _last_of_shift(self, at: int, column: int, target: Level) -> int:
        """The last line that was typed along with a line that stands in the wrong column.

        What lies deeper belongs to it, unless it lies deep enough for the right column already.
        """
        lines, last = self._draft.lines, at
        dash = shape.DASH.match(lines[at], column) if target.is_list else None
        content = dash.end() if dash else column + 1
        opens = bool(dash) or shape.value_start(lines[at]) == 0
        for i in range(at + 1, min(at + _MAX_SHIFT, len(lines))):
            if not lines[i].strip():
                continue
            width = shape.indent(lines[i])
            same = bool(shape.DASH.match(lines[i], width)) == target.is_list
            right = target.column > column and (
                width >= content + target.column - column
                or (width == target.column and (same or not opens))
            )
            if right or not (width >= content or (width == column and same)):
                break
            last = i
        return last

    def _move(self, first: int, last: int, difference: int) -> None:
        for i in range(first, last + 1):
            width = shape.indent(self._draft.lines[i])
            if self._draft.lines[i].strip():
                self._draft.replace(i, 0, width, " " * (width + difference))
