"""The sender's own logo in both files; nothing of the kind comes with the program."""

import io
import shutil
import zipfile
from pathlib import Path

import page
import pdfplumber
import pytest
from PIL import Image

from ooxml_hulp import faults
from render_hulp import LETTER, TEMPLATES
from teksten import docx_text, pdf_text
from toetsingskader.errors import ToolError
from toetsingskader.render import render

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 130 371"><path d="M0 0h130v371z"/></svg>'
)
TEXT = "Logo van het ministerie van <Voorbeelden> & Zo"
RIGHT_SIDE = 111.5 / 25.4 * 72


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    shutil.copytree(TEMPLATES, tmp_path / "brief")
    (tmp_path / "brief" / "logo.txt").write_text(TEXT + "\n", encoding="utf-8")
    return tmp_path / "brief"


@pytest.mark.parametrize("name", ["logo.svg", "logo.png"])
def test_a_logo_in_both_files(templates: Path, name: str) -> None:
    path = templates / name
    if path.suffix == ".svg":
        path.write_text(SVG, encoding="utf-8")
    else:
        Image.new("RGB", (130, 371), "navy").save(path)
    result = render(LETTER, templates)
    assert faults(result.docx) == []
    assert docx_text(result.docx) == pdf_text(result.pdf)
    with zipfile.ZipFile(io.BytesIO(result.docx)) as archive:
        header = archive.read("word/header1.xml").decode("utf-8")
        picture = Image.open(io.BytesIO(archive.read("word/media/logo.png")))
    assert 'descr="Logo van het ministerie van &lt;Voorbeelden&gt; &amp; Zo"' in header
    assert picture.height / picture.width == pytest.approx(371 / 130, rel=0.01)
    with pdfplumber.open(io.BytesIO(result.pdf)) as letter:
        first = letter.pages[0]
        shown = first.images[0]
        assert shown["x1"] == pytest.approx(RIGHT_SIDE, abs=1)
        assert shown["top"] == pytest.approx(0, abs=1)
        assert not letter.pages[1].images
    pdf = templates / "brief.pdf"
    pdf.write_bytes(result.pdf)
    for profile in ("ua1", "2a"):
        assert page.validate_pdf(str(pdf), profile=profile).is_compliant


def test_no_logo_comes_with_the_program() -> None:
    assert not list(TEMPLATES.rglob("logo.*"))
    with zipfile.ZipFile(io.BytesIO(render(LETTER, TEMPLATES).docx)) as archive:
        assert not [name for name in archive.namelist() if "media" in name]


def test_a_logo_without_text_is_refused(templates: Path) -> None:
    (templates / "logo.svg").write_text(SVG, encoding="utf-8")
    (templates / "logo.txt").write_text(" \n", encoding="utf-8")
    with pytest.raises(ToolError, match=r"Bij het logo logo\.svg hoort een tekst"):
        render(LETTER, templates)


@pytest.mark.parametrize(
    ("name", "message"),
    [("logo.png", r"Het logo logo\.png is geen PNG"), ("logo.svg", r"Het logo logo\.svg ")],
)
def test_a_file_that_is_no_picture(templates: Path, name: str, message: str) -> None:
    (templates / name).write_bytes(b"geen beeld")
    with pytest.raises(ToolError, match=message):
        render(LETTER, templates)
