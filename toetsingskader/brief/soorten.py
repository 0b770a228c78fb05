"""The kinds of letter: each is one row and one text template.

A row says which points the letter prints, in which order, which share a heading, and how much of
them; a point it does not print is left out for the reason it gives.
"""

from dataclasses import dataclass
from enum import StrEnum

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.veld import Briefsoort


class Kamer(StrEnum):
    """The chamber a copy is addressed to."""

    TWEEDE = "tweede"
    EERSTE = "eerste"

    @property
    def afkorting(self) -> str:
        """As file names have it: "tk" or "ek"."""
        return f"{self.value[0]}k"

    @property
    def naam(self) -> str:
        """As a sentence has it."""
        return f"de {self.value.capitalize()} Kamer"

    @property
    def andere(self) -> "Kamer":
        """The other one."""
        return Kamer.EERSTE if self is Kamer.TWEEDE else Kamer.TWEEDE


class Inhoud(StrEnum):
    """How much of its points a part of a letter prints."""

    VOLLEDIG = "volledig"
    """The author's text, and all facts."""
    GEVRAAGD = "gevraagd"
    """Only the facts that this kind of letter requires."""
    NOTA = "nota"
    """Only the facts that no letter may print; a point without any is passed over."""


@dataclass(frozen=True)
class Deel:
    """Points under one heading of a letter; without `kop` it is that of the first point."""

    punten: tuple[str, ...]
    kop: str = ""
    inhoud: Inhoud = Inhoud.VOLLEDIG


@dataclass(frozen=True)
class Soort:
    """One kind of letter."""

    sjabloon: str
    """The text template in templates/brief."""
    bestand: str
    """Begin of the file name."""
    delen: tuple[Deel, ...] = ()
    weggelaten: str = ""
    """Why the points without a place in `delen` are left out."""
    aan_kamer: bool = True
    """Whether it goes to parliament, a copy for each chamber."""
    vergelijkt: bool = False
    """Whether it tells what changed since the letter before."""

    @property
    def punten(self) -> tuple[str, ...]:
        """The points it prints, in order."""
        return tuple(sleutel for deel in self.delen for sleutel in deel.punten)

    def lezer(self, kamer: Kamer) -> str:
        """Whom a copy is for, as a sentence has it; a note has no copy for a chamber."""
        return kamer.naam if self.aan_kamer else "de bewindspersonen"


ZINNEN = tuple(f"gegevens-{deel}.yaml" for deel in ("dossier", "willen", "mogen", "kunnen"))
"""The facts in words."""
ONBEKEND = "onbekend.yaml"
"""What is not known, in words."""
ONDERDELEN = tuple(
    f"{naam}.md.j2"
    for naam in ("besluit", "gewisseld", "punten", "romp", "voorgeschiedenis", "wijzigingen")
)
"""Text templates that others include."""

_VOLLEDIG = (
    Deel(("politieke-context",)),
    Deel(("gronden-voor-deelname", "draagvlak")),
    Deel(("mandaat", "toestemming-partijen")),
    Deel(("operatie", "deelnemende-landen", "steun-bondgenoten", "invloed")),
    Deel(
        (
            "haalbaarheid",
            "eenheden",
            "navo-carve-out",
            "bevelsstructuur",
            "geweldsinstructie",
            "risicos",
            "exit-strategie",
        ),
        kop="Nederlandse bijdrage",
    ),
    Deel(("samenhang",)),
    Deel(("monitoring-evaluatie",)),
    Deel(("financien",)),
)
_IN_NOTA = "alternatieven staan in de beslisnota, die met de brief openbaar wordt"
_KORT = "de brief is kort; de brief over een besluit behandelt alle punten"
_NOTA_VOLLEDIG = ("alternatieven", "risicos")

SOORTEN: dict[Briefsoort, Soort] = {
    Briefsoort.KENNISGEVING: Soort(
        "kennisgeving.md.j2",
        "kennisgevingsbrief",
        (
            Deel(
                ("politieke-context", "gronden-voor-deelname", "operatie"),
                kop="Achtergrond",
                inhoud=Inhoud.GEVRAAGD,
            ),
        ),
        weggelaten=_KORT,
    ),
    Briefsoort.ARTIKEL_100: Soort("artikel-100.md.j2", "artikel-100-brief", _VOLLEDIG, _IN_NOTA),
    Briefsoort.VERLENGING: Soort(
        "verlenging.md.j2", "verlengingsbrief", _VOLLEDIG, _IN_NOTA, vergelijkt=True
    ),
    Briefsoort.AANVULLEND: Soort(
        "aanvullend.md.j2", "aanvullende-artikel-100-brief", _VOLLEDIG, _IN_NOTA, vergelijkt=True
    ),
    Briefsoort.NEGATIEF: Soort(
        "negatief.md.j2",
        "brief-negatief-besluit",
        weggelaten="er komt geen inzet om te beschrijven",
    ),
    Briefsoort.STAND_VAN_ZAKEN: Soort(
        "stand-van-zaken.md.j2", "stand-van-zakenbrief", weggelaten=_KORT
    ),
    Briefsoort.ARTIKEL_97: Soort("artikel-97.md.j2", "artikel-97-brief", _VOLLEDIG, _IN_NOTA),
    Briefsoort.VOORTGANGSRAPPORTAGE: Soort(
        "voortgangsrapportage.md.j2",
        "voortgangsrapportage",
        (
            Deel(("politieke-context",), kop="Ontwikkelingen in het land"),
            Deel(
                ("mandaat", "toestemming-partijen", "operatie", "deelnemende-landen"),
                kop="Ontwikkelingen in de missie",
            ),
            Deel(("eenheden", "bevelsstructuur", "risicos"), kop="De Nederlandse bijdrage"),
            Deel(("samenhang",)),
            Deel(("monitoring-evaluatie",)),
            Deel(("financien",)),
        ),
        weggelaten="een voortgangsrapportage vertelt wat er sinds de vorige brief is gebeurd",
        vergelijkt=True,
    ),
    Briefsoort.BESLISNOTA: Soort(
        "beslisnota.md.j2",
        "beslisnota",
        (
            Deel(("alternatieven",)),
            Deel(("risicos",)),
            Deel(
                tuple(sleutel for sleutel in PUNTEN if sleutel not in _NOTA_VOLLEDIG),
                kop="Aanvullende overwegingen per aandachtspunt",
                inhoud=Inhoud.NOTA,
            ),
        ),
        aan_kamer=False,
    ),
}
