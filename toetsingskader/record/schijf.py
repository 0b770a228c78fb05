"""The disk: a file as bytes, never more than may be read, never from outside the record."""

from pathlib import Path

from toetsingskader.errors import InputError, reason
from toetsingskader.source import MAX_BYTES


def read_file(path: Path, most: int = MAX_BYTES) -> bytes:
    """The file, of a too large one only as much as shows that it is; raises InputError."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise InputError(
            f"Het bestand '{path}' kan niet worden gelezen ({reason(error)}). "
            "Controleer of het een gewoon bestand is en of u het mag openen."
        ) from error


def leads_outside(path: Path, folder: Path) -> bool:
    """Whether a path, with its links followed, ends outside a folder."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # A link that leads to itself.
        return True


def all_files(folder: Path) -> dict[str, Path]:
    """Every file of a record, read or not, by its path in the folder.

    Not what lies outside it, nor hidden files and the lock files of an open document.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        naam = path.relative_to(folder)
        hidden = any(part.startswith((".", "~$")) for part in naam.parts)
        if not hidden and path.is_file() and not leads_outside(path, folder):
            found[naam.as_posix()] = path
    return found
