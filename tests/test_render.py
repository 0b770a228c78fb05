"""Both renderings of a letter: the same text, nothing lost, nothing executed, valid, repeatable."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import page
import pdfplumber
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ooxml_hulp import header_rows, tags_and_bookmarks
from render_hulp import HOOFD, LETTER, NASTY, REPLACED, ROOT, TEMPLATES, document, lines, rendered
from teksten import docx_text, normalised
from toetsingskader.document import (
    Blok,
    Briefhoofd,
    Ondertekenaar,
    Openstaand,
    Proza,
    Tabel,
)
from toetsingskader.render import Resultaat, pdf
from toetsingskader.render.glyphs import carried
from toetsingskader.render.ooxml import W
from toetsingskader.render.sjabloon import check_template
from toetsingskader.render.sjabloon.taal import VELDEN


@pytest.fixture(scope="module")
def letter() -> tuple[Resultaat, str]:
    return rendered(LETTER)


def test_the_letter_is_complete_and_in_order(letter: tuple[Resultaat, str]) -> None:
    begin = lines(letter[1])[:25]
    assert begin == [
        "CONCEPT",
        "Ministerie van Buitenlandse Zaken",
        "> Retouradres Postbus 20061 2500 EB Den Haag",
        *HOOFD.adres,
        "Directie Veiligheidsbeleid",
        *("Contact", "DVB/CV", "dvb@voorbeeld.nl"),
        *("Onze referentie", "BZ2600417"),
        *("Uw referentie", "2026Z01234"),
        *("Kamerdossier", *HOOFD.kamerdossiers.split("\n")),
        *("Bijlagen", "2"),
        "Datum 26 februari 2026",
        "Betreft Bijdrage aan een missie in Sarmania",
        "Geachte voorzitter,",
        "Kern",
        "Inleiding.",
        "Overgeslagen niveau",
    ]
    assert lines(letter[1])[-6:] == [
        "Nog in te vullen: c.",
        "Mede namens de minister-president.",
        *("De minister van Buitenlandse Zaken,", "[naam]"),
        *("De minister van Defensie,", "[naam]"),
    ]


def test_pdf_is_accessible_and_archivable(letter: tuple[Resultaat, str], tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(letter[0].pdf)
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(str(path), profile=profile)
        assert report.is_compliant, report.failures
    with pikepdf.open(path) as opened, opened.open_metadata() as metadata:
        assert str(opened.Root.Lang) == "nl-NL"
        assert metadata["dc:title"] == "Artikel 100-brief"
        assert len(opened.pages) > 2
        fonts = {str(f.BaseFont) for p in opened.pages for f in p.obj.Resources.Font.values()}
    assert all("OpenSans" in name for name in fonts)


def test_a_stream_that_ends_with_a_carriage_return() -> None:
    made = pikepdf.new()
    for content in (b"een\r", b"twee", b"drie\r", b"vier\r"):
        made.add_blank_page().Contents = made.make_stream(content)
    out = io.BytesIO()
    made.save(
        out,
        compress_streams=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        static_id=True,
    )
    before = out.getvalue()
    after = pdf.with_clear_ends(before)
    assert before.count(b"\r\nendstream") == after.count(b"\r\r\nendstream") == 3
    with pikepdf.open(io.BytesIO(after)) as opened:
        contents = [sheet.Contents.read_raw_bytes() for sheet in opened.pages]
        assert contents == [b"een\r", b"twee", b"drie\r", b"vier\r"]
        assert opened.check_pdf_syntax() == []


def test_marking_and_number_on_every_page(letter: tuple[Resultaat, str]) -> None:
    with pdfplumber.open(io.BytesIO(letter[0].pdf)) as opened:
        for number, sheet in enumerate(opened.pages, 1):
            shown = sheet.extract_text()
            assert shown.startswith("CONCEPT")
            assert shown.endswith(f"Pagina {number} van {len(opened.pages)}")
    with zipfile.ZipFile(io.BytesIO(letter[0].docx)) as archive:
        for name in ("header1", "header2"):
            assert b">CONCEPT<" in archive.read(f"word/{name}.xml")
        for field in (b" PAGE ", b" NUMPAGES "):
            assert field in archive.read("word/footer1.xml")


def test_notes_lead_there_and_back(letter: tuple[Resultaat, str]) -> None:
    notes = letter[1].count("⟦")
    with zipfile.ZipFile(io.BytesIO(letter[0].docx)) as archive:
        assert archive.read("word/document.xml").count(b"<w:footnoteReference ") == notes
        assert archive.read("word/footnotes.xml").count(b"<w:footnoteRef ") == notes
    with pikepdf.open(io.BytesIO(letter[0].pdf)) as opened:
        heights = [
            (float(link.Rect[3]), float(link.Dest[3]))
            for sheet in opened.pages
            for link in sheet.obj.get("/Annots", ())
            if "/Dest" in link
        ]
    assert len([1 for here, there in heights if there < here]) == notes
    assert len([1 for here, there in heights if there > here + 20]) == notes


def test_word_file_has_what_readers_need(letter: tuple[Resultaat, str]) -> None:
    assert header_rows(letter[0].docx) == [1, 1, 1]
    names = {f"tk_{punt}" for punt in ("mandaat", "leeg", "mist")}
    assert tags_and_bookmarks(letter[0].docx) == (names, names)


def test_the_same_input_gives_the_same_bytes(letter: tuple[Resultaat, str]) -> None:
    code = (
        "import hashlib, render_hulp as t; r = t.render(t.LETTER, t.TEMPLATES);"
        "print(hashlib.sha256(r.docx + r.pdf).hexdigest())"
    )
    expected = hashlib.sha256(letter[0].docx + letter[0].pdf).hexdigest()
    for zone, locale, seed in (("Asia/Tokyo", "C", "1"), ("America/Lima", "tr_TR.UTF-8", "2")):
        environment = os.environ | {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        environment["PYTHONPATH"] = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout.strip() == expected


def test_nasty_facts_are_printed_as_they_are() -> None:
    facts = [" ".join(text.split()) for text in NASTY]
    hoofd: dict[str, Any] = {f.name: fact for f, fact in zip(fields(HOOFD), facts, strict=False)}
    hoofd |= {"adres": (facts[2], facts[3]), "ondertekenaars": HOOFD.ondertekenaars}
    blokken = (
        Tabel(facts[0], (facts[1], "b"), tuple((f, "x") for f in facts)),
        Openstaand(tuple(facts)),
    )
    text = lines(rendered(document(*blokken, **hoofd))[1])
    for fact in facts:
        assert text.count(normalised(fact)) >= 2
    for name in ("afzender", "aanhef", "mede_namens", "markering"):
        assert normalised(hoofd.get(name, getattr(HOOFD, name))) in text


def test_nasty_prose_is_printed_as_it_is() -> None:
    blokken = [Proza(f"p{i}", text, text) for i, text in enumerate(NASTY)]
    text = lines(rendered(document(*blokken))[1])
    for nasty in NASTY:
        assert normalised(" ".join(nasty.split())) in text


def test_nasty_sources_are_printed_as_they_are() -> None:
    titles = [" ".join(t.split()) for t in NASTY if "javascript" not in t]
    sources = [
        {"id": f"b{i}", "type": "report", "title": t, "URL": 'https://x.nl/"a b"%<#q>'}
        for i, t in enumerate(titles)
    ]
    blokken = [Proza(f"p{i}", "x", f"Zin[@b{i}].") for i in range(len(titles))]
    text = rendered(document(*blokken, referenties=sources))[1]
    for title in titles:
        assert normalised(title).rstrip(".") in text


def test_what_the_pdf_cannot_show_is_written_out() -> None:
    result, text = rendered(document(Proza("p", "P", REPLACED), betreft=REPLACED))
    assert set("😀👍漢字עברית\u0301\u202e") <= set(result.vervangen)
    assert text.count("emoji [U+1F600] en [U+1F44D]") == 2
    assert REPLACED in docx_text(result.docx)


def test_what_is_left_to_the_fonts_within_typst_is_shown() -> None:
    characters = sorted(carried())
    rows = [("".join(f"x{c}" for c in characters[i : i + 40]),) for i in range(0, 4000, 40)]
    result, _ = rendered(document(Tabel("Tekens", ("Teken",), tuple(r for r in rows if r[0]))))
    assert result.vervangen == ()


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=80), max_size=8
    )
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_the_same_in_both(texts: list[str]) -> None:
    shown = [t for t in texts if t.strip()]
    blokken: tuple[Blok, ...] = (
        *(Proza(f"p{i}", "P", t) for i, t in enumerate(shown)),
        Openstaand(tuple(shown)),
    )
    rendered(document(*blokken))


@given(st.lists(st.text("*_[]()#`~<>|\\-+.!:=@^{}$\"'1 \na", max_size=60), min_size=8, max_size=8))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_letter_of_markup_like_prose_is_lost(texts: list[str]) -> None:
    blokken = [Proza(f"p{i}", "P", f"q{t}q") for i, t in enumerate(texts)]
    text = rendered(document(*blokken))[1]
    assert text.count("q") >= 2 * len(texts)
    assert text.count("a") >= sum(t.count("a") for t in texts)


@pytest.mark.parametrize("count", [1, 3, 4])
def test_signers(count: int) -> None:
    signers = tuple(Ondertekenaar(f"Ambt {i},", f"Naam {i}") for i in range(count))
    _, text = rendered(document(Openstaand(("x",)), ondertekenaars=signers, mede_namens=""))
    assert lines(text)[-2 * count :] == [x for s in signers for x in (s.ambt, s.naam)]


@pytest.mark.parametrize("above", range(14, 23))
def test_a_sentence_before_a_list_stays_with_it(above: int) -> None:
    """Wherever the page ends: the sentence is never the last thing on it."""
    prose = "\n\n".join(["Een regel."] * above) + "\n\nHet gaat om:\n\n- het eerste;\n- het tweede."
    result, _ = rendered(document(Proza("mandaat", "Mandaat", prose)))
    with pdfplumber.open(io.BytesIO(result.pdf)) as pages:
        texts = [page.extract_text() for page in pages.pages]
    assert [("om:" in t) for t in texts] == [("het eerste" in t) for t in texts]
    main = etree.fromstring(zipfile.ZipFile(io.BytesIO(result.docx)).read("word/document.xml"))
    kept = {
        "".join(t.text or "" for t in paragraph.iter(f"{W}t"))
        for paragraph in main.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert "Het gaat om:" in kept
    assert not kept & {"Een regel.", "het eerste;"}


OPTIONAL = ("markering", "uw_referentie", "kamerdossiers", "bijlagen", "directie", "contact")


def test_a_final_letter_without_optional_fields() -> None:
    empty = dict.fromkeys(OPTIONAL, "")
    _, text = rendered(document(**empty))
    assert "CONCEPT" not in text
    assert "Uw referentie" not in text


def test_both_templates_print_exactly_the_fields() -> None:
    assert set(VELDEN) == {f.name for f in fields(Briefhoofd)} | {"tekst"}
    assert check_template((TEMPLATES / "brief.docx").read_bytes()) == []
    typ = (TEMPLATES / "brief.typ").read_text("utf-8")
    used = set(re.findall(r"hoofd\.(\w+)", typ)) - {"titel", "onderwerp"}
    assert used | {"tekst"} == set(VELDEN)
