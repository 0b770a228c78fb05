"""Reading: one slip is one finding, wherever a line stands, and fields never become prose."""

from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from toetsingskader.sjablonen import VOORBEELD
from toetsingskader.source import Data, Location, parse_markdown, parse_yaml

# text, code, line, column, part of the sentence, what is read
SLIPS: list[tuple[str, str, int, int, str, Data]] = [
    (
        "a:\n  - b: c\n  d: e\n    f: g\n  - b: h",
        "INSPRINGING",
        3,
        3,
        "kolom 5",
        {"a": [{"b": "c", "d": "e", "f": "g"}, {"b": "h"}]},
    ),
    ("a:\n  - b: c\n\td: e\n    f: g", "TAB", 3, 1, "tab", {"a": [{"b": "c", "d": "e", "f": "g"}]}),
    (
        "a:\n  - b: c\n   - b: d\n    e: f",
        "INSPRINGING",
        3,
        4,
        "kolom 3",
        {"a": [{"b": "c"}, {"b": "d", "e": "f"}]},
    ),
    ("a:\n  b: c\n d:\n  e: f", "INSPRINGING", 3, 2, "kolom 1", {"a": {"b": "c"}, "d": {"e": "f"}}),
    (
        "a:\n  b: c\n d: e\n  f: g",
        "INSPRINGING",
        3,
        2,
        "kolom 3",
        {"a": {"b": "c", "d": "e", "f": "g"}},
    ),
    (
        "a:\n    b: c\n    d: e\n  - b: f",
        "OPSOMMING",
        2,
        5,
        "Zet '- ' voor 'b'",
        {"a": [{"b": "c", "d": "e"}, {"b": "f"}]},
    ),
    (
        "a:\n  b: c\n  d:\n    e: f\n  - b: g",
        "OPSOMMING",
        2,
        3,
        "Zet '- ' voor 'b'",
        {"a": [{"b": "c", "d": {"e": "f"}}, {"b": "g"}]},
    ),
    ("a: b # c\nd: e", "OPMERKING", 1, 6, "a: 'b # c'", {"a": "b", "d": "e"}),
    ("a: b  # c\nd: e", "OPMERKING", 1, 7, "telt niet mee ('# c')", {"a": "b", "d": "e"}),
    ("a: b\n  c # d", "OPMERKING", 2, 5, "'b c # d'", {"a": "b c"}),
    ("a:\n  - b # c", "OPMERKING", 2, 7, "'b # c'", {"a": ["b"]}),
    ("a: [b # c\n  , d]", "OPMERKING", 1, 7, "'b # c'", {"a": ["b", "d"]}),
]


@pytest.mark.parametrize("case", SLIPS, ids=lambda case: repr(case[0]))
def test_one_slip_is_one_finding(case: tuple[str, str, int, int, str, Data]) -> None:
    text, code, regel, kolom, fragment, data = case
    source = parse_yaml(text.encode())
    assert [(f.code, f.location) for f in source.faults] == [
        (f"LEES-{code}", Location(regel, kolom))
    ]
    assert fragment in source.faults[0].tekst
    assert source.faults[0].let_op == (code == "OPMERKING")
    assert source.data == data
    assert source.readable


@pytest.mark.parametrize(
    ("raw", "code", "words"),
    [
        (b"PK\x03\x04\x14\x00", "LEES-WORD", "Word-bestand"),
        (b"{\\rtf1\\ansi tekst}", "LEES-WORD", "Word-bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "LEES-WORD", "Word-bestand"),
        (b"%PDF-1.7\n", "LEES-SOORT", "een PDF"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "LEES-SOORT", "een webpagina"),
        (b"@article{muller, title = {A: b}}", "LEES-SOORT", "BibTeX"),
        (b"TY  - JOUR\n", "LEES-SOORT", "RIS"),
    ],
)
def test_a_file_of_another_kind_is_named(raw: bytes, code: str, words: str) -> None:
    for source in (parse_yaml(raw), parse_markdown(raw)):
        assert [(f.code, f.location) for f in source.faults] == [(code, Location(1, 1))]
        assert words in source.faults[0].tekst
        assert not source.readable
        assert source.body == ""


def test_a_file_without_any_field_is_one_finding() -> None:
    source = parse_yaml(b"# los\nZie de bronnen in Word.\nEn die erna.\n")
    assert [(f.code, f.location) for f in source.faults] == [("LEES-VORM", Location(2, 1))]
    assert not source.readable


_ABOVE = "Boven de velden staat tekst ('Steun van bondgenoten')"


@pytest.mark.parametrize(
    ("text", "codes", "words"),
    [
        ("Steun van bondgenoten\n\n---\na: b\n---\nProza.\n", 1, _ABOVE),
        ("Steun van bondgenoten\n---\na: b\n---\nProza.\n", 1, _ABOVE),
        ("Steun van\nbondgenoten\n---\na: b\nc:\n  d: e\n\nProza.\n", 2, "('Steun van bondg"),
        ("Steun van bondgenoten\na: b\nc: d\n---\nProza.\n", 2, _ABOVE),
        (" ---\na: b\n---\nProza.\n", 1, "een spatie of tab"),
        ("---\na: b\n ---\nProza.\n", 1, "een spatie of tab"),
    ],
)
def test_fields_never_become_prose(text: str, codes: int, words: str) -> None:
    source = parse_markdown(text.encode())
    assert {f.code for f in source.faults} == {"LEES-SCHEIDING"}
    assert len(source.faults) == codes
    assert words in source.faults[0].tekst
    assert isinstance(source.data, dict)
    assert source.data["a"] == "b"
    assert source.body.strip() == "Proza."


@pytest.mark.parametrize(
    "text", ["Proza.\n\n---\n\nMeer proza: ja.\n", "Proza.\nps: dit ook.\n", "Kop\n---\n- a: b\n"]
)
def test_dashes_in_prose_are_prose(text: str) -> None:
    source = parse_markdown(text.encode())
    assert source.faults == ()
    assert source.body == text


def _shifted(line: str) -> Iterator[str]:
    """A line one column to the right, one to the left, and with a tab."""
    yield f" {line}"
    if line.startswith(" "):
        yield line[1:]
        if ": " in line or "- " in line:
            yield "\t" + line.lstrip()


def _begins_row_of_two(lines: list[str], at: int) -> bool:
    """Whether a row of two lines begins here: nobody can tell which of the two is wrong."""
    deeper = " " * (len(lines[at]) - len(lines[at].lstrip()) + 1)
    row = takewhile(lambda line: line.startswith(deeper), lines[at + 1 :])
    return lines[at].lstrip().startswith("- ") and len(list(row)) == 1


@pytest.mark.parametrize("path", sorted(VOORBEELD.glob("*/*.md")), ids=lambda p: p.stem)
def test_a_line_in_the_wrong_column_is_one_finding_and_is_read(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    good = parse_markdown("\n".join(lines).encode()).data
    for i in range(1, lines.index("---", 1)):
        for line in _shifted(lines[i]) if not _begins_row_of_two(lines, i) else ():
            source = parse_markdown("\n".join([*lines[:i], line, *lines[i + 1 :]]).encode())
            assert len(source.faults) <= 1, (line, [f.tekst for f in source.faults])
            assert source.faults or source.data == good, line
