"""Letter templates that are wrong, or that a ministry made itself."""

import io
import re
import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pdfplumber
import pytest

from ooxml_hulp import faults
from render_hulp import HOOFD, LETTER, TEMPLATES, document, rendered
from sjabloon_hulp import MAIN, Change, change, packed, parts_of, replacing
from teksten import docx_text, pdf_text
from toetsingskader import sjablonen
from toetsingskader.document import MARKER, Cel, Openstaand, Proza, Tabel
from toetsingskader.errors import ToolError
from toetsingskader.render import pandoc, render


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return shutil.copytree(TEMPLATES, tmp_path / "brief")


def test_a_wrong_word_template_says_what_is_wrong(templates: Path) -> None:
    change(templates, MAIN, replacing("{{ aanhef }}", "{{ aanheff }}"))
    with pytest.raises(ToolError) as error:
        render(LETTER, templates)
    path = templates / "brief.docx"
    assert str(error.value) == (
        f"Met het Word-sjabloon {path} kan geen brief worden gemaakt:\n"
        "  fout bij '{{ aanheff }}': het veld 'aanheff' bestaat niet. Bedoelde u 'aanhef'?\n"
        "  fout: het veld 'aanhef' ontbreekt (de aanhef); dat komt dan niet in de brief.\n"
        f"Alles op een rij: toetsingskader sjabloon {path}"
    )


@pytest.mark.parametrize(
    "code", ["{{ adres[7] }}", "{{ adres + 1 }}", "{{ 1 // 0 }}", "{{ datum.x }}"]
)
def test_a_field_used_in_a_way_that_cannot_be(templates: Path, code: str) -> None:
    change(templates, MAIN, replacing("{{ aanhef }}", f"{{{{ aanhef }}}} {code}"))
    with pytest.raises(ToolError, match=r"brief\.docx"):
        render(LETTER, templates)


@pytest.mark.parametrize("content", [b"", b"geen zip", b"PK\x03\x04half"])
def test_a_file_that_is_not_word(templates: Path, content: bytes) -> None:
    (templates / "brief.docx").write_bytes(content)
    with pytest.raises(ToolError) as error:
        render(LETTER, templates)
    assert str(error.value) == (
        "Het Word-sjabloon brief.docx is geen Word-document; sla het in Word op als .docx."
    )


@pytest.mark.parametrize("name", ["brief.docx", "brief.typ", "brief.csl"])
def test_a_template_that_is_not_there_comes_from_ours(templates: Path, name: str) -> None:
    (templates / name).unlink()
    assert render(LETTER, templates) == render(LETTER, TEMPLATES)


def test_a_template_that_is_nowhere(templates: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sjablonen, "BRIEFSJABLONEN", templates)
    (templates / "brief.csl").unlink()
    with pytest.raises(ToolError, match=r"brief\.csl ontbreekt in de map"):
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
    path = templates / "brief.typ"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(ToolError, match=f"met het sjabloon brief.typ. Typst meldt: {message}"):
        render(LETTER, templates)


def test_a_template_of_a_ministry_without_our_styles(templates: Path) -> None:
    without_notes = partial(re.sub, r"<(Relationship|Override)[^>]*footnotes[^>]*/>", "")

    def plain(xml: str) -> str:
        for style in ("Tabeltekst", "Openstaand", "Compact", "FootnoteReference", "Table"):
            xml = xml.replace(f'w:styleId="{style}"', f'w:styleId="x{style}"')
            xml = xml.replace(f'<w:name w:val="{style}"', f'<w:name w:val="x{style}"')
        return re.sub(r"<w:lang [^>]*/>", "", xml)

    path = templates / "brief.docx"
    parts = parts_of(path.read_bytes())
    edits: dict[str, Change] = {
        "word/styles.xml": plain,
        "word/_rels/document.xml.rels": without_notes,
        "[Content_Types].xml": without_notes,
    }
    path.write_bytes(
        packed(parts | {n: edit(parts[n].decode()).encode() for n, edit in edits.items()})
    )
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


def test_a_source_takes_no_room_in_a_column() -> None:
    heads = ("Scenario", "Europese troepenmacht", "Lidmaatschap NAVO")
    plain = Tabel("Wat", heads, (("gunstig", "ja", "opgeschort"),))
    with_source = replace(plain, rijen=((Cel("gunstig", "[@krant, p. 2-3]"), "ja", "opgeschort"),))
    widths = [_columns(render(document(t), TEMPLATES).docx) for t in (plain, with_source)]
    # The number of the note is a sign of its own; the key of the source is not read in a letter.
    assert widths[1] == pytest.approx(widths[0], rel=0.1)


def _columns(letter: bytes) -> list[int]:
    main = parts_of(letter)[MAIN].decode("utf-8")
    return [int(w) for w in re.findall(r'<w:gridCol w:w="(\d+)"', main)]


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
