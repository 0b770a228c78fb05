"""The program on the path, for what calls it by name: git, a hook, a pipeline."""

import os
import shlex
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def on_the_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a `toetsingskader` in this absent folder that runs this checkout, before all others."""
    folder.mkdir()
    command = folder / "toetsingskader"
    start = f"exec {shlex.quote(sys.executable)} -m toetsingskader"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} {start} "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
