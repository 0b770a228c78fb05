"""Which letter of which record a file is, and that letter made anew to hold the file against."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.beoordelingen import find_record, one_record
from toetsingskader.commands.exemplaar import write_out
from toetsingskader.commands.maak import GEHEIM
from toetsingskader.commands.toets import Getoetst
from toetsingskader.commands.vorige import letter_before
from toetsingskader.document import Document
from toetsingskader.errors import InputError, UsageError
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.dossier import Brief
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.totstandkoming import Herkomst, commit_property

if TYPE_CHECKING:
    from toetsingskader.teruglezen import Alinea

CONCEPT = "CONCEPT"


def other_version(eigenschappen: Mapping[str, str], herkomst: Herkomst) -> str:
    """The commit a file was made from, when that is not the record as it is; else empty."""
    from_ = eigenschappen.get("Commit", "")
    return from_ if from_ != commit_property(herkomst) else ""


def record_of(eigenschappen: Mapping[str, str], naam: str | None, here: Path) -> Path:
    """The record that was named, else the one the file names, else the only one."""
    named = naam or eigenschappen.get("Dossier")
    if not naam and named:
        try:
            return find_record(named, here)
        except InputError:
            named = None
    return find_record(named, here) if named else one_record(None, here)


def stored_numbers(brief: Brief) -> set[str]:
    """The checksums that the record has for the copies of a letter."""
    numbers = (brief.sha256_tk.waarde, brief.sha256_ek.waarde)
    return {number.lower() for number in numbers if number}


def kind_of(b: Beoordeling, eigenschappen: Mapping[str, str], number: str) -> Briefsoort:
    """By its checksum in the record, by what the file says, else the last sent or the next."""
    if stuk := eigenschappen.get("Stuk"):
        raise UsageError(f"Dit bestand is geen brief: het is de {stuk} die 'maak' erbij schrijft.")
    brieven = [x for x in b.dossier.brieven if x.soort.waarde]
    by_number = [x for x in brieven if number in stored_numbers(x)]
    sent = [x for x in brieven if x.verzonden_op.bekend]
    if by_number or sent:
        by_record = Briefsoort(str((by_number or sent)[-1].soort.waarde))
    else:
        by_record = b.dossier.volgende_brief()
    by_file = [s for s in SOORTEN if s.label == eigenschappen.get("Soort brief")]
    return by_record if by_number or not by_file else by_file[0]


def is_concept(alineas: Sequence["Alinea"]) -> bool:
    """Whether a file says that it is a concept."""
    return any(CONCEPT in alinea.tekst.split(" – ") for alinea in alineas)


def chamber_of(alineas: Sequence["Alinea"], sjablonen: Path) -> Kamer:
    """The chamber whose address stands in it."""
    from toetsingskader.brief.hoofd import address

    there = {alinea.tekst for alinea in alineas}
    return max(Kamer, key=lambda kamer: len(there & set(address(kamer, sjablonen))))


def letter_anew(
    getoetst: Getoetst,
    kamer: Kamer,
    herkomst: Herkomst,
    archief: Path,
    sjablonen: Path,
    *,
    definitief: bool,
) -> tuple[Document, bytes]:
    """The letter of a record as a DOCX, free where a file may say something else.

    `archief` is where git knows the record. Raises UsageError when no letter is made of it.
    """
    from toetsingskader.render import render_docx

    if any(x.code == GEHEIM for x in getoetst.toetsing.bevindingen):
        raise UsageError(
            f"Van '{getoetst.map}' maakt dit programma geen brief (regel {GEHEIM}); er is dus "
            "niets om mee te vergelijken."
        )
    vorige = letter_before(archief, getoetst.beoordeling, getoetst.soort)
    exemplaar = write_out(getoetst, kamer, herkomst, sjablonen, vorige, definitief=definitief)
    document = _freed(exemplaar.document)
    return document, render_docx(document, sjablonen)


def _freed(document: Document) -> Document:
    """Without what is filled in, signed or stamped after the letter was made."""
    from toetsingskader.teruglezen import VRIJ

    hoofd = replace(
        document.hoofd,
        datum=VRIJ,
        onze_referentie=VRIJ,
        ondertekenaars=tuple(replace(o, naam=VRIJ) for o in document.hoofd.ondertekenaars),
    )
    colophon = f"{VRIJ} {VRIJ}"  # longer than a name
    return replace(document, hoofd=hoofd, slot=replace(document.slot, colofon=colophon))
