"""A Word form per owner: what it asks, how it looks to Word, and what it says of itself."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from formulier_hulp import Form
from git_hulp import commit, git, name_version
from ooxml_hulp import faults
from toetsingskader.formulier.model import MAX_TAG, bookmark, controls, tag
from toetsingskader.formulier.samenstellen import fields_of
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.veld import alle_velden
from toetsingskader.sjablonen import BRIEFSJABLONEN
from voorbeelden.draaien import prepare, run, snapshot
from voorbeelden.samenstellen import GOED
from word_hulp import W, Word, text_of

DJZ = "uitvoer/dossier/formulier-bz-djz.docx"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with one record in it."""
    prepare(GOED / "volledig", tmp_path)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def _properties(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    return {p.get("name", ""): str(p[0].text) for p in root}


def test_one_form_per_owner_of_what_the_next_letter_asks(here: Path) -> None:
    done = run(here, "formulier")
    assert (done.code, done.fout) == (0, "")
    made = {path.name for path in (here / "uitvoer/dossier").iterdir()}
    assert "formulier-bz-djz.docx" in made
    assert "formulier-def-dops.docx" in made
    assert len(made) == len(done.uit.splitlines())


def test_only_the_points_and_the_owner_that_are_named(here: Path) -> None:
    done = run(here, "formulier", "mandaat", "risicos", "--eigenaar", "bz/djz")
    assert done.code == 0
    assert [p.name for p in (here / "uitvoer/dossier").iterdir()] == ["formulier-bz-djz.docx"]
    assert [k for k in _properties(here / DJZ) if k.startswith("Vinger")] == [
        "Vingerafdruk mandaat"
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("mandat",), "Bedoelde u mandaat?"),
        (("mandaat", "--eigenaar", "FEZ Def"), "BZ/DJZ (mandaat)"),
        (("--beoordeling", "weg"), "niet gevonden"),
    ],
)
def test_what_is_not_there_is_said(here: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(here, "formulier", *arguments)
    assert done.code in (2, 3)
    assert words in done.fout
    assert not (here / "uitvoer").exists()


def test_making_forms_changes_nothing_in_the_record(here: Path) -> None:
    before = snapshot(here / "assessments")
    run(here, "formulier")
    assert snapshot(here / "assessments") == before


def test_the_same_record_gives_the_same_bytes(here: Path) -> None:
    run(here, "formulier", "mandaat")
    first = (here / DJZ).read_bytes()
    run(here, "formulier", "mandaat")
    assert (here / DJZ).read_bytes() == first


def test_a_form_that_was_filled_in_is_not_overwritten(here: Path) -> None:
    run(here, "formulier", "mandaat")
    form = Form(here / DJZ)
    form.fill("mandaat.leemten", "Alles.")
    form.save(here / DJZ)
    kept = (here / DJZ).read_bytes()
    done = run(here, "formulier", "mandaat")
    assert done.code == 5
    assert "bewerkt" in done.fout
    assert (here / DJZ).read_bytes() == kept


def test_it_says_what_it_was_made_from(here: Path) -> None:
    name_version(here, 4, "naar MR")
    run(here, "formulier", "mandaat")
    found = _properties(here / DJZ)
    assert found["Dossier"] == "dossier"
    assert found["Commit"] == git(here, "rev-parse", "HEAD")
    assert found["Versie"].startswith("4, naar MR (")
    assert found["Vingerafdruk mandaat"].startswith("2:")
    text = "\n".join(text_of(p) for p in Word(here / DJZ).root.iter(f"{W}p"))
    assert "INTERN" in text
    assert "4, naar MR (" in text
    assert "secretaris" in text


def test_every_field_of_every_point_is_asked() -> None:
    for sleutel, model in PUNTEN.items():
        asked = {
            ".".join(p for p in vak.pad if isinstance(p, str))
            for vak in controls(fields_of(sleutel, {}))
        }
        assert asked == {naam for naam, _ in alle_velden(model) if naam != "migratie"}, sleutel


def test_tags_fit_in_word_and_no_two_are_the_same() -> None:
    names = [(sleutel, vak.naam) for sleutel in PUNTEN for vak in controls(fields_of(sleutel, {}))]
    tags = {tag(*name) for name in names}
    assert len(tags) == len({bookmark(*name) for name in names}) == len(names)
    assert max(map(len, tags)) <= MAX_TAG


def test_a_choice_is_a_list_with_unknown_and_where_it_may_confidential(here: Path) -> None:
    run(here, "formulier", "mandaat", "eenheden")
    form = Form(here / DJZ)
    shown = _choices(form, "mandaat.rechtsgronden[0].soort")
    assert "uitnodiging van het gastland" in shown
    assert "onbekend" in shown
    assert "vertrouwelijk" not in shown
    assert "vertrouwelijk" in _choices(form, "mandaat.volkenrechtelijk_advies")


def _choices(form: Form, tag: str) -> list[str]:
    items = form.controls(tag)[0].iter(f"{W}listItem")
    return [item.get(f"{W}displayText", "") for item in items]


def test_what_is_known_stands_in_it_and_an_empty_control_invites(here: Path) -> None:
    run(here, "formulier", "mandaat")
    form = Form(here / DJZ)
    assert text_of(form.controls("mandaat.opsteller")[0]) == "BZ/DJZ"
    empty = form.controls("mandaat.houdbaar_tot")[0]
    assert text_of(empty) == "Kies of typ een datum"
    assert empty.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    assert empty.find(f"{W}sdtPr/{W}date") is not None


def test_every_control_has_a_title(here: Path) -> None:
    run(here, "formulier")
    for path in (here / "uitvoer/dossier").iterdir():
        for properties in Word(path).root.iter(f"{W}sdtPr"):
            if properties.find(f"{W}tag") is not None:
                alias = properties.find(f"{W}alias")
                assert alias is not None
                assert alias.get(f"{W}val")


def test_what_word_would_refuse(here: Path) -> None:
    run(here, "formulier")
    for path in (here / "uitvoer/dossier").iterdir():
        assert faults(path.read_bytes()) == []


def test_a_file_that_cannot_be_read_is_said_and_not_asked(here: Path) -> None:
    path = here / "assessments/dossier/mogen/mandaat.md"
    path.write_bytes(path.read_bytes().replace(b"---\n", b"---\nleemten: a: b\n", 1))
    done = run(here, "formulier", "mandaat")
    assert done.code == 0
    assert "mogen/mandaat.md kan niet helemaal worden gelezen" in done.uit
    assert Form(here / DJZ).controls("mandaat.opsteller") == []


def test_hostile_text_stays_text(here: Path) -> None:
    path = here / "assessments/dossier/mogen/mandaat.md"
    words = "R&D <w:b/> ]]> {{ 7*7 }} \"x\" 'y'"
    text = path.read_text(encoding="utf-8") + f"\n{words}\n"
    path.write_text(text, encoding="utf-8")
    run(here, "formulier", "mandaat")
    data = (here / DJZ).read_bytes()
    assert faults(data) == []
    assert words in "\n".join(text_of(p) for p in Word(here / DJZ).root.iter(f"{W}p"))
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None


def test_the_template_of_a_ministry_gives_the_styles(here: Path) -> None:
    """In a Dutch Word the style of a heading has the id Kop1."""
    own = Word(BRIEFSJABLONEN / "brief.docx")
    for name, part in own.parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            titled = part.replace(b'w:styleId="Title"', b'w:styleId="Titel"')
            own.parts[name] = titled.replace(b'"Heading1"', b'"Kop1"')
    (here / "huis").mkdir()
    own.root = etree.fromstring(own.parts["word/document.xml"])
    own.save(here / "huis/brief.docx")
    done = run(here, "formulier", "mandaat", "--sjablonen", "huis")
    assert done.code == 0, done.fout
    used = {s.get(f"{W}val") for s in Word(here / DJZ).root.iter(f"{W}pStyle")}
    assert {"Kop1", "Titel"} <= used
    assert not {"Heading1", "Title"} & used
    assert faults((here / DJZ).read_bytes()) == []


def test_a_template_that_is_no_word_file(here: Path) -> None:
    (here / "huis").mkdir()
    (here / "huis/brief.docx").write_bytes(b"geen Word")
    done = run(here, "formulier", "mandaat", "--sjablonen", "huis")
    assert done.code == 4
    assert "Word-sjabloon" in done.fout
