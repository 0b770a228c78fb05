"""Figures: the same picture with the same words in both files, and nothing else of the file."""

import io
import re
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pikepdf import Array, Dictionary, Object

from ooxml_hulp import faults
from render_hulp import document, lines, rendered
from teksten import docx_text, pdf_text
from toetsingskader.afbeelding import MAX_BYTES, Afbeelding, Geweigerd, read_image
from toetsingskader.document import Proza
from voorbeelden.draaien import judge, prepare, run
from voorbeelden.samenstellen import FOUT, GOED

BIJLAGEN = GOED / "figuren" / "bijlagen"
PNG = (BIJLAGEN / "kaart zuid (1).png").read_bytes()
JPEG = (BIJLAGEN / "haven.jpg").read_bytes()
SVG = (BIJLAGEN / "verloop.svg").read_bytes()
ALTS = [
    'Kaart van "Bouveteiland" met <de haven> & de noordkust',
    "Foto van een steiger waaraan één schip past",
    "Drie stappen: opbouw, uitvoering en Đoković",
]
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TEXT_WIDTH_PT = 125 / 25.4 * 72


def _letter(here: Path, example: Path) -> tuple[bytes, bytes]:
    """The DOCX and the PDF of an example record."""
    prepare(example, here)
    assert run(here, "maak", "dossier").code == 0
    found = here / "uitvoer" / "dossier" / "artikel-100-brief-tk"
    return found.with_suffix(".docx").read_bytes(), found.with_suffix(".pdf").read_bytes()


def _figures(data: bytes) -> list[tuple[str, float]]:
    """Of each picture in the tags of a PDF its alternative text and its width in points."""

    def walk(node: Object | int) -> list[tuple[str, float]]:
        if isinstance(node, Array):
            return [found for kid in node for found in walk(kid)]
        if not isinstance(node, Dictionary) or "/S" not in node:
            return []
        inner = walk(node.K) if "/K" in node else []
        if "/Alt" not in node:
            return inner
        box = (node.A if isinstance(node.A, Dictionary) else node.A[0]).BBox
        return [(str(node.Alt), float(box[2]) - float(box[0])), *inner]

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return walk(pdf.Root.StructTreeRoot.K)


def _alts(data: bytes) -> list[str]:
    return [alt for alt, _ in _figures(data)]


def _drawings(data: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return list(etree.fromstring(archive.read("word/document.xml")).iter(f"{WP}docPr"))


def _valid(data: bytes, here: Path) -> None:
    path = here / "gemaakt.pdf"
    path.write_bytes(data)
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(str(path), profile=profile)
        assert report.is_compliant, report.failures


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    return _letter(tmp_path_factory.mktemp("figuren"), GOED / "figuren")


def test_alternative_texts_in_the_tags_of_both(brief: tuple[bytes, bytes], tmp_path: Path) -> None:
    word, pdf = brief
    assert _alts(pdf) == ALTS
    assert [d.get("descr") for d in _drawings(word)] == ALTS
    numbers = [d.get("id") for d in _drawings(word)]
    assert len(set(numbers)) == len(numbers) == 3
    assert faults(word) == []
    _valid(pdf, tmp_path)


def test_captions_stand_below_and_hold_their_source(brief: tuple[bytes, bytes]) -> None:
    text = docx_text(brief[0])
    assert text == pdf_text(brief[1])
    caption = next(line for line in lines(text) if line.startswith("Figuur 1:"))
    assert caption.startswith("Figuur 1: Het inzetgebied. Bron:⟦")
    assert "p. 2" in caption
    assert "Figuur 3: Het verloop van de inzet" in lines(text)
    assert "De haven is klein, en figuur 2 laat dat zien." in lines(text)


def test_no_picture_is_wider_than_the_text(brief: tuple[bytes, bytes]) -> None:
    assert all(0 < width <= TEXT_WIDTH_PT + 0.1 for _, width in _figures(brief[1]))
    for drawing in _drawings(brief[0]):
        parent = drawing.getparent()
        assert parent is not None
        extent = parent.find(f"{WP}extent")
        assert extent is not None
        assert int(extent.get("cx", "0")) / 12700 <= TEXT_WIDTH_PT + 0.1


def test_only_pixels_leave(brief: tuple[bytes, bytes]) -> None:
    assert b"GEHEIM-MAKER" in PNG
    assert b"GEHEIM-CAMERA" in JPEG
    assert b"GEHEIM-OPMERKING" in SVG
    with zipfile.ZipFile(io.BytesIO(brief[0])) as archive:
        pieces = [archive.read(name) for name in archive.namelist()]
        assert sorted(n for n in archive.namelist() if "media" in n) == [
            "word/media/tekst-figuur-1.png",
            "word/media/tekst-figuur-2.jpeg",
            "word/media/tekst-figuur-3.png",
        ]
    with pikepdf.open(io.BytesIO(brief[1])) as pdf:
        streams = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
        pieces += [s.read_raw_bytes() for s in streams] + [bytes(brief[1])]
    assert not any(b"GEHEIM" in piece or b"Exif" in piece for piece in pieces)


def test_without_alternative_text_there_is_a_letter(tmp_path: Path) -> None:
    word, pdf = _letter(tmp_path, FOUT / "figuur-alt")
    _valid(pdf, tmp_path)
    assert "Afbeelding zonder beschrijving" in _alts(pdf)
    assert _alts(pdf) == [d.get("descr") for d in _drawings(word)]
    assert run(tmp_path, "maak", "dossier", "--definitief").code == 1


@pytest.mark.parametrize("example", ["figuur-pad", "figuur-bestand"])
def test_what_may_not_be_shown_has_a_visible_place(example: str, tmp_path: Path) -> None:
    word, pdf = _letter(tmp_path, FOUT / example)
    _valid(pdf, tmp_path)
    text = docx_text(word)
    assert text == pdf_text(pdf)
    assert _drawings(word) == []
    typed = (FOUT / example / "wijziging.txt").read_text(encoding="utf-8")
    for pad in re.findall(r"\]\((.*)\)\{", typed):
        assert f"[figuur ontbreekt: {pad.strip()}]" in lines(text)


def test_an_option_shows_figures_of_the_record(tmp_path: Path) -> None:
    record = prepare(GOED / "opties", tmp_path)
    (record / "bijlagen").mkdir()
    (record / "bijlagen" / "kaart.png").write_bytes(PNG)
    own = next((record / "opties").rglob("*.md"))
    text = own.read_text(encoding="utf-8")
    own.write_text(text + '\n![Figuur 1](bijlagen/kaart.png){alt="De haven"}\n', encoding="utf-8")
    assert not {c for c in judge(tmp_path).codes if c.startswith("FIGUUR")}
    own.write_text(text + '\n![Figuur 1](bijlagen/kart.png){alt="De haven"}\n', encoding="utf-8")
    assert "FIGUUR-ONTBREEKT" in judge(tmp_path).codes


def test_no_more_than_forty(tmp_path: Path) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    shown = "".join(f'![Figuur {i}](bijlagen/{i}.svg){{alt="x"}}\n\n' for i in range(41))
    (record / "afweging.md").write_text(shown, encoding="utf-8")
    (record / "bijlagen").mkdir()
    for i in range(41):
        (record / "bijlagen" / f"{i}.svg").write_bytes(SVG)
    found = [b["code"] for b in judge(tmp_path).bevindingen if b["code"].startswith("FIGUUR")]
    assert found == ["FIGUUR-AANTAL"]


def test_a_drawing_that_cannot_be_drawn(tmp_path: Path) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    (record / "bijlagen").mkdir()
    empty = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="0"/>'
    (record / "bijlagen" / "leeg.svg").write_text(empty, encoding="utf-8")
    with (record / "afweging.md").open("a", encoding="utf-8") as file:
        file.write('\n![Figuur 1](bijlagen/leeg.svg){alt="x"}\n')
    assert run(tmp_path, "maak", "dossier").code == 0
    report = (tmp_path / "uitvoer/dossier/volledigheid.md").read_text(encoding="utf-8")
    assert "'bijlagen/leeg.svg' kan niet worden getekend" in report


def test_letters_in_a_drawing_that_no_font_has_are_written_out() -> None:
    def drawn(word: str) -> bytes:
        drawing = read_image(SVG.replace(b"Opbouw", word.encode()), "svg")
        doc = document(Proza("p", "P", '![Figuur 1](bijlagen/a.svg){alt="x"}'))
        word_file = rendered(replace(doc, figuren={"bijlagen/a.svg": drawing}))[0].docx
        with zipfile.ZipFile(io.BytesIO(word_file)) as archive:
            return archive.read("word/media/tekst-figuur-1.png")

    assert drawn("漢") == drawn("[U+6F22]") != drawn("Opbouw")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=60)


@given(WORDS.filter(lambda t: not set(t) & set("{}") and t.strip()))
@settings(max_examples=20, deadline=None)
def test_any_alternative_text_is_spoken(alt: str) -> None:
    prose = Proza("p", "P", f'Zin.\n\n![Figuur 1](bijlagen/a.png){{alt="{alt}"}}')
    doc = replace(document(prose), figuren={"bijlagen/a.png": read_image(PNG, "png")})
    result, text = rendered(doc)
    assert "Figuur 1" in lines(text)
    assert [d.get("descr") for d in _drawings(result.docx)] == [" ".join(alt.split())]
    assert len(_alts(result.pdf)) == 1


@pytest.mark.parametrize(("good", "kind"), [(PNG, "png"), (JPEG, "jpg"), (SVG, "svg")])
def test_what_was_read_reads_as_itself(good: bytes, kind: str) -> None:
    image = read_image(good, kind)
    assert read_image(image.data, kind) == image


@given(st.data(), st.sampled_from([(PNG, "png"), (JPEG, "jpg"), (SVG, "svg")]))
@settings(max_examples=400, deadline=None)
def test_any_damage_is_read_or_refused(data: st.DataObject, sample: tuple[bytes, str]) -> None:
    good, kind = sample
    at = data.draw(st.integers(0, len(good) - 1))
    raw = good[:at] + data.draw(st.binary(max_size=6)) + good[at + data.draw(st.integers(0, 9)) :]
    with suppress(Geweigerd):
        assert isinstance(read_image(raw, kind), Afbeelding)


@given(st.data())
@settings(max_examples=12, deadline=None)
def test_damaged_photos_never_keep_a_letter_back(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(JPEG) - 1))
    try:
        image = read_image(JPEG[:at] + data.draw(st.binary(max_size=3)) + JPEG[at + 1 :], "jpg")
    except Geweigerd:
        return
    prose = Proza("p", "P", '![Figuur 1](bijlagen/a.jpg){alt="x"}')
    rendered(replace(document(prose), figuren={"bijlagen/a.jpg": image}))


def _svg(inner: str, attributes: str = 'viewBox="0 0 9 9"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>'.encode()


@pytest.mark.parametrize(
    "raw",
    [
        _svg("<g>" * 120 + "</g>" * 120),
        _svg("<g/>" * 50_001),
        _svg('<g id="a">' + "<path/>" * 999 + "</g>" + '<use href="#a"/>' * 60),
        _svg("<foreignObject/>"),
        _svg('<rect style="fill:url(https://voorbeeld.nl/a.svg#b)"/>'),
        _svg('<?xml-stylesheet href="a.css"?>'),
        _svg("<animate/>"),
        _svg("", 'viewBox="0 0 0 9"'),
        _svg("", 'viewBox="0 0 9e9 9"'),
        _svg("", 'viewBox="0 0 99999 99999"'),
        _svg("", 'viewBox="0 0 9999 9"'),
        b"\xff\xfe" + "<svg/>".encode("utf-16-le"),
        b'<?xml version="1.0" encoding="utf-16"?>' + _svg(""),
        b"<html/>",
        b"",
    ],
)
def test_drawings_that_do_more_than_draw_are_refused(raw: bytes) -> None:
    with pytest.raises(Geweigerd):
        read_image(raw, "svg")


def test_pictures_that_would_fill_the_memory_are_refused() -> None:
    wide = PNG[:16] + (60_000).to_bytes(4, "big") * 2 + PNG[24:]
    for raw, kind in ((wide, "png"), (b"\x89PNG" + b"x" * MAX_BYTES, "png")):
        with pytest.raises(Geweigerd):
            read_image(raw, kind)
