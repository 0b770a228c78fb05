"""A value that is put in a field is found there again, and nowhere else anything changes."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toetsingskader.formulier.model import Deel, Plek, Vak, Vaksoort, controls
from toetsingskader.formulier.proza import paragraphs, with_paragraphs
from toetsingskader.formulier.samenstellen import fields_of
from toetsingskader.formulier.zetten import put
from toetsingskader.kader import PUNTEN
from toetsingskader.source import Data, parse_markdown

ROOT = Path(__file__).parents[1]
FILES = [
    (sleutel, parse_markdown(path.read_bytes()))
    for folder in (ROOT / "assessments", ROOT / "tests/voorbeelden/goed")
    for sleutel, punt in PUNTEN.items()
    for path in sorted(folder.glob(f"*/{punt.kader.bestand}"))
    if not parse_markdown(path.read_bytes()).broken
]
assert len(FILES) > 60


def _values(sleutel: str, data: Data) -> dict[Plek, str]:
    return {vak.plek: vak.waarde for vak in controls(fields_of(sleutel, data)) if vak.waarde}


def _in_row(vak: Vak) -> bool:
    return isinstance(vak.pad[-1], int)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_a_value_is_found_where_it_was_put(data: st.DataObject) -> None:
    sleutel, source = data.draw(st.sampled_from(FILES))
    vakken = [v for v in controls(fields_of(sleutel, source.data)) if v.deel is not Deel.STAND]
    vak: Any = data.draw(st.sampled_from(vakken))
    keys = [*vak.opties] if vak.soort is Vaksoort.KEUZE else ["Zie: dit", "12 mei 2026", "a, [b]"]
    text = data.draw(st.sampled_from(keys))
    before = _values(sleutel, source.data)
    after = _values(sleutel, put(source.data, PUNTEN[sleutel], vak.pad, vak.deel, text))
    assert after.pop(vak.plek) == vak.opties.get(text, text)
    before.pop(vak.plek, None)
    # What was said of a list or block as a whole gives way to what is said in it.
    around = {(vak.pad[:i], Deel.STAND) for i in range(len(vak.pad))}
    assert after == {plek: text for plek, text in before.items() if plek not in around}


@given(st.data())
@settings(deadline=None)
def test_a_value_that_is_taken_away_leaves_the_rest(data: st.DataObject) -> None:
    sleutel, source = data.draw(st.sampled_from(FILES))
    vakken = [v for v in controls(fields_of(sleutel, source.data)) if v.waarde and not _in_row(v)]
    vak = data.draw(st.sampled_from(vakken))
    before = _values(sleutel, source.data)
    after = _values(sleutel, put(source.data, PUNTEN[sleutel], vak.pad, vak.deel, ""))
    del before[vak.plek]
    assert after == before


@pytest.mark.parametrize("source", [s for _, s in FILES], ids=[f"{s}" for s, _ in FILES])
def test_paragraphs_that_stay_keep_their_bytes(source: Any) -> None:
    shown = paragraphs(source.body)
    assert with_paragraphs(source.body, shown) == source.body
    if shown:
        changed = with_paragraphs(source.body, [*shown[:-1], "Nieuw."])
        assert paragraphs(changed) == [*shown[:-1], "Nieuw."]
        assert with_paragraphs(source.body, [*shown, "Nog een."]).startswith(source.body.rstrip())
