"""A file is changed at the places that differ; what nobody touched stays to the byte."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toetsingskader.kader import PUNTEN
from toetsingskader.schrijven import UnsafeEditError, rewrite, rewrite_yaml
from toetsingskader.source import Data, parse_markdown, parse_yaml

ROOT = Path(__file__).parents[1]
FILES = [
    path.read_bytes()
    for folder in (ROOT / "assessments", ROOT / "tests/voorbeelden/goed")
    for punt in PUNTEN.values()
    for path in sorted(folder.glob(f"*/{punt.kader.bestand}"))
    if not parse_markdown(path.read_bytes()).broken
]
assert len(FILES) > 60

LETTERS = "abcdé ijk-':#,[]{}@%&*!|>\"“”0123456789.?\n"
TEXTS = st.one_of(
    st.sampled_from(
        ["onbekend", "12,5 mln", "'@bron, p. 3'", "a: b", "- x", "null", "26 mei 2025"]
    ),
    st.text(LETTERS, min_size=1, max_size=60).map(str.strip).filter(bool),
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(["waarde", "bron", "soort"]), inner, min_size=1),
    ),
    max_leaves=5,
)


def _paths(data: Data, pad: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [pad] if pad else []
    if isinstance(data, dict):
        found += [p for k, v in data.items() for p in _paths(v, (*pad, k))]
    elif isinstance(data, list):
        found += [p for i, v in enumerate(data) for p in _paths(v, (*pad, i))]
    return found


@st.composite
def edits(draw: st.DrawFn) -> tuple[bytes, dict[str, Data], str]:
    """A file, what it must hold, and the field that was touched."""
    raw = draw(st.sampled_from(FILES))
    data: Any = copy.deepcopy(parse_markdown(raw).data)
    paths = _paths(data)
    if not paths:
        data["leemten"] = draw(VALUES)
        return raw, data, "leemten"
    pad = draw(st.sampled_from(paths))
    node: Any = data
    for part in pad[:-1]:
        node = node[part]
    last: Any = pad[-1]
    how = draw(st.sampled_from(["zet", "weg", "erbij", "volgorde"]))
    if how == "zet":
        node[last] = draw(VALUES)
    elif how == "weg":
        del node[last]
    elif how == "erbij" and isinstance(node, dict):
        keys = list(node.items())
        keys.insert(draw(st.integers(0, len(keys))), ("nieuw_veld", draw(VALUES)))
        node.clear()
        node.update(keys)
    elif how == "erbij":
        node.insert(draw(st.integers(0, len(node))), draw(VALUES))
    elif isinstance(node, list):
        node[:] = draw(st.permutations(node))
    return raw, data, str(pad[0])


@given(edits())
@settings(max_examples=300, deadline=None)
def test_a_change_says_what_was_meant_and_touches_nothing_else(
    edit: tuple[bytes, dict[str, Data], str],
) -> None:
    raw, data, touched = edit
    after = rewrite(raw, data)
    assert parse_markdown(after).data == data
    assert parse_markdown(after).body == parse_markdown(raw).body
    for key in parse_markdown(raw).data or {}:
        if key != touched:
            assert _lines_of(raw, str(key), {touched}) == _lines_of(after, str(key), {touched})


def _lines_of(raw: bytes, key: str, without: set[str]) -> list[bytes]:
    """The lines of one field, comments behind it included, up to the next field."""
    lines, own = [], False
    for line in raw.splitlines(keepends=True):
        if line[:1] not in b" #-\r\n":
            own = line.startswith(key.encode() + b":")
        if own and not (line.startswith((b"#", b"---")) or not line.strip()):
            lines.append(line)
    return lines


@given(st.sampled_from(FILES))
def test_the_same_data_are_the_same_bytes(raw: bytes) -> None:
    assert rewrite(raw, parse_markdown(raw).data, parse_markdown(raw).body) == raw


VOORBEELD = """\
---
# Bovenaan.
opsteller: BZ/DJZ   # wie
rechtsgronden:
  # De eerste.
  - soort: verdrag  # welk
    door: 'Oekraïne'
  - soort: anders
status_van_troepen: onbekend
leemten: >-
  Een lange
  tekst.

# Onderaan.
in_tekst: [leemten, mandaten]
---

Tekst.
"""


def _edit(data: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {k: v for k, v in {**data, **changes}.items() if v is not None}


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        pytest.param({"opsteller": "BZ"}, "BZ/DJZ   #", "BZ   #", id="een waarde met opmerking"),
        pytest.param(
            {"leemten": None}, "leemten: >-\n  Een lange\n  tekst.\n", "", id="een veld weg"
        ),
        pytest.param(
            {"leemten": {"waarde": "Kort", "bron": "@x, p. 1"}},
            ">-\n  Een lange\n  tekst.",
            "{waarde: Kort, bron: '@x, p. 1'}",
            id="kort wordt lang",
        ),
        pytest.param(
            {"leemten": "Regel een.\nRegel: twee."},
            ">-\n  Een lange\n  tekst.",
            "|-\n  Regel een.\n  Regel: twee.",
            id="een tekst van twee regels",
        ),
        pytest.param(
            {"rechtsgronden": "onbekend"},
            "rechtsgronden:\n  # De eerste.\n  - soort: verdrag  # welk\n    door: 'Oekraïne'\n"
            "  - soort: anders\n",
            "rechtsgronden: onbekend\n  # De eerste.\n",
            id="een lijst wordt onbekend",
        ),
        pytest.param(
            {"rechtsgronden": [{"door": "Oekraïne"}, {"soort": "anders"}]},
            "- soort: verdrag  # welk\n    door",
            "- door",
            id="het eerste veld van een rij weg",
        ),
        pytest.param(
            {"rechtsgronden": [{"soort": "anders"}, {"soort": "verdrag", "door": "Oekraïne"}]},
            "  - soort: verdrag  # welk\n    door: 'Oekraïne'\n  - soort: anders\n",
            "  - soort: anders\n  - soort: verdrag  # welk\n    door: 'Oekraïne'\n",
            id="een andere volgorde",
        ),
        pytest.param(
            {"in_tekst": ["leemten"]}, "[leemten, mandaten]", "[leemten]", id="tussen haken"
        ),
        pytest.param(
            {"status_van_troepen": {"regeling": "sofa"}},
            " onbekend\n",
            "\n  regeling: sofa\n",
            id="een blok in plaats van onbekend",
        ),
    ],
)
def test_one_change(changes: dict[str, Any], old: str, new: str) -> None:
    data = parse_markdown(VOORBEELD.encode()).data
    assert isinstance(data, dict)
    assert VOORBEELD.count(old) == 1
    after = rewrite(VOORBEELD.encode(), _edit(data, **changes)).decode()
    assert after == VOORBEELD.replace(old, new)


def test_line_ends_and_mark_of_windows_stay() -> None:
    raw = b"\xef\xbb\xbf" + VOORBEELD.replace("\n", "\r\n").encode()
    data = parse_markdown(raw).data
    assert isinstance(data, dict)
    after = rewrite(raw, {**data, "peildatum": "1 mei 2026"}, "\nNieuw.\n")
    assert after == raw.replace(
        b"[leemten, mandaten]\r\n", b"[leemten, mandaten]\r\npeildatum: 1 mei 2026\r\n"
    ).replace(b"Tekst.", b"Nieuw.")


def test_a_file_without_fields_gets_them_above_its_prose() -> None:
    assert rewrite(b"Tekst.\n", {"leemten": "geen"}) == b"---\nleemten: geen\n---\nTekst.\n"


def test_an_empty_file_gets_fields_and_prose() -> None:
    assert rewrite(b"", {"leemten": "x"}, "\nTekst.\n") == b"---\nleemten: x\n---\n\nTekst.\n"


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(UnsafeEditError):
        rewrite(b"---\nleemten: a: b\n---\n", {"leemten": "c"})


DOSSIERS = sorted((ROOT / "assessments").glob("*/*.yaml"))
assert len(DOSSIERS) > 5


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_files_that_are_wholly_yaml(path: Path) -> None:
    raw = path.read_bytes()
    data: Any = parse_yaml(raw).data
    assert rewrite_yaml(raw, data) == raw
    changed = copy.deepcopy(data)
    if isinstance(changed, dict):
        changed["titel"] = "Een andere titel: nieuw"
    else:
        changed[-1]["note"] = "Een andere noot: nieuw"
    after = rewrite_yaml(raw, changed)
    assert parse_yaml(after).data == changed
    gone = [line for line in raw.splitlines() if line not in after.splitlines()]
    assert len(gone) <= 3
