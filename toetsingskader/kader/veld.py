"""What the framework says about each field: label, help, for which letters, where it may land."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypedDict, Unpack, get_args, get_origin

from pydantic import Field

from toetsingskader.kader.antwoord import Antwoord, Blok, Feit, Lijst
from toetsingskader.source import Pad
from toetsingskader.waarden import Waardetype
from toetsingskader.waarden.tekst import REGEL, TEKST


class Briefsoort(StrEnum):
    """The kinds of letter, by the key used in `brieven[].soort`."""

    KENNISGEVING = "kennisgeving"
    ARTIKEL_100 = "artikel_100"
    VERLENGING = "verlenging"
    AANVULLEND = "aanvullend"
    NEGATIEF = "negatief"
    STAND_VAN_ZAKEN = "stand_van_zaken"
    ARTIKEL_97 = "artikel_97"
    VOORTGANGSRAPPORTAGE = "voortgangsrapportage"
    BESLISNOTA = "beslisnota"

    @property
    def letter(self) -> str:
        """The capital that `vereist` uses for this kind."""
        return _LETTERS[self]

    @property
    def label(self) -> str:
        """The Dutch name a user sees."""
        return _LABELS[self]


_LETTERS = dict(zip(Briefsoort, "KAVVNSLRB", strict=True))
_LABELS = dict(
    zip(
        Briefsoort,
        (
            "kennisgevingsbrief",
            "artikel 100-brief",
            "verlengingsbrief",
            "aanvullende artikel 100-brief",
            "brief over een negatief besluit",
            "stand-van-zakenbrief",
            "artikel 97-brief",
            "voortgangsrapportage",
            "beslisnota",
        ),
        strict=True,
    )
)

Voorwaarde = Callable[[Any], bool]


@dataclass(frozen=True)
class Vereist:
    """When a field must be answered.

    `soorten` are kinds of letter; `bekend` says that *onbekend* is not enough for a final letter;
    `rij` that the key is required in every row; `als` is a condition on the block it stands in.
    """

    soorten: str = ""
    bekend: bool = False
    rij: bool = False
    als: Voorwaarde | None = None

    @property
    def gevraagd(self) -> bool:
        """Whether anything asks for the field at all."""
        return self.rij or bool(self.soorten)

    def geldt(self, soort: Briefsoort, blok: Blok) -> bool:
        """Whether a letter of this kind needs the field of this block."""
        if self.als is not None and not self.als(blok):
            return False
        return self.rij or soort.letter in self.soorten


def vereist(text: str, als: Voorwaarde | None = None) -> Vereist:
    """Read the short notation of the specification: "A V L!" or "!" (required in each row)."""
    letters = "".join(c for c in text if c.isalpha())
    return Vereist(letters, "!" in text, rij=text.strip() == "!", als=als)


@dataclass(frozen=True)
class Veld:
    """Metadata of one field."""

    label: str
    uitleg: str = ""
    vereist: Vereist = Vereist()
    naar: str = ""
    """Letters b (brief), n (nota), i (intern); empty in a row: as the list it stands in."""
    vertrouwelijk: bool = False
    leeg_is_geen: bool = False
    """Whether an empty list, typed as [], is the answer "none"."""


class Kolommen(TypedDict, total=False):
    """What the specification says of a field besides its label and help."""

    nodig: str
    """The column *vereist*; see `vereist`."""
    naar: str
    v: bool
    """Whether it may be vertrouwelijk."""
    als: Voorwaarde | None
    alias: str
    """The key in the record, where pydantic needs the name in Python for itself."""
    leeg_is_geen: bool


def veld(
    label: str, uitleg: str = "", *, standaard: Any = None, **kolommen: Unpack[Kolommen]
) -> Any:
    """Declare a field."""
    meta = Veld(
        label,
        uitleg,
        vereist(kolommen.get("nodig", ""), kolommen.get("als")),
        kolommen.get("naar", ""),
        kolommen.get("v", False),
        kolommen.get("leeg_is_geen", False),
    )
    default: Any = Feit() if standaard is None else standaard
    return Field(
        default=default,
        alias=kolommen.get("alias"),
        title=label,
        description=uitleg or None,
        json_schema_extra={"veld": meta},  # type: ignore[dict-item]
    )


def lijst(label: str, uitleg: str = "", **kolommen: Unpack[Kolommen]) -> Any:
    """Declare a list, of values or of rows."""
    return veld(label, uitleg, standaard=Lijst(), **kolommen)


def blok(model: type[Blok], label: str, uitleg: str = "", **kolommen: Unpack[Kolommen]) -> Any:
    """Declare a block of fields."""
    return veld(label, uitleg, standaard=model(), **kolommen)


@dataclass(frozen=True)
class Veldbeschrijving:
    """One field of a model as the checks, reports and letters walk over it."""

    naam: str
    """The key in the record."""
    attribuut: str
    """The name in Python; differs only where pydantic needs the key for itself."""
    veld: Veld
    waardetype: Waardetype | None
    """How one value is shown; None when it is a block or rows of blocks."""
    model: type[Blok] | None
    """The block, or the block of each row."""
    meervoud: bool

    @property
    def voorbeeld(self) -> str:
        """What may be typed as one value: of a choice the first; "…" where only words fit."""
        if self.waardetype is None or self.waardetype in (REGEL, TEKST):
            return "…"
        return next(iter(self.waardetype.options.values()), self.waardetype.example)


def _value_type(annotation: Any) -> Waardetype | None:
    return next((a for a in get_args(annotation) if isinstance(a, Waardetype)), None)


@cache
def beschrijf(model: type[Blok]) -> tuple[Veldbeschrijving, ...]:
    """The fields of a model in order of declaration, its own before those that all blocks have."""
    result = []
    own_first = sorted(model.model_fields.items(), key=lambda f: f[0] not in model.__annotations__)
    for naam, info in own_first:
        extra = info.json_schema_extra
        meta = extra["veld"] if isinstance(extra, dict) else Veld(naam)
        assert isinstance(meta, Veld)
        annotation: Any = info.annotation
        meervoud = get_origin(annotation) is Lijst
        inner = get_args(annotation)[0] if get_origin(annotation) in (Feit, Lijst) else annotation
        is_blok = isinstance(inner, type) and issubclass(inner, Blok)
        result.append(
            Veldbeschrijving(
                info.alias or naam,
                naam,
                meta,
                _value_type(inner),
                inner if is_blok else None,
                meervoud,
            )
        )
    return tuple(result)


def alle_velden(model: type[Blok], om: str = "") -> Iterator[tuple[str, Veldbeschrijving]]:
    """Every field of a model by its path without rows, those of rows and blocks included."""
    for b in beschrijf(model):
        yield f"{om}{b.naam}", b
        if b.model:
            yield from alle_velden(b.model, f"{om}{b.naam}.")


@dataclass(frozen=True)
class Bezoek:
    """One answer met while walking: where it stands, what it is, and the block around it."""

    pad: Pad
    beschrijving: Veldbeschrijving
    antwoord: Antwoord | Blok
    houder: Blok
    naar: str
    rij: Blok | None = None
    """The row of a list that it belongs to, if any."""
    om: Vereist = Vereist()
    """What is required of the block or list around it."""


def visits(houder: Blok) -> tuple[Bezoek, ...]:
    """Every answer of a block, in order; remembered, for a block never changes once it is read."""
    if houder._visits is None:
        houder._visits = tuple(loop(houder))
    found: tuple[Bezoek, ...] = houder._visits
    return found


def loop(
    houder: Blok,
    pad: Pad = (),
    naar: str = "b",
    rij: Blok | None = None,
    om: Vereist = Vereist(),
) -> Iterator[Bezoek]:
    """Visit every answer of a block, rows and nested blocks included, in order.

    A block without an answer is entered only when nothing is required of it as a whole: the
    letters then ask for its fields one by one.
    """
    for b in beschrijf(type(houder)):
        antwoord = getattr(houder, b.attribuut)
        bestemming = b.veld.naar or naar
        vereist = b.veld.vereist
        yield Bezoek((*pad, b.naam), b, antwoord, houder, bestemming, rij, om)
        if b.model and isinstance(antwoord, Lijst):
            for i, row in enumerate(antwoord.rijen):
                yield from loop(row, (*pad, b.naam, i), bestemming, row, vereist)
        elif isinstance(antwoord, Blok) and (antwoord.bekend or not vereist.gevraagd):
            yield from loop(antwoord, (*pad, b.naam), bestemming, rij, vereist)


def find_field(model: type[Blok], pad: Pad) -> tuple[Veldbeschrijving | None, Pad]:
    """The field that a path in the data leads to, and that path the way `loop` gives it.

    They differ where a list is written long: the data then has `waarde` between it and its rows.
    """
    current: type[Blok] | None = model
    found: Veldbeschrijving | None = None
    short: list[str | int] = []
    for before, part in zip(("", *pad), pad, strict=False):
        if part == "waarde" and found and found.meervoud and before == found.naam:
            continue
        short.append(part)
        if isinstance(part, str):
            fields = beschrijf(current) if current else ()
            found = next((b for b in fields if b.naam == part), None)
            current = found.model if found else None
    return found, tuple(short)
