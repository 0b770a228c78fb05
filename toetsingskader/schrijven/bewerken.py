"""What must change in the text of a file for it to hold other data: the fewest places."""

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from toetsingskader.schrijven import opmaak
from toetsingskader.source import Data
from toetsingskader.source.nodes import Node, Place


@dataclass(frozen=True)
class Edit:
    """What comes in the place of a piece of the file."""

    start: Place
    end: Place
    text: str


@dataclass
class Editor:
    """Gathers the edits that turn the values of a file into others."""

    lines: list[str]
    edits: list[Edit] = field(default_factory=list)

    def change(self, node: Node, new: Data, indent: int) -> None:
        """Let `new` stand where a value stands, whose key or dash begins at column `indent`."""
        if node.data == new:
            return
        if isinstance(new, dict) and new and node.fields:
            self._fields(node, new)
        elif isinstance(new, list) and new and node.rows:
            self._rows(node, new)
        elif node.flow:
            self.edits.append(Edit(node.start, node.end, opmaak.short(new)))
        else:
            self._replace(node, new, indent)

    def _replace(self, node: Node, new: Data, indent: int) -> None:
        """A whole value for another; what stands between the key and a value below it stays."""
        first, *rest = opmaak.after_key(new, indent)
        if isinstance(new, str) and node.style in ("'", '"') and not rest:
            first = f" {opmaak.scalar(new, quote=True)}"
        line, column = node.start
        before = self.lines[line][:column]
        own_line = not before.strip()
        if own_line and node.data is not None:
            self._below(node, first, rest)
            return
        start = (line, len(before.rstrip()))
        if node.data is None and not node.style and node.start == node.end:
            # Nothing stands there: right after the colon or the dash.
            start = node.end
            first = first if before[-1:] in (":", "-") else first.lstrip()
        self.edits.append(Edit(start, node.end, "\n".join([first, *rest])))

    def _below(self, node: Node, first: str, rest: list[str]) -> None:
        """Take away a value on lines of its own, and write the new one after its key."""
        key_line = node.start[0] - 1
        while not self.lines[key_line].strip() or self.lines[key_line].lstrip().startswith("#"):
            key_line -= 1
        end = len(_without_comment(self.lines[key_line]))
        self.edits.append(Edit((key_line, end), (key_line, end), first))
        text = "".join(f"\n{line}" for line in rest)
        above = node.start[0] - 1
        self.edits.append(Edit((above, len(self.lines[above])), node.end, text))

    def _fields(self, node: Node, new: dict[str, Data]) -> None:
        if node.flow:
            self._between_brackets(node, new)
            return
        if not any(key in new for key, _, _ in node.fields):
            self._all_new(node, new)
            return
        where = {key: (place, value) for key, place, value in node.fields}
        before = ""
        waiting: list[str] = []
        for key, wanted in new.items():
            if key not in where:
                waiting.append(key)
                continue
            self._add_fields(node, before, waiting, new, key)
            before, waiting = key, []
            place, value = where[key]
            self.change(value, wanted, place[1])
        self._add_fields(node, before, waiting, new, "")
        for i, (key, _, _) in enumerate(node.fields):
            if key not in new:
                self._drop_field(node, i)

    def _between_brackets(self, node: Node, new: dict[str, Data]) -> None:
        """Fields on a line: those that stay the same are taken over as they were typed."""
        where = {key: (place, value) for key, place, value in node.fields}
        parts = []
        for key, wanted in new.items():
            place, value = where.get(key, (node.start, node))
            same = key in where and value.data == wanted
            typed = self._typed(place, value.end)
            parts.append(typed if same else f"{key}: {opmaak.short(wanted)}")
        self.edits.append(Edit(node.start, node.end, f"{{{', '.join(parts)}}}"))

    def _typed(self, start: Place, end: Place) -> str:
        """A piece of the file as it stands there."""
        lines = self.lines[start[0] : end[0] + 1]
        lines[-1] = lines[-1][: end[1]]
        lines[0] = lines[0][start[1] :]
        return "\n".join(lines)

    def _all_new(self, node: Node, new: dict[str, Data]) -> None:
        column = node.start[1]
        lines = [line for key, value in new.items() for line in opmaak.field(key, value, column)]
        self.edits.append(Edit(node.start, node.end, "\n".join(lines).lstrip(" ")))

    def _add_fields(
        self, node: Node, before: str, keys: list[str], new: dict[str, Data], after: str
    ) -> None:
        """Put new keys behind the one `before` them, or else before the one `after` them."""
        if not keys:
            return
        where = {key: (place, value) for key, place, value in node.fields}
        column = where[before or after][0][1]
        lines = [line for key in keys for line in opmaak.field(key, new[key], column)]
        if before:
            self._insert_after(where[before][1].end[0], lines, column)
        else:
            place = where[after][0]
            text = "\n".join(lines).lstrip(" ") + "\n" + " " * column
            self.edits.append(Edit(place, place, text))

    def _insert_after(self, line: int, lines: list[str], column: int) -> None:
        """Put lines below a line, and below the remarks that belong to it."""
        while line + 1 < len(self.lines) and _remark_within(self.lines[line + 1], column):
            line += 1
        end = (line, len(self.lines[line]))
        self.edits.append(Edit(end, end, "".join(f"\n{x}" for x in lines)))

    def _drop_field(self, node: Node, i: int) -> None:
        """Take away a key with its value; the first key of a row leaves its dash to the next."""
        _, start, value = node.fields[i]
        following = node.fields[i + 1][1] if i + 1 < len(node.fields) else None
        if self.lines[start[0]][: start[1]].strip() and following:
            # After a dash: the next key comes up to it.
            self.edits.append(Edit(start, following, ""))
        else:
            self._drop_lines(start[0], value.end[0])

    def _drop_lines(self, first: int, last: int) -> None:
        if first:
            above = (first - 1, len(self.lines[first - 1]))
            self.edits.append(Edit(above, (last, len(self.lines[last])), ""))
        else:
            self.edits.append(Edit((0, 0), (last + 1, 0), ""))

    def _rows(self, node: Node, new: list[Data]) -> None:
        partner = align([row.data for row in node.rows], new)
        if node.flow:
            parts = (
                self._typed(node.rows[old].start, node.rows[old].end)
                if old is not None and node.rows[old].data == value
                else opmaak.short(value)
                for value, old in zip(new, partner, strict=True)
            )
            self.edits.append(Edit(node.start, node.end, f"[{', '.join(parts)}]"))
            return
        column = self._dash(node.rows[0])
        ends = [row.end[0] for row in node.rows]
        order = [p for p in partner if p is not None]
        if column is None or order != sorted(order):
            self._reordered(node, new, partner, column or 0)
            return
        after = node.start[0] - 1
        for value, old in zip(new, partner, strict=True):
            if old is None:
                self._insert_after(after, opmaak.row(value, column), column)
            else:
                self.change(node.rows[old], value, column)
                after = ends[old]
        for i in set(range(len(node.rows))) - set(order):
            self._drop_lines(node.rows[i].start[0], ends[i])

    def _dash(self, row: Node) -> int | None:
        """The column of a row's dash; None when it stands on a line of its own."""
        before = self.lines[row.start[0]][: row.start[1]].rstrip()
        return len(before) - 1 if before.endswith("-") else None

    def _reordered(
        self, node: Node, new: list[Data], partner: list[int | None], column: int
    ) -> None:
        """The rows in another order: each that stays takes its own lines along."""
        lines: list[str] = []
        for value, old in zip(new, partner, strict=True):
            row = node.rows[old] if old is not None else None
            if row is not None and row.data == value:
                lines += self.lines[row.start[0] : row.end[0] + 1]
            else:
                lines += opmaak.row(value, column)
        first, last = node.rows[0].start[0], node.rows[-1].end[0]
        self.edits.append(Edit((first, 0), (last, len(self.lines[last])), "\n".join(lines)))


def align(old: list[Data], new: list[Data], least: float = 0.01) -> list[int | None]:
    """For each new row the old one that it was; None when it is new.

    `least` is how much two rows must have in common to be the same one, from 0 to 1.
    """
    partner: list[int | None] = [None] * len(new)
    left = list(range(len(old)))
    for j, value in enumerate(new):
        same = next((i for i in left if old[i] == value), None)
        if same is not None:
            partner[j] = same
            left.remove(same)
    for j, value in enumerate(new):
        if partner[j] is None and left:
            best = max(left, key=lambda i: likeness(old[i], value))
            if likeness(old[best], value) >= least:
                partner[j] = best
                left.remove(best)
    return partner


def likeness(one: Data, other: Data) -> float:
    """How much two rows have in common, from 0 to 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        same = sum(other.get(key) == value for key, value in one.items() if value is not None)
        return same / max(len(one), len(other), 1)
    if isinstance(one, str) and isinstance(other, str):
        ratio = SequenceMatcher(None, one, other).ratio()
        return ratio if ratio > 0.6 else 0.0
    return 0.0


def _remark_within(line: str, column: int) -> bool:
    """Whether a line is a remark that stands deeper than a column."""
    text = line.lstrip(" ")
    return text.startswith("#") and len(line) - len(text) > column


def _without_comment(line: str) -> str:
    """A line that holds only a key and perhaps a comment, without that comment."""
    at = line.find(" #", line.find(":"))
    return (line[:at] if at > 0 else line).rstrip()
