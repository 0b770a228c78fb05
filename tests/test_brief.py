"""The letter as `maak` writes it: its text, its pages as pictures, the same bytes every time."""

import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import beeld
from teksten import docx_text, pdf_text
from toetsingskader.commands.beoordelingen import all_records
from toetsingskader.commands.maak import Gemaakt, make
from toetsingskader.toetsing import Ernst
from voorbeelden.samenstellen import FOUT, GOED, approve, build

ROOT = Path(__file__).parents[1]
EPOCH = "1767225600"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def _make(example: Path, here: Path, *, definitief: bool = False) -> Gemaakt:
    folder = here / "assessments" / "dossier"
    build(example, folder)
    if definitief:
        approve(folder)
    return make(folder, here, definitief=definitief)


def _file(made: Gemaakt, suffix: str) -> bytes:
    return next(p for p in made.bestanden if p.suffix == suffix).read_bytes()


def _text(made: Gemaakt) -> str:
    """The letter without the fingerprints on its last page: any change of a rule changes them."""
    return re.sub(r"\b[0-9a-f]{12}\b", "…", docx_text(_file(made, ".docx")))


def _real(here: Path) -> list[Gemaakt]:
    """The letters of our own records, of the kinds that can be written."""
    shutil.copytree(ROOT / "assessments", here / "assessments")
    return [make(here / folder, here) for folder in all_records(here)]


def test_text_of_a_concept(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    made = _make(FOUT / "open-vraag", tmp_path)
    golden("brief/concept.txt", _text(made))


def test_text_of_a_final_letter(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    made = _make(GOED / "volledig", tmp_path, definitief=True)
    assert not made.geweigerd
    text = _text(made)
    golden("brief/definitief.txt", text)
    assert "CONCEPT" not in text
    assert "[Nog in te vullen" not in text


def test_pages_look_as_they_were_seen(
    tmp_path: Path, golden_page: Callable[[str, Image.Image], None]
) -> None:
    """A person has looked at these pictures: what changes them must be looked at again."""
    letter = _file(_make(FOUT / "open-vraag", tmp_path), ".pdf")
    pictures = beeld.pages(letter)
    golden_page("brief/concept-eerste", pictures[0])
    golden_page("brief/concept-tabellen", pictures[2])
    # The page of the signatures; the one behind it ends with fingerprints, and changes with a rule.
    golden_page("brief/concept-laatste", pictures[-2])


def test_a_page_that_changed_is_shown() -> None:
    page = Image.new("L", (496, 702), 255)
    page.paste(0, (40, 100, 300, 104))
    smoothed = page.copy()
    smoothed.paste(60, (40, 103, 300, 104))
    moved = Image.new("L", page.size, 255)
    moved.paste(0, (40, 102, 300, 106))
    assert beeld.difference(page, page.copy()) is None
    assert beeld.difference(page, smoothed) is None
    shown = beeld.difference(page, moved)
    assert shown is not None
    assert shown.width > 3 * page.width
    assert (200, 0, 40) in {color for _, color in shown.getcolors(1 << 20) or ()}
    assert beeld.difference(page, page.crop((0, 0, 496, 700))) is not None


def test_an_embargo_stands_on_every_page_and_is_heard(tmp_path: Path) -> None:
    folder = tmp_path / "assessments" / "dossier"
    build(GOED / "volledig", folder)
    dossier = folder / "dossier.yaml"
    before = dossier.read_text(encoding="utf-8")
    row = "    kenmerk: BZ-FICTIEF-2026-1\n"
    assert row in before
    dossier.write_text(before.replace(row, f"{row}    verzenden_na: 18 mei 2026\n"), "utf-8")
    made = make(approve(folder), tmp_path, definitief=True)
    marking = "FICTIEF – Embargo tot 18 mei 2026"
    text = docx_text(_file(made, ".docx"))
    assert text.split("\n")[0] == marking
    letter = _file(made, ".pdf")
    assert pdf_text(letter) == text
    for shown in beeld.texts(letter):
        assert " ".join(shown.split()).startswith(marking)
    with pikepdf.open(io.BytesIO(letter)) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:title"].startswith(marking)


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    places = [("UTC", "C.UTF-8"), ("Pacific/Auckland", "nl_NL.UTF-8")]
    outputs = []
    for number, (zone, locale) in enumerate(places):
        here = tmp_path / str(number)
        build(GOED / "onbekend-mag", here / "assessments" / "dossier")
        environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(number)}
        command = [sys.executable, "-m", "toetsingskader", "maak"]
        subprocess.run(command, cwd=here, env=environment, check=True, capture_output=True)
        files = sorted((here / "uitvoer/dossier").iterdir())
        outputs.append({f.name: f.read_bytes() for f in files})
    assert len(outputs[0]) == 9
    assert outputs[0] == outputs[1]


def test_open_places_name_the_question_and_who_answers(tmp_path: Path) -> None:
    for made in _real(tmp_path):
        text = docx_text(_file(made, ".docx"))
        for punt in made.toetsing.gevraagd:
            for vraag in punt.open_vragen:
                shown = f"[Nog in te vullen: {vraag.vraag} – {vraag.wie}]"
                assert (shown in text) is vraag.in_brief


def test_nothing_that_stays_inside_reaches_the_letter(tmp_path: Path) -> None:
    """Facts for the nota or for internal use, long enough to be recognised, stand nowhere."""
    inside: list[str] = []
    for made in _real(tmp_path):
        text = docx_text(_file(made, ".docx"))
        here = [
            g.waarde
            for punt in made.toetsing.punten
            for g in punt.gegevens
            if g.bestemming.value != "brief" and len(g.waarde) > 40
        ]
        assert not [waarde for waarde in here if waarde in text]
        inside += here
    assert len(inside) > 10


def test_experts_are_printed_apart_from_the_units(tmp_path: Path) -> None:
    """They are told in the same letter, and do not count in the maximum (27 925, nr. 637)."""
    text = docx_text(_file(_make(GOED / "deskundigen", tmp_path, definitief=True), ".docx"))
    assert "Individuele deskundigen (buiten het toetsingskader)" in text
    assert "maximaal 642 militairen" in text


def test_confidential_piece_is_named_and_no_more(tmp_path: Path) -> None:
    text = docx_text(_file(_make(GOED / "volledig", tmp_path), ".docx"))
    assert "vertrouwelijk en staat in het stuk met kenmerk" in text


def test_unknown_source_is_a_placeholder_and_a_finding(tmp_path: Path) -> None:
    made = _make(FOUT / "bron-sleutel", tmp_path)
    assert "[bron ontbreekt: " in docx_text(_file(made, ".docx"))
    assert "BRON-SLEUTEL" in {b.code for b in made.toetsing.bevindingen}


def test_a_sign_the_pdf_lacks_is_a_finding_with_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "assessments" / "dossier"
    build(GOED / "volledig", folder)
    with (folder / "kern.md").open("a", encoding="utf-8") as file:
        file.write("\nEen teken: \U0001f600.\n")
    made = make(folder, tmp_path)
    found = [b for b in made.toetsing.bevindingen if b.code == "PDF-TEKEN"]
    assert [(b.ernst, b.plaats.bestand.endswith("kern.md")) for b in found] == [
        (Ernst.LET_OP, True)
    ]
    assert "\U0001f600" in docx_text(_file(made, ".docx"))
    assert "[U+1F600]" in pdf_text(_file(made, ".pdf"))
