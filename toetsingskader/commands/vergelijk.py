"""`vergelijk`: what changed in a record since an earlier version of it."""

from dataclasses import replace
from pathlib import Path

from toetsingskader.commands.sinds import Vraag, Vroeger, changes_since
from toetsingskader.commands.toets import assess_record
from toetsingskader.record import load
from toetsingskader.toetsing import Toetsing


def compare_versions(folder: Path, vroeger: Vroeger) -> Toetsing:
    """The result of checking a record now, with what changed since an earlier version.

    Raises InputError when the record was not there then, or cannot be read.
    """
    record = load(folder)
    now = assess_record(record, folder, None)
    changed = changes_since(vroeger, record, folder, now.toetsing, Vraag(now.soort))
    return replace(now.toetsing, wijzigingen=changed)
