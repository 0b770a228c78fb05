"""Older records keep their meaning, and are brought up to date without touching anything else.

`voorbeelden/schema-1/volledig` is a record as it was written before schema 2; it is never updated.
"""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toetsingskader.errors import ExitCode
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.punt import Punt
from toetsingskader.kader.veld import alle_velden
from toetsingskader.kader.versie import SCHEMA
from toetsingskader.migratie import nieuw, plan
from toetsingskader.migratie.stappen import STAPPEN
from toetsingskader.source import Lines
from voorbeelden.draaien import run, snapshot
from voorbeelden.samenstellen import HERE, replace_lines

OUD = HERE / "schema-1" / "volledig"
_LATER = ("mandaat.leemten", "mandaat.rechtsgronden.door", "draagvlak.informeren_kamer")
"""Fields that came with schema 2, as far as some of these tests are concerned."""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    shutil.copytree(OUD, tmp_path / "assessments" / "oud")
    return tmp_path


@pytest.fixture
def _questions_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let schema 1 be today's framework without these fields, however it grows."""
    models: dict[str, type[Blok]] = {"dossier": Dossier, "punt": Punt, **PUNTEN}
    today = {f"{s}.{pad}" for s, model in models.items() for pad, _ in alle_velden(model)}
    monkeypatch.setattr(nieuw, "fields_of", lambda _: today - set(_LATER))


def _findings(here: Path) -> list[dict[str, Any]]:
    data = json.loads(run(here, "toets", "oud", "--formaat", "json").uit)
    return list(data["bevindingen"])


def _meaning(here: Path) -> Any:
    """All that a report says, but for places and the findings about the schema itself."""
    data = json.loads(run(here, "toets", "oud", "--formaat", "json").uit)
    # The last quotes the line of the schema, which has a comment.
    about = ("SCHEMA-OUDER", "MIGRATIE-VRAGEN", "LEES-OPMERKING")
    facts = [f for f in data["dossier_gegevens"] if f["veld"] != "schema"]
    points = [{**p, "bevindingen": 0} for p in data["punten"]]
    found = [(b["code"], b["tekst"]) for b in data["bevindingen"] if b["code"] not in about]
    return facts, points, sorted(found)


def test_an_older_record_means_the_same_before_and_after(here: Path) -> None:
    before = _meaning(here)
    assert [b["code"] for b in _findings(here)].count("SCHEMA-OUDER") == 1
    assert run(here, "migreer", "--schrijf").code == 0
    assert _meaning(here) == before
    assert "SCHEMA-OUDER" not in [b["code"] for b in _findings(here)]


def test_places_lead_to_what_stands_in_the_file(here: Path) -> None:
    path = here / "assessments/oud/dossier.yaml"
    replace_lines(path, ["      maximaal: 1.250"], ["      maximaal: 1,250"])
    (wrong,) = (b for b in _findings(here) if b["code"] == "VELD-AANTAL")
    line = path.read_text(encoding="utf-8").splitlines()[wrong["plaats"]["regel"] - 1]
    assert line[wrong["plaats"]["kolom"] - 1 :] == "1,250"


def test_nothing_is_written_unless_asked(here: Path) -> None:
    before = snapshot(here)
    result = run(here, "migreer", "oud")
    assert result.code == 0
    assert "-      huidig: 0   # nu nog niemand" in result.uit
    assert "+      aantal_huidig: 0   # nu nog niemand" in result.uit
    assert "Er is niets geschreven." in result.uit
    assert snapshot(here) == before


def test_only_what_must_change_changes(here: Path) -> None:
    path = here / "assessments/oud/dossier.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert run(here, "migreer", "--schrijf").code == 0
    changes = (
        (b"schema: 1   # het eerste", b"schema: 2   # het eerste"),
        (b" huidig:", b" aantal_huidig:"),
        (b" maximaal:", b" aantal_max:"),
        (b"'huidig':", b"'aantal_huidig':"),
        (b'"maximaal":', b'"aantal_max":'),
    )
    for old, new in changes:
        assert old in before
        before = before.replace(old, new)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("_questions_came")
def test_new_questions_are_told_and_noted_at_their_point(here: Path) -> None:
    result = run(here, "migreer", "--schrijf")
    assert "mogen/mandaat.md: Rechtsgronden: door\n" in result.uit
    noted = [b for b in _findings(here) if b["code"] == "MIGRATIE-VRAGEN"]
    assert [b["punt"] for b in noted] == ["mandaat"]
    assert "schema 2: nieuw te beantwoorden: Rechtsgronden: door" in noted[0]["tekst"]
    assert noted[0]["ernst"] == "ter_informatie"


@pytest.mark.usefixtures("_questions_came")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(b"", b"---\nmigratie:\n  - '%s'\n---\n", id="empty"),
        pytest.param(b"Tekst.\n", b"---\nmigratie:\n  - '%s'\n---\nTekst.\n", id="prose only"),
        pytest.param(
            b"---\r\nopen: []\r\n---\r\nTekst.",
            b"---\r\nopen: []\r\nmigratie:\r\n  - '%s'\r\n---\r\nTekst.",
            id="other line ends",
        ),
        pytest.param(
            b"---\nmigratie: # zie boven\n---\n",
            b"---\nmigratie: # zie boven\n  - '%s'\n---\n",
            id="key without rows",
        ),
        pytest.param(
            b"---\nmigratie:\n- eerder\n---\n",
            b"---\nmigratie:\n- '%s'\n- eerder\n---\n",
            id="rows of an earlier time",
        ),
    ],
)
def test_the_note_fits_any_front_matter(text: bytes, expected: bytes) -> None:
    steps = plan({"dossier": b"schema: 1\n", "draagvlak": text})
    assert steps
    row = b"schema 2: nieuw te beantwoorden: Informeren van de Kamer"
    assert steps.inhoud["draagvlak"] == expected % row


@pytest.mark.usefixtures("_questions_came")
@pytest.mark.parametrize(
    ("bestand", "text"),
    [
        pytest.param("mogen/draagvlak.md", b"---\n\topen: []\n---\n", id="cannot be read"),
        pytest.param("mogen/draagvlak.md", b"---\n{open: []}\n---\n", id="between braces"),
        pytest.param("mogen/draagvlak.md", b"---\nmigratie: [eerder]\n---\n", id="row in brackets"),
        pytest.param("dossier.yaml", b"schema: 1\ntitel: a: b\n", id="dossier cannot be read"),
        pytest.param("dossier.yaml", "schema: 1\n".encode("utf-16"), id="UTF-16"),
    ],
)
def test_what_is_not_safe_is_refused_as_a_whole(bestand: str, text: bytes, here: Path) -> None:
    (here / "assessments/oud" / bestand).write_bytes(text)
    before = snapshot(here)
    result = run(here, "migreer", "--schrijf")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert bestand in result.fout
    assert "niets geschreven" in " ".join(result.fout.split())
    assert snapshot(here) == before


def test_a_second_time_changes_nothing(here: Path) -> None:
    assert run(here, "migreer", "--schrijf").code == 0
    before = snapshot(here)
    result = run(here, "migreer", "--schrijf")
    assert result.code == 0
    assert "er is niets bij te werken" in result.uit
    assert snapshot(here) == before


def test_both_names_side_by_side_are_left_to_the_author(here: Path) -> None:
    path = here / "assessments/oud/dossier.yaml"
    replace_lines(path, ["      maximaal: 1.250"], ["      maximaal: 1.250", "      aantal_max: 9"])
    assert "VELD-NAAM" in [b["code"] for b in _findings(here)]
    assert run(here, "migreer", "--schrijf").code == 0
    assert "      maximaal: 1.250\n      aantal_max: 9\n" in path.read_text(encoding="utf-8")


def test_there_is_a_step_and_a_list_for_every_older_schema() -> None:
    assert [stap.van for stap in STAPPEN] == list(range(1, SCHEMA))
    for stap in STAPPEN:
        known = nieuw.fields_of(stap.van)
        assert known >= {f"{h.bestand}.{h.pad}" for h in stap.hernoemingen}
        assert {path.split(".")[0] for path in known} <= {"dossier", "punt", *PUNTEN}


def test_a_renamed_field_is_not_new_to_answer() -> None:
    labels = nieuw.new_fields(1, "dossier", {})
    assert not [label for label in labels if "aximale aantallen" in label]


@given(
    st.lists(st.text("abc: é", max_size=6), min_size=1, max_size=5),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_lines_that_are_not_edited_stay_the_same_bytes(texts: list[str], end: str) -> None:
    raw = end.join(texts).encode()
    assert Lines(raw).encode() == raw
    longer = Lines(raw)
    longer.insert(len(longer.lines), ["x: 1"])
    assert longer.encode().startswith(raw)
