"""What all tests share: texts that are kept as files in `tests/golden/`."""

import difflib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from PIL import Image

from beeld import difference
from brieven import Brief, every_letter
from toetsingskader.sjablonen import BRIEFSJABLONEN

settings.register_profile("ci", derandomize=True)
settings.register_profile("zoek", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

GOLDEN = Path(__file__).parent / "golden"
DIFFERENCES = Path(__file__).parent / "verschil"
"""Where a page that changed is shown beside the one that was expected; not kept in git."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the files in tests/golden/ anew"
    )


def pytest_sessionfinish(session: pytest.Session) -> None:
    """With TK_STRICT a check that was skipped is a failure: it should have run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("TK_STRICT") and skipped and session.exitstatus == 0:
        session.exitstatus = 1


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with tests/golden/<name>; `--update-golden` writes it instead."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, actual: str) -> None:
        path = GOLDEN / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        elif not path.exists():
            pytest.fail(f"{path} does not exist; run pytest with --update-golden", pytrace=False)
        else:
            _assert_same(name, path.read_bytes().decode("utf-8"), actual)

    return compare


@pytest.fixture
def unchanged_templates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ours may be under work in this checkout; here they lie outside any repository."""
    shutil.copytree(BRIEFSJABLONEN, tmp_path / "sjablonen")
    monkeypatch.setattr("toetsingskader.totstandkoming.BRIEFSJABLONEN", tmp_path / "sjablonen")
    monkeypatch.setattr("toetsingskader.sjablonen.BRIEFSJABLONEN", tmp_path / "sjablonen")


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> list[Brief]:
    """Every kind of letter of every record."""
    return every_letter(tmp_path_factory.mktemp("brieven"))


@pytest.fixture
def golden_page(request: pytest.FixtureRequest) -> Callable[[str, Image.Image], None]:
    """Compare a page with tests/golden/<name>.png; `--update-golden` stores it instead."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, actual: Image.Image) -> None:
        stored = GOLDEN / f"{name}.png"
        seen = Image.open(stored) if stored.exists() else Image.new("L", (1, 1), 255)
        found = difference(seen, actual)
        if found is None:
            return
        if update:
            stored.parent.mkdir(parents=True, exist_ok=True)
            actual.save(stored, optimize=True)
            return
        shown = DIFFERENCES / f"{stored.stem}.png"
        shown.parent.mkdir(exist_ok=True)
        found.save(shown)
        pytest.fail(
            f"the page {name} looks different: expected, now, and what changed are in {shown}\n"
            "If this is meant: pytest --update-golden",
            pytrace=False,
        )

    return compare


def _assert_same(name: str, expected: str, actual: str) -> None:
    if expected == actual:
        return
    diff = "".join(
        difflib.unified_diff(
            expected.splitlines(keepends=True),
            actual.splitlines(keepends=True),
            f"golden/{name}",
            "actual",
        )
    )
    pytest.fail(f"{diff}\nIf this is meant: pytest --update-golden", pytrace=False)
