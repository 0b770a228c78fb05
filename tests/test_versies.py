"""The names by which people call a version of a record, and what each stands for."""

from pathlib import Path

import pytest

from git_hulp import commit, git, name_version
from toetsingskader.errors import UsageError
from toetsingskader.versies import find_version, versions
from voorbeelden.samenstellen import GOED, build


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A record with four named versions and one commit after them; and all commits."""
    here = tmp_path_factory.mktemp("versies")
    folder = build(GOED / "volledig", here / "assessments" / "dossier")
    git(here, "init", "--quiet")
    numbers = []
    for number, name in enumerate(["naar onderraad", "naar MR", "naar MR"], 1):
        (folder / "kern.md").write_text(f"Tekst {number}.\n", encoding="utf-8")
        numbers.append(commit(here))
        name_version(here, number, f"{name}{' nogmaals' if number == 3 else ''}")
    git(here, "tag", "dossier/los", numbers[0])
    git(here, "tag", "ander/v9-elders")
    git(here, "tag", "dossierplus/v8-elders")
    numbers.append(commit(here))
    return folder, numbers


@pytest.mark.parametrize(
    ("text", "commit", "tag"),
    [
        ("2", 1, "v2-naar-mr"),
        ("v2", 1, "v2-naar-mr"),
        ("versie 2", 1, "v2-naar-mr"),
        ("V2-naar-MR", 1, "v2-naar-mr"),
        ("v2-naar-mr", 1, "v2-naar-mr"),
        ("dossier/v2-naar-mr", 1, "v2-naar-mr"),
        ("naar MR", 1, "v2-naar-mr"),
        ("Naar mr", 1, "v2-naar-mr"),
        ("naar-onderraad", 0, "v1-naar-onderraad"),
        ("los", 0, "los"),
    ],
)
def test_a_version_is_found_by_what_people_call_it(
    text: str, commit: int, tag: str, repository: tuple[Path, list[str]]
) -> None:
    folder, numbers = repository
    found = find_version(folder, text)
    assert found is not None
    assert (found.commit, found.tag, found.sleutel) == (numbers[commit], tag, tag)


@pytest.mark.parametrize("length", [7, 12, 40])
def test_a_commit_is_a_version(length: int, repository: tuple[Path, list[str]]) -> None:
    folder, numbers = repository
    found = find_version(folder, numbers[3][:length].upper())
    assert found is not None
    assert (found.commit, found.tag, found.sleutel) == (numbers[3], "", numbers[3])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "4",
        "v0",
        "naar",
        "HEAD",
        "main",
        "-1",
        "--all",
        "v9-elders",
        "elders",
        "0" * 40,
        "0" * 7,
    ],
)
def test_what_is_no_version_is_not_found(text: str, repository: tuple[Path, list[str]]) -> None:
    assert find_version(repository[0], text) is None


def test_versions_are_told_in_order(repository: tuple[Path, list[str]]) -> None:
    assert [str(v) for v in versions(repository[0])] == [
        "los",
        "v1 (naar onderraad)",
        "v2 (naar MR)",
        "v3 (naar MR nogmaals)",
    ]


def test_a_name_that_was_given_twice_is_refused(tmp_path: Path) -> None:
    folder = build(GOED / "volledig", tmp_path / "assessments" / "dossier")
    git(tmp_path, "init", "--quiet")
    for number in (1, 2):
        commit(tmp_path)
        name_version(tmp_path, number, "naar MR")
    with pytest.raises(UsageError, match=r"meer versies: v1-naar-mr, v2-naar-mr\. Noem een"):
        find_version(folder, "naar MR")


def test_without_git_there_are_none(tmp_path: Path) -> None:
    folder = build(GOED / "volledig", tmp_path / "dossier")
    assert versions(folder) == []
    assert find_version(folder, "1") is None
