"""Slips around a record: a folder or file under another name, a report that Word cannot open."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from teksten import docx_text
from toetsingskader.errors import ExitCode
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import FOUT, GOED

_LETTER = "uitvoer/dossier/artikel-100-brief-tk.docx"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with one record in which nothing is wrong."""
    prepare(GOED / "volledig", tmp_path)
    return tmp_path


@pytest.mark.parametrize("opdracht", ["toets", "maak"])
@pytest.mark.parametrize(
    ("typed", "zin"),
    [
        ("dossier.yaml.txt", "Bedoelde u 'dossier.yaml.txt'?"),
        ("Dossier.yml", "Bedoelde u 'Dossier.yml'?"),
        ("notitie.docx", "maak daar eerst een dossier.yaml"),
    ],
)
def test_every_folder_is_a_record(opdracht: str, typed: str, zin: str, here: Path) -> None:
    other = here / "assessments" / "zonder"
    other.mkdir()
    (other / typed).write_text("titel: Een titel\n", encoding="utf-8")
    result = run(here, opdracht)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert result.fout.startswith("assessments/zonder: ")
    assert zin in result.fout
    assert "Bouveteiland" in result.uit, "the other record is done all the same"


def test_a_hidden_folder_is_no_record(here: Path) -> None:
    (here / "assessments" / ".git").mkdir()
    assert run(here, "toets").code == 0


@pytest.mark.parametrize(
    ("naam", "meer"),
    [
        ("rapport.docx", ["--formaat", "tekst"]),
        ("rapport.pdf", ["--formaat", "html"]),
        ("rapport.html", ["--formaat", "oplegger"]),
        ("rapport.html.txt.doc", []),
        ("rapport.doc", ["--formaat", "oplegger"]),
    ],
)
def test_the_name_of_a_report_says_what_it_is(naam: str, meer: list[str], here: Path) -> None:
    result = run(here, "toets", "dossier", "--naar", naam, *meer)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert ".docx" in result.fout
    assert not (here / naam).exists()


@pytest.mark.parametrize("meer", [["dossier"], ["--naar", "een.pdf", "dossier", "dossier"]])
def test_an_oplegger_is_a_file_about_one_record(meer: list[str], here: Path) -> None:
    result = run(here, "toets", "--formaat", "oplegger", *meer)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert not (here / "een.pdf").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_no_bug(here: Path) -> None:
    command = [sys.executable, "-m", "toetsingskader", "toets"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=here, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == ExitCode.UITVOER_MISLUKT
    assert done.stderr == (
        "De uitvoer kan niet worden geschreven (de schijf is vol). Kies een andere plek, of maak "
        "ruimte.\n"
    )


def test_records_with_one_title_are_told_apart(here: Path) -> None:
    assert "(map " not in run(here, "maak").uit
    shutil.copytree(here / "assessments" / "dossier", here / "assessments" / "kopie")
    shown = " ".join(run(here, "maak").uit.split())
    assert "(map dossier)" in shown
    assert "(map kopie)" in shown


def test_only_a_question_about_a_public_field_is_printed(tmp_path: Path) -> None:
    prepare(FOUT / "verwijzing-veld", tmp_path)
    mandaat = tmp_path / "assessments/dossier/mogen/mandaat.md"
    text = mandaat.read_text(encoding="utf-8").replace(", veld: steunkamr}", "}")
    mandaat.write_text(text, encoding="utf-8")
    assert run(tmp_path, "maak").code == 0
    letter = docx_text((tmp_path / _LETTER).read_bytes())
    assert "Tot wanneer geldt het mandaat?" in letter
    assert "Blijft deze vraag intern?" not in letter
    assert "En deze ook?" not in letter


def test_text_above_the_fields_puts_no_field_in_the_letter(tmp_path: Path) -> None:
    prepare(FOUT / "lees-boven-de-velden", tmp_path)
    assert run(tmp_path, "maak").code == 0
    letter = docx_text((tmp_path / _LETTER).read_bytes())
    assert "Bouveteiland" in letter
    assert "medebetrokken:" not in letter
    assert "DJZ-FICTIEF-1" not in letter
