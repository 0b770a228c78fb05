"""From looking at one text to a rule about all prose of a record."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from toetsingskader.kader import PROZA, PUNTEN, Beoordeling
from toetsingskader.regels.regel import Functie, Melding
from toetsingskader.regels.tekst.lezen import Lezing, Vondst, read, read_with_notes
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.toetsing import Ernst

MEESTE = 20
"""A rule says a thing so often per text: whoever mends those will look for the rest."""


@dataclass(frozen=True)
class Tekst:
    """The prose of one file, as a rule gets it."""

    b: Beoordeling
    sleutel: str
    lezing: Lezing

    def melding(self, positie: int, zin: str, ernst: Ernst | None = None) -> Melding:
        """What a rule saw at an offset."""
        return Melding(self.sleutel, (TEKST, positie), zin, ernst)


Controle = Callable[[Tekst], Iterator[Melding]]


def texts(b: Beoordeling, *, noten: bool = False) -> Iterator[Tekst]:
    """All prose that is there, in the order of a record; with or without its footnotes."""
    reader = read_with_notes if noten else read
    for sleutel in (*PROZA, *PUNTEN):
        if b.proza[sleutel].tekst.strip():
            yield Tekst(b, sleutel, reader(b.proza[sleutel].tekst))


def in_each_text(controle: Controle, *, noten: bool = False) -> Functie:
    """A rule that looks at each text apart."""

    def check(b: Beoordeling) -> Iterator[Melding]:
        for tekst in texts(b, noten=noten):
            yield from islice(controle(tekst), MEESTE)

    return check


def where_said(
    patroon: re.Pattern[str],
    advies: Callable[[Vondst], str],
    *,
    behalve: Callable[[Vondst], bool] = lambda _: False,
    ontkend: bool = False,
    noten: bool = False,
) -> Functie:
    """A rule that looks for words of the author; `advies` says what is wrong and what to do.

    Not where they are denied (unless `ontkend`), nor where `behalve` says that they are harmless.
    """

    def check(tekst: Tekst) -> Iterator[Melding]:
        for vondst in tekst.lezing.zoek(patroon, ontkend=ontkend):
            if not behalve(vondst):
                yield tekst.melding(vondst.positie, advies(vondst))

    return in_each_text(check, noten=noten)


def is_question(vondst: Vondst) -> bool:
    """Whether the sentence asks instead of states."""
    return vondst.deel.zin.vraag
