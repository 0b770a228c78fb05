"""A reference page: its parts, and how they look on a terminal and in Markdown."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from toetsingskader.begrippen import EersteGebruik
from toetsingskader.rapport.kolommen import BREEDTE, Kolom, afbreken, tabel

_TEKENS = re.compile(r"[\\`*_\[\]<>|]")


@dataclass(frozen=True)
class Kop:
    """A heading; level 1 is the title of the page."""

    tekst: str
    niveau: int = 2


@dataclass(frozen=True)
class Alinea:
    """A paragraph; `nadruk` for what a reader must not miss."""

    tekst: str
    nadruk: bool = False


@dataclass(frozen=True)
class Rooster:
    """Rows with named columns.

    On a terminal a table when `breedtes` says how wide each column is; else each row stands below
    its first cell, a line for each of the others.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    breedtes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Opsomming:
    """Short sentences, one below the other."""

    regels: tuple[str, ...]


@dataclass(frozen=True)
class Letterlijk:
    """Lines to be typed exactly so."""

    regels: tuple[str, ...]


Deel = Kop | Alinea | Rooster | Opsomming | Letterlijk


@dataclass(frozen=True)
class Blad:
    """A page, and what it says as data."""

    delen: tuple[Deel, ...]
    gegevens: Any
    """A dataclass."""
    begrippenlijst: str = ""
    """In Markdown: the page beside this one that explains terms; their first use links to it."""

    def render(self, formaat: str) -> str:
        """The page as tekst, markdown or json."""
        if formaat == "json":
            return json.dumps(asdict(self.gegevens), ensure_ascii=False, indent=2) + "\n"
        render = _Markdown(self.begrippenlijst).lines if formaat == "markdown" else _tekst
        return "\n\n".join("\n".join(render(deel)) for deel in self.delen) + "\n"


def _tekst(deel: Deel) -> Iterator[str]:
    if isinstance(deel, Kop):
        regels = afbreken(deel.tekst)
        yield from regels
        if deel.niveau < 3:
            yield ("═" if deel.niveau == 1 else "─") * min(BREEDTE, max(map(len, regels)))
    elif isinstance(deel, Alinea):
        yield from afbreken(deel.tekst)
    elif isinstance(deel, Opsomming):
        for regel in deel.regels:
            yield from afbreken(regel, eerste="- ")
    elif isinstance(deel, Letterlijk):
        yield from (f"    {regel}" for regel in deel.regels)
    elif deel.breedtes:
        kolommen = [Kolom(k, b) for k, b in zip(deel.koppen, deel.breedtes, strict=True)]
        yield from tabel(kolommen, deel.rijen, "")
    else:
        yield from _onder_elkaar(deel)


def _onder_elkaar(rooster: Rooster) -> Iterator[str]:
    width = max(map(len, rooster.koppen))
    for i, rij in enumerate(rooster.rijen):
        if i:
            yield ""
        yield from afbreken(rij[0])
        for kop, cel in zip(rooster.koppen[1:], rij[1:], strict=True):
            if cel:
                yield from afbreken(cel, eerste=f"  {kop.lower():<{width}}  ")


class _Markdown:
    """Writes the parts of one page; per section the first use of a term links to its meaning."""

    def __init__(self, begrippenlijst: str) -> None:
        self._begrippenlijst = begrippenlijst
        self._eerste = EersteGebruik()

    def lines(self, deel: Deel) -> Iterator[str]:
        """The lines of one part."""
        if isinstance(deel, Kop):
            if deel.niveau < 3:
                self._eerste = EersteGebruik()
            yield f"{'#' * deel.niveau} {_escape(deel.tekst)}"
        elif isinstance(deel, Alinea):
            yield f"> **{_escape(deel.tekst)}**" if deel.nadruk else self._text(deel.tekst)
        elif isinstance(deel, Opsomming):
            yield from (f"- {self._text(regel)}" for regel in deel.regels)
        elif isinstance(deel, Letterlijk):
            yield from ("```", *deel.regels, "```")
        else:
            yield f"| {' | '.join(deel.koppen)} |"
            yield f"|{'---|' * len(deel.koppen)}"
            for rij in deel.rijen:
                # The first cell is a name, such as that of a field.
                cellen = (_escape(rij[0]), *map(self._text, rij[1:]))
                yield f"| {' | '.join(cellen)} |"

    def _text(self, text: str) -> str:
        if not self._begrippenlijst:
            return _escape(text)
        return "".join(
            f"[{_escape(stuk)}]({self._begrippenlijst}#{begrip.anker})" if begrip else _escape(stuk)
            for stuk, begrip in self._eerste.pieces(" ".join(text.split()))
        )


def _escape(text: str) -> str:
    return _TEKENS.sub(lambda m: f"\\{m.group()}", re.sub(r"\s+", " ", text))
