"""The glossary: what terms mean, in plain Dutch, and where a text first uses one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from toetsingskader.errors import ToolError
from toetsingskader.sjablonen import BRIEFSJABLONEN, SJABLONEN, read_terms
from toetsingskader.source import parse_yaml

NIET_GEVERIFIEERD = "niet geverifieerd"


@dataclass(frozen=True)
class Begrip:
    """One term."""

    term: str
    betekenis: str
    bron: str = ""
    """Where that stands; empty when nobody compared it with a source."""
    zie: str = ""
    """Where it can be checked, without a source."""
    ook: tuple[str, ...] = ()
    """Other forms of the word."""
    engels: tuple[str, ...] = ()
    """Which of these are English, in small letters."""

    @property
    def anker(self) -> str:
        """Its address on a page, as platforms make it of a heading in Markdown."""
        return re.sub(r"[^\w -]", "", self.term.lower()).replace(" ", "-")

    @property
    def vindplaats(self) -> str:
        """Its source, or that it has none."""
        if self.bron:
            return self.bron
        return f"{NIET_GEVERIFIEERD}; na te gaan in {self.zie}" if self.zie else NIET_GEVERIFIEERD

    def is_english(self, vorm: str) -> bool:
        """Whether this form of the word is English."""
        return vorm.lower() in self.engels

    @property
    def vormen(self) -> tuple[str, ...]:
        """Every form of the word."""
        return (self.term, *self.ook)


@cache
def begrippen() -> tuple[Begrip, ...]:
    """All terms, by the alphabet; raises ToolError when the list cannot be read."""
    path = SJABLONEN / "begrippen.yaml"
    read = parse_yaml(path.read_bytes())
    if read.faults or not isinstance(read.data, dict):
        raise ToolError(f"De begrippenlijst '{path}' kan niet worden gelezen.")
    english = frozenset(map(str.lower, read_terms(BRIEFSJABLONEN / "engels.txt")))
    found = [_begrip(term, velden, english) for term, velden in read.data.items()]
    return tuple(sorted(found, key=lambda b: b.term.lower()))


def _begrip(term: str, velden: object, english: frozenset[str]) -> Begrip:
    assert isinstance(velden, dict)
    vormen = (term, *map(str, velden.get("ook", ())))
    return Begrip(
        term,
        str(velden["betekenis"]),
        str(velden.get("bron", "")),
        str(velden.get("zie", "")),
        vormen[1:],
        tuple(vorm.lower() for vorm in vormen if vorm.lower() in english),
    )


@cache
def _by_form() -> dict[str, Begrip]:
    return {vorm.lower(): begrip for begrip in begrippen() for vorm in begrip.vormen}


@cache
def _pattern() -> re.Pattern[str]:
    """Any term as a word of its own; a longer one goes before a shorter one."""
    forms = sorted(_by_form(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)


class EersteGebruik:
    """Finds each term once, in the texts that are shown one after the other."""

    def __init__(self) -> None:
        self.gevonden: dict[Begrip, None] = {}
        """The terms that were met, in order."""

    def pieces(self, text: str) -> Iterator[tuple[str, Begrip | None]]:
        """The text in pieces; those that use a term for the first time come with it."""
        done = 0
        for match in _pattern().finditer(text):
            begrip = _by_form()[match.group().lower()]
            if begrip in self.gevonden:
                continue
            self.gevonden[begrip] = None
            yield text[done : match.start()], None
            yield match.group(), begrip
            done = match.end()
        yield text[done:], None
