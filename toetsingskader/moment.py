"""The moment a letter carries in its properties: never the clock, so that bytes stay the same."""

import os
from collections.abc import Iterable

from toetsingskader.errors import UsageError
from toetsingskader.git import Commit

EPOCH_1980 = 315532800
"""1980-01-01, when nothing else is known: the first day a zip file can hold."""


def document_time(commits: Iterable[Commit | None]) -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH, else the last of these commits.

    Raises UsageError when SOURCE_DATE_EPOCH is not a number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        if not (given.isascii() and given.isdigit() and len(given) <= 11):
            raise UsageError(
                f"SOURCE_DATE_EPOCH is '{given}'; verwacht wordt een aantal seconden sinds 1970."
            )
        return max(int(given), EPOCH_1980)
    return max([EPOCH_1980, *(commit.tijdstip for commit in commits if commit)])
