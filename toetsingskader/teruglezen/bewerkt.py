"""What reading an edited letter gives: paragraphs with their marks, tracked changes, remarks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Soort(StrEnum):
    """What a paragraph is."""

    ALINEA = "alinea"
    OPSOMMING = "opsomming"
    NUMMERING = "nummering"
    CEL = "cel"
    KOP = "kop"


@dataclass(frozen=True)
class Wijziging:
    """A stretch of words that Word marked as added or removed, and by whom."""

    nummer: int
    erbij: bool
    auteur: str
    datum: str
    tekst: str
    punt: str
    """The point it is in; empty outside any."""


@dataclass(frozen=True)
class Opmerking:
    """A remark beside the text."""

    auteur: str
    datum: str
    tekst: str
    punt: str
    woorden: str
    """The words that it is about."""


@dataclass(frozen=True)
class Stuk:
    """Characters with the same marks, or a note."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    doel: str = ""
    """The address that they link to."""
    noot: str | None = None
    """The text of the note that stands here, instead of characters."""
    wijziging: int | None = None
    """The number of the tracked change that it is part of."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item, heading or cell."""

    punt: str
    """The point whose text it is in; empty outside any."""
    soort: Soort
    niveau: int
    stukken: tuple[Stuk, ...]
    einde: int | None = None
    """The tracked change that its end is part of: who takes that away joins it with the next."""

    @property
    def tekst(self) -> str:
        """Its words without the notes, on one line."""
        return " ".join("".join(s.tekst for s in self.stukken if s.noot is None).split())


Keuze = Callable[[Wijziging], bool]
"""Whether a tracked change is taken."""


@dataclass(frozen=True)
class Bewerkt:
    """A letter that somebody may have edited, with all that was tracked in it."""

    passages: tuple[Passage, ...]
    wijzigingen: tuple[Wijziging, ...] = ()
    opmerkingen: tuple[Opmerking, ...] = ()
    dubbel: frozenset[str] = frozenset()
    """Points whose control stands in it more than once."""
    eigenschappen: Mapping[str, str] = field(default_factory=dict)

    @property
    def punten(self) -> frozenset[str]:
        """The points whose place was found."""
        return frozenset(p.punt for p in self.passages if p.punt)

    def resolved(self, keuze: Keuze) -> "Bewerkt":
        """The same letter as it reads when these changes are taken and the others are not."""
        stays = {w.nummer: keuze(w) == w.erbij for w in self.wijzigingen}
        return replace(self, passages=tuple(_resolved(self.passages, stays)), wijzigingen=())


def _resolved(passages: tuple[Passage, ...], stays: Mapping[int, bool]) -> Iterator[Passage]:
    waiting: Passage | None = None
    """A paragraph of which the end is gone, so that the next belongs to it."""
    for passage in passages:
        kept = tuple(s for s in passage.stukken if s.wijziging is None or stays[s.wijziging])
        if waiting is not None and waiting.punt != passage.punt:
            yield waiting
            waiting = None
        first = waiting or replace(passage, stukken=())
        joined = replace(first, stukken=(*first.stukken, *kept), einde=None)
        if passage.einde is None or stays[passage.einde]:
            yield joined
            waiting = None
        else:
            waiting = joined
    if waiting is not None:
        yield waiting
