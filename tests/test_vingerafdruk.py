"""The fingerprint of a point changes with what it says, and with nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from toetsingskader.commands.toets import assess
from toetsingskader.kader.vingerafdruk import covers, fingerprint
from voorbeelden.samenstellen import GOED, build

PUNT = "kunnen/eenheden.md"
OLD = Path(__file__).parent / "vingerafdruk" / "algoritme-1"
"""A record with the fingerprint that approvals of it hold. Never change it."""


def _prints(folder: Path) -> dict[str, str]:
    b = assess(folder).beoordeling
    return {sleutel: fingerprint(b, sleutel) for sleutel in b.proza}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return build(GOED / "volledig", tmp_path / "dossier")


def _edit(record: Path, bestand: str, edit: Callable[[str], str]) -> list[str]:
    """Which fingerprints change with a file."""
    before = _prints(record)
    path = record / bestand
    text = path.read_text(encoding="utf-8")
    assert edit(text) != text
    path.write_text(edit(text), encoding="utf-8", newline="")
    after = _prints(record)
    return [sleutel for sleutel in before if before[sleutel] != after[sleutel]]


def _rewrap(text: str) -> str:
    head, fence, body = text.rpartition("---\n")
    return head + fence + body.replace(". ", ".\n")


def _rows_turned(text: str) -> str:
    """The rows of the list of units in the other order."""
    start = text.index("eenheden:\n") + len("eenheden:\n")
    lines = text[start:].split("\n")
    end = next(i for i, line in enumerate(lines) if line and not line.startswith(" "))
    rows = "\n".join(lines[:end])
    rest = "\n".join(lines[end:])
    items = [f"  - {item}" for item in f"\n{rows}".split("\n  - ")[1:]]
    assert len(items) > 1
    return text[:start] + "\n".join(reversed(items)) + "\n" + rest


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(_rewrap, id="wrapped anew"),
        pytest.param(lambda t: t.replace("\n", "\r\n"), id="other line ends"),
        pytest.param(_rows_turned, id="rows in another order"),
        pytest.param(lambda t: t.replace("---\n", "---\n# opmerking\n", 1), id="a comment"),
    ],
)
def test_the_way_it_is_written_makes_no_difference(
    record: Path, edit: Callable[[str], str]
) -> None:
    assert _edit(record, PUNT, edit) == []


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda t: t + "\nEen zin erbij.\n", id="prose"),
        pytest.param(lambda t: t.replace("aantal_max: ", "aantal_max: 1", 1), id="a fact"),
    ],
)
def test_what_it_says_does(record: Path, edit: Callable[[str], str]) -> None:
    assert "eenheden" in _edit(record, PUNT, edit)


def test_a_source_counts_where_it_is_cited(record: Path) -> None:
    changed = _edit(record, "bronnen.yaml", lambda t: t.replace("title: ", "title: Nieuw ", 1))
    cites = [p.stem for p in record.rglob("*.md") if "@" in p.read_text(encoding="utf-8")]
    assert changed
    assert set(changed) <= set(cites)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("inhoud: Nederland draagt", "inhoud: Nederland levert"),
        ("totaal_maximaal: ", "totaal_maximaal: 1"),
        ("naam: A. Voorbeeld", "naam: Q. Voorbeeld"),
    ],
)
def test_who_approves_the_core_approves_the_decision(record: Path, old: str, new: str) -> None:
    assert "kern" in _edit(record, "dossier.yaml", lambda t: t.replace(old, new, 1))


def test_what_follows_after_the_approvals_voids_none(record: Path) -> None:
    turned = ("orgaan: ministerraad", "orgaan: rijksministerraad")
    assert _edit(record, "dossier.yaml", lambda t: t.replace(*turned, 1)) == []


def test_a_figure_counts_where_it_is_shown(tmp_path: Path) -> None:
    record = build(GOED / "figuren", tmp_path / "dossier")
    before = _prints(record)
    (figure,) = record.rglob("*.png")
    figure.write_bytes((Path(__file__).parent / "golden/oplegger/voorbeeld-2.png").read_bytes())
    assert [s for s, p in _prints(record).items() if p != before[s]] == ["operatie"]


def test_a_newer_program_finds_the_same() -> None:
    stored = (OLD / "vingerafdruk.txt").read_text(encoding="ascii").strip()
    assert covers(assess(OLD).beoordeling, "mandaat", stored)
