"""The facts of a point as a report lists them: each with its source, date, age and destination.

A row of a list is one line. What within it has a source, a date or an explanation of its own, or
an earlier value, follows as a line of its own, so that nothing about a fact is lost.
"""

from collections.abc import Iterator

from toetsingskader.kader.antwoord import BRON, Antwoord, Blok, Feit, Lijst, Staat
from toetsingskader.kader.bronnen import Bronnen
from toetsingskader.kader.punt import Rij
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.kader.weergave import ADMINISTRATIVE, decapitalise, name_of, show, show_blok
from toetsingskader.regels.herkomst import remarks
from toetsingskader.toetsing import Bestemming, Gegeven

_NO_ORIGIN = ("", "", "")


def destination(naar: str) -> Bestemming:
    """The most public place a fact may land: letters b, n and i of the specification."""
    if "b" in naar:
        return Bestemming.BRIEF
    return Bestemming.NOTA if "n" in naar else Bestemming.INTERN


def facts(
    houder: Blok, bronnen: Bronnen, naar: str = "b", skip: frozenset[str] = frozenset()
) -> Iterator[Gegeven]:
    """Every answered field of a block, one per row where it is a list of rows."""
    for b in beschrijf(type(houder)):
        antwoord: Antwoord | Blok = getattr(houder, b.attribuut)
        if b.naam in skip or antwoord.staat is Staat.LEEG:
            continue
        doel = destination(b.veld.naar or naar)
        label = b.veld.label
        if b.model and isinstance(antwoord, Lijst) and antwoord.bekend:
            for i, rij in enumerate(antwoord, 1):
                yield from _block(f"{b.naam}[{i}]", f"{label} {i}", rij, doel, bronnen)
        elif isinstance(antwoord, Blok) and antwoord.bekend:
            yield from _block(b.naam, label, antwoord, doel, bronnen)
        else:
            origin, found = origin_of(antwoord), remarks(antwoord, bronnen)
            yield Gegeven(b.naam, label, show(b, antwoord), doel, *origin, found)
            yield from _earlier(b, b.naam, label, antwoord, doel)


def _block(
    naam: str, label: str, blok: Blok, doel: Bestemming, bronnen: Bronnen
) -> Iterator[Gegeven]:
    """One row or block; what is less public than the rest of it stands apart."""
    closed = isinstance(blok, Rij) and not blok.openbaar and doel is Bestemming.BRIEF
    around = Bestemming.NOTA if closed else doel

    def lands(veld: Veldbeschrijving) -> Bestemming:
        return destination(veld.veld.naar) if veld.veld.naar else around

    origin, found = origin_of(blok), remarks(blok, bronnen)
    for bestemming in Bestemming:

        def here(veld: Veldbeschrijving, doel: Bestemming = bestemming) -> bool:
            return lands(veld) is doel and not (veld.model and veld.meervoud)

        text = show_blok(blok, here)
        if text:
            yield Gegeven(naam, label, text, bestemming, *origin, found)
            origin = _NO_ORIGIN
    wie = name_of(blok)
    within = f"{label} ({wie})" if wie and isinstance(blok, Rij) else label
    for veld in beschrijf(type(blok)):
        inner = getattr(blok, veld.attribuut)
        yield from _within(naam, within, veld, inner, lands(veld), bronnen)


def _within(
    naam: str,
    label: str,
    veld: Veldbeschrijving,
    antwoord: Antwoord | Blok,
    doel: Bestemming,
    bronnen: Bronnen,
) -> Iterator[Gegeven]:
    """What a field of a row or block has to say besides its value in the line of that row."""
    if veld.naam in ADMINISTRATIVE and not isinstance(antwoord, Lijst):
        return
    naam, label = f"{naam}.{veld.naam}", f"{label} – {decapitalise(veld.veld.label)}"
    if veld.model and isinstance(antwoord, Lijst):
        for i, rij in enumerate(antwoord, 1):
            yield from _block(f"{naam}[{i}]", f"{label} {i}", rij, doel, bronnen)
    elif isinstance(antwoord, Blok):
        for b in beschrijf(type(antwoord)):
            yield from _within(naam, label, b, getattr(antwoord, b.attribuut), doel, bronnen)
    else:
        origin = origin_of(antwoord)
        if any(origin):
            found = remarks(antwoord, bronnen)
            yield Gegeven(naam, label, show(veld, antwoord), doel, *origin, found)
        yield from _earlier(veld, naam, label, antwoord, doel)


def _earlier(
    veld: Veldbeschrijving, naam: str, label: str, antwoord: Antwoord | Blok, doel: Bestemming
) -> Iterator[Gegeven]:
    """The dated values of a fact that do not count now: older, or after the peildatum."""
    if not isinstance(antwoord, Feit):
        return
    for feit in antwoord.verloop:
        if feit.datum == antwoord.datum:
            continue
        later = bool(feit.datum and antwoord.datum and feit.datum.van > antwoord.datum.van)
        when = "na de peildatum" if later else "eerder"
        yield Gegeven(naam, f"{label} ({when})", show(veld, feit), doel, *origin_of(feit))


def origin_of(antwoord: Antwoord | Blok) -> tuple[str, str, str]:
    """Source, date and explanation, of a fact or of a row."""
    if isinstance(antwoord, Antwoord):
        return BRON.show(antwoord.bron), str(antwoord.datum or ""), antwoord.toelichting
    fields = {b.naam: b for b in beschrijf(type(antwoord))}

    def text(naam: str) -> str:
        # What a row must have is what it says, not what is said of it.
        if naam not in fields or (naam == "toelichting" and fields[naam].veld.vereist.rij):
            return ""
        found: Antwoord = getattr(antwoord, fields[naam].attribuut)
        return show(fields[naam], found) if found.bekend else ""

    return text("bron"), text("datum"), text("toelichting")
