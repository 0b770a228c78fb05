"""Searching records: what is found, where it stands, and how it is shown."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from toetsingskader.errors import ExitCode
from toetsingskader.rapport.kolommen import cellen
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED, OWN, build, replace_lines

RECORD = "assessments/dossier"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    prepare(GOED / "volledig", tmp_path)
    return tmp_path


def _hits(here: Path, *argumenten: str) -> list[dict[str, Any]]:
    hits: list[dict[str, Any]] = json.loads(
        run(here, "zoek", *argumenten, "--formaat", "json").uit
    )["treffers"]
    return hits


def _at(here: Path, hit: dict[str, Any]) -> str:
    """The text of a file from the place of a hit to the end of its line."""
    plaats = hit["plaats"]
    text = (here / str(plaats["bestand"])).read_text(encoding="utf-8-sig")
    return text.split("\n")[int(plaats["regel"]) - 1][int(plaats["kolom"]) - 1 :]


def test_a_fact_in_its_place(here: Path) -> None:
    (hit,) = _hits(here, "prijs van brandstof")
    assert (hit["soort"], hit["punt"]) == ("gegevens", "Financiën")
    assert hit["veld"] == "Oorzaken"
    assert hit["fragment"] == "De prijs van brandstof kan stijgen."
    assert hit["plaats"]["bestand"] == f"{RECORD}/kunnen/financien.md"
    assert _at(here, hit).startswith("oorzaken: De prijs van brandstof")


def test_a_fact_by_its_label(here: Path) -> None:
    assert any(h["veld"] == "Prijspeil" for h in _hits(here, "prijspeil", "--in", "gegevens"))


def test_prose_with_the_sentence_around_it(here: Path) -> None:
    (hit,) = _hits(here, "neemt de taak van het fregat")
    assert (hit["soort"], hit["veld"]) == ("tekst", "tekst")
    assert hit["fragment"] == "Noorwegen neemt de taak van het fregat medio 2027 over."
    assert _at(here, hit).startswith("neemt de taak")


def test_a_source(here: Path) -> None:
    (hit,) = _hits(here, "verzonnen vraagstukken", "--in", "bronnen")
    assert hit["veld"] == "voorbeeld-rapport"
    assert hit["fragment"].startswith("Een kamp op het ijs (")
    assert _at(here, hit).startswith("publisher:")
    assert [h["veld"] for h in _hits(here, "kamp op het ijs", "voorbeeld", "--in", "bronnen")] == [
        "voorbeeld-rapport"
    ]


@pytest.mark.parametrize("woord", ["BOUVETEILAND", "bouvetéiland", "Bouveteiland"])
def test_capitals_and_accents_do_not_matter(woord: str, here: Path) -> None:
    assert len(_hits(here, woord)) == len(_hits(here, "bouveteiland")) > 3


def test_accents_in_the_record_do_not_matter(here: Path) -> None:
    replace_lines(here / RECORD / "willen/alternatieven.md", [], ["in_samenhang: 'Oe\u0301n idée'"])
    assert _hits(here, "oen idee")[0]["fragment"] == "Oe\u0301n idée"


def test_all_words_or_the_phrase(here: Path) -> None:
    assert _hits(here, "fregat", "Noorwegen", "--in", "tekst")
    assert not _hits(here, "fregat Noorwegen", "--in", "tekst")
    assert not _hits(here, "fregat", "bestaatniet")


def test_a_phrase_over_the_end_of_a_line(here: Path) -> None:
    text = here / RECORD / "afweging.md"
    text.write_text("Dit gaat\nover  een grens.\n", encoding="utf-8")
    (hit,) = _hits(here, "gaat over een")
    assert _at(here, hit) == "gaat"


def test_words_in_one_row_together(here: Path) -> None:
    (hit,) = _hits(here, "zorg voor veteranen", "artikel 1", "--in", "gegevens")
    assert hit["veld"].startswith("Kosten (zorg voor veteranen")
    assert _at(here, hit).startswith("{post: zorg voor veteranen") or "zorg voor" in _at(here, hit)


def test_words_in_one_paragraph_together(here: Path) -> None:
    text = here / RECORD / "afweging.md"
    text.write_text("Eerst appels. Dan peren.\n\nLater pruimen.\n", encoding="utf-8")
    (hit,) = _hits(here, "peren", "appels")
    assert _at(here, hit).startswith("appels")
    assert not _hits(here, "peren", "pruimen")


def test_options_are_searched_once(tmp_path: Path) -> None:
    prepare(GOED / "opties", tmp_path)
    hits = _hits(tmp_path, "pinguïnbrigade")
    assert {h["optie"] for h in hits} == {"groot"}
    assert all("/opties/groot/" in h["plaats"]["bestand"] for h in hits)
    assert all(h["optie"] == "" for h in _hits(tmp_path, "prijs van brandstof"))
    assert "(optie groot) — " in " ".join(run(tmp_path, "zoek", "pinguinbrigade").uit.split())


def test_all_values_of_a_dated_list(here: Path) -> None:
    hits = _hits(here, "standpunt", "wisselend")
    assert "20 mei 2026" in hits[0]["fragment"]


def test_only_in_one_kind_and_one_record(here: Path) -> None:
    build(GOED / "volledig", here / "assessments/ander")
    assert {h["soort"] for h in _hits(here, "haven")} == {"gegevens", "tekst"}
    for soort in ("gegevens", "tekst"):
        assert {h["soort"] for h in _hits(here, "haven", "--in", soort)} == {soort}
    found = _hits(here, "haven", "--beoordeling", "ander")
    assert {h["map"] for h in found} == {"assessments/ander"}
    assert len(_hits(here, "haven")) == 2 * len(found)


def test_exit_codes(here: Path) -> None:
    assert run(here, "zoek", "haven").code == ExitCode.GOED
    nothing = run(here, "zoek", "bestaatniet")
    assert (nothing.code, nothing.fout) == (ExitCode.BEVINDINGEN, "")
    assert nothing.uit == "Niets gevonden van 'bestaatniet' in 1 beoordeling.\n"
    assert run(here, "zoek").code == ExitCode.VERKEERD_GEBRUIK
    empty = run(here, "zoek", " ")
    assert (empty.code, empty.uit) == (ExitCode.VERKEERD_GEBRUIK, "")
    assert run(here, "zoek", "haven", "--in", "onzin").code == ExitCode.VERKEERD_GEBRUIK


def test_a_record_that_cannot_be_opened_does_not_stop_the_others(here: Path) -> None:
    (here / "assessments/kapot").mkdir()
    result = run(here, "zoek", "prijs van brandstof")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert result.uit.endswith("1 treffer van 'prijs van brandstof' in 1 beoordeling.\n")
    assert "assessments/kapot: " in result.fout


def test_a_record_with_errors_is_searched(here: Path) -> None:
    replace_lines(
        here / RECORD / "kunnen/financien.md",
        ["prijspeil: 2026"],
        ["prijspeil: dit is geen jaartal"],
    )
    text = here / RECORD / "mogen/mandaat.md"
    text.write_text("---\nrechtsgronden: [\n---\n\nHier staat zeldzaam.\n", encoding="utf-8")
    (hit,) = _hits(here, "geen jaartal")
    assert hit["veld"] == "Prijspeil (onleesbaar)"
    assert _at(here, hit).startswith("prijspeil")
    assert len(_hits(here, "zeldzaam")) == 1
    assert _hits(here, "prijs van brandstof")


def test_on_screen_it_is_narrow_and_inert(here: Path) -> None:
    text = here / RECORD / "afweging.md"
    text.write_text(f"Zeldzaam\u202e woord {'x' * 200} einde.\n", encoding="utf-8")
    result = run(here, "zoek", "zeldzaam")
    assert result.uit.count("\n") > 3
    assert max(map(cellen, result.uit.splitlines())) <= 80
    assert not [c for c in result.uit if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
    assert max(map(cellen, run(OWN, "zoek", "inzet").uit.splitlines())) <= 80


def test_what_is_shown(here: Path) -> None:
    assert run(here, "zoek", "prijs van brandstof").uit == (
        "Nederlandse bijdrage aan de missies op en rond Bouveteiland\n"
        "(assessments/dossier)\n"
        "assessments/dossier/kunnen/financien.md:13:36: Financiën — Oorzaken: De prijs\n"
        "    van brandstof kan stijgen.\n"
        "\n"
        "1 treffer van 'prijs van brandstof' in 1 beoordeling.\n"
    )


def test_a_long_text_is_shortened_around_the_word(here: Path) -> None:
    text = here / RECORD / "afweging.md"
    words = " ".join(f"woord{i}" for i in range(60))
    text.write_text(f"Begin {words} zeldzaam {words} einde.\n", encoding="utf-8")
    fragment = _hits(here, "zeldzaam")[0]["fragment"]
    assert fragment.startswith("… woord")
    assert fragment.endswith(" …")
    assert " zeldzaam " in fragment
    assert len(fragment) < 200
