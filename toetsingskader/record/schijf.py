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
