"""What changed between two versions of a record: by what things are, in words a person reads."""

import html
import json
import re
from datetime import date
from pathlib import Path

import pytest

from teksten import docx_text
from test_versie import RECORD, change, commit, git, here
from toetsingskader.errors import ExitCode
from toetsingskader.waarden.datum import recent_day, with_year
from voorbeelden.draaien import run
from voorbeelden.samenstellen import replace_lines

__all__ = ["here"]


def edit(here: Path, bestand: str, old: str, new: str) -> None:
    path = here / RECORD / bestand
    text = path.read_text(encoding="utf-8")
    assert old in text, bestand
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_facts_words_sources_and_findings(here: Path) -> None:
    run(here, "versie", "naar MR")
    edit(here, "kunnen/eenheden.md", "aantal_max: 180", "aantal_max: 185")
    edit(here, "kern.md", "duurt van 1 september 2026", "loopt van 2 september 2026")
    edit(here, "bronnen.yaml", "title: ", "title: Herziene ")
    result = run(here, "vergelijk")
    assert (result.code, result.fout) == (0, "")
    shown = " ".join(result.uit.split())
    assert "tussen versie 1, naar MR (" in shown
    assert ": 180 → 185" in shown
    assert "[-duurt-] [+loopt+] van [-1-] [+2+] september 2026" in shown
    assert "Herziene" in shown
    assert "Bevindingen die erbij zijn gekomen" in shown
    assert all(len(line) <= 80 for line in result.uit.splitlines())


def test_order_wrapping_and_spelling_are_no_change(here: Path) -> None:
    run(here, "versie", "naar MR")
    kern = here / RECORD / "kern.md"
    words = kern.read_text(encoding="utf-8").replace(". ", ".\n")
    kern.write_text(words, encoding="utf-8")
    edit(here, "dossier.yaml", "peildatum: 12 mei 2026", "peildatum: 2026-05-12")
    rows = ["  - soort: technische briefing", "    kamer: tweede"]
    replace_lines(here / RECORD / "dossier.yaml", rows, [rows[0], "    kamer: Tweede"])
    path = here / RECORD / "dossier.yaml"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("  - soort: kennisgeving"), text.index("  - soort: technische briefing")
    after = text.index("brieven:")
    path.write_text(
        text[:begin] + text[end:after].rstrip() + "\n" + text[begin:end] + "\n" + text[after:],
        encoding="utf-8",
    )
    shown = run(here, "vergelijk").uit
    assert "Er is niets gewijzigd" in " ".join(shown.split()), shown


def test_a_row_is_known_by_its_name_and_one_that_was_renamed_by_the_rest(here: Path) -> None:
    run(here, "versie", "naar MR")
    edit(here, "dossier.yaml", "onderwerp: De opdracht en de eenheden", "onderwerp: De eenheden")
    edit(here, "willen/politieke-context.md", "naam: NO,", "naam: IJsland,")
    shown = " ".join(run(here, "vergelijk").uit.split())
    assert "De opdracht en de eenheden → De eenheden" in shown
    assert "Noorwegen → IJsland" in shown
    assert "nieuw:" not in shown


@pytest.mark.parametrize("formaat", ["markdown", "html"])
def test_other_forms_say_the_same(here: Path, formaat: str) -> None:
    run(here, "versie", "naar MR")
    edit(here, "kern.md", "duurt van", "loopt <b>van")
    shown = run(here, "vergelijk", "--formaat", formaat).uit
    assert "loopt" in shown
    assert "<b>" not in shown
    assert ("<del>" in shown) is (formaat == "html")


def test_a_version_is_named_by_number_name_day_or_commit(here: Path) -> None:
    first = git(here, "rev-parse", "HEAD")
    run(here, "versie", "naar MR")
    change(here)
    commit(here)
    for arguments in (["--versie", "1"], ["--versie", "Naar MR"], ["--revisie", first]):
        assert "Erbij." in run(here, "vergelijk", *arguments).uit
    assert "niets gewijzigd" in run(here, "vergelijk", "--revisie", "HEAD").uit
    future = run(here, "vergelijk", "--sinds", "1 januari 2150")
    assert "niets gewijzigd" in future.uit


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--versie", "9"], ExitCode.VERKEERD_GEBRUIK, "Er is: 1, naar MR ("),
        (["--sinds", "1 januari 2000"], ExitCode.INVOER_ONTOEGANKELIJK, "nog niet in git"),
        (["--sinds", "morgen"], ExitCode.VERKEERD_GEBRUIK, "is geen dag. Noem een dag"),
        (["--revisie", "--help"], ExitCode.VERKEERD_GEBRUIK, "Git kent geen '--help'"),
        (["--versie", "1", "--sinds", "1 mei"], ExitCode.VERKEERD_GEBRUIK, "Kies één van"),
        (["bestaatniet"], ExitCode.INVOER_ONTOEGANKELIJK, "niet gevonden"),
    ],
)
def test_what_cannot_be_compared(
    here: Path, arguments: list[str], code: ExitCode, says: str
) -> None:
    run(here, "versie", "naar MR")
    result = run(here, "vergelijk", *arguments)
    assert (result.code, result.uit) == (code, "")
    assert says in result.fout


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("gisteren", date(2026, 11, 24)),
        (" Eergisteren", date(2026, 11, 23)),
        ("maandag", date(2026, 11, 23)),
        ("woensdag", date(2026, 11, 18)),
        ("zondag", date(2026, 11, 22)),
        ("12 maart", None),
    ],
)
def test_a_day_by_its_name_is_the_last_one(text: str, day: date | None) -> None:
    assert recent_day(text, date(2026, 11, 25)) == day  # a Wednesday


def test_that_something_is_older_is_no_news(here: Path) -> None:
    run(here, "versie", "naar MR")
    edit(here, "dossier.yaml", "peildatum: 12 mei 2026", "peildatum: 13 mei 2026")
    data = json.loads(run(here, "toets", "--formaat", "json").uit)["wijzigingen"]
    assert data["bevindingen_erbij"] == data["bevindingen_weg"] == []


def test_a_report_names_its_own_version(here: Path) -> None:
    run(here, "versie", "naar MR")
    assert "Versie            1, naar MR (" in run(here, "toets").uit
    assert "daarna gewijzigd" not in run(here, "toets").uit
    edit(here, "kunnen/eenheden.md", "aantal_max: 180", "aantal_max: 185")
    assert "), daarna gewijzigd" in " ".join(run(here, "toets").uit.split())


def test_a_record_that_is_new_has_nothing_to_compare_with(here: Path) -> None:
    (here / "assessments/nieuw").mkdir()
    (here / "assessments/nieuw/dossier.yaml").write_text("titel: x\n", encoding="utf-8")
    assert run(here, "vergelijk", "nieuw").code == ExitCode.INVOER_ONTOEGANKELIJK
    old = run(here, "vergelijk", "nieuw", "--revisie", "HEAD")
    assert old.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "was 'assessments/nieuw' er nog niet" in old.fout


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("12 maart", "12 maart 2026"),
        ("25 november", "25 november 2026"),
        ("12 dec.", "12 dec. 2025"),
        ("29 februari", "29 februari 2024"),
        ("31 juni", "31 juni"),
        ("12 maart 2024", "12 maart 2024"),
        ("gisteren", "gisteren"),
    ],
)
def test_a_day_without_a_year_is_the_last_one(text: str, full: str) -> None:
    assert with_year(text, date(2026, 11, 25)) == full


def test_every_report_says_what_changed_since_the_last_version(here: Path) -> None:
    assert "Gewijzigd sinds" not in run(here, "toets").uit
    run(here, "versie", "naar MR")
    assert "er is niets gewijzigd" in run(here, "toets").uit
    edit(here, "kunnen/eenheden.md", "aantal_max: 180", "aantal_max: 185")
    commit(here)
    run(here, "versie", "na de MR")
    edit(here, "kern.md", "duurt van", "loopt van")
    shown = run(here, "toets").uit
    assert "Gewijzigd sinds versie 2, na de MR (" in shown
    assert "185" not in shown.split("Wie is aan zet")[0]
    since_first = run(here, "toets", "--versie", "1").uit
    assert "Gewijzigd sinds versie 1, naar MR (" in since_first
    assert "1 gegeven" in since_first
    assert run(here, "toets", "--versie", "9").code == ExitCode.VERKEERD_GEBRUIK
    assert run(here, "maak").code == 0
    out = here / "uitvoer/dossier"
    assert "<ins>" in (out / "volledigheid.html").read_text(encoding="utf-8")
    assert "Gewijzigd sinds versie 2" in docx_text((out / "oplegger.docx").read_bytes())
    data = json.loads((out / "volledigheid.json").read_text(encoding="utf-8"))
    assert [d["sleutel"] for d in data["wijzigingen"]["delen"]] == ["kern"]


@pytest.mark.parametrize("formaat", ["tekst", "markdown", "html"])
def test_approvals_that_fell_came_and_went(formaat: str, here: Path) -> None:
    run(here, "versie", "naar MR")
    assert approved(here, "mandaat", "akkoord") == approved(here, "eenheden", "akkoord") == 0
    commit(here)
    run(here, "versie", "na MR")
    edit(here, "mogen/mandaat.md", "status: verkregen", "status: gevraagd")
    assert approved(here, "risicos", "niet_akkoord", "--reden", "De dreiging is te laag.") == 0
    shown = words_of(run(here, "vergelijk", "--formaat", formaat).uit)
    assert "Parafen (1 paraaf vervallen, 1 andere wijziging)" in shown
    assert "paraaf van BZ/DVB, niet vereist: vervallen (was geldig); " in shown
    assert "sindsdien gewijzigd: het veld 'Rechtsgronden'" in shown
    assert "paraaf van BZ/DVB, niet vereist, nieuw: niet akkoord; " in shown
    assert "Eenheden" not in shown.split("Parafen (")[1].split("Bevindingen")[0]
    first = words_of(run(here, "toets").uit)
    assert "1 paraaf vervallen, 1 andere wijziging" in first
    # From before they were registered: the one that still holds is new, the other is void now.
    earlier = words_of(run(here, "vergelijk", "--versie", "1", "--formaat", formaat).uit)
    assert "Parafen (1 paraaf vervallen, 2 andere wijzigingen)" in earlier
    (here / RECORD / "parafen.yaml").unlink()
    shown = words_of(run(here, "vergelijk", "--formaat", formaat).uit)
    assert "Parafen (geen parafen vervallen, 2 andere wijzigingen)" in shown
    assert "niet meer geregistreerd (was geldig)" in shown


def approved(here: Path, punt: str, uitkomst: str, *more: str) -> int:
    given = ("--namens", "BZ/DVB", "--soort", "paraaf", "--versie", "1", "--op", "2 mei 2026")
    return run(here, "paraaf", punt, "--uitkomst", uitkomst, *given, *more).code


def words_of(text: str) -> str:
    """Without the marks of a format."""
    plain = html.unescape(re.sub(r"<[^>]+>", "", text)).replace("\\", "")
    return " ".join(plain.split())
