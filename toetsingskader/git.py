"""The home of git: what it knows of a folder. Without git, or outside it, nothing is known."""

import io
import os
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_LAST_DAY = date(2099, 12, 31)
"""Git knows no later one."""


@dataclass(frozen=True)
class Commit:
    """The commit that last touched a folder."""

    nummer: str
    tijdstip: int
    """Seconds since 1970."""


@dataclass(frozen=True)
class Tag:
    """A name that was given to a commit."""

    naam: str
    commit: str
    datum: date
    """The day it was given."""
    bericht: str
    """The first line of its message; empty when it has none of its own."""


def last_commit(folder: Path) -> Commit | None:
    """The last commit that touched a folder."""
    nummer, _, tijdstip = _git(folder, "log", "-1", "--format=%H %ct", "--", ".").partition(" ")
    return Commit(nummer, int(tijdstip)) if tijdstip.isdigit() else None


def is_changed(folder: Path, behalve: str = "") -> bool:
    """Whether files in a folder differ from the last commit; hidden and lock files do not count.

    Nor does the file `behalve`.
    """
    places = _places(behalve)
    lines = _git(folder, "status", "--porcelain", "-z", "-uall", "--", *places).split("\0")
    names = (line[3:].rpartition("/")[2] for line in lines if line)
    return any(not name.startswith((".", "~$")) for name in names)


def tags(folder: Path, prefix: str) -> list[Tag]:
    """The tags `prefix/…`, in the order in which they were made."""
    fields = ("refname:strip=2", "objectname", "*objectname", "creatordate:short", "subject")
    # A tag that is no object of its own would have the words of its commit.
    form = "%00".join(f"%({field})" for field in fields)
    lines = _git(
        folder, "for-each-ref", "--sort=creatordate", f"--format={form}", f"refs/tags/{prefix}/"
    )
    rows = (line.split("\0") for line in lines.splitlines())
    return [
        Tag(r[0], r[2] or r[1], date.fromisoformat(r[3]), r[4] if r[2] else "")
        for r in rows
        if len(r) == 5
    ]


def add_tag(folder: Path, naam: str, bericht: str) -> str:
    """Name the last commit; gives what git has against it, empty when it was done."""
    done = _run(folder, "tag", "--annotate", f"--message={bericht}", naam)
    return "" if done.returncode == 0 else done.stderr.decode("utf-8", "replace").strip()


def is_shallow(folder: Path) -> bool:
    """Whether this copy lacks a part of the history, and with it perhaps tags."""
    return _git(folder, "rev-parse", "--is-shallow-repository") == "true"


def knows_who(folder: Path) -> bool:
    """Whether git knows who commits."""
    return bool(_git(folder, "config", "user.name") and _git(folder, "config", "user.email"))


def is_ancestor(folder: Path, commit: str) -> bool:
    """Whether what is checked out came from this commit."""
    return _run(folder, "merge-base", "--is-ancestor", commit, "HEAD").returncode == 0


def changed_since(folder: Path, commit: str, behalve: str = "") -> bool:
    """Whether later commits changed a folder, apart from the file `behalve`."""
    return _git(folder, "rev-list", "-1", f"{commit}..HEAD", "--", *_places(behalve)) != ""


def _places(behalve: str) -> list[str]:
    return [".", f":(exclude){behalve}"] if behalve else ["."]


def commit_of(folder: Path, revisie: str) -> str:
    """The number of the commit that this means; empty when git knows none."""
    if not revisie or revisie.startswith("-"):
        return ""
    return _git(folder, "rev-parse", "--verify", "--quiet", f"{revisie}^{{commit}}")


def commit_before(folder: Path, dag: date) -> str:
    """The last commit that touched a folder up to the end of a day; empty when there is none."""
    until = min(dag, _LAST_DAY)
    return _git(folder, "log", "-1", "--format=%H", f"--before={until} 23:59:59", "--", ".")


@contextmanager
def earlier(folder: Path, revisie: str) -> Iterator[Path | None]:
    """A folder as it was at a revision, in a place of its own under its own name.

    None when git does not know the revision, or the folder was not there yet. A link in it is a
    file that holds where it led.
    """
    known = commit_of(folder, revisie)
    data = _run(folder, "archive", "--format=zip", known, ".").stdout if known else b""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / folder.resolve().name
        if data:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                archive.extractall(place)
        yield place if place.is_dir() else None


def _git(folder: Path, *arguments: str) -> str:
    """What git answers; empty when it is not there or does not know."""
    return _run(folder, *arguments).stdout.decode("utf-8", "replace").strip()


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # No GIT_… of a hook that runs us, and no lock: a check writes nothing into a record.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", "--no-optional-locks", *arguments]
    try:
        return subprocess.run(  # noqa: S603 (no shell)
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, b"", str(error).encode())
