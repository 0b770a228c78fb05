"""Colour is for a terminal: never in a pipe or a file, nor for who asks for none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import FOUT

pty = pytest.importorskip("pty", reason="no terminals of this kind here")
COMMAND = [sys.executable, "-m", "toetsingskader", "toets"]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with one record that contradicts itself."""
    prepare(FOUT / "k1c-totaal", tmp_path)
    return tmp_path


def _on_a_terminal(here: Path, *arguments: str, **environment: str) -> str:
    """What a user sees, with the codes that colour it."""
    plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    ours, theirs = os.openpty()
    done = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=here,
        stdout=theirs,
        env={"TERM": "xterm", **plain, **environment},
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # how Linux says that the other side has gone
            part = b""
        if not part:
            break
        seen += part
    os.close(ours)
    assert done.wait() == 1
    return seen.decode("utf-8").replace("\r\n", "\n")


def test_colour_on_a_terminal(here: Path) -> None:
    assert "\x1b[31m" in _on_a_terminal(here)


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param([], {"NO_COLOR": "1"}, id="NO_COLOR"),
        pytest.param([], {"TERM": "dumb"}, id="dumb"),
        pytest.param(["--formaat", "markdown"], {}, id="markdown"),
        pytest.param(["--formaat", "json"], {}, id="json"),
        pytest.param(["--formaat", "junit"], {}, id="junit"),
    ],
)
def test_no_colour_on_a_terminal(
    arguments: list[str], environment: dict[str, str], here: Path
) -> None:
    assert "\x1b" not in _on_a_terminal(here, *arguments, **environment)


def test_an_empty_no_color_asks_for_nothing(here: Path) -> None:
    assert "\x1b[" in _on_a_terminal(here, NO_COLOR="")


def test_no_colour_in_a_file_that_is_asked_for_at_a_terminal(here: Path) -> None:
    assert "Geschreven: uit.txt" in _on_a_terminal(here, "--naar", "uit.txt")
    assert b"\x1b" not in (here / "uit.txt").read_bytes()


def test_no_colour_in_a_pipe(here: Path) -> None:
    done = subprocess.run(COMMAND, cwd=here, capture_output=True, check=False)
    assert b"K1C" in done.stdout
    assert b"\x1b" not in done.stdout
    assert "\x1b" not in run(here, "toets").uit
