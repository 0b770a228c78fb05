"""`controleer`: whether a file that is going out, or went out, has the words of its record."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.briefbestand import (
    CONCEPT,
    chamber_of,
    is_concept,
    kind_of,
    letter_anew,
    other_version,
    record_of,
    stored_numbers,
)
from toetsingskader.commands.exemplaar import OPEN_KOP
from toetsingskader.commands.toets import Getoetst, assess
from toetsingskader.errors import ExitCode
from toetsingskader.git import earlier
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.dossier import Brief
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.sjablonen import BRIEFSJABLONEN
from toetsingskader.totstandkoming import Herkomst, origin

if TYPE_CHECKING:
    from toetsingskader.teruglezen import Teruggelezen, Verschil

_EMBARGO = re.compile(
    rf"^((?:FICTIEF|{CONCEPT}|FICTIEF – {CONCEPT})?)(?: – )?Embargo tot .{{1,40}}$"
)


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
    folder, number = record_of(found.eigenschappen, naam, here), sha256(data).hexdigest()
    now = assess(here / folder).beoordeling
    kind = soort or kind_of(now, found.eigenschappen, number)
    chamber = kamer or chamber_of(found.alineas, sjablonen)
    herkomst = origin(here / folder, sjablonen)
    other = other_version(found.eigenschappen, herkomst)
    with earlier(here / folder, "" if nu else other) as then:
        getoetst, final = assess(then or here / folder, kind), not is_concept(found.alineas)
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


def _letter_of(b: Beoordeling, soort: Briefsoort, number: str) -> Brief:
    """The letter under `brieven` that has this checksum, else the last of its kind with one."""
    brieven = [x for x in b.dossier.brieven if x.soort.waarde == soort and stored_numbers(x)]
    same = [x for x in brieven if number in stored_numbers(x)]
    return (same or brieven or [Brief()])[-1]


def _number_in_record(b: Beoordeling, soort: Briefsoort, kamer: Kamer, number: str) -> str:
    """The checksum that the record has for this letter to this chamber."""
    brief = _letter_of(b, soort, number)
    return getattr(brief, f"sha256_{kamer.afkorting}").waarde or ""


def _expected(
    getoetst: Getoetst,
    kamer: Kamer,
    herkomst: Herkomst,
    archief: Path,
    sjablonen: Path,
    *,
    definitief: bool,
) -> "Teruggelezen":
    """The words of the record's letter, free where a file may say something else."""
    from toetsingskader.teruglezen import ONDERTEKENING, docx

    document, data = letter_anew(
        getoetst, kamer, herkomst, archief, sjablonen, definitief=definitief
    )
    letter = _without_embargo(docx.read(data))
    ambten = [ondertekenaar.ambt for ondertekenaar in document.hoofd.ondertekenaars]
    signature = [i for i, a in enumerate(letter.alineas) if a.tekst in ambten[:1]][-1:]
    start = signature[0] if signature else len(letter.alineas)
    closing = (
        replace(a, plaats=ONDERTEKENING) if a.plaats != OPEN_KOP else a
        for a in letter.alineas[start:]
    )
    return replace(letter, alineas=(*letter.alineas[:start], *closing))


def _without_embargo(letter: "Teruggelezen") -> "Teruggelezen":
    """Without the embargo above the text: it is lifted when the letter has been sent."""
    lines = (replace(a, tekst=_EMBARGO.sub(r"\1", a.tekst)) for a in letter.alineas)
    return replace(letter, alineas=tuple(line for line in lines if line.tekst))
