"""The home of git: what it knows of a folder. Without git, or outside it, nothing is known."""

import io
import os
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Commit:
    """The commit that last touched a folder."""

    nummer: str
    tijdstip: int
    """Seconds since 1970."""


@dataclass(frozen=True)
class Versie:
    """The nearest name that was given to a version of a record."""

    naam: str
    gewijzigd: bool
    """Whether the record changed since, in later commits."""


def last_commit(folder: Path) -> Commit | None:
    """The last commit that touched a folder."""
    nummer, _, tijdstip = _git(folder, "log", "-1", "--format=%H %ct", "--", ".").partition(" ")
    return Commit(nummer, int(tijdstip)) if tijdstip.isdigit() else None


def is_changed(folder: Path) -> bool:
    """Whether files in a folder differ from the last commit; hidden and lock files do not count."""
    lines = _git(folder, "status", "--porcelain", "-z", "-uall", "--", ".").split("\0")
    names = (line[3:].rpartition("/")[2] for line in lines if line)
    return any(not name.startswith((".", "~$")) for name in names)


def nearest_version(folder: Path, commit: Commit) -> Versie | None:
    """The nearest tag `<name of the folder>/…`, without that prefix."""
    prefix = folder.resolve().name
    if not re.fullmatch(r"[\w.-]+", prefix):
        return None  # git would read it as a pattern
    tag = _git(folder, "describe", "--tags", "--abbrev=0", f"--match={prefix}/*")
    if not tag:
        return None
    there = _git(folder, "log", "-1", "--format=%H", f"refs/tags/{tag}", "--", ".")
    return Versie(tag.removeprefix(f"{prefix}/"), gewijzigd=there != commit.nummer)


@dataclass(frozen=True)
class Tag:
    """A name that was given to a commit."""

    naam: str
    commit: str
    datum: date
    """The day it was given."""
    bericht: str
    """The first line of its message; that of the commit when it has none of its own."""


def tags(folder: Path, prefix: str) -> list[Tag]:
    """The tags `prefix/…`, in the order in which they were made."""
    fields = ("refname:strip=2", "objectname", "*objectname", "creatordate:short", "subject")
    form = "%00".join(f"%({field})" for field in fields)
    lines = _git(
        folder, "for-each-ref", "--sort=creatordate", f"--format={form}", f"refs/tags/{prefix}/"
    )
    rows = (line.split("\0") for line in lines.splitlines())
    return [Tag(r[0], r[2] or r[1], date.fromisoformat(r[3]), r[4]) for r in rows if len(r) == 5]


def commit_of(folder: Path, revisie: str) -> str:
    """The number of the commit that this means; empty when git knows none."""
    if not revisie or revisie.startswith("-"):
        return ""
    return _git(folder, "rev-parse", "--verify", "--quiet", f"{revisie}^{{commit}}")


@contextmanager
def earlier(folder: Path, revisie: str) -> Iterator[Path | None]:
    """A folder as it was at a revision, in a place of its own under its own name.

    None when git does not know the revision, or the folder was not there yet. A link in it is a
    file that holds where it led.
    """
    known = commit_of(folder, revisie)
    data = _run(folder, "archive", "--format=zip", known, ".") if known else b""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / folder.resolve().name
        if data:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                archive.extractall(place)
        yield place if place.is_dir() else None


def _git(folder: Path, *arguments: str) -> str:
    """What git answers; empty when it is not there or does not know."""
    return _run(folder, *arguments).decode("utf-8", "replace").strip()


def _run(folder: Path, *arguments: str) -> bytes:
    # No GIT_… of a hook that runs us, and no lock: a check writes nothing into a record.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    try:
        return subprocess.run(  # noqa: S603 (fixed arguments, no shell)
            ["git", "--no-optional-locks", *arguments],  # noqa: S607
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        ).stdout
    except OSError:
        return b""
