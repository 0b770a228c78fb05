"""What the tool says to twenty slips of drafters; a page of the handleiding shows it."""

from collections.abc import Callable

import pytest

from vergissingen import VERGISSINGEN, Vergissing, outcome, page
from voorbeelden.samenstellen import GOED


def test_the_page_in_docs_says_what_the_tool_says(golden: Callable[[str, str], None]) -> None:
    golden("../../docs/vergissingen.md", page())


def test_the_example_is_without_slips() -> None:
    assert (GOED / "volledig" / "bevindingen.txt").read_text(encoding="utf-8") == ""


def test_there_are_twenty_and_each_is_another() -> None:
    assert len({slip.titel for slip in VERGISSINGEN}) == len(VERGISSINGEN) == 20


@pytest.mark.parametrize("slip", VERGISSINGEN, ids=lambda slip: slip.titel)
def test_a_slip_is_pointed_at_once_and_with_nothing_beside_it(slip: Vergissing) -> None:
    """One slip gives one sentence, in the file where it was made; or it is read as it was meant."""
    findings, facts = outcome(slip)
    assert len(findings) == (0 if slip.gelezen[0] else 1)
    assert all(line.startswith(f"{slip.bestand}:") for line in findings)
    assert slip.gelezen[0] in {"", *facts}
