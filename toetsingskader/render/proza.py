"""Prose as its author typed it → Markdown in which only the documented markup still works.

Documented are paragraphs, emphasis, bullet and numbered lists, pipe tables, block quotations,
links to the web or a mail address, footnotes, citations and figures. Every other symbol gets a
backslash, so that the reader in `worker.lua` gives it back as the character it is. What looks like
markup but would lose text (a footnote that nothing refers to, a cell too many in a row) is text.
"""

import re

from toetsingskader.source import CITED, KEY, Figuur
from toetsingskader.source.prose import Groep, split_prose

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


def figure_target(figuur: Figuur) -> str:
    """The address that the reader finds for a figure: no letter in it means anything to it."""
    return f"{figure_key(figuur.pad)}/{figuur.alt.encode().hex()}"


def figure_key(pad: str) -> str:
    """The path of a picture in the same letters."""
    return f"figuur:{pad.encode().hex()}"


def inert(text: str) -> str:
    """Markdown for the worker's reader: documented markup as typed, all the rest escaped."""
    groups = split_prose(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4))
    defined = frozenset(group.label for group in groups if group.kind == "note")
    used: set[str] = set()
    done = [None if g.kind == "note" else _write(g, defined, used) for g in groups]
    pairs = zip(groups, done, strict=True)
    return "\n".join(_note(g, used) if text is None else text for g, text in pairs)


def _write(group: Groep, defined: frozenset[str], used: set[str]) -> str:
    if group.kind == "raw":
        return group.lines[0]
    if group.kind == "row":
        return "| " + " | ".join(_inline(cell, defined, used) for cell in group.lines) + " |"
    if group.kind == "figure":
        assert group.figuur
        caption = _inline(group.lines[0], defined, used)
        return f"\n![{caption}]({figure_target(group.figuur)})\n"
    done = _inline("\n".join(group.lines), defined, used).split("\n")
    return "\n".join(prefix + line for prefix, line in zip(group.prefixes, done, strict=True))


def _note(group: Groep, used: set[str]) -> str:
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
