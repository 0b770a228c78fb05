"""Rows and controls of a form that people added, moved, took out or pasted."""

from pathlib import Path

import pytest
from lxml import etree

from formulier_hulp import (
    DOSSIER,
    INHOUD,
    MANDAAT,
    TOESTEMMING,
    Edit,
    Form,
    fill,
    read,
    rows_in,
    text_in,
    typed,
    with_form,
)
from voorbeelden.draaien import run
from word_hulp import W, run_of, tracked


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return with_form(tmp_path)


def _added(at: int, **texts: str) -> Edit:
    def edit(form: Form) -> None:
        form.fill_in(form.repeat("mandaat.rechtsgronden", at), **texts)

    return edit


NEW = {"soort": "verdrag", "door": "Duitsland", "status": "gevraagd"}


@pytest.mark.parametrize(("at", "place"), [(0, 1), (2, 3), (3, 3)])
def test_a_row_added_with_the_plus(at: int, place: int, here: Path) -> None:
    done = read(here, _added(at, **NEW))
    assert done.code == 0, done.uit
    rows = rows_in(here)
    assert len(rows) == 4
    assert rows[place]["door"] == "Duitsland"
    assert rows[place]["soort"] == "verdrag"
    assert "# De eerste." in text_in(here)
    assert "# het gastland" in text_in(here)


def test_a_row_typed_in_the_empty_one(here: Path) -> None:
    edits = (typed(f"rechtsgronden[3].{naam}", text) for naam, text in NEW.items())
    done = read(here, *edits)
    assert done.code == 0, done.uit
    assert rows_in(here)[3] == {**NEW}


def test_a_row_in_a_list_that_was_unknown(here: Path) -> None:
    done = read(here, typed("mandaten[0].verband", "NAVO"), typed("mandaten[0].taken[0]", "x: y"))
    assert done.code == 0, done.uit
    assert rows_in(here, "mandaten") == [{"verband": "navo", "taken": ["x: y"]}]


def _removed(at: int) -> Edit:
    def edit(form: Form) -> None:
        row = form.rows("mandaat.rechtsgronden")[at]
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)

    return edit


def test_a_row_taken_out(here: Path) -> None:
    done = read(here, _removed(1))
    assert done.code == 0, done.uit
    assert [r["door"] for r in rows_in(here)] == ["Oekraïne", "VN-Veiligheidsraad"]
    removed = "  - soort: verdrag\n    door: Nederland\n    status: verkregen\n"
    removed += "    bron: '@voorbeeld-resolutie, p. 8'\n"
    assert text_in(here) == INHOUD.replace(removed, "")


def test_a_row_taken_out_that_the_record_changed(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("door: Nederland", "door: België"), encoding="utf-8")
    done = read(here, _removed(1))
    assert done.code == 1
    assert "België" in done.uit
    assert len(rows_in(here)) == 3


def test_rows_in_another_order(here: Path) -> None:
    def edit(form: Form) -> None:
        rows = form.rows("mandaat.rechtsgronden")
        rows[0].addprevious(rows[2])

    done = read(here, edit)
    assert done.code == 0, done.uit
    assert [r["door"] for r in rows_in(here)] == ["VN-Veiligheidsraad", "Oekraïne", "Nederland"]
    assert "# het gastland" in text_in(here)


def test_a_list_set_to_unknown(here: Path) -> None:
    done = read(here, typed("rechtsgronden", "onbekend"))
    assert done.code == 0, done.uit
    assert "rechtsgronden: onbekend\n" in text_in(here)


def test_a_list_set_to_unknown_and_filled_in_all_the_same(here: Path) -> None:
    done = read(
        here, typed("rechtsgronden", "onbekend"), typed("rechtsgronden[0].status", "gevraagd")
    )
    assert done.code == 1
    assert "toch ingevuld" in done.uit


def test_a_control_that_was_taken_out_is_said(here: Path) -> None:
    def edit(form: Form) -> None:
        paragraph = form.controls("mandaat.leemten")[0].getparent()
        assert paragraph is not None
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]

    done = read(here, edit)
    assert done.code == 1
    assert "Leemten" in done.uit
    assert "verdwenen" in done.uit
    assert text_in(here) == INHOUD


def _pasted(text: str) -> Edit:
    def edit(form: Form) -> None:
        paragraph = form.controls("mandaat.leemten")[0].getparent()
        assert paragraph is not None
        copy = etree.fromstring(etree.tostring(paragraph))
        paragraph.addnext(copy)
        (control,) = copy.iter(f"{W}sdt")
        if text:
            fill(control, text)

    return edit


def test_a_control_pasted_twice_with_other_words_is_not_guessed(here: Path) -> None:
    done = read(here, _pasted("Iets anders."))
    assert done.code == 1
    assert "meer dan eens" in done.uit
    assert text_in(here) == INHOUD


def test_a_control_pasted_twice_with_the_same_words(here: Path) -> None:
    assert read(here, _pasted("")).code == 0


def test_tracked_changes_in_a_control_count_as_they_read(here: Path) -> None:
    def edit(form: Form) -> None:
        content = form.controls("mandaat.leemten")[0].find(f"{W}sdtContent")
        assert content is not None
        for run_ in list(content):
            content.remove(run_)
        content.append(tracked("del", run_of("Wat was.", deleted=True)))
        content.append(tracked("ins", run_of("Wat er nu staat.")))

    assert read(here, edit).code == 0
    assert "leemten: Wat er nu staat.\n" in text_in(here)


COURSE = """\
---
partijen:
  - partij: Oekraïne
    standpunt:
      - {waarde: nee, datum: 3 februari 2026, bron: '@voorbeeld-resolutie, p. 2'}
      - waarde: ja   # sinds kort
        datum: 1 maart 2026
---
"""


def test_a_fact_gets_a_value_for_another_date(here: Path) -> None:
    path = here / DOSSIER / TOESTEMMING
    path.write_text(COURSE, encoding="utf-8")
    assert run(here, "formulier", "toestemming-partijen").code == 0
    (made,) = (here / "uitvoer/dossier").glob("formulier-bz.docx")
    form = Form(made)
    field = "toestemming-partijen.partijen[0].standpunt"
    form.fill(f"{field}[2]", "wisselend")
    form.fill(f"{field}[2].datum", "8 april 2026")
    form.fill(f"{field}[0].bron", "@voorbeeld-resolutie, p. 3")
    form.save(here / "terug.docx")
    done = run(here, "inlezen", "terug.docx", "--ja")
    assert done.code == 0, done.uit
    assert path.read_text(encoding="utf-8") == COURSE.replace("p. 2", "p. 3").replace(
        "1 maart 2026\n",
        "1 maart 2026\n      - waarde: wisselend\n        datum: 8 april 2026\n",
    )


def test_a_new_row_has_its_fields_in_the_order_of_a_record(here: Path) -> None:
    assert read(here, _added(0, bron="@voorbeeld-resolutie, p. 1", **NEW)).code == 0
    assert "  - soort: verdrag\n    door: Duitsland\n    status: gevraagd\n    bron: " in text_in(
        here
    )
