"""Every kind of letter of every record, made once for all tests that hold for each of them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.maak import make
from toetsingskader.commands.toets import Getoetst, assess
from toetsingskader.kader.veld import Briefsoort
from voorbeelden.samenstellen import GOED, approve, build

ROOT = Path(__file__).parents[1]
OWN = sorted(path.parent.name for path in (ROOT / "assessments").glob("*/dossier.yaml"))
EXAMPLES = (
    "volledig",
    "alles",
    "oekraine-alles",
    "figuren",
    "opties",
    "tabellen",
    "deskundigen",
    "patriots-turkije",
)
RECORDS = (*OWN, *EXAMPLES)


@dataclass(frozen=True)
class Brief:
    """One copy of one letter, in both forms, and the record it is of."""

    dossier: str
    soort: Briefsoort
    kamer: Kamer
    docx: Path
    getoetst: Getoetst

    @property
    def pdf(self) -> Path:
        """The other form."""
        return self.docx.with_suffix(".pdf")

    def __str__(self) -> str:
        return f"{self.dossier}: {self.soort} ({self.kamer})"


def put_record(naam: str, here: Path) -> Path:
    """One of our own records, or an example, in the folder `here`."""
    folder = here / "assessments" / naam
    if naam in OWN:
        return Path(shutil.copytree(ROOT / "assessments" / naam, folder))
    return build(GOED / naam, folder)


def every_letter(here: Path) -> list[Brief]:
    """All kinds of all records: the copy for the Tweede Kamer, and of one kind the other too.

    Also a letter that is final.
    """
    found = [_letter("volledig", here / "definitief", Briefsoort.ARTIKEL_100, definitief=True)]
    for naam in RECORDS:
        found += [_letter(naam, here / naam, soort) for soort in SOORTEN]
        found.append(_letter(naam, here / naam, Briefsoort.ARTIKEL_100, Kamer.EERSTE))
    return found


def _letter(
    naam: str,
    here: Path,
    soort: Briefsoort,
    kamer: Kamer = Kamer.TWEEDE,
    *,
    definitief: bool = False,
) -> Brief:
    folder = here / "assessments" / naam
    if not folder.exists():
        put_record(naam, here)
    if definitief:
        approve(folder)
    made = make(folder, here, soort=soort, kamer=kamer, definitief=definitief)
    assert not made.geweigerd
    letter = next(path for path in made.bestanden if path.suffix == ".docx")
    return Brief(naam, soort, kamer, letter, assess(folder, soort))
