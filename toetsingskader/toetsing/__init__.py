"""The result of checking one record: findings and, per point, where it stands.

`Toetsing` is all that reports read. It holds plain values only, formatted in Dutch where a person
reads them, so that every report format is one function from `Toetsing` to text.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from toetsingskader.toetsing.bevinding import (
    Aanvaarding,
    Bestemming,
    Bevinding,
    Ernst,
    Maatstaf,
    Plaats,
)
from toetsingskader.toetsing.paraafstand import Paraafstand
from toetsingskader.toetsing.wijzigingen import Wijzigingen

__all__ = ["Aanvaarding", "Bestemming", "Bevinding", "Ernst", "Maatstaf", "Plaats"]


class Toestand(StrEnum):
    """State of a point; computed, never typed."""

    ONLEESBAAR = "onleesbaar"
    LEEG = "leeg"
    IN_BEWERKING = "in bewerking"
    INGEVULD = "ingevuld"
    NIET_VAN_TOEPASSING = "niet van toepassing"


class Herkomst(StrEnum):
    """Where a point of the framework comes from."""

    TOETSINGSKADER = "Toetsingskader"
    AANVULLING = "aanvulling"


@dataclass(frozen=True)
class OpenVraag:
    """A question somebody must answer before a date."""

    vraag: str
    wie: str
    uiterlijk: str
    in_brief: bool
    """Whether the letter may print it (not when about a field that stays out of it)."""


@dataclass(frozen=True)
class Gegeven:
    """One fact as a reader sees it."""

    veld: str
    label: str
    waarde: str
    bestemming: Bestemming
    bron: str = ""
    datum: str = ""
    toelichting: str = ""
    kanttekening: tuple[str, ...] = ()
    """What to know of where it comes from, such as "bron: media" or "uit tweede hand"."""


@dataclass(frozen=True)
class Puntverslag:
    """One point of the framework: what is asked, how far it is, what was found."""

    sleutel: str
    pijler: str
    titel: str
    vraag: str
    eigenaar: str
    herkomst: Herkomst
    nummer: str
    """Number in the Toetsingskader 2014 as a working list has it; empty for an aanvulling."""
    geverifieerd: bool
    bestand: str
    toestand: Toestand
    gevraagd: bool
    """Whether this kind of letter asks this point; if not, it is not counted."""
    vereist: int
    beantwoord: int
    woorden: int
    """Number of words of prose."""
    tekst: tuple[str, ...]
    """That prose as it will be read: paragraphs, with facts filled in and sources named."""
    gegevens: tuple[Gegeven, ...]
    open_vragen: tuple[OpenVraag, ...]
    onbekend: tuple[str, ...]
    """Labels of fields answered with *onbekend* that may be named in the letter."""
    bevindingen: tuple[Bevinding, ...]
    nvt_reden: str = ""
    ontbreekt: tuple[str, ...] = ()
    """Labels of public fields that are required, empty, and not the subject of a question."""


@dataclass(frozen=True)
class Voorwaarde:
    """A condition that a source calls minimal, and how far the record shows it."""

    code: str
    titel: str
    staat: str
    """"aangetoond", "niet aangetoond", "niet vervuld" or "vertrouwelijk"."""
    toelichting: str
    bron: str


@dataclass(frozen=True)
class Optievergelijking:
    """The options of a record side by side: a title per option, and an aspect per row."""

    titels: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    """The aspect, then what each option says of it."""


@dataclass(frozen=True)
class NietBeoordeeld:
    """A rule that could not look, because a value it reads was unreadable."""

    code: str
    zin: str


@dataclass(frozen=True)
class Planstap:
    """A step that is still to be taken, and when."""

    stap: str
    datum: str
    wie: str = ""


@dataclass(frozen=True)
class Toetsing:
    """All that was found out about one record, for one kind of letter."""

    slug: str
    titel: str
    map: str
    briefsoort: str
    """Dutch label of the kind of letter that was asked."""
    peildatum: str
    uitkomst: str
    """Dutch label of the state of the decision, such as "in onderzoek"."""
    regelsets: tuple[str, ...]
    fictief: bool
    waarschuwing: str
    """What every report says first about the status of the list of points."""
    punten: tuple[Puntverslag, ...]
    bevindingen: tuple[Bevinding, ...]
    """All findings, those of points included, in order of file and place."""
    voorwaarden: tuple[Voorwaarde, ...] = ()
    voorwaarden_bron: str = ""
    niet_beoordeeld: tuple[NietBeoordeeld, ...] = ()
    dossier_gegevens: tuple[Gegeven, ...] = field(default=())
    optie: str = ""
    """Title of the option that this result is about; empty when it is about the record as it is."""
    opties: Optievergelijking | None = None
    wijzigingen: Wijzigingen | None = None
    """What changed since an earlier version; None when there is none to compare with."""
    gevraagd_besluit: str = ""
    """The decision that the note to the ministers advises; empty until it is known."""
    versie: str = ""
    """The version of the record this is about, as letters print it; empty when none is known."""
    planning: tuple[Planstap, ...] = ()
    """The steps of the procedure that are not done, as far as they have a date."""
    parafen: tuple[Paraafstand, ...] = ()
    """What a final letter of this kind needs, and whatever else was registered."""

    def plus(self, bevindingen: tuple[Bevinding, ...]) -> "Toetsing":
        """The same result with more findings, in the list and at their points."""
        punten = tuple(
            replace(
                p,
                bevindingen=(*p.bevindingen, *(b for b in bevindingen if b.punt == p.sleutel)),
            )
            for p in self.punten
        )
        alle = sorted((*self.bevindingen, *bevindingen), key=lambda b: (b.plaats, b.code, b.tekst))
        return replace(self, punten=punten, bevindingen=tuple(alle))

    def aantal(self, ernst: Ernst) -> int:
        """Number of findings of this severity that nobody accepted."""
        return sum(b.ernst is ernst and b.aanvaard is None for b in self.bevindingen)

    @property
    def gevraagd(self) -> tuple[Puntverslag, ...]:
        """The points that count for this letter: asked, and not declared not applicable."""
        return tuple(
            p for p in self.punten if p.gevraagd and p.toestand is not Toestand.NIET_VAN_TOEPASSING
        )

    @property
    def ingevuld(self) -> int:
        """How many of `gevraagd` are complete."""
        return sum(p.toestand is Toestand.INGEVULD for p in self.gevraagd)

    @property
    def tegenstrijdig_volgens_dossier(self) -> bool:
        """Whether anything is unreadable, or contradictory by more than a publication."""
        return any(b.breekt for b in self.bevindingen)

    @property
    def belet_definitief(self) -> tuple[Bevinding, ...]:
        """The findings that keep a letter from being final."""
        return tuple(b for b in self.bevindingen if b.belet)
