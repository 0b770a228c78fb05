"""Rules about references: a unit, part, mission or source that is named must exist."""

import difflib
import re
from collections.abc import Iterable, Iterator

from toetsingskader.kader import PROZA, PUNTEN, Beoordeling
from toetsingskader.kader.antwoord import Antwoord, Feit
from toetsingskader.kader.feiten import FEIT
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.navo_carve_out import NavoCarveOut
from toetsingskader.kader.pad import destination_of, near_field
from toetsingskader.kader.punt import Punt
from toetsingskader.kader.veld import Bezoek, visits
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.source import Verwijzing, find_citations
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden.kamerstuk import read_kamerstuk

TEKST = "tekst"
"""Path of a finding about prose; a number after it is the offset in that prose."""


def _unknown_unit(b: Beoordeling) -> Iterator[Melding]:
    bekend = _names(e.sleutel for e in b.punt(Eenheden).eenheden)
    genoemd = [
        ("navo-carve-out", ("onttrekkingen", i, "eenheid"), rij.eenheid.waarde)
        for i, rij in enumerate(b.punt(NavoCarveOut).onttrekkingen)
    ] + [
        ("eenheden", ("andere_toewijzingen", i, "eenheid"), rij.eenheid.waarde)
        for i, rij in enumerate(b.punt(Eenheden).andere_toewijzingen)
    ]
    for sleutel, pad, naam in genoemd:
        if naam and bekend and naam not in bekend:
            zin = _unknown(f"De eenheid '{naam}'", "onder 'eenheden' in eenheden.md", bekend)
            yield Melding(sleutel, pad, zin)


def _unknown_part(b: Beoordeling) -> Iterator[Melding]:
    bekend = _names(m.onderdeel for m in b.dossier.besluit.maxima)
    for i, eenheid in enumerate(b.punt(Eenheden).eenheden):
        naam = eenheid.onderdeel.waarde
        if naam and bekend and naam not in bekend:
            zin = _unknown(f"Het onderdeel '{naam}'", "onder 'maxima' in dossier.yaml", bekend)
            yield Melding("eenheden", ("eenheden", i, "onderdeel"), zin)


def _unknown_mission(b: Beoordeling) -> Iterator[Melding]:
    bekend = _names(m.sleutel for m in b.dossier.missies)
    for sleutel, bezoek in all_answers(b):
        antwoord = bezoek.antwoord
        if bezoek.beschrijving.naam == "missie" and isinstance(antwoord, Feit):
            naam = antwoord.waarde
            if naam and bekend and naam not in bekend:
                zin = _unknown(f"De missie '{naam}'", "onder 'missies' in dossier.yaml", bekend)
                yield Melding(sleutel, bezoek.pad, zin)


def _unknown_field(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, punt in b.punten.items():
        for i, vraag in enumerate(punt.open):
            veld = vraag.veld.waarde
            if not veld or veld == TEKST or destination_of(type(punt), veld) is not None:
                continue
            yield Melding(
                sleutel,
                ("open", i, "veld"),
                f"Deze vraag gaat over het veld '{veld}', en dat heeft dit punt niet. "
                f"{_meant(punt, veld)}Noem een veld van dit punt, of '{TEKST}'; anders blijft de "
                "vraag buiten de brief.",
            )
        for veld in punt.in_tekst:
            if destination_of(type(punt), veld) is None:
                yield Melding(
                    sleutel,
                    ("in_tekst",),
                    f"Onder 'in_tekst' staat het veld '{veld}', en dat heeft dit punt niet. "
                    f"{_meant(punt, veld)}Noem een veld van dit punt.",
                )


def _meant(punt: Punt, veld: str) -> str:
    near = near_field(type(punt), veld)
    return f"Bedoelde u '{near}'? " if near else ""


def _names(feiten: Iterable[Feit[str]]) -> set[str]:
    """The names that rows have; nothing when one has none, for it may be the one that is meant."""
    namen = [feit.waarde for feit in feiten]
    return {n for n in namen if n} if all(namen) else set()


def _unknown(wat: str, waar: str, bekend: set[str]) -> str:
    return (
        f"{wat} staat niet {waar}. Daar staat: {', '.join(sorted(bekend))}. Corrigeer de naam of "
        "voeg de ontbrekende regel toe."
    )


def all_answers(b: Beoordeling) -> Iterator[tuple[str, Bezoek]]:
    """Every answer of dossier.yaml, parafen.yaml and the points, with the key of its file."""
    for sleutel, houder in (("dossier", b.dossier), ("parafen", b.parafen)):
        for bezoek in visits(houder):
            yield sleutel, bezoek
    for sleutel, punt in b.punten.items():
        for bezoek in visits(punt):
            yield sleutel, bezoek


def citations(b: Beoordeling) -> Iterator[tuple[str, tuple[str | int, ...], Verwijzing]]:
    """Every citation of the record: file, place, and what is cited."""
    for sleutel in (*PROZA, *PUNTEN):
        for verwijzing in find_citations(b.proza[sleutel].tekst):
            # In prose a fact may be asked for (TEKST-FEIT); it is no source.
            if not verwijzing.sleutel.startswith(FEIT):
                yield sleutel, (TEKST, verwijzing.positie), verwijzing
    for sleutel, bezoek in all_answers(b):
        yield from ((sleutel, bezoek.pad, v) for v in cited_by(bezoek))


def cited_by(bezoek: Bezoek) -> Iterator[Verwijzing]:
    """What one answer cites: the sources of a fact, or those that a row names under `bron`."""
    antwoord = bezoek.antwoord
    if isinstance(antwoord, Antwoord):
        older = antwoord.verloop if isinstance(antwoord, Feit) else ()
        for waarde in older or (antwoord,):
            yield from waarde.bron
    if bezoek.beschrijving.naam == "bron" and isinstance(antwoord, Feit):
        yield from antwoord.waarde or ()


def _unknown_source(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, pad, verwijzing in citations(b):
        if verwijzing.sleutel.startswith(FEIT):
            yield Melding(
                sleutel,
                pad,
                f"'@{verwijzing.sleutel}' is een gegeven van dit dossier en geen bron. Noem de "
                "bron van het gegeven zelf.",
            )
        elif verwijzing.sleutel not in b.bronnen:
            yield Melding(
                sleutel,
                pad,
                f"De bron '@{verwijzing.sleutel}' staat niet in bronnen.yaml."
                f"{_what_to_do(b, verwijzing.sleutel)}",
            )


def _what_to_do(b: Beoordeling, naam: str) -> str:
    near = difflib.get_close_matches(naam, b.bronnen.bronnen, 1, 0.8)
    hint = f" Bedoelde u '@{near[0]}'?" if near else ""
    stuk = read_kamerstuk(naam)
    if stuk is None:
        return f"{hint} Voeg de bron daar toe, of corrigeer de sleutel."
    command = f"toetsingskader bron {stuk.sleutel} --beoordeling {b.map}"
    return f"{hint} Corrigeer de sleutel, of voeg dit Kamerstuk toe met: '{command}'."


_LOOSE = re.compile(r"(?<![\w@.])@([A-Za-z0-9][\w:./+-]*\w)")
_BARE = re.compile(r"\[([A-Za-z0-9][\w:./+-]*\w)(?:, [^\[\]@;]*)?\](?!\()")
_NOTE = re.compile(r"\[\^([\w-]+)\](:?)")


def _failed_reference(b: Beoordeling) -> Iterator[Melding]:
    """A key of bronnen.yaml outside brackets, and a footnote of which one half is missing."""
    for sleutel in (*PROZA, *PUNTEN):
        tekst = b.proza[sleutel].tekst
        cited = {v.positie for v in find_citations(tekst)}
        for loose in _LOOSE.finditer(tekst):
            if loose.start() not in cited and loose[1] in b.bronnen:
                yield Melding(
                    sleutel,
                    (TEKST, loose.start()),
                    f"'{loose[0]}' staat zo letterlijk in de brief. Zet een verwijzing naar een "
                    f"bron tussen rechte haken: [{loose[0]}].",
                )
        for bare in _BARE.finditer(tekst):
            if bare[1] in b.bronnen:
                yield Melding(
                    sleutel,
                    (TEKST, bare.start()),
                    f"'{bare[0]}' staat zo letterlijk in de brief. Zet een apenstaart voor de "
                    f"sleutel van de bron: [@{bare[0][1:]}.",
                )
        halves = {(m[1], bool(m[2])) for m in _NOTE.finditer(tekst)}
        for note in _NOTE.finditer(tekst):
            if (note[1], not note[2]) not in halves:
                wat = "de tekst van deze voetnoot" if not note[2] else "de plek van deze voetnoot"
                yield Melding(
                    sleutel,
                    (TEKST, note.start()),
                    f"Bij '[^{note[1]}]' ontbreekt {wat}; het staat zo letterlijk in de brief. "
                    f"Schrijf [^{note[1]}] in de zin en '[^{note[1]}]: tekst' op een eigen regel.",
                )


def _unused_source(b: Beoordeling) -> Iterator[Melding]:
    gebruikt = {verwijzing.sleutel for _, _, verwijzing in citations(b)}
    for sleutel, bron in b.bronnen.bronnen.items():
        if sleutel not in gebruikt:
            yield Melding(
                "bronnen",
                bron.pad,
                f"De bron '{sleutel}' wordt nergens aangehaald. Haal haar weg als zij niet meer "
                "nodig is.",
            )


REGELS = (
    Regel(
        "VERWIJZING-EENHEID",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een eenheid waarnaar wordt verwezen, staat onder 'eenheden'.",
        "eenheden.eenheden in het dossier",
        (
            "eenheden.eenheden.sleutel",
            "eenheden.andere_toewijzingen.eenheid",
            "navo-carve-out.onttrekkingen.eenheid",
        ),
        _unknown_unit,
    ),
    Regel(
        "VERWIJZING-ONDERDEEL",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Het onderdeel van een eenheid staat in 'besluit.maxima'.",
        "besluit.maxima in het dossier",
        ("eenheden.eenheden.onderdeel", "dossier.besluit.maxima.onderdeel"),
        _unknown_part,
    ),
    Regel(
        "VERWIJZING-MISSIE",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een missie die bij een gegeven wordt genoemd, staat onder 'missies'.",
        "missies in het dossier",
        ("dossier.missies.sleutel",),
        _unknown_mission,
    ),
    Regel(
        "VERWIJZING-VELD",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Het veld waarover een open vraag gaat of dat in de tekst staat, is een veld van het punt.",
        "de velden van het punt",
        (),
        _unknown_field,
    ),
    Regel(
        "BRON-SLEUTEL",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Elke aangehaalde bron staat in bronnen.yaml.",
        "bronnen.yaml in het dossier",
        ("bronnen",),
        _unknown_source,
    ),
    Regel(
        "TEKST-VERWIJZING",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een verwijzing in de tekst is zo geschreven dat zij in de brief een noot wordt.",
        "de tekst en bronnen.yaml in het dossier",
        ("bronnen",),
        _failed_reference,
    ),
    Regel(
        "BRON-ONGEBRUIKT",
        Ernst.TER_INFORMATIE,
        Maatstaf.DOSSIER,
        "Elke bron in bronnen.yaml wordt aangehaald.",
        "bronnen.yaml in het dossier",
        ("bronnen", "dossier.aanleiding", *(f"{sleutel}.{TEKST}" for sleutel in (*PROZA, *PUNTEN))),
        _unused_source,
    ),
)
