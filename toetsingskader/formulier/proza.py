"""Prose in paragraphs, as a form shows it, and back to the text of a file."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_BLOCK = re.compile(r"[^\S\n]*\S.*(?:\n[^\S\n]*\S.*)*")
_STRUCTURED = re.compile(r"\s*(?:[-*+>|]|\d{1,2}\. |\[\^|!\[)")


def blocks(text: str) -> list[str]:
    """The paragraphs; the lines of a list, table or quotation stay lines, the rest is one."""
    return [_shown(block) for block in _BLOCK.findall(text)]


def _shown(block: str) -> str:
    lines = block.split("\n")
    if any(_STRUCTURED.match(line) for line in lines):
        return "\n".join(line.rstrip() for line in lines)
    return " ".join(line.strip() for line in lines)


def words(text: str) -> str:
    """A paragraph for comparison: its words."""
    return " ".join(text.split())


def with_blocks(text: str, new: Sequence[str]) -> str:
    """The text with these paragraphs; each that stays keeps its lines and the white below it."""
    places = [(m.start(), m.end()) for m in _BLOCK.finditer(text)]
    old = [words(text[start:end]) for start, end in places]
    wanted = [words(block) for block in new]
    if old == wanted:
        return text
    if not places:
        return f"\n{_joined(new)}\n" if new else text
    head, tail = text[: places[0][0]], text[places[-1][1] :]
    pieces: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, wanted, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(text[places[i1][0] : places[i2 - 1][1]])
        elif j1 < j2:
            pieces.append(_joined(new[j1:j2]))
    between = "\n\n"
    return head + between.join(pieces) + (tail or "\n")


def _joined(new: Sequence[str]) -> str:
    return "\n\n".join(block.strip("\n") for block in new)
