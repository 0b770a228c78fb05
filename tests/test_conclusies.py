"""What the policy brief concludes about its own cases, held against what the rules say.

Each folder in `voorbeelden/brief` is a case: an operation type, an option or a scenario of the
brief, or our own record. Its `conclusies.txt` has one conclusion per line:

    page | code | what is expected | the conclusion, in the words of a reader

Expected is a severity ("let op"), `niet` (no such finding), or `niet` with a severity (none as
bad as that). Pages follow from the page breaks of the brief; its text has none.

A conclusion whose rule does not exist yet is skipped, and no longer when the rule is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from toetsingskader.kader.veld import Briefsoort
from toetsingskader.record import load
from toetsingskader.regels import REGELS, check
from toetsingskader.validation import validate
from voorbeelden.samenstellen import BRIEF, build

_RULES = {regel.code for regel in REGELS}
_OF_READING = {"VELD-KEUZE"}
"""Codes that come from reading a record, not from a rule."""
_SEVERITIES = {"ongeldig", "tegenstrijdig", "ontbreekt", "let op", "ter informatie"}


@dataclass(frozen=True)
class Conclusie:
    """One line of a `conclusies.txt`."""

    geval: str
    pagina: str
    code: str
    verwacht: str
    zin: str


def _read(file: Path) -> list[Conclusie]:
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [Conclusie(file.parent.name, *row) for row in rows]


CONCLUSIES = [c for file in sorted(BRIEF.glob("*/conclusies.txt")) for c in _read(file)]
assert len({c.geval for c in CONCLUSIES}) == sum(p.is_dir() for p in BRIEF.iterdir())

Found = dict[str, set[str]]
Judge = Callable[[str], Found]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """The severities of each code in a case, for the letter and for the note together."""

    @cache
    def judge(geval: str) -> Found:
        folder = build(BRIEF / geval, tmp_path_factory.mktemp("brief") / "dossier")
        beoordeling, gelezen = validate(load(folder))
        severities: Found = {}
        for soort in (Briefsoort.ARTIKEL_100, Briefsoort.BESLISNOTA):
            for b in check(beoordeling, gelezen, soort).bevindingen:
                severities.setdefault(b.code, set()).add(b.ernst.label)
        return severities

    return judge


@pytest.mark.parametrize(
    "conclusie", CONCLUSIES, ids=lambda c: f"{c.geval}: {c.code} {c.verwacht} ({c.pagina})"
)
def test_findings_agree_with_the_brief(conclusie: Conclusie, found: Judge) -> None:
    if conclusie.code not in _RULES | _OF_READING:
        pytest.skip(f"no rule {conclusie.code} yet")
    severities = found(conclusie.geval).get(conclusie.code, set())
    if conclusie.verwacht == "niet":
        assert not severities, conclusie
    elif conclusie.verwacht.startswith("niet "):
        assert conclusie.verwacht.removeprefix("niet ") not in severities, conclusie
    else:
        assert conclusie.verwacht in severities, conclusie


def test_conclusions_are_well_formed() -> None:
    for c in CONCLUSIES:
        assert c.verwacht.removeprefix("niet").strip() in _SEVERITIES | {""}, c
        assert c.pagina.startswith("p. "), c
        assert c.zin.endswith((".", "?")), c


def test_a_case_is_readable(found: Judge) -> None:
    """A slip in an example would make every `niet` in it true."""
    for geval in {c.geval for c in CONCLUSIES}:
        wrong = {code for code, ernst in found(geval).items() if "ongeldig" in ernst}
        meant = {c.code for c in CONCLUSIES if c.geval == geval and c.verwacht == "ongeldig"}
        assert wrong == meant, geval
