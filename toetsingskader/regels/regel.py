"""What a rule is: permanent code, severity, yardstick, source, what it reads, and its function."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from toetsingskader.kader import PUNTEN, Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf


@dataclass(frozen=True)
class Melding:
    """What a rule saw in one record: where, and the sentence that says what to do.

    `sleutel` is the file ("dossier", "mandaat" …), `pad` the field in it. `ernst` is given only
    where this case weighs less than the rule's own severity.
    """

    sleutel: str
    pad: Pad
    tekst: str
    ernst: Ernst | None = None
    over: str = ""
    """The point it is about, when that is not the file it stands in."""
    wie: str = ""
    """An office that acts besides."""


T = TypeVar("T")


def numbered(veld: str, rijen: Iterable[T]) -> Iterator[tuple[Pad, T]]:
    """The rows of a list, each with its path."""
    for i, rij in enumerate(rijen):
        yield (veld, i), rij


Functie = Callable[[Beoordeling], Iterator[Melding]]


@dataclass(frozen=True)
class Regel:
    """One rule of the book.

    A rule reads fields only, never a clock or a disk. *Nee* contradicts; an empty or unknown
    answer never does. `leest` names the fields ("mandaat.rechtsgronden.status"): when one of them
    could not be read, the rule is reported as not evaluated. `vervangt` names a field whose plain
    completeness finding this rule gives in better words.
    """

    code: str
    ernst: Ernst
    maatstaf: Maatstaf
    zin: str
    bron: str
    leest: tuple[str, ...]
    functie: Functie
    regelset: str = ""
    """Empty for a rule that holds for every mission."""
    soorten: str = ""
    """The kinds of letter it holds for, as letters; empty for all."""
    vervangt: str = ""
    ook: tuple[str, ...] = ()
    """Offices that act besides the owner of the point a finding is about."""

    @property
    def beide_eigenaren(self) -> tuple[str, ...]:
        """The two points that contradict each other: either may be wrong, so both owners act."""
        punten = tuple(
            dict.fromkeys(v.split(".")[0] for v in self.leest if v.split(".")[0] in PUNTEN)
        )
        return punten if self.ernst is Ernst.TEGENSTRIJDIG and len(punten) == 2 else ()

    def geldt(self, soort: Briefsoort) -> bool:
        """Whether it holds for a letter of this kind."""
        return not self.soorten or soort.letter in self.soorten
