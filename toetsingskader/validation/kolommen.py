"""The first row of a table: which field each column holds, by key or by label."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.source import Cel, Data, Fault, Location
from toetsingskader.source.phrasing import shorten
from toetsingskader.validation.wording import LONG_FORM, near_name, unknown_name
from toetsingskader.waarden import normalise


@dataclass(frozen=True)
class Kolom:
    """One column: the path of its field within a row."""

    naam: str
    """Its name as typed."""
    plaats: Location
    pad: tuple[str, ...]
    veld: Veldbeschrijving

    @property
    def is_blok(self) -> bool:
        """Whether it is a block as a whole, of which the fields may be columns too."""
        return self.veld.model is not None

    def read(self, text: str) -> Data:
        """What a cell holds: a text, or the values of a list.

        A comma divides only choices: they have none, and any other text may.
        """
        if not self.veld.meervoud or self.pad[-1] not in (self.veld.naam, "waarde"):
            return text
        keuzes = self.veld.waardetype is not None and self.veld.waardetype.options
        parts = re.split("[|,]" if keuzes else r"\|", text)
        return [part.strip() for part in parts if part.strip()]


@dataclass
class Kop:
    """What the first row says."""

    kolommen: list[Kolom | None] = field(default_factory=list)
    """Per cell its column; None where it has no name, or none that counts. Empty: no header."""
    bedoeld: set[tuple[str, ...]] = field(default_factory=set)
    """Fields that a column with a wrong name probably holds."""
    faults: list[Fault] = field(default_factory=list)


def read_header(model: type[Blok], cellen: tuple[Cel, ...]) -> Kop:
    """Find the column of each cell of the first row."""
    kop = Kop()
    kolommen = [_find(model, cel, kop) for cel in cellen]
    if not any(kolommen):
        return Kop(faults=[_no_header(model, cellen[0].plaats)])
    different = list({k.pad: k for k in kolommen if k}.values())
    kolommen = [_beside_its_parts(k, different, kop.faults) for k in kolommen]
    first: dict[tuple[str, ...], Kolom] = {}
    for i, kolom in enumerate(kolommen):
        if kolom and first.setdefault(kolom.pad, kolom) is not kolom:
            kop.faults.append(_duplicate(kolom, first[kolom.pad]))
            kolommen[i] = None
    kop.kolommen = kolommen
    kop.bedoeld -= set(first)
    return kop


def _find(model: type[Blok], cel: Cel, kop: Kop) -> Kolom | None:
    if not cel.tekst:
        return None
    found = _resolve(model, cel.tekst.split("."))
    wat = f"De kolom '{shorten(cel.tekst)}'"
    if found is None:
        known = list(_known(model))
        zin = unknown_name(wat, shorten(cel.tekst), known)
        near = near_name(shorten(cel.tekst), known)
        kop.bedoeld |= {tuple(near.split("."))} if near else set()
    elif found[1].model and found[1].meervoud:
        zin = (
            f"{wat} hoort bij een veld dat zelf regels heeft, en die passen niet in een cel. "
            "Schrijf deze lijst in het bestand van het punt zelf."
        )
    else:
        return Kolom(cel.tekst, cel.plaats, *found)
    kop.faults.append(Fault(cel.plaats, "TABEL-KOLOM", zin))
    return None


def _resolve(
    model: type[Blok], parts: list[str]
) -> tuple[tuple[str, ...], Veldbeschrijving] | None:
    """Follow the parts of a name, such as "periode.van"; the last may be one of the long form."""
    veld, rest = _by_name(model).get(normalise(parts[0])), parts[1:]
    if veld is None:
        return None
    if not rest or (veld.meervoud and veld.model):
        return (veld.naam,), veld
    if veld.model:
        inner = _resolve(veld.model, rest)
        return ((veld.naam, *inner[0]), inner[1]) if inner else None
    part = normalise(rest[0])
    return ((veld.naam, part), veld) if len(rest) == 1 and part in LONG_FORM else None


def _by_name(model: type[Blok]) -> dict[str, Veldbeschrijving]:
    """The fields of a block by folded key, and by folded label where only one has it."""
    fields = beschrijf(model)
    labels = [normalise(b.veld.label) for b in fields]
    times = Counter(labels)
    named = {label: b for label, b in zip(labels, fields, strict=True) if times[label] == 1}
    return named | {normalise(b.naam): b for b in fields}


def _known(model: type[Blok], before: str = "", *, required: bool = False) -> Iterator[str]:
    """The names of all columns that a table of these rows may have, or must have."""
    for b in beschrijf(model):
        if required and not b.veld.vereist.rij:
            continue
        if b.model is None:
            yield before + b.naam
        elif not b.meervoud:
            yield from _known(b.model, f"{before}{b.naam}.", required=required)


def _beside_its_parts(
    kolom: Kolom | None, different: list[Kolom], faults: list[Fault]
) -> Kolom | None:
    """A column that has others within it: it is the value of a fact, or a block's one too many."""
    if kolom is None:
        return None
    size = len(kolom.pad)
    part = next((k for k in different if k.pad[:size] == kolom.pad and k.pad[size:]), None)
    if part is None:
        return kolom
    if not kolom.is_blok:
        return replace(kolom, pad=(*kolom.pad, "waarde"))
    zin = (
        f"De kolom '{kolom.naam}' wordt niet gelezen, want er is ook een kolom '{part.naam}'. "
        "Haal een van de twee weg; 'onbekend' en 'vertrouwelijk' mogen ook in die laatste staan."
    )
    faults.append(Fault(kolom.plaats, "TABEL-DUBBEL", zin))
    return None


def _duplicate(kolom: Kolom, first: Kolom) -> Fault:
    return Fault(
        kolom.plaats,
        "TABEL-DUBBEL",
        f"De kolom '{kolom.naam}' staat er twee keer; die in kolom {first.plaats.kolom} van deze "
        "regel telt. Haal een van de twee weg.",
    )


def _no_header(model: type[Blok], place: Location) -> Fault:
    names = list(_known(model, required=True)) or list(_known(model))
    return Fault(
        place,
        "TABEL-KOP",
        "De eerste regel noemt geen enkel veld dat hier bekend is, en de tabel wordt niet "
        f"gelezen. Zet in de eerste regel de namen van de velden, zoals: {';'.join(names)}.",
    )
