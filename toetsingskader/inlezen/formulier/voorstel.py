"""One change that a form asks for, and what becomes of it."""

from dataclasses import dataclass
from enum import StrEnum

from toetsingskader.formulier.model import Deel, Vak
from toetsingskader.source import Data, Pad


class Aard(StrEnum):
    """What kind of change it is."""

    WAARDE = "waarde"
    ERBIJ = "erbij"
    WEG = "weg"
    VOLGORDE = "volgorde"


class Uitkomst(StrEnum):
    """What becomes of it."""

    OVERNEMEN = "overnemen"
    AL_ZO = "al zo"
    """The record says so already, or another file brings the same."""
    CONFLICT = "conflict"
    ONGELDIG = "ongeldig"
    """It cannot be read as an answer to this question."""


@dataclass(frozen=True)
class Feitvoorstel:
    """A change of one answer, or of the rows of a list, as one file has it."""

    bestand: str
    punt: str
    aard: Aard
    pad: Pad
    """In the record as it is now; of a list when rows are added or put in another order."""
    label: str
    was: str
    wordt: str
    deel: Deel = Deel.WAARDE
    vak: Vak | None = None
    rij: Data = None
    """The row that is added."""
    na: int = -1
    """After which row it comes; -1 for the first."""
    volgorde: tuple[int, ...] = ()

    @property
    def getoond(self) -> str:
        """What it becomes, in the words that a reader knows a choice by."""
        return self.vak.opties.get(self.wordt, self.wordt) if self.vak else self.wordt


@dataclass(frozen=True)
class Beslissing:
    """A change with what becomes of it."""

    voorstel: Feitvoorstel
    uitkomst: Uitkomst
    nu: str = ""
    """What the record says now, where that is the trouble."""
    reden: str = ""
