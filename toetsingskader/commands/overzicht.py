"""`overzicht`: where all assessments stand, a row for each."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from toetsingskader.commands.beoordelingen import all_records, find_record
from toetsingskader.commands.maak import UITVOER
from toetsingskader.commands.toets import assess, write_report
from toetsingskader.commands.velen import for_each
from toetsingskader.errors import ToetsingskaderError
from toetsingskader.rapport import OVERZICHTEN
from toetsingskader.rapport.overzicht import Overzichtsrij, rij, unreadable

VORMEN = {"tekst": "txt", "html": "html", "json": "json"}
"""Format to file extension; the first is the default."""

INDEX = Path(UITVOER, "index.html")
REPORT = "volledigheid.html"


def survey(namen: Sequence[str]) -> list[Overzichtsrij]:
    """The rows of these records, or of all in `assessments/` here.

    A record that cannot be opened is a row that says so. Raises InputError when there is none.
    """
    return [*for_each(_row, namen or [str(path) for path in all_records(Path())])]


def _row(naam: str) -> Overzichtsrij:
    try:
        return rij(assess(find_record(naam, Path())).toetsing)
    except ToetsingskaderError as error:
        return unreadable(naam, str(error), error.exit_code)


def present(rijen: Sequence[Overzichtsrij], formaat: str, target: Path | None) -> str:
    """The overview; a page links the reports that are there, seen from where it is written."""
    where = target.parent if target else Path()
    return OVERZICHTEN[formaat](rijen, _links(rijen, where) if formaat == "html" else {})


def write_index(rijen: Sequence[Overzichtsrij]) -> Path:
    """Write the page beside the reports it links; gives its place. Raises OutputError."""
    write_report(present(rijen, "html", INDEX), INDEX)
    return INDEX


def _links(rijen: Iterable[Overzichtsrij], where: Path) -> dict[str, str]:
    there = {r.map: Path(UITVOER, r.slug, REPORT) for r in rijen if not r.fout}
    return {
        folder: _address(os.path.relpath(report, where))
        for folder, report in there.items()
        if report.is_file()
    }


def _address(path: str) -> str:
    """A path as a browser takes it; a name that is no text of the system keeps its bytes."""
    return quote(Path(path).as_posix(), errors="surrogateescape")
