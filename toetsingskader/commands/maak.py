"""`maak`: the letter in Word and PDF, and the reports."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.brief.soorten import SOORTEN, Kamer, row_of
from toetsingskader.commands.toets import RAPPORTEN, Getoetst, assess_record
from toetsingskader.document import Document
from toetsingskader.errors import ExitCode
from toetsingskader.kader import EIGENAAR_DOSSIER, Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.zoek import find_text
from toetsingskader.moment import document_time
from toetsingskader.output import write_all
from toetsingskader.rapport import FORMATEN
from toetsingskader.record import load
from toetsingskader.sjablonen import BRIEFSJABLONEN
from toetsingskader.toetsing import Bevinding, Ernst, Plaats, Toetsing

if TYPE_CHECKING:
    from toetsingskader.render import Resultaat
    from toetsingskader.render.pandoc import Pandoc

UITVOER = "uitvoer"
GEHEIM = "TK-S7"
"""The rule about secret deployment: of that no letter is made here, not even a draft."""


@dataclass(frozen=True)
class Gemaakt:
    """What `maak` wrote for one record, or why it did not."""

    toetsing: Toetsing
    bestanden: tuple[Path, ...]
    geweigerd: tuple[Bevinding, ...] = ()
    """What kept the letter from being written."""
    zonder_brief: str = ""
    """The kind of letter that this version cannot write yet; there are only reports then."""

    @property
    def exit_code(self) -> ExitCode:
        """What the shell gets for this record."""
        return ExitCode.BEVINDINGEN if self.geweigerd else ExitCode.GOED


def make(
    folder: Path,
    here: Path,
    *,
    soort: Briefsoort | None = None,
    kamer: Kamer | None = None,
    definitief: bool = False,
    sjablonen: Path = BRIEFSJABLONEN,
) -> Gemaakt:
    """Check one record and write its letter and reports to `uitvoer/<slug>/`.

    Of a letter to parliament each chamber gets its copy, or only the one that is asked for.
    A final letter is refused while something is missing or contradictory; the reports then still
    appear, and an earlier letter stays as it was. Of a kind of letter that has no template yet
    only the reports appear; asked to be final, it raises UsageError.
    """
    # Imported here: checking must not pay for the letter.
    from toetsingskader.render.pandoc import Pandoc

    record = load(folder)
    moment = document_time(dict.fromkeys([folder, sjablonen, BRIEFSJABLONEN]))
    # Pandoc reads the prose while the record is checked.
    texts = [record.bronteksten, *(o.bronteksten for o in record.opties.values())]
    bodies = (source.body for sources in texts for source in sources.values())
    with Pandoc(moment, bodies) as pandoc:
        getoetst = assess_record(record, folder, soort)
        target = here / UITVOER / getoetst.beoordeling.slug
        return _make(getoetst, target, kamer, sjablonen, moment, pandoc, definitief=definitief)


def _make(
    getoetst: Getoetst,
    target: Path,
    kamer: Kamer | None,
    sjablonen: Path,
    moment: int,
    pandoc: "Pandoc",
    *,
    definitief: bool,
) -> Gemaakt:
    from toetsingskader.brief.compose import compose, open_places

    b, toetsing, kind = getoetst.beoordeling, getoetst.toetsing, getoetst.soort
    secret = tuple(x for x in toetsing.bevindingen if x.code == GEHEIM)
    if secret:
        return _refused(toetsing, target, secret)
    if kind not in SOORTEN and not definitief:
        reports = _reports(toetsing, target)
        write_all(reports)
        return Gemaakt(toetsing, tuple(reports), zonder_brief=kind.label)
    documents = {
        stem: compose(b, toetsing, kind, copy, sjablonen, definitief=definitief)
        for stem, copy in _copies(kind, kamer)
    }
    if definitief:
        places = dict.fromkeys(wat for d in documents.values() for wat in open_places(d))
        toetsing = toetsing.plus(tuple(_open(b, wat) for wat in places))
        if toetsing.belet_definitief:
            return _refused(toetsing, target, toetsing.belet_definitief)
    documents = {stem: replace(d, tijdstip=moment) for stem, d in documents.items()}
    files, found = _written(b, toetsing, documents, target, sjablonen, pandoc)
    write_all(files)
    return Gemaakt(toetsing.plus(found), tuple(files))


def _written(
    b: Beoordeling,
    toetsing: Toetsing,
    documents: dict[str, Document],
    target: Path,
    sjablonen: Path,
    pandoc: "Pandoc",
) -> tuple[dict[Path, bytes], tuple[Bevinding, ...]]:
    """The letters by the name of their files, with the reports; and what could not be shown.

    The reports are made while pandoc and typst work on the letters.
    """
    with ThreadPoolExecutor(max_workers=len(documents)) as pool:
        # The pandoc that has read the prose already is for the first letter.
        workers: Iterator[Pandoc | None] = chain([pandoc], repeat(None))
        rendering = {
            stem: pool.submit(_render, document, sjablonen, worker)
            for (stem, document), worker in zip(documents.items(), workers, strict=False)
        }
        reports = _reports(toetsing, target)
        letters = {stem: job.result() for stem, job in rendering.items()}
    results = [result for _, result in letters.values()]
    signs = dict.fromkeys(teken for r in results for teken in r.vervangen)
    figures = dict.fromkeys(pad for r in results for pad in r.niet_getoond)
    found = (*(_replaced(b, teken) for teken in signs), *(_not_drawn(b, pad) for pad in figures))
    files = {
        target / f"{stem}.{extension}": data
        for stem, (letter, _) in letters.items()
        for extension, data in letter.items()
    }
    return files | (_reports(toetsing.plus(found), target) if found else reports), found


def _copies(kind: Briefsoort, kamer: Kamer | None) -> Iterator[tuple[str, Kamer]]:
    """The copies of a letter by the name of their files; a note to ministers has only one."""
    row = row_of(kind)
    if not row.aan_kamer:
        yield row.bestand, Kamer.TWEEDE
    else:
        for copy in (kamer,) if kamer else Kamer:
            yield f"{row.bestand}-{copy.afkorting}", copy


def _refused(toetsing: Toetsing, target: Path, why: tuple[Bevinding, ...]) -> Gemaakt:
    """Write the reports and no letter; an earlier letter stays as it was."""
    reports = _reports(toetsing, target)
    write_all(reports)
    return Gemaakt(toetsing, tuple(reports), why)


def _reports(toetsing: Toetsing, target: Path) -> dict[Path, bytes]:
    return {
        target / f"volledigheid.{extension}": FORMATEN[formaat](toetsing).encode("utf-8")
        for formaat, extension in RAPPORTEN.items()
    }


def _render(
    document: Document, sjablonen: Path, pandoc: "Pandoc | None"
) -> tuple[dict[str, bytes], "Resultaat"]:
    """The letter's files by extension, and what could not be shown in them."""
    from toetsingskader.render import render

    result = render(document, sjablonen, pandoc)
    return {"docx": result.docx, "pdf": result.pdf}, result


def _open(b: Beoordeling, wat: str) -> Bevinding:
    """A finding about an open place in a letter that was asked to be final."""
    return Bevinding(
        "BRIEF-OPEN",
        Ernst.ONTBREEKT,
        Plaats(b.bestanden["dossier"].pad),
        f"In de brief staat nog een open plek: {wat}. Vul dit in voordat de brief definitief is.",
        (EIGENAAR_DOSSIER,),
    )


def _not_drawn(b: Beoordeling, pad: str) -> Bevinding:
    """A finding about a drawing that turned out to be none."""
    sleutel, plaats = find_text(b, pad)
    return Bevinding(
        "FIGUUR-BESTAND",
        Ernst.ONGELDIG,
        plaats,
        f"De figuur '{pad}' kan niet worden getekend. Bewaar de afbeelding als PNG en gebruik die.",
        (EIGENAAR_DOSSIER,),
        punt=sleutel if sleutel in b.punten else None,
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
