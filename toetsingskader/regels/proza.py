"""The author's text of a point as the report gives it: what is printed, in plain words."""

import re

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.feiten import FEIT, find_fact
from toetsingskader.source import Verwijzing, replace_citations

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_ITEM = re.compile(r"(?m)^[ \t]*(?=(?:[-*+]|\d{1,2}\.) )")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*\*|\*|__|_)(?=\S)([^*_]+)(?<=\S)\1(?![\w*_])")


def as_read(b: Beoordeling, sleutel: str) -> tuple[str, ...]:
    """The paragraphs and list items of a text: facts filled in, sources named in brackets.

    A fact that cannot be printed stands there by its name, as an open place.
    """
    text = replace_citations(b.proza[sleutel].tekst, lambda cited: _in_words(b, cited))
    text = _EMPHASIS.sub(r"\2", text)
    pieces = (item for block in _BLANK_LINE.split(text) for item in _ITEM.split(block))
    return tuple(words for piece in pieces if (words := " ".join(piece.split())))


def _in_words(b: Beoordeling, cited: list[Verwijzing]) -> str:
    facts = [_fact(b, v.sleutel) for v in cited if v.sleutel.startswith(FEIT)]
    sources = [
        f"{v.sleutel}, {v.locator}" if v.locator else v.sleutel
        for v in cited
        if not v.sleutel.startswith(FEIT)
    ]
    return " ".join([*facts, *([f"({'; '.join(sources)})"] if sources else [])])


def _fact(b: Beoordeling, naam: str) -> str:
    found = find_fact(b, naam.removeprefix(FEIT))
    return found.tekst if found and found.afdrukbaar else f"[{naam}]"
