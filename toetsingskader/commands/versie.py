"""`versie`: give the record as it was committed a name and a number, and list those there are."""

import re
from pathlib import Path

from toetsingskader import git
from toetsingskader.errors import InputError, OutputError, UsageError
from toetsingskader.versies import Versie, find_version, tag_name, versions

_LONGEST = 80
_LIKE_A_NUMBER = re.compile(r"(?:versie|v)?[ .]?\d+", re.IGNORECASE)


def name_version(folder: Path, naam: str) -> Versie:
    """Name the last commit of a record; the number follows on the highest.

    Raises UsageError for a name that cannot be, a record with changes that are not committed, or a
    commit that has a version already; InputError outside git; OutputError when git refuses.
    """
    words = " ".join(naam.split())
    if not words or len(words) > _LONGEST or not words.isprintable():
        raise UsageError(f"Geef de versie een naam van een tot {_LONGEST} tekens, zoals 'naar MR'.")
    if _LIKE_A_NUMBER.fullmatch(words):
        raise UsageError(
            f"'{words}' lijkt op een nummer, en nummers geeft het programma zelf. Kies een naam, "
            "zoals 'naar MR'."
        )
    _check_folder(folder)
    commit = _committed(folder)
    there = versions(folder)
    same = [v for v in there if v.commit == commit]
    if same:
        raise UsageError(
            f"Deze stand van het dossier heeft al een naam: versie {same[-1]}. Er is sindsdien "
            "niets gewijzigd."
        )
    if find_version(folder, words):
        raise UsageError(f"Er is al een versie '{words}'. Kies een andere naam.")
    nummer = max((v.nummer or 0 for v in there), default=0) + 1
    if refused := git.add_tag(folder, tag_name(folder, nummer, words), words):
        raise OutputError(f"Git kon de versie niet vastleggen en meldt: {refused}")
    return versions(folder)[-1]


def _check_folder(folder: Path) -> None:
    """Whether git can name versions of this folder here."""
    if not (folder / "dossier.yaml").is_file():
        raise InputError(f"In '{folder}' staat geen dossier.yaml; dat is geen beoordeling.")
    name = folder.resolve().name
    if not re.fullmatch(r"[\w.-]+", name, re.ASCII) or name.startswith((".", "-")):
        raise UsageError(
            f"De map heet '{name}', en daar kan git geen versies naar noemen. Geef de map een naam "
            "van letters, cijfers en koppeltekens, zonder spaties of accenten."
        )
    if git.is_shallow(folder):
        raise UsageError(
            "Deze kopie van het dossier is niet volledig, en dan is niet te zien welke versies er "
            "al zijn. Haal eerst alles op met 'git fetch --unshallow --tags'."
        )
    if not git.knows_who(folder):
        raise UsageError(
            "Git weet nog niet wie u bent. Zeg dat eenmaal met 'git config --global user.name' en "
            "'git config --global user.email', elk gevolgd door uw naam of adres."
        )


def _committed(folder: Path) -> str:
    """The commit that the record is at."""
    if git.last_commit(folder) is None:
        raise InputError(
            f"'{folder}' staat nog niet in git, en zonder git zijn er geen versies. Leg het "
            "dossier eerst vast met 'git add' en 'git commit'."
        )
    if git.is_changed(folder):
        raise UsageError(
            f"In '{folder}' zijn wijzigingen die nog niet zijn vastgelegd. Leg ze eerst vast met "
            "'git commit'; een versie is een stand die iedereen kan terugvinden."
        )
    return git.commit_of(folder, "HEAD")
