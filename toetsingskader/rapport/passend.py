"""What fits on a page of the oplegger: texts cut to size, lists that say what they leave out."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from textwrap import shorten

from toetsingskader.document import escape

REGEL = 90
"""Characters on a line of the page, about."""


def shortened(text: str, tekens: int) -> str:
    """On one line; a text that is too long ends in an ellipsis, even within a word."""
    kort = shorten(text, tekens, placeholder=" …")
    return kort if kort not in ("", "…") or not text.strip() else f"{text.strip()[: tekens - 1]}…"


def lines_of(text: str) -> int:
    """About how many lines a text takes."""
    return ceil(len(text) / REGEL)


def height(alineas: Sequence[str]) -> int:
    """About how many lines a section takes, with its heading."""
    lines = [regel for alinea in alineas for regel in alinea.split("\n")]
    return sum(map(lines_of, lines)) + len(alineas) + 2 if lines else 0


def as_many_as_fit(texts: Sequence[str], ruimte: int) -> tuple[list[str], int]:
    """As many as fit in so many lines, from the first on, and how many are left."""
    getoond: list[str] = []
    for text in texts:
        ruimte -= lines_of(text)
        if ruimte < 0:
            break
        getoond.append(text)
    return getoond, len(texts) - len(getoond)


def bullets(regels: Iterable[str], rest: int, wat: str) -> Iterator[str]:
    """A list, and how many items it leaves out."""
    items = [f"- {escape(regel)}" for regel in regels]
    items += [f"- en nog {rest}{wat}"] if rest > 0 else []
    if items:
        yield "\n".join(items)
