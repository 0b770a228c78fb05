"""Rules about what cannot be: a backward period, a key twice, a point that is filled and nvt."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Lijst, Staat
from toetsingskader.kader.kunnen.operatie import Operatie
from toetsingskader.kader.mogen.mandaat import Mandaat
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Periode
from toetsingskader.kader.veld import visits
from toetsingskader.regels.perioden import ends_before
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.verwijzingen import all_answers
from toetsingskader.toetsing import Ernst, Maatstaf


def _backward(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, bezoek in all_answers(b):
        periode = bezoek.antwoord
        if isinstance(periode, Periode) and ends_before(
            periode.tot_en_met.waarde, periode.van.waarde
        ):
            yield Melding(
                sleutel,
                (*bezoek.pad, "tot_en_met"),
                f"De periode eindigt ({periode.tot_en_met.waarde}) voordat zij begint "
                f"({periode.van.waarde}). Corrigeer een van beide data.",
            )


def _twice(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, bezoek in all_answers(b):
        rijen = bezoek.antwoord
        if not (isinstance(rijen, Lijst) and bezoek.beschrijving.model):
            continue
        seen: set[str] = set()
        for i, rij in enumerate(rijen):
            feit = getattr(rij, "sleutel", None)
            naam = feit.waarde if feit is not None else None
            if naam in seen:
                yield Melding(
                    sleutel,
                    (*bezoek.pad, i, "sleutel"),
                    f"De sleutel '{naam}' staat twee keer in deze lijst. Geef elke regel een eigen "
                    "sleutel, anders is niet te zien welke is bedoeld.",
                )
            if naam:
                seen.add(naam)


def _not_applicable(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, punt in b.punten.items():
        woorden = b.proza[sleutel].woorden
        facts = any(
            bezoek.antwoord.bekend
            for bezoek in visits(punt)
            if bezoek.pad[0] not in GEMEENSCHAPPELIJK
        )
        if punt.nvt.bekend and (facts or woorden):
            yield Melding(
                sleutel,
                ("nvt",),
                "Dit punt staat op 'niet van toepassing', maar er staan gegevens of tekst in, en "
                "die komen zo niet in de brief. Haal 'nvt' weg, of de gegevens en de tekst.",
            )
        elif punt.nvt.staat is Staat.ONBEKEND:
            yield Melding(
                sleutel,
                ("nvt",),
                "Er staat niet waarom dit punt niet van toepassing zou zijn. Vul 'reden' in, of "
                "haal 'nvt' weg.",
                Ernst.ONTBREEKT,
            )


def _mission_named(b: Beoordeling) -> Iterator[Melding]:
    if len(b.dossier.missies) < 2:
        return
    lists = [
        ("operatie", "operaties", b.punt(Operatie).operaties),
        ("mandaat", "mandaten", b.punt(Mandaat).mandaten),
    ]
    for sleutel, veld, rijen in lists:
        for i, rij in enumerate(rijen):
            if rij.missie.staat is Staat.LEEG:
                yield Melding(
                    sleutel,
                    (veld, i),
                    "Er zijn meer missies, en hier staat niet over welke het gaat. Vul 'missie' in "
                    "met de sleutel uit dossier.yaml.",
                )


def _to_answer_since_migration(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, punt in b.punten.items():
        for i, regel in enumerate(punt.migratie):
            yield Melding(
                sleutel,
                ("migratie", i),
                f"Bijgewerkt naar {regel}. Beantwoord deze vragen en haal deze regel daarna weg.",
            )


REGELS = (
    Regel(
        "MISSIE",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Bij meer missies staat bij elke operatie en elk mandaat over welke het gaat.",
        "missies in het dossier",
        ("dossier.missies", "operatie.operaties.missie", "mandaat.mandaten.missie"),
        _mission_named,
    ),
    Regel(
        "NVT-GEVULD",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een punt dat niet van toepassing is, heeft een reden en verder geen gegevens of tekst.",
        "de punten in het dossier",
        (),
        _not_applicable,
    ),
    Regel(
        "PERIODE-VOLGORDE",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een periode eindigt niet voordat zij begint.",
        "de data in het dossier",
        (),
        _backward,
    ),
    Regel(
        "SLEUTEL-DUBBEL",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een sleutel komt in een lijst één keer voor.",
        "de lijsten in het dossier",
        (),
        _twice,
    ),
    Regel(
        "MIGRATIE-VRAGEN",
        Ernst.TER_INFORMATIE,
        Maatstaf.DOSSIER,
        "Wat er bij het bijwerken naar een nieuw schema te beantwoorden bij kwam, staat bij het "
        "punt tot het is gedaan.",
        "de regels die 'toetsingskader migreer' in het dossier schrijft",
        (),
        _to_answer_since_migration,
    ),
)
