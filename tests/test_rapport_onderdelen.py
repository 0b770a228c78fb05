"""The small parts the reports are made of."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toetsingskader.errors import ToolError
from toetsingskader.rapport.kolommen import Kolom, afbreken, cellen, kleuren, tabel
from toetsingskader.rapport.samenvatting import Verhouding
from toetsingskader.rapport.termijn import is_verstreken, ouderdom, parse_termijn
from toetsingskader.rapport.zinnen import aantal
from toetsingskader.sjablonen import SJABLONEN, find_sjablonen
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import FOUT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 februari 2025", (2025, 2, 26)),
        ("2025-02-26", (2025, 2, 26)),
        ("26-02-2025", (2025, 2, 26)),
        ("Februari 2025", (2025, 2, 31)),
        ("2025-02", (2025, 2, 31)),
        ("begin 2026", (2026, 1, 31)),
        ("medio 2026", (2026, 7, 31)),
        ("eind 2026", (2026, 12, 31)),
        ("eerste helft 2026", (2026, 6, 30)),
        ("tweede helft 2026", (2026, 12, 31)),
        ("2026", (2026, 12, 31)),
        ("3 medio 2026", None),
        ("zo snel mogelijk", None),
        ("", None),
    ],
)
def test_parse_termijn(text: str, expected: tuple[int, int, int] | None) -> None:
    assert parse_termijn(text) == expected


@pytest.mark.parametrize(
    ("termijn", "verstreken"),
    [
        ("9 februari 2026", True),
        ("10 februari 2026", False),
        ("februari 2026", False),
        ("januari 2026", True),
        ("ooit", False),
    ],
)
def test_is_verstreken_on_the_day_itself_it_is_not(termijn: str, verstreken: bool) -> None:
    assert is_verstreken(termijn, "10 februari 2026") is verstreken


@pytest.mark.parametrize(
    ("datum", "oud"),
    [
        ("9 februari 2026", "1 dag oud"),
        ("2026-01-01", "40 dagen oud"),
        ("november 2025", "2 maanden oud"),
        ("26 februari 2025", "11 maanden oud"),
        ("10 februari 2024", "2 jaar oud"),
        ("2019", "6 jaar oud"),
        ("10 februari 2026", ""),
        ("2026", ""),
        ("13-13-2020", ""),
        ("ooit", ""),
        ("", ""),
    ],
)
def test_age_on_the_reference_date(datum: str, oud: str) -> None:
    assert ouderdom(datum, "10 februari 2026") == oud


@given(st.text(st.characters(exclude_categories=["C"])), st.integers(2, 80))
@settings(deadline=None)
def test_wrapping_loses_nothing_and_fits(text: str, breedte: int) -> None:
    lines = afbreken(text, breedte)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cellen(line) <= breedte for line in lines)


def test_wrapping_keeps_the_indent() -> None:
    assert afbreken("een twee drie", 10, eerste="- ") == ["- een twee", "  drie"]


def test_table() -> None:
    kolommen = (Kolom("Naam", 6), Kolom("Aantal", 6, rechts=True))
    assert tabel(kolommen, [("een twee", "12"), ("漢字", "3")], "") == [
        "Naam    Aantal",
        "──────  ──────",
        "een         12",
        "twee",
        "漢字         3",
    ]


def test_colour_only_when_asked() -> None:
    assert kleuren("x", "rood", kleur=False) == "x"
    assert kleuren("x", "rood", kleur=True) == "\x1b[31mx\x1b[0m"


@pytest.mark.parametrize("formaat", ["tekst", "markdown", "html"])
def test_nothing_asked_has_no_part_of_nothing(formaat: str, tmp_path: Path) -> None:
    """The letter about a negative decision asks for no point: no 0 of 0, 0 % or 100 %."""
    prepare(FOUT / "negatief-besluit", tmp_path)
    report = run(tmp_path, "toets", "dossier", "--formaat", formaat).uit
    assert report.lower().count("voor deze brief niet gevraagd") >= 5
    body = report.partition("<body")[2] or report
    assert not re.search(r"\b\d+ van 0\b|van 0<|\d ?%|procent", body)


def test_a_count_names_its_denominator() -> None:
    assert str(Verhouding(0, 1, "punt", "punten")) == "0 van 1 punt"
    assert str(Verhouding(1, 2, "punt", "punten")) == "1 van 2 punten"
    assert [aantal(n, "vraag", "vragen") for n in (0, 1, 2)] == [
        "geen vragen",
        "1 vraag",
        "2 vragen",
    ]


def test_templates_are_found() -> None:
    assert (SJABLONEN / "rapport" / "volledigheid.html.j2").is_file()


def test_templates_inside_the_package_come_first(tmp_path: Path) -> None:
    package = tmp_path / "toetsingskader"
    for folder in (package / "templates", tmp_path / "templates"):
        (folder / "rapport").mkdir(parents=True)
    assert find_sjablonen(package) == package / "templates"


def test_templates_beside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "toetsingskader"
    (tmp_path / "templates" / "rapport").mkdir(parents=True)
    (package / "templates").mkdir(parents=True)
    assert find_sjablonen(package) == tmp_path / "templates"


def test_missing_templates_are_said(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="De map met sjablonen ontbreekt"):
        find_sjablonen(tmp_path)
