"""A letter read back: the words of a DOCX or PDF, and where they differ from another's."""

import io
import zipfile
from pathlib import Path

from toetsingskader.errors import InputError, reason
from toetsingskader.teruglezen.model import Alinea, Teruggelezen, UnreadableError
from toetsingskader.teruglezen.verschil import ONDERTEKENING, VRIJ, Verschil, differences

__all__ = [
    "ONDERTEKENING",
    "VRIJ",
    "Alinea",
    "Teruggelezen",
    "Verschil",
    "differences",
    "read_letter",
]

MAX_BYTES = 200_000_000
"""Larger than any letter, smaller than memory."""


def read_letter(path: Path) -> tuple[bytes, Teruggelezen]:
    """The file and its words; raises InputError when it cannot be opened or read as a letter."""
    from toetsingskader.teruglezen import docx, pdf

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"'{path}' kan niet worden geopend ({reason(error)}).") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"'{path}' is te groot om een brief te zijn.")
    try:
        if data.startswith(b"%PDF"):
            return data, pdf.read(data)
        if zipfile.is_zipfile(io.BytesIO(data)):
            return data, docx.read(data)
    except UnreadableError as error:
        raise InputError(f"'{path}' kan niet worden gelezen: {error}") from error
    raise InputError(f"'{path}' is geen Word-bestand (.docx) en geen PDF.")
