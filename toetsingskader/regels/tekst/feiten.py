"""Rules about facts and prose: what is asked for can be printed, what is denied is not there."""

import difflib
import re
from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.feiten import FEIT, Genoemd, fact_names, find_fact
from toetsingskader.kader.kunnen.financien import Financien
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import Tekst, in_each_text
from toetsingskader.source import find_citations
from toetsingskader.toetsing import Ernst, Maatstaf

_LOS_FEIT = re.compile(rf"(?<![\w@.])@{FEIT}[\w.-]*\w")


def _facts(tekst: Tekst) -> Iterator[Melding]:
    """Each `[@feit:naam]` must lead to something that the letter can print."""
    whole = tekst.lezing.tekst
    cited = [v for v in find_citations(whole) if v.sleutel.startswith(FEIT)]
    for verwijzing in cited:
        naam = verwijzing.sleutel.removeprefix(FEIT)
        fact = find_fact(tekst.b, naam)
        if fact is None:
            yield tekst.melding(verwijzing.positie, _unknown(tekst.b, naam))
        elif not fact.afdrukbaar:
            yield tekst.melding(verwijzing.positie, _not_printable(naam, fact), Ernst.LET_OP)
    places = {v.positie for v in cited}
    for loose in _LOS_FEIT.finditer(whole):
        if loose.start() not in places:
            yield tekst.melding(
                loose.start(),
                f"'{loose[0]}' staat zo letterlijk in de brief. Zet de naam van een gegeven tussen "
                f"rechte haken: [{loose[0]}].",
                Ernst.LET_OP,
            )


_GEEN_RAMING = re.compile(
    r"\b(?:geen|nog\s+geen)\s+(?:\w+\s+){0,2}(?:raming|bedrag|kostenraming)\b"
    r"|\b(?:kosten|uitgaven)\b[^.]{0,40}?\b(?:nog\s+)?niet\s+(?:bekend|geraamd)\b"
    r"|\b(?:kosten|uitgaven)\b[^.]{0,40}?\bstaan\s+(?:nog\s+)?niet\s+vast\b",
    re.IGNORECASE,
)


def _estimate(tekst: Tekst) -> Iterator[Melding]:
    """That there is no estimate, while the record has one."""
    kosten = tekst.b.punt(Financien).kosten
    if tekst.sleutel != "financien" or not any(post.bedrag.bekend for post in kosten):
        return
    for vondst in tekst.lezing.zoek(_GEEN_RAMING, ontkend=True):
        yield tekst.melding(
            vondst.positie,
            f"De tekst zegt dat de kosten nog niet bekend zijn: '{vondst.citaat}'. In 'kosten' "
            "staan wel bedragen, en de brief drukt die af. Corrigeer de tekst.",
        )


def _unknown(b: Beoordeling, naam: str) -> str:
    near = difflib.get_close_matches(naam[:80], list(fact_names(b)), n=3, cutoff=0.7)
    quoted = "' of '".join(near)
    hint = f" Bedoelde u '{quoted}'?" if near else ""
    return (
        f"Er is geen gegeven met de naam '{naam[:80]}', of de naam wijst meer dan één gegeven aan."
        f"{hint} Schrijf een naam als 'eenheden.totaal' of 'besluit.totaal_maximaal', of typ de "
        "waarde zelf in de tekst."
    )


def _not_printable(naam: str, fact: Genoemd) -> str:
    if not fact.openbaar:
        return (
            f"Het gegeven '{naam}' hoort niet in een brief aan de Kamer en komt daar niet in. "
            "Haal de verwijzing weg."
        )
    if fact.staat is Staat.VERTROUWELIJK:
        return (
            f"Het gegeven '{naam}' is vertrouwelijk, en de brief drukt het niet af. Haal de "
            "verwijzing weg."
        )
    return (
        f"Het gegeven '{naam}' is nog niet bekend; in de brief staat daar een open plek. "
        "Vul het in, of haal de verwijzing weg."
    )


REGELS = (
    Regel(
        "TEKST-FEIT",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Een gegeven waar de tekst om vraagt, bestaat, is bekend en mag in de brief.",
        "de tekst en de gegevens in het dossier",
        (),
        in_each_text(_facts, noten=True),
    ),
    Regel(
        "TEKST-RAMING",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "De tekst zegt niet dat er geen raming is als er bedragen zijn ingevuld.",
        "de tekst en de kosten in het dossier",
        ("financien.kosten.bedrag",),
        in_each_text(_estimate),
    ),
)
