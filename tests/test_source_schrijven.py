"""Data written as YAML: as a person types it, and read back the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toetsingskader.source import Data, parse_yaml, yaml_lines, yaml_value

TEKST = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2FF), min_size=1
).map(lambda text: " ".join(text.split()))
TEKSTEN = st.one_of(
    TEKST,
    st.text("ab:#'\"[]{},-?|>@&*!% ", min_size=1, max_size=12).map(lambda t: " ".join(t.split())),
).filter(bool)
SLEUTELS = st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True)


VALUES = st.recursive(
    TEKSTEN, lambda inner: st.dictionaries(SLEUTELS, inner, min_size=1, max_size=4), max_leaves=6
)
ROWS = st.lists(st.dictionaries(SLEUTELS, VALUES, min_size=1, max_size=4), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        SLEUTELS,
        st.one_of(VALUES, ROWS, st.lists(TEKSTEN, min_size=1, max_size=4)),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_written_is_read_back(data: dict[str, Data]) -> None:
    read = parse_yaml(("\n".join(yaml_lines(data)) + "\n").encode())
    assert (read.data, read.faults) == (data, ())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"titel": "De toets"}, "titel: De toets"),
        ({"titel": "De toets: deel 1"}, "titel: 'De toets: deel 1'"),
        ({"naam": "null"}, "naam: 'null'"),
        ({"bedrag": "12,5 mln"}, "bedrag: 12,5 mln"),
        ({"open": None}, "open:"),
        ({"lijst": []}, "lijst: []"),
        ({"periode": {"van": "mei 2026"}}, "periode: {van: mei 2026}"),
        ({"landen": ["NL", "BE"]}, "landen: [NL, BE]"),
        ({"kosten": [{"bedrag": "1,5 mln"}]}, "kosten:\n  - bedrag: 1,5 mln"),
        ({"r": [{"p": {"bedrag": "1,5 mln"}}]}, "r:\n  - p: {bedrag: '1,5 mln'}"),
    ],
)
def test_it_looks_as_a_person_types(data: dict[str, Data], text: str) -> None:
    assert "\n".join(yaml_lines(data)) == text


def test_a_row_on_one_line() -> None:
    assert yaml_value({"a": "b, c", "d": ["e"], "f": None}) == "{a: 'b, c', d: [e], f:}"
