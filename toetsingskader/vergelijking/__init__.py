"""Two versions of a record → what changed, by what things are and not by where they stand."""

import re
from collections import Counter
from collections.abc import Iterator

from toetsingskader.kader import PROZA, PUNTEN, Beoordeling
from toetsingskader.kader.antwoord import Blok
from toetsingskader.toetsing import Bevinding
from toetsingskader.toetsing.wijzigingen import Deelwijziging
from toetsingskader.vergelijking.bronnen import compare_sources
from toetsingskader.vergelijking.feiten import compare_facts
from toetsingskader.vergelijking.tekst import compare_texts

__all__ = ["compare", "compare_findings"]

_DAYS = re.compile(r"\d+ dagen")
DOSSIER, BRONNEN = "Het dossier als geheel", "Bronnen"


def compare(oud: Beoordeling, nieuw: Beoordeling) -> tuple[Deelwijziging, ...]:
    """What changed in each file of a record, and in the files of its options."""
    found = [*_parts(oud, nieuw, (*PROZA, *PUNTEN))]
    sources = tuple(compare_sources(oud.bronnen, nieuw.bronnen))
    facts = tuple(compare_facts(oud.dossier, nieuw.dossier))
    found = [
        Deelwijziging("dossier", DOSSIER, gegevens=facts),
        *found,
        Deelwijziging("bronnen", BRONNEN, gegevens=sources),
    ]
    titels = {
        o.sleutel.waarde: o.titel.waarde for o in (*oud.dossier.opties, *nieuw.dossier.opties)
    }
    for naam in sorted({*oud.opties, *nieuw.opties}):
        before, after = oud.voor_optie(naam), nieuw.voor_optie(naam)
        own = [s for s in (*PROZA, *PUNTEN) if s in before.eigen | after.eigen]
        found += _parts(before, after, own, titels.get(naam) or naam)
    return tuple(deel for deel in found if deel.gegevens or deel.tekst)


def _parts(
    oud: Beoordeling, nieuw: Beoordeling, sleutels: tuple[str, ...] | list[str], optie: str = ""
) -> Iterator[Deelwijziging]:
    for sleutel in sleutels:
        before, after = oud.punten.get(sleutel), nieuw.punten.get(sleutel)
        facts = tuple(compare_facts(before, after)) if before and after else ()
        tekst = tuple(compare_texts(oud.proza[sleutel].tekst, nieuw.proza[sleutel].tekst))
        yield Deelwijziging(sleutel, _titel(sleutel, after), optie, facts, tekst)


def _titel(sleutel: str, punt: Blok | None) -> str:
    return PUNTEN[sleutel].kader.titel if punt is not None else PROZA[sleutel]


def compare_findings(
    oud: tuple[Bevinding, ...], nieuw: tuple[Bevinding, ...]
) -> tuple[tuple[Bevinding, ...], tuple[Bevinding, ...]]:
    """The findings that came, and those that went; another line is no other finding."""
    return _not_in(nieuw, oud), _not_in(oud, nieuw)


def _not_in(these: tuple[Bevinding, ...], those: tuple[Bevinding, ...]) -> tuple[Bevinding, ...]:
    left = Counter(_identity(b) for b in those)
    found = []
    for bevinding in these:
        left[_identity(bevinding)] -= 1
        if left[_identity(bevinding)] < 0:
            found.append(bevinding)
    return tuple(found)


def _identity(b: Bevinding) -> tuple[str, str, str, str, bool]:
    """That something is some days older is no news."""
    text = _DAYS.sub("… dagen", b.tekst)
    return b.code, b.punt or "", b.veld, text, b.aanvaard is not None
