"""The prose of a point in the report: facts filled in, sources named, marks of emphasis gone."""

import json
from pathlib import Path

import pytest

from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Er gaan [@feit:eenheden.totaal] militairen.", ["Er gaan 642 militairen."]),
        (
            "Dat staat vast [@voorbeeld-resolutie, p. 3].",
            ["Dat staat vast (voorbeeld-resolutie, p. 3)."],
        ),
        ("Twee [@a-b; zie @c-d, p. 1].", ["Twee (a-b; c-d, p. 1)."]),
        ("Het is [@feit:eenheden.niets].", ["Het is [feit:eenheden.niets]."]),
        ("Met *nadruk*, **kracht** en 2*3*4.", ["Met nadruk, kracht en 2*3*4."]),
        (
            "Een\nregel.\n\nTwee:\n\n- eerste\n- tweede",
            ["Een regel.", "Twee:", "- eerste", "- tweede"],
        ),
        ("Mail naar a@b.nl [geen bron].", ["Mail naar a@b.nl [geen bron]."]),
        ("", []),
    ],
)
def test_is_what_a_reader_gets(tmp_path: Path, typed: str, read: list[str]) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    path = record / "mogen/mandaat.md"
    front = path.read_text(encoding="utf-8").split("\n---\n")[0]
    path.write_text(f"{front}\n---\n\n{typed}\n", encoding="utf-8")
    data = json.loads(run(tmp_path, "toets", "--formaat", "json").uit)
    assert next(p["tekst"] for p in data["punten"] if p["sleutel"] == "mandaat") == read
