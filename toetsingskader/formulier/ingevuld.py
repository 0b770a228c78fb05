"""What came back in a form, under the names that it was asked by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toetsingskader.formulier.model import Plek
from toetsingskader.source import Data, Pad

NIEUW = 1000
"""Rows that were added have this number or a higher one; the others have that of the row they
were."""


@dataclass(frozen=True)
class Terug:
    """What one form says of one point."""

    waarden: Mapping[Plek, str]
    """What stands in each control that is still there."""
    rijen: Mapping[Pad, tuple[int, ...]]
    """Of each list that is still there its rows, in the order in which they stand."""
    tekst: tuple[str, ...] | None
    """The paragraphs of its prose; None when their place is gone."""
    meldingen: tuple[str, ...] = ()
    """What a person must look at, in Dutch."""


@dataclass(frozen=True)
class Uitgangspunt:
    """What stood in the record when the form was made."""

    gegevens: Data
    tekst: str


@dataclass(frozen=True)
class Opmerking:
    """A remark that somebody put beside the text of a form."""

    auteur: str
    tekst: str
    woorden: str


@dataclass(frozen=True)
class Teruggestuurd:
    """A form as a file: what it was made from, and all that is in it."""

    eigenschappen: Mapping[str, str]
    uitgangspunten: Mapping[str, Uitgangspunt] = field(default_factory=dict)
    opmerkingen: tuple[Opmerking, ...] = ()
