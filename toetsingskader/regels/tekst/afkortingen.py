"""Rule about abbreviations: explained where the reader of the letter meets them first."""

import re
from collections.abc import Iterator
from itertools import islice

from toetsingskader.kader import PUNTEN, Beoordeling
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import MEESTE, Tekst, texts
from toetsingskader.toetsing import Ernst, Maatstaf

BRIEFVOLGORDE = (
    "kern",
    "politieke-context",
    "gronden-voor-deelname",
    "draagvlak",
    "mandaat",
    "toestemming-partijen",
    "operatie",
    "deelnemende-landen",
    "steun-bondgenoten",
    "invloed",
    "haalbaarheid",
    "eenheden",
    "navo-carve-out",
    "bevelsstructuur",
    "geweldsinstructie",
    "risicos",
    "exit-strategie",
    "samenhang",
    "monitoring-evaluatie",
    "financien",
    "afweging",
)
"""The order in which a reader meets the texts; as brief/soorten.py has it."""

_BEKEND = frozenset({"EU", "NAVO", "VN", "VS", "VK", "AIVD", "MIVD"})
"""What papers of the Kamer use without explanation: the organisations and states of every such
letter, and the two services."""

_AFKORTING = re.compile(r"(?<![\w@.])(?<!\d,\s)(?:[A-Z]{2,}[A-Za-z0-9]*|[A-Z][a-z][A-Z]{1,2}\b)")
"""Capitals, but not the letters of a Kamerstuk ("29 521, BE")."""
_GEEN = re.compile(r"[IVXLC]+|TODO|TBD|FIXME|CONCEPT")
"""Roman numerals, and marks that have a rule of their own."""
_UITLEG = re.compile(r"(?<=\w)[^\w()]{0,4}\(([A-Z][\w/-]*)(?:[,;][^()]*)?\)")
"""Voluit Geschreven (AFK)."""
_OMGEKEERD = re.compile(r"\b([A-Z][\w/-]*)\s+\((?=[^()]*\w\s+\w)[^()]*\)")
"""AFK (voluit geschreven)."""


def _unexplained(b: Beoordeling) -> Iterator[Melding]:
    known = set(_BEKEND)
    for missie in b.dossier.missies:
        known |= set(_AFKORTING.findall(missie.afkorting.waarde or ""))
        known |= set(_UITLEG.findall(missie.naam.waarde or ""))
    # The letter opens with the decision itself.
    known |= set(_UITLEG.findall(b.dossier.besluit.inhoud.waarde or ""))
    by_key = {tekst.sleutel: tekst for tekst in texts(b)}
    in_letter = [by_key[s] for s in BRIEFVOLGORDE if s in by_key]
    explained = {t.sleutel: _explained(t) for t in in_letter}
    for tekst in in_letter:
        here = explained[tekst.sleutel]
        for vondst in tekst.lezing.zoek(_AFKORTING, ontkend=True):
            naam, at = vondst.woord, vondst.positie
            if naam in known or _GEEN.fullmatch(naam) or here.get(naam, at + 1) <= at:
                continue
            known.add(naam)
            later = [_file(s) for s, names in explained.items() if naam in names]
            yield tekst.melding(at, _sentence(naam, vondst.citaat, later))
        known |= set(here)


def _file(sleutel: str) -> str:
    return PUNTEN[sleutel].kader.bestand if sleutel in PUNTEN else f"{sleutel}.md"


def _explained(tekst: Tekst) -> dict[str, int]:
    """The abbreviations that a text explains, and where."""
    found: dict[str, int] = {}
    for patroon in (_UITLEG, _OMGEKEERD):
        for match in patroon.finditer(tekst.lezing.masker):
            found[match[1]] = min(match.start(1), found.get(match[1], match.start(1)))
    return found


def _sentence(naam: str, citaat: str, later: list[str]) -> str:
    where = f" Zij wordt pas later uitgelegd, in {later[0]}." if later else ""
    return (
        f"De afkorting {naam} staat in de brief voordat zij is uitgelegd: '{citaat}'.{where} "
        f"Schrijf haar hier voluit, met de afkorting tussen haakjes: 'Voluit Geschreven ({naam})'."
    )


def _first_ones(b: Beoordeling) -> Iterator[Melding]:
    yield from islice(_unexplained(b), MEESTE)


REGELS = (
    Regel(
        "TEKST-AFKORTING",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een afkorting is uitgelegd voordat zij in de brief wordt gebruikt.",
        "de tekst in het dossier, in de volgorde van de brief",
        (),
        _first_ones,
        soorten="AV",
    ),
)
