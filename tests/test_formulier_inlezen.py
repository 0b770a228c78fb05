"""What people filled in comes back: field by field, and never what nobody touched."""

import shutil
from pathlib import Path

import pytest

from formulier_hulp import (
    DOSSIER,
    INHOUD,
    MANDAAT,
    Edit,
    Form,
    edited,
    read,
    rows_in,
    text_in,
    through_libreoffice,
    typed,
    with_form,
)
from git_hulp import commit, git
from voorbeelden.draaien import prepare, run, snapshot
from voorbeelden.samenstellen import GOED
from word_hulp import paragraph_of, run_of


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return with_form(tmp_path)


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
    before = text_in(here)
    assert before.count(old) == 1
    done = read(here, edit)
    assert done.code == 0, done.uit + done.fout
    assert _order_free(text_in(here)) == _order_free(before.replace(old, new))
    assert f"Geschreven: {DOSSIER}/{MANDAAT}" in done.uit


def _order_free(text: str) -> list[str]:
    """A new field may come at another place of its block than the test says."""
    return sorted(text.splitlines())


def test_nothing_is_written_without_a_yes(here: Path) -> None:
    before = snapshot(here / "assessments")
    done = read(here, typed("peildatum", "12 maart 2026"), ja=False)
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
    done = read(here, edit)
    assert (done.code, done.uit.splitlines()[-1]) == (0, "Er is niets gewijzigd.")


def test_what_is_no_answer_is_not_taken_and_the_rest_is(here: Path) -> None:
    done = read(here, typed("peildatum", "binnenkort"), typed("rechtsgronden[1].nummer", "12"))
    assert done.code == 1
    assert "'binnenkort' is geen datum" in done.uit
    assert "peildatum: 6 januari 2026" in text_in(here)
    assert "nummer: 12\n" in text_in(here) or "nummer: '12'\n" in text_in(here)


def test_what_toets_would_say_is_shown_first(here: Path) -> None:
    done = read(here, typed("leemten.bron", "@bestaat-niet, p. 1"), ja=False)
    assert "Dit zou 'toetsingskader toets' daarna zeggen" in done.uit
    assert "bestaat-niet" in done.uit


def test_a_row_that_moved_on_in_the_record_is_found(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    extra = "  - soort: anders\n    door: Frankrijk\n    status: gevraagd\n"
    path.write_text(INHOUD.replace("  # De eerste.\n", extra + "  # De eerste.\n"), "utf-8")
    done = read(here, typed("rechtsgronden[1].status", "gevraagd"))
    assert done.code == 0, done.uit
    rows = rows_in(here)
    assert [r["status"] for r in rows] == ["gevraagd", "onbekend", "gevraagd", "verkregen"]
    assert rows[2]["door"] == "Nederland"


def test_changed_on_both_sides_is_shown_side_by_side(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    before = snapshot(here / "assessments")
    done = read(here, typed("peildatum", "12 maart 2026"))
    assert done.code == 1
    for words in ("Conflict", "6 januari 2026", "12 maart 2026", "het dossier nu: 1 februari 2026"):
        assert words in done.uit
    assert snapshot(here / "assessments") == before


def test_changed_alike_on_both_sides_is_nothing_to_do(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "12 maart 2026"), encoding="utf-8")
    done = read(here, typed("peildatum", "12-03-2026"))
    assert done.code == 0
    assert "Al zo in het dossier" in done.uit


def test_a_field_that_the_record_changed_and_the_form_did_not_stays(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    assert read(here, typed("rechtsgronden[0].status", "gevraagd")).code == 0
    assert "peildatum: 1 februari 2026" in text_in(here)
    assert "status: gevraagd" in text_in(here)


def test_two_files_that_disagree(here: Path) -> None:
    one = edited(here, typed("peildatum", "12 maart 2026"), name="een.docx")
    two = edited(
        here,
        typed("peildatum", "13 maart 2026"),
        typed("rechtsgronden[0].status", "gevraagd"),
        name="twee.docx",
    )
    done = run(here, "inlezen", one, two, "--ja")
    assert done.code == 1
    assert "twee.docx zegt: 13 maart 2026" in done.uit
    assert "een.docx zegt: 12 maart 2026" in done.uit
    assert "peildatum: 6 januari 2026" in text_in(here)
    assert "status: gevraagd" in text_in(here)


def test_two_files_that_agree(here: Path) -> None:
    names = [edited(here, typed("peildatum", "12 maart 2026"), name=f"{n}.docx") for n in "ab"]
    assert run(here, "inlezen", *names, "--ja").code == 0
    assert "peildatum: 12 maart 2026" in text_in(here)


def test_prose_of_which_one_paragraph_changed(here: Path) -> None:
    def edit(form: Form) -> None:
        form.replace("De laatste alinea.", "De laatste alinea is nieuw.")
        last = form.paragraphs("mandaat")[-1]
        last.addnext(paragraph_of(run_of("Nog een "), run_of("alinea", "i"), run_of(".")))

    done = read(here, edit)
    assert done.code == 0, done.uit
    assert text_in(here) == INHOUD.replace(
        "De laatste alinea.\n", "De laatste alinea is nieuw.\n\nNog een *alinea*.\n"
    )


def test_prose_changed_on_both_sides(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("De laatste alinea.", "Het slot."), encoding="utf-8")
    done = read(here, lambda form: form.replace("De laatste alinea.", "Het einde."))
    assert done.code == 1
    assert "Conflict bij de tekst" in done.uit
    assert "Het slot." in text_in(here)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_filled_in_and_saved_by_libreoffice(here: Path) -> None:
    steps = (typed("peildatum", "medio 2026"), typed("rechtsgronden[3].door", "Duitsland"))
    path = here / edited(here, *steps, lambda form: form.replace("De laatste", "De allerlaatste"))
    through_libreoffice(iter([path]), here / "profiel")
    done = run(here, "inlezen", path.name, "--ja")
    assert done.code == 0, done.uit
    assert "peildatum: medio 2026\n" in text_in(here)
    assert rows_in(here)[3] == {"door": "Duitsland"}
    assert "De allerlaatste alinea.\n" in text_in(here)


def test_outside_git_the_form_itself_says_what_it_was_made_from(tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    path = tmp_path / DOSSIER / MANDAAT
    path.write_text(INHOUD, encoding="utf-8")
    assert run(tmp_path, "formulier", "mandaat").code == 0
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    done = read(tmp_path, typed("rechtsgronden[0].status", "gevraagd"))
    assert done.code == 0, done.uit
    assert "peildatum: 1 februari 2026" in text_in(tmp_path)


def test_changes_that_were_not_committed_are_known_from_the_form(here: Path) -> None:
    path = here / DOSSIER / MANDAAT
    path.write_text(INHOUD.replace("6 januari 2026", "1 februari 2026"), encoding="utf-8")
    assert run(here, "formulier", "mandaat").code == 0
    done = read(here, typed("rechtsgronden[0].status", "gevraagd"))
    assert done.code == 0, done.uit
    assert "peildatum: 1 februari 2026" in text_in(here)


def test_a_form_of_which_nothing_is_known_is_not_read(here: Path) -> None:
    def edit(form: Form) -> None:
        form.parts["customXml/item1.xml"] = b"<leeg/>"
        custom = form.parts["docProps/custom.xml"]
        head = git(here, "rev-parse", "HEAD").encode()
        form.parts["docProps/custom.xml"] = custom.replace(head, b"0" * 40)

    done = read(here, edit, typed("peildatum", "12 maart 2026"))
    assert done.code == 1
    assert "niet meer te vinden" in done.uit
    assert text_in(here) == INHOUD


def test_a_form_of_another_version_of_the_program(here: Path) -> None:
    def edit(form: Form) -> None:
        custom = form.parts["docProps/custom.xml"]
        form.parts["docProps/custom.xml"] = custom.replace(b">2<", b">1<")

    done = read(here, edit)
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


def test_letters_and_forms_together(here: Path) -> None:
    assert run(here, "maak", "--kamer", "tweede").code == 0
    letter = Form(here / "uitvoer/dossier/artikel-100-brief-tk.docx")
    letter.replace("De laatste alinea", "De allerlaatste alinea")
    letter.save(here / "brief.docx")
    form = edited(here, typed("peildatum", "12 maart 2026"))
    done = run(here, "inlezen", "brief.docx", form, "--ja")
    assert done.code == 0, done.uit + done.fout
    assert "De allerlaatste alinea.\n" in text_in(here)
    assert "peildatum: 12 maart 2026\n" in text_in(here)


def test_the_same_text_changed_in_a_letter_and_in_a_form(here: Path) -> None:
    assert run(here, "maak", "--kamer", "tweede").code == 0
    letter = Form(here / "uitvoer/dossier/artikel-100-brief-tk.docx")
    letter.replace("De laatste alinea", "De allerlaatste alinea")
    letter.save(here / "brief.docx")
    form = edited(here, lambda f: f.replace("De laatste alinea", "Het slot"))
    done = run(here, "inlezen", "brief.docx", form, "--ja")
    assert done.code == 1
    assert "Conflict bij de tekst" in done.uit
    assert "De allerlaatste alinea.\n" in text_in(here)
