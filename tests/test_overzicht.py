"""All assessments in one overview: what each row says, its order, and that many stay quick."""

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from rapport_hulp import Pagina
from toetsingskader.commands import velen
from toetsingskader.errors import ExitCode, ToolError
from toetsingskader.rapport.kolommen import cellen
from voorbeelden.draaien import run
from voorbeelden.samenstellen import FOUT, GOED, OWN, build, replace_lines

TITEL = "titel: Nederlandse bijdrage aan de missies op en rond Bouveteiland"
STAP = "  - {stap: verzending, datum: 15 mei 2026, status: gepland, wie: BZ/DVB}"
EXAMPLES = {
    "goed": GOED / "volledig",
    "leeg-veld": FOUT / "ontbreekt-leeg-veld",
    "tegenstrijdig": FOUT / "kamer-vooraf",
    "onleesbaar-veld": FOUT / "veld-keuze",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with four records."""
    for naam, example in EXAMPLES.items():
        build(example, tmp_path / "assessments" / naam)
    return tmp_path


def _rows(here: Path, *argumenten: str) -> dict[str, dict[str, Any]]:
    data = json.loads(run(here, "overzicht", *argumenten, "--formaat", "json").uit)
    return {r["slug"]: r for r in data["beoordelingen"]}


def test_a_row_says_the_same_as_the_report(here: Path) -> None:
    rows = _rows(here)
    assert set(rows) == set(EXAMPLES)
    for naam, row in rows.items():
        report = json.loads(run(here, "toets", naam, "--formaat", "json").uit)
        s = report["samenvatting"]
        assert row["houdt_tegen"] == s["belet_definitief"]
        assert row["tegenstrijdig"] == s["bevindingen"]["tegenstrijdig"]
        assert (row["ingevuld"], row["gevraagd"]) == (
            s["punten"]["ingevuld"],
            s["punten"]["gevraagd"],
        )
        assert row["besluit"] == report["dossier"]["uitkomst"]
        most = max((t["belet"] for t in s["taken"]), default=0)
        assert row["meeste_aantal"] == most
        assert row["meeste_open"] in {t["wie"] for t in s["taken"] if t["belet"] == most} | {""}


def test_a_planned_step_is_a_deadline_and_a_done_one_is_not(here: Path) -> None:
    # The step of 2 March is done; of the one of 15 May the record says that it is planned.
    row = _rows(here, "goed")["goed"]
    assert (row["termijn"], row["termijn_van"]) == ("15 mei 2026", "verzending")
    assert not row["verstreken"]


def test_a_deadline_before_the_peildatum_has_passed(here: Path) -> None:
    dossier = here / "assessments/goed/dossier.yaml"
    replace_lines(dossier, [STAP], [STAP.replace("15 mei", "11 mei")])
    assert _rows(here, "goed")["goed"]["verstreken"]
    assert "11 mei 2026 (verstreken): verzending" in _flat_column(run(here, "overzicht").uit)


def test_a_past_step_without_status_is_over(here: Path) -> None:
    dossier = here / "assessments/goed/dossier.yaml"
    replace_lines(dossier, [STAP], ["  - {stap: verzending, datum: 11 mei 2026}"])
    assert _rows(here, "goed")["goed"]["termijn"] == "2029"


def test_an_open_question_may_be_due_first(here: Path) -> None:
    punt = here / "assessments/goed/kunnen/haalbaarheid.md"
    vraag = ["open:", "  - {vraag: Wat kost het?, wie: FEZ Def, uiterlijk: 13 mei 2026}"]
    replace_lines(punt, [], vraag)
    row = _rows(here, "goed")["goed"]
    assert (row["termijn"], row["termijn_van"]) == ("13 mei 2026", "open vraag")
    assert (row["meeste_open"], row["meeste_aantal"]) == ("FEZ Def", 1)


def test_the_earliest_deadline_stands_first_then_what_is_kept_back_most(here: Path) -> None:
    dossier = here / "assessments/goed/dossier.yaml"
    replace_lines(dossier, [STAP], [STAP.replace("15 mei", "14 mei")])
    rows = [*_rows(here).values()]
    assert rows[0]["slug"] == "goed"
    blocking = [r["houdt_tegen"] for r in rows[1:]]
    assert blocking == sorted(blocking, reverse=True)
    assert len({r["termijn"] for r in rows[1:]}) == 1


def test_what_cannot_be_opened_is_a_row_and_stops_nothing(here: Path) -> None:
    (here / "assessments/kapot").mkdir()
    result = run(here, "overzicht")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "assessments/kapot: In de map 'assessments/kapot' staat geen bestand" in result.fout
    assert "kapot: niet te lezen" in result.uit
    assert "5 beoordelingen: 1 waarbij niets" in " ".join(result.uit.split())
    assert "1 niet te lezen" in " ".join(result.uit.split())
    rows = _rows(here)
    assert list(rows)[-1] == "kapot"
    assert rows["kapot"]["houdt_tegen"] is None
    assert "geen bestand dossier.yaml" in rows["kapot"]["fout"]
    page = Pagina(run(here, "overzicht", "--formaat", "html").uit)
    assert "kapot niet te lezen In de map" in page.tekst


def test_a_name_that_is_not_there_is_a_row_too(here: Path) -> None:
    result = run(here, "overzicht", "goed", "bestaat-niet")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "bestaat-niet: niet te lezen" in _flat_column(result.uit)
    assert "Bouveteiland" in result.uit


def test_our_own_records_in_the_terminal() -> None:
    result = run(OWN, "overzicht")
    assert (result.code, result.fout) == (0, "")
    assert max(map(cellen, result.uit.splitlines())) <= 80


def test_records_with_one_title_are_told_apart(here: Path) -> None:
    assert "(map leeg-veld)" in _flat_column(run(here, "overzicht").uit)


def _flat_column(text: str) -> str:
    """What stands in a table, with the lines of each column of a row joined."""
    lines = [line for line in text.splitlines() if line.strip()]
    widths = [(0, 26), (28, 36), (38, 43), (45, 53), (55, 68), (70, 80)]
    return " ".join(" ".join(line[a:b].strip() for line in lines) for a, b in widths)


def test_the_page_stands_alone_and_is_accessible(here: Path) -> None:
    hostile = "titel: 'A <b>vet</b> & \"citaat\" <script>x</script>'"
    replace_lines(here / "assessments/goed/dossier.yaml", [TITEL], [hostile])
    page = Pagina(run(here, "overzicht", "--formaat", "html").uit)
    tags = [tag for tag, _ in page.elementen]
    assert not set(tags) & {"script", "link", "img", "iframe", "b"}
    assert 'A <b>vet</b> & "citaat" <script>x</script>' in page.tekst
    assert tags.count("table") == tags.count("caption") == tags.count("h1") == 1
    assert all("scope" in attrs for tag, attrs in page.elementen if tag == "th")
    assert ("html", {"lang": "nl"}) in page.elementen
    assert page.waarden("href") == ["#inhoud"]  # no report was written yet


@pytest.mark.parametrize("target", ["index.html", "uitvoer/index.html", "elders/diep/index.html"])
def test_links_lead_to_the_reports_from_where_the_page_is(target: str, here: Path) -> None:
    (here / "assessments/goed").rename(here / "assessments/goed #1")
    for naam in ("goed #1", "leeg-veld"):
        run(here, "toets", naam, "--naar", f"uitvoer/{naam}/volledigheid.html")
    assert run(here, "overzicht", "--naar", target).code == 0
    page = here / target
    links = Pagina(page.read_text(encoding="utf-8")).waarden("href")[1:]
    found = {(page.parent / unquote(link)).resolve() for link in links}
    reports = {here / f"uitvoer/{naam}/volledigheid.html" for naam in ("goed #1", "leeg-veld")}
    assert found == {p.resolve() for p in reports}


def test_maak_of_everything_writes_the_page_beside_the_reports(tmp_path: Path) -> None:
    for naam in ("een", "twee"):
        build(GOED / "volledig", tmp_path / "assessments" / naam)
    (tmp_path / "assessments/kapot").mkdir()
    result = run(tmp_path, "maak", "--kamer", "tweede", "--brief", "kennisgeving")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    index = tmp_path / "uitvoer/index.html"
    assert "uitvoer/index.html" in result.uit
    page = Pagina(index.read_text(encoding="utf-8"))
    assert set(page.waarden("href")[1:]) == {"een/volledigheid.html", "twee/volledigheid.html"}
    assert "kapot niet te lezen" in page.tekst
    before = index.read_bytes()
    run(tmp_path, "maak", "een", "--kamer", "tweede", "--brief", "kennisgeving")
    assert index.read_bytes() == before


def test_many_records_in_processes_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = velen.MANY + 3
    for i in range(number):
        record = build(GOED / "volledig", tmp_path / f"assessments/r{i:02}")
        replace_lines(record / "dossier.yaml", [TITEL], [f"titel: Nummer {i}"])
    (tmp_path / "assessments/kapot").mkdir()
    calls = (["overzicht"], ["overzicht", "--formaat", "json"], ["zoek", "haven", "dag"])
    in_processes = [run(tmp_path, *call) for call in calls]
    monkeypatch.setattr(velen, "MANY", 1000)
    assert [run(tmp_path, *call) for call in calls] == in_processes
    assert f"{number + 1} beoordelingen:" in " ".join(in_processes[0].uit.split())


@pytest.mark.parametrize("naam", ["x.md", "x.docx"])
def test_a_form_it_does_not_have(naam: str, here: Path) -> None:
    result = run(here, "overzicht", "--naar", naam)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert re.search(r"eindigt op een van: \.txt, \.html, \.json\.", result.fout)
    assert not (here / naam).exists()


def test_it_writes_nothing_in_a_record(here: Path) -> None:
    result = run(here, "overzicht", "--naar", "assessments/goed/x.html")
    assert result.code == ExitCode.VERKEERD_GEBRUIK


def test_a_process_that_the_system_ended_is_said() -> None:
    with pytest.raises(ToolError, match="noem minder beoordelingen"):
        # Ends the process that does it, as a system does when memory is full.
        [*velen.for_each(os._exit, range(velen.MANY + 1))]
