"""The rows of a table in the place of the `tabel` that names it, as if they were typed there."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.veld import find_field
from toetsingskader.source import Cel, Data, Fault, Location, Pad, Source, Tabel
from toetsingskader.source.phrasing import shorten
from toetsingskader.validation.kolommen import Kolom, read_header


class Vulling:
    """The fields of one file while the rows of its tables are put in place.

    Where the framework has no list of rows `tabel` stays, to be reported as an unknown field.
    """

    def __init__(
        self, model: type[Blok], source: Source, tabellen: Mapping[Pad, Tabel | None]
    ) -> None:
        self.faults: list[Fault] = []
        self.onleesbaar: list[Pad] = []
        """Paths of what could not be read, the way `loop` gives them."""
        self._data: Any = copy.deepcopy(source.data) if tabellen else source.data
        self._places = dict(source.places)
        self._values = dict(source.values)
        # Deepest first: what stands in rows that give way to a table is still where it was.
        for pad, tabel in sorted(tabellen.items(), key=lambda t: -len(t[0])):
            veld, short = find_field(model, pad)
            if veld is not None and veld.meervoud and veld.model:
                self._fill(veld.model, pad, short, tabel)
        self.source = replace(source, data=self._data, places=self._places, values=self._values)

    def _fill(self, model: type[Blok], pad: Pad, short: Pad, tabel: Tabel | None) -> None:
        holder = self._data
        for part in pad[:-1]:
            holder = holder[part]
        if isinstance(pad[-1], int):
            self._report((*pad, "tabel"), _AMONG_ROWS)
            tabel = None
        rest = self._beside(pad, holder[pad[-1]]) if tabel else {}
        base: Pad = (*pad, "waarde") if rest else pad
        rows = self._rows(model, base, short, tabel) if tabel else None
        if rows is None:
            self.onleesbaar.append(short)
        holder[pad[-1]] = {**rest, "waarde": rows} if rest else rows

    def _beside(self, pad: Pad, written: dict[str, Data]) -> dict[str, Data]:
        """The source, date and explanation that stand next to `tabel`; all else gives way."""
        for key in [k for k in written if k not in ("tabel", *_BESIDE_TABLE)]:
            zin = _ALSO_ROWS if key == "waarde" else _UNKNOWN.format(key=shorten(key))
            self._report((*pad, key), zin)
            within = (*pad, key)
            self._places = {p: v for p, v in self._places.items() if p[: len(within)] != within}
        return {k: v for k, v in written.items() if k in _BESIDE_TABLE}

    def _report(self, pad: Pad, zin: str) -> None:
        self.faults.append(Fault(self._places[pad], "TABEL-RIJEN", zin))

    def _rows(self, model: type[Blok], base: Pad, short: Pad, tabel: Tabel) -> list[Data] | None:
        self.faults += tabel.faults
        if not tabel.kop:
            return None
        kop = read_header(model, tabel.kop)
        self.faults += kop.faults
        if not kop.kolommen:
            return None
        rows: list[Data] = []
        for i, cellen in enumerate(tabel.rijen):
            rows.append(self._row((*base, i), kop.kolommen, cellen))
            stray = next(_without_column(tabel.kop, cellen), None)
            if stray:
                self.faults.append(_stray(stray))
            if stray or i in tabel.kapot:
                self.onleesbaar.append((*short, i))
            self.onleesbaar += [(*short, i, *pad) for pad in sorted(kop.bedoeld)]
        return rows

    def _row(
        self, base: Pad, kolommen: list[Kolom | None], cellen: tuple[Cel, ...]
    ) -> dict[str, Data]:
        row: dict[str, Any] = {}
        self._locate(base, cellen[0].plaats)
        for kolom, cel in zip(kolommen, cellen, strict=False):
            if kolom is None:
                continue
            pad = (*base, *kolom.pad)
            for size in range(len(base) + 1, len(pad) + 1):
                self._locate(pad[:size], cel.plaats)
            if not cel.tekst:
                continue
            value = kolom.read(cel.tekst)
            for i in range(len(value) if isinstance(value, list) else 0):
                self._locate((*pad, i), cel.plaats)
            holder = row
            for key in kolom.pad[:-1]:
                holder = holder.setdefault(key, {})
            holder[kolom.pad[-1]] = value
        return row

    def _locate(self, pad: Pad, place: Location) -> None:
        self._places.setdefault(pad, place)
        self._values.setdefault(pad, place)


def _without_column(kop: tuple[Cel, ...], cellen: tuple[Cel, ...]) -> Iterator[Cel]:
    """The cells of a row above which no name stands."""
    for naam, cel in zip_longest(kop, cellen):
        if cel and cel.tekst and not (naam and naam.tekst):
            yield cel


def _stray(cel: Cel) -> Fault:
    return Fault(
        cel.plaats,
        "TABEL-CEL",
        f"'{shorten(cel.tekst)}' staat in een kolom die in de eerste regel geen naam heeft. Geef "
        "de kolom een naam of haal de cel weg; staat er een puntkomma in een tekst, zet dan die "
        "hele cel tussen aanhalingstekens.",
    )


_BESIDE_TABLE = ("bron", "datum", "toelichting")
_AMONG_ROWS = (
    "Een tabel staat in de plaats van alle regels, niet ertussen; zij wordt niet gelezen. Haal het "
    "streepje voor 'tabel' weg, en zet alle regels in de tabel."
)
_ALSO_ROWS = "Hier staan zowel een tabel als regels; de tabel telt. Haal een van de twee weg."
_UNKNOWN = "'{key}' wordt niet gelezen. Naast 'tabel' kunnen staan: bron, datum, toelichting."
