"""Which facts of a point a letter may print, and which of them it has printed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from toetsingskader.brief.woorden import in_cell, in_sentence
from toetsingskader.errors import ToolError
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Antwoord, Blok, Feit, Lijst, Staat
from toetsingskader.kader.berekend import computed
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Cijfer, Periode, Punt, Rij
from toetsingskader.kader.veld import Bezoek, Briefsoort, Veldbeschrijving, beschrijf, visits
from toetsingskader.kader.weergave import ADMINISTRATIVE, show
from toetsingskader.regels.gegevens import destination
from toetsingskader.source import Verwijzing
from toetsingskader.toetsing import Bestemming
from toetsingskader.waarden.kamerstuk import Kamerstuk
from toetsingskader.waarden.tekst import TEKST


@dataclass(frozen=True)
class Gevonden:
    """A fact that may be printed: how it reads, and the sources that carry it."""

    antwoord: Antwoord | Blok
    cel: str
    """In a cell of a table."""
    zin: str
    """Within a sentence."""
    bronnen: tuple[Verwijzing, ...]
    nota: bool
    """Whether it stays out of letters, and stands in the decision note only."""


@dataclass(frozen=True)
class Bereik:
    """How far a part of a letter goes."""

    nota: bool = False
    """Also what only the decision note may say."""
    alleen_nota: bool = False
    """Nothing else than that."""
    soort: Briefsoort | None = None
    """Only what this kind of letter requires."""


ALLES = Bereik()


@dataclass
class Zicht:
    """One block of facts (a point, or the dossier) as a letter sees it."""

    b: Beoordeling
    houder: Blok
    bereik: Bereik = ALLES
    zelf_gezegd: frozenset[str] = frozenset()
    """Names of fields that the author's prose says in its own words."""
    proza: str = ""
    kamer: str = "tweede"
    """The chamber that reads it, for the names of parliamentary papers."""
    gezegd: set[int] = field(default_factory=set)
    _before: frozenset[int] = frozenset()
    """What an earlier subject of the letter has said."""
    _leaves: dict[tuple[int, str], Bezoek] = field(default_factory=dict)
    _reached: set[tuple[int, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.proza = _plain(self.proza)
        for bezoek in visits(self.houder):
            key = id(bezoek.houder), str(bezoek.pad[-1])
            if self._reaches(bezoek):
                self._reached.add(key)
            if self._may(bezoek):
                self._leaves[key] = bezoek

    def _may(self, bezoek: Bezoek) -> bool:
        common = isinstance(self.houder, Punt) and bezoek.pad[0] in GEMEENSCHAPPELIJK
        whole = isinstance(bezoek.antwoord, Cijfer | Periode)
        if common or not bezoek.antwoord.bekend or (bezoek.beschrijving.model and not whole):
            return False
        return self._reaches(bezoek) and not self._said_by_author(bezoek)

    def _reaches(self, bezoek: Bezoek) -> bool:
        if self.bereik.soort:
            vereist = bezoek.beschrijving.veld.vereist
            soorten = bezoek.om.soorten if vereist.rij else vereist.soorten
            if self.bereik.soort.letter not in soorten:
                return False
        doel = self._destination(bezoek)
        return doel is Bestemming.BRIEF or (doel is Bestemming.NOTA and self.bereik.nota)

    def _destination(self, bezoek: Bezoek) -> Bestemming:
        doel = destination(bezoek.naar)
        closed = isinstance(bezoek.rij, Rij) and not bezoek.rij.openbaar
        return Bestemming.NOTA if closed and doel is Bestemming.BRIEF else doel

    def _said_by_author(self, bezoek: Bezoek) -> bool:
        """Named under `in_tekst` or by `[@feit:…]`, or standing in the prose word for word."""
        names = [p for p in bezoek.pad if isinstance(p, str)]
        paths = {".".join(names[:n]) for n in range(1, len(names) + 1)}
        if paths & self.zelf_gezegd:
            return True
        waardetype = bezoek.beschrijving.waardetype
        sentences = waardetype is not None and waardetype.name == TEKST.name
        text = _plain(show(bezoek.beschrijving, bezoek.antwoord)).rstrip(".")
        return sentences and len(text) > 30 and text in self.proza

    def find(self, houder: Blok, pad: str) -> Gevonden | None:
        """The fact at the end of this path from a block; None when it is not to be printed.

        Raises ToolError for a path that the framework does not have.
        """
        if pad.startswith("="):
            return self._computed(pad[1:])
        naam, _, rest = pad.partition(".")
        if naam == "missie" and not rest:
            return self._mission(houder)
        veld = field_of(type(houder), naam)
        antwoord = getattr(houder, veld.attribuut)
        if rest:
            found = self.find(antwoord, rest) if isinstance(antwoord, Blok) else None
            around = sources(houder) if found and isinstance(houder, Rij) else ()
            return found and replace(found, bronnen=(*around, *found.bronnen))
        bezoek = self._leaves.get((id(houder), naam))
        if bezoek is None or id(antwoord) in self._before:
            return None
        own = antwoord.bron if isinstance(antwoord, Antwoord) else sources(antwoord)
        nota = self._destination(bezoek) is Bestemming.NOTA
        name = self._unit(antwoord) if naam == "eenheid" else ""
        texts = (name, name) if name else (in_cell(veld, antwoord), in_sentence(veld, antwoord))
        if paper := self._paper(antwoord):
            texts = (paper.removeprefix("Kamerstuk "), paper)
        return Gevonden(antwoord, *texts, (*sources(houder), *own), nota)

    def _unit(self, sleutel: Antwoord | Blok) -> str:
        """What the unit with this key is called."""
        wanted = sleutel.waarde if isinstance(sleutel, Feit) else None
        units = (e for e in self.b.punt(Eenheden).eenheden if e.sleutel.waarde == wanted)
        return next((e.naam.waarde or "" for e in units), "")

    def _paper(self, antwoord: Antwoord | Blok) -> str:
        """What the reader calls this parliamentary paper; empty for any other fact."""
        stuk = antwoord.waarde if isinstance(antwoord, Feit) else None
        return stuk.in_letter_to(self.kamer) if isinstance(stuk, Kamerstuk) else ""

    def _computed(self, naam: str) -> Gevonden | None:
        found = next((c for c in computed(self.b) if c.naam == naam), None)
        if found is None or not found.feit.bekend:
            return None
        text = str(found.feit.waarde)
        return Gevonden(found.feit, text, text, (), nota=False)

    def _mission(self, houder: Blok) -> Gevonden | None:
        """What the mission of a row is called, when there are several to tell apart."""
        missies = [m for m in self.b.dossier.missies if m.naam.bekend]
        if not isinstance(houder, Rij) or len(missies) < 2:
            return None
        for missie in missies:
            if missie.sleutel.waarde == houder.missie.waarde:
                naam = missie.naam.waarde or ""
                return Gevonden(missie.naam, naam, naam, (), nota=False)
        return None

    def rows(self, pad: str, houder: Blok | None = None) -> Iterator[Blok]:
        """The rows of a list, or of a list within rows, that have something to print."""
        naam, _, rest = pad.partition(".")
        houder = houder or self.houder
        antwoord = getattr(houder, field_of(type(houder), naam).attribuut)
        if isinstance(antwoord, Lijst):
            for rij in antwoord.rijen:
                if rest:
                    yield from self.rows(rest, rij)
                elif self._speaks(rij):
                    yield rij
        elif rest:
            yield from self.rows(rest, antwoord)

    def missing(self, houder: Blok, naam: str) -> bool:
        """Whether a field that may be printed was asked and is not known."""
        answers = {v.naam: getattr(houder, v.attribuut) for v in beschrijf(type(houder))}
        reached = (id(houder), naam) in self._reached
        return reached and naam in answers and answers[naam].staat is Staat.ONBEKEND

    def answered_none(self, naam: str) -> bool:
        """Whether a list was answered with "none", and that may be printed."""
        veld = field_of(type(self.houder), naam)
        lijst = getattr(self.houder, veld.attribuut)
        plain = self.bereik in (ALLES, Bereik(nota=True))
        return plain and "b" in veld.veld.naar and lijst.bekend and not len(lijst)

    def _speaks(self, rij: Blok) -> bool:
        found = [self.find(rij, v.naam) for v in beschrijf(type(rij)) if v.naam != "missie"]
        return any(f and (f.nota or not self.bereik.alleen_nota) for f in found)

    def say(self, found: Gevonden) -> None:
        """Remember that a fact stands in the letter."""
        self.gezegd.add(id(found.antwoord))
        if isinstance(found.antwoord, Cijfer | Periode):
            self.gezegd |= {id(x.antwoord) for x in visits(found.antwoord)}

    def close(self) -> None:
        """End of a subject: what was said is not said again."""
        self._before = frozenset(self.gezegd)

    def unsaid(self) -> Iterator[Bezoek]:
        """What may be printed and was not, by no sentence and in no table."""
        for bezoek in self._leaves.values():
            veld = bezoek.beschrijving
            aside = veld.naam in ADMINISTRATIVE
            main = veld.naam == "toelichting" and veld.veld.vereist.rij
            nota = self._destination(bezoek) is Bestemming.NOTA
            if id(bezoek.antwoord) in self.gezegd or (aside and not main):
                continue
            if nota or not self.bereik.alleen_nota:
                yield bezoek


def field_of(model: type[Blok], naam: str) -> Veldbeschrijving:
    """The field of this name; raises ToolError, for a name comes from a template."""
    found = next((v for v in beschrijf(model) if v.naam == naam), None)
    if found is None:
        raise ToolError(f"De sjablonen vragen om een gegeven '{naam}', en dat bestaat niet.")
    return found


def sources(blok: Any) -> tuple[Verwijzing, ...]:
    """The sources that a block or row names for all it says."""
    bron = getattr(blok, "bron", None)
    return bron.waarde if isinstance(bron, Feit) and bron.waarde else ()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
