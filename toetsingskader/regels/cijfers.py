"""Rules about figures and age: percentages, a figure with two values, facts grown old."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.risicos import Risicos
from toetsingskader.kader.mogen.draagvlak import Draagvlak
from toetsingskader.kader.punt import Cijfer
from toetsingskader.kader.weergave import name_of
from toetsingskader.kader.willen.politieke_context import PolitiekeContext
from toetsingskader.regels.perioden import days_old
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.regels.verwijzingen import all_answers
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf

STANCE_DAYS, SITUATION_DAYS, THREAT_DAYS = 180, 90, 30
"""After how many days a stance, the security situation and a threat analysis are old."""


def _poll(b: Beoordeling) -> Iterator[Melding]:
    for pad, peiling in numbered("peilingen", b.punt(Draagvlak).peilingen):
        som = sum((u.percentage.waarde or Decimal(0) for u in peiling.uitkomsten), Decimal(0))
        if som > 100:
            yield Melding(
                "draagvlak",
                (*pad, "uitkomsten"),
                f"De uitkomsten van deze peiling tellen op tot {str(som).replace('.', ',')} "
                "procent. Corrigeer een percentage, of noem alleen antwoorden die elkaar "
                "uitsluiten.",
            )


def figures(b: Beoordeling) -> Iterator[tuple[str, Pad, Cijfer]]:
    """Every figure of the record with its file and path."""
    for sleutel, bezoek in all_answers(b):
        rij = bezoek.rij if bezoek.rij is not None else bezoek.houder
        if isinstance(rij, Cijfer) and bezoek.beschrijving.naam == "waarde":
            yield sleutel, bezoek.pad, rij


def _two_values(b: Beoordeling) -> Iterator[Melding]:
    by_key: dict[str, list[tuple[str, Pad, Cijfer]]] = defaultdict(list)
    for sleutel, pad, cijfer in figures(b):
        if cijfer.sleutel.waarde and cijfer.waarde.waarde:
            by_key[cijfer.sleutel.waarde].append((sleutel, pad, cijfer))
    for naam, found in by_key.items():
        first_file, _, first = found[0]
        for sleutel, pad, cijfer in found[1:]:
            same = (cijfer.waarde.waarde, cijfer.eenheid.waarde) == (
                first.waarde.waarde,
                first.eenheid.waarde,
            )
            if not same and sleutel != first_file:
                yield Melding(
                    sleutel,
                    pad,
                    f"Het cijfer '{naam}' is hier {cijfer.waarde.waarde} en in {first_file}.md "
                    f"{first.waarde.waarde}. Corrigeer een van beide, of geef een eigen sleutel.",
                )


def _from_the_future(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, pad, cijfer in figures(b):
        datum = cijfer.datum.waarde
        if datum and b.peildatum and datum.van > b.peildatum:
            yield Melding(
                sleutel,
                (*pad[:-1], "datum"),
                f"Dit cijfer is van {datum}, na de peildatum van het dossier. Controleer de datum, "
                "of werk de peildatum bij.",
            )


def _old(b: Beoordeling) -> Iterator[Melding]:
    """Rows with a peildatum: attitudes of actors, parties and allies."""
    for sleutel, bezoek in all_answers(b):
        in_row = bezoek.rij is bezoek.houder and bezoek.beschrijving.naam == "peildatum"
        datum = getattr(bezoek.houder, "peildatum").waarde if in_row else None  # noqa: B009
        days = days_old(datum, b.peildatum)
        if days > STANCE_DAYS:
            yield Melding(
                sleutel,
                bezoek.pad,
                f"Het gegeven over '{name_of(bezoek.houder)}' is van {datum} en daarmee {days} "
                "dagen oud. Controleer of het nog klopt en werk de datum van dit gegeven bij.",
            )


def _old_situation(b: Beoordeling) -> Iterator[Melding]:
    datum = b.punt(PolitiekeContext).veiligheidssituatie.datum.waarde
    if days_old(datum, b.peildatum) > SITUATION_DAYS:
        yield Melding(
            "politieke-context",
            ("veiligheidssituatie", "datum"),
            f"De veiligheidssituatie is beschreven op {datum}, {days_old(datum, b.peildatum)} "
            "dagen voor de peildatum. Werk haar bij.",
        )


def _old_threat(b: Beoordeling) -> Iterator[Melding]:
    datum = b.punt(Risicos).dreigingsanalyse.datum.waarde
    if days_old(datum, b.peildatum) > THREAT_DAYS:
        yield Melding(
            "risicos",
            ("dreigingsanalyse", "datum"),
            f"De dreigingsanalyse is van {datum}, {days_old(datum, b.peildatum)} dagen voor de "
            "peildatum. Vraag een nieuwe analyse, of noem waarom deze nog geldt en werk dit bij.",
        )


def _expired(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, punt in b.punten.items():
        tot = punt.houdbaar_tot.waarde
        if days_old(tot, b.peildatum) > 0:
            yield Melding(
                sleutel,
                ("houdbaar_tot",),
                f"Dit punt was houdbaar tot {tot} en is dus verouderd. Werk het bij, of geef een "
                "nieuwe datum.",
            )


REGELS = (
    Regel(
        "PEILING-SOM",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De uitkomsten van een peiling tellen op tot ten hoogste 100 procent.",
        "draagvlak.peilingen in het dossier",
        ("draagvlak.peilingen.uitkomsten",),
        _poll,
    ),
    Regel(
        "CIJFER-VERSCHIL",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een cijfer met dezelfde sleutel heeft overal dezelfde waarde.",
        "de cijfers in het dossier",
        (),
        _two_values,
    ),
    Regel(
        "CIJFER-DATUM",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een cijfer is niet van na de peildatum.",
        "de cijfers en de peildatum in het dossier",
        ("dossier.peildatum",),
        _from_the_future,
    ),
    Regel(
        "VEROUDERD",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        f"Een houding of standpunt is niet ouder dan {STANCE_DAYS} dagen.",
        "de peildata in het dossier; de termijn is een afspraak van dit programma",
        ("dossier.peildatum",),
        _old,
    ),
    Regel(
        "VEILIGHEID-OUD",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        f"De beschrijving van de veiligheidssituatie is niet ouder dan {SITUATION_DAYS} dagen.",
        "politieke-context.veiligheidssituatie; de termijn is een afspraak van dit programma",
        ("politieke-context.veiligheidssituatie", "dossier.peildatum"),
        _old_situation,
    ),
    Regel(
        "DREIGING-OUD",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        f"De dreigingsanalyse is niet ouder dan {THREAT_DAYS} dagen.",
        "risicos.dreigingsanalyse; de termijn is een afspraak van dit programma",
        ("risicos.dreigingsanalyse", "dossier.peildatum"),
        _old_threat,
    ),
    Regel(
        "HOUDBAAR",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een punt wordt bijgewerkt voordat zijn houdbaarheid verloopt.",
        "houdbaar_tot en de peildatum in het dossier",
        ("dossier.peildatum",),
        _expired,
    ),
)
