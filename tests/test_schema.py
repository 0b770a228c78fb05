"""The schemas for an editor: they refuse nothing that the program reads, and do refuse slips."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from toetsingskader.errors import ExitCode
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.veld import Veldbeschrijving, alle_velden, beschrijf
from toetsingskader.naslag.schema import SCHEMAS, schema_text
from toetsingskader.record import Record, load
from toetsingskader.source import parse_yaml
from toetsingskader.toetsing import Ernst
from toetsingskader.validation import validate
from toetsingskader.validation.bronnen import read_bronnen
from voorbeelden.draaien import run
from voorbeelden.samenstellen import GOED, build

OWN = sorted(p for p in (Path(__file__).parents[1] / "assessments").iterdir() if p.is_dir())
Golden = Callable[[str, str], None]


@cache
def validator(naam: str) -> Draft7Validator:
    """What judges by a schema."""
    return Draft7Validator(json.loads(schema_text(naam)))


def faults(naam: str, data: Any) -> list[str]:
    """What a schema has against data, as a path and a sentence."""
    return [f"{e.json_path}: {e.message}" for e in validator(naam).iter_errors(data)]


def as_editor(data: Any) -> Any:
    """The data as an editor reads the same text, in which words may be of a type of YAML."""
    if isinstance(data, dict):
        return {key: as_editor(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_editor(value) for value in data]
    if data in ("true", "false"):
        return data == "true"
    if isinstance(data, str) and re.fullmatch(
        r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", data, re.ASCII
    ):
        return float(data)
    return data


@pytest.mark.parametrize("naam", ["dossier", "bronnen"])
def test_the_file_in_docs_is_current(naam: str, golden: Golden, tmp_path: Path) -> None:
    assert run(tmp_path, "schema", naam, "--naar", "schema.json").code == ExitCode.GOED
    written = (tmp_path / "schema.json").read_text(encoding="utf-8")
    assert run(tmp_path, "schema", naam).uit == written
    golden(f"../../docs/schema/{naam}.schema.json", written)


def test_a_schema_that_does_not_exist(tmp_path: Path) -> None:
    result = run(tmp_path, "schema", "mandat")
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert result.fout.startswith("Van 'mandat' is er geen schema. Kies uit: dossier, bronnen, ")


@pytest.mark.parametrize("naam", list(SCHEMAS))
def test_it_is_a_schema(naam: str) -> None:
    Draft7Validator.check_schema(validator(naam).schema)


def _texts(node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("title", "description", "errorMessage") and isinstance(value, str):
                yield key, value
            yield from _texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from _texts(value)


@pytest.mark.parametrize("naam", list(SCHEMAS))
def test_every_sentence_ends_and_says_something(naam: str) -> None:
    for key, text in _texts(validator(naam).schema):
        assert text.strip() == text != ""
        assert ".." not in text
        assert key == "title" or text.endswith((".", "?", "…")), text


@pytest.mark.parametrize("record", [*OWN, *sorted(GOED.iterdir())], ids=lambda p: p.name)
def test_every_record_of_ours_is_accepted(record: Path, tmp_path: Path) -> None:
    folder = record if record in OWN else build(record, tmp_path / "dossier")
    for sleutel, source in load(folder).bronteksten.items():
        if sleutel in SCHEMAS:
            assert faults(sleutel, source.data) == []
            assert faults(sleutel, as_editor(source.data)) == []


WORDS = (
    "",
    "onbekend",
    "Onbekend.",
    "vertrouwelijk",
    "n.v.t.",
    "true",
    "12",
    "1.250",
    "null",
    "ja",
    "fout",
    "'@x, p. 2'",
)


def _spelled(word: str) -> st.SearchStrategy[str]:
    """A word as people may type it."""
    sign = st.sampled_from(["", "", "", " ", "-", "_", "'", "\u00a0", "\u0301"])
    case = st.sampled_from([str, str.upper, str.lower])
    parts = st.tuples(*[st.tuples(sign, case) for _ in word])
    end = st.sampled_from(["", ".", " ", ".. ", " ."])
    return st.tuples(parts, end).map(
        lambda t: "".join(s + c(w) for (s, c), w in zip(t[0], word, strict=True)) + t[1]
    )


def _value(b: Veldbeschrijving) -> st.SearchStrategy[Any]:
    assert b.waardetype
    known = [x for pair in b.waardetype.options.items() for x in pair] or [b.waardetype.example]
    one = st.sampled_from([*known, *WORDS]).flatmap(_spelled) | st.sampled_from([*known, *WORDS])
    return st.none() | one


def _long(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    keys = {
        "waarde": value,
        "bron": st.just("@x"),
        "datum": st.just("12 mei 2026"),
        "toelichting": st.just("Zo."),
        "fout": st.just("x"),
    }
    return st.sets(st.sampled_from(list(keys)), max_size=3).flatmap(
        lambda some: st.fixed_dictionaries({key: keys[key] for key in sorted(some)})
    )


def _answer(b: Veldbeschrijving, depth: int) -> st.SearchStrategy[Any]:
    one = _block(b.model, depth - 1) if b.model else _value(b)
    forms = one | st.lists(one, max_size=2) | _long(one | st.lists(one, max_size=2))
    return forms | st.sampled_from([None, {}, [], *WORDS, {"tabel": "bijlagen/x.csv"}])


def _block(model: type[Blok], depth: int) -> st.SearchStrategy[Any]:
    fields = {b.naam: b for b in beschrijf(model)} if depth else {}
    names = st.sets(st.sampled_from([*fields, "fout"]), max_size=2)
    return names.flatmap(
        lambda some: st.fixed_dictionaries(
            {n: _answer(fields[n], depth) if n in fields else st.just("x") for n in sorted(some)}
        )
    ) | st.sampled_from([None, {}, *WORDS])


def _is_read(data: Any) -> bool:
    """Whether the program has nothing against how this dossier.yaml is written."""
    source = parse_yaml(json.dumps(data, ensure_ascii=False).encode())
    found = validate(Record("x", "x", {"dossier": source}, ()))[1]
    return not any(b.ernst is Ernst.ONGELDIG for b in found)


@given(_block(Dossier, 3))
def test_what_the_program_reads_is_accepted(data: Any) -> None:
    if not _is_read(data):
        return
    assert faults("dossier", data) == []
    assert faults("dossier", as_editor(data)) == []


FIELDS = [b for _, b in alle_velden(Dossier) if b.waardetype and b.waardetype.options]
CHOICES = {tuple(b.waardetype.options): b for b in FIELDS if b.waardetype}


@pytest.mark.parametrize("veld", list(CHOICES.values()), ids=lambda b: b.naam)
def test_a_choice_is_accepted_as_the_program_accepts_it(veld: Veldbeschrijving) -> None:
    soort = veld.waardetype
    assert soort
    schema = json.loads(schema_text("dossier"))
    name = next(
        n
        for n, d in schema["definitions"].items()
        if d.get("oneOf", [{}])[0].get("enum") == [*soort.options, "onbekend"]
    )
    judge = Draft7Validator(schema["definitions"][name])

    @given(st.sampled_from([*soort.options, *soort.options.values(), "fout"]).flatmap(_spelled))
    def same(text: str) -> None:
        try:
            soort.validate(text)
        except ValueError:
            # A sign that is not ASCII is left to the program.
            assert not judge.is_valid(text) or not text.isascii() or not text.strip()
        else:
            assert judge.is_valid(text), text

    same()
    others: tuple[Any, ...] = ("fout", 3, True, [], {}, "vertrouwelijk")
    assert [wrong for wrong in others if judge.is_valid(wrong)] == []


WRONG = {
    "an unknown field": {"titels": "x"},
    "an unknown field in a block": {"besluit": {"uitkomsten": "positief"}},
    "an unknown field in a row": {"missies": [{"sleutels": "x"}]},
    "a field one level too deep": {"besluit": {"titel": "x"}},
    "a wrong choice": {"artikel": "artikel 101"},
    "a wrong choice, long": {"artikel": {"waarde": "artikel 101", "bron": "@x"}},
    "a wrong choice in a row": {"brieven": [{"soort": "brief"}]},
    "a wrong choice in a list": {"regelsets": ["mali"]},
    "text for a list": {"missies": "Mali"},
    "a row for a list": {"missies": {"sleutel": "x"}},
    "text for a block": {"besluit": "positief"},
    "a block for a value": {"titel": {"tekst": "x"}},
    "an unknown field beside a value": {"titel": {"waarde": "x", "bronnen": "@x"}},
    "secret where that cannot be": {"besluit": "vertrouwelijk"},
    "a secret row where that cannot be": {"opties": ["vertrouwelijk"] * 2},
}


@pytest.mark.parametrize("data", WRONG.values(), ids=list(WRONG))
def test_a_slip_is_refused_as_the_program_refuses_it(data: Any) -> None:
    assert faults("dossier", data) != []
    assert not _is_read(data)


def _codes(data: Any) -> list[str]:
    """The finding codes of the program on these sources."""
    source = parse_yaml(json.dumps(data, ensure_ascii=False).encode())
    return [f.code for f in source.faults] + [code for _, code, _ in read_bronnen(source)[1]]


GOOD_SOURCE = {"id": "x", "title": "y"}
FIELDS_OF_SOURCE: dict[str, tuple[Any, ...]] = {
    "id": ("", None, ["x"]),
    "title": ("", None, ["x"]),
    "type": ("report", "Report", "rapport", None, "", ["report"]),
    "URL": ("https://x", "www.x.nl", "", None, ["https://x"]),
    "url": ("https://x",),
    "Title": ("x",),
    "author": ([{"literal": "x"}], [{"family": "x", "given": "y"}], "x", ["x"], [], "", None, {}),
    "editor": ([{"given": "y"}], [{"naam": "y"}], [{"literal": "x", "naam": "y"}]),
    "custom": (
        *({"rang": "media"}, {"rang": "krant"}, {"rang": None}, {"kamer": "Tweede"}),
        *({"kamer": "derde"}, {"kamers": "tweede"}, {}, [], "", "x", ["x"], None),
    ),
    "issued": ("2025", {"year": "2025"}, {"date-parts": [["2025"]]}, [{"year": "2025"}]),
    "publisher": ("x", {"naam": "x"}, None),
    "note": ("", "x", ["x"]),
    "eigen veld": ("x", ["x"]),
    "DOI": ("x", ["x"]),
    "volume": ("3",),
}
SOURCES: list[Any] = [
    *(None, {}, {"references": []}, {"references": None}, {"references": "x"}, "x", ["x"]),
    *([GOOD_SOURCE], {"references": [GOOD_SOURCE]}, {"bronnen": [GOOD_SOURCE]}),
    *([{**GOOD_SOURCE, n: w}] for n, values in FIELDS_OF_SOURCE.items() for w in values),
]


@pytest.mark.parametrize("data", SOURCES, ids=repr)
def test_sources_are_judged_as_the_program_judges_them(data: Any) -> None:
    assert (faults("bronnen", data) != []) == (_codes(data) != []), _codes(data)


def test_number_as_key_of_a_source_is_read() -> None:
    assert faults("bronnen", [{"id": 2025, "title": 7}]) == []


def test_points_have_a_schema_too(tmp_path: Path) -> None:
    folder = build(GOED / "alles", tmp_path / "dossier")
    assert not [b for b in validate(load(folder))[1] if b.code.startswith("VELD")]
    assert faults("mandaat", {"rechtsgronden": [{"soort": "verzinsel"}]}) != []
    assert faults("navo-carve-out", {"bijdragen": [{"navo_taak": "vertrouwelijk"}]}) != []
