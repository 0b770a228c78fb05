"""An earlier version of a record: which one is meant, and what changed since."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toetsingskader import git
from toetsingskader.commands.dag import read_day
from toetsingskader.commands.gelezen import read_whole
from toetsingskader.commands.toets import Getoetst
from toetsingskader.errors import InputError, UsageError
from toetsingskader.regels import check
from toetsingskader.toetsing.wijzigingen import Wijzigingen
from toetsingskader.totstandkoming import shown
from toetsingskader.vergelijking import compare, compare_findings
from toetsingskader.vergelijking.parafen import compare_approvals
from toetsingskader.versies import Versie, find_version, nearest, versions
from toetsingskader.waarden.datum import as_day, recent_day, with_year

NU = "het dossier zoals het nu is"


@dataclass(frozen=True)
class Vroeger:
    """An earlier version: its commit, and what a sentence calls it."""

    commit: str
    naam: str


def since_version(folder: Path, text: str) -> Vroeger:
    """A named version; raises UsageError with those there are when there is no such one."""
    found = find_version(folder, text)
    if found is None:
        there = "; ".join(str(v) for v in versions(folder))
        hint = f"Er is: {there}." if there else "Dit dossier heeft nog geen versies."
        raise UsageError(f"De versie '{text}' is er niet. {hint}")
    return Vroeger(found.commit, f"versie {found}")


def since_day(folder: Path, text: str, today: date) -> Vroeger:
    """As it stood at the end of a day, which may lack its year.

    Raises UsageError for what is no day, InputError when the record was not there yet.
    """
    dag = recent_day(text, today) or read_day(with_year(text, today)).van
    commit = git.commit_before(folder, dag)
    if not commit:
        raise InputError(f"Op {as_day(dag)} stond '{folder}' nog niet in git.")
    return Vroeger(commit, f"de stand op {as_day(dag)}")


def since_revision(folder: Path, text: str) -> Vroeger:
    """Any commit that git knows; raises UsageError for what is none."""
    commit = git.commit_of(folder, text)
    if not commit:
        raise UsageError(f"Git kent geen '{text}'. Noem een commit, een tak of een label.")
    return Vroeger(commit, f"commit {commit[:12]}")


def since_last(folder: Path) -> Vroeger:
    """The last named version, else what was committed last; raises InputError outside git."""
    if named := last_named(folder):
        return named
    commit = git.last_commit(folder)
    if commit is None:
        raise InputError(
            f"'{folder}' staat nog niet in git; er is dus niets om mee te vergelijken. Leg het "
            "dossier vast met 'git add' en 'git commit'."
        )
    return Vroeger(commit.nummer, "wat het laatst in git is vastgelegd")


def last_named(folder: Path) -> Vroeger | None:
    """The last named version that what is there came from; None when there is none."""
    return _named(nearest(folder))


def _named(versie: Versie | None) -> Vroeger | None:
    return Vroeger(versie.commit, f"versie {versie}") if versie else None


def with_history(getoetst: Getoetst, versie: str | None = None) -> Getoetst:
    """The same with its own version, and what changed since this one or the last with a name.

    Without a name that can be read nothing is added. Raises UsageError for a version that was asked
    and is not there, InputError for one that cannot be read.
    """
    folder, last = getoetst.map, nearest(getoetst.map)
    vroeger = since_version(folder, versie) if versie else _named(last)
    if vroeger is None:
        return getoetst
    own = shown(folder, last) if last else ""
    toetsing = replace(getoetst.toetsing, versie=own)
    try:
        toetsing = replace(toetsing, wijzigingen=changes_since(vroeger, getoetst))
    except InputError:
        if versie:
            raise
    return replace(getoetst, toetsing=toetsing)


def changes_since(vroeger: Vroeger, nu: Getoetst) -> Wijzigingen:
    """What changed in a record since an earlier version, checked for the same letter.

    Raises InputError when the record was not there then, or cannot be read.
    """
    read = read_whole(nu.map, vroeger.commit)
    if read is None:
        raise InputError(f"In {vroeger.naam} was '{nu.map}' er nog niet.")
    then, gelezen = read
    was = check(then, gelezen, nu.soort, nu.optie or then.gekozen)
    came, went = compare_findings(was.bevindingen, nu.toetsing.bevindingen)
    parafen = compare_approvals(was.parafen, nu.toetsing.parafen)
    return Wijzigingen(vroeger.naam, NU, compare(then, nu.geheel), came, went, parafen)
