"""English terms in a Dutch letter: their language in both files, and the same text as before."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from render_hulp import document, lines, rendered
from toetsingskader.document import Proza, Tabel
from toetsingskader.errors import ToolError
from toetsingskader.render import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

PROSE = (
    "Er is (nog) geen carve-out; *mission\ncreep*, Rules of Engagement en Coalition of the "
    "Willing wel.[^a] De carve-outprocedure, ‘enablers’ en `boots on the ground`. "
    "Een red card holder (red card).Een backfill.\n\n[^a]: Ook full command.\n"
)
TERMS = [
    "carve-out",
    "mission creep",
    "Rules of Engagement",
    "Coalition of the Willing",
    "enablers",
    "boots on the ground",
    "red card holder",
    "red card",
    "backfill",
    "Close air support",
]
IN_A_NOTE = ["full command"]


def _english_in_word(data: bytes, part: str) -> list[str]:
    """What stands in runs with English as their language; neighbours together."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(f"word/{part}.xml"))
    found: list[str] = []
    previous = None
    for run in root.iter(f"{W}r"):
        language = run.find(f"{W}rPr/{W}lang")
        if language is not None and language.get(f"{W}val") == "en-GB":
            text = "".join(t.text or "" for t in run.iter(f"{W}t"))
            if previous is not None and run.getprevious() is previous:
                found[-1] += text
            else:
                found.append(text)
            previous = run
    return found


def _english_in_pdf(data: bytes) -> int:
    """How many pieces of the pages, or elements of the structure tree, are English."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        marks = [
            i.operands[1]
            for page in pdf.pages
            for i in pikepdf.parse_content_stream(page)
            if str(i.operator) == "BDC"
        ]
        marks += [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o]
        return [str(mark.Lang) for mark in marks if "/Lang" in mark].count("en-GB")


def test_terms_are_english_in_both_and_the_text_stays() -> None:
    table = Tabel("Steun", ("Wat", "Wie"), (("Close air support", "nog niet bekend"),))
    result, text = rendered(document(Proza("p", "P", PROSE), table))
    assert "Er is (nog) geen carve-out; mission creep, Rules of Engagement en" in text
    assert "Close air support" in lines(text)
    assert _english_in_word(result.docx, "document") == TERMS
    assert _english_in_word(result.docx, "footnotes") == IN_A_NOTE
    assert _english_in_pdf(result.pdf) >= len(TERMS + IN_A_NOTE)
    without = rendered(document(Proza("p", "P", "Een bataljon.")))[0]
    assert _english_in_pdf(without.pdf) == 0


def test_a_ministry_may_have_a_list_of_its_own(tmp_path: Path) -> None:
    terms = tmp_path / "engels.txt"
    doc = document(Proza("p", "P", "Een carve-out en een dry run."))
    terms.write_text("# alleen deze\n\ndry run\n", encoding="utf-8")
    assert _english_in_word(render(doc, tmp_path).docx, "document") == ["dry run"]
    terms.write_bytes("é".encode("latin-1"))
    with pytest.raises(ToolError, match=r"De lijst engels\.txt is geen tekst in UTF-8\."):
        render(doc, tmp_path)
