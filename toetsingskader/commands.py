"""Each command as its steps in order; reads records, writes results, prints nothing."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.document import Document
from toetsingskader.errors import ExitCode, InputError, UsageError
from toetsingskader.kader import EIGENAAR_DOSSIER, Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.zoek import find_text
from toetsingskader.moment import document_time
from toetsingskader.output import write_all
from toetsingskader.rapport import FORMATEN
from toetsingskader.record import Record, load
from toetsingskader.regels import check
from toetsingskader.sjablonen import SJABLONEN
from toetsingskader.toetsing import Bevinding, Ernst, Plaats, Toetsing
from toetsingskader.validation import validate

if TYPE_CHECKING:
    from toetsingskader.render.pandoc import Pandoc

MAP = "assessments"
UITVOER = "uitvoer"
RAPPORTEN = {"html": "html", "markdown": "md", "json": "json"}
"""The reports `maak` writes: format to file extension."""


@dataclass(frozen=True)
class Getoetst:
    """A record that was read and checked."""

    map: Path
    beoordeling: Beoordeling
    soort: Briefsoort
    toetsing: Toetsing


@dataclass(frozen=True)
class Gemaakt:
    """What `maak` wrote for one record, or why it did not."""

    toetsing: Toetsing
    bestanden: tuple[Path, ...]
    geweigerd: tuple[Bevinding, ...] = ()
    """What kept a final letter from being written."""

    @property
    def exit_code(self) -> ExitCode:
        """What the shell gets for this record."""
        return ExitCode.BEVINDINGEN if self.geweigerd else ExitCode.GOED


def all_records(here: Path) -> list[Path]:
    """The folders of all assessments in `assessments/`; raises InputError when there is none.

    Every folder there is one: without a dossier.yaml it is said to be unreadable, not passed over.
    """
    root = here / MAP
    if not root.is_dir():
        raise InputError(
            f"Hier is geen map '{MAP}'. Ga naar de map waarin die staat, of noem de map van een "
            "beoordeling."
        )
    found = sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith("."))
    if not found:
        raise InputError(
            f"In de map '{MAP}' staat nog geen beoordeling (een map met dossier.yaml)."
        )
    return [p.relative_to(here) for p in found]


def find_record(naam: str, here: Path) -> Path:
    """The folder of one assessment, by name or path; raises InputError when it is not there."""
    for path in (Path(naam), Path(MAP) / naam):
        if (here / path / "dossier.yaml").is_file():
            return path
    for path in (Path(MAP) / naam, Path(naam)):
        if (here / path).is_dir():
            # Reading it says what it lacks.
            return path
    there = sorted(p.parent.name for p in (here / MAP).glob("*/dossier.yaml"))
    hint = f" Wel gevonden: {', '.join(there)}." if there else ""
    raise InputError(f"De beoordeling '{naam}' is niet gevonden.{hint}")


def assess(folder: Path, soort: Briefsoort | None = None) -> Getoetst:
    """Read and check one record, for this kind of letter or the next one the record names."""
    return _assess(load(folder), folder, soort)


def _assess(record: Record, folder: Path, soort: Briefsoort | None) -> Getoetst:
    beoordeling, gelezen = validate(record)
    soort = soort or beoordeling.dossier.volgende_brief()
    return Getoetst(folder, beoordeling, soort, check(beoordeling, gelezen, soort))


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


def make(
    folder: Path,
    here: Path,
    *,
    soort: Briefsoort | None = None,
    kamer: Kamer = Kamer.TWEEDE,
    definitief: bool = False,
    sjablonen: Path = SJABLONEN,
) -> Gemaakt:
    """Check one record and write its letter and reports to `uitvoer/<slug>/`.

    A final letter is refused while something is missing or contradictory; the reports then still
    appear, and an earlier letter stays as it was.
    """
    # Imported here: checking must not pay for the letter.
    from toetsingskader.render.pandoc import Pandoc

    record = load(folder)
    moment = document_time([folder, sjablonen])
    # Pandoc reads the prose while the record is checked.
    with Pandoc(moment, (source.body for source in record.bronteksten.values())) as pandoc:
        getoetst = _assess(record, folder, soort)
        target = here / UITVOER / getoetst.beoordeling.slug
        return _make(getoetst, target, kamer, sjablonen, moment, pandoc, definitief=definitief)


def _make(
    getoetst: Getoetst,
    target: Path,
    kamer: Kamer,
    sjablonen: Path,
    moment: int,
    pandoc: "Pandoc",
    *,
    definitief: bool,
) -> Gemaakt:
    from toetsingskader.brief.compose import compose, open_places

    b, toetsing, kind = getoetst.beoordeling, getoetst.toetsing, getoetst.soort
    document = compose(b, toetsing, kind, kamer, sjablonen, definitief=definitief)
    if definitief:
        toetsing = toetsing.plus(tuple(_open(b, wat) for wat in open_places(document)))
        if toetsing.belet_definitief:
            reports = _reports(toetsing, target)
            write_all(reports)
            return Gemaakt(toetsing, tuple(reports), toetsing.belet_definitief)
    document = replace(document, tijdstip=moment)
    # The reports are made while pandoc and typst work on the letter.
    with ThreadPoolExecutor(max_workers=1) as pool:
        rendering = pool.submit(_render, document, sjablonen, pandoc)
        reports = _reports(toetsing, target)
        letter, missing = rendering.result()
    found = tuple(_replaced(b, teken) for teken in missing)
    stem = f"{SOORTEN[kind].bestand}-{kamer.afkorting}"
    files = {target / f"{stem}.{extension}": data for extension, data in letter.items()}
    files |= _reports(toetsing.plus(found), target) if found else reports
    write_all(files)
    return Gemaakt(toetsing.plus(found), tuple(files))


def _reports(toetsing: Toetsing, target: Path) -> dict[Path, bytes]:
    return {
        target / f"volledigheid.{extension}": FORMATEN[formaat](toetsing).encode("utf-8")
        for formaat, extension in RAPPORTEN.items()
    }


def _render(
    document: Document, sjablonen: Path, pandoc: "Pandoc"
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The letter's files by extension, and the characters that the PDF could not show."""
    from toetsingskader.render import render

    result = render(document, sjablonen, pandoc)
    return {"docx": result.docx, "pdf": result.pdf}, result.vervangen


def _open(b: Beoordeling, wat: str) -> Bevinding:
    """A finding about an open place in a letter that was asked to be final."""
    return Bevinding(
        "BRIEF-OPEN",
        Ernst.ONTBREEKT,
        Plaats(b.bestanden["dossier"].pad),
        f"In de brief staat nog een open plek: {wat}. Vul dit in voordat de brief definitief is.",
        (EIGENAAR_DOSSIER,),
    )


def _replaced(b: Beoordeling, teken: str) -> Bevinding:
    """A finding about a character that the fonts of the PDF lack."""
    code = " ".join(f"U+{ord(c):04X}" for c in teken)
    sleutel, plaats = find_text(b, teken)
    return Bevinding(
        "PDF-TEKEN",
        Ernst.LET_OP,
        plaats,
        f"Het teken '{teken}' ({code}) zit niet in het lettertype van de PDF en staat daar als "
        f"[{code}]; in Word staat het wel. Gebruik een ander teken als dat niet de bedoeling is.",
        (EIGENAAR_DOSSIER,),
        punt=sleutel if sleutel in b.punten else None,
    )


def worst(codes: Iterable[int]) -> int:
    """The exit code of several records together."""
    return max(codes, default=ExitCode.GOED)
