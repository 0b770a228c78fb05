"""What changed in a record between two versions: plain values, as reports and letters read them."""

from dataclasses import dataclass
from enum import StrEnum

from toetsingskader.toetsing.bevinding import Bestemming, Bevinding


class Aard(StrEnum):
    """Whether words or a fact came, went or stayed."""

    GELIJK = "gelijk"
    WEG = "weg"
    ERBIJ = "erbij"
    OVERGESLAGEN = "overgeslagen"
    """Words that stayed and are not shown."""


@dataclass(frozen=True)
class Woorden:
    """A stretch of words of a text."""

    aard: Aard
    tekst: str


@dataclass(frozen=True)
class Feitwijziging:
    """A fact that changed; `oud` is empty for a new one, `nieuw` for one that is gone."""

    label: str
    oud: str
    nieuw: str
    bestemming: Bestemming


@dataclass(frozen=True)
class Deelwijziging:
    """What changed in one file of the record."""

    sleutel: str
    titel: str
    optie: str = ""
    """Title of the option whose file it is; empty for the record itself."""
    gegevens: tuple[Feitwijziging, ...] = ()
    tekst: tuple[tuple[Woorden, ...], ...] = ()
    """The paragraphs that changed, each as stretches of words."""


@dataclass(frozen=True)
class Wijzigingen:
    """Everything that changed between two versions of one record."""

    van: str
    """The older version, as a sentence has it: "versie 4, naar MR (12 maart 2025)"."""
    tot: str
    delen: tuple[Deelwijziging, ...]
    bevindingen_erbij: tuple[Bevinding, ...] = ()
    bevindingen_weg: tuple[Bevinding, ...] = ()

    @property
    def leeg(self) -> bool:
        """Whether nothing changed at all."""
        return not (self.delen or self.bevindingen_erbij or self.bevindingen_weg)
