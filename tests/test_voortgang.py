"""Letters that tell what changed since the letter before: the progress report and its like."""

from pathlib import Path

import pytest

from teksten import docx_text, pdf_text
from test_vergelijk import edit
from test_versie import RECORD, commit, git, here
from toetsingskader.kader import PUNTEN
from voorbeelden.draaien import run
from voorbeelden.samenstellen import replace_lines

__all__ = ["here"]

KOP = "Wijzigingen ten opzichte van de vorige brief"


@pytest.fixture
def sent(here: Path) -> Path:
    """The artikel 100-brief was sent; since then the numbers changed."""
    line = "    kenmerk: BZ-FICTIEF-2026-1"
    versie = git(here, "rev-parse", "HEAD")[:12]
    after = [line, "    verzonden_op: 15 mei 2026", f"    versie: {versie}"]
    replace_lines(here / RECORD / "dossier.yaml", [line], after)
    edit(here, "dossier.yaml", "brieven:\n", "brieven:\n  - soort: voortgangsrapportage\n")
    edit(here, "kunnen/eenheden.md", "aantal_max: 180", "aantal_max: 185")
    edit(here, "kunnen/risicos.md", "restrisico:", "restrisico:  ")
    edit(here, "dossier.yaml", "  totaal_maximaal: 642", "  totaal_maximaal: 647")
    commit(here)
    return here


def _letter(here: Path, soort: str) -> list[str]:
    assert run(here, "maak", "--brief", soort, "--kamer", "tweede").code == 0
    letter = next((here / "uitvoer/dossier").glob("*-tk.docx"))
    text = docx_text(letter.read_bytes())
    assert text == pdf_text(letter.with_suffix(".pdf").read_bytes())
    return text.split("\n")


@pytest.mark.parametrize("soort", ["voortgangsrapportage", "verlenging", "aanvullend"])
def test_tells_what_changed_since_the_letter_before(sent: Path, soort: str) -> None:
    lines = _letter(sent, soort)
    at = lines.index(KOP)
    assert lines[at + 1].startswith("Sinds de brief van 15 mei 2026 zijn")
    changes = " ".join(lines[at + 2 : at + 6])
    assert "Het besluit: maximaal totaal was 642 en is nu 647." in changes
    assert "Eenheden (Zr.Ms. Voorbeeld): maximaal aantal was 180 en is nu 185." in changes
    result = run(sent, "controleer", next((sent / "uitvoer/dossier").glob("*-tk.pdf")).as_posix())
    assert result.code == 0, result.uit


def test_the_progress_report_is_about_what_happened(sent: Path) -> None:
    lines = _letter(sent, "voortgangsrapportage")
    opening = lines[lines.index("Geachte voorzitter,") + 1]
    assert opening.startswith("Hierbij informeert het kabinet u over de voortgang van de ")
    assert opening.endswith("in vervolg op de brief van 15 mei 2026.")
    for kop in ("Ontwikkelingen in het land", "Ontwikkelingen in de missie", "Financiën"):
        assert kop in lines
    assert PUNTEN["mandaat"].kader.kop in lines


def test_without_the_version_the_day_of_sending_counts(sent: Path) -> None:
    edit(
        sent,
        "dossier.yaml",
        "    verzonden_op: 15 mei 2026\n",
        "    verzonden_op: 1 januari 2099\n",
    )
    path = sent / RECORD / "dossier.yaml"
    text = "".join(
        line
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith("    versie: ")
    )
    path.write_text(text, encoding="utf-8")
    # The last commit up to then has today's numbers.
    assert KOP not in _letter(sent, "voortgangsrapportage")


def test_nothing_internal_is_told(sent: Path) -> None:
    edit(sent, "dossier.yaml", "peildatum: 12 mei 2026", "peildatum: 13 mei 2026")
    text = "\n".join(_letter(sent, "voortgangsrapportage"))
    assert "peildatum" not in text.split(KOP)[1].split("Ontwikkelingen in het land")[0].casefold()


def test_a_first_letter_has_no_such_section(here: Path) -> None:
    assert KOP not in _letter(here, "voortgangsrapportage")
