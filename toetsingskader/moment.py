"""The moment a letter carries in its properties: never the clock, so that bytes stay the same."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from toetsingskader.errors import UsageError

EPOCH_1980 = 315532800
"""1980-01-01, when nothing else is known: the first day a zip file can hold."""


def document_time(paths: Iterable[Path]) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the last commit that touched these paths.

    Raises UsageError when SOURCE_DATE_EPOCH is not a number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        if not (given.isascii() and given.isdigit() and len(given) <= 11):
            raise UsageError(
                f"SOURCE_DATE_EPOCH is '{given}'; verwacht wordt een aantal seconden sinds 1970."
            )
        return max(int(given), EPOCH_1980)
    return max([EPOCH_1980, *(_last_commit(path) for path in paths)])


def _last_commit(path: Path) -> int:
    try:
        found = subprocess.run(
            ["git", "log", "-1", "--format=%ct", "--", "."],  # noqa: S607
            cwd=path,
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
    except OSError:
        return EPOCH_1980
    return int(found) if found.isdigit() else EPOCH_1980
