"""Facts by name, for prose that prints them: `[@feit:eenheden.totaal]`.

A name is the way to a fact: `<punt>.<veld>`, `dossier.<veld>` or `besluit.<veld>`; a row of a list
goes by its key, or by what a reader calls it (`besluit.maxima.Landcomponent.aantal_max`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Antwoord, Blok, Feit, Lijst, Staat
from toetsingskader.kader.berekend import computed
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Cijfer, Periode, Punt
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.kader.weergave import ADMINISTRATIVE, name_of, show
from toetsingskader.waarden import normalise

FEIT = "feit:"
"""What the key of a citation begins with when it asks for a fact and names no source."""


@dataclass(frozen=True)
class Genoemd:
    """A fact that a name leads to."""

    label: str
    staat: Staat
    tekst: str
    """As a letter prints it; empty unless it is known."""
    openbaar: bool
    """Whether it may land in a letter."""
    punt: str | None
    """The point it belongs to, None for the dossier."""

    @property
    def afdrukbaar(self) -> bool:
        """Whether a letter may print it now: it is known, and not kept out of letters."""
        return self.openbaar and self.staat is Staat.BEKEND


def find_fact(b: Beoordeling, naam: str) -> Genoemd | None:
    """The fact of this name; None when the name leads to nothing, or not to one value."""
    for c in computed(b):
        if c.naam == naam:
            tekst = str(c.feit.waarde) if c.feit.bekend else ""
            return Genoemd(c.label, c.feit.staat, tekst, True, c.punt)
    eerste, *delen = naam.split(".")
    if eerste == "besluit":
        eerste, delen = "dossier", ["besluit", *delen]
    houder = b.dossier if eerste == "dossier" else b.punten.get(eerste)
    if houder is None or not delen:
        return None
    return _Zoektocht(eerste if eerste in b.punten else None).find(houder, delen)


class _Zoektocht:
    """Walks along a name; remembers what holds for all that stands deeper."""

    def __init__(self, punt: str | None) -> None:
        self._punt = punt
        self._naar = "b"
        self._staat = Staat.BEKEND

    def find(self, houder: Blok, delen: list[str]) -> Genoemd | None:
        """The fact that the rest of the name leads to from here."""
        naam, *rest = delen
        veld = next((v for v in beschrijf(type(houder)) if v.naam == naam), None)
        if veld is None:
            return None
        antwoord = getattr(houder, veld.attribuut)
        self._naar = veld.veld.naar or self._naar
        if veld.model and isinstance(antwoord, Lijst):
            return self._row(veld, antwoord, rest)
        if isinstance(antwoord, Blok):
            if antwoord.staat in (Staat.ONBEKEND, Staat.VERTROUWELIJK):
                self._staat = antwoord.staat
            return self.find(antwoord, rest) if rest else self._block(veld, antwoord)
        return None if rest else self._fact(veld, antwoord)

    def _row(self, veld: Veldbeschrijving, lijst: Lijst[Blok], rest: list[str]) -> Genoemd | None:
        if not lijst.bekend:
            return self._named(veld, lijst.staat, "")
        rows = [r for r in lijst if rest and normalise(_key(r)) == normalise(rest[0])]
        if len(rows) != 1:
            return None
        return self.find(rows[0], rest[1:]) if rest[1:] else self._block(veld, rows[0])

    def _block(self, veld: Veldbeschrijving, blok: Blok) -> Genoemd | None:
        """Only a block that reads as one value: a period, a figure, an answer with its reasons."""
        if isinstance(blok, Cijfer):
            return self._named(veld, blok.waarde.staat, blok.getal)
        if isinstance(blok, Periode):
            return self._named(veld, blok.staat, str(blok))
        return self.find(blok, ["waarde"])

    def _fact(self, veld: Veldbeschrijving, antwoord: Antwoord) -> Genoemd:
        return self._named(veld, antwoord.staat, show(veld, antwoord))

    def _named(self, veld: Veldbeschrijving, staat: Staat, tekst: str) -> Genoemd:
        if staat is Staat.LEEG and self._staat is not Staat.BEKEND:
            # Nothing stands here because the block around it is unknown or kept elsewhere.
            staat = self._staat
        if staat is Staat.BEKEND and not tekst:
            staat = Staat.LEEG
        shown = " ".join(tekst.split()) if staat is Staat.BEKEND else ""
        return Genoemd(veld.veld.label, staat, shown, "b" in self._naar, self._punt)


def _key(rij: Blok) -> str:
    """How a name calls a row: its key, else what a reader calls it, without what breaks a name."""
    feit = getattr(rij, "sleutel", None)
    naam = feit.waarde if isinstance(feit, Feit) and feit.waarde else name_of(rij)
    return re.sub(r"[^\w-]+", "-", str(naam)).strip("-")


def fact_names(b: Beoordeling) -> Iterator[str]:
    """The names of all public facts that are known, for a suggestion."""
    yield from (c.naam for c in computed(b))
    yield from _names(b.dossier, "dossier", "b")
    yield from _names(b.dossier.besluit, "besluit", "b")
    for sleutel, punt in b.punten.items():
        yield from _names(punt, sleutel, "b")


def _names(houder: Blok, om: str, naar: str) -> Iterator[str]:
    for veld in beschrijf(type(houder)):
        antwoord = getattr(houder, veld.attribuut)
        naam, doel = f"{om}.{veld.naam}", veld.veld.naar or naar
        common = isinstance(houder, Punt) and veld.naam in GEMEENSCHAPPELIJK
        if (common and veld.naam != "cijfers") or veld.naam in ADMINISTRATIVE:
            continue
        if veld.model and isinstance(antwoord, Lijst):
            keys = Counter(normalise(_key(rij)) for rij in antwoord)
            for rij in antwoord:
                if keys[normalise(_key(rij))] == 1:
                    yield from _names_of(rij, f"{naam}.{_key(rij)}", doel)
        elif isinstance(antwoord, Blok):
            yield from _names_of(antwoord, naam, doel)
        elif antwoord.bekend and "b" in doel:
            yield naam


def _names_of(blok: Blok, naam: str, naar: str) -> Iterator[str]:
    if isinstance(blok, Cijfer | Periode):
        yield from [naam] if "b" in naar and blok.bekend else []
    else:
        yield from _names(blok, naam, naar)
