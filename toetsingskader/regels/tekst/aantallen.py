"""Rule about numbers: a maximum in prose is one that the facts of the record carry."""

import re
from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.berekend import computed
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import MEESTE, texts
from toetsingskader.regels.tekst.lezen import Vondst
from toetsingskader.regels.verwijzingen import all_answers
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden import Aantal, Getal

_MAXIMUM = re.compile(
    r"\b(?:maximaal|een\s+maximum\s+van|ten\s+hoogste|hoogstens|hooguit|niet\s+meer\s+dan)\s+"
    r"(?P<getal>(?>\d{1,3}(?:\.\d{3})++|\d++))(?!,\d)(?!\s*(?:tot|-|–)\s*\d)"
    r"(?P<wat>(?:\s+[\w-]+){0,2})",
    re.IGNORECASE | re.ASCII,
)
_ANDERE_MAAT = re.compile(
    r"\b(?:uur|uren|dag|dagen|we(?:ek|ken)|maand|maanden|ja(?:ar|ren)|keer|maal|kilometer|km|meter|"
    r"procent|duizend|miljoen|miljard|mln|mld|euro|ton|pagina's|bladzijden)\b",
    re.IGNORECASE,
)
"""What is no number of people or means, and has its own place in the record or none."""


def _numbers(b: Beoordeling) -> set[int]:
    """Every whole number that a fact of the record carries, and what is computed from them."""
    values: list[object] = [c.feit.waarde for c in computed(b)]
    for _, bezoek in all_answers(b):
        antwoord = bezoek.antwoord
        if isinstance(antwoord, Feit):
            values.append(antwoord.waarde)
        elif isinstance(antwoord, Lijst):
            values.extend(antwoord)
    whole = [v.waarde if isinstance(v, Getal) else v for v in values]
    return {n for v in whole if isinstance(v, Aantal) for n in (v.laag, v.hoog)}


def _counts_something_else(vondst: Vondst) -> bool:
    after = vondst.deel.tekst[vondst.match.end() :][:1]
    return bool(_ANDERE_MAAT.search(vondst.match["wat"])) or after == "%"


def _without_fact(b: Beoordeling) -> Iterator[Melding]:
    numbers = _numbers(b)
    for tekst in texts(b):
        said = 0
        for vondst in tekst.lezing.zoek(_MAXIMUM, ontkend=True):
            typed = vondst.match["getal"]
            known = len(typed) < 12 and int(typed.replace(".", "")) in numbers
            if known or _counts_something_else(vondst) or said == MEESTE:
                continue
            said += 1
            yield tekst.melding(
                vondst.positie,
                f"Het maximum {typed[:20]} staat in geen enkel gegeven van dit dossier: "
                f"'{vondst.citaat}'. Vul het in bij de eenheden of bij 'besluit.maxima', of "
                "corrigeer het getal; met [@feit:eenheden.totaal] drukt de brief een gegeven zelf "
                "af.",
            )


REGELS = (
    Regel(
        "TEKST-MAXIMUM",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een maximum in de tekst is een aantal dat in de gegevens staat.",
        "de tekst en de aantallen in het dossier",
        (),
        _without_fact,
    ),
)
