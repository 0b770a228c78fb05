"""`vergelijk`: what changed in a record since an earlier version of it."""

from dataclasses import replace
from pathlib import Path

from toetsingskader.commands.sinds import Vroeger, changes_since
from toetsingskader.commands.toets import assess
from toetsingskader.toetsing import Toetsing


def compare_versions(folder: Path, vroeger: Vroeger) -> Toetsing:
    """The result of checking a record now, with what changed since an earlier version.

    Raises InputError when the record was not there then, or cannot be read.
    """
    now = assess(folder)
    return replace(now.toetsing, wijzigingen=changes_since(vroeger, now))
