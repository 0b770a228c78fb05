"""The tables in bijlagen/: which ones the fields refer to, and what stands in them.

Instead of rows a list may say `{tabel: bijlagen/kosten.csv}`. Only such a file is opened.
"""

import difflib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.record.schijf import leads_outside, read_file
from toetsingskader.source import Data, Location, Pad, Source, Tabel, parse_tabel

MAP = "bijlagen"
_FORM = re.compile(rf"{MAP}(?:/(?!\.)[^/\\:]+)+\.[cC][sS][vV]")

Tabellen = Mapping[Pad, Tabel | None]
"""Per place of a `tabel` what it refers to; None when that cannot be read."""


@dataclass(frozen=True)
class Misser:
    """What does not lead to a table or figure: in which file and where it stands, and why."""

    sleutel: str
    plaats: Location
    code: str
    tekst: str


def read_tables(
    folder: Path, map_: str, teksten: Mapping[str, Source]
) -> tuple[dict[str, Tabellen], list[Misser], list[str]]:
    """Open every table that is referred to; gives also what failed, and the files not in use."""
    tables = _Tables(folder, map_)
    found = {sleutel: dict(tables.read(sleutel, source)) for sleutel, source in teksten.items()}
    unused = [naam for naam in tables.names if naam not in tables.used]
    return {s: t for s, t in found.items() if t}, tables.missers, unused


class _Tables:
    """The tables of one record while they are looked up."""

    def __init__(self, folder: Path, map_: str) -> None:
        self.missers: list[Misser] = []
        self.names = _csv_files(folder)
        self.used: set[str] = set()
        self._folder = folder
        self._map = map_

    def read(self, sleutel: str, source: Source) -> Iterator[tuple[Pad, Tabel | None]]:
        """Every table that one file refers to."""
        for pad, naam in _references(source.data):
            refusal = self._refuse(naam)
            self.used.add(str(naam))
            if refusal:
                place = source.values.get((*pad, "tabel"), Location(1, 1))
                self.missers.append(Misser(sleutel, place, *refusal))
                yield pad, None
            else:
                raw = read_file(self._folder / str(naam))
                yield pad, parse_tabel(raw, f"{self._map}/{naam}")

    def _refuse(self, naam: Data) -> tuple[str, str] | None:
        """Code and sentence when this names no table that may be read."""
        form = f"Zet de tabel in de map '{MAP}' van deze beoordeling en noem haar zo: "
        form += f"tabel: {MAP}/kosten.csv."
        if not isinstance(naam, str) or not _FORM.fullmatch(naam):
            what = f"'{naam}' is" if isinstance(naam, str) else "Dit is"
            return "TABEL-PAD", f"{what} niet het pad van een CSV-bestand in de map '{MAP}'. {form}"
        path = self._folder / naam
        if leads_outside(path, self._folder) or leads_outside(path, self._folder / MAP):
            what = f"'{naam}' is een koppeling die niet uitkomt in de map '{MAP}' en wordt niet "
            return "TABEL-PAD", what + f"gelezen. {form}"
        if not _is_file(path):
            near = difflib.get_close_matches(naam, self.names, 1, 0.6)
            hint = f" Bedoelde u '{near[0]}'?" if near else ""
            return "TABEL-ONTBREEKT", f"De tabel '{naam}' is er niet.{hint} {form}"
        if naam in self.used:
            return (
                "TABEL-TWEEMAAL",
                f"De tabel '{naam}' staat al bij een ander veld. Maak voor elk veld een eigen "
                "CSV-bestand; anders telt dezelfde regel twee keer.",
            )
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # For instance a name that is too long.
        return False


def _references(data: Data, pad: Pad = ()) -> Iterator[tuple[Pad, Data]]:
    """Every block with a `tabel`, and what it names."""
    if isinstance(data, dict):
        if "tabel" in data:
            yield pad, data["tabel"]
        for key, value in data.items():
            yield from _references(value, (*pad, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _references(value, (*pad, i))


def _csv_files(folder: Path) -> list[str]:
    """Every CSV file in bijlagen/, as the record would name it."""
    root = folder / MAP
    if leads_outside(root, folder):
        return []
    found = []
    for here, folders, files in os.walk(root):
        folders[:] = [f for f in folders if not f.startswith(".")]
        relative = Path(here).relative_to(folder)
        found += [
            (relative / name).as_posix()
            for name in files
            if name.lower().endswith(".csv") and not name.startswith((".", "~$"))
        ]
    return sorted(found)
