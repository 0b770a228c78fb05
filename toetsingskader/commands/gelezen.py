"""The version of a record that somebody read: by a name, or by the commit below a letter."""

import re
from dataclasses import dataclass
from pathlib import Path

from toetsingskader import git
from toetsingskader.kader import Beoordeling
from toetsingskader.record import load
from toetsingskader.toetsing import Bevinding
from toetsingskader.validation import validate
from toetsingskader.versies import Versie, find_version, versions
from toetsingskader.waarden import normalise

_COMMIT = re.compile(r"[0-9a-f]{7,40}", re.IGNORECASE)


@dataclass(frozen=True)
class Gelezen:
    """A version that was read: how a record stores it, its commit, and how a sentence calls it."""

    sleutel: str
    """The tag without the name of the record, or the commit in full."""
    commit: str
    naam: str


def find_read(folder: Path, text: str) -> Gelezen | None:
    """The version that is meant by a tag, a number, a name, all that a letter prints, or a commit.

    None when there is no such version.
    """
    versie = find_version(folder, text) or _printed(folder, text)
    if versie is not None:
        return Gelezen(versie.tag.partition("/")[2], versie.commit, f"versie {versie}")
    words = text.strip().lower()
    commit = git.commit_of(folder, words) if _COMMIT.fullmatch(words) else ""
    return Gelezen(commit, commit, f"commit {commit[:12]}") if commit else None


def _printed(folder: Path, text: str) -> Versie | None:
    """The version as letters and lists print it: "4, naar MR (12 maart 2025)", or a part of that.

    Also "versie 4". Nothing that was changed afterwards.
    """
    wanted = normalise(text.strip().removeprefix("versie "))
    for versie in versions(folder):
        whole = str(versie)
        printed = (whole, whole.partition(" (")[0], str(versie.nummer or whole))
        if wanted in map(normalise, printed):
            return versie
    return None


def read_version(folder: Path, commit: str) -> Beoordeling | None:
    """A record as it was at a commit, with the option that was chosen then.

    None when the record was not there yet. Raises InputError when it cannot be read.
    """
    found = read_whole(folder, commit)
    return found[0].voor_optie(found[0].gekozen) if found else None


def read_whole(folder: Path, commit: str) -> tuple[Beoordeling, tuple[Bevinding, ...]] | None:
    """The same with all its options, none taken, and what was found on reading it.

    Places are called as they are in `folder`, which is where git knows the record.
    """
    with git.earlier(folder, commit) as place:
        if place is None or not (place / "dossier.yaml").exists():
            return None
        return validate(load(place, known_as=folder.as_posix()))
