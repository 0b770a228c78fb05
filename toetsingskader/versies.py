"""The versions of a record by the names that people use, and the commits they stand for.

A version is a tag `<slug>/v<number>-<name>` with the name as it was given as its message; any other
tag `<slug>/…` is a version too, without a number. A commit may be named as well.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from toetsingskader import git
from toetsingskader.errors import UsageError
from toetsingskader.waarden import normalise

_NUMBERED = re.compile(r"v([1-9][0-9]{0,5})(?:-.*)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:versie\s*|v)?([1-9][0-9]{0,5})", re.IGNORECASE)
_COMMIT = re.compile(r"[0-9a-f]{7,40}", re.IGNORECASE)
_SHORT = 12


@dataclass(frozen=True)
class BenoemdeVersie:
    """A version of a record: what it is called, and its commit."""

    tag: str
    """The tag without the name of the record, such as "v4-naar-mr"; empty for a mere commit."""
    commit: str
    nummer: int | None = None
    naam: str = ""
    """The name as it was given, such as "naar MR"."""

    @property
    def sleutel(self) -> str:
        """How a record names it: the tag, else the commit in full."""
        return self.tag or self.commit

    def __str__(self) -> str:
        if not self.tag:
            return f"commit {self.commit[:_SHORT]}"
        named = f" ({self.naam})" if self.naam else ""
        return f"v{self.nummer}{named}" if self.nummer and self.naam else f"{self.tag}{named}"


def versions(folder: Path) -> list[BenoemdeVersie]:
    """The versions of a record that have a name, oldest first; none without git."""
    found = []
    for tag in git.tags(folder):
        number = _NUMBERED.fullmatch(tag.naam)
        nummer = int(number[1]) if number else None
        found.append(BenoemdeVersie(tag.naam, tag.commit, nummer, tag.bericht))
    return sorted(found, key=lambda v: v.nummer or 0)


def find_version(folder: Path, text: str) -> BenoemdeVersie | None:
    """The version that is meant by a tag, a number ("4", "v4"), a name ("naar MR") or a commit.

    None when there is no such version. Raises UsageError when a name was given more than once.
    """
    asked = text.strip().removeprefix(f"{folder.resolve().name}/")
    known = versions(folder)
    exact = [v for v in known if v.tag == asked]
    number = _NUMBER.fullmatch(asked)
    numbered = [v for v in known if number and v.nummer == int(number[1])]
    named = [v for v in known if asked and normalise(asked) in _names(v)]
    found = exact or numbered or named
    if len({v.commit for v in found}) > 1:
        which = ", ".join(v.tag for v in found)
        raise UsageError(f"De naam '{text}' hoort bij meer versies: {which}. Noem een daarvan.")
    if found:
        return found[-1]
    commit = git.find_commit(folder, asked.lower()) if _COMMIT.fullmatch(asked) else None
    return BenoemdeVersie("", commit) if commit else None


def _names(versie: BenoemdeVersie) -> set[str]:
    """The name as it was given, and as it stands in the tag."""
    in_tag = _NUMBERED.fullmatch(versie.tag)
    plain = versie.tag.partition("-")[2] if in_tag else versie.tag
    return {normalise(naam) for naam in (versie.naam, plain, versie.tag) if naam}
