"""Styles and language of a Word template, what leaks from it, and files that are damaged."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from render_hulp import LETTER, TEMPLATES
from sjabloon_hulp import (
    AANHEF,
    MAIN,
    RUN,
    before_text,
    found,
    packed,
    parts_of,
    replacing,
    same,
)
from teksten import docx_text
from toetsingskader.document import Slot
from toetsingskader.errors import ToolError
from toetsingskader.render import render
from toetsingskader.render.sjabloon import check_template
from toetsingskader.render.sjabloon.stijlen import STIJLEN, Stijl
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED


def test_inserted_text_is_read_and_tracked_changes_are_refused() -> None:
    inserted = '<w:ins w:id="1" w:author="x">' + RUN.format("Nieuwe zin") + "</w:ins>"
    assert found(before_text(f"<w:p>{inserted}</w:p>")) == [
        "fout bij 'Nieuwe zin': er staan bijgehouden wijzigingen in. Aanvaard of weiger ze "
        "(Controleren)."
    ]


def test_another_language() -> None:
    english = replacing(
        '<w:name w:val="Body Text"/>',
        '<w:name w:val="Body Text"/><w:rPr><w:lang w:val="en-US"/></w:rPr>',
    )
    messages = found(english, "word/styles.xml")
    assert len(messages) == 1
    assert "de stijl 'Body Text' heeft de taal en-US in plaats van nl-NL" in messages[0]
    run = '<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>Yours</w:t></w:r>'
    assert found(before_text(f"<w:p>{run}</w:p>")) == [
        "let op bij 'Yours': deze tekst heeft de taal en-GB."
    ]


PARTS = parts_of((TEMPLATES / "brief.docx").read_bytes())
BUILT_IN = {
    "Heading1": "Kop1",
    "Heading2": "Kop2",
    "BodyText": "Plattetekst",
    "BlockText": "Bloktekst",
    "FootnoteText": "Voetnoottekst",
    "FootnoteReference": "Voetnootmarkering",
}


def test_styles_of_a_dutch_word_work_by_their_name(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Word in Dutch saves "heading 1" under the id "Kop1"."""

    def dutch(xml: str) -> str:
        for ours, theirs in BUILT_IN.items():
            xml = xml.replace(f'="{ours}"', f'="{theirs}"')
        return xml

    folder = tmp_path_factory.mktemp("kop")
    parts = parts_of((TEMPLATES / "brief.docx").read_bytes())
    edited = {n: dutch(parts[n].decode()).encode() for n in (MAIN, "word/styles.xml")}
    data = packed(parts | edited)
    assert check_template(data) == []
    (folder / "brief.docx").write_bytes(data)
    letter = replace(LETTER, slot=Slot("Nog open", "Inleiding.", ("een plek",), "Gemaakt."))
    made = render(letter, folder).docx
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = archive.read(MAIN).decode() + archive.read("word/footnotes.xml").decode()
    assert all(
        f'"{theirs}"' in text and f'"{ours}"' not in text for ours, theirs in BUILT_IN.items()
    )
    assert docx_text(made) == docx_text(render(letter, TEMPLATES).docx)


@pytest.mark.parametrize("stijl", STIJLEN, ids=lambda s: s.naam)
def test_a_style_that_is_missing(stijl: Stijl) -> None:
    naam = stijl.naam
    messages = found(
        replacing(f'<w:name w:val="{naam}"/>', '<w:name w:val="x"/>'), "word/styles.xml"
    )
    assert len(messages) == 1
    assert naam in messages[0]
    assert messages[0].startswith("fout" if naam.startswith("heading") else "let op")


def test_a_style_with_a_local_name_and_a_heading_without_level() -> None:
    local = found(replacing('w:val="heading 1"', 'w:val="Kop 1"'), "word/styles.xml")
    assert local == [
        "fout: 'Kop 1' is hier een eigen stijl, en niet die van Word zelf met die naam (heading "
        "1). Zonder die stijl heeft de brief geen koppen."
    ]
    flat = found(lambda xml: re.sub(r'<w:outlineLvl w:val="1"/>', "", xml), "word/styles.xml")
    assert len(flat) == 1
    assert "de stijl 'Kop 2' heeft niet overzichtsniveau 2" in flat[0]


def _used(parts: dict[str, bytes]) -> set[str]:
    text = parts[MAIN] + parts["word/footnotes.xml"]
    return {name.decode().lower() for name in re.findall(rb'Style w:val="(\w+)"', text)}


def test_only_listed_styles_are_used_for_the_text(tmp_path: Path) -> None:
    """STIJLEN.md, and what pandoc and we write: tables, notes, quotations, figures."""
    prepare(GOED / "figuren", tmp_path)
    assert run(tmp_path, "maak").code == 0
    figures = tmp_path / "uitvoer/dossier/artikel-100-brief-tk.docx"
    used = _used(parts_of(figures.read_bytes())) | _used(parts_of(render(LETTER, TEMPLATES).docx))
    listed = {s.naam.replace(" ", "").lower() for s in STIJLEN}
    assert used - _used(PARTS) <= listed
    assert {"captionedfigure", "imagecaption", "tablecaption", "footnotereference"} <= used


def test_macros_objects_and_things_from_outside() -> None:
    parts = parts_of((TEMPLATES / "brief.docx").read_bytes())
    with_macro = packed(parts | {"word/vbaProject.bin": b"x", "word/embeddings/a.bin": b"x"})
    assert [str(g) for g in check_template(with_macro)] == [
        "fout: het bestand bevat macro's. Sla het in Word op als .docx zonder macro's.",
        "fout: er zit een object van een ander programma in (OLE of ActiveX). Verwijder het.",
    ]
    link = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/{}" Target="https://voorbeeld.nl/x" TargetMode="External"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    outside = found(replacing("</Relationships>", link.format("image")), rels)
    assert len(outside) == 1
    assert outside[0].startswith("fout bij 'https://voorbeeld.nl/x': het bestand haalt iets van")
    assert found(replacing("</Relationships>", link.format("hyperlink")), rels) == []


def test_what_is_hidden_and_goes_out_with_every_letter() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Intern</w:t></w:r></w:p>"
    assert found(before_text(hidden)) == [
        "fout bij 'Intern': hier staat verborgen tekst; zij gaat mee met elke brief."
    ]
    assert "customXml" in found(same, customXml__item1="<a/>")[0]


def test_a_template_without_page() -> None:
    messages = found(lambda xml: re.sub(r"<w:sectPr.*</w:sectPr>", "", xml, flags=re.DOTALL))
    assert messages == [
        "fout: er is geen pagina-instelling (papier en marges). Sla het op met Word."
    ]


@pytest.mark.parametrize(
    ("veld", "message"),
    [
        (
            "betreft",
            "fout: het veld 'betreft' ontbreekt (het onderwerp); dat komt dan niet in de brief.",
        ),
        (
            "afzender",
            "let op: het veld 'afzender' ontbreekt. Dat is goed als dit vast op het briefpapier "
            "staat.",
        ),
    ],
)
def test_a_field_that_is_missing(veld: str, message: str) -> None:
    assert found(replacing(f"{{{{ {veld} }}}}", "")) == [message]


def _is_refused(parts: dict[str, bytes], folder: Path) -> None:
    (folder / "brief.docx").write_bytes(packed(parts))
    with pytest.raises(ToolError, match="Word-sjabloon"):
        render(LETTER, folder)


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_is_missing_or_empty(name: str, tmp_path: Path) -> None:
    _is_refused({k: v for k, v in PARTS.items() if k != name}, tmp_path)
    _is_refused(PARTS | {name: b""}, tmp_path)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (MAIN, "<w:body>", "<w:body><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        (MAIN, "<w:body>", '<w:body><w:bookmarkStart w:id="x" w:name="y"/>'),
        (MAIN, 'w:w="11906"', 'w:w="21cm"'),
        (MAIN, AANHEF, "{{ aanhef }}{{ 'x' * 99999999999 }}"),
        (MAIN, AANHEF, "{{ aanhef }}{% for i in range(999999999) %}x{% endfor %}"),
        (MAIN, AANHEF, "{{ aanhef }}{{ datum.__class__.__mro__ }}"),
        (MAIN, AANHEF, "{{ aanhef }}{% include 'x' %}"),
        ("word/styles.xml", 'outlineLvl w:val="0"', 'outlineLvl w:val="x"'),
        ("word/_rels/document.xml.rels", "Relationships", "Betrekkingen"),
    ],
)
def test_a_damaged_file_is_refused(name: str, old: str, new: str, tmp_path: Path) -> None:
    text = PARTS[name].decode()
    assert old in text
    _is_refused(PARTS | {name: text.replace(old, new).encode()}, tmp_path)
