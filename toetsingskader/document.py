"""The letter as a document: what `brief` composes and `render` turns into DOCX and PDF.

A document is a *skeleton* (Markdown written by our own templates, every value escaped) in which
some paragraphs are only a marker. Each marker stands for a block that is parsed on its own, so
that an unclosed quotation in one field can never swallow the next.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from toetsingskader.afbeelding import Afbeelding

VINGERAFDRUK = "Vingerafdruk "
"""Begin of the name of the property with the fingerprint of one text."""
MARKER = "\ue000"
"""Private-use character around a block's name in the skeleton; refused in records."""
_SYMBOL = re.compile(r"([!-/:-@\[-`{-~])")


def escape(text: str) -> str:
    """One line of Markdown for the skeleton that reads as exactly this text."""
    return _SYMBOL.sub(r"\\\1", " ".join(text.split()))


@dataclass(frozen=True)
class Proza:
    """Prose of one point as its author typed it (inert Markdown).

    `punt` names the bookmark `tk_<punt>` and the content control around it; `titel` is what a
    reader sees on that control. Without text the control holds the paragraphs of `vervanging`.
    """

    punt: str
    titel: str
    tekst: str
    vervanging: tuple[str, ...] = ()


@dataclass(frozen=True)
class Openstaand:
    """Placeholder paragraphs: what is missing or open and who answers. Plain text."""

    regels: tuple[str, ...]


@dataclass(frozen=True)
class Cel:
    """A cell with its sources: a plain text, and a citation such as "[@rapport, p. 7]"."""

    tekst: str
    bron: str = ""


@dataclass(frozen=True)
class Tabel:
    """A table of facts: plain texts, one header row; `rechts` are the columns with numbers."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str | Cel, ...], ...]
    rechts: frozenset[int] = frozenset()


Blok = Proza | Openstaand | Tabel


@dataclass(frozen=True)
class Ondertekenaar:
    """One signature: the office with its capital, and the name or a placeholder."""

    ambt: str
    naam: str


@dataclass(frozen=True)
class Briefhoofd:
    """Everything on the letter that is not running text; both letter templates print all of it.

    All are plain strings, already formatted in Dutch; an unknown value is a placeholder text.
    """

    afzender: str
    directie: str
    retouradres: str
    adres: tuple[str, ...]
    datum: str
    betreft: str
    onze_referentie: str
    uw_referentie: str
    kamerdossiers: str
    """A line for each file of the Kamer that the letter belongs to."""
    contact: str
    bijlagen: str
    aanhef: str
    markering: str
    """First line of the body and header of every page, such as "CONCEPT"; may be empty."""
    ondertekenaars: tuple[Ondertekenaar, ...]
    mede_namens: str


@dataclass(frozen=True)
class Slot:
    """What stands after the signatures, on the last page."""

    kop: str = ""
    inleiding: str = ""
    open_plekken: tuple[str, ...] = ()
    """In a concept, under `kop`: what is still to be filled in. Without a heading, nothing."""
    colofon: str = ""
    """How the letter was made, in one small line."""


@dataclass(frozen=True)
class Vorm:
    """The page a document is printed on: templates `<naam>.docx` and `<naam>.typ`."""

    naam: str
    velden: frozenset[str]
    """The fields of the letterhead that its templates must print."""


BRIEF = Vorm("brief", frozenset(f.name for f in fields(Briefhoofd)))
OPLEGGER = Vorm("oplegger", frozenset({"betreft", "markering"}))


@dataclass(frozen=True)
class Document:
    """One letter, complete: rendering it needs nothing else."""

    titel: str
    onderwerp: str
    hoofd: Briefhoofd
    skelet: str
    blokken: Mapping[str, Blok]
    referenties: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
    """The cited sources as CSL-JSON."""
    feiten: Mapping[str, str] = field(default_factory=dict)
    """The facts that prose asks for (`[@feit:naam]`): name to the text in its place."""
    figuren: Mapping[str, Afbeelding] = field(default_factory=dict)
    """The pictures that prose may show, by the path it names."""
    tijdstip: int = 315532800
    """Seconds since 1970 for the document properties (1980-01-01 when nothing is known)."""
    slot: Slot = Slot()
    eigenschappen: Mapping[str, str] = field(default_factory=dict)
    """How the letter was made, as document properties: name to value."""
    vingerafdrukken: Mapping[str, str] = field(default_factory=dict)
    """Of each point or text in the letter, by its key. Properties of the DOCX."""
    vorm: Vorm = BRIEF
