"""Prose as the rules read it: sentences and their parts, without what others said.

What is masked (quotations, footnotes, citations, links, titles of Kamerdossiers) keeps its length,
so that every offset is one in the prose itself. A part is as far as a negation reaches.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from toetsingskader.regels.tekst.aanhaling import find_quotations
from toetsingskader.source import CITED, FIGUUR

MASKER = "\ufffc"
"""Stands for every masked character: no letter, no space, no full stop."""

_DOSSIERS = (
    "Nederlandse deelname aan vredesmissies",
    "Bestrijding internationaal terrorisme",
    "Betrokkenheid van het parlement bij de uitzending van militaire eenheden",
    "Besluitvorming uitzendingen",
    "Internationale Veiligheidsstrategie",
)
"""Titles of Kamerdossiers that also stand without their number."""

_BLOCK = r"[^\n]*+(?:\n(?![ \t]*+\n)[^\n]++)*+"
_NOOT = r"^\ {0,3}\[\^[\w-]+\]:[^\n]*+(?:\n(?![ \t]*+\n|\ {0,3}\[\^)[^\n]++)*+"
_ANDERMANS = re.compile(
    rf"""
      {FIGUUR}
    | ^\ {{0,3}}>{_BLOCK}
    | \[\^[\w-]+\](?!:)
    | \[{CITED}(?:;{CITED})*+\]
    | \[[^\[\]\n]*+\]\([^()\s]*+\)
    | https?://[^\s<>]++
    | (?<![\d.,])\d\d\ ?\d{{3}}(?:-\d\d?|\ [IVX]+)?+\ +[A-Z][a-z][^\n.,:;()|{MASKER}]*+
    | \b(?:{"|".join(map(re.escape, _DOSSIERS))})\b
    """,
    re.VERBOSE | re.MULTILINE,
)
_ANDERMANS_EN_NOTEN = re.compile(rf"{_NOOT}|{_ANDERMANS.pattern}", re.VERBOSE | re.MULTILINE)

_EINDE = re.compile(
    r"(?<=[.!?…])[\"”»’')\]*_\ufffc]*+\s++(?=[^\sa-z])"
    r"|\n(?=[ \t]*+(?:\n|\||[-*+][ ]|\d\d?\.[ ]|\[\^))"
)
_AFKORTING = re.compile(
    r"(?:^|[\s(])(?:nrs?|art|artt|p|pp|blz|d\.d|dr|mr|drs|ir|prof|gen|bijv|resp|St|Zr|Ms|[A-Z])\.$"
)
"""A full stop after one of these ends no sentence."""
_KEER = re.compile(r"[;:](?=\s)|\b(?:maar|doch)\b")
_ONTKEND = re.compile(
    r"\b(?:g[eé][eé]n|geenszins|n[ií]et(?!\s+(?:alleen|slechts|enkel|uitgesloten)\b)|n[oó][oó]it|noch|nergens|"
    r"niemand|niets|evenmin|allerminst|afgezien|af\s+te\s+zien|anders\s+dan|in\s+plaats\s+van|(?<!niet\s)uitgesloten)\b",
    re.IGNORECASE,
)
_VRAAG = re.compile(r"\A\W*Of\b|\b(?:in\s+hoeverre|(?:kern)?vraag|vragen)\b")
_OF = re.compile(r"\bof\b")
_ONZEKER = re.compile(
    r"\b(?:onderzo(?:ek|cht)\w*|bez(?:iet|ien)|nagegaan|nagaan|gaat\s+na|(?:on)?duidelijk|onzeker|"
    r"(?:on)?bekend|weten|beoordel\w+|afhankelijk|hangt)\b"
)
_CITAAT = re.compile(r"\s*+\[[^\[\]@]*+@[^\[\]]*+\]")
_OMGEVING = 250
_VOOR, _NA = 60, 70
"""How much of a long sentence a finding quotes before and after what it is about."""


@dataclass(frozen=True)
class Zin:
    """A sentence: its place in the prose and its masked text."""

    begin: int
    tekst: str

    @cached_property
    def vraag(self) -> bool:
        """Whether it asks instead of states: a question, or "of … is een politieke vraag"."""
        if self.tekst.rstrip().endswith("?") or _VRAAG.search(self.tekst):
            return True
        return bool(_OF.search(self.tekst) and _ONZEKER.search(self.tekst))


@dataclass(frozen=True)
class Deel:
    """A part of a sentence, as far as a negation in it reaches."""

    zin: Zin
    begin: int
    tekst: str

    @cached_property
    def ontkend(self) -> bool:
        """Whether something in it is denied."""
        return bool(_ONTKEND.search(self.tekst))


@dataclass(frozen=True)
class Vondst:
    """Words that a rule looked for."""

    lezing: "Lezing"
    deel: Deel
    positie: int
    match: re.Match[str]

    @property
    def woord(self) -> str:
        """The words as typed."""
        return " ".join(self.match[0].split())

    @property
    def omgeving(self) -> str:
        """The masked sentence around the words, as far as it can matter to them."""
        at = self.positie - self.deel.zin.begin
        return self.deel.zin.tekst[max(0, at - _OMGEVING) : at + _OMGEVING]

    @property
    def citaat(self) -> str:
        """The sentence around it, shortened."""
        return self.lezing.quote(self.deel.zin, self.positie)


@dataclass(frozen=True)
class Lezing:
    """One text, read."""

    tekst: str
    masker: str
    """The text in which all that is not the author's own is masked."""
    los: tuple[int, ...]
    """Where a quotation mark stands without its partner."""

    @cached_property
    def _nergens(self) -> set[re.Pattern[str]]:
        return set()

    @cached_property
    def delen(self) -> tuple[Deel, ...]:
        """The parts of all sentences, in order."""
        return tuple(deel for zin in self.zinnen() for deel in _parts(zin))

    def zoek(self, patroon: re.Pattern[str], *, ontkend: bool = False) -> Iterator[Vondst]:
        """Every place in the author's own words; with `ontkend` also where it is denied."""
        # Nearly always: then nobody needs to know where a sentence begins. Remembered, for an
        # option has nearly all of its texts from the record.
        if patroon in self._nergens or not patroon.search(self.masker):
            self._nergens.add(patroon)
            return
        for deel in self.delen:
            for match in patroon.finditer(deel.tekst):
                if ontkend or not deel.ontkend:
                    yield Vondst(self, deel, deel.begin + match.start(), match)

    def quote(self, zin: Zin, positie: int) -> str:
        """A sentence as typed, without its citations, shortened around a place in it."""
        einde = zin.begin + len(zin.tekst)
        van, tot = max(zin.begin, positie - _VOOR), min(einde, positie + _NA)
        words = _CITAAT.sub("", self.tekst[van:tot]).split()
        if van > zin.begin:
            words[:1] = ["…"]
        if tot < einde:
            words[-1:] = ["…"]
        return " ".join(words).rstrip(".").strip("-|> ")

    def zinnen(self) -> Iterator[Zin]:
        """The sentences, in order."""
        begin = 0
        for einde in _EINDE.finditer(self.masker):
            stop = einde.start()
            if not _AFKORTING.search(self.masker[max(begin, stop - 12) : stop]):
                yield Zin(begin, self.masker[begin:stop])
                begin = einde.end()
        yield Zin(begin, self.masker[begin:])


def _parts(zin: Zin) -> Iterator[Deel]:
    begin = 0
    for keer in _KEER.finditer(zin.tekst):
        yield Deel(zin, zin.begin + begin, zin.tekst[begin : keer.start()])
        begin = keer.start()
    yield Deel(zin, zin.begin + begin, zin.tekst[begin:])


def read(tekst: str) -> Lezing:
    """Read prose for rules about what its author claims."""
    return _read(tekst, noten=False)


def read_with_notes(tekst: str) -> Lezing:
    """Read prose for rules about slips, which a footnote may hold as well."""
    return _read(tekst, noten=True)


@lru_cache(maxsize=64)
def _read(tekst: str, *, noten: bool) -> Lezing:
    """Kept, because every rule reads every text of a record."""
    pattern = _ANDERMANS if noten else _ANDERMANS_EN_NOTEN
    masker = pattern.sub(lambda m: _blank(m[0]), tekst)
    pieces, at = [], 0
    quotations = find_quotations(masker)
    for van, tot in sorted(quotations.spannen):
        if tot > at:
            pieces += [masker[at : max(at, van)], _blank(masker[max(at, van) : tot])]
            at = tot
    return Lezing(tekst, "".join([*pieces, masker[at:]]), tuple(quotations.los))


def _blank(text: str) -> str:
    return "\n".join(MASKER * len(line) for line in text.split("\n"))
