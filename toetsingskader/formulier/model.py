"""A form: what is asked of a point, field by field, and what the record answers now.

It knows nothing of Word, nor of the framework: the renderer draws it, and what was filled in comes
back under the same names.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from toetsingskader.source import Data, Pad

MAX_TAG = 64
"""Characters that Word keeps of the tag of a content control."""


class Deel(StrEnum):
    """Which part of an answer a control holds."""

    WAARDE = "waarde"
    BRON = "bron"
    DATUM = "datum"
    TOELICHTING = "toelichting"
    STAND = "stand"
    """Of a list or block as a whole: unknown, confidential, or none."""


class Vaksoort(StrEnum):
    """How a control is filled in."""

    KEUZE = "keuze"
    DATUM = "datum"
    REGEL = "regel"
    TEKST = "tekst"


Plek = tuple[Pad, Deel]
"""Which answer, and which part of it."""


@dataclass(frozen=True)
class Vak:
    """One control."""

    pad: Pad
    deel: Deel
    label: str
    soort: Vaksoort
    waarde: str = ""
    """As the record has it; of a choice the words a reader knows it by."""
    opties: Mapping[str, str] = field(default_factory=dict)
    uitleg: str = ""
    voorbeeld: str = ""
    nodig: bool = False

    @property
    def plek(self) -> Plek:
        """What is filled in here."""
        return self.pad, self.deel

    @property
    def naam(self) -> str:
        """The way to it as a reader of the record writes it: "rechtsgronden[0].soort"."""
        own = self.deel in (Deel.WAARDE, Deel.STAND)
        return written(self.pad) + ("" if own else f".{self.deel.value}")

    @property
    def uitnodiging(self) -> str:
        """What stands in the control while it is empty."""
        if self.deel is Deel.STAND:
            return "zie hieronder"
        if self.soort is Vaksoort.KEUZE:
            return "Kies"
        if self.soort is Vaksoort.DATUM:
            return "Kies of typ een datum"
        return f"Typ {self.voorbeeld}" if self.voorbeeld else "Typ hier"


@dataclass(frozen=True)
class Invul:
    """A value, and where it comes from."""

    vak: Vak
    herkomst: tuple[Vak, ...] = ()


@dataclass(frozen=True)
class Gesloten:
    """What stands in the record in a form that cannot be filled in here."""

    label: str
    tekst: str


@dataclass(frozen=True)
class Groep:
    """A block of fields; `stand` says it as a whole, when that can be said."""

    label: str
    uitleg: str
    stand: Vak | None
    onderdelen: tuple["Onderdeel", ...]


@dataclass(frozen=True)
class Rij:
    """A row of a list; `nieuw` is an empty one at the end, to be filled in."""

    nummer: int
    onderdelen: tuple["Onderdeel", ...]
    nieuw: bool = False


@dataclass(frozen=True)
class Rijen:
    """A list: rows of fields, or of one value each."""

    pad: Pad
    label: str
    uitleg: str
    stand: Vak
    herkomst: tuple[Vak, ...]
    rijen: tuple[Rij, ...]
    waarden: bool = False
    """Whether a row is a single value."""


Onderdeel = Invul | Gesloten | Groep | Rijen


@dataclass(frozen=True)
class Puntformulier:
    """What is asked of one point, or of a text that is no point."""

    sleutel: str
    titel: str
    vraag: str
    waarom: str
    goed: tuple[str, ...]
    bestand: str
    onderdelen: tuple[Onderdeel, ...]
    over: tuple[Onderdeel, ...]
    """What is asked about the point itself and not about the world."""
    gegevens: Data
    """What stands in the record, for comparison when the form comes back."""
    tekst: str
    vingerafdruk: str = ""
    leesbaar: bool = True

    def vakken(self) -> Iterator[Vak]:
        """All controls, in order."""
        return controls((*self.onderdelen, *self.over))

    def lijsten(self) -> Iterator[Rijen]:
        """All lists, also those in rows."""
        return lists((*self.onderdelen, *self.over))


@dataclass(frozen=True)
class Formulier:
    """One file: the points of one owner."""

    eigenaar: str
    titel: str
    """Of the assessment."""
    slug: str
    versie: str
    eigenschappen: Mapping[str, str]
    tijdstip: int
    punten: tuple[Puntformulier, ...]


def controls(onderdelen: tuple[Onderdeel, ...]) -> Iterator[Vak]:
    """All controls of these parts, in order."""
    for deel in onderdelen:
        if isinstance(deel, Invul):
            yield deel.vak
            yield from deel.herkomst
        elif isinstance(deel, Groep):
            yield from [deel.stand] if deel.stand else []
            yield from controls(deel.onderdelen)
        elif isinstance(deel, Rijen):
            yield deel.stand
            yield from deel.herkomst
            for rij in deel.rijen:
                yield from controls(rij.onderdelen)


def lists(onderdelen: tuple[Onderdeel, ...]) -> Iterator[Rijen]:
    """All lists of these parts, an outer one before those in its rows."""
    for deel in onderdelen:
        if isinstance(deel, Groep):
            yield from lists(deel.onderdelen)
        elif isinstance(deel, Rijen):
            yield deel
            for rij in deel.rijen:
                yield from lists(rij.onderdelen)


def written(pad: Pad) -> str:
    """A path with its rows counted from 0."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in pad)
    return "".join(parts).removeprefix(".")


def tag(punt: str, naam: str) -> str:
    """The tag of a control: the path, cut and made unique when it is too long for Word."""
    whole = f"{punt}.{naam}"
    if len(whole) <= MAX_TAG:
        return whole
    return f"{whole[: MAX_TAG - 9]}~{_digest(whole)[:8]}"


def bookmark(punt: str, naam: str) -> str:
    """The bookmark around a control, for editors that drop its tag."""
    return f"tv_{_digest(f'{punt}.{naam}')[:16]}"


def number(punt: str, naam: str) -> int:
    """The number of a control or of a row: Word keeps it, and gives a copy another one."""
    return int(_digest(f"{punt}.{naam}#")[:8], 16) % (2**31 - 2) + 1


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
