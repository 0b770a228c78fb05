"""What an editor offers, tells and marks: the YAML language server with our schemas.

It comes with `.ci/validators`; without TK_VALIDATORS the tests are skipped and say so.
"""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from taalserver import Taalserver
from toetsingskader.commands.editor import schema_line
from voorbeelden.draaien import run
from voorbeelden.samenstellen import GOED, build

ROOT = Path(__file__).parents[1]
TOOLS = os.environ.get("TK_VALIDATORS", "")
PROGRAM = Path(TOOLS, "npm/node_modules/yaml-language-server/bin/yaml-language-server")

pytestmark = pytest.mark.skipif(
    not TOOLS, reason="needs the validators: TK_VALIDATORS=… bash .ci/validators"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of assessments that `editor` set up."""
    here = tmp_path_factory.mktemp("dossiers van BZ")
    assert run(here, "editor").code == 0
    (here / "assessments/mali").mkdir(parents=True)
    return here


def _settings(folder: Path, *, bound: bool) -> dict[str, Any]:
    """The settings as an editor passes them on, by their first word."""
    written = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = {"completion": True, "hover": True, "validate": True}
    found["schemaStore"] = {"enable": written["yaml.schemaStore.enable"]}
    found["schemas"] = written["yaml.schemas"] if bound else {}
    return {"yaml": found}


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Taalserver]:
    """The language server without the settings: the first line of a file must do."""
    running = Taalserver(PROGRAM, folder, _settings(folder, bound=False))
    yield running
    running.stop()


@pytest.fixture
def dossier(folder: Path, request: pytest.FixtureRequest) -> Path:
    """A dossier.yaml of its own for each test; the server reads it from the editor."""
    return Path(folder, "assessments", request.node.name, "dossier.yaml")


FIRST = schema_line("dossier") + "\n"


def _messages(found: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    places = ((d["range"]["start"], d["message"]) for d in found)
    return sorted((start["line"], start["character"], message) for start, message in places)


def test_fields_are_offered_with_their_meaning(server: Taalserver, dossier: Path) -> None:
    assert (
        server.open(dossier, f"{FIRST}titel: Mali\n\nbesluit:\n  orgaan: ministerraad\n  \n") == []
    )
    top = server.completion(dossier, 2, 0)
    assert {"kader", "peildatum", "missies", "brieven"} <= set(top)
    assert "titel" not in top
    assert "De dag waarop de gegevens zijn bijgewerkt." in top["peildatum"]["documentation"]
    inside = server.completion(dossier, 5, 2)
    assert {"uitkomst", "datum", "periode"} <= set(inside)
    assert not {"titel", "orgaan"} & set(inside)


@pytest.mark.parametrize("text", ["artikel: ", "artikel:\n  waarde: "], ids=["short", "long"])
def test_choices_are_offered_with_their_labels(
    text: str, server: Taalserver, dossier: Path
) -> None:
    server.open(dossier, f"{FIRST}{text}\n")
    last = text.splitlines()[-1]
    offered = server.completion(dossier, len(text.splitlines()), len(last))
    assert list(offered)[:2] == ["artikel_100_lid_1", "artikel_100_lid_2"]
    assert offered["artikel_97"]["documentation"]["value"] == "artikel 97 van de Grondwet"
    assert "onbekend" in offered
    assert not {"true", "false", "null", "vertrouwelijk"} & set(offered)


def test_choices_in_rows_are_offered(server: Taalserver, dossier: Path) -> None:
    server.open(dossier, f"{FIRST}brieven:\n  - kenmerk: x\n    soort: \n")
    assert {"artikel_100", "verlenging", "onbekend"} <= set(server.completion(dossier, 3, 11))


def test_no_fact_is_offered_as_if_it_were_known(server: Taalserver, dossier: Path) -> None:
    server.open(dossier, f"{FIRST}peildatum: \n")
    assert set(server.completion(dossier, 1, 11)) == {"onbekend"}
    server.open(dossier.with_name("x.yaml"), f"{FIRST}\n")
    for item in server.completion(dossier.with_name("x.yaml"), 1, 0).values():
        assert "2025" not in item["insertText"]


def test_hover_tells_what_may_stand_there(server: Taalserver, dossier: Path) -> None:
    server.open(dossier, f"{FIRST}peildatum: 12 mei 2026\nbesluit:\n  uitkomst: positief\n")
    date = server.hover(dossier, 1, 3)
    assert date.startswith("#### Peildatum\n")
    assert "De dag waarop de gegevens zijn bijgewerkt." in date
    assert "Hier past een datum, bijvoorbeeld: 26 februari 2025." in date
    choice = server.hover(dossier, 3, 5)
    assert choice.startswith("#### Stand van het besluit\n")
    assert "Kies uit: in onderzoek; positief; negatief; gedeeltelijk; beëindiging." in choice


def test_slips_are_marked_on_their_place_in_dutch(server: Taalserver, dossier: Path) -> None:
    text = f"{FIRST}titels: Mali\nartikel: artikel 101\nmissies: Mali\nbesluit:\n  uitkomst: ja\n"
    found = _messages(server.open(dossier, text))
    assert [(line, column) for line, column, _ in found] == [(1, 0), (2, 9), (3, 9), (5, 12)]
    told = [message for _, _, message in found]
    assert told[0].startswith("Hier horen velden: schema, kader, regelsets, titel, ")
    assert told[1].startswith("Dit is hier geen keuze. Kies uit: artikel 100, eerste lid, ")
    assert told[2] == "Hier hoort een lijst: zet elke regel op een nieuwe regel achter '- '."
    assert told[3].startswith("Dit is hier geen keuze. Kies uit: in onderzoek, positief, ")


def test_sources_are_helped_with_too(server: Taalserver, folder: Path) -> None:
    path = folder / "assessments/mali/bronnen.yaml"
    text = (
        f"{schema_line('bronnen')}\nreferences:\n  - id: x\n    title: y\n    type: rapport\n"
        "    url: www.x.nl\n    custom: {rang: krant}\n    \n"
    )
    found = [message for _, _, message in _messages(server.open(path, text))]
    assert found == [
        "Dit is geen soort bron. Gebruik een soort van CSL, zoals report, webpage of legislation.",
        "Dit is geen veld van een bron en wordt niet gebruikt. Bedoelde u 'URL'?",
        "Dit is hier geen keuze. Kies uit: officieel, onderzoek, media.",
    ]
    assert {"author", "issued", "URL"} <= set(server.completion(path, 7, 4))
    assert "PMCID" not in server.completion(path, 7, 4)
    assert "De sleutel waarmee de tekst naar deze bron verwijst" in server.hover(path, 2, 4)


def test_settings_bind_what_has_no_first_line(folder: Path) -> None:
    running = Taalserver(PROGRAM, folder, _settings(folder, bound=True))
    try:
        for naam, text in (("dossier", "titels: x\n"), ("bronnen", "bronnen: []\n")):
            path = folder / f"assessments/mali/{naam}.yaml"
            assert len(running.open(path, text)) == 1
        assert running.open(folder / "elders.yaml", "titels: x\n") == []
    finally:
        running.stop()


RECORDS = [*sorted((ROOT / "assessments").iterdir()), *sorted(GOED.iterdir())]


@pytest.mark.parametrize("record", RECORDS, ids=lambda p: p.name)
def test_nothing_is_marked_in_records_that_are_right(
    record: Path, server: Taalserver, folder: Path
) -> None:
    target = folder / "assessments" / f"goed-{record.name}"
    if record.parent == GOED:
        build(record, target)
    else:
        shutil.copytree(record, target)
    for naam in ("dossier", "bronnen"):
        path = target / f"{naam}.yaml"
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        first = "" if text.startswith("# yaml-language-server") else f"{schema_line(naam)}\n"
        assert server.open(path, first + text) == []
