"""Prose as its author typed it, cut into the blocks of the documented markup, with their places.

Documented are paragraphs, bullet and numbered lists, pipe tables, block quotations, footnotes and
figures; anything else is text.
"""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from toetsingskader.source.figuren import Figuur, match_figure
from toetsingskader.source.pijptabel import cell_starts, cells, is_delimiter

_LINE = re.compile(r"(?P<indent> *)(?P<quote>(?:>(?: |$))*) *(?P<rest>.*)")
_ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,2})\.) +(?=\S)")
_DEFINITION = re.compile(r" {0,3}\[\^(?P<label>[\w-]+)\]:(?P<rest>.*)")


@dataclass
class Groep:
    """Lines whose inline markup belongs together; of a table row: its cells.

    Kinds: `text`, `raw` (ours, ready), `row`, `note` and `figure` (its caption).
    """

    kind: str
    lines: list[str]
    prefixes: list[str] = field(default_factory=list)
    label: str = ""
    figuur: Figuur | None = None
    begins: list[int] = field(default_factory=list)
    """Where each line, or cell, begins in the text; -1 for one that was put together."""


def split_prose(text: str) -> list[Groep]:
    """The blocks of a text without tabs, whose lines end in a newline only."""
    return _Splitter(text.split("\n")).groups


class _Splitter:
    """Goes through the lines and tells the documented block markup from text."""

    def __init__(self, lines: list[str]) -> None:
        self.groups: list[Groep] = []
        self._starts = [*accumulate((len(line) + 1 for line in lines), initial=0)]
        self._at = 0
        self._labels: set[str] = set()
        self._in_list = False
        self._counting = False
        self._fresh = True
        self._quote = ""
        self._column = 0
        while self._at < len(lines):
            rest = lines[self._at :]
            self._at += (
                self._table(rest)
                or self._definition(rest)
                or self._figure(rest)
                or self._line(rest[0])
            )

    def _line(self, line: str) -> int:
        """A line of text, perhaps with the mark of a quotation or a list before it."""
        match = _LINE.fullmatch(line)
        assert match
        fresh = self._fresh
        self._in_list = self._in_list and (line.startswith(" ") or not fresh)
        quote = match["quote"] if fresh or self._quote else ""
        rest = line[match.end("indent") + len(quote) :].strip()
        item = self._item(rest)
        prefix = (match["indent"] if self._in_list else "") + quote
        if item:
            prefix, rest, self._in_list = prefix + item, rest[len(item) :], True
        self._column = len(line.rstrip()) - len(rest)
        self._add(prefix, rest, joins=not (fresh or item or quote != self._quote))
        self._fresh, self._quote = not rest, quote
        return 1

    def _item(self, text: str) -> str:
        """The mark of a list item; a wrapped line may begin with a number and be no item."""
        match = _ITEM.match(text)
        if self._fresh:
            self._counting = False
        if not match or not (
            not match["number"] or self._fresh or self._counting or match["number"] == "1"
        ):
            return ""
        self._counting = self._counting or bool(match["number"])
        return match[0]

    def _add(self, prefix: str, text: str, *, joins: bool) -> None:
        last = self.groups[-1] if self.groups else None
        begin = self._starts[self._at] + self._column
        if joins and text and last and last.kind == "text":
            last.prefixes.append(prefix)
            last.lines.append(text)
            last.begins.append(begin)
        else:
            self.groups.append(Groep("text", [text], [prefix], begins=[begin]))

    def _definition(self, lines: list[str]) -> int:
        """A footnote's text with the lines that follow it; the number of lines taken."""
        match = _DEFINITION.fullmatch(lines[0])
        if not match or match["label"] in self._labels or not match["rest"].strip():
            return 0
        taken = 1
        while taken < len(lines) and lines[taken].strip() and not _DEFINITION.match(lines[taken]):
            taken += 1
        texts = [match["rest"].strip(), *(line.strip() for line in lines[1:taken])]
        self._labels.add(match["label"])
        self._after(Groep("note", texts, label=match["label"]))
        return taken

    def _figure(self, lines: list[str]) -> int:
        """A figure on lines of its own; the number of lines taken."""
        if not lines[0].lstrip().startswith("!["):
            return 0
        text = "\n".join(lines)
        figuur = match_figure(text)
        if not figuur:
            return 0
        begin = (
            self._starts[self._at] + text.index(f"![{figuur.bijschrift}](") + 2
            if (f"![{figuur.bijschrift}](" in text)
            else -1
        )
        self._after(Groep("figure", [figuur.bijschrift], figuur=figuur, begins=[begin]))
        return text.count("\n", 0, figuur.einde) + 1

    def _table(self, lines: list[str]) -> int:
        """A pipe table, every row made as long as its head; the number of lines taken."""
        nested = self._in_list and lines[0].startswith(" ")
        if len(lines) < 2 or nested or "|" not in lines[0] or not is_delimiter(lines[1]):
            return 0
        head, columns = cells(lines[0]), cells(lines[1])
        if len(head) != len(columns):
            return 0
        taken = 2
        texts = [self._row(lines[0], 0, len(head))]
        while taken < len(lines) and "|" in lines[taken]:
            texts.append(self._row(lines[taken], taken, len(head)))
            taken += 1
        texts.insert(1, Groep("raw", ["|" + "|".join(columns) + "|"]))
        self._after(Groep("raw", [""]), *texts, Groep("raw", [""]))
        return taken

    def _row(self, line: str, number: int, columns: int) -> Groep:
        """The cells of a row, as many as the head has."""
        found, start = cells(line), self._starts[self._at + number]
        begins = [start + begin for begin in cell_starts(line)]
        if len(found) > columns:
            found[columns - 1 :] = [" | ".join(found[columns - 1 :])]
            begins[columns - 1 :] = [-1]
        missing = columns - len(found)
        return Groep("row", found + [""] * missing, begins=begins + [-1] * missing)

    def _after(self, *groups: Groep) -> None:
        """Blocks that stand apart: what follows begins anew."""
        self.groups.extend(groups)
        self._fresh, self._in_list, self._quote = True, False, ""
