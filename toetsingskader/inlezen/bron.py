"""The text of a point as its author typed it, in pieces that a letter shows one by one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from toetsingskader.inlezen.tekens import NOOT, Teken
from toetsingskader.source import CITED
from toetsingskader.source.prose import split_prose

FEIT = "@feit:"
_TARGET = r"\((?:https?://|mailto:)[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*\)"
_ATOM = re.compile(
    rf"""
      (?P<wit>    \s+(?:>\s?)* )
    | (?P<vrij>   \\[*_\[\]|\\] )
    | (?P<noot>   \[\^[\w-]+\] )
    | (?P<bron>   \[{CITED}(?:;{CITED})*\] )(?P<na> [.,;:!?…]?)
    | (?P<link>   \[(?P<tekst>(?:[^\[\]\\]|\\.)+)\]{_TARGET} )
    | (?P<nadruk> (?P<ster>\*\*|\*|__|_)(?=\S)(?P<binnen>[^*_]+?)(?<=\S)(?P=ster) )
    | (?P<woord>  \w+ )
    | (?P<teken>  . )
    """,
    re.VERBOSE | re.DOTALL,
)
_WORDS = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Eenheid:
    """A paragraph, item, cell or caption in the source: where its words begin and end."""

    begin: int
    einde: int


@dataclass
class Atoom:
    """The smallest part of source text that stays whole, and the signs of the letter it became."""

    bron: str
    wit: str
    """The white before it."""
    vormen: tuple[str, ...]
    feit: bool = False
    begin: int = 0
    einde: int = 0


def units(text: str) -> list[Eenheid] | None:
    """The pieces in the order of reading; None when one cannot be pointed at."""
    found = []
    for groep in split_prose(text):
        if groep.kind == "text" and groep.lines[0]:
            found.append(Eenheid(groep.begins[0], groep.begins[-1] + len(groep.lines[-1])))
        elif groep.kind in ("row", "figure"):
            for words, begin in zip(groep.lines, groep.begins, strict=True):
                if words and begin < 0:
                    return None
                if words:
                    found.append(Eenheid(begin, begin + len(words)))
    return found


def atoms(bron: str, basis: Sequence[Teken]) -> list[Atoom]:
    """The parts of a paragraph of source, each with the signs of `basis` that it stands for."""
    found = list(_read(bron))
    flat = [(vorm, n) for n, atoom in enumerate(found) for vorm in atoom.vormen]
    places: dict[int, list[int]] = {}
    matcher = SequenceMatcher(None, [v for v, _ in flat], [t.vorm for t in basis], autojunk=False)
    for i, j, size in matcher.get_matching_blocks():
        for k in range(size):
            places.setdefault(flat[i + k][1], []).append(j + k)
    _place(found, places, len(basis))
    return found


def _place(found: list[Atoom], places: dict[int, list[int]], end: int) -> None:
    """Give each part its range: what stands for a fact takes what is left between its neighbours.

    A part that is not found whole stands nowhere: an empty range where it would be. Of a citation
    the note may be missing, for notes to one source become one.
    """
    at = 0
    for n, atoom in enumerate(found):
        own = places.get(n, [])
        enough = NOOT in atoom.vormen or len(own) == len(atoom.vormen)
        whole = enough and (not own or own[-1] - own[0] == len(own) - 1)
        if atoom.feit:
            following = (places[m][0] for m in range(n + 1, len(found)) if m in places)
            atoom.begin, atoom.einde = at, max(at, next(following, end))
        elif own and whole and own[0] >= at:
            atoom.begin, atoom.einde = own[0], own[-1] + 1
        else:
            atoom.begin = atoom.einde = at
        at = atoom.einde


def _read(bron: str) -> Iterator[Atoom]:
    white = ""
    for match in _ATOM.finditer(bron):
        if match["wit"]:
            white = match[0]
            continue
        yield Atoom(match[0], white, *_forms(match))
        white = ""


def _forms(match: re.Match[str]) -> tuple[tuple[str, ...], bool]:
    """What a part looks like in the letter, and whether it is a fact that is filled in there."""
    if match["bron"]:
        if FEIT in match["bron"]:
            return (), True
        # The note comes behind the sign that follows it.
        return (*match["na"], NOOT), False
    if match["noot"]:
        return (NOOT,), False
    inner = match["tekst"] or match["binnen"]
    if inner:
        return tuple(_WORDS.findall(re.sub(r"\\(.)", r"\1", inner))), False
    return (match[0][1:] if match["vrij"] else match[0],), False
