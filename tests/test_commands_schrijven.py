"""What the commands write, what they leave alone, and when a final letter is refused."""

import errno
import tempfile
from pathlib import Path

import pytest

from toetsingskader.errors import ExitCode
from voorbeelden.draaien import prepare, run, snapshot
from voorbeelden.samenstellen import FOUT, GOED, approve, replace_lines

FILES = [
    "artikel-100-brief-ek.docx",
    "artikel-100-brief-ek.pdf",
    "artikel-100-brief-tk.docx",
    "artikel-100-brief-tk.pdf",
    "oplegger.docx",
    "oplegger.pdf",
    "volledigheid.html",
    "volledigheid.json",
    "volledigheid.md",
]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with one record in which nothing is wrong."""
    prepare(GOED / "volledig", tmp_path)
    return tmp_path


def test_maak_writes_nine_files_and_nothing_else(here: Path) -> None:
    before = snapshot(here)
    result = run(here, "maak")
    assert result.code == 0
    assert result.fout == ""
    after = snapshot(here)
    assert sorted(set(after) - set(before)) == [f"uitvoer/dossier/{name}" for name in FILES]
    assert {k: after[k] for k in before} == before
    assert all(f"uitvoer/dossier/{name}" in result.uit for name in FILES)


@pytest.mark.parametrize(
    "naam",
    [
        "lees-diepte",
        "lees-leeg-bestand",
        "lees-teken",
        "lees-utf-16",
        "map-ontbreekt",
        "niet-beoordeeld-bestand",
        "niet-beoordeeld-regelset",
        "veld-lijst",
    ],
)
def test_a_draft_is_made_whatever_is_found(naam: str, tmp_path: Path) -> None:
    approve(prepare(FOUT / naam, tmp_path))
    result = run(tmp_path, "maak")
    assert (result.code, result.fout) == (0, "")
    assert sorted(p.name for p in (tmp_path / "uitvoer/dossier").iterdir()) == FILES
    refused = run(tmp_path, "maak", "--definitief").code
    assert refused == run(tmp_path, "toets", "--streng").code


def test_letter_for_the_other_chamber_stands_beside_it(here: Path) -> None:
    assert run(here, "maak", "--kamer", "eerste").code == 0
    assert (here / "uitvoer/dossier/artikel-100-brief-ek.docx").exists()


@pytest.mark.parametrize("formaat", ["tekst", "markdown", "html", "json", "sarif", "junit", "kort"])
def test_toets_writes_only_where_asked(formaat: str, here: Path) -> None:
    before = snapshot(here)
    shown = run(here, "toets", "--formaat", formaat)
    assert snapshot(here) == before
    written = run(here, "toets", "--formaat", formaat, "--naar", "uit/verslag.txt")
    assert (shown.code, written.code) == (0, 0)
    assert set(snapshot(here)) - set(before) == {"uit/verslag.txt"}
    text = (here / "uit/verslag.txt").read_text(encoding="utf-8")
    assert text.rstrip("\n") == shown.uit.rstrip("\n")


def test_final_letter_is_refused_and_the_earlier_one_stays(tmp_path: Path) -> None:
    prepare(FOUT / "ontbreekt-leeg-veld", tmp_path)
    assert run(tmp_path, "maak").code == 0
    letters = [tmp_path / "uitvoer/dossier" / name for name in FILES[:2]]
    before = [p.read_bytes() for p in letters]
    result = run(tmp_path, "maak", "--definitief")
    assert result.code == ExitCode.BEVINDINGEN
    assert "de brief is niet gemaakt" in result.fout
    assert "MANDAAT-LEEMTEN" in result.fout
    assert [p.read_bytes() for p in letters] == before


def test_final_letter_with_an_accepted_finding(tmp_path: Path) -> None:
    approve(prepare(FOUT / "aanvaard", tmp_path))
    assert run(tmp_path, "maak", "--definitief").code == 0


def _change(here: Path, old: list[str], new: list[str]) -> None:
    replace_lines(here / "assessments/dossier/dossier.yaml", old, new)


_SIGNER = "  - {ambt: minister van Buitenlandse Zaken, naam: A. Voorbeeld, plaats: eerste}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("    kenmerk: BZ-FICTIEF-2026-1", "    uw_kenmerk: x", id="no reference"),
        pytest.param(_SIGNER, _SIGNER.replace("A. Voorbeeld", "onbekend"), id="no name"),
    ],
)
def test_a_final_letter_has_no_open_places(old: str, new: str, here: Path) -> None:
    _change(here, [old], [new])
    approve(here / "assessments/dossier")
    assert run(here, "maak", "--definitief").code == ExitCode.BEVINDINGEN


def test_a_letter_that_was_sent_keeps_its_date(here: Path) -> None:
    line = "    kenmerk: BZ-FICTIEF-2026-1"
    _change(here, [line], [line, "    verzonden_op: 15 mei 2026"])
    assert run(here, "toets", "--streng").code == 0


def test_output_folder_is_a_file(here: Path) -> None:
    (here / "uitvoer").write_text("van mij", encoding="utf-8")
    result = run(here, "maak")
    assert result.code == ExitCode.UITVOER_MISLUKT
    assert "kan niet worden geschreven" in result.fout
    assert (here / "uitvoer").read_text(encoding="utf-8") == "van mij"


def test_report_cannot_be_written(here: Path) -> None:
    assert run(here, "toets", "--naar", "assessments").code == ExitCode.UITVOER_MISLUKT


def test_output_folder_may_not_be_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(here, "maak").code == 0
    before = snapshot(here / "uitvoer")

    def refuse(*arguments: object, **options: object) -> None:
        # A folder without permission would not stop root.
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    result = run(here, "maak")
    assert "geen toestemming" in result.fout
    assert result.code == ExitCode.UITVOER_MISLUKT
    assert snapshot(here / "uitvoer") == before


def test_full_disk_leaves_no_half_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.chmod

    def fail(path: Path, mode: int) -> None:
        if path.suffix and path.name.startswith(".artikel-100-brief-ek.pdf"):
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, mode)

    monkeypatch.setattr(Path, "chmod", fail)
    result = run(here, "maak")
    assert (result.code, "de schijf is vol" in result.fout) == (ExitCode.UITVOER_MISLUKT, True)
    assert snapshot(here / "uitvoer") == {}


def test_earlier_letter_survives_a_failed_build(here: Path) -> None:
    target = here / "uitvoer/dossier"
    (target / FILES[3]).mkdir(parents=True)
    (target / FILES[0]).write_bytes(b"de vorige brief")
    assert run(here, "maak").code == ExitCode.UITVOER_MISLUKT
    assert sorted(p.name for p in target.iterdir()) == [FILES[0], FILES[3]]
    assert (target / FILES[0]).read_bytes() == b"de vorige brief"


def test_a_report_never_replaces_a_file_of_the_record(here: Path) -> None:
    before = snapshot(here / "assessments")
    run(here, "toets", "--naar", "assessments/dossier/dossier.yaml")
    assert snapshot(here / "assessments") == before


def test_no_letter_about_a_secret_deployment(tmp_path: Path) -> None:
    prepare(FOUT / "tk-s7-geheim", tmp_path)
    result = run(tmp_path, "maak", "dossier")
    assert result.code == 1
    assert "TK-S7" in result.fout
    assert not list((tmp_path / "uitvoer").rglob("*brief*"))
