"""Whether files changed, by looking again and again.

The notices that a system gives of changes do not come for what another computer writes on a network
drive, and that is where records are kept. A record has some tens of files: looking takes a
millisecond.
"""

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

Stand = dict[Path, tuple[int, int, int]]
"""Each file that can be looked at: when it was changed, its size, and which file it is."""

RUST = 0.2
"""Seconds in which nothing may change before a burst of saves is over."""
LANGST = 3.0
"""Seconds after which a burst that does not end is looked at all the same."""


def look(mappen: Sequence[Path]) -> Stand:
    """The files in these folders, those that are hidden or locks aside."""
    stand: Stand = {}
    for path in (path for folder in mappen for path in _files(folder)):
        try:
            found = path.stat()
        except OSError:
            continue  # gone in between, as when an editor puts a new file in its place
        stand[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return stand


def look_until_quiet(mappen: Sequence[Path], seen: Stand | None) -> Stand:
    """The files as they are, or, when they are not as they were, as soon as that is over."""
    stand = look(mappen)
    until = time.monotonic() + LANGST
    while seen is not None and stand != seen and time.monotonic() < until:
        time.sleep(RUST)
        again = look(mappen)
        if again == stand:
            break
        stand = again
    return stand


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [naam for naam in folders if not naam.startswith(".")]
        yield from (Path(root, n) for n in names if not n.startswith((".", "~$")))
