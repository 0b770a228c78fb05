"""The result in as few lines as will do, for a hook or an editor: what fails, then the counts.

A finding is `file:line:column: …`, as a compiler says it, so that an editor can go there.
"""

from collections.abc import Iterator, Sequence

from toetsingskader.rapport import zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.toetsing import Bevinding, Toetsing


def kort(toetsingen: Sequence[Toetsing], *, streng: bool = False) -> str:
    """A line per finding that makes `toets` give 1 (with `streng` what that adds), and per record
    one with all counts.
    """
    safe = [inert_toetsing(t) for t in toetsingen]
    about = dict.fromkeys(t.waarschuwing for t in safe)
    return "".join(f"{line}\n" for line in [*about, *(x for t in safe for x in _lines(t, streng))])


def _lines(toetsing: Toetsing, streng: bool) -> Iterator[str]:
    for bevinding in toetsing.bevindingen:
        if bevinding.breekt or (streng and bevinding.belet):
            yield line(bevinding)
    yield counts(toetsing)


def counts(toetsing: Toetsing) -> str:
    """How many findings of each severity an inert result has, on one line."""
    fictief = " (fictief)" if toetsing.fictief else ""
    return f"{_flat(toetsing.map)}{fictief}: {zinnen.tel_ernst(toetsing.bevindingen)}"


def line(bevinding: Bevinding) -> str:
    """A finding of an inert result on one line."""
    return _flat(str(bevinding))


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))
