"""The framework as a page: its points in a table; with a point the page of `uitleg` about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from toetsingskader.errors import UsageError
from toetsingskader.kader import PARAFEN_PROZA, PROZA, PUNTEN
from toetsingskader.kader.versie import KADER, SCHEMA
from toetsingskader.kader.zoek import unknown_point
from toetsingskader.naslag.blad import Alinea, Blad, Deel, Kop
from toetsingskader.naslag.puntblad import Puntblad, all_sheets, sheet_of, shown, table_of
from toetsingskader.regels import WAARSCHUWING

_INLEIDING = (
    f"De aandachtspunten van het kader {KADER}, schema {SCHEMA}. Het zijn punten van aandacht, "
    "geen criteria. 'toetsingskader uitleg PUNT' legt een punt uit en noemt de velden. Onder "
    f"Parafen staat wat een definitieve brief vraagt; voor {' en '.join(PROZA)} is dat: "
    f"{', '.join(map(str, PARAFEN_PROZA))}."
)


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
    sheets = tuple(sheet_of(PUNTEN[s]) for s in punten) or all_sheets(voluit=False)
    delen: list[Deel] = [Alinea(WAARSCHUWING, nadruk=True)]
    if punten:
        delen += [deel for sheet in sheets for deel in shown(sheet)]
    else:
        delen += [Kop("Aandachtspunten", 1), Alinea(_INLEIDING)]
        for pijler in dict.fromkeys(s.pijler for s in sheets):
            delen += [
                Kop(pijler.capitalize()),
                table_of(s for s in sheets if s.pijler == pijler),
            ]
    return Blad(tuple(delen), Kaderboek(WAARSCHUWING, KADER, SCHEMA, sheets))
