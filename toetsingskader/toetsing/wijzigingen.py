"""What changed in a record between two versions: plain values, as reports and letters read them."""

from dataclasses import dataclass
from enum import StrEnum

from toetsingskader.toetsing.bevinding import Bestemming, Bevinding
from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand


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
class Paraafwijziging:
    """An approval, or refusal, that came, went or stands otherwise."""

    oud: Paraafstand | None
    nieuw: Paraafstand | None
    """None for one that is no longer registered."""

    @property
    def vervallen(self) -> bool:
        """Whether it does not hold any more, and did, or was not registered yet."""
        return self.nieuw is not None and self.nieuw.staat is Paraafstaat.VERVALLEN


@dataclass(frozen=True)
class Wijzigingen:
    """Everything that changed between two versions of one record."""

    van: str
    """The older version, as a sentence has it: "versie 4, naar MR (12 maart 2025)"."""
    tot: str
    delen: tuple[Deelwijziging, ...]
    bevindingen_erbij: tuple[Bevinding, ...] = ()
    bevindingen_weg: tuple[Bevinding, ...] = ()
    parafen: tuple[Paraafwijziging, ...] = ()
    """Those that fell first."""

    @property
    def leeg(self) -> bool:
        """Whether nothing changed at all."""
        findings = self.bevindingen_erbij or self.bevindingen_weg
        return not (self.delen or findings or self.parafen)
