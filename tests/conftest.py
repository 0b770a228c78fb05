"""What all tests share: texts that are kept as files in `tests/golden/`."""

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True)
settings.register_profile("zoek", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

GOLDEN = Path(__file__).parent / "golden"


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
