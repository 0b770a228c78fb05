"""VS Code set up by `editor`: current files, marks on the right places, snippets that fit."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toetsingskader.commands.editor import editor_files, schema_line
from toetsingskader.errors import ExitCode
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.veld import find_field
from toetsingskader.naslag.snippets import snippets
from toetsingskader.rapport.volgen import EINDE
from toetsingskader.record import Record
from toetsingskader.source import parse_markdown, parse_yaml
from toetsingskader.toetsing import Ernst
from toetsingskader.validation import read_bronnen, validate
from toetsingskader.validation.salvage import salvage
from volgen import followed
from voorbeelden.draaien import run, snapshot
from voorbeelden.samenstellen import FOUT, GOED, build, replace_lines
from vscode import Collector, Mark, expand

ROOT = Path(__file__).parents[1]
Golden = Callable[[str, str], None]
SNIPPETS = snippets()


@pytest.mark.parametrize("path", list(editor_files()), ids=str)
def test_the_files_of_this_repository_are_current(path: Path, golden: Golden) -> None:
    golden(f"../../{path}", editor_files()[path])


@pytest.mark.parametrize("record", sorted((ROOT / "assessments").iterdir()), ids=lambda p: p.name)
@pytest.mark.parametrize("naam", ["dossier", "bronnen"])
def test_our_own_records_name_their_schema(naam: str, record: Path) -> None:
    text = (record / f"{naam}.yaml").read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert first == schema_line(naam)
    assert (record / first.partition("=")[2]).resolve() == ROOT / f"docs/schema/{naam}.schema.json"


def test_it_writes_the_files_and_says_so(tmp_path: Path) -> None:
    result = run(tmp_path, "editor")
    assert (result.code, result.fout) == (ExitCode.GOED, "")
    assert set(snapshot(tmp_path)) == {path.as_posix() for path in editor_files()}
    for path in editor_files():
        assert f"{path.as_posix()}: geschreven\n" in result.uit
    assert f"dossier.yaml: {schema_line('dossier')}\n" in result.uit
    before = snapshot(tmp_path)
    again = run(tmp_path, "editor", "--vernieuw")
    assert "geschreven" not in again.uit
    assert snapshot(tmp_path) == before


def test_it_leaves_what_a_user_made(tmp_path: Path) -> None:
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.fontSize": 18}', encoding="utf-8")
    for option in ([], ["--vernieuw"]):
        result = run(tmp_path, "editor", *option)
        assert ".vscode/settings.json: is van uzelf en blijft zoals het is\n" in result.uit
        assert "toetsingskader editor --naar MAP" in result.uit
        assert settings.read_text(encoding="utf-8") == '{"editor.fontSize": 18}'
    assert run(tmp_path, "editor", "--naar", "leeg").code == ExitCode.GOED
    assert (tmp_path / "leeg/.vscode/settings.json").is_file()


def test_what_an_earlier_version_made_is_replaced_when_asked(tmp_path: Path) -> None:
    run(tmp_path, "editor")
    schema = tmp_path / "docs/schema/dossier.schema.json"
    current = schema.read_text(encoding="utf-8")
    schema.write_text(current.replace("Peildatum", "Datum"), encoding="utf-8")
    kept = run(tmp_path, "editor")
    assert "docs/schema/dossier.schema.json: is van een andere versie; " in kept.uit
    assert schema.read_text(encoding="utf-8") != current
    assert "dossier.schema.json: geschreven" in run(tmp_path, "editor", "--vernieuw").uit
    assert schema.read_text(encoding="utf-8") == current


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / ".vscode/tasks.json").mkdir(parents=True)
    assert "tasks.json: is van uzelf" in run(tmp_path, "editor").uit
    (tmp_path / "docs").rename(tmp_path / "weg")
    (tmp_path / "docs").write_text("", encoding="utf-8")
    assert run(tmp_path, "editor").code == ExitCode.UITVOER_MISLUKT


def test_it_writes_nothing_in_a_record(tmp_path: Path) -> None:
    record = build(GOED / "volledig", tmp_path / "assessments/mali")
    before = snapshot(tmp_path)
    for here, option in ((record, []), (tmp_path, ["--naar", "assessments/mali"])):
        result = run(here, "editor", *option)
        assert result.code == ExitCode.VERKEERD_GEBRUIK
        assert "ligt in de map van een beoordeling" in result.fout
    assert snapshot(tmp_path) == before


# Marks


def task() -> dict[str, Any]:
    """The task as VS Code reads it."""
    tasks: list[dict[str, Any]] = json.loads(editor_files()[Path(".vscode/tasks.json")])["tasks"]
    (only,) = tasks
    return only


ERNST = {
    Ernst.ONGELDIG: "error",
    Ernst.TEGENSTRIJDIG: "error",
    Ernst.ONTBREEKT: "warning",
    Ernst.LET_OP: "warning",
    Ernst.TER_INFORMATIE: "info",
}


def expected(here: Path, record: str) -> list[Mark]:
    """The marks there should be, from the report in JSON."""
    result = run(here, "toets", record, "--formaat", "json")
    return sorted(
        Mark(
            b["plaats"]["bestand"],
            b["plaats"]["regel"],
            b["plaats"]["kolom"],
            ERNST[Ernst(b["ernst"])],
            b["code"],
            f"{Ernst(b['ernst']).label} {b['code']}: {b['tekst']} → {', '.join(b['wie'])}",
        )
        for b in json.loads(result.uit)["bevindingen"]
        if not b["aanvaard"]
    )


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A record with a space in its name and a finding of every severity."""
    record = build(FOUT / "cb1-geen-akkoord", tmp_path / "assessments/Mali en Niger: 2026")
    (record / "bijlagen").mkdir(exist_ok=True)
    (record / "bijlagen/los.csv").write_text("post;bedrag\nx;1\n", encoding="utf-8")
    (record / "notities van gisteren.md").write_text("x", encoding="utf-8")
    (record / "mogen/draagvlak.md").unlink()
    replace_lines(record / "kunnen/operatie.md", [], ["verzonnen: x"])
    return record


def test_every_finding_is_marked_on_its_place(everything: Path, tmp_path: Path) -> None:
    definition = task()
    file = "assessments/Mali en Niger: 2026/kern.md"
    arguments = [file if isinstance(a, dict) else a for a in definition["args"]]
    assert (definition["command"], arguments[0]) == ("toetsingskader", "volg")
    screen = Collector(definition["problemMatcher"])
    assert screen.busy
    with followed(tmp_path, *arguments[1:]) as volg:
        screen.process(volg.until(EINDE).splitlines())
        assert not screen.busy
        first = screen.shown
        assert first == expected(tmp_path, everything.name)
        (name,) = [mark for mark in first if mark.code == "VELD-NAAM"]
        text = (tmp_path / name.file).read_text(encoding="utf-8").splitlines()
        assert text[name.line - 1][name.column - 1 :].startswith("verzonnen")
        ernst = {mark.message.split(" ", 1)[0] for mark in first}
        assert ernst == {"ongeldig", "tegenstrijdig", "ontbreekt", "let", "ter"}
        replace_lines(everything / "kunnen/operatie.md", ["verzonnen: x"], [])
        (everything / "notities van gisteren.md").unlink()
        replace_lines(everything / "kern.md", [], ["[@bestaat-niet]"])
        screen.process(volg.until(EINDE).splitlines())
    second = expected(tmp_path, everything.name)
    assert screen.shown == second
    assert {m.code for m in first} - {m.code for m in second} >= {"VELD-NAAM", "MAP-ONBEKEND"}
    assert {m.code for m in second} - {m.code for m in first} == {"BRON-SLEUTEL"}


def test_nothing_else_that_is_said_is_marked(everything: Path, tmp_path: Path) -> None:
    """What came and went is told in the same words, and must not be marked twice or for ever."""
    screen = Collector(task()["problemMatcher"])
    with followed(tmp_path, "--formaat", "editor", "--alleen-toetsen") as volg:
        screen.process(volg.until(EINDE).splitlines())
        replace_lines(everything / "kunnen/operatie.md", ["verzonnen: x"], ["verzonnen_2: x"])
        said = volg.until(EINDE)
        assert "\nerbij: " in said
        assert "\nweg: " in said
        screen.process(said.splitlines())
        shutil.rmtree(everything)
        gone = volg.until("is er niet")
        before = screen.shown
        screen.process(gone.splitlines())
        assert screen.shown == before
    assert len(set(screen.shown)) == len(screen.shown)


# Snippets


def model_of(naam: str) -> type[Blok] | None:
    """The model of the file that a snippet is for; None for the sources."""
    om = naam.partition(".")[0]
    return {"dossier": Dossier, "bron": None, "punt": PUNTEN["mandaat"], **PUNTEN}[om]


def test_every_point_and_field_has_one() -> None:
    assert set(PUNTEN) <= set(SNIPPETS)
    assert {"mandaat.rechtsgronden", "punt.open", "dossier.brieven", "bron"} <= set(SNIPPETS)
    for naam, snippet in SNIPPETS.items():
        assert snippet["prefix"] == naam
        assert snippet["description"]


@pytest.mark.parametrize("naam", SNIPPETS)
@pytest.mark.parametrize("last", [False, True])
def test_as_it_comes_it_can_be_read(last: bool, naam: str) -> None:
    """Untouched, and with the last of each choice; nothing in it is an answer that nobody gave."""
    text = expand(SNIPPETS[naam]["body"], lambda words: words[-1 if last else 0])
    model = model_of(naam)
    if model is None:
        text = expand(SNIPPETS[naam]["body"], lambda words: words[-1], "'2025'")
        source = parse_yaml(f"references:\n{text}".encode())
        assert [f for f in source.faults if not f.let_op] == []
        codes = {code for _, code, _ in read_bronnen(source)[1]}
        assert codes == {"BRONNEN-URL"}
        return
    sleutel = "dossier" if model is Dossier else naam.partition(".")[0].replace("punt", "mandaat")
    if model is not Dossier and not text.startswith("---"):
        text = f"---\n{text}---\n"
    source = (parse_yaml if model is Dossier else parse_markdown)(text.encode())
    found = validate(Record("x", "x", {sleutel: source}, ()))[1]
    assert [str(b) for b in found if b.ernst is Ernst.ONGELDIG] == []
    if not last:
        answers = {w for w in text.replace("-", " ").split() if not w.endswith(":")}
        assert answers <= {"onbekend"}


@pytest.mark.parametrize("naam", [n for n in SNIPPETS if n != "bron"])
def test_filled_in_as_its_help_says_it_can_be_read(naam: str) -> None:
    model = model_of(naam)
    assert model
    text = expand(SNIPPETS[naam]["body"], lambda words: words[1], "HIER")
    parse = parse_markdown if text.startswith("---") else parse_yaml
    data = _filled(model, parse(text.encode()).data)
    assert salvage(model, data, {}).gebreken == ()


def _filled(model: type[Blok], data: Any, pad: tuple[str | int, ...] = ()) -> Any:
    if isinstance(data, dict):
        return {key: _filled(model, value, (*pad, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled(model, value, (*pad, i)) for i, value in enumerate(data)]
    if data != "HIER":
        return data
    veld = find_field(model, pad)[0]
    assert veld
    assert veld.waardetype
    return veld.waardetype.example.strip("'")
