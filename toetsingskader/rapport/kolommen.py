"""Plain text for a terminal: wrapping and tables by the width of characters on screen."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

BREEDTE = 80

_STIJLEN = {"vet": "1", "rood": "31", "geel": "33", "groen": "32", "grijs": "2"}


@dataclass(frozen=True)
class Kolom:
    """A column: its head, its width in cells on screen, and whether it holds numbers."""

    kop: str
    breedte: int
    rechts: bool = False


def kleuren(text: str, stijl: str, kleur: bool) -> str:
    """The text in a style, when colour is wanted; callers pass inert text only."""
    return f"\x1b[{_STIJLEN[stijl]}m{text}\x1b[0m" if kleur and text else text


def cellen(text: str) -> int:
    """How many cells a text takes on screen."""
    return len(text) if text.isascii() else sum(map(_char_cells, text))


@cache
def _char_cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def afbreken(
    text: str, breedte: int = BREEDTE, *, eerste: str = "", vervolg: str | None = None
) -> list[str]:
    """Lines of at most `breedte` cells; `eerste` and `vervolg` go before the lines."""
    vervolg = " " * cellen(eerste) if vervolg is None else vervolg
    regels: list[str] = []
    prefix, regel = eerste, ""
    vrij = breedte - cellen(eerste)
    for woord in text.split():
        nodig = cellen(woord)
        if regel and 1 + nodig > vrij:
            regels.append(prefix + regel)
            prefix, regel = vervolg, ""
            vrij = breedte - cellen(vervolg)
        vrij -= nodig + bool(regel)
        regel = f"{regel} {woord}" if regel else woord
        while vrij < 0:
            kop, regel = _split(regel, breedte - cellen(prefix))
            regels.append(prefix + kop)
            prefix = vervolg
            vrij = breedte - cellen(vervolg) - cellen(regel)
    return [*regels, (prefix + regel).rstrip()] if regel or not regels else regels


def _split(text: str, breedte: int) -> tuple[str, str]:
    """As much as fits, and the rest; at least one character, so that it always ends."""
    used = 0
    for i, char in enumerate(text):
        used += _char_cells(char)
        if used > breedte:
            return text[: max(i, 1)], text[max(i, 1) :]
    return text, ""


def tabel(
    kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], inspring: str = "  "
) -> list[str]:
    """A table with one head row; cells wrap within their column."""
    streep = inspring + "  ".join("─" * k.breedte for k in kolommen)
    lines = [*_rij(kolommen, [k.kop for k in kolommen], inspring), streep]
    for rij in rijen:
        lines.extend(_rij(kolommen, rij, inspring))
    return lines


def _rij(kolommen: Sequence[Kolom], rij: Sequence[str], inspring: str) -> Iterator[str]:
    stukken = [afbreken(cel, k.breedte) for k, cel in zip(kolommen, rij, strict=True)]
    for i in range(max(map(len, stukken))):
        delen = (
            _vul(stuk[i] if i < len(stuk) else "", k)
            for k, stuk in zip(kolommen, stukken, strict=True)
        )
        yield (inspring + "  ".join(delen)).rstrip()


def _vul(text: str, kolom: Kolom) -> str:
    vulling = " " * (kolom.breedte - cellen(text))
    return vulling + text if kolom.rechts else text + vulling
