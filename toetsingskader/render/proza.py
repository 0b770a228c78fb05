"""Prose as its author typed it → Markdown in which only the documented markup still works.

Documented are paragraphs, emphasis, bullet and numbered lists, pipe tables, block quotations,
links to the web or a mail address, footnotes, citations and figures. Every other symbol gets a
backslash, so that the reader in `worker.lua` gives it back as the character it is. What looks like
markup but would lose text (a footnote that nothing refers to, a cell too many in a row) is text.
"""

import re
from dataclasses import dataclass, field

from toetsingskader.source import CITED, KEY, Figuur, match_figure
from toetsingskader.source.pijptabel import cells, is_delimiter

_PATH = r"[^\s()<>\[\]\\]"
_TARGET = rf"(?:https?://|mailto:){_PATH}+(?:\({_PATH}*\){_PATH}*)*"
_TOKEN = re.compile(
    rf"""
      (?P<escape> \\[*_\[\]|] )
    | (?P<rule>   ^[*_](?:\ *[*_])*\ *$ | (?<!\S)[*_]+(?!\S) )
    | (?P<times>  (?<=\d)\*(?=\d) )
    | (?P<image>  !\[(?=[^\[\]]*\]\() )
    | (?P<note>   \[\^(?P<label>[\w-]+)\] )
    | (?P<cite>   \[{CITED}(?:;{CITED})*\] )
    | \[(?P<text> (?:[^\[\]\\]|\\.)*[^\[\]\\\s](?:[^\[\]\\]|\\.)* )\]\((?P<target>{_TARGET})\)
    | <(?P<auto>  https?://[^\s<>\[\]\\]+ )>
    | (?P<bare>   https?://[^\s<>\[\]\\]+ )
    | (?P<symbol> [!-/:-@\[-`{{-~] )
    """,
    re.VERBOSE | re.MULTILINE,
)
_HARMLESS = frozenset("*_,;?'\"")
_SYMBOL = re.compile(r"[!-/:-@\[-`{-~]")
_LINE = re.compile(r"(?P<indent> *)(?P<quote>(?:>(?: |$))*) *(?P<rest>.*)")
_ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,2})\.) +(?=\S)")
_DEFINITION = re.compile(r" {0,3}\[\^(?P<label>[\w-]+)\]:(?P<rest>.*)")


@dataclass
class _Group:
    """Lines whose inline markup belongs together; of a table row: its cells.

    Kinds: `text`, `raw` (ours, ready), `row`, `note` and `figure` (its caption).
    """

    kind: str
    lines: list[str]
    prefixes: list[str] = field(default_factory=list)
    label: str = ""
    target: str = ""


def figure_target(figuur: Figuur) -> str:
    """The address that the reader finds for a figure: no letter in it means anything to it."""
    return f"{figure_key(figuur.pad)}/{figuur.alt.encode().hex()}"


def figure_key(pad: str) -> str:
    """The path of a picture in the same letters."""
    return f"figuur:{pad.encode().hex()}"


def inert(text: str) -> str:
    """Markdown for the worker's reader: documented markup as typed, all the rest escaped."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n")
    groups = _Splitter(lines).groups
    defined = frozenset(group.label for group in groups if group.kind == "note")
    used: set[str] = set()
    done = [None if g.kind == "note" else _write(g, defined, used) for g in groups]
    pairs = zip(groups, done, strict=True)
    return "\n".join(_note(g, used) if text is None else text for g, text in pairs)


def _write(group: _Group, defined: frozenset[str], used: set[str]) -> str:
    if group.kind == "raw":
        return group.lines[0]
    if group.kind == "row":
        return "| " + " | ".join(_inline(cell, defined, used) for cell in group.lines) + " |"
    if group.kind == "figure":
        return f"\n![{_inline(group.lines[0], defined, used)}]({group.target})\n"
    done = _inline("\n".join(group.lines), defined, used).split("\n")
    return "\n".join(prefix + line for prefix, line in zip(group.prefixes, done, strict=True))


def _note(group: _Group, used: set[str]) -> str:
    """A footnote's text; when nothing refers to it, the definition as it was typed."""
    body = " ".join(group.lines).strip()
    if group.label in used:
        return f"\n[^{group.label}]: {_inline(body)}\n"
    return f"\n{_inline(f'[^{group.label}]: {body}')}\n"


def _inline(text: str, defined: frozenset[str] = frozenset(), used: set[str] | None = None) -> str:
    """Escape one paragraph; `used` collects the footnotes it refers to."""

    def replace(match: re.Match[str]) -> str:
        label, cite, target = match["label"], match["cite"], match["target"] or match["auto"]
        if label in defined and used is not None:
            used.add(label)
            return match[0]
        if cite:
            parts = re.split(rf"({KEY}|;)", cite[1:-1])
            cited = f"[{''.join(p if i % 2 else _inline(p) for i, p in enumerate(parts))}]"
            # Two citations that touch would be read as a link and its label.
            return f" {cited}" if text[match.start() - 1 : match.start()] == "]" else cited
        if target:
            shown = _inline(match["text"]) if match["text"] else _literal(target)
            return f"[{shown}]({_literal(target)})"
        harmless = match[0] in _HARMLESS and not (match["times"] or match["rule"])
        return match[0] if match["escape"] or harmless else _literal(match[0])

    return _TOKEN.sub(replace, text)


def _literal(text: str) -> str:
    return _SYMBOL.sub(r"\\\g<0>", text)


class _Splitter:
    """Goes through the lines and tells the documented block markup from text."""

    def __init__(self, lines: list[str]) -> None:
        self.groups: list[_Group] = []
        self._labels: set[str] = set()
        self._in_list = False
        self._counting = False
        self._fresh = True
        self._quote = ""
        at = 0
        while at < len(lines):
            rest = lines[at:]
            at += (
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
        if joins and text and last and last.kind == "text":
            last.prefixes.append(prefix)
            last.lines.append(text)
        else:
            self.groups.append(_Group("text", [text], [prefix]))

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
        self._after(_Group("note", texts, label=match["label"]))
        return taken

    def _figure(self, lines: list[str]) -> int:
        """A figure on lines of its own; the number of lines taken."""
        if not lines[0].lstrip().startswith("!["):
            return 0
        text = "\n".join(lines)
        figuur = match_figure(text)
        if not figuur:
            return 0
        self._after(_Group("figure", [figuur.bijschrift], target=figure_target(figuur)))
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
        rows = [head]
        while taken < len(lines) and "|" in lines[taken]:
            found = cells(lines[taken])
            found[len(head) - 1 :] = [" | ".join(found[len(head) - 1 :])]
            rows.append(found + [""] * (len(head) - len(found)))
            taken += 1
        texts = [_Group("row", row) for row in rows]
        texts.insert(1, _Group("raw", ["|" + "|".join(columns) + "|"]))
        self._after(_Group("raw", [""]), *texts, _Group("raw", [""]))
        return taken

    def _after(self, *groups: _Group) -> None:
        """Blocks that stand apart: what follows begins anew."""
        self.groups.extend(groups)
        self._fresh, self._in_list, self._quote = True, False, ""
