"""A new assessment: in one place, whole or not at all; nothing is wrong but what is missing."""

import io
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from toetsingskader.errors import ExitCode
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.prozastuk import PROZASTUKKEN
from toetsingskader.kader.punt import Punt
from toetsingskader.kader.veld import Briefsoort, alle_velden, beschrijf
from toetsingskader.record import BESTANDEN
from toetsingskader.sjablonen import SJABLONEN, VOORBEELD
from toetsingskader.source import Data, parse_markdown, parse_yaml
from voorbeelden.draaien import Gedraaid, run, snapshot

NAAM = 'De "R&D" toets: déél 1'
RECORD = Path("assessments/de-r-d-toets-deel-1")


def findings(here: Path, slug: str) -> list[dict[str, Any]]:
    """What `toets` finds in a record."""
    return list(json.loads(run(here, "toets", slug, "--formaat", "json").uit)["bevindingen"])


def severities(here: Path, slug: str) -> set[str]:
    return {b["ernst"] for b in findings(here, slug)}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a new assessment."""
    result = run(tmp_path, "nieuw", "--naam", NAAM)
    assert (result.code, result.fout) == (0, "")
    return tmp_path


def _dossier(here: Path, slug: str = RECORD.name) -> dict[str, Any]:
    source = parse_yaml((here / "assessments" / slug / "dossier.yaml").read_bytes())
    assert source.faults == ()
    assert isinstance(source.data, dict)
    return source.data


def test_a_fresh_record_lacks_answers_and_nothing_else(here: Path) -> None:
    assert severities(here, RECORD.name) == {"ontbreekt"}
    assert run(here, "toets", RECORD.name).code == 0
    assert run(here, "maak", RECORD.name).code == 0


def test_it_has_every_file_and_says_what_to_do(here: Path) -> None:
    there = {p.relative_to(here / RECORD).as_posix() for p in (here / RECORD).rglob("*.*")}
    assert there == {"README.md", *BESTANDEN.values()} - {"parafen.yaml"}
    result = run(here, "nieuw", "--naam", "Tweede")
    assert "Gemaakt: assessments/tweede (25 bestanden)." in result.uit
    assert "toetsingskader toets tweede" in result.uit


def test_guidance_is_never_in_the_prose(here: Path) -> None:
    for sleutel in (*PUNTEN, *PROZASTUKKEN):
        assert parse_markdown((here / RECORD / BESTANDEN[sleutel]).read_bytes()).body == ""


@pytest.mark.parametrize("sleutel", PUNTEN)
def test_a_point_says_what_is_asked_and_of_whom(sleutel: str, here: Path) -> None:
    text = (here / RECORD / BESTANDEN[sleutel]).read_text(encoding="utf-8")
    said = " ".join(re.sub(r"^## ?", "", text, flags=re.MULTILINE).split())
    kader = PUNTEN[sleutel].kader
    for part in (kader.titel, kader.vraag, kader.waarom, *kader.goed, kader.eigenaar, kader.kop):
        assert " ".join(part.split()) in said
    for pad, b in alle_velden(PUNTEN[sleutel]):
        if "." not in pad and pad != "migratie":
            assert f"{b.veld.label.rstrip('.')}. " in said
            assert b.veld.uitleg in said


def _uncommented(text: str) -> str:
    return re.sub(r"^# ", "", text, flags=re.MULTILINE)


def test_every_example_is_right_once_it_is_no_comment_any_more(here: Path) -> None:
    """Of every field of every point, of the dossier and of the sources: never *ongeldig*."""
    for sleutel in ("dossier", "bronnen", *PUNTEN):
        path = here / RECORD / BESTANDEN[sleutel]
        path.write_text(_uncommented(path.read_text(encoding="utf-8")), encoding="utf-8")
        data = (parse_markdown if sleutel in PUNTEN else parse_yaml)(path.read_bytes()).data
        assert isinstance(data, dict)
        if sleutel != "bronnen":
            model = PUNTEN.get(sleutel, Dossier)
            fields = {b.naam for b in beschrijf(model)} - {"migratie"}
            assert set(data) == fields
            assert not any(value in (None, "", {}) for value in data.values())
    assert [b for b in findings(here, RECORD.name) if b["ernst"] == "ongeldig"] == []


MODELS: dict[str, type[Blok]] = {"dossier": Dossier, "punt": Punt, **PUNTEN}


def _paths(data: Data, om: str = "") -> Iterator[str]:
    if isinstance(data, list):
        for row in data:
            yield from _paths(row, om)
    elif isinstance(data, dict):
        for naam, value in data.items():
            yield om + naam
            yield from _paths(value, f"{om}{naam}.")


def test_extra_examples_are_of_fields_that_exist() -> None:
    source = parse_yaml((SJABLONEN / "beoordeling" / "voorbeelden.yaml").read_bytes())
    assert source.faults == ()
    assert isinstance(source.data, dict)
    for sleutel, data in source.data.items():
        assert set(_paths(data)) <= {pad for pad, _ in alle_velden(MODELS[sleutel])}, sleutel


def test_a_new_field_has_its_example_at_once(here: Path) -> None:
    """The generic texts of value types are a last resort; nothing of ours needs them now."""
    for sleutel in PUNTEN:
        text = (here / RECORD / BESTANDEN[sleutel]).read_text(encoding="utf-8")
        assert "directie Veiligheidsbeleid" not in text, sleutel
        assert "keert terug na zes maanden" not in text, sleutel


def test_answers_land_where_they_belong(tmp_path: Path) -> None:
    result = run(
        tmp_path, "nieuw", "--naam", NAAM, "--map", "mali-2027",
        "--missie", "EUFOR: Mali | Mali, NE", "--missie", "Tweede missie",
        "--ministerie", "ministerie van def", "--brief", "Artikel-97", "--aanleiding", "Verzoek.",
        "--aanleiding-door", "Verenigde Naties", "--aanleiding-datum", "2027-02-01",
        "--regelset", "Oekraine 2025", "--ministerraad", "maart 2027", "--verzending",
        "12 maart 2027", "--begin-inzet", "medio 2027", "--einde-inzet", "2028",
    )  # fmt: skip
    assert (result.code, result.fout) == (0, "")
    dossier = _dossier(tmp_path, "mali-2027")
    assert dossier["titel"] == NAAM
    assert dossier["missies"] == [
        {
            "sleutel": "eufor-mali",
            "naam": "EUFOR: Mali",
            "gastlanden": [{"land": "Mali"}, {"land": "NE"}],
        },
        {"sleutel": "tweede-missie", "naam": "Tweede missie"},
    ]  # fmt: skip
    assert dossier["afzender"] == {"ministerie": "Ministerie van Defensie"}
    assert dossier["brieven"] == [{"soort": "artikel_97", "betreft": NAAM}]
    assert dossier["artikel"] == "artikel_97"
    assert dossier["aanleiding"] == {
        "soort": "verzoek", "door": "Verenigde Naties", "datum": "2027-02-01",
    }  # fmt: skip
    assert dossier["regelsets"] == ["oekraine-2025"]
    assert [(s["stap"], s["datum"]) for s in dossier["planning"]] == [
        ("ministerraad", "maart 2027"),
        ("verzending", "12 maart 2027"),
        ("begin_inzet", "medio 2027"),
        ("einde_inzet", "2028"),
    ]
    assert severities(tmp_path, "mali-2027") == {"ontbreekt"}


@pytest.mark.parametrize("soort", [*Briefsoort])
@pytest.mark.parametrize("regelset", [(), ("--regelset", "oekraine-2025")], ids=["", "oekraine"])
def test_whatever_the_letter_only_answers_are_missing(
    soort: Briefsoort, regelset: tuple[str, ...], tmp_path: Path
) -> None:
    assert run(tmp_path, "nieuw", "--naam", "Proef", "--brief", soort, *regelset).code == 0
    assert severities(tmp_path, "proef") <= {"ontbreekt", "ter_informatie"}
    assert run(tmp_path, "toets", "proef").code == 0


WRONG = [
    ([], "Noem de naam van de beoordeling met '--naam'"),
    (["--naam", ""], "Het antwoord is leeg."),
    (["--naam", "n.n.b."], "is geen antwoord"),
    (["--naam", "vertrouwelijk"], "'vertrouwelijk' kan hier niet."),
    (["--naam", "😀🎉"], "geen naam voor een map te maken"),
    (["--naam", "CON"], "geen naam voor een map te maken"),
    (["--naam", "x", "--map", "lpt1"], "kan op Windows niet"),
    (["--naam", "x", "--map", "../x"], "kan geen naam van een map zijn"),
    (["--naam", "x", "--map", "a" * 61], "kan geen naam van een map zijn"),
    (["--naam", "x", "--missie", "A | Atlantis"], "'Atlantis' is geen land"),
    (["--naam", "x", "--missie", " | Mali"], "Het antwoord is leeg."),
    (["--naam", "x", "--ministerie", "Defnsie"], "Bedoelde u 'Defensie'?"),
    (["--naam", "x", "--aanleiding", "zomaar"], "Kies uit: verzoek, besluit organisatie"),
    (["--naam", "x", "--aanleiding-datum", "gisteren"], "'gisteren' is geen datum"),
    (["--naam", "x", "--brief", "mail"], "Kies uit: kennisgeving"),
    (["--naam", "x", "--regelset", "mali"], "'mali' is hier geen keuze"),
    (["--naam", "x", "--verzending", "mei 2027", "--begin-inzet", "maart 2027"], "ligt vóór"),
    (["--voorbeeld", "--naam", "x"], "'--naam' gaat niet samen met '--voorbeeld'"),
    (["--voorbeeld", "--op-basis-van", "x"], "gaat niet samen met '--voorbeeld'"),
    (["--naam", "x", "--nakijken-voor", "mei 2027"], "gaat niet samen met een nieuwe"),
]


@pytest.mark.parametrize(("argumenten", "zin"), WRONG, ids=[z for _, z in WRONG])
def test_what_cannot_be_is_said_and_nothing_is_made(
    argumenten: list[str], zin: str, tmp_path: Path
) -> None:
    result = run(tmp_path, "nieuw", *argumenten)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert zin in result.fout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["folder", "empty folder", "file", "dangling link", "other case"])
def test_what_is_there_is_never_overwritten(there: str, tmp_path: Path) -> None:
    target = tmp_path / "assessments" / ("Proef" if there == "other case" else "proef")
    target.parent.mkdir()
    if there == "file":
        target.write_text("van mij", encoding="utf-8")
    elif there == "dangling link":
        target.symlink_to(tmp_path / "elders")
    else:
        target.mkdir()
    if there == "folder":
        (target / "brief.md").write_text("van mij", encoding="utf-8")
    before = snapshot(tmp_path)
    for argumenten in (["--naam", "Proef"], ["--voorbeeld", "--map", "proef"]):
        result = run(tmp_path, "nieuw", *argumenten)
        assert result.code == ExitCode.VERKEERD_GEBRUIK
        assert "bestaat al; daar verandert niets aan" in result.fout
    assert snapshot(tmp_path) == before
    assert [p.name for p in target.parent.iterdir()] == [target.name]
    assert not (tmp_path / "elders").exists()


def test_a_folder_that_appears_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "assessments/proef/van-mij.md"

    def late(opgave: object) -> dict[str, bytes]:
        other.parent.mkdir(parents=True)
        other.write_text("van mij", encoding="utf-8")
        return {"dossier.yaml": b"schema: 2\n"}

    monkeypatch.setattr("toetsingskader.commands.nieuw.new_record", late)
    result = run(tmp_path, "nieuw", "--naam", "Proef")
    assert result.code == ExitCode.UITVOER_MISLUKT
    assert "er staat al iets met die naam" in result.fout
    assert list(tmp_path.rglob("*.*")) == [other]


def test_nothing_is_written_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not at home, where cookiecutter keeps what it remembers; nor is its configuration read."""
    home, temporary, work = (tmp_path / name for name in ("thuis", "tijdelijk", "werk"))
    for folder in (home, temporary, work):
        folder.mkdir()
    config = home / ".cookiecutterrc"
    config.write_text("default_context: {slug: elders}\nreplay_dir: [", encoding="utf-8")
    for naam in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(naam, str(home))
    monkeypatch.setenv("COOKIECUTTER_CONFIG", str(config))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = snapshot(SJABLONEN)
    assert run(work, "nieuw", "--naam", NAAM).code == 0
    assert [p.name for p in home.iterdir()] == [".cookiecutterrc"]
    assert list(temporary.iterdir()) == []
    assert [p.name for p in work.iterdir()] == ["assessments"]
    assert [p.name for p in (work / "assessments").iterdir()] == [RECORD.name]
    assert snapshot(SJABLONEN) == before


def test_a_name_is_text_and_no_template(tmp_path: Path) -> None:
    naam = "{{ 7*7 }} {% include 'punt.md' %} {{ cookiecutter.slug }}"
    assert run(tmp_path, "nieuw", "--naam", naam, "--map", "proef", "--missie", naam).code == 0
    assert _dossier(tmp_path, "proef")["titel"] == naam
    assert severities(tmp_path, "proef") == {"ontbreekt"}


@pytest.mark.parametrize("inside", ["assessments", str(RECORD), str(RECORD / "mogen")])
def test_not_within_an_assessment(inside: str, here: Path) -> None:
    before = snapshot(here)
    result = run(here / inside, "nieuw", "--naam", "Proef")
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert "Ga naar de map waarin 'assessments' staat" in result.fout
    assert snapshot(here) == before


def test_templates_that_are_damaged_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = shutil.copytree(SJABLONEN / "beoordeling", tmp_path / "sjabloon")
    (broken / "templates" / "punt.md").write_text("{{ punt.weg.verder }}", encoding="utf-8")
    monkeypatch.setattr("toetsingskader.scaffold.cutter._SJABLOON", broken)
    work = tmp_path / "werk"
    work.mkdir()
    result = run(work, "nieuw", "--naam", "Proef")
    assert result.code == ExitCode.GEREEDSCHAP_ONTBREEKT
    assert "Installeer toetsingskader opnieuw." in result.fout
    assert list(work.iterdir()) == []


def test_a_disk_that_refuses_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    result = run(tmp_path, "nieuw", "--naam", "Proef")
    assert result.code == ExitCode.UITVOER_MISLUKT
    assert "de schijf is vol" in result.fout
    assert list((tmp_path / "assessments").iterdir()) == []


@settings(deadline=None, max_examples=40)
@given(st.one_of(st.text(max_size=60), st.text("ab.·/\\: 😀'\"#{}[]-é\u200b", max_size=320)))
@example("CON")
@example("nul.txt")
@example("../../x")
@example("a" * 300)
@example("é" * 300)
@example("- x: y # z")
@example("\ud800")
@example("x\u202ey")
@example("null")
@example("ja")
def test_any_name_gives_a_folder_inside_or_a_clear_refusal(naam: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        result = run(here, "nieuw", f"--naam={naam}", f"--missie={naam}")
        made = list(here.glob("assessments/*"))
        assert [p.name for p in here.iterdir()] == ["assessments"][: len(made)]
        if result.code == 0:
            assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", made[0].name)
            assert severities(here, made[0].name) == {"ontbreekt"}
            assert _dossier(here, made[0].name)["titel"] == " ".join(naam.split())
        else:
            assert result.code == ExitCode.VERKEERD_GEBRUIK
            assert made == []
            assert result.fout.rstrip()[-1] in ".?"
            assert "Traceback" not in result.fout


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, here: Path, text: str, *options: str) -> Gedraaid:
    """Run the command with somebody at the keyboard."""
    monkeypatch.setattr("sys.stdin", _Keyboard(text))
    return run(here, "nieuw", *options)


def test_questions_are_asked_until_the_answer_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = (
        "", "Bijdrage aan Bouvet",  # name
        "CON", "bouvet",  # folder
        "Bouvet | Nergensland", "Bouvet Zee | Noorwegen", "",  # missions
        "",  # ministry
        "brief", "verlenging",  # kind
        "verzoek", "", "32 mei 2026", "1 mei 2026",  # occasion: by whom is passed over
        "",  # rule sets
        "", "mei 2027", "april 2027", "juni 2027", "",  # dates
    )  # fmt: skip
    result = typed(monkeypatch, tmp_path, "\n".join(answers) + "\n")
    assert result.code == 0
    for zin in (
        "Het antwoord is leeg.", "'con' kan op Windows", "'Nergensland' is geen land",
        "'brief' is hier geen keuze", "mei 2026 heeft 31 dagen", "ligt vóór",
    ):  # fmt: skip
        assert zin.lower() in result.fout.lower()
    for vraag in ("Naam van de beoordeling", "[bijdrage-aan-bouvet]", "Soort brief: kennisgeving"):
        assert vraag in result.uit
    dossier = _dossier(tmp_path, "bouvet")
    assert dossier["missies"][0]["gastlanden"] == [{"land": "Noorwegen"}]
    assert dossier["afzender"] == {"ministerie": "Ministerie van Buitenlandse Zaken"}
    assert dossier["aanleiding"] == {"soort": "verzoek", "datum": "1 mei 2026"}
    assert [s["stap"] for s in dossier["planning"]] == ["verzending", "begin_inzet"]


def test_with_enter_only_a_name_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(monkeypatch, tmp_path, "Proef" + "\n" * 12).code == 0
    assert set(_dossier(tmp_path, "proef")) == {
        "schema", "kader", "regelsets", "titel", "peildatum", "artikel", "brieven", "afzender",
    }  # fmt: skip


def test_stopping_halfway_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed(monkeypatch, tmp_path, "Proef\n\n").code == 130
    assert list(tmp_path.iterdir()) == []


def test_the_example_is_complete_and_says_that_it_is_fictitious(tmp_path: Path) -> None:
    result = run(tmp_path, "nieuw", "--voorbeeld")
    assert result.code == 0
    assert "verzonnen" in result.uit
    assert findings(tmp_path, "voorbeeld") == []
    assert _dossier(tmp_path, "voorbeeld")["fictief"] == "ja"
    assert "verzonnen" in (tmp_path / "assessments/voorbeeld/README.md").read_text("utf-8").lower()
    there = {p.relative_to(VOORBEELD) for p in VOORBEELD.rglob("*") if p.is_file()}
    made = tmp_path / "assessments/voorbeeld"
    assert {p.relative_to(made) for p in made.rglob("*") if p.is_file()} == there
    assert not os.access(made / "dossier.yaml", os.X_OK)
    assert run(tmp_path, "maak", "voorbeeld").code == 0
    assert "fictief" in run(tmp_path, "toets", "voorbeeld").uit.lower()
