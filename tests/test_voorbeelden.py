"""Every example record through the command: exactly these findings, in sentences that help.

`tests/voorbeelden/goed` holds records in which nothing is wrong, `fout` one slip each. See
`voorbeelden/samenstellen.py` for how an example is put together.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import toetsingskader
from toetsingskader.regels import REGELS
from toetsingskader.sjablonen import VOORBEELD
from toetsingskader.source import FOUTEN
from voorbeelden.draaien import Oordeel, judge, prepare, run
from voorbeelden.samenstellen import FOUT, GOED, HERE, approve

GOEDE = sorted(p for p in GOED.iterdir() if p.is_dir())
FOUTE = sorted(p for p in FOUT.iterdir() if p.is_dir())
assert len(GOEDE) >= 2
assert len(FOUTE) >= 100
VOORBEELDEN = GOEDE + FOUTE

Judge = Callable[[Path], Oordeel]
Golden = Callable[[str, str], None]

_BLOCKS = ("ongeldig", "tegenstrijdig", "ontbreekt")
_JARGON = re.compile(
    r"Input should|Traceback|Error\b|\b(field|value|None|str|dict|list|int|validation|extra|"
    r"forbidden|mapping|scalar|token|Missing|missing|required|invalid)\b"
)
_WHAT_TO_DO = re.compile(
    r"\b(vul|schrijf|zet|haal|kies|gebruik|corrigeer|voeg|noem|controleer|bewaar|maak|geef|"
    r"herhaal|los|laat|vervang|werk|leg|verlaag|beperk|beschrijf|kijk|herstel|moet|hoort|horen|"
    r"zoals|bijvoorbeeld|bedoelde u|kunnen staan|is een van)\b",
    re.IGNORECASE,
)
_OWN_WORDS = re.compile(r"^Open vraag.*?: ")
"""The sentence of an open question is its author's."""

_OTHER_BRANCHES = {
    "MANDAAT-EINDE": {"let_op"},
    "CB1": {"tegenstrijdig"},
    "K3C": {"ontbreekt"},
    "T2": {"ontbreekt", "let_op"},
    "T9": {"ontbreekt"},
    "T10": {"ontbreekt", "let_op"},
    "OPTIE-GEKOZEN": {"ontbreekt"},
    "KOSTEN-JAREN": {"ontbreekt"},
    "SCENARIO-UITGANGSPUNT": {"ontbreekt"},
    "D4": {"let_op"},
    "T7": {"ter_informatie"},
    "WR1": {"ontbreekt"},
    "K3A": {"ontbreekt"},
    "KS1": {"ontbreekt"},
    "MC1": {"ontbreekt"},
    "MC2": {"ontbreekt"},
    "MC3": {"ontbreekt"},
    "MC4": {"ontbreekt"},
}
"""Severities a rule gives in some cases besides its own."""
_GENERATED = {"LEES-OMVANG", "LEES-AANTAL", "LEES-MEER"}
"""Codes whose files are too large to keep; `test_large_files` makes them."""


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    known: dict[Path, Oordeel] = {}

    def find(example: Path) -> Oordeel:
        if example not in known:
            here = tmp_path_factory.mktemp("voorbeeld")
            prepare(example, here)
            known[example] = judge(here)
        return known[example]

    return find


def _ids(example: Path) -> str:
    return example.relative_to(HERE).as_posix()


every_example = pytest.mark.parametrize("example", VOORBEELDEN, ids=_ids)


@every_example
def test_findings_are_exactly_these(example: Path, judged: Judge, golden: Golden) -> None:
    name = f"../voorbeelden/{_ids(example)}"
    golden(f"{name}/bevindingen.txt", judged(example).regels)
    golden(f"{name}/uitkomst.txt", judged(example).uitkomst)


@every_example
def test_exit_code_follows_from_the_findings(example: Path, judged: Judge) -> None:
    found = judged(example)
    open_ = [b for b in found.bevindingen if not b["aanvaard"]]
    wrong = any(
        b["ernst"] == "ongeldig" or (b["ernst"] == "tegenstrijdig" and b["maatstaf"] != "bron")
        for b in open_
    )
    assert found.code == int(wrong)
    assert found.code_streng == int(any(b["ernst"] in _BLOCKS for b in open_))


@every_example
def test_every_sentence_helps(example: Path, judged: Judge) -> None:
    found = judged(example)
    assert found.fout == ""
    for b in found.bevindingen:
        tekst: str = b["tekst"]
        assert not _JARGON.search(tekst), tekst
        assert b["wie"], tekst
        assert all(wie.strip() for wie in b["wie"]), tekst
        assert "  " not in tekst, tekst
        assert tekst[0].isupper() or tekst[0] in "'[", tekst
        assert tekst.endswith((".", "?")), tekst
        assert not tekst.endswith(".."), tekst
        if not _OWN_WORDS.match(tekst):
            assert _WHAT_TO_DO.search(tekst), tekst


@every_example
def test_place_is_in_the_file(example: Path, judged: Judge, tmp_path: Path) -> None:
    """A place can be clicked: the line exists and is not shorter than the column."""
    record = prepare(example, tmp_path)
    for b in judged(example).bevindingen:
        plaats = b["plaats"]
        path = record.parent.parent / plaats["bestand"]
        where = (plaats["regel"], plaats["kolom"])
        if b["code"].startswith("MAP-") or not path.exists():
            assert where == (1, 1)
            continue
        raw = path.read_bytes()
        text = raw.decode("utf-16" if raw.startswith(b"\xff\xfe") else "utf-8", errors="replace")
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert where[0] <= len(lines), b
        assert where[1] <= len(lines[where[0] - 1]) + 1, b


@pytest.mark.parametrize("example", GOEDE, ids=_ids)
def test_nothing_is_wrong_in_a_good_one(example: Path, judged: Judge, tmp_path: Path) -> None:
    found = judged(example)
    assert found.bevindingen == ()
    assert found.niet_beoordeeld == ()
    assert (found.code, found.code_streng) == (0, 0)


def test_good_records_are_final(tmp_path: Path) -> None:
    approve(prepare(GOED / "volledig", tmp_path))
    result = run(tmp_path, "maak", "dossier", "--definitief")
    assert result.code == 0
    assert result.fout == ""
    assert len(list(tmp_path.glob("uitvoer/dossier/*/*k.*"))) == 4


@pytest.mark.parametrize("example", FOUTE, ids=_ids)
def test_a_bad_one_differs_from_its_base(example: Path, judged: Judge) -> None:
    assert judged(example).bevindingen


def test_complete_record_has_all_files() -> None:
    assert sum(p.is_file() for p in VOORBEELD.rglob("*") if "/" in _rel(p)) >= 20
    assert len({_rel(p) for p in VOORBEELD.rglob("*.md")} - {"README.md"}) == 22


def _rel(path: Path) -> str:
    return path.relative_to(VOORBEELD).as_posix()


def test_every_rule_has_a_bad_example_of_each_severity(judged: Judge) -> None:
    seen: dict[str, set[str]] = {}
    for example in FOUTE:
        for b in judged(example).bevindingen:
            seen.setdefault(b["code"], set()).add(b["ernst"])
    for regel in REGELS:
        assert seen.get(regel.code, set()) >= {
            regel.ernst.value,
            *_OTHER_BRANCHES.get(regel.code, set()),
        }, regel.code
    codes = {regel.code for regel in REGELS}
    assert len(codes) == len(REGELS), "a code is permanent and names one rule"
    assert codes >= set(_OTHER_BRANCHES)


def test_every_slip_has_a_bad_example(judged: Judge) -> None:
    seen = {code for example in FOUTE for code in judged(example).codes}
    source = "".join(
        p.read_text(encoding="utf-8") for p in Path(toetsingskader.__file__).parent.rglob("*.py")
    )
    values = {f"VELD-{code}" for code in re.findall(r'refuse\(\s*"([A-Z_]+)"', source)}
    fixed = set(re.findall(r'"((?:VELD|BRONNEN|MAP|TABEL|AANVAARD|SCHEMA)-[A-Z-]+)"', source))
    assert values | fixed - {"VELD-"} <= seen
    assert set(FOUTEN) - seen <= _GENERATED


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    prepare(FOUT / "map-koppeling", tmp_path)
    for argumenten in (["toets"], ["maak"]):
        assert "GEHEIM-BUITEN" not in run(tmp_path, *argumenten).uit
    written = [p.read_bytes() for p in (tmp_path / "uitvoer").rglob("*") if p.is_file()]
    assert written
    assert not any(b"GEHEIM-BUITEN" in data for data in written)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("a" * 5_000_001, "LEES-OMVANG", id="larger than 5 MB"),
        pytest.param("---\ncijfers: [" + "x, " * 20_001 + "]\n---\n", "LEES-AANTAL", id="20.001"),
        pytest.param("---\n" + "a b\n" * 300 + "---\n", "LEES-MEER", id="300 slips"),
    ],
)
def test_large_files(text: str, code: str, tmp_path: Path) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    (record / "kunnen/financien.md").write_text(text, encoding="utf-8")
    found = judge(tmp_path)
    assert code in found.codes
    assert found.code == 1
