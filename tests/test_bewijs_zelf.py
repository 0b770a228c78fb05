"""The proof itself: each fault that it must see, planted in a good letter, is seen."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object

from opbouw import docx_outline, pdf_outline
from toegankelijk import docx_faults, pdf_faults
from toetsingskader.commands.maak import make
from voorbeelden.samenstellen import GOED, build


@pytest.fixture(scope="module")
def letter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A letter with figures, tables, lists and notes; its PDF has the same name."""
    here = tmp_path_factory.mktemp("bewijs")
    made = make(build(GOED / "figuren", here / "assessments" / "dossier"), here)
    return next(path for path in made.bestanden if path.name.endswith("tk.docx"))


PARAGRAPH = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Lijkt een kop</w:t></w:r></w:p>"
LINK = '<w:p><w:hyperlink w:anchor="x"/></w:p>'
IN_WORD = {
    "title": ("docProps/core.xml", r"<dc:title>.*</dc:title>", ""),
    "language": ("word/styles.xml", r'(<w:lang [^>]*w:val=)"nl-NL"', r'\1"en-US"'),
    "heading: kop 3": ("word/document.xml", 'val="Heading2"', 'val="Heading3"'),
    "no headings": ("word/document.xml", r'val="Heading\d"', 'val="BodyText"'),
    "header row": ("word/document.xml", "<w:tblHeader/>", ""),
    "alternative text": ("word/document.xml", r'descr="Kaart[^"]*"', 'descr="kaart.png"'),
    "not for a screen reader": ("word/document.xml", "(<w:tcPr>)", r'\1<w:gridSpan w:val="2"/>'),
    "bold as a heading": ("word/document.xml", "(<w:body>)", rf"\1{PARAGRAPH}"),
    "empty link": ("word/document.xml", "(<w:body>)", rf"\1{LINK}"),
}


@pytest.mark.parametrize("fault", IN_WORD)
def test_a_fault_in_word_is_seen(letter: Path, fault: str) -> None:
    part, pattern, instead = IN_WORD[fault]
    planted = io.BytesIO()
    with zipfile.ZipFile(letter) as good, zipfile.ZipFile(planted, "w") as bad:
        for name in good.namelist():
            text = good.read(name)
            if name == part:
                text, times = re.subn(pattern.encode(), instead.encode(), text)
                assert times
            bad.writestr(name, text)
    assert docx_faults(letter.read_bytes()) == []
    assert any(found.startswith(fault) for found in docx_faults(planted.getvalue()))


def _parts(node: Object | int, kind: str) -> Iterator[Dictionary]:
    """The parts of a structure tree of this kind."""
    if isinstance(node, Array):
        for kid in node:
            yield from _parts(kid, kind)
    elif isinstance(node, Dictionary):
        if node.get("/S") == f"/{kind}":
            yield node
        if "/K" in node:
            yield from _parts(node.K, kind)


def _retag(kind: str, other: str, *, every: bool = True) -> Callable[[pikepdf.Pdf], None]:
    def plant(pdf: pikepdf.Pdf) -> None:
        parts = list(_parts(pdf.Root.StructTreeRoot.K, kind))
        for part in parts if every else parts[:1]:
            part.S = Name(f"/{other}")

    return plant


def _other_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("en-US")


def _file_name(pdf: pikepdf.Pdf) -> None:
    next(_parts(pdf.Root.StructTreeRoot.K, "Figure")).Alt = pikepdf.String("kaart.png")


def _faint(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0.6 g BT () Tj ET", prepend=True)


def _no_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["dc:title"]


IN_PDF = {
    "header row": _retag("TH", "TD"),
    "no headings": lambda pdf: [_retag(f"H{n}", "P")(pdf) for n in (1, 2, 3)],
    "heading: kop 3": _retag("H2", "H3"),
    "language": _other_language,
    "alternative text": _file_name,
    "faint text": _faint,
    "title": _no_title,
}


@pytest.mark.parametrize("fault", IN_PDF)
def test_a_fault_in_a_pdf_is_seen(letter: Path, fault: str) -> None:
    planted = io.BytesIO()
    with pikepdf.open(letter.with_suffix(".pdf")) as pdf:
        IN_PDF[fault](pdf)
        pdf.save(planted)
    assert pdf_faults(letter.with_suffix(".pdf").read_bytes()) == []
    assert any(found.startswith(fault) for found in pdf_faults(planted.getvalue()))


@pytest.mark.parametrize(
    ("kind", "other"), [("H2", "P"), ("LI", "P"), ("TH", "TD"), ("Note", "Span"), ("Figure", "P")]
)
def test_another_structure_is_seen(letter: Path, kind: str, other: str) -> None:
    planted = io.BytesIO()
    with pikepdf.open(letter.with_suffix(".pdf")) as pdf:
        _retag(kind, other, every=False)(pdf)
        pdf.save(planted)
    good = docx_outline(letter.read_bytes())
    assert good == pdf_outline(letter.with_suffix(".pdf").read_bytes())
    assert good != pdf_outline(planted.getvalue())
