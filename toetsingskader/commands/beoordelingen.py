"""Which assessments there are, and what several of them give together."""

from collections.abc import Iterable
from pathlib import Path

from toetsingskader.errors import ExitCode, InputError, UsageError, reason

MAP = "assessments"


def all_records(here: Path) -> list[Path]:
    """The folders of all assessments in `assessments/`; raises InputError when there is none.

    Every folder there is one: without a dossier.yaml it is said to be unreadable, not passed over.
    """
    root = here / MAP
    if not root.is_dir():
        raise InputError(
            f"Hier is geen map '{MAP}'. Ga naar de map waarin die staat, of noem de map van een "
            "beoordeling."
        )
    found = sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith("."))
    if not found:
        raise InputError(
            f"In de map '{MAP}' staat nog geen beoordeling (een map met dossier.yaml)."
        )
    return [p.relative_to(here) for p in found]


def find_record(naam: str, here: Path) -> Path:
    """The folder of one assessment, by its name, its path, or that of anything inside it.

    What is inside need not be there any more: a list of changed files names the deleted ones too.
    Raises InputError when there is no such assessment, or nobody may look.
    """
    try:
        return _find(naam, here)
    except OSError as error:
        raise InputError(
            f"De beoordeling '{naam}' kan niet worden geopend ({reason(error)})."
        ) from error


def _find(naam: str, here: Path) -> Path:
    for path in (Path(naam), Path(MAP) / naam):
        if _is_record(here / path):
            return path
    for path in (Path(naam), Path(MAP) / naam):
        if (around := _around(path, here)) is not None:
            return around
    for path in (Path(MAP) / naam, Path(naam)):
        if (here / path).is_dir():
            # Reading it says what it lacks.
            return path
    there = sorted(p.parent.name for p in (here / MAP).glob("*/dossier.yaml"))
    hint = f" Wel gevonden: {', '.join(there)}." if there else ""
    if (here / naam).is_file():
        raise InputError(f"Het bestand '{naam}' hoort niet bij een beoordeling.{hint}")
    raise InputError(f"De beoordeling '{naam}' is niet gevonden.{hint}")


def _is_record(folder: Path) -> bool:
    return (folder / "dossier.yaml").is_file()


def _around(path: Path, here: Path) -> Path | None:
    """The assessment that this path lies in, if any.

    The outermost: an option may have a dossier.yaml too. Without a dossier.yaml a folder in
    `assessments/` is one all the same, and reading it says what it lacks.
    """
    parents = [p for p in reversed(path.parents) if p.name]
    records = [p for p in parents if _is_record(here / p)]
    folders = [p for p in parents if p.parent == Path(MAP) and (here / p).is_dir()]
    return next(iter(records + folders), None)


def one_record(naam: str | None, here: Path, hoe: str = "Noem er een met '--beoordeling'") -> Path:
    """The folder of the assessment that is meant; without a name the only one there is.

    `hoe` says how to name one, when there are more.

    Raises InputError, and UsageError when a name is needed.
    """
    if naam is not None:
        return find_record(naam, here)
    found = all_records(here)
    if len(found) > 1:
        namen = ", ".join(path.name for path in found)
        raise UsageError(f"Er zijn meer beoordelingen. {hoe}: {namen}.")
    return found[0]


def worst(codes: Iterable[int]) -> int:
    """The exit code of several records together."""
    return max(codes, default=ExitCode.GOED)
