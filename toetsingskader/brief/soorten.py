"""The kinds of letter this version can write: each is one row and one text template."""

from dataclasses import dataclass
from enum import StrEnum

from toetsingskader.kader.veld import Briefsoort


class Kamer(StrEnum):
    """The chamber a copy is addressed to."""

    TWEEDE = "tweede"
    EERSTE = "eerste"

    @property
    def afkorting(self) -> str:
        """As file names have it: "tk" or "ek"."""
        return f"{self.value[0]}k"


@dataclass(frozen=True)
class Soort:
    """One kind of letter."""

    sjabloon: str
    """The text template in templates/brief."""
    bestand: str
    """Begin of the file name."""


SOORTEN: dict[Briefsoort, Soort] = {
    Briefsoort.ARTIKEL_100: Soort("artikel-100.md.j2", "artikel-100-brief"),
}
