"""A form that nobody touched changes nothing, whatever opened and saved it."""

import shutil
from pathlib import Path

import pytest

from brieven import OWN, put_record
from formulier_hulp import Form, through_libreoffice, through_python_docx
from git_hulp import commit, git
from toetsingskader.kader import PROZA, PUNTEN
from voorbeelden.draaien import run, snapshot
from voorbeelden.samenstellen import GOED
from word_hulp import split_runs

EXAMPLES = sorted(path.name for path in GOED.iterdir() if path.is_dir())
assert len(EXAMPLES) > 10
RECORDS = [*OWN, *EXAMPLES]
DIFFERENT = [*OWN, "alles", "oekraine-alles", "opties", "tabellen"]
"""The records whose forms are not much like those of another: LibreOffice takes its time."""


def _forms(naam: str, here: Path) -> list[Path]:
    """The forms of all points of a record in git."""
    put_record(naam, here)
    git(here, "init", "--quiet")
    commit(here)
    done = run(here, "formulier", *PROZA, *PUNTEN)
    assert done.code == 0, done.fout
    return sorted((here / "uitvoer" / naam).glob("formulier-*.docx"))


def _unchanged(here: Path, forms: list[Path]) -> None:
    before = snapshot(here / "assessments")
    done = run(here, "inlezen", *map(str, forms), "--ja")
    assert done.uit.splitlines()[-1] == "Er is niets gewijzigd.", done.uit
    assert done.code == 0
    assert snapshot(here / "assessments") == before


@pytest.mark.parametrize("naam", RECORDS)
def test_untouched(naam: str, tmp_path: Path) -> None:
    forms = _forms(naam, tmp_path)
    _unchanged(tmp_path, forms)
    for path in forms:
        through_python_docx(path)
    _unchanged(tmp_path, forms)
    for path in forms:
        form = Form(path)
        split_runs(form)
        form.save(path)
    _unchanged(tmp_path, forms)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("naam", DIFFERENT)
def test_untouched_after_libreoffice(naam: str, tmp_path: Path) -> None:
    forms = _forms(naam, tmp_path)
    through_libreoffice(iter(forms), tmp_path / "profiel")
    assert not any(Form(path).controls("mandaat.opsteller") for path in forms)
    _unchanged(tmp_path, forms)
