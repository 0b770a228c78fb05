"""What machines read of a result: SARIF for code review, JUnit for the tests of a build."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from rapport_hulp import with_texts
from toetsing_voorbeeld import LEEG, VOORBEELD
from toetsingskader import __version__
from toetsingskader.commands.toets import exit_code, report
from toetsingskader.errors import ExitCode
from toetsingskader.toetsing import Ernst, Maatstaf, Plaats, Toetsing
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import FOUT, GOED, build

NASTY = "\x1b[31m\x00\u202e\ud800\ufffe]]> <b> & \" ' {0} [x](http://kwaad.nl)"
KWAAD = with_texts(VOORBEELD, lambda text: f"{text} {NASTY}")


def _runs(*toetsingen: Toetsing) -> list[dict[str, Any]]:
    log = json.loads(report(toetsingen, "sarif"))
    assert log["version"] == "2.1.0"
    runs: list[dict[str, Any]] = log["runs"]
    return runs


def _suites(*toetsingen: Toetsing, streng: bool = False) -> list[Element]:
    text = report(toetsingen, "junit", streng=streng)
    return list(fromstring(text.encode("utf-8")))


def _cases(suite: Element, child: str) -> dict[str, str]:
    """The text of this child by the name of its case."""
    cases = suite.findall("testcase")
    found = ((c.get("name", ""), c.find(child)) for c in cases)
    return {name: part.text or "" for name, part in found if part is not None}


def test_every_finding_is_a_result_with_its_rule_and_place() -> None:
    (run_,) = _runs(VOORBEELD)
    driver = run_["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("toetsingskader", __version__)
    assert len(run_["results"]) == len(VOORBEELD.bevindingen)
    for result, b in zip(run_["results"], VOORBEELD.bevindingen, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == b.code
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == b.plaats.bestand
        assert place["region"] == {"startLine": b.plaats.regel, "startColumn": b.plaats.kolom}
        assert result["message"]["text"].startswith(f"{b.ernst.label}: {b.tekst}")
        assert all(wie in result["message"]["text"] for wie in b.wie)
        assert ("suppressions" in result) is (b.aanvaard is not None)
    assert run_["columnKind"] == "unicodeCodePoints"
    notes = run_["invocations"][0]["toolExecutionNotifications"]
    assert [n["descriptor"]["id"] for n in notes] == ["R5"]


def test_an_accepted_finding_is_suppressed_with_its_reason() -> None:
    (accepted,) = (b.aanvaard for b in VOORBEELD.bevindingen if b.aanvaard)
    (run_,) = _runs(VOORBEELD)
    (given,) = (r["suppressions"] for r in run_["results"] if "suppressions" in r)
    assert given[0]["kind"] == "external"
    assert accepted.reden in given[0]["justification"]


@pytest.mark.parametrize("naam", ["t2-stemt-niet-in", "mc2-verdeeld", "ontbreekt-leeg-veld"])
def test_rules_say_what_they_mean_and_errors_are_what_fails(naam: str, tmp_path: Path) -> None:
    prepare(FOUT / naam, tmp_path)
    result = run(tmp_path, "toets", "--formaat", "sarif")
    (run_,) = json.loads(result.uit)["runs"]
    assert all(rule["shortDescription"]["text"] for rule in run_["tool"]["driver"]["rules"])
    errors = [r for r in run_["results"] if r["level"] == "error" and "suppressions" not in r]
    assert bool(errors) is (result.code == ExitCode.BEVINDINGEN)


def test_levels() -> None:
    (run_,) = _runs(VOORBEELD)
    for result, b in zip(run_["results"], VOORBEELD.bevindingen, strict=True):
        hard = b.ernst in (Ernst.ONGELDIG, Ernst.TEGENSTRIJDIG) and b.maatstaf is not Maatstaf.BRON
        assert (result["level"] == "error") is hard
        assert (result["kind"] == "fail") is (result["level"] != "none")


def test_fingerprints_stay_when_lines_move_and_differ_between_findings() -> None:
    moved = tuple(
        replace(b, plaats=replace(b.plaats, regel=b.plaats.regel + 7, kolom=2))
        for b in VOORBEELD.bevindingen
    )
    before, after = _runs(VOORBEELD), _runs(replace(VOORBEELD, bevindingen=moved))
    prints = [[r["partialFingerprints"] for r in x[0]["results"]] for x in (before, after)]
    assert prints[0] == prints[1]
    assert len({str(p) for p in prints[0]}) == len(prints[0])


@pytest.mark.parametrize(
    ("bestand", "uri"),
    [
        ("assessments/a b/één.md", "assessments/a%20b/%C3%A9%C3%A9n.md"),
        ("c:x/#1?.md", "c%3Ax/%231%3F.md"),
        ("../elders/kern.md", "../elders/kern.md"),
    ],
)
def test_addresses(bestand: str, uri: str) -> None:
    (first, *_) = VOORBEELD.bevindingen
    (run_,) = _runs(replace(LEEG, bevindingen=(replace(first, plaats=Plaats(bestand)),)))
    location = run_["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


def test_text_in_sarif_is_only_text() -> None:
    text = report([KWAAD], "sarif")
    text.encode("utf-8")
    assert not re.search(r"\\u001b|\\u0000|\u202e", text)
    (run_,) = _runs(KWAAD)
    for result in run_["results"]:
        assert "[x](" not in result["message"]["text"]
        assert "{{0}}" in result["message"]["text"]


def test_every_point_is_a_case_and_nothing_passes_that_is_not_complete() -> None:
    (suite,) = _suites(VOORBEELD)
    names = [c.get("name") for c in suite.findall("testcase")]
    assert names == ["Dossier", *(p.titel for p in VOORBEELD.punten)]
    failed, skipped = _cases(suite, "failure"), _cases(suite, "skipped")
    for p in VOORBEELD.punten:
        broken = any(b.breekt for b in p.bevindingen)
        done = (
            p.gevraagd
            and p.toestand.value == "ingevuld"
            and not any(b.belet for b in p.bevindingen)
        )
        assert (p.titel in failed) is broken
        assert (p.titel in skipped) is (not broken and not done)
    assert int(suite.get("tests", "")) == len(names)
    assert int(suite.get("failures", "")) == len(failed)
    assert int(suite.get("skipped", "")) == len(skipped)
    assert "niet gevraagd" in " ".join(skipped.values()).lower()


def test_all_findings_and_the_warning_are_in_the_output() -> None:
    (suite,) = _suites(VOORBEELD)
    output = "\n".join(_cases(suite, "system-out").values())
    assert [b for b in VOORBEELD.bevindingen if str(b) not in output] == []
    assert VOORBEELD.waarschuwing in (suite.findtext("system-out") or "")
    properties = {p.get("name"): p.get("value") for p in suite.iter("property")}
    assert properties["punten"] == "3 van 7 gevraagde punten ingevuld"


@pytest.mark.parametrize("streng", [False, True])
@pytest.mark.parametrize(
    "naam", ["ontbreekt-leeg-veld", "mc2-verdeeld", "k1c-totaal", "veld-keuze", "aanvaard"]
)
def test_cases_fail_as_the_command_does(naam: str, streng: bool, tmp_path: Path) -> None:
    prepare(FOUT / naam, tmp_path)
    result = run(tmp_path, "toets", "--formaat", "junit", *(["--streng"] if streng else []))
    root = fromstring(result.uit)
    assert (int(root.get("failures", "")) > 0) is (result.code == ExitCode.BEVINDINGEN)


@pytest.mark.parametrize("streng", [False, True])
@pytest.mark.parametrize(
    "naam", ["ontbreekt-leeg-veld", "mc2-verdeeld", "k1c-totaal", "veld-keuze", "aanvaard"]
)
def test_in_short_a_line_for_each_finding_that_fails(
    naam: str, streng: bool, tmp_path: Path
) -> None:
    prepare(FOUT / naam, tmp_path)
    result = run(tmp_path, "toets", "--formaat", "kort", *(["--streng"] if streng else []))
    about, *findings, counts = result.uit.splitlines()
    assert "nog niet vergeleken" in about
    assert bool(findings) is (result.code == ExitCode.BEVINDINGEN)
    assert all(re.match(r"assessments/dossier/[^:]+:\d+:\d+: ", line) for line in findings)
    assert counts.startswith("assessments/dossier (fictief): ")


def test_text_in_short_is_only_text() -> None:
    shown = report([KWAAD], "kort", streng=True)
    assert len(shown.splitlines()) == len(report([VOORBEELD], "kort", streng=True).splitlines())
    assert "\x1b" not in shown
    assert "[U+001B]" in shown


def test_junit_fails_as_the_command_does_on_the_example() -> None:
    for streng in (False, True):
        for toetsing in (VOORBEELD, LEEG):
            (suite,) = _suites(toetsing, streng=streng)
            fails = exit_code(toetsing, streng=streng) == ExitCode.BEVINDINGEN
            assert bool(_cases(suite, "failure")) is fails


def test_text_in_junit_is_only_text() -> None:
    (suite,) = _suites(KWAAD)
    plain = with_texts(VOORBEELD, lambda text: f"{text} gewoon")
    assert [e.tag for e in suite.iter()] == [e.tag for e in _suites(plain)[0].iter()]
    assert "[U+001B][31m[U+0000][U+202E][U+D800][U+FFFE]]]> <b> & \" '" in suite.get("name", "")


@pytest.mark.parametrize("formaat", ["sarif", "junit"])
def test_all_records_go_into_one_file(formaat: str, tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    build(GOED / "alles", tmp_path / "assessments/alles")
    name = {"sarif": "uit.sarif", "junit": "uit.xml"}[formaat]
    assert run(tmp_path, "toets", "--naar", name).code == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    if formaat == "sarif":
        ids = [r["automationDetails"]["id"].split("/")[1] for r in json.loads(text)["runs"]]
    else:
        ids = [suite.get("name", "") for suite in fromstring(text.encode("utf-8"))]
    assert ids == ["alles", "dossier"]
