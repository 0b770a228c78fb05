"""What people filled in comes back: field by field, and never what nobody touched."""

import shutil
from pathlib import Path

import pytest
from lxml import etree

from formulier_hulp import Edit, Form, fill, through_libreoffice
from git_hulp import commit, git
from toetsingskader.source import parse_markdown
from voorbeelden.draaien import Gedraaid, prepare, run, snapshot
from voorbeelden.samenstellen import GOED
from word_hulp import W, paragraph_of, run_of, tracked

MANDAAT = "mogen/mandaat.md"
TOESTEMMING = "mogen/toestemming-partijen.md"
DOSSIER = "assessments/dossier"
INHOUD = """\
---
# Bovenaan.
opsteller: BZ/DJZ   # wie
peildatum: 6 januari 2026
rechtsgronden:
  # De eerste.
  - soort: uitnodiging_gastland
    door: Oekraïne   # het gastland
    status: onbekend
    bron: '@voorbeeld-resolutie, p. 7'
  - soort: verdrag
    door: Nederland
    status: verkregen
    bron: '@voorbeeld-resolutie, p. 8'
  - soort: vn_resolutie
    door: VN-Veiligheidsraad
    status: verkregen
    bron: '@voorbeeld-resolutie, p. 9'
mandaten: onbekend
status_van_troepen: onbekend
leemten: >-
  Wat het mandaat niet toestaat,
  is niet bekend.
in_tekst: [leemten]
---

De eerste alinea, die
over twee regels loopt [@voorbeeld-resolutie, p. 3].

- een onderdeel
- een *tweede* onderdeel

De laatste alinea.
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with one record, whose form of one point was made."""
    prepare(GOED / "volledig", tmp_path)
    (tmp_path / DOSSIER / MANDAAT).write_text(INHOUD, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert run(tmp_path, "formulier", "mandaat").code == 0
    return tmp_path


def _edited(here: Path, *steps: Edit, name: str = "terug.docx") -> str:
    form = Form(here / "uitvoer/dossier/formulier-bz-djz.docx")
    for step in steps:
        step(form)
    form.save(here / name)
    return name


def _read(here: Path, *steps: Edit, ja: bool = True) -> Gedraaid:
    return run(here, "inlezen", _edited(here, *steps), *(["--ja"] if ja else []))


def _text(here: Path) -> str:
    return (here / DOSSIER / MANDAAT).read_text(encoding="utf-8")


def typed(naam: str, text: str) -> Edit:
    """Somebody typed this in a control."""
    return lambda form: form.fill(f"mandaat.{naam}", text)


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        pytest.param(
            typed("rechtsgronden[0].status", "toegezegd"),
            "status: onbekend\n",
            "status: toegezegd\n",
            id="een keuze in een rij",
        ),
        pytest.param(
            typed("rechtsgronden[0].door", "“Russische  Federatie”"),
            "door: Oekraïne   #",
            "door: Russische Federatie   #",
            id="krullende aanhalingstekens eromheen",
        ),
        pytest.param(
            typed("peildatum", "12 maart 2026"),
            "6 januari 2026",
            "12 maart 2026",
            id="een datum",
        ),
        pytest.param(
            typed("peildatum", "medio 2026"), "6 januari 2026", "medio 2026", id="een vage datum"
        ),
        pytest.param(
            lambda form: form.pick("mandaat.peildatum", "2026-03-02", "3/2/2026"),
            "6 januari 2026",
            "2 maart 2026",
            id="een gekozen dag in een andere taal",
        ),
        pytest.param(
            lambda form: form.pick("mandaat.peildatum", "2026-03-02", "medio 2026"),
            "6 januari 2026",
            "medio 2026",
            id="over een gekozen dag getypt",
        ),
        pytest.param(
            typed("leemten", "Het mandaat: alles.\nOok de rest."),
            ">-\n  Wat het mandaat niet toestaat,\n  is niet bekend.\n",
            "|-\n  Het mandaat: alles.\n  Ook de rest.\n",
            id="twee regels tekst",
        ),
        pytest.param(
            typed("leemten.bron", "@voorbeeld-resolutie, p. 4"),
            "leemten: >-\n  Wat het mandaat niet toestaat,\n  is niet bekend.\n",
            "leemten: {waarde: 'Wat het mandaat niet toestaat, is niet bekend.', "
            "bron: '@voorbeeld-resolutie, p. 4'}\n",
            id="een bron erbij",
        ),
        pytest.param(
            typed("leemten", "– leeg –"),
            "leemten: >-\n  Wat het mandaat niet toestaat,\n  is niet bekend.\n",
            "",
            id="leeggemaakt",
        ),
        pytest.param(
            typed("status_van_troepen.regeling", "SOFA-verdrag"),
            "status_van_troepen: onbekend\n",
            "status_van_troepen:\n  regeling: sofa\n",
            id="een veld van een blok dat onbekend was",
        ),
        pytest.param(
            typed("volkenrechtelijk_advies", "vertrouwelijk"),
            "in_tekst: [leemten]\n",
            "volkenrechtelijk_advies: vertrouwelijk\nin_tekst: [leemten]\n",
            id="een blok vertrouwelijk",
        ),
    ],
)
def test_one_field_changes(edit: Edit, old: str, new: str, here: Path) -> None:
    before = _text(here)
    assert before.count(old) == 1
    done = _read(here, edit)
    assert done.code == 0, done.uit + done.fout
    assert _order_free(_text(here)) == _order_free(before.replace(old, new))
    assert f"Geschreven: {DOSSIER}/{MANDAAT}" in done.uit


def _order_free(text: str) -> list[str]:
    """A new field may come at another place of its block than the test says."""
    return sorted(text.splitlines())


def test_nothing_is_written_without_a_yes(here: Path) -> None:
    before = snapshot(here / "assessments")
    done = _read(here, typed("peildatum", "12 maart 2026"), ja=False)
    assert done.code == 0
    assert "was:   6 januari 2026" in done.uit
    assert "wordt: 12 maart 2026" in done.uit
    assert "Er is niets geschreven." in done.uit
    assert snapshot(here / "assessments") == before


@pytest.mark.parametrize(
    "edit",
    [
        typed("leemten", "Wat  het mandaat niet toestaat, is niet bekend."),
        typed("peildatum", "06-01-2026"),
        typed("rechtsgronden[0].soort", "Uitnodiging van het gastland."),
        typed("rechtsgronden[1].door", "\u00a0Nederland\u200b"),
    ],
)
def test_the_same_written_otherwise_is_no_change(edit: Edit, here: Path) -> None:
    done = _read(here, edit)
    assert (done.code, done.uit.splitlines()[-1]) == (0, "Er is niets gewijzigd.")


def test_what_is_no_answer_is_not_taken_and_the_rest_is(here: Path) -> None:
    done = _read(here, typed("peildatum", "binnenkort"), typed("rechtsgronden[1].nummer", "12"))
    assert done.code == 1
    assert "'binnenkort' is geen datum" in done.uit
    assert "peildatum: 6 januari 2026" in _text(here)
    assert "nummer: 12\n" in _text(here) or "nummer: '12'\n" in _text(here)


def test_what_toets_would_say_is_shown_first(here: Path) -> None:
    done = _read(here, typed("leemten.bron", "@bestaat-niet, p. 1"), ja=False)
    assert "Dit zou 'toetsingskader toets' daarna zeggen" in done.uit
    assert "bestaat-niet" in done.uit


def test_a_row_that_moved_on_in_the_record_is_found(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    extra = "  - soort: anders\n    door: Frankrijk\n    status: gevraagd\n"
    path.write_text(INHOUD.replace("  # De eerste.\n", extra + "  # De eerste.\n"), "utf-8")
    done = _read(here, typed("rechtsgronden[1].status", "gevraagd"))
    assert done.code == 0, done.uit
    rows = _rows(here)
    assert [r["status"] for r in rows] == ["gevraagd", "onbekend", "gevraagd", "verkregen"]
    assert rows[2]["door"] == "Nederland"


def _rows(here: Path, naam: str = "rechtsgronden") -> list[dict[str, str]]:
    data = parse_markdown((here / DOSSIER / MANDAAT).read_bytes()).data
    assert isinstance(data, dict)
    return data.get(naam) or []  # type: ignore[return-value]


def test_changed_on_both_sides_is_shown_side_by_side(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    before = snapshot(here / "assessments")
    done = _read(here, typed("peildatum", "12 maart 2026"))
    assert done.code == 1
    for words in ("Conflict", "6 januari 2026", "12 maart 2026", "het dossier nu: 1 februari 2026"):
        assert words in done.uit
    assert snapshot(here / "assessments") == before


def test_changed_alike_on_both_sides_is_nothing_to_do(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "12 maart 2026"), encoding="utf-8")
    done = _read(here, typed("peildatum", "12-03-2026"))
    assert done.code == 0
    assert "Al zo in het dossier" in done.uit


def test_a_field_that_the_record_changed_and_the_form_did_not_stays(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    assert _read(here, typed("rechtsgronden[0].status", "gevraagd")).code == 0
    assert "peildatum: 1 februari 2026" in _text(here)
    assert "status: gevraagd" in _text(here)


def test_two_files_that_disagree(here: Path) -> None:
    one = _edited(here, typed("peildatum", "12 maart 2026"), name="een.docx")
    two = _edited(
        here,
        typed("peildatum", "13 maart 2026"),
        typed("rechtsgronden[0].status", "gevraagd"),
        name="twee.docx",
    )
    done = run(here, "inlezen", one, two, "--ja")
    assert done.code == 1
    assert "twee.docx zegt: 13 maart 2026" in done.uit
    assert "een.docx zegt: 12 maart 2026" in done.uit
    assert "peildatum: 6 januari 2026" in _text(here)
    assert "status: gevraagd" in _text(here)


def test_two_files_that_agree(here: Path) -> None:
    names = [_edited(here, typed("peildatum", "12 maart 2026"), name=f"{n}.docx") for n in "ab"]
    assert run(here, "inlezen", *names, "--ja").code == 0
    assert "peildatum: 12 maart 2026" in _text(here)


def _added(at: int, **texts: str) -> Edit:
    def edit(form: Form) -> None:
        form.fill_in(form.repeat("mandaat.rechtsgronden", at), **texts)

    return edit


NEW = {"soort": "verdrag", "door": "Duitsland", "status": "gevraagd"}


@pytest.mark.parametrize(("at", "place"), [(0, 1), (2, 3), (3, 3)])
def test_a_row_added_with_the_plus(at: int, place: int, here: Path) -> None:
    done = _read(here, _added(at, **NEW))
    assert done.code == 0, done.uit
    rows = _rows(here)
    assert len(rows) == 4
    assert rows[place]["door"] == "Duitsland"
    assert rows[place]["soort"] == "verdrag"
    assert "# De eerste." in _text(here)
    assert "# het gastland" in _text(here)


def test_a_row_typed_in_the_empty_one(here: Path) -> None:
    edits = (typed(f"rechtsgronden[3].{naam}", text) for naam, text in NEW.items())
    done = _read(here, *edits)
    assert done.code == 0, done.uit
    assert _rows(here)[3] == {**NEW}


def test_a_row_in_a_list_that_was_unknown(here: Path) -> None:
    done = _read(here, typed("mandaten[0].verband", "NAVO"), typed("mandaten[0].taken[0]", "x: y"))
    assert done.code == 0, done.uit
    assert _rows(here, "mandaten") == [{"verband": "navo", "taken": ["x: y"]}]


def _removed(at: int) -> Edit:
    def edit(form: Form) -> None:
        row = form.rows("mandaat.rechtsgronden")[at]
        parent = row.getparent()
        assert parent is not None
        parent.remove(row)

    return edit


def test_a_row_taken_out(here: Path) -> None:
    done = _read(here, _removed(1))
    assert done.code == 0, done.uit
    assert [r["door"] for r in _rows(here)] == ["Oekraïne", "VN-Veiligheidsraad"]
    removed = "  - soort: verdrag\n    door: Nederland\n    status: verkregen\n"
    removed += "    bron: '@voorbeeld-resolutie, p. 8'\n"
    assert _text(here) == INHOUD.replace(removed, "")


def test_a_row_taken_out_that_the_record_changed(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("door: Nederland", "door: België"), encoding="utf-8")
    done = _read(here, _removed(1))
    assert done.code == 1
    assert "België" in done.uit
    assert len(_rows(here)) == 3


def test_rows_in_another_order(here: Path) -> None:
    def edit(form: Form) -> None:
        rows = form.rows("mandaat.rechtsgronden")
        rows[0].addprevious(rows[2])

    done = _read(here, edit)
    assert done.code == 0, done.uit
    assert [r["door"] for r in _rows(here)] == ["VN-Veiligheidsraad", "Oekraïne", "Nederland"]
    assert "# het gastland" in _text(here)


def test_a_list_set_to_unknown(here: Path) -> None:
    done = _read(here, typed("rechtsgronden", "onbekend"))
    assert done.code == 0, done.uit
    assert "rechtsgronden: onbekend\n" in _text(here)


def test_a_list_set_to_unknown_and_filled_in_all_the_same(here: Path) -> None:
    done = _read(
        here, typed("rechtsgronden", "onbekend"), typed("rechtsgronden[0].status", "gevraagd")
    )
    assert done.code == 1
    assert "toch ingevuld" in done.uit


def test_a_control_that_was_taken_out_is_said(here: Path) -> None:
    def edit(form: Form) -> None:
        paragraph = form.controls("mandaat.leemten")[0].getparent()
        assert paragraph is not None
        paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]

    done = _read(here, edit)
    assert done.code == 1
    assert "Leemten" in done.uit
    assert "verdwenen" in done.uit
    assert _text(here) == INHOUD


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
    done = _read(here, _pasted("Iets anders."))
    assert done.code == 1
    assert "meer dan eens" in done.uit
    assert _text(here) == INHOUD


def test_a_control_pasted_twice_with_the_same_words(here: Path) -> None:
    assert _read(here, _pasted("")).code == 0


def test_tracked_changes_in_a_control_count_as_they_read(here: Path) -> None:
    def edit(form: Form) -> None:
        content = form.controls("mandaat.leemten")[0].find(f"{W}sdtContent")
        assert content is not None
        for run_ in list(content):
            content.remove(run_)
        content.append(tracked("del", run_of("Wat was.", deleted=True)))
        content.append(tracked("ins", run_of("Wat er nu staat.")))

    assert _read(here, edit).code == 0
    assert "leemten: Wat er nu staat.\n" in _text(here)


def test_prose_of_which_one_paragraph_changed(here: Path) -> None:
    def edit(form: Form) -> None:
        form.replace("De laatste alinea.", "De laatste alinea is nieuw.")
        last = form.paragraphs("mandaat")[-1]
        last.addnext(paragraph_of(run_of("Nog een "), run_of("alinea", "i"), run_of(".")))

    done = _read(here, edit)
    assert done.code == 0, done.uit
    assert _text(here) == INHOUD.replace(
        "De laatste alinea.\n", "De laatste alinea is nieuw.\n\nNog een *alinea*.\n"
    )


def test_prose_changed_on_both_sides(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("De laatste alinea.", "Het slot."), encoding="utf-8")
    done = _read(here, lambda form: form.replace("De laatste alinea.", "Het einde."))
    assert done.code == 1
    assert "Conflict bij de tekst" in done.uit
    assert "Het slot." in _text(here)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_filled_in_and_saved_by_libreoffice(here: Path) -> None:
    steps = (typed("peildatum", "medio 2026"), typed("rechtsgronden[3].door", "Duitsland"))
    path = here / _edited(here, *steps, lambda form: form.replace("De laatste", "De allerlaatste"))
    through_libreoffice(iter([path]), here / "profiel")
    done = run(here, "inlezen", path.name, "--ja")
    assert done.code == 0, done.uit
    assert "peildatum: medio 2026\n" in _text(here)
    assert _rows(here)[3] == {"door": "Duitsland"}
    assert "De allerlaatste alinea.\n" in _text(here)


def test_outside_git_the_form_itself_says_what_it_was_made_from(tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    path = tmp_path / DOSSIER / MANDAAT
    path.write_text(INHOUD, encoding="utf-8")
    assert run(tmp_path, "formulier", "mandaat").code == 0
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    done = _read(tmp_path, typed("rechtsgronden[0].status", "gevraagd"))
    assert done.code == 0, done.uit
    assert "peildatum: 1 februari 2026" in _text(tmp_path)


def test_changes_that_were_not_committed_are_known_from_the_form(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    assert run(here, "formulier", "mandaat").code == 0
    done = _read(here, typed("rechtsgronden[0].status", "gevraagd"))
    assert done.code == 0, done.uit
    assert "peildatum: 1 februari 2026" in _text(here)


def test_a_form_of_which_nothing_is_known_is_not_read(here: Path) -> None:
    def edit(form: Form) -> None:
        form.parts["customXml/item1.xml"] = b"<leeg/>"
        custom = form.parts["docProps/custom.xml"]
        head = git(here, "rev-parse", "HEAD").encode()
        form.parts["docProps/custom.xml"] = custom.replace(head, b"0" * 40)

    done = _read(here, edit, typed("peildatum", "12 maart 2026"))
    assert done.code == 1
    assert "niet meer te vinden" in done.uit
    assert _text(here) == INHOUD


def test_a_form_of_another_version_of_the_program(here: Path) -> None:
    def edit(form: Form) -> None:
        custom = form.parts["docProps/custom.xml"]
        form.parts["docProps/custom.xml"] = custom.replace(b">2<", b">1<")

    done = _read(here, edit)
    assert done.code == 2
    assert "Maak een nieuw formulier" in done.fout


def test_an_option_keeps_its_own_file(tmp_path: Path) -> None:
    prepare(GOED / "opties", tmp_path)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert run(tmp_path, "formulier").code == 0
    before = snapshot(tmp_path / DOSSIER)
    names = [str(p) for p in (tmp_path / "uitvoer/dossier").iterdir()]
    assert run(tmp_path, "inlezen", *names, "--ja").code == 0
    assert snapshot(tmp_path / DOSSIER) == before


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
    assert _read(here, _added(0, bron="@voorbeeld-resolutie, p. 1", **NEW)).code == 0
    assert "  - soort: verdrag\n    door: Duitsland\n    status: gevraagd\n    bron: " in _text(
        here
    )


def test_letters_and_forms_together(here: Path) -> None:
    assert run(here, "maak", "--kamer", "tweede").code == 0
    letter = Form(here / "uitvoer/dossier/artikel-100-brief-tk.docx")
    letter.replace("De laatste alinea", "De allerlaatste alinea")
    letter.save(here / "brief.docx")
    form = _edited(here, typed("peildatum", "12 maart 2026"))
    done = run(here, "inlezen", "brief.docx", form, "--ja")
    assert done.code == 0, done.uit + done.fout
    assert "De allerlaatste alinea.\n" in _text(here)
    assert "peildatum: 12 maart 2026\n" in _text(here)


def test_the_same_text_changed_in_a_letter_and_in_a_form(here: Path) -> None:
    assert run(here, "maak", "--kamer", "tweede").code == 0
    letter = Form(here / "uitvoer/dossier/artikel-100-brief-tk.docx")
    letter.replace("De laatste alinea", "De allerlaatste alinea")
    letter.save(here / "brief.docx")
    form = _edited(here, lambda f: f.replace("De laatste alinea", "Het slot"))
    done = run(here, "inlezen", "brief.docx", form, "--ja")
    assert done.code == 1
    assert "Conflict bij de tekst" in done.uit
    assert "De allerlaatste alinea.\n" in _text(here)
