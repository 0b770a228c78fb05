"""The loader: what a slip is called, where it stands, and what is read all the same."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from toetsingskader.source import (
    FOUTEN,
    Data,
    Location,
    Source,
    find_citations,
    parse_markdown,
    parse_yaml,
)

HERE = Path(__file__).parent
BRONTEKSTEN = sorted((HERE / "bronteksten").glob("*.md"))
RECORDS = sorted(
    p for p in (HERE.parent / "assessments").rglob("*") if p.suffix in (".md", ".yaml")
)
assert BRONTEKSTEN
assert RECORDS

# text, code, line, column, part of the sentence, what is read
SLIPS: list[tuple[str, str, int, int, str, Data]] = [
    ("a: x\na: y", "DUBBEL", 2, 1, "op regel 1, kolom 1", {"a": "x"}),
    ("a: &n x", "BEGINTEKEN", 1, 4, "a: '&n x'", {"a": "&n x"}),
    ("a: &n\n  b: c", "ANKER", 1, 4, "'&n'", {"a": {"b": "c"}}),
    ("a: *n", "ALIAS", 1, 4, "a: '*n'", {"a": "*n"}),
    ("a: !n 'x'", "LABEL", 1, 4, "'!n'", {"a": "x"}),
    ("a: !n x", "BEGINTEKEN", 1, 4, "a: '!n x'", {"a": "!n x"}),
    ("a: *let op* x", "BEGINTEKEN", 1, 4, "a: '*let op* x'", {"a": "*let op* x"}),
    ("a:\n-\tb\n- c", "TAB", 2, 2, "tab", {"a": ["b", "c"]}),
    ("a:\n\tc: d", "TAB", 2, 1, "tab", {"a": {"c": "d"}}),
    ("a:\n\u00a0\u00a0b: c", "HARDE-SPATIE", 2, 1, "harde spatie", {"a": {"b": "c"}}),
    ("a:\u00a0b\nc: d", "HARDE-SPATIE", 1, 3, "harde spatie", {"a": "b", "c": "d"}),
    ("a: b\u200bc", "TEKEN", 1, 5, "U+200B", {"a": "bc"}),
    ("🎉: \u202eb", "TEKEN", 1, 4, "leesrichting", {"🎉": "b"}),
    ("a: b\u0085c", "TEKEN", 1, 5, "regeleinde (U+0085)", {"a": "b c"}),
    ("a: b\u2028c", "TEKEN", 1, 5, "U+2028", {"a": "b c"}),
    ("a: b\u2029c", "TEKEN", 1, 5, "U+2029", {"a": "b c"}),
    ("a: b\x07c", "TEKEN", 1, 5, "U+0007", {"a": "bc"}),
    ("a: b\ue000c", "TEKEN", 1, 5, "U+E000", {"a": "b\ufffdc"}),
    ("a: be\u00adleid", "TEKEN", 1, 6, "zacht afbreekstreepje", {"a": "beleid"}),
    ('a: "\\ue000"', "TEKEN", 1, 4, "met een code", {"a": "\ufffd"}),
    ("a: “Besluit”", "KRUL", 1, 4, "a: 'Besluit'", {"a": "Besluit"}),
    ("a: „Besluit: ja”\nb: c", "KRUL", 1, 4, "'Besluit: ja'", {"a": "Besluit: ja", "b": "c"}),
    ("‘a’: b", "KRUL", 1, 1, "gekrulde", {"a": "b"}),
    ("a: 'x”\nb: c", "KRUL", 1, 4, "a: 'x'", {"a": "x", "b": "c"}),
    ("🎉: b: c", "DUBBELE-PUNT", 1, 5, "🎉: 'b: c'", {"🎉": "b: c"}),
    ("a: x\n  van y: z\nb: c", "DUBBELE-PUNT", 2, 8, "'x van y: z'", {"a": "x van y: z", "b": "c"}),
    ("a: {b: c, d: e: f}", "DUBBELE-PUNT", 1, 14, "d: 'e: f'", {"a": {"b": "c", "d": "e: f"}}),
    ("a: nr. #2202", "HEKJE", 1, 8, "a: 'nr. #2202'", {"a": "nr. #2202"}),
    ("a: #2202", "HEKJE", 1, 4, "a: '#2202'", {"a": "#2202"}),
    ("a: x #1\n  y\nb: c", "HEKJE", 1, 6, "'x #1 y'", {"a": "x #1 y", "b": "c"}),
    ("a: @b, p. 7", "BEGINTEKEN", 1, 4, "a: '@b, p. 7'", {"a": "@b, p. 7"}),
    ("a: [@b; @c]", "BEGINTEKEN", 1, 4, "a: '[@b; @c]'", {"a": "[@b; @c]"}),
    ("a: {b: @c, p. 7}", "BEGINTEKEN", 1, 8, "b: '@c, p. 7'", {"a": {"b": "@c, p. 7"}}),
    ("a: [x] y", "BEGINTEKEN", 1, 4, "'[x] y'", {"a": "[x] y"}),
    ("a: {x} y", "BEGINTEKEN", 1, 4, "'{x} y'", {"a": "{x} y"}),
    ("a: b\n] c: d", "BEGINTEKEN", 2, 1, "Voor 'c: d'", {"a": "b", "c": "d"}),
    ("a: {b: c, en d}", "KOMMA", 1, 8, "b: 'c, en d'", {"a": {"b": "c, en d"}}),
    ("a:b\nc: d", "SPATIE", 1, 2, "Schrijf 'a: b'.", {"a": "b", "c": "d"}),
    ("a:\n  bc:d", "SPATIE", 2, 5, "Schrijf 'bc: d'.", {"a": {"bc": "d"}}),
    ("a:\n  -b\n  - c", "STREEPJE", 2, 3, "Schrijf '- b'.", {"a": ["b", "c"]}),
    ("a:\n  • b\n  - c", "OPSOMMING", 2, 3, "met '•'", {"a": ["b", "c"]}),
    ("a:\n– b\n- c", "OPSOMMING", 2, 1, "met '–'", {"a": ["b", "c"]}),
    ("a:\n \uf0b7 b", "OPSOMMING", 2, 2, "met '•'", {"a": ["b"]}),
    ("a: - b", "OPSOMMING", 1, 4, "onder 'a:'", {"a": "- b"}),
    ("a: 'b\nc: d", "AANHALING", 1, 4, "a: 'b'", {"a": "b", "c": "d"}),
    ('a: "b\nc: d', "AANHALING", 1, 4, "a: 'b'", {"a": "b", "c": "d"}),
    ("a: 's-Hage\nc: d", "AANHALING", 1, 4, 'a: "\'s-Hage"', {"a": "'s-Hage", "c": "d"}),
    ("a: 'b' c", "AANHALING", 1, 4, "staat nog tekst", {"a": "'b' c"}),
    ('a: "C:\\Uw"', "SCHUINE-STREEP", 1, 4, "'C:\\Uw'", {"a": "C:\\Uw"}),
    ("a: [b\nc: d", "HAAKJE", 1, 4, "']'", {"a": "[b", "c": "d"}),
    ("a: {b: c\nc: d", "HAAKJE", 1, 4, "'}'", {"a": "{b: c", "c": "d"}),
    ("a: b\nzomaar tekst\nc: d", "REGEL", 2, 1, "'zomaar tekst'", {"a": "b", "c": "d"}),
    ("%x\na: b", "REGEL", 1, 1, "'%'", {"a": "b"}),
    ("a: b\n  c: d", "INSPRINGING", 2, 3, "in kolom 1", {"a": "b", "c": "d"}),
    ("- a: b\nc: d", "INSPRINGING", 2, 1, "in kolom 3", [{"a": "b", "c": "d"}]),
    ("a:\n  - b: c\n   d: e", "INSPRINGING", 3, 4, "kolom 5", {"a": [{"b": "c", "d": "e"}]}),
    ("a: b\n---\nc: d", "DOCUMENTEN", 2, 1, "'---'", {"a": "b", "c": "d"}),
    ("a: b\n—\nc: d", "SCHEIDING", 2, 1, "'—'", {"a": "b", "c": "d"}),
    ("a: b\n: c", "SLEUTEL", 2, 1, "geen naam", {"a": "b"}),
    ("'': c\na: b", "SLEUTEL", 1, 1, "geen naam", {"a": "b"}),
    ("[a]: b\nc: d", "SLEUTEL", 1, 1, "gewoon woord", {"c": "d"}),
    ("a: b\n- c", "VORM", 2, 1, "'- c' is niet te lezen", {"a": "b"}),
]


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: repr(case[0]))
def test_a_slip_is_named_and_the_rest_is_read(case: tuple[str, str, int, int, str, Data]) -> None:
    text, code, regel, kolom, fragment, data = case
    source = parse_yaml(text.encode())
    assert [(f.code, f.location) for f in source.faults] == [
        (f"LEES-{code}", Location(regel, kolom))
    ]
    assert fragment in source.faults[0].tekst
    assert source.data == data
    assert source.readable


@pytest.mark.parametrize("sign", "@%*&!|>`")
def test_a_sign_before_a_text_is_part_of_it(sign: str) -> None:
    source = parse_yaml(f"a: {sign} x".encode())
    assert [(f.code, f.location) for f in source.faults] == [("LEES-BEGINTEKEN", Location(1, 4))]
    assert source.faults[0].tekst.endswith(f"aanhalingstekens: a: '{sign} x'.")
    assert source.data == {"a": f"{sign} x"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("land: NO\na: 1.10\nb: 2026-01-02", {"land": "NO", "a": "1.10", "b": "2026-01-02"}),
        ("a: null\nb: ~\nc:\nd: ''", {"a": None, "b": None, "c": None, "d": ""}),
        ("a: 'null'", {"a": "null"}),
        ("a: # bij a\n  - b\n# los\nc: 'd' # ook\ne: [f] # en", {"a": ["b"], "c": "d", "e": ["f"]}),
        ("a: [b, c]\nd: {e: f}", {"a": ["b", "c"], "d": {"e": "f"}}),
        ("a: |\n  b: c\n  @d\ne: >-\n  f\n  g", {"a": "b: c\n@d\n", "e": "f g"}),
        ("a: zegt “ja” en ‘nee’\nb: zo'n", {"a": "zegt “ja” en ‘nee’", "b": "zo'n"}),
        ("a: “ja” of “nee”", {"a": "“ja” of “nee”"}),
        ("a: ’s-Gravenhage", {"a": "’s-Gravenhage"}),
        ("a: https://x.nl/#y", {"a": "https://x.nl/#y"}),
        ("---\na: b\r\nc: d\re: f", {"a": "b", "c": "d", "e": "f"}),
        ("\ufeffa: b", {"a": "b"}),
        ("", None),
    ],
)
def test_what_is_right_is_left_alone(text: str, data: Data) -> None:
    source = parse_yaml(text.encode())
    assert source.faults == ()
    assert source.data == data


@pytest.mark.parametrize("path", BRONTEKSTEN, ids=lambda p: p.stem)
def test_all_slips_of_a_file_come_in_one_pass(path: Path) -> None:
    source = parse_markdown(path.read_bytes())
    lines = [f"{f.location.regel}:{f.location.kolom}: {f.code}: {f.tekst}" for f in source.faults]
    assert "\n".join(lines) + "\n" == path.with_suffix(".fouten.txt").read_text("utf-8")
    assert yaml.safe_load(path.with_suffix(".gelezen.yaml").read_text("utf-8")) == source.data


@pytest.mark.parametrize("path", RECORDS, ids=lambda p: p.name)
def test_the_records_have_no_slips(path: Path) -> None:
    source = _parse(path)(path.read_bytes())
    assert source.faults == ()


def _parse(path: Path) -> Any:
    return parse_yaml if path.suffix == ".yaml" else parse_markdown


@pytest.mark.parametrize(
    ("raw", "place", "name"),
    [
        ("a: ë".encode("utf-16"), Location(1, 1), "UTF-16"),
        ("a: ë".encode("utf-16-le"), Location(1, 1), "UTF-16"),
        ("a: ë".encode("utf-16-be"), Location(1, 1), "UTF-16"),
        ("a: ë".encode("cp1252"), Location(1, 4), "Windows-1252"),
        ("# ë\na: ".encode() + b"\xeb", Location(2, 4), "Windows-1252"),
    ],
)
def test_other_encodings_are_read_and_refused(raw: bytes, place: Location, name: str) -> None:
    source = parse_yaml(raw)
    assert source.data == {"a": "ë"}
    assert [(f.code, f.location) for f in source.faults] == [("LEES-CODERING", place)]
    assert name in source.faults[0].tekst
    assert "UTF-8" in source.faults[0].tekst


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 51, "DIEPTE"),
        ("a: " + "{a: " * 200_000, "DIEPTE"),
        ("".join(f"k{i}: v\n" for i in range(20_001)), "AANTAL"),
        ("a: " + "x" * 5_000_000, "OMVANG"),
        ("a: b\n" + "tekst\n" * 300_000, "MEER"),
        ("PK\x03\x04 word/document.xml", "WORD"),
    ],
    ids=["brackets", "blocks", "fields", "size", "faults", "word"],
)
def test_limits(text: str, code: str) -> None:
    source = parse_yaml(text.encode())
    assert not source.readable
    assert source.faults[-1].code == f"LEES-{code}"


@pytest.mark.parametrize(
    "unit", ["'", "a: [x\n", "a: x\n b: 'y\n", "@a;", "a #b ", "“x: ", "\u00a0a: b\n"]
)
def test_nasty_input_is_read_in_time(unit: str) -> None:
    parse_yaml((unit * 100_000).encode())
    find_citations("[" + unit * 100_000)


@pytest.mark.parametrize(
    ("text", "data", "body", "regel", "codes"),
    [
        ("", {}, "", 1, []),
        ("Tekst", {}, "Tekst", 1, []),
        ("---\n---\n", {}, "", 3, []),
        ("---\na: b\n---\nTekst\n\n---\nx: y\n", {"a": "b"}, "Tekst\n\n---\nx: y\n", 4, []),
        ("\n---\r\na: b\r\n---\r\nTekst\r\n", {"a": "b"}, "Tekst\n", 5, []),
        ("---\na: b\n\nDit is tekst.", {"a": "b"}, "\nDit is tekst.", 3, ["SCHEIDING"]),
        ("—\na: b\n---\nTekst", {"a": "b"}, "Tekst", 4, ["SCHEIDING"]),
        ("----\na: b\n–––\nTekst", {"a": "b"}, "Tekst", 4, ["SCHEIDING"] * 2),
        ("a: b\nc: d\n---\nTekst", {"a": "b", "c": "d"}, "Tekst", 4, ["SCHEIDING"]),
        ("Let op: dit\n\n---\n", {}, "Let op: dit\n\n---\n", 1, []),
        ("---\na: b\n---\n<<<<<<< x\n=======\n>>>>>>> y", {}, "", 1, ["CONFLICT"]),
        ("<<<<<<< alleen dit", {}, "<<<<<<< alleen dit", 1, []),
        ("---\na: b: c\n---\n\u200bT", {"a": "b: c"}, "T", 4, ["DUBBELE-PUNT", "TEKEN"]),
    ],
)
def test_front_matter(text: str, data: Data, body: str, regel: int, codes: list[str]) -> None:
    source = parse_markdown(text.encode())
    assert (source.data, source.body, source.body_regel) == (data, body, regel)
    assert [f.code for f in source.faults] == [f"LEES-{code}" for code in codes]


_OTHERWISE = (
    "CONFLICT",
    "DIEPTE",
    "AANTAL",
    "OMVANG",
    "MEER",
    "CODERING",
    "WORD",
    "SOORT",
    "OPMERKING",
)
"""Codes that tests of their own look at."""


def test_every_code_has_a_case() -> None:
    corpus = "".join(p.with_suffix(".fouten.txt").read_text("utf-8") for p in BRONTEKSTEN)
    tested = {f"LEES-{case[1]}" for case in SLIPS} | set(re.findall(r"LEES-[A-Z-]+[A-Z]", corpus))
    limits = {f"LEES-{c}" for c in _OTHERWISE}
    assert tested | limits == {code for code in FOUTEN if code.startswith("LEES-")}


VISIBLE = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"))
WORDS = st.text(st.one_of(VISIBLE, st.sampled_from("\n :#-'\"@&*[]{}é🎉")), max_size=60)
PLAIN = WORDS.filter(lambda t: not set(t) & set("“”„‟‘’‚‛"))
LIKE_A_SLIP = re.compile(r"[-•‣◦▪●○■·–—]|[a-z_]+:")
KEYS = PLAIN.filter(lambda t: bool(t) and t.strip() == t and not LIKE_A_SLIP.match(t))
NESTED = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


@given(st.dictionaries(KEYS, NESTED, min_size=1), st.sampled_from([True, False, None]))
def test_what_yaml_writes_comes_back_exactly(data: Any, flow: bool | None) -> None:
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, default_flow_style=flow)
    source = parse_yaml(text.encode())
    assert source.faults == ()
    assert source.data == data


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read(raw: bytes) -> None:
    for source in (parse_yaml(raw), parse_markdown(raw)):
        assert all(f.code in FOUTEN for f in source.faults)


BITS = st.sampled_from(
    ["'", '"', "[", "{", ": ", " #x", "\t", "\u00a0", "”", "@", "- ", "\n", "—\n"]
)


@given(st.sampled_from(RECORDS), st.lists(st.tuples(st.floats(0, 1), BITS), max_size=6))
def test_every_place_lies_in_the_text(path: Path, edits: list[tuple[float, str]]) -> None:
    text = path.read_text("utf-8")[:2500]
    for share, bit in edits:
        at = int(share * len(text))
        text = text[:at] + bit + text[at:]
    source: Source = _parse(path)(text.encode())
    lines = text.split("\n")
    places = [
        *source.places.values(),
        *source.values.values(),
        *(f.location for f in source.faults),
    ]
    for place in places:
        assert 1 <= place.kolom <= len(lines[place.regel - 1]) + 1
    assert set(source.places) == set(source.values)


@given(st.dictionaries(st.from_regex(r"[a-zé🎉]{1,8}", fullmatch=True), NESTED, min_size=1))
def test_places_point_at_the_key(data: dict[str, Any]) -> None:
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    assume("\n? " not in f"\n{text}")
    source = parse_yaml(text.encode())
    lines = text.split("\n")
    for pad, place in source.places.items():
        if len(pad) == 1 and pad[0] not in ("null", "y", "n"):
            shown = lines[place.regel - 1][place.kolom - 1 :].strip("'")
            assert shown.startswith(str(pad[0]))
