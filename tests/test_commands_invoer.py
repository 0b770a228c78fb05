"""Slips around a record: a folder or file under another name, a report that Word cannot open."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from teksten import docx_text
from toetsingskader.errors import ExitCode
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import FOUT, GOED, build

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


@pytest.mark.parametrize(
    "meer",
    [
        ["oplegger", "dossier"],
        ["oplegger", "--naar", "een.pdf", "alles", "dossier"],
        ["json", "alles", "dossier"],
    ],
)
def test_some_forms_are_about_one_record(meer: list[str], here: Path) -> None:
    build(GOED / "alles", here / "assessments/alles")
    result = run(here, "toets", "--formaat", *meer)
    assert (result.code, result.uit) == (ExitCode.VERKEERD_GEBRUIK, "")
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


@pytest.mark.parametrize(
    "naam",
    [
        "dossier",
        "./assessments/dossier/",
        "assessments/dossier/dossier.yaml",
        "assessments/dossier/mogen/mandaat.md",
        "assessments/dossier/mogen",
        "assessments/dossier/mogen/er-niet-meer.md",
        "dossier/mogen/mandaat.md",
    ],
)
def test_a_record_goes_by_anything_inside_it(naam: str, here: Path) -> None:
    result = run(here, "toets", naam, "--formaat", "kort")
    assert (result.code, result.fout) == (0, "")
    assert "\nassessments/dossier (fictief): " in result.uit


def test_it_goes_by_a_full_path_too(here: Path) -> None:
    naam = here / "assessments/dossier/mogen/mandaat.md"
    assert run(here, "toets", str(naam), "--formaat", "kort").code == 0


def test_an_option_is_part_of_its_record(here: Path) -> None:
    build(GOED / "opties", here / "assessments/opties")
    option = next((here / "assessments/opties/opties").iterdir())
    (option / "dossier.yaml").write_text("", encoding="utf-8")
    naam = (option / "dossier.yaml").relative_to(here)
    result = run(here, "toets", str(naam), "--formaat", "kort")
    assert "\nassessments/opties (fictief): " in result.uit


def test_a_record_that_is_named_by_more_of_its_files_is_done_once(here: Path) -> None:
    files = ["dossier.yaml", "mogen/mandaat.md", "er-niet-meer.md"]
    result = run(here, "toets", "--formaat", "kort", *(f"assessments/dossier/{f}" for f in files))
    assert result.code == 0
    assert result.uit.count("assessments/dossier") == 1


def test_a_record_without_its_dossier_is_said_once(here: Path) -> None:
    (here / "assessments/dossier/dossier.yaml").unlink()
    files = ["dossier.yaml", "mogen/mandaat.md", "kern.md"]
    result = run(here, "toets", *(f"assessments/dossier/{f}" for f in files))
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert result.fout.count("maak daar eerst een dossier.yaml") == 1


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("buiten.md", "Het bestand 'buiten.md' hoort niet bij een beoordeling."),
        ("assessments/lees-mij.md", "Het bestand 'assessments/lees-mij.md' hoort niet bij een"),
        ("assessments/weg/kern.md", "De beoordeling 'assessments/weg/kern.md' is niet gevonden."),
        ("weg.md", "De beoordeling 'weg.md' is niet gevonden."),
    ],
)
def test_a_file_of_no_record_is_said_and_stops_nothing(naam: str, zin: str, here: Path) -> None:
    (here / "assessments/lees-mij.md").write_text("x\n", encoding="utf-8")
    result = run(here, "toets", naam, "assessments/dossier/kern.md", "--formaat", "kort")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert zin in result.fout
    assert "assessments/dossier" in result.uit


def test_a_name_that_no_disk_can_hold_is_no_bug(here: Path) -> None:
    result = run(here, "toets", "x" * 5000)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "kan niet worden geopend (de naam is te lang)." in result.fout
