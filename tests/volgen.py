"""`volg` as a user runs it: in a process of its own, which is told to stop with Ctrl+C."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

MADE = "Brief en rapport zijn vernieuwd"
LATEST = 60.0
"""Seconds after which what should have been said will not come."""


class Gevolgd:
    """A running `volg` and what it said so far."""

    def __init__(self, here: Path, *argumenten: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "toetsingskader", "volg", *argumenten],
            cwd=here,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        self._said = ""
        self._from = 0
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._said += line

    def until(self, text: str) -> str:
        """What it said since the last time, up to the line that holds this text."""
        end = time.monotonic() + LATEST
        while time.monotonic() < end:
            found = re.compile(f".*{re.escape(text)}.*\n").search(self._said, self._from)
            if found:
                start, self._from = self._from, found.end()
                return self._said[start : found.end()]
            if self._process.poll() is not None and not self._reader.is_alive():
                break
            time.sleep(0.02)
        raise AssertionError(f"{text!r} was not said, but:\n{self._said[self._from :]}")

    def stop(self, with_: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """End it; gives the exit code and what it still said."""
        if self._process.poll() is None:
            self._process.send_signal(with_)
        code = self._process.wait(LATEST)
        self._reader.join(LATEST)
        return code, self._said[self._from :]

    def kill(self) -> None:
        """Leave nothing behind when a test failed."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._reader.join(LATEST)
        assert self._process.stdout
        self._process.stdout.close()


@contextmanager
def followed(here: Path, *argumenten: str) -> Iterator[Gevolgd]:
    """Follow in the folder `here`; what goes on at the end, is stopped."""
    running = Gevolgd(here, *argumenten)
    try:
        yield running
    finally:
        running.kill()
