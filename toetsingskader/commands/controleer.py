"""`controleer`: whether a file that is going out, or went out, has the words of its record."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.beoordelingen import find_record, one_record
from toetsingskader.commands.exemplaar import OPEN_KOP, write_out
from toetsingskader.commands.maak import GEHEIM
from toetsingskader.commands.toets import Getoetst, assess
from toetsingskader.commands.vorige import letter_before
from toetsingskader.document import Document
from toetsingskader.errors import ExitCode, InputError, UsageError
from toetsingskader.git import earlier
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.dossier import Brief
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.sjablonen import BRIEFSJABLONEN
from toetsingskader.totstandkoming import Herkomst, commit_property, origin

if TYPE_CHECKING:
    from toetsingskader.teruglezen import Alinea, Teruggelezen, Verschil

CONCEPT = "CONCEPT"
_EMBARGO = re.compile(
    rf"^((?:FICTIEF|{CONCEPT}|FICTIEF – {CONCEPT})?)(?: – )?Embargo tot .{{1,40}}$"
)


_COLOPHON = re.compile(r"Gemaakt uit dossier [^.]*; regelboek .*; toetsingskader [\w.+-]*\w\.")


@dataclass(frozen=True)
class Vergeleken:
    """What `controleer` found about one file."""

    bestand: Path
    map: str
    soort: str
    lezer: str
    alle: tuple["Verschil", ...]
    """Where the words differ, also where they may."""
    sha256: str
    opgeslagen: str
    """The checksum in the record; empty when it has none for this letter."""
    gemaakt_uit: str
    """The commit that the file itself names; empty when it names none, or the record's own."""
    toen: bool
    """Whether it was compared with the record as it was at that commit."""

    @property
    def verschillen(self) -> tuple["Verschil", ...]:
        """Where the words differ, and may not."""
        return tuple(v for v in self.alle if not v.toegestaan)

    @property
    def toegestaan(self) -> tuple["Verschil", ...]:
        """What stands in the places that are filled in or signed after the letter was made."""
        return tuple(v for v in self.alle if v.toegestaan)

    @property
    def exit_code(self) -> ExitCode:
        """What the shell gets: the words decide, for a signature rightly changes the checksum."""
        return ExitCode.BEVINDINGEN if self.verschillen else ExitCode.GOED


def compare_letter(
    bestand: Path,
    here: Path,
    *,
    naam: str | None = None,
    soort: Briefsoort | None = None,
    kamer: Kamer | None = None,
    sjablonen: Path = BRIEFSJABLONEN,
    nu: bool = False,
) -> Vergeleken:
    """Hold the words of a DOCX or PDF against those of its record.

    That is the record at the commit that the file names; with `nu`, or without it, as it is now.
    What is not said is taken from the file. Raises InputError when file or record cannot be read,
    UsageError when it is not clear which letter is meant.
    """
    from toetsingskader.teruglezen import differences, read_letter

    data, found = read_letter(bestand)
    folder, number = _record_of(found.eigenschappen, naam, here), sha256(data).hexdigest()
    now = assess(here / folder).beoordeling
    kind = soort or _kind_of(now, found.eigenschappen, number)
    chamber = kamer or _chamber_of(found.alineas, sjablonen)
    herkomst = origin(here / folder, sjablonen)
    other = _other_version(found.eigenschappen, herkomst)
    with earlier(here / folder, "" if nu else other) as then:
        getoetst, final = assess(then or here / folder, kind), not _is_concept(found.alineas)
        where = here / folder, sjablonen
        expected = _expected(getoetst, chamber, herkomst, *where, definitief=final)
    return Vergeleken(
        bestand,
        folder.as_posix(),
        kind.label,
        SOORTEN[kind].lezer(chamber),
        tuple(differences(expected, _without_embargo(found))),
        number,
        _number_in_record(now, kind, chamber, number),
        other,
        toen=then is not None,
    )


def _other_version(eigenschappen: Mapping[str, str], herkomst: Herkomst) -> str:
    """The commit a file was made from, when that is not the record as it is; else empty."""
    from_ = eigenschappen.get("Commit", "")
    return from_ if from_ != commit_property(herkomst) else ""


def _record_of(eigenschappen: Mapping[str, str], naam: str | None, here: Path) -> Path:
    """The record that was named, else the one the file names, else the only one."""
    named = naam or eigenschappen.get("Dossier")
    if not naam and named:
        try:
            return find_record(named, here)
        except InputError:
            named = None
    return find_record(named, here) if named else one_record(None, here)


def _stored(brief: Brief) -> set[str]:
    numbers = (brief.sha256_tk.waarde, brief.sha256_ek.waarde)
    return {number.lower() for number in numbers if number}


def _kind_of(b: Beoordeling, eigenschappen: Mapping[str, str], number: str) -> Briefsoort:
    """By its checksum in the record, by what the file says, else the last sent or the next."""
    if stuk := eigenschappen.get("Stuk"):
        raise UsageError(f"Dit bestand is geen brief: het is de {stuk} die 'maak' erbij schrijft.")
    brieven = [x for x in b.dossier.brieven if x.soort.waarde]
    by_number = [x for x in brieven if number in _stored(x)]
    sent = [x for x in brieven if x.verzonden_op.bekend]
    if by_number or sent:
        by_record = Briefsoort(str((by_number or sent)[-1].soort.waarde))
    else:
        by_record = b.dossier.volgende_brief()
    by_file = [s for s in SOORTEN if s.label == eigenschappen.get("Soort brief")]
    return by_record if by_number or not by_file else by_file[0]


def _letter_of(b: Beoordeling, soort: Briefsoort, number: str) -> Brief:
    """The letter under `brieven` that has this checksum, else the last of its kind with one."""
    brieven = [x for x in b.dossier.brieven if x.soort.waarde == soort and _stored(x)]
    same = [x for x in brieven if number in _stored(x)]
    return (same or brieven or [Brief()])[-1]


def _number_in_record(b: Beoordeling, soort: Briefsoort, kamer: Kamer, number: str) -> str:
    """The checksum that the record has for this letter to this chamber."""
    brief = _letter_of(b, soort, number)
    return getattr(brief, f"sha256_{kamer.afkorting}").waarde or ""


def _is_concept(alineas: Sequence["Alinea"]) -> bool:
    return any(CONCEPT in alinea.tekst.split(" – ") for alinea in alineas)


def _chamber_of(alineas: Sequence["Alinea"], sjablonen: Path) -> Kamer:
    """The chamber whose address stands in it."""
    from toetsingskader.brief.hoofd import address

    there = {alinea.tekst for alinea in alineas}
    return max(Kamer, key=lambda kamer: len(there & set(address(kamer, sjablonen))))


def _expected(
    getoetst: Getoetst,
    kamer: Kamer,
    herkomst: Herkomst,
    archief: Path,
    sjablonen: Path,
    *,
    definitief: bool,
) -> "Teruggelezen":
    """The words of the record's letter, free where a file may say something else.

    `archief` is where git knows the record.
    """
    from toetsingskader.render import render_docx
    from toetsingskader.teruglezen import ONDERTEKENING, docx

    if any(x.code == GEHEIM for x in getoetst.toetsing.bevindingen):
        raise UsageError(
            f"Van '{getoetst.map}' maakt dit programma geen brief (regel {GEHEIM}); er is dus "
            "niets om mee te vergelijken."
        )
    vorige = letter_before(archief, getoetst.beoordeling, getoetst.soort)
    exemplaar = write_out(getoetst, kamer, herkomst, sjablonen, vorige, definitief=definitief)
    document = _freed(exemplaar.document)
    letter = _without_embargo(docx.read(render_docx(document, sjablonen)))
    ambten = [ondertekenaar.ambt for ondertekenaar in document.hoofd.ondertekenaars]
    signature = [i for i, a in enumerate(letter.alineas) if a.tekst in ambten[:1]][-1:]
    start = signature[0] if signature else len(letter.alineas)
    closing = (
        replace(a, plaats=ONDERTEKENING) if a.plaats != OPEN_KOP else a
        for a in letter.alineas[start:]
    )
    return replace(letter, alineas=(*letter.alineas[:start], *closing))


def _without_embargo(letter: "Teruggelezen") -> "Teruggelezen":
    """Without the embargo above the text, which is lifted when the letter has been sent.

    And without the line that says how it was made: each time it is made that is another.
    """
    lines = (replace(a, tekst=_EMBARGO.sub(r"\1", a.tekst)) for a in letter.alineas)
    return replace(
        letter,
        alineas=tuple(x for x in lines if x.tekst and not _COLOPHON.fullmatch(x.tekst)),
    )


def _freed(document: Document) -> Document:
    """Without what is filled in, signed or stamped after the letter was made."""
    from toetsingskader.teruglezen import VRIJ

    hoofd = replace(
        document.hoofd,
        datum=VRIJ,
        onze_referentie=VRIJ,
        ondertekenaars=tuple(replace(o, naam=VRIJ) for o in document.hoofd.ondertekenaars),
    )
    return replace(document, hoofd=hoofd)
