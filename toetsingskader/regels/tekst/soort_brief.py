"""Rules about words that depend on the letter: its article, and the chamber that reads it."""

import re
from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import Tekst, in_each_text, where_said
from toetsingskader.toetsing import Ernst, Maatstaf

_OVEREENSTEMMING = re.compile(
    r"\b(?:in\s+overeenstemming\s+met|conform|overeenkomstig)\s+(?:artikel|art\.)\s+100\b",
    re.IGNORECASE,
)
_formula = where_said(
    _OVEREENSTEMMING,
    lambda v: (
        f"Deze brief gaat over inzet op grond van artikel 97, maar hier staat: '{v.citaat}'. "
        "Schrijf 'langs de lijnen van het toetsingskader', of haal de verwijzing weg."
    ),
)


def _formula_of_100(b: Beoordeling) -> Iterator[Melding]:
    """Only where the deployment is no article 100 deployment at all."""
    if b.dossier.artikel.waarde == "artikel_97":
        yield from _formula(b)


_GEDAAN = (
    (r"debat|debatten|debatteerde|gedebatteerd", ("plenair_debat", "commissiedebat")),
    (r"motie|moties", ("motie",)),
)
"""Words about what one chamber may have done without the other, and what they stand for."""


def _one_chamber(tekst: Tekst) -> Iterator[Melding]:
    """Both chambers read the same text: what one of them did is not what "uw Kamer" did."""
    for words, soorten in _GEDAAN:
        rijen = [v for v in tekst.b.dossier.voorgeschiedenis if v.soort.waarde in soorten]
        kamers = {v.kamer.waarde for v in rijen}
        if len(kamers) != 1 or not kamers <= {"tweede", "eerste"}:
            continue
        kamer = str(next(iter(kamers))).capitalize()
        said = re.compile(rf"\buw\s+Kamer\b[^.]{{0,120}}?\b(?:{words})\b", re.IGNORECASE)
        for vondst in tekst.lezing.zoek(said, ontkend=False):
            yield tekst.melding(
                vondst.positie,
                f"Beide Kamers krijgen deze tekst, maar volgens de voorgeschiedenis was dit "
                f"alleen in de {kamer} Kamer: '{vondst.citaat}'. Schrijf 'de {kamer} Kamer', of "
                "vul de voorgeschiedenis aan.",
            )


REGELS = (
    Regel(
        "TEKST-ARTIKEL-100",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "Een brief over inzet op grond van artikel 97 zegt niet dat hij in overeenstemming met "
        "artikel 100 is.",
        "Kamerbrief van 11 december 2012 (32 623, nr. 76): langs de lijnen van het toetsingskader",
        ("dossier.artikel",),
        _formula_of_100,
    ),
    Regel(
        "TEKST-UW-KAMER",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Wat 'uw Kamer' heeft gedaan, geldt voor beide Kamers die de brief krijgen.",
        "de voorgeschiedenis in het dossier",
        ("dossier.voorgeschiedenis",),
        in_each_text(_one_chamber),
    ),
)
