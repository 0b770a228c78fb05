"""What a hook and a pipeline do with a repository of records, called as they call it."""

import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from git_hulp import commit, git, name_version
from pijplijn_hulp import ROOT, on_the_path
from voorbeelden.draaien import prepare
from voorbeelden.samenstellen import FOUT, GOED, build

SCRIPT = ROOT / "ci/beoordelen"
LETTER = "artikel-100-brief-tk.docx"
SPACED = "een map met spaties"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two records: `dossier` is good, the other contradicts itself."""
    for name in ("CI_COMMIT_TAG", "GITHUB_REF_TYPE", "GITHUB_REF_NAME"):
        monkeypatch.delenv(name, raising=False)
    on_the_path(tmp_path / "bin", monkeypatch)
    repository = tmp_path / "repository"
    prepare(GOED / "volledig", repository)
    build(FOUT / "k1c-totaal", repository / "assessments" / SPACED)
    git(repository, "init", "--quiet")
    commit(repository)
    return repository


@dataclass(frozen=True)
class Pijplijn:
    """What one run of the script left."""

    code: int
    uit: str
    fout: str
    bestanden: frozenset[str]
    """The files that are kept, from `uitvoer/` on."""


def _pipeline(here: Path, shell: str = "sh", **environment: str) -> Pijplijn:
    given = [f"{naam}={waarde}" for naam, waarde in environment.items()]
    done = subprocess.run(
        ["env", *given, shell, str(SCRIPT)], cwd=here, capture_output=True, text=True, check=False
    )
    kept = here / "uitvoer"
    files = frozenset(p.relative_to(kept).as_posix() for p in kept.rglob("*") if p.is_file())
    return Pijplijn(done.returncode, done.stdout, done.stderr, files)


def _report(here: Path) -> str:
    return (here / "uitvoer/rapport.md").read_text(encoding="utf-8")


def test_a_merge_request_keeps_letters_and_reports_whatever_was_found(here: Path) -> None:
    result = _pipeline(here)
    assert (result.code, result.fout) == (1, "")
    expected = {"rapport.md", "junit.xml", "index.html", f"dossier/{LETTER}", f"{SPACED}/{LETTER}"}
    assert expected <= result.bestanden
    assert "K1C" in _report(here)
    assert _report(here).count("# Volledigheid") == 2
    assert not git(here, "status", "--porcelain", "assessments")


def test_without_anything_wrong_it_succeeds(here: Path) -> None:
    shutil.rmtree(here / "assessments" / SPACED)
    result = _pipeline(here)
    assert (result.code, result.fout) == (0, "")
    assert f"dossier/{LETTER}" in result.bestanden


def test_the_message_says_which_record_could_not_be_read(here: Path) -> None:
    (here / "assessments" / SPACED / "dossier.yaml").unlink()
    result = _pipeline(here)
    assert result.code == 3
    assert f"assessments/{SPACED}: " in result.fout
    assert f"dossier/{LETTER}" in result.bestanden
    assert re.search(rf"\n## Niet gelezen\n\n    assessments/{SPACED}: .+", _report(here))


def test_nothing_of_an_earlier_run_is_taken_for_this_one(here: Path) -> None:
    (here / "uitvoer").mkdir()
    (here / "uitvoer/rapport.md").write_text("oud", encoding="utf-8")
    (here / "uitvoer/junit.xml").write_text("oud", encoding="utf-8")
    shutil.rmtree(here / "assessments")
    result = _pipeline(here)
    assert result.code == 3
    assert "Hier is geen map 'assessments'" in result.fout
    assert "oud" not in _report(here)
    assert "junit.xml" not in result.bestanden


@pytest.mark.parametrize(
    "environment",
    [
        {"CI_COMMIT_TAG": "dossier/v1-naar-mr"},
        {"GITHUB_REF_TYPE": "tag", "GITHUB_REF_NAME": "dossier/v1-naar-mr"},
    ],
    ids=["GitLab", "GitHub"],
)
def test_a_version_is_about_its_own_record(environment: dict[str, str], here: Path) -> None:
    name_version(here, 1, "naar MR")
    result = _pipeline(here, **environment)
    assert (result.code, result.fout) == (0, ""), "the other record is not looked at"
    assert {"rapport.md", "junit.xml", f"dossier/{LETTER}"} <= result.bestanden
    assert not [naam for naam in result.bestanden if naam.startswith(SPACED)]
    assert _report(here).count("# Volledigheid") == 1


@pytest.mark.parametrize("tag", ["v1.0", "dossier", "weg/v1-x", "-h/v1", "..", "dossier.yaml/x"])
def test_another_tag_is_nothing_to_do(tag: str, here: Path) -> None:
    result = _pipeline(here, CI_COMMIT_TAG=tag)
    assert (result.code, result.fout, result.bestanden) == (0, "", frozenset())
    assert result.uit == f"De tag '{tag}' is geen versie van een dossier; er is niets te doen.\n"


def test_a_branch_is_no_version(here: Path) -> None:
    """GitHub gives the name of a branch in the same variable."""
    shutil.rmtree(here / "assessments" / SPACED)
    result = _pipeline(here, GITHUB_REF_TYPE="branch", GITHUB_REF_NAME="weg/v1")
    assert (result.code, f"dossier/{LETTER}" in result.bestanden) == (0, True)


@pytest.mark.parametrize("shell", [s for s in ("dash", "bash") if shutil.which(s)])
def test_the_script_is_of_no_particular_shell(shell: str) -> None:
    subprocess.run([shell, "-n", str(SCRIPT)], check=True)


def _yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_gitlab_calls_the_script_and_keeps_what_it_makes_private() -> None:
    job = _yaml("ci/gitlab.yml")["beoordelen"]
    assert job["script"][1:] == ["sh ci/beoordelen"]
    kept = job["artifacts"]
    assert (kept["access"], kept["when"], kept["paths"]) == ("developer", "always", ["uitvoer/"])
    conditions = [rule["if"] for rule in job["rules"]]
    assert conditions == ['$CI_PIPELINE_SOURCE == "merge_request_event"', "$CI_COMMIT_TAG"]


def test_github_calls_the_script_and_may_only_read() -> None:
    flow = _yaml("ci/github.yml")
    # YAML 1.1 reads the key "on" as true.
    assert flow[True] == {"pull_request": None, "push": {"tags": ["*/*"]}}
    assert flow["permissions"] == {"contents": "read"}
    steps = flow["jobs"]["beoordelen"]["steps"]
    assert "sh ci/beoordelen" in [step.get("run") for step in steps]
    assert (steps[-1]["with"]["path"], steps[-1]["if"]) == ("uitvoer/", "always()")


def _hook(here: Path, *changed: str) -> subprocess.CompletedProcess[str]:
    """What pre-commit does: the command, then the changed files that its pattern picks."""
    (hook,) = _yaml(".pre-commit-hooks.yaml")
    picked = [name for name in changed if re.search(hook["files"], name)]
    command = [*shlex.split(hook["entry"]), *hook.get("args", []), *picked]
    return subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)


def test_the_hook_checks_just_the_records_that_changed(here: Path) -> None:
    changed = ["dossier/kern.md", "dossier/mogen/mandaat.md", ".sjabloon/x.md", "lees-mij.md"]
    result = _hook(here, "buiten.md", *(f"assessments/{name}" for name in changed))
    assert (result.returncode, result.stderr) == (0, "")
    (_, counts) = result.stdout.splitlines()
    assert counts.startswith("assessments/dossier (fictief): ")


def test_the_hook_says_in_a_line_what_is_wrong(here: Path) -> None:
    result = _hook(here, f"assessments/{SPACED}/kunnen/eenheden.md", "assessments/dossier/kern.md")
    assert (result.returncode, result.stderr) == (1, "")
    wrong = [line for line in result.stdout.splitlines() if "K1C" in line]
    assert len(wrong) == 1
    assert re.match(rf"assessments/{SPACED}/dossier\.yaml:\d+:\d+: tegenstrijdig K1C", wrong[0])
