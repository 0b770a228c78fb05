"""Letter templates that are wrong, or that a ministry made itself."""

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pdfplumber
import pytest

from ooxml_hulp import faults
from render_hulp import HOOFD, LETTER, TEMPLATES, document, rendered
from teksten import docx_text, pdf_text
from toetsingskader.document import MARKER, Openstaand, Proza, Tabel
from toetsingskader.errors import ToolError
from toetsingskader.render import pandoc, render

Change = Callable[[str], str]


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    shutil.copytree(TEMPLATES / "brief", tmp_path / "brief")
    return tmp_path


def change(templates: Path, part: str, edit: Change) -> None:
    """Rewrite one part of the Word template."""
    path = templates / "brief" / "brief.docx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = parts[part].decode("utf-8")
    parts[part] = edit(before).encode("utf-8")
    assert parts[part].decode("utf-8") != before
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    path.write_bytes(out.getvalue())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            "{{ tekst }}",
            "hier",
            "Het Word-sjabloon van de brief moet precies één alinea {{ tekst }} hebben, "
            "op de plaats van de tekst; het heeft er 0.",
            id="geen tekst",
        ),
        pytest.param(
            "{{ aanhef }}",
            "{{ tekst }}",
            "Het Word-sjabloon van de brief moet precies één alinea {{ tekst }} hebben, "
            "op de plaats van de tekst; het heeft er 2.",
            id="tweemaal tekst",
        ),
        pytest.param(
            "{{ tekst }}",
            "Zie: {{ tekst }}",
            "In het Word-sjabloon van de brief moet {{ tekst }} in een eigen alinea staan, "
            "niet in een tabel of tekstvak en zonder andere woorden.",
            id="tekst niet alleen",
        ),
        pytest.param(
            "{{ aanhef }}",
            "{{ aanheff }}",
            "Het Word-sjabloon brief.docx vraagt om een onbekend veld: aanheff. De velden zijn: "
            "aanhef, adres, afzender, betreft, bijlagen, contact, datum, directie, "
            "kamerdossiers, markering, mede_namens, ondertekenaars, onze_referentie, retouradres, "
            "tekst, uw_referentie.",
            id="onbekend veld",
        ),
        pytest.param(
            "{{ aanhef }}",
            "{{ aanhef. }}",
            "Het Word-sjabloon brief.docx heeft een fout in een veldcode bij '{{ aanhef. }}' "
            "(expected name or number).",
            id="fout in een veld",
        ),
        pytest.param(
            "{{ rij[0].naam }}",
            "{{ rij[0].rang }}",
            "Het Word-sjabloon brief.docx gebruikt een veld op een manier die niet kan "
            "('toetsingskader.document.Ondertekenaar object' has no attribute 'rang').",
            id="onbekend deel van een veld",
        ),
    ],
)
def test_a_wrong_word_template_says_what_is_wrong(
    templates: Path, old: str, new: str, message: str
) -> None:
    change(templates, "word/document.xml", lambda xml: xml.replace(old, new))
    with pytest.raises(ToolError) as error:
        render(LETTER, templates)
    assert str(error.value) == message


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04half"])
def test_a_file_that_is_not_word(templates: Path, content: bytes) -> None:
    (templates / "brief" / "brief.docx").write_bytes(content)
    with pytest.raises(ToolError) as error:
        render(LETTER, templates)
    assert str(error.value) == (
        "Het Word-sjabloon brief.docx is geen Word-document; sla het in Word op als .docx."
    )


@pytest.mark.parametrize("name", ["brief.docx", "brief.typ", "brief.csl"])
def test_a_template_that_is_not_there(templates: Path, name: str) -> None:
    (templates / "brief" / name).unlink()
    with pytest.raises(ToolError, match=f"{name} ontbreekt in de map"):
        render(LETTER, templates)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("hoofd.aanhef)", "hoofd.groet)", "dictionary does not contain key"),
        ('"Open Sans"', '"Comic Sans MS"', "unknown font family: comic sans ms"),
        ("#par(hoofd.aanhef)", "#par(", "unclosed delimiter"),
    ],
)
def test_a_wrong_pdf_template(templates: Path, old: str, new: str, message: str) -> None:
    path = templates / "brief" / "brief.typ"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(ToolError, match=f"met het sjabloon brief.typ. Typst meldt: {message}"):
        render(LETTER, templates)


def test_a_template_of_a_ministry_without_our_styles(templates: Path) -> None:
    def plain(xml: str) -> str:
        for style in ("Tabeltekst", "Openstaand", "Compact", "FootnoteReference", "Table"):
            xml = xml.replace(f'w:styleId="{style}"', f'w:styleId="x{style}"')
            xml = xml.replace(f'<w:name w:val="{style}"', f'<w:name w:val="x{style}"')
        return re.sub(r"<w:lang [^>]*/>", "", xml)

    change(templates, "word/styles.xml", plain)
    without_notes = partial(re.sub, r"<(Relationship|Override)[^>]*footnotes[^>]*/>", "")
    change(templates, "word/_rels/document.xml.rels", without_notes)
    change(templates, "[Content_Types].xml", without_notes)
    result = render(LETTER, templates)
    assert faults(result.docx) == []
    assert docx_text(result.docx) == docx_text(render(LETTER, TEMPLATES).docx)


def test_a_marker_without_a_block() -> None:
    with pytest.raises(ToolError, match="vraagt om het blok 'x', en dat bestaat niet"):
        render(document(skelet=f"{MARKER}x{MARKER}"), TEMPLATES)
    doc = document(Openstaand(("x",)))
    with pytest.raises(ToolError, match="'b0' staat in het briefsjabloon niet in een eigen alinea"):
        render(replace(doc, skelet=f"zin {MARKER}b0{MARKER}"), TEMPLATES)


def test_a_pandoc_that_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    worker = tmp_path / "worker.lua"
    worker.write_text("error('kapot')")
    monkeypatch.setattr(pandoc, "WORKER", worker)
    with pytest.raises(
        ToolError, match=r"(?s)Pandoc kon de brief niet maken\. Pandoc meldt: .*kapot"
    ):
        render(LETTER, TEMPLATES)


def test_long_words_and_wide_tables_stay_on_the_page() -> None:
    word = "https://voorbeeld.nl/" + "pad/" * 80
    table = Tabel(
        "Breed", tuple(f"Kolom {i}" for i in range(9)), (("1.000.000,00",) * 9, (word,) + ("",) * 8)
    )
    proza = Proza(
        "p", "P", f"Zin {word} en {'a' * 400}.\n\n- {word}\n\n{word}[^1]\n\n[^1]: {word}\n"
    )
    result, text = rendered(document(proza, table, betreft=f"Over {'b' * 200}"))
    assert text.count(word) == 5
    assert outside(result.pdf) == 0


def outside(data: bytes) -> int:
    """How many characters stand off the paper."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return sum(
            1 for page in pdf.pages for c in page.chars if c["x1"] > page.width or c["x0"] < 0
        )


def test_a_letter_without_any_text() -> None:
    empty = replace(document(), skelet="", hoofd=replace(HOOFD, ondertekenaars=()))
    result = render(empty, TEMPLATES)
    assert docx_text(result.docx) == pdf_text(result.pdf)
