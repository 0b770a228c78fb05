"""Which file was meant by one that bears another name: `Mandaat.md`, `mandaat.md.txt`."""

import difflib
from collections.abc import Iterable
from pathlib import PurePosixPath

from toetsingskader.waarden import normalise

_EXTENSIONS = frozenset(
    {".md", ".markdown", ".yaml", ".yml", ".txt", ".doc", ".docx", ".odt", ".rtf"}
)


def typed_for(naam: str, others: Iterable[str]) -> str | None:
    """The one of `others`, paths within a folder, that was probably meant to be `naam`."""
    stems = {_stem(other): other for other in others}
    near = difflib.get_close_matches(_stem(naam), stems, 1, 0.85)
    return stems[near[0]] if near else None


def _stem(naam: str) -> str:
    """The name without folder, extensions, capitals, spaces and hyphens."""
    path = PurePosixPath(naam)
    while path.suffix.lower() in _EXTENSIONS:
        path = path.with_suffix("")
    return normalise(path.name)
