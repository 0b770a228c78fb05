"""Rule about who acts: an office that others recognise, and never somebody's name."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.veld import Bezoek
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.verwijzingen import all_answers
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden.orgaan import ORGAAN, looks_like_person, near_orgaan

_ACTS = frozenset({"opsteller", "medebetrokken", "wie", "besloten_door", "namens"})
"""Fields that name an office of the ministries; elsewhere a body may have any name."""


def _strange_body(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, bezoek in all_answers(b):
        if bezoek.beschrijving.waardetype is not ORGAAN:
            continue
        for pad, naam in _names(bezoek):
            near = near_orgaan(naam)
            if near:
                yield Melding(
                    sleutel,
                    pad,
                    f"'{naam}' staat niet in de lijst van organen. Bedoelde u '{near}'? Schrijf "
                    "een orgaan overal gelijk; dan staan zijn vragen en bevindingen bij elkaar.",
                )
            elif bezoek.beschrijving.naam in _ACTS and looks_like_person(naam):
                yield Melding(
                    sleutel,
                    pad,
                    f"'{naam}' lijkt de naam van een persoon. Noem het ministerie en de directie, "
                    f"zoals {ORGAAN.example}; namen van medewerkers horen niet in het dossier.",
                )


def _names(bezoek: Bezoek) -> Iterator[tuple[Pad, str]]:
    antwoord = bezoek.antwoord
    if isinstance(antwoord, Lijst):
        yield from (((*bezoek.pad, i), naam) for i, naam in enumerate(antwoord))
    elif isinstance(antwoord, Feit) and antwoord.waarde:
        yield bezoek.pad, antwoord.waarde


REGELS = (
    Regel(
        "ORGAAN-NAAM",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Wie aan zet is, is een orgaan onder een naam die anderen herkennen, en geen persoon.",
        "de lijst van organen in het programma",
        (),
        _strange_body,
    ),
)
