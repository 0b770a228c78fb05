"""The commands as the shell sees them: exit codes, and what is said in Dutch.

What they write stands in test_commands_schrijven.py.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from toetsingskader.cli import main
from toetsingskader.errors import ExitCode
from toetsingskader.kader.veld import Briefsoort
from voorbeelden.draaien import prepare, run, snapshot
from voorbeelden.samenstellen import FOUT, GOED, build

ROOT = Path(__file__).parent.parent
_ENGLISH = re.compile(
    r"Usage|Error|Traceback|Missing|Invalid|No such|Is a directory|Not a directory|File exists|"
    r"Permission|\b(the|not|is not|option|command|argument|requires|expected|try)\b"
)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with one record in which nothing is wrong."""
    prepare(GOED / "volledig", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("example", "streng", "code"),
    [
        pytest.param(GOED / "volledig", True, 0, id="nothing wrong"),
        pytest.param(FOUT / "ontbreekt-leeg-veld", False, 0, id="a draft may miss something"),
        pytest.param(FOUT / "ontbreekt-leeg-veld", True, 1, id="but not with --streng"),
        pytest.param(FOUT / "mc2-verdeeld", False, 0, id="only a publication disagrees"),
        pytest.param(FOUT / "mc2-verdeeld", True, 1, id="which counts with --streng"),
        pytest.param(FOUT / "t2-stemt-niet-in", False, 1, id="contradictory by definition"),
        pytest.param(FOUT / "kamer-vooraf", False, 1, id="contradictory by law"),
        pytest.param(FOUT / "k1c-totaal", False, 1, id="contradictory by the record"),
        pytest.param(FOUT / "veld-keuze", False, 1, id="unreadable"),
        pytest.param(FOUT / "aanvaard", True, 0, id="accepted"),
        pytest.param(FOUT / "bron-ongebruikt", True, 0, id="for information"),
    ],
)
def test_exit_code_of_toets(example: Path, streng: bool, code: int, tmp_path: Path) -> None:
    prepare(example, tmp_path)
    result = run(tmp_path, "toets", *(["--streng"] if streng else []))
    assert result.code == code
    assert result.fout == ""


@pytest.mark.parametrize("soort", list(Briefsoort))
def test_every_kind_of_letter_can_be_checked(soort: Briefsoort, here: Path) -> None:
    result = run(here, "toets", "--brief", soort.value)
    fits = soort in (
        "artikel_100",
        "verlenging",
        "aanvullend",
        "voortgangsrapportage",
        "beslisnota",
    )
    assert (result.code, result.fout) == (0 if fits else ExitCode.BEVINDINGEN, "")
    assert soort.label in result.uit
    assert fits or "past niet bij" in " ".join(result.uit.split())


@pytest.mark.parametrize("typed", ["artikel_100", "artikel-100", "Artikel 100"])
def test_a_kind_may_be_typed_as_people_do(typed: str, here: Path) -> None:
    assert "artikel 100-brief" in run(here, "toets", "--brief", typed).uit


def test_our_own_records_are_green() -> None:
    """A draft on schedule misses much, but nothing in it is unreadable or contradictory."""
    before = snapshot(ROOT / "assessments")
    result = run(ROOT, "toets")
    assert (result.code, result.fout) == (0, "")
    assert snapshot(ROOT / "assessments") == before


@pytest.mark.parametrize(
    "argumenten",
    [
        ["onzin"],
        ["--onzin"],
        ["toets", "--onzin"],
        ["toets", "-x"],
        ["toets", "--forma", "json"],
        ["toets", "--formaat"],
        ["toets", "--formaat", "word"],
        ["toets", "--brief", "artikel 99"],
        ["toets", "--streng=ja"],
        ["maak", "--kamer", "derde"],
        ["maak", "--brief", "kamervragen"],
        ["--"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_in_dutch(argumenten: list[str], here: Path) -> None:
    result = run(here, *argumenten)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert result.uit == ""
    assert result.fout.split("\n")[0].endswith((".", "?"))
    assert not _ENGLISH.search(result.fout), result.fout


@pytest.mark.parametrize(
    "argumenten",
    [[], ["-h"], ["toets", "--help"]]
    + [[opdracht, "-h"] for opdracht in ("maak", "bron", "paraaf", "migreer", "regels", "kader")],
)
def test_help_is_dutch(argumenten: list[str], here: Path) -> None:
    result = run(here, *argumenten)
    assert result.code == 0
    assert "Gebruik: toetsingskader" in result.uit
    assert not _ENGLISH.search(result.uit), result.uit
    assert result.fout == ""


@pytest.mark.parametrize("opdracht", ["toets", "maak"])
@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        pytest.param([], "Hier is geen map 'assessments'", id="no folder"),
        pytest.param(["bestaatniet"], "De beoordeling 'bestaatniet' is niet gevonden", id="name"),
    ],
)
def test_nothing_to_open(opdracht: str, naam: list[str], zin: str, tmp_path: Path) -> None:
    result = run(tmp_path, opdracht, *naam)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert zin in result.fout
    assert not _ENGLISH.search(result.fout)
    assert list(tmp_path.iterdir()) == []


def test_folder_without_records(tmp_path: Path) -> None:
    (tmp_path / "assessments/leeg").mkdir(parents=True)
    assert run(tmp_path, "toets").code == ExitCode.INVOER_ONTOEGANKELIJK


def test_known_records_are_named(here: Path) -> None:
    assert "Wel gevonden: dossier." in run(here, "toets", "dosier").fout


def _break(record: Path) -> None:
    """Make a record that cannot be opened: a folder where a file belongs."""
    (record / "mogen/mandaat.md").unlink()
    (record / "mogen/mandaat.md").mkdir()


def test_unreadable_file(here: Path) -> None:
    _break(here / "assessments/dossier")
    result = run(here, "toets")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "mogen/mandaat.md' kan niet worden gelezen" in result.fout


def test_unreadable_file_is_told_in_dutch(here: Path) -> None:
    _break(here / "assessments/dossier")
    assert not _ENGLISH.search(run(here, "toets").fout)


def test_link_to_itself_is_no_bug(here: Path) -> None:
    path = here / "assessments/dossier/mogen/mandaat.md"
    path.unlink()
    path.symlink_to("mandaat.md")
    assert run(here, "toets").code in (ExitCode.BEVINDINGEN, ExitCode.INVOER_ONTOEGANKELIJK)


@pytest.mark.parametrize("opdracht", ["toets", "maak"])
def test_all_records_are_done_and_the_highest_code_counts(opdracht: str, here: Path) -> None:
    _break(build(GOED / "volledig", here / "assessments/kapot"))
    build(FOUT / "k1c-totaal", here / "assessments/tegenstrijdig")
    result = run(here, opdracht)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert result.fout.count("kan niet worden gelezen") == 1
    if opdracht == "toets":
        assert "K1C" in result.uit
        assert result.uit.count("Geen bevindingen.") == 1
    else:
        made = sorted(p.name for p in (here / "uitvoer").iterdir())
        assert made == ["dossier", "index.html", "tegenstrijdig"]


def test_one_wrong_name_does_not_stop_the_others(here: Path) -> None:
    result = run(here, "toets", "dossier", "bestaatniet")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "Bouveteiland" in result.uit


@pytest.mark.parametrize("debug", [False, True])
def test_a_bug_says_it_is_one(
    debug: bool, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oei")

    monkeypatch.setattr("toetsingskader.cli.toets.assess", fail)
    monkeypatch.setenv("TOETSINGSKADER_DEBUG", "1" if debug else "")
    monkeypatch.chdir(here)
    assert main(["toets"]) == ExitCode.PROGRAMMAFOUT
    told = capsys.readouterr().err
    assert told.startswith("Dit is een fout in het programma, niet in uw dossier")
    assert "ZeroDivisionError: oei" in told
    assert ("Traceback" in told) is debug


def test_toets_does_not_load_the_renderers(here: Path) -> None:
    heavy = ["docxtpl", "docx", "lxml", "typst", "pypandoc", "jinja2", "fontTools", "rich"]
    script = (
        "import sys; from toetsingskader.cli import main; code = main(['toets']);"
        f"print('LOADED', [m for m in {heavy} if m in sys.modules]); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip().endswith("LOADED []")
