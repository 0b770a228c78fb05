"""The words of a letter as lines, and that git shows by them what changed in a Word file."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from git_hulp import git
from pijplijn_hulp import on_the_path
from toetsingskader.errors import ExitCode
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED

LETTER = "uitvoer/dossier/artikel-100-brief-tk"
_DOCUMENT = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record and its letters."""
    here = tmp_path_factory.mktemp("woorden")
    prepare(GOED / "volledig", here)
    assert run(here, "maak", "--kamer", "tweede").code == 0
    return here


def _docx(path: Path, *paragraphs: str) -> Path:
    """The smallest file that Word opens: no styles, no notes, nothing of ours."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    relation = f'<Relationship Id="r" Type="{_OFFICE}" Target="document.xml"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "_rels/.rels", f'<Relationships xmlns="{_PACKAGE}">{relation}</Relationships>'
        )
        archive.writestr(
            "document.xml",
            f'<w:document xmlns:w="{_DOCUMENT}"><w:body>{body}</w:body></w:document>',
        )
    return path


def test_a_line_per_paragraph_and_the_notes_after_them(made: Path) -> None:
    result = run(made, "woorden", f"{LETTER}.docx")
    assert (result.code, result.fout) == (0, "")
    body, _, notes = result.uit.partition("\n\nVoetnoten\n")
    assert any("Bouveteiland" in line for line in body.splitlines())
    assert "" not in body.splitlines()
    assert len(notes.splitlines()) > 5
    assert run(made, "woorden", f"{LETTER}.docx").uit == result.uit


def test_the_pdf_has_the_same_words(made: Path) -> None:
    word, pdf = (run(made, "woorden", f"{LETTER}.{x}").uit for x in ("docx", "pdf"))
    assert pdf.partition("Voetnoten")[2] == word.partition("Voetnoten")[2] != ""


def test_any_word_file_will_do_and_its_text_is_only_text(tmp_path: Path) -> None:
    _docx(tmp_path / "a.docx", "Een brief  van elders.", "", "Kom\u202eover\u2028hier [U+001B][31m")
    result = run(tmp_path, "woorden", "a.docx")
    assert (result.code, result.fout) == (0, "")
    assert result.uit == "Een brief van elders.\nKom[U+202E]over hier [U+001B][31m\n"


@pytest.mark.parametrize(
    ("content", "zin"),
    [
        pytest.param(b"", "is geen Word-bestand (.docx) en geen PDF.", id="empty"),
        pytest.param(b"PK\x03\x04 kapot", "is geen Word-bestand", id="damaged"),
        pytest.param(b"%PDF-1.7 kapot", "het bestand is beschadigd", id="damaged PDF"),
        pytest.param(None, "kan niet worden geopend (bestaat niet)", id="absent"),
    ],
)
def test_what_cannot_be_read_is_said(content: bytes | None, zin: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "a.docx").write_bytes(content)
    result = run(tmp_path, "woorden", "a.docx")
    assert (result.code, result.uit) == (ExitCode.INVOER_ONTOEGANKELIJK, "")
    assert result.fout.startswith("'a.docx' ")
    assert zin in result.fout


def test_it_is_utf_8_and_unix_lines_wherever_it_runs(tmp_path: Path) -> None:
    """Windows gives a program that is read by another its own encoding."""
    _docx(tmp_path / "a.docx", "Oekraïne ≥ 5 km²")
    done = subprocess.run(
        [sys.executable, "-m", "toetsingskader", "woorden", "a.docx"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == "Oekraïne ≥ 5 km²\n".encode()


def _repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the manual says it."""
    on_the_path(here / "bin", monkeypatch)
    git(here, "init", "--quiet")
    git(here, "config", "diff.toetsingskader.textconv", "toetsingskader woorden")
    (here / ".gitattributes").write_text("*.docx diff=toetsingskader\n", encoding="utf-8")


def _commit(here: Path) -> None:
    git(here, "add", "--all", "--force", ".gitattributes", "brief v1.docx")
    git(here, "commit", "--quiet", "--message", "x")


def test_git_shows_the_words_that_changed(
    tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _repository(tmp_path, monkeypatch)
    (tmp_path / "brief v1.docx").write_bytes((made / f"{LETTER}.docx").read_bytes())
    _commit(tmp_path)
    prepare(GOED / "volledig", tmp_path)
    kern = tmp_path / "assessments/dossier/kern.md"
    text = kern.read_text(encoding="utf-8")
    kern.write_text(f"{text}\nDit is nieuw in deze brief.\n", encoding="utf-8")
    assert run(tmp_path, "maak", "--kamer", "tweede").code == 0
    (tmp_path / f"{LETTER}.docx").replace(tmp_path / "brief v1.docx")
    shown = git(tmp_path, "diff", "--", "brief v1.docx").splitlines()
    changed = [x for x in shown if x[:1] in "+-" and x[:3] not in ("+++", "---")]
    assert "+Dit is nieuw in deze brief." in changed
    assert not [line for line in changed if line.startswith("-") and "Dossier" not in line]
    _commit(tmp_path)
    assert "+Dit is nieuw in deze brief." in git(tmp_path, "log", "-1", "--patch")


def test_git_shows_why_a_file_has_no_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _repository(tmp_path, monkeypatch)
    letter = _docx(tmp_path / "brief v1.docx", "Een brief.")
    _commit(tmp_path)
    letter.write_bytes(b"versleuteld")
    command = ["git", "diff"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "is geen Word-bestand (.docx) en geen PDF." in done.stderr
    assert "differ" in git(tmp_path, "diff", "--no-textconv")
