"""The final letter: when it is refused, and the one folder that is filed."""

import re
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from teksten import docx_text
from toetsingskader.errors import ExitCode
from voorbeelden.draaien import prepare, run, snapshot
from voorbeelden.samenstellen import FOUT, GOED, approve, replace_lines

NAME = "2026-05-15-artikel-100-brief-dossier"
REFERENCE = "    kenmerk: BZ-FICTIEF-2026-1"
DATE = "    datum: 15 mei 2026"
SUBJECT = "    betreft: Nederlandse bijdrage aan de missies op en rond Bouveteiland"
FIELDS = "aanleiding geadviseerd_besluit kernpunten politieke_context financiele_overwegingen "
FIELDS += "juridische_overwegingen krachtenveld strategie uitvoering communicatie"
SENTENCES = ", ".join(f"{field}: een zin" for field in FIELDS.split())
BESLISNOTA = f"beslisnota: {{{SENTENCES}, niet_openbaar: []}}"
NOTE = ("  - soort: beslisnota", "    datum: 12 mei 2026", "    kenmerk: NOTA-1")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with one record in which nothing is wrong."""
    approve(prepare(GOED / "volledig", tmp_path))
    return tmp_path


def _change(here: Path, old: str, *new: str) -> None:
    replace_lines(here / "assessments/dossier/dossier.yaml", [old], list(new))


def _final(here: Path) -> Path:
    approve(here / "assessments/dossier")
    result = run(here, "maak", "--definitief")
    assert (result.fout, result.code) == ("", 0)
    return here / "uitvoer/dossier" / NAME


def test_the_folder_holds_all_that_is_filed(here: Path) -> None:
    record = here / "assessments/dossier"
    (record / ".verborgen").write_text("x", encoding="utf-8")
    (record / "~$kern.docx").write_text("x", encoding="utf-8")
    (record / "bijlagen").mkdir()
    (record / "bijlagen/groot.bin").write_bytes(b"\0" * 3_000_000)
    folder = _final(here)
    files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    letters = {f"{NAME}-{chamber}.{x}" for chamber in ("tk", "ek") for x in ("docx", "pdf")}
    reports = {f"volledigheid.{x}" for x in ("html", "json", "md")}
    reports |= {"oplegger.docx", "oplegger.pdf"}
    of_record = {
        f"dossier/{p}" for p in snapshot(record) if not Path(p).name.startswith((".", "~"))
    }
    assert files == letters | reports | of_record | {"SHA256SUMS"}
    assert (folder / "dossier/bijlagen/groot.bin").stat().st_size == 3_000_000
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    checked = subprocess.run(command, cwd=folder, capture_output=True, check=True)
    assert checked.stdout.count(b"\n") == len(files) - 1


def test_it_says_what_to_write_in_the_record(here: Path) -> None:
    result = run(here, "maak", "--definitief")
    letter = (here / "uitvoer/dossier" / NAME / f"{NAME}-tk.pdf").read_bytes()
    lines = [line.strip() for line in result.uit.splitlines()]
    start = lines.index("verzonden_op:")
    assert lines[start : start + 3] == [
        "verzonden_op:",
        "kamerstuk_tk:",
        f"sha256_tk: {sha256(letter).hexdigest()}",
    ]
    _change(here, REFERENCE, REFERENCE, "    verzonden_op: 15 mei 2026", f"    {lines[start + 2]}")
    assert run(here, "toets", "--streng").code == 0


def test_it_appears_whole_or_not_at_all(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(_final(here))
    (here / "assessments/dossier/kern.md").write_text("Anders.\n", encoding="utf-8")
    approve(here / "assessments/dossier")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        # Files are complete by then; what fails is putting the folder in its place.
        patch.setattr(Path, "rename", refuse)
        result = run(here, "maak", "--definitief")
    assert result.code == ExitCode.UITVOER_MISLUKT
    assert "de schijf is vol" in result.fout
    assert snapshot(here / "uitvoer/dossier" / NAME) == before
    assert [p.name for p in (here / "uitvoer/dossier").iterdir()] == [NAME]
    assert snapshot(_final(here)) != before


def test_a_file_in_the_place_of_the_folder_stays(here: Path) -> None:
    path = here / "uitvoer/dossier" / NAME
    path.parent.mkdir(parents=True)
    path.write_text("van mij", encoding="utf-8")
    assert run(here, "maak", "--definitief").code == ExitCode.UITVOER_MISLUKT
    assert path.read_text(encoding="utf-8") == "van mij"


def test_what_was_sent_is_not_overwritten(here: Path) -> None:
    before = snapshot(_final(here))
    _change(here, REFERENCE, REFERENCE, "    verzonden_op: 15 mei 2026")
    result = run(here, "maak", "--definitief")
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert "al verzonden" in result.fout
    assert snapshot(here / "uitvoer/dossier" / NAME) == before


def test_a_month_is_no_day(here: Path) -> None:
    _change(here, DATE, "    datum: mei 2026")
    result = run(here, "maak", "--definitief")
    assert result.code == ExitCode.BEVINDINGEN
    assert "BRIEF-OPEN" in result.fout
    assert "er staat alleen 'mei 2026'" in result.fout


def test_an_open_place_is_not_said_beside_its_finding(here: Path) -> None:
    _change(here, REFERENCE, "    uw_kenmerk: x")
    result = run(here, "maak", "--definitief")
    assert "DOSSIER-BRIEVEN-KENMERK" in result.fout
    assert "BRIEF-OPEN" not in result.fout


def test_the_note_to_the_ministers_is_filed_with_the_letter(here: Path) -> None:
    assert not list(_final(here).glob("*beslisnota*"))
    _change(here, "brieven:", BESLISNOTA, "brieven:")
    # What keeps the note back keeps the letter back.
    refused = run(here, "maak", "--definitief")
    assert refused.code == ExitCode.BEVINDINGEN
    assert "DOSSIER-OPTIES" in refused.fout
    _change(here, "brieven:", "opties: onbekend", "brieven:")
    _change(here, SUBJECT, SUBJECT, *NOTE)
    finances = here / "assessments/dossier/kunnen/financien.md"
    text = finances.read_text(encoding="utf-8").replace(
        "---\n", "---\ndoeltreffendheid: De doelen worden gehaald.\n", 1
    )
    finances.write_text(text, encoding="utf-8")
    names = {p.name for p in _final(here).glob("*beslisnota*")}
    assert names == {f"2026-05-15-beslisnota-dossier.{x}" for x in ("docx", "pdf")}


def test_a_concept_lists_what_is_open_on_its_last_page(tmp_path: Path) -> None:
    prepare(FOUT / "open-vraag", tmp_path)
    assert run(tmp_path, "maak").code == 0
    text = docx_text((tmp_path / "uitvoer/dossier/artikel-100-brief-tk.docx").read_bytes())
    heading, sentence, *places, colophon = text.split("\nB. Verzinsel\n")[1].split("\n")
    assert heading == "Nog open in dit concept"
    assert "deze plek nog in te vullen" in sentence
    assert places == ["Wie levert de sleden? – Def/DOPS"]
    assert colophon.startswith("Gemaakt uit dossier dossier; ")


def test_a_concept_without_open_points_has_no_list(here: Path) -> None:
    assert run(here, "maak").code == 0
    text = docx_text((here / "uitvoer/dossier/artikel-100-brief-tk.docx").read_bytes())
    assert "Nog open" not in text
    assert re.search(r"\nB\. Verzinsel\nGemaakt uit dossier dossier; [^\n]+$", text)
