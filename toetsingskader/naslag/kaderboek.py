"""The framework as a page: its points, and with a point all of its fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from toetsingskader.errors import UsageError
from toetsingskader.kader import PARAFEN_PROZA, PROZA, PUNTEN
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Punt
from toetsingskader.kader.veld import alle_velden
from toetsingskader.kader.versie import KADER, SCHEMA
from toetsingskader.kader.zoek import unknown_point
from toetsingskader.naslag.blad import Alinea, Blad, Deel, Kop, Rooster
from toetsingskader.naslag.brieven import letters
from toetsingskader.naslag.veldwoorden import destination, kind, required
from toetsingskader.regels import WAARSCHUWING
from toetsingskader.toetsing import Herkomst

_INLEIDING = (
    f"De aandachtspunten van het kader {KADER}, schema {SCHEMA}. Het zijn punten van aandacht, "
    "geen criteria. 'toetsingskader kader PUNT' noemt de velden van een punt. Onder Parafen staat "
    f"wat een definitieve brief vraagt; voor {' en '.join(PROZA)} is dat: "
    f"{', '.join(map(str, PARAFEN_PROZA))}."
)


@dataclass(frozen=True)
class Veldblad:
    """One field as a reader sees it."""

    veld: str
    label: str
    uitleg: str
    soort: str
    keuzes: tuple[str, ...]
    vereist: str
    bestemming: str
    vertrouwelijk: bool
    """Whether `vertrouwelijk` may be answered."""


@dataclass(frozen=True)
class Puntblad:
    """One point as a reader sees it."""

    sleutel: str
    pijler: str
    titel: str
    nummer: str
    vraag: str
    eigenaar: str
    brieven: str
    bron: str
    geverifieerd: str
    parafen: tuple[str, ...]
    """The approvals that a final letter needs."""
    velden: tuple[Veldblad, ...] = ()


@dataclass(frozen=True)
class Kaderboek:
    """What the page says, as data."""

    waarschuwing: str
    kader: str
    schema: int
    punten: tuple[Puntblad, ...]


def kader(punten: Sequence[str] = ()) -> Blad:
    """All points, or these with their fields; raises UsageError for one that does not exist."""
    for naam in punten:
        if naam not in PUNTEN:
            raise UsageError(unknown_point(naam, PUNTEN))
    sheets = tuple(_sheet(PUNTEN[s]) for s in (punten or PUNTEN))
    if punten:
        sheets = tuple(replace(s, velden=tuple(_fields(PUNTEN[s.sleutel]))) for s in sheets)
    boek = Kaderboek(WAARSCHUWING, KADER, SCHEMA, sheets)
    delen: list[Deel] = [Alinea(WAARSCHUWING, nadruk=True)]
    if punten:
        delen += [deel for sheet in sheets for deel in _in_full(sheet)]
    else:
        delen += [Kop("Aandachtspunten", 1), Alinea(_INLEIDING)]
        for pijler in dict.fromkeys(s.pijler for s in sheets):
            own = [s for s in sheets if s.pijler == pijler]
            delen += [Kop(pijler.capitalize()), _table(own)]
    return Blad(tuple(delen), boek)


def _sheet(punt: type[Punt]) -> Puntblad:
    k = punt.kader
    return Puntblad(
        k.sleutel,
        k.pijler,
        k.titel,
        f"nr. {k.nummer}" if k.herkomst is Herkomst.TOETSINGSKADER else "aanvulling",
        k.vraag,
        k.eigenaar,
        letters(k.soorten),
        k.bron,
        "ja" if k.geverifieerd else "nee",
        tuple(map(str, k.parafen)),
    )


def _table(sheets: Sequence[Puntblad]) -> Rooster:
    return Rooster(
        (
            "Punt",
            "Sleutel",
            "Nummer",
            "Vraag",
            "Eigenaar",
            "Gevraagd in",
            "Bron",
            "Geverifieerd",
            "Parafen",
        ),
        tuple(
            (
                s.titel,
                s.sleutel,
                s.nummer,
                s.vraag,
                s.eigenaar,
                s.brieven,
                s.bron,
                s.geverifieerd,
                ", ".join(s.parafen),
            )
            for s in sheets
        ),
    )


def _in_full(sheet: Puntblad) -> Iterator[Deel]:
    yield Kop(sheet.titel, 1)
    table = _table([sheet])
    yield replace(table, koppen=table.koppen[1:], rijen=(table.rijen[0][1:],))
    yield Kop("Velden")
    yield Rooster(
        ("Veld", "Label", "Uitleg", "Soort", "Keuzes", "Vereist", "Bestemming", "Vertrouwelijk"),
        tuple(
            (
                v.veld,
                v.label,
                v.uitleg,
                v.soort,
                ", ".join(v.keuzes),
                v.vereist,
                v.bestemming,
                "mag" if v.vertrouwelijk else "",
            )
            for v in sheet.velden
        ),
    )


def _fields(punt: type[Punt]) -> Iterator[Veldblad]:
    """The point's own fields; those every point has stand in the handleiding."""
    naar: dict[str, str] = {}
    secret: dict[str, bool] = {}
    for pad, beschrijving in alle_velden(punt):
        around = pad.rpartition(".")[0]
        veld = beschrijving.veld
        naar[pad] = veld.naar or naar.get(around, "b")
        secret[pad] = veld.vertrouwelijk or secret.get(around, False)
        if pad.split(".")[0] in GEMEENSCHAPPELIJK:
            continue
        yield Veldblad(
            pad,
            veld.label,
            veld.uitleg,
            kind(beschrijving),
            tuple(beschrijving.waardetype.options.values()) if beschrijving.waardetype else (),
            required(veld.vereist),
            destination(naar[pad]),
            secret[pad],
        )
