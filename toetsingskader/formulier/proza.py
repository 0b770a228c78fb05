"""Prose in paragraphs, as a form shows it, and back to the text of a file."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_MARKED = re.compile(r"\s*(?:[-*+] |[>|]|\d{1,2}\. |\[\^[\w-]+\]:|!\[)")
"""How a line begins that stands by itself: of a list, a table, a quotation; a note, a figure."""


def paragraphs(text: str) -> list[str]:
    """What stands in a paragraph of its own in a form: a paragraph, a list item, a table row."""
    return [_one_line(text[start:end]) for start, end in _places(text)]


def words(text: str) -> str:
    """A text for comparison: its words."""
    return " ".join(text.split())


def with_paragraphs(text: str, new: Sequence[str]) -> str:
    """The text with these paragraphs; each that stays keeps its lines and the white around it."""
    places = _places(text)
    old = [words(text[start:end]) for start, end in places]
    wanted = [words(paragraph) for paragraph in new]
    if old == wanted:
        return text
    if not places:
        return f"\n{_joined(new)}\n" if new else text
    pieces: list[str] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, wanted, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(text[places[i1][0] : places[i2 - 1][1]])
        elif j1 < j2:
            pieces.append(_joined(new[j1:j2]))
    return text[: places[0][0]] + _joined(pieces) + (text[places[-1][1] :] or "\n")


def _places(text: str) -> list[tuple[int, int]]:
    """Begin and end of each, without the line end behind it."""
    found: list[tuple[int, int]] = []
    fresh, at = True, 0
    for line in text.split("\n"):
        start, end = at, at + len(line.rstrip())
        at += len(line) + 1
        if not line.strip():
            fresh = True
        elif fresh or _MARKED.match(line):
            found.append((start, end))
            fresh = False
        else:
            found[-1] = (found[-1][0], end)
    return found


def _one_line(text: str) -> str:
    first, *rest = text.split("\n")
    return " ".join([first.rstrip(), *(line.strip() for line in rest)])


def _joined(pieces: Sequence[str]) -> str:
    """Paragraphs with a white line between them, and the lines of a list without."""
    text = ""
    for piece in pieces:
        last = text.rsplit("\n", 1)[-1]
        apart = "\n" if _MARKED.match(last) and _MARKED.match(piece) else "\n\n"
        text += (apart if text else "") + piece.strip("\n")
    return text
