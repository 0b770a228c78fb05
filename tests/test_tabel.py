"""Tables: the same as rows in the file itself, whatever Excel or a person makes of them."""

import csv
import io
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.veld import beschrijf
from toetsingskader.record.tabellen import Tabellen
from toetsingskader.source import FOUTEN, Data, Tabel, parse_tabel
from toetsingskader.toetsing import Puntverslag, Toetsing
from voorbeelden.draaien import judge, prepare, run
from voorbeelden.samenstellen import FOUT, GOED, approve
from voorbeelden.wijzigen import example, put, toets

VISIBLE = st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"))
CELL = st.text(st.one_of(VISIBLE, st.sampled_from(';"\n ,=|é🎉')), max_size=12)
ROWS = st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6)


def _written(rows: list[list[str]], **how: Any) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", **how).writerows(rows)
    return out.getvalue()


def _texts(tabel: Tabel) -> list[list[str]]:
    return [[cel.tekst for cel in rij] for rij in (tabel.kop, *tabel.rijen) if rij]


@given(
    ROWS,
    st.sampled_from(["", "\ufeff", "sep=;\r\n", "\ufeffsep=;\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\r\n", "\n"]),
)
def test_what_csv_writes_comes_back(
    rows: list[list[str]], before: str, quoting: int, end: str
) -> None:
    text = before + _written(rows, quoting=quoting, lineterminator=end)
    tabel = parse_tabel(text.encode(), "x.csv")
    expected = [[cell.strip() for cell in row] for row in rows]
    assert _texts(tabel) == [row for row in expected if any(row)]
    assert {f.code for f in tabel.faults} <= {"TABEL-KOP", "TABEL-LEEG"}


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode) | ROWS.map(_written))
def test_any_file_is_read_and_every_place_lies_in_it(raw: str | bytes) -> None:
    raw = raw.encode() if isinstance(raw, str) else raw
    tabel = parse_tabel(raw, "x.csv")
    found = tabel.faults
    assert all(f.code in FOUTEN or f.code.startswith("TABEL-") for f in found)
    assert tabel.kop or tabel.faults
    text = raw.decode("utf-8", errors="replace").removeprefix("\ufeff")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cells = [cel.plaats for rij in (tabel.kop, *tabel.rijen) for cel in rij]
    if "LEES-CODERING" in {f.code for f in found}:
        return
    for place in (*cells, *(f.location for f in found)):
        assert place.bestand == "x.csv"
        assert 1 <= place.kolom <= len(lines[place.regel - 1]) + 1


@pytest.mark.parametrize(
    ("text", "rows", "codes"),
    [
        ("a;b\n\n;;\n1;2\n", [["a", "b"], ["1", "2"]], []),
        ("a;b\rc;d", [["a", "b"], ["c", "d"]], []),
        ("a\n1\n", [["a"], ["1"]], []),
        ('SEP=;\na; "b;c" \n', [["a", "b;c"]], []),
        ('a;b\n5" x;"q\n1;2', [["a", "b"], ['5" x', "q"], ["1", "2"]], ["TABEL-AANHALING"]),
        ('a\n"b" c', [["a"], ['b" c']], ["TABEL-AANHALING"]),
        ("a\tb\n1\t2,5", [["a", "b"], ["1", "2,5"]], ["TABEL-SCHEIDING"]),
        ('a,b\n1,"2,5"', [["a", "b"], ["1", "2,5"]], ["TABEL-SCHEIDING"]),
        ("Kosten, in euro\na;b", [["Kosten, in euro"], ["a", "b"]], []),
        ("a;b\x07\n1;2", [["a", "b"], ["1", "2"]], ["LEES-TEKEN"]),
        ("", [], ["TABEL-KOP"]),
        (" ; \n", [], ["TABEL-KOP"]),
    ],
)
def test_how_a_text_is_divided(text: str, rows: list[list[str]], codes: list[str]) -> None:
    tabel = parse_tabel(text.encode(), "x.csv")
    assert _texts(tabel) == rows
    assert [f.code for f in tabel.faults if not f.let_op] == codes


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("a;é\n€;2".encode("cp1252"), "TABEL-CODERING"),
        ("a;é\n1;".encode() + "é".encode("cp1252"), "LEES-CODERING"),
        (b"a;b\n1;\x81", "LEES-CODERING"),
        ("a;é\n1;2".encode("utf-16"), "LEES-CODERING"),
    ],
    ids=["whole", "mixed with UTF-8", "a byte that means nothing", "UTF-16"],
)
def test_windows_1252_is_read_when_all_of_it_is(raw: bytes, code: str) -> None:
    tabel = parse_tabel(raw, "x.csv")
    assert [(f.code, f.let_op) for f in tabel.faults] == [(code, code == "TABEL-CODERING")]
    assert len(tabel.rijen) == 1


@pytest.mark.parametrize(
    "unit", ['"', '"\n', ";", ";\n", "\n", " ", '"a;', '"x""\n', 'a"b;', '"";\n', "\x07", "a\n"]
)
def test_nasty_input_is_read_in_time(unit: str) -> None:
    tabel = parse_tabel(unit.encode() * (4_900_000 // len(unit)), "x.csv")
    assert sum(map(len, tabel.rijen)) <= 20_000
    assert len(tabel.faults) <= 201


@pytest.mark.parametrize(
    ("size", "row", "code"),
    [(60_000_000_000, "", "LEES-OMVANG"), (0, "x;1\n" * 10_001, "LEES-AANTAL")],
)
def test_a_large_table_is_a_finding(size: int, row: str, code: str, tmp_path: Path) -> None:
    """The first is larger than any memory; only its begin is read."""
    record = prepare(GOED / "tabellen", tmp_path)
    path = record / "bijlagen/kosten.csv"
    path.write_text("post;jaar\n" + row, encoding="utf-8")
    if size:
        os.truncate(path, size)
    found = judge(tmp_path)
    assert found.codes == {code}
    assert found.code == 1


def test_a_table_gives_the_same_report_and_letter_as_rows(tmp_path: Path) -> None:
    for naam in ("volledig", "tabellen"):
        approve(prepare(GOED / naam, tmp_path / naam))
        assert run(tmp_path / naam, "maak", "dossier", "--definitief").code == 0
    rows, tables = (
        {p.name: p.read_bytes() for p in (tmp_path / e).glob("uitvoer/dossier/*/*.*")}
        for e in ("volledig", "tabellen")
    )
    assert len(rows) == 9
    assert rows == tables


def test_nothing_outside_bijlagen_is_read(tmp_path: Path) -> None:
    record = prepare(FOUT / "tabel-pad", tmp_path)
    (tmp_path / "assessments/mandaten.csv").write_text("GEHEIM-BUITEN;1\n", encoding="utf-8")
    assert "GEHEIM-BUITEN" not in run(tmp_path, "toets").uit
    assert run(tmp_path, "maak").code == 0
    written = [p.read_bytes() for p in (tmp_path / "uitvoer").rglob("*") if p.is_file()]
    assert written
    assert not any(b"GEHEIM-BUITEN" in data for data in written)
    # A folder that is itself a link is as closed as a file that is one.
    bijlagen = record / "bijlagen"
    bijlagen.rename(tmp_path / "elders")
    bijlagen.symlink_to(tmp_path / "elders")
    assert "TABEL-ONGEBRUIKT" not in judge(tmp_path).codes


NAMES = ("post", "jaar", "bedrag", "dekking", "toelichting", "bedrag.bron")
VALUES = st.sampled_from(
    ["", "1.250", "1,250", "12,5 mln", "onbekend", "vertrouwelijk", "medio 2026", "2026", "biv",
     "x; y", 'zegt "ja"', "@voorbeeld-rapport, p. 2", "ongedekt", "kosten|baten"]
)  # fmt: skip


def _as_typed(row: list[str]) -> Data:
    """The row as a person would write it in the file of the point."""
    fields: dict[str, Data] = {n: text for n, text in zip(NAMES, row, strict=True) if text}
    bron = fields.pop("bedrag.bron", None)
    if bron:
        fields["bedrag"] = {"waarde": fields.get("bedrag"), "bron": bron}
    return fields


def _checked(raw: bytes) -> Toetsing:
    """What is found when this is the table of the costs."""
    record = example(GOED / "tabellen")
    costs: dict[str, Tabellen] = {"financien": {("kosten",): parse_tabel(raw, "x/kosten.csv")}}
    return toets(replace(record, tabellen={**record.tabellen, **costs}))[1]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(VALUES, min_size=6, max_size=6).filter(any), max_size=4))
def test_a_cell_is_read_as_the_same_value_in_yaml(rows: list[list[str]]) -> None:
    found = _checked(_written([[*NAMES], *rows]).encode())
    base = replace(example(GOED / "tabellen"), tabellen={})
    typed = put(base, [(("financien", ("kosten",)), [*map(_as_typed, rows)])])
    expected = toets(replace(typed, tabellen=_others()))[1]
    assert _costs(found).gegevens == _costs(expected).gegevens
    assert _said(found) == _said(expected)
    assert found.niet_beoordeeld == expected.niet_beoordeeld


def _others() -> dict[str, Tabellen]:
    return {k: v for k, v in example(GOED / "tabellen").tabellen.items() if k != "financien"}


def _costs(toetsing: Toetsing) -> Puntverslag:
    return next(p for p in toetsing.punten if p.sleutel == "financien")


def _said(toetsing: Toetsing) -> list[tuple[str, ...]]:
    found = [(b.code, b.veld, b.tekst, *b.wie) for b in toetsing.bevindingen]
    return sorted(f for f in found if f[0] != "TABEL-LEEG")


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode) | ROWS.map(_written))
def test_any_table_is_checked(raw: str | bytes) -> None:
    raw = raw.encode() if isinstance(raw, str) else raw
    for before in (b"", b"post;jaar;bedrag\n"):
        for b in _checked(before + raw).bevindingen:
            assert b.plaats.bestand.startswith(("/", "x/kosten.csv"))


def _models(model: type[Blok]) -> set[type[Blok]]:
    inner = {b.model for b in beschrijf(model) if b.model}
    return {model}.union(*map(_models, inner))


def test_a_comma_may_divide_choices_in_a_list() -> None:
    houders: list[type[Blok]] = [Dossier, *PUNTEN.values()]
    for model in set[type[Blok]]().union(*map(_models, houders)):
        for b in beschrijf(model):
            if b.meervoud and b.waardetype:
                words = [*b.waardetype.options, *b.waardetype.options.values()]
                assert not [w for w in words if set(w) & set(",|")], (model, b.naam)
