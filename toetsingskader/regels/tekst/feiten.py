"""Rule about facts that prose asks for: each `[@feit:naam]` leads to something to print."""

import difflib
import re
from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.feiten import FEIT, Genoemd, fact_names, find_fact
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
)
