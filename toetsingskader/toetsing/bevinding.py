"""One finding: what is wrong where, how much it weighs, and who acts."""

from dataclasses import dataclass
from enum import StrEnum


class Ernst(StrEnum):
    """Severity of a finding, worst first."""

    ONGELDIG = "ongeldig"
    TEGENSTRIJDIG = "tegenstrijdig"
    ONTBREEKT = "ontbreekt"
    LET_OP = "let_op"
    TER_INFORMATIE = "ter_informatie"

    @property
    def label(self) -> str:
        """The Dutch words a user sees, such as "let op"."""
        return self.value.replace("_", " ")

    @property
    def rang(self) -> int:
        """0 for the worst."""
        return list(Ernst).index(self)


class Maatstaf(StrEnum):
    """The yardstick of a rule: what makes it say that something is wrong."""

    DOSSIER = "dossier"
    RECHT = "recht"
    BEGRIP = "begrip"
    BRON = "bron"

    @property
    def uitleg(self) -> str:
        """One Dutch phrase that says what this yardstick is."""
        return {
            "dossier": "twee gegevens in dit dossier sluiten elkaar uit",
            "recht": "Grondwet, verdrag of Kamerstuk",
            "begrip": "omschrijving van een soort operatie",
            "bron": "oordeel van een publicatie",
        }[self.value]


class Bestemming(StrEnum):
    """Where a fact may land."""

    BRIEF = "brief"
    NOTA = "nota"
    INTERN = "intern"


@dataclass(frozen=True, order=True)
class Plaats:
    """File (as the user may click it), line and column; columns in code points, both from 1."""

    bestand: str
    regel: int = 1
    kolom: int = 1

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}:{self.kolom}"


@dataclass(frozen=True)
class Aanvaarding:
    """A finding accepted in dossier.yaml: it stays visible, it no longer blocks."""

    reden: str
    besloten_door: str
    op: str


@dataclass(frozen=True)
class Bevinding:
    """One finding: permanent code, severity, place, sentence (what, what to do), who acts."""

    code: str
    ernst: Ernst
    plaats: Plaats
    tekst: str
    wie: tuple[str, ...]
    maatstaf: Maatstaf | None = None
    bron: str = ""
    punt: str | None = None
    """Key of the point it belongs to, None for the dossier as a whole."""
    aanvaard: Aanvaarding | None = None
    veld: str = ""
    """File and field without row numbers, such as "mandaat.rechtsgronden.status"; what accepting
    a finding names as its place."""

    @property
    def alleen_bron(self) -> bool:
        """Whether it is contradictory by the judgement of a publication only."""
        return self.ernst is Ernst.TEGENSTRIJDIG and self.maatstaf is Maatstaf.BRON

    @property
    def breekt(self) -> bool:
        """Whether checking fails on it: unreadable, or contradictory by more than a publication."""
        hard = self.ernst in (Ernst.ONGELDIG, Ernst.TEGENSTRIJDIG) and not self.alleen_bron
        return hard and self.aanvaard is None

    @property
    def belet(self) -> bool:
        """Whether it keeps a letter from being final."""
        blocking = self.ernst in (Ernst.ONGELDIG, Ernst.TEGENSTRIJDIG, Ernst.ONTBREEKT)
        return blocking and self.aanvaard is None

    def __str__(self) -> str:
        wie = f" → {', '.join(self.wie)}" if self.wie else ""
        return f"{self.plaats}: {self.ernst.label} {self.code}: {self.tekst}{wie}"
