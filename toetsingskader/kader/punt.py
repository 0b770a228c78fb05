"""A point of attention (aandachtspunt): what the framework says about it, what every point has."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Blok, BronVeld, Feit, Lijst
from toetsingskader.kader.veld import Briefsoort, blok, lijst, veld
from toetsingskader.toetsing import Herkomst
from toetsingskader.waarden import (
    DatumVeld,
    GetalVeld,
    JaNee,
    LandOfRegel,
    Orgaan,
    Regel,
    Sleutel,
    Tekst,
    Waardetype,
    keuze,
    normalise,
)
from toetsingskader.waarden.waardetype import refuse

WERKLIJST = "werklijst van aandachtspunten, niet vergeleken met de bijlage bij Kamerstuk 29 521, D"
"""Source of the order and wording of the points: a recollection, until somebody compares it."""


@dataclass(frozen=True)
class Paraafeis:
    """An approval that a final letter needs of a point."""

    soort: str
    """"paraaf" or "medeparaaf"."""
    namens: str = ""
    """The office; empty for any other one than the opsteller."""

    def __str__(self) -> str:
        return f"{self.soort} van {self.namens or 'een andere directie dan de opsteller'}"


def needed_parafen(door: tuple[str, ...], mede: tuple[str, ...] = ()) -> tuple[Paraafeis, ...]:
    """A paraaf of each of these offices; a medeparaaf of each of those, else of any other."""
    return (
        *(Paraafeis("paraaf", naam) for naam in door),
        *(Paraafeis("medeparaaf", naam) for naam in mede or ("",)),
    )


@dataclass(frozen=True)
class Aandachtspunt:
    """What the framework says about one point."""

    sleutel: str
    pijler: str
    titel: str
    vraag: str
    waarom: str
    """Why parliament wants to know, in one to three sentences."""
    goed: tuple[str, ...]
    """What a good answer has, in two to five short sentences."""
    eigenaar: str
    kop: str
    """Heading in the letter; several points may share one."""
    nummer: str = ""
    """Number in the Toetsingskader 2014 as the working list has it; empty for an aanvulling."""
    soorten: str = "A V"
    """The kinds of letter that print it."""
    bron: str = WERKLIJST
    geverifieerd: bool = False
    paraaf: tuple[str, ...] = ()
    """The offices whose paraaf it needs; empty for the owner's."""
    medeparaaf: tuple[str, ...] = ()
    """The offices whose medeparaaf it needs; empty for one of any other than the opsteller."""

    @property
    def parafen(self) -> tuple[Paraafeis, ...]:
        """The approvals that a final letter needs of this point."""
        return needed_parafen(self.paraaf or (self.eigenaar,), self.medeparaaf)

    @property
    def herkomst(self) -> Herkomst:
        """Whether the point is the framework's or was added."""
        return Herkomst.TOETSINGSKADER if self.nummer else Herkomst.AANVULLING

    @property
    def bestand(self) -> str:
        """Where it stands in a record, such as "mogen/mandaat.md"."""
        return f"{self.pijler}/{self.sleutel}.md"

    @property
    def code(self) -> str:
        """How codes of findings name the point."""
        return self.sleutel.upper()

    def gevraagd(self, soort: Briefsoort) -> bool:
        """Whether this kind of letter asks for the point."""
        return soort.letter in self.soorten


class Onderbouwd(Blok):
    """A block of facts that may name its source, date and explanation as a whole."""

    bron: Feit[BronVeld] = veld("Bron")
    datum: Feit[DatumVeld] = veld("Datum")
    toelichting: Feit[Tekst] = veld("Toelichting")


class Rij(Onderbouwd):
    """A row of a list: any row may also name its mission."""

    missie: Feit[Sleutel] = veld("Missie")

    @property
    def openbaar(self) -> bool:
        """Whether the row as a whole may land where its list lands; some rows never may."""
        return True


class Uitspraak(Rij):
    """What somebody said about a stance."""

    wie: Feit[Regel] = veld("Wie", nodig="!")
    functie: Feit[Regel] = veld("Functie")
    namens: Feit[LandOfRegel] = veld("Namens")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    strekking: Feit[Tekst] = veld("Strekking", nodig="!")
    uit_tweede_hand: Feit[JaNee] = veld("Uit tweede hand")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class Cijfer(Rij):
    """A figure from a source."""

    sleutel: Feit[Sleutel] = veld("Sleutel", nodig="!")
    omschrijving: Feit[Tekst] = veld("Omschrijving", nodig="!")
    waarde: Feit[GetalVeld] = veld("Waarde", nodig="!")
    eenheid: Feit[Regel] = veld("Eenheid", nodig="!")
    aard: Feit[Annotated[str, keuze("exact circa ruim bijna maximaal minimaal")]] = veld("Aard")
    herkomst: Feit[Annotated[str, keuze("officieel schatting eigen_opgave afgeleid")]] = veld(
        "Herkomst"
    )
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")

    @property
    def getal(self) -> str:
        """The figure as a sentence has it: "circa 30.000 militairen"."""
        aard = f"{self.aard.waarde} " if self.aard.waarde not in (None, "exact") else ""
        return f"{aard}{self.waarde.waarde or 'onbekend'} {self.eenheid.waarde or ''}".strip()

    def __str__(self) -> str:
        wat = f" ({self.omschrijving.waarde})" if self.omschrijving.waarde else ""
        return self.getal + wat


class Periode(Blok):
    """From and up to and including."""

    voorbeeld: ClassVar[str] = "{van: 1 maart 2026, tot_en_met: 1 mei 2026}"

    van: Feit[DatumVeld] = veld("Van", nodig="!")
    tot_en_met: Feit[DatumVeld] = veld("Tot en met", nodig="!")
    bron: Feit[BronVeld] = veld("Bron")
    toelichting: Feit[Tekst] = veld("Toelichting")

    def __str__(self) -> str:
        van, tot = self.van.waarde, self.tot_en_met.waarde
        parts = [f"van {van}" if van else "", f"tot en met {tot}" if tot else ""]
        return " ".join(p for p in parts if p)


class OpenVraag(Rij):
    """A question that somebody still has to answer."""

    vraag: Feit[Tekst] = veld("Vraag", nodig="!")
    wie: Feit[Orgaan] = veld("Wie", nodig="!")
    uiterlijk: Feit[DatumVeld] = veld("Uiterlijk", nodig="!")
    optie: Feit[Sleutel] = veld("Optie")
    # Last: from here on the name hides the function that declares fields.
    veld: Feit[Regel] = veld("Veld", "Het veld waarover de vraag gaat.")


class NietVanToepassing(Blok):
    """Why a point does not apply."""

    reden: Feit[Tekst] = veld("Reden", nodig="!")
    besloten_door: Feit[Orgaan] = veld("Besloten door")


class VertrouwelijkStuk(Blok):
    """Where confidential answers are kept: a reference, never their content."""

    kenmerk: Feit[Regel] = veld("Kenmerk", nodig="!")
    niveau: Feit[
        Annotated[
            str,
            keuze(
                "dep_vertrouwelijk stg_confidentieel stg_geheim stg_zeer_geheim",
                dep_vertrouwelijk="Dep. VERTROUWELIJK",
                stg_confidentieel="Stg. CONFIDENTIEEL",
                stg_geheim="Stg. GEHEIM",
                stg_zeer_geheim="Stg. ZEER GEHEIM",
            ),
        ]
    ] = veld("Niveau", nodig="!")
    inzage: Feit[
        Annotated[
            str,
            keuze(
                "ter_inzage_cip vertrouwelijke_briefing geen",
                ter_inzage_cip="ter inzage bij het Centraal Informatiepunt",
            ),
        ]
    ] = veld("Inzage")


def _parse_rubricering(text: str) -> str:
    if normalise(text) != "ongerubriceerd":
        raise refuse(
            "RUBRICERING",
            f"De rubricering '{text}' hoort niet in dit dossier: het bevat alleen ongerubriceerde "
            "tekst. Haal de gerubriceerde inhoud weg, schrijf 'vertrouwelijk' bij het veld en "
            "noem het stuk in 'vertrouwelijk_stuk'.",
        )
    return "ongerubriceerd"


RUBRICERING = Waardetype("een rubricering", _parse_rubricering, str, "ongerubriceerd")


class Punt(Blok):
    """Base of the twenty points: the fields that every point has."""

    kader: ClassVar[Aandachtspunt]

    opsteller: Feit[Orgaan] = veld("Opsteller", naar="i")
    medebetrokken: Lijst[Orgaan] = lijst("Medebetrokken", naar="i")
    peildatum: Feit[DatumVeld] = veld("Peildatum", naar="i")
    houdbaar_tot: Feit[DatumVeld] = veld("Houdbaar tot", naar="i")
    rubricering: Feit[Annotated[str, RUBRICERING]] = veld("Rubricering", naar="i")
    nvt: NietVanToepassing = blok(NietVanToepassing, "Niet van toepassing", naar="i")
    open: Lijst[OpenVraag] = lijst("Open vragen", naar="i")
    cijfers: Lijst[Cijfer] = lijst("Cijfers uit bronnen", naar="b n")
    in_tekst: Lijst[Regel] = lijst(
        "Staat al in de tekst",
        "Gegevens die de tekst in eigen woorden zegt; de brief herhaalt ze niet.",
        naar="i",
    )
    vertrouwelijk_stuk: VertrouwelijkStuk = blok(VertrouwelijkStuk, "Vertrouwelijk stuk", naar="i")
    migratie: Lijst[Regel] = lijst("Migratie", "Schrijft het programma zelf.", naar="i")

    @property
    def eigenaar(self) -> str:
        """Who acts on findings about this point: the opsteller, else the owner in the kader."""
        return self.opsteller.waarde or self.kader.eigenaar

    @property
    def eigen_directies(self) -> tuple[str, ...]:
        """The offices that wrote it, whose medeparaaf is no second opinion."""
        if self.opsteller.waarde:
            return (self.opsteller.waarde,)
        return self.kader.paraaf or (self.kader.eigenaar,)


GEMEENSCHAPPELIJK = frozenset(Punt.model_fields)
"""Names of the fields every point has; they say nothing about whether the point is answered."""
