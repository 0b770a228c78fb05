"""Named versions of a record: made on request, found by number or name, printed in letters."""

import subprocess
from pathlib import Path

import pytest

from toetsingskader.errors import ExitCode
from toetsingskader.versies import find_version, versions
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED

RECORD = Path("assessments/dossier")


def git(here: Path, *arguments: str) -> str:
    """Run git as a person with a name."""
    identity = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=here, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one record."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "test@voorbeeld.nl")
    prepare(GOED / "volledig", tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "config", "user.name", "Test")
    git(tmp_path, "config", "user.email", "test@voorbeeld.nl")
    commit(tmp_path)
    return tmp_path


def commit(here: Path) -> None:
    git(here, "add", "--all")
    git(here, "commit", "--quiet", "--message", "stand")


def change(here: Path, text: str = "Erbij.") -> None:
    with (here / RECORD / "kern.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")


def test_names_and_numbers_in_order(here: Path) -> None:
    assert "nog geen versies" in run(here, "versie").uit
    assert "dit is nu versie 1, naar MR (" in run(here, "versie", "naar MR").uit
    change(here)
    commit(here)
    named = run(here, "versie", "Ná de “R&D” toets/2: déél 1 ~^:?*[")
    assert named.code == 0, named.fout
    assert "dit is nu versie 2, Ná de “R&D” toets/2: déél 1 ~^:?*[ (" in named.uit
    assert git(here, "tag").splitlines() == [
        "dossier/v1-naar-mr",
        "dossier/v2-na-de-r-d-toets-2-deel-1",
    ]
    assert [v.nummer for v in versions(here / RECORD)] == [1, 2]
    listed = run(here, "versie").uit.splitlines()
    assert [line.partition(" (")[0].split(": ")[1] for line in listed] == [
        "versie 1, naar MR",
        "versie 2, Ná de “R&D” toets/2",
    ]


@pytest.mark.parametrize(
    "text", ["1", "v1", "naar MR", "Naar mr", "v1-naar-mr", "dossier/v1-naar-mr"]
)
def test_is_found_by_what_people_call_it(here: Path, text: str) -> None:
    run(here, "versie", "naar MR")
    found = find_version(here / RECORD, text)
    assert found
    assert found.commit == git(here, "rev-parse", "HEAD")
    assert find_version(here / RECORD, "2") is None


def test_a_tag_of_another_form_is_a_version_without_a_number(here: Path) -> None:
    git(here, "tag", "dossier/verzonden")
    git(here, "tag", "ander/v1-iets")
    assert [(v.nummer, v.naam) for v in versions(here / RECORD)] == [(None, "verzonden")]


def test_what_is_not_committed_has_no_version(here: Path) -> None:
    change(here)
    refused = run(here, "versie", "naar MR")
    assert refused.code == ExitCode.VERKEERD_GEBRUIK
    assert "Leg ze eerst vast" in refused.fout
    assert git(here, "tag") == ""


def test_a_version_is_named_once(here: Path) -> None:
    run(here, "versie", "naar MR")
    again = run(here, "versie", "nog eens")
    assert again.code == ExitCode.VERKEERD_GEBRUIK
    assert "heeft al een naam: versie 1, naar MR" in again.fout
    change(here)
    commit(here)
    same = run(here, "versie", "Naar MR")
    assert same.code == ExitCode.VERKEERD_GEBRUIK
    assert "Er is al een versie 'Naar MR'" in same.fout


@pytest.mark.parametrize("naam", ["", "  ", "x" * 81, "twee\x1bregels\x00"])
def test_a_name_that_cannot_be(here: Path, naam: str) -> None:
    assert run(here, "versie", naam).code == ExitCode.VERKEERD_GEBRUIK
    assert git(here, "tag") == ""


def test_outside_git_there_are_no_versions(tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    assert run(tmp_path, "versie").code == 0
    refused = run(tmp_path, "versie", "naar MR")
    assert refused.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "staat nog niet in git" in refused.fout


def test_a_number_that_two_people_gave_is_not_guessed(here: Path) -> None:
    run(here, "versie", "naar MR")
    git(here, "tag", "--annotate", "dossier/v1-naar-djz", "--message", "naar DJZ")
    result = run(here, "vergelijk", "--versie", "1")
    assert result.code == 2
    assert "Er zijn meer versies die '1' heten: 1, naar " in result.fout
    assert run(here, "vergelijk", "--versie", "naar DJZ").code == 0


def test_a_bare_tag_has_the_words_of_its_name(here: Path) -> None:
    git(here, "tag", "dossier/v3-naar-voorportaal")
    assert "versie 3, naar voorportaal (" in run(here, "versie").uit


@pytest.mark.parametrize("naam", ["4", "v4", "versie 4", "Versie4"])
def test_a_name_is_no_number(naam: str, here: Path) -> None:
    result = run(here, "versie", naam)
    assert result.code == 2
    assert "lijkt op een nummer" in result.fout


def test_where_git_cannot_name_a_version_it_is_said(here: Path) -> None:
    (here / RECORD).rename(here / "assessments/Rode Zee")
    result = run(here, "versie", "naar MR", "--beoordeling", "Rode Zee")
    assert result.code == 2
    assert "zonder spaties of accenten" in result.fout


def test_a_shallow_copy_names_no_version(here: Path, tmp_path: Path) -> None:
    copy = tmp_path / "ondiep"
    git(here, "commit", "--quiet", "--allow-empty", "--message", "y")
    git(here, "clone", "--quiet", "--depth", "1", f"file://{here}", str(copy))
    result = run(copy, "versie", "naar MR")
    assert result.code == 2
    assert "git fetch --unshallow --tags" in result.fout


def test_an_approval_does_not_change_the_version(here: Path) -> None:
    run(here, "versie", "naar MR")
    (here / RECORD / "parafen.yaml").write_text("parafen: []\n", encoding="utf-8")
    assert "daarna gewijzigd" not in run(here, "toets").uit
    commit(here)
    assert "daarna gewijzigd" not in run(here, "toets").uit
