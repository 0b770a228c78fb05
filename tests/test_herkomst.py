"""Facts known only from the media, and second-hand statements, are visible in every report."""

from pathlib import Path

import pytest

from toetsingskader.rapport.zinnen import KANTTEKENINGEN
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED, replace_lines

FORMATEN = ["tekst", "markdown", "html", "json"]
_SECOND_HAND = ("        uit_tweede_hand: nee", "        uit_tweede_hand: ja")
_FROM_A_REPORT = "    custom: {rang: onderzoek}"


def _report(here: Path, formaat: str) -> str:
    """The report, without the heading that names both."""
    text = " ".join(run(here, "toets", "--formaat", formaat).uit.split())
    return text.replace(KANTTEKENINGEN, "")


@pytest.mark.parametrize("formaat", FORMATEN)
def test_a_source_from_the_media_is_visible(formaat: str, tmp_path: Path) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    assert "bron: media" not in _report(tmp_path, formaat)
    replace_lines(record / "bronnen.yaml", [_FROM_A_REPORT], ["    custom: {rang: media}"])
    statement = "        bron: '@voorbeeld-uitnodiging, p. 1'"
    from_it = statement.replace("uitnodiging", "rapport")
    replace_lines(record / "mogen/toestemming-partijen.md", [statement], [from_it])
    text = _report(tmp_path, formaat)
    # One party is known from it alone, of the other only a statement.
    assert text.count("bron: media") >= 2
    assert "uit tweede hand" not in text.replace("uit tweede hand:", "")


@pytest.mark.parametrize("formaat", FORMATEN)
def test_a_second_hand_statement_is_visible(formaat: str, tmp_path: Path) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    old, new = _SECOND_HAND
    replace_lines(record / "mogen/toestemming-partijen.md", [old], [new])
    text = _report(tmp_path, formaat)
    # Besides "uit tweede hand: ja" among the words of the row itself.
    assert "uit tweede hand" in text.replace("uit tweede hand: ja", "")


def test_a_source_beside_it_takes_the_remark_away(tmp_path: Path) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    replace_lines(record / "bronnen.yaml", [_FROM_A_REPORT], ["    custom: {rang: media}"])
    both = "    bron: '[@voorbeeld-rapport, p. 6; @voorbeeld-uitnodiging]'"
    replace_lines(
        record / "mogen/toestemming-partijen.md", ["    bron: '@voorbeeld-rapport, p. 6'"], [both]
    )
    assert "Partijen 2" not in _report(tmp_path, "tekst").split("Bevindingen")[-1]


def test_our_own_sources_say_what_they_are() -> None:
    for path in (Path(__file__).parents[1] / "assessments").glob("*/bronnen.yaml"):
        text = path.read_text(encoding="utf-8")
        assert text.count("- id: ") == text.count("rang: ")
