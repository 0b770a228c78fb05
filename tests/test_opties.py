"""Options: the letter takes the chosen one, a report compares all, each may be looked at alone."""

from pathlib import Path

import pytest

from teksten import docx_text
from toetsingskader.rapport import FORMATEN
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED, replace_lines

_KEUZE = (
    "  - {sleutel: bataljon, titel: een bataljon en een fregat, status: gekozen}",
    "  - {sleutel: groot, titel: een brigade, status: afgevallen, reden: te duur}",
)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return prepare(GOED / "opties", tmp_path)


def _choose_the_other(record: Path) -> None:
    other = [
        _KEUZE[0].replace("gekozen", "afgevallen"),
        _KEUZE[1].replace("afgevallen, reden: te duur", "gekozen"),
    ]
    replace_lines(record / "dossier.yaml", list(_KEUZE), other)


@pytest.mark.parametrize("formaat", FORMATEN)
def test_a_report_compares_the_options(formaat: str, record: Path, tmp_path: Path) -> None:
    text = " ".join(run(tmp_path, "toets", "dossier", "--formaat", formaat).uit.split())
    for words in ("een bataljon en een fregat", "een brigade", "Pinguïnbrigade", "Verschilt in"):
        assert words in text


def test_another_option_is_reported_on_request(record: Path, tmp_path: Path) -> None:
    chosen = run(tmp_path, "toets", "dossier", "--formaat", "markdown").uit
    other = run(tmp_path, "toets", "dossier", "--optie", "groot", "--formaat", "markdown").uit
    assert "- Optie: een bataljon en een fregat" in chosen
    assert "- Optie: een brigade" in other
    assert "Eenheid: Pinguïnbataljon" in chosen
    assert "Eenheid: Pinguïnbataljon" not in other
    assert "Eenheid: Pinguïnbrigade" in other


def test_an_option_that_is_not_there(record: Path, tmp_path: Path) -> None:
    result = run(tmp_path, "toets", "dossier", "--optie", "klein")
    assert result.code == 2
    assert "Kies uit: bataljon, groot." in result.fout


def test_the_letter_takes_the_chosen_option(record: Path, tmp_path: Path) -> None:
    letter = tmp_path / "uitvoer/dossier/artikel-100-brief-tk.docx"
    assert run(tmp_path, "maak", "dossier").code == 0
    assert "Pinguïnbataljon" in docx_text(letter.read_bytes())
    _choose_the_other(record)
    assert run(tmp_path, "maak", "dossier").code == 0
    assert "Pinguïnbrigade" in docx_text(letter.read_bytes())
    assert "Pinguïnbataljon" not in docx_text(letter.read_bytes())


def test_a_finding_in_a_file_of_an_option_has_its_place(record: Path, tmp_path: Path) -> None:
    units = record / "opties/groot/kunnen/eenheden.md"
    replace_lines(units, ["    soort: schip"], ["    soort: vliegdekschip"])
    text = run(tmp_path, "toets", "dossier", "--formaat", "json").uit
    assert "opties/groot/kunnen/eenheden.md" in text


def test_what_only_an_option_contradicts_is_in_the_table(record: Path, tmp_path: Path) -> None:
    units = record / "opties/groot/kunnen/eenheden.md"
    replace_lines(units, ["    aantal_max: 450"], ["    aantal_max: 4.500"])
    result = run(tmp_path, "toets", "dossier", "--formaat", "markdown")
    assert result.code == 0
    assert "| Bevindingen | geen | 2 tegenstrijdig |" in result.uit
    assert run(tmp_path, "toets", "dossier", "--optie", "groot").code == 1
