"""What reading a letter back gives: its paragraphs in reading order, its notes, its properties."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_INVISIBLE = dict.fromkeys((0xAD, 0x200B, *range(0xFE00, 0xFE10)))
_MISSING = re.compile(r"\[U\+([0-9A-F]{4,6})\]")


class UnreadableError(Exception):
    """A file that cannot be read as a letter, with the Dutch reason."""


@dataclass(frozen=True)
class Alinea:
    """A paragraph, heading, list item or table cell."""

    tekst: str
    plaats: str = ""
    """The part of the letter it is in; empty above the first heading."""


@dataclass(frozen=True)
class Teruggelezen:
    """The running text of a letter; what repeats on every page is no part of it."""

    alineas: tuple[Alinea, ...]
    noten: tuple[Alinea, ...]
    eigenschappen: Mapping[str, str] = field(default_factory=dict)


def plain(text: str) -> str:
    """One form for both kinds of file: composed letters, single spaces, nothing invisible.

    A character that the PDF's font lacks stands there as [U+1F600].
    """
    shown = _MISSING.sub(lambda m: chr(min(int(m[1], 16), 0x10FFFF)), text.translate(_INVISIBLE))
    return " ".join(unicodedata.normalize("NFC", shown).split())
