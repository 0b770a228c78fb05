"""`toets`: read and check a record, and report what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.commands.vervallen import with_changes
from toetsingskader.errors import ExitCode, UsageError
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.output import write_all
from toetsingskader.rapport import FORMATEN
from toetsingskader.record import Record, load
from toetsingskader.regels import check
from toetsingskader.toetsing import Toetsing
from toetsingskader.validation import validate

RAPPORTEN = {"html": "html", "markdown": "md", "json": "json"}
"""The reports that are files of their own: format to file extension."""


@dataclass(frozen=True)
class Getoetst:
    """A record that was read and checked."""

    map: Path
    beoordeling: Beoordeling
    soort: Briefsoort
    toetsing: Toetsing


def assess(folder: Path, soort: Briefsoort | None = None, optie: str | None = None) -> Getoetst:
    """Read and check one record, for this kind of letter or the next one the record names.

    With `optie` as if that option were taken, else with the chosen one. Raises UsageError for an
    option that the record does not have.
    """
    return assess_record(load(folder), folder, soort, optie)


def assess_record(
    record: Record, folder: Path, soort: Briefsoort | None, optie: str | None = None
) -> Getoetst:
    """The same for a record that was read already."""
    b, gelezen = validate(record)
    known = [o.sleutel.waarde for o in b.dossier.opties if o.sleutel.waarde]
    if optie and optie not in known:
        there = f" Kies uit: {', '.join(known)}." if known else " Dit dossier heeft geen opties."
        raise UsageError(f"De optie '{optie}' staat niet in {record.pad('dossier')}.{there}")
    optie, soort = optie or b.gekozen, soort or b.dossier.volgende_brief()
    taken = b.voor_optie(optie)
    toetsing = with_changes(check(b, gelezen, soort, optie), taken, folder)
    return Getoetst(folder, taken, soort, toetsing)


def exit_code(toetsing: Toetsing, *, streng: bool) -> ExitCode:
    """What `toets` gives the shell for this result."""
    if toetsing.tegenstrijdig_volgens_dossier:
        return ExitCode.BEVINDINGEN
    if streng and toetsing.belet_definitief:
        return ExitCode.BEVINDINGEN
    return ExitCode.GOED


def report(toetsingen: Iterable[Toetsing], formaat: str) -> str:
    """The reports of these results in one text.

    Raises UsageError when a format that holds one result is asked for several.
    """
    results = list(toetsingen)
    if formaat in ("html", "json") and len(results) != 1:
        raise UsageError(
            f"Een rapport in {formaat.upper()} gaat over één beoordeling. Noem welke u wilt."
        )
    return "\n".join(FORMATEN[formaat](t) for t in results)


def format_for(target: Path | None, formaat: str | None = None) -> str:
    """The format that was asked, or else that the name of a file asks for.

    Raises UsageError for a name that promises what no report is, such as a Word file.
    """
    suffix = target.suffix.removeprefix(".").lower() if target else ""
    by_name = {"": "tekst", "txt": "tekst"} | {ext: f for f, ext in RAPPORTEN.items()}
    if suffix not in by_name:
        known = ", ".join(f".{extension}" for extension in by_name if extension)
        raise UsageError(
            f"Een rapport in de vorm '.{suffix}' kan dit programma niet schrijven. Kies voor "
            f"'{target}' een naam die eindigt op een van: {known}."
        )
    return formaat or by_name[suffix]


def write_report(text: str, target: Path) -> None:
    """Write a report to a file.

    Raises OutputError, and UsageError for a place inside an assessment: nothing is written there.
    """
    if any((folder / "dossier.yaml").exists() for folder in target.absolute().parents):
        raise UsageError(
            f"'{target}' ligt in de map van een beoordeling, en daar schrijft het programma niet. "
            "Kies een plek daarbuiten."
        )
    write_all({target: text.encode("utf-8")})
