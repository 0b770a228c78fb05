"""Named versions of a record: what a secretary calls them, and which commit of git they are.

A version is a tag `<slug>/v<number>-<words>`, whose message is the name as it was typed. Tags of
that folder in another form are versions without a number.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toetsingskader import git
from toetsingskader.errors import UsageError
from toetsingskader.waarden import normalise
from toetsingskader.waarden.datum import as_day
from toetsingskader.waarden.tekst import make_key

_NUMBERED = re.compile(r"v(\d{1,6})(?:-.*)?")


@dataclass(frozen=True)
class Versie:
    """A version of a record with its name."""

    nummer: int | None
    naam: str
    datum: date
    """The day it was named."""
    commit: str
    tag: str

    def __str__(self) -> str:
        shown = ", ".join(x for x in (str(self.nummer or ""), self.naam) if x)
        return f"{shown} ({as_day(self.datum)})"


def versions(folder: Path) -> list[Versie]:
    """The versions of a record, in the order of their numbers, then of when they were named."""
    slug = _slug(folder)
    found = [_version(tag, slug) for tag in git.tags(folder, slug)] if slug else []
    return sorted(found, key=lambda v: v.nummer or 0)


def find_version(folder: Path, text: str) -> Versie | None:
    """The version that is meant: by its tag, else its name, else its number ("4", "v4").

    Raises UsageError when there are several, as when two people named one at the same time.
    """
    wanted = normalise(text.strip().removeprefix(f"{_slug(folder)}/"))
    there = versions(folder)
    for names in (_by_tag, _by_name, _by_number):
        found = [v for v in there if wanted in map(normalise, names(v))]
        if len(found) > 1:
            raise UsageError(
                f"Er zijn meer versies die '{text}' heten: {'; '.join(map(str, found))}. Noem het "
                f"label van de versie, zoals '{found[-1].tag}', of de commit."
            )
        if found:
            return found[0]
    return None


def _by_tag(versie: Versie) -> tuple[str, ...]:
    return (versie.tag.partition("/")[2],)


def _by_name(versie: Versie) -> tuple[str, ...]:
    return (versie.naam,)


def _by_number(versie: Versie) -> tuple[str, ...]:
    return (str(versie.nummer), f"v{versie.nummer}") if versie.nummer else ()


def nearest(folder: Path) -> Versie | None:
    """The version of what is there, else the last that it came from; None when there is none."""
    came_from = [v for v in reversed(versions(folder)) if git.is_ancestor(folder, v.commit)]
    here = git.commit_of(folder, "HEAD") if len(came_from) > 1 else ""
    return next((v for v in came_from if v.commit == here), next(iter(came_from), None))


def tag_name(folder: Path, nummer: int, naam: str) -> str:
    """The tag for a new version: letters, digits and hyphens only, for git and for paths."""
    words = make_key(naam)
    return f"{_slug(folder)}/v{nummer}{'-' if words else ''}{words}"


def _slug(folder: Path) -> str:
    """The name of the record's folder; empty when git would read it as a pattern."""
    name = folder.resolve().name
    return name if re.fullmatch(r"[\w.-]+", name) else ""


def _version(tag: git.Tag, slug: str) -> Versie:
    words = tag.naam.removeprefix(f"{slug}/")
    found = _NUMBERED.fullmatch(words)
    if found is None:
        return Versie(None, words, tag.datum, tag.commit, tag.naam)
    naam = tag.bericht or words.partition("-")[2].replace("-", " ")
    return Versie(int(found[1]), naam, tag.datum, tag.commit, tag.naam)
