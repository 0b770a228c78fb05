"""Rules about parliament: notice given, promises open, steps in order, reports and evaluation."""

from collections.abc import Iterator
from datetime import date, timedelta

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.dossier import STAP
from toetsingskader.kader.kunnen.monitoring_evaluatie import MonitoringEvaluatie
from toetsingskader.kader.weergave import show_veld
from toetsingskader.regels.perioden import ends_before
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Ernst, Maatstaf


def _notice_given(b: Beoordeling) -> bool:
    return any(v.soort.waarde == "kennisgeving" for v in b.dossier.voorgeschiedenis)


def _no_notice(b: Beoordeling) -> Iterator[Melding]:
    if b.dossier.voorgeschiedenis.bekend and not _notice_given(b):
        yield Melding(
            "dossier",
            ("voorgeschiedenis",),
            "Er staat geen kennisgeving bij de voorgeschiedenis. Voeg haar toe, met Kamerstuk en "
            "datum; is zij niet verstuurd, schrijf dan in de tekst waarom niet.",
        )


def _refusal_without_notice(b: Beoordeling) -> Iterator[Melding]:
    if not _notice_given(b):
        yield Melding(
            "dossier",
            ("voorgeschiedenis",),
            "Een brief over een negatief besluit verwijst naar de kennisgeving van het onderzoek. "
            "Voeg die toe onder 'voorgeschiedenis', met Kamerstuk en datum.",
        )


def _open_promises(b: Beoordeling) -> Iterator[Melding]:
    for pad, voorval in numbered("voorgeschiedenis", b.dossier.voorgeschiedenis):
        if voorval.soort.waarde in ("motie", "toezegging") and voorval.status.waarde == "open":
            yield Melding(
                "dossier",
                (*pad, "status"),
                f"De {voorval.soort.waarde} '{voorval.onderwerp.waarde or 'zonder onderwerp'}' "
                "staat nog open. Doe haar in deze brief af en werk de status bij, of schrijf "
                "wanneer dat gebeurt.",
            )


_ORDER = [stap for stap in STAP.options if stap != "evaluatiemoment"]
"""The steps in the order they are taken; an evaluatiemoment may come at any time."""


def _out_of_order(b: Beoordeling) -> Iterator[Melding]:
    stappen = [
        (pad, stap)
        for pad, stap in numbered("planning", b.dossier.planning)
        if stap.stap.waarde in _ORDER and stap.status.waarde != "vervallen"
    ]
    for pad, later in stappen:
        for _, eerder in stappen:
            before = _ORDER.index(eerder.stap.waarde or "") < _ORDER.index(later.stap.waarde or "")
            if before and ends_before(later.datum.waarde, eerder.datum.waarde):
                yield Melding(
                    "dossier",
                    (*pad, "datum"),
                    f"De stap '{show_veld(later, 'stap')}' ({later.datum.waarde}) staat gepland "
                    f"vóór '{show_veld(eerder, 'stap')}' ({eerder.datum.waarde}). Controleer de "
                    "data.",
                )
                break


def _overdue(b: Beoordeling) -> Iterator[Melding]:
    for pad, stap in numbered("planning", b.dossier.planning):
        datum = stap.datum.waarde
        late = datum and b.peildatum and datum.tot_en_met < b.peildatum
        if late and stap.status.waarde == "gepland":
            yield Melding(
                "dossier",
                (*pad, "status"),
                f"De stap '{show_veld(stap, 'stap')}' stond gepland voor {datum} en is nog niet "
                "gereed gemeld. Werk de status of de datum bij.",
            )


def third_wednesday_of_may(year: int) -> date:
    """The day of the yearly interim evaluation (Defence budget 2016, par. 4.8)."""
    first = date(year, 5, 1)
    return first + timedelta(days=(2 - first.weekday()) % 7 + 14)


def _report_day(b: Beoordeling) -> Iterator[Melding]:
    rapportage = b.punt(MonitoringEvaluatie).voortgangsrapportage
    eerste = rapportage.eerste.waarde
    if rapportage.ritme.waarde == "jaarlijks" and eerste:
        day = third_wednesday_of_may(eerste.van.year)
        if not eerste.van <= day <= eerste.tot_en_met:
            yield Melding(
                "monitoring-evaluatie",
                ("voortgangsrapportage", "eerste"),
                "De jaarlijkse rapportage gaat op de derde woensdag van mei naar de Kamer; in "
                f"{day.year} is dat {day.day} mei. Controleer of een andere datum is bedoeld.",
            )


def _evaluation(b: Beoordeling) -> Iterator[Melding]:
    evaluatie = b.punt(MonitoringEvaluatie).eindevaluatie
    for veld, wat in (
        ("onafhankelijk", "De eindevaluatie gebeurt sinds 2020 standaard door een onafhankelijke "
         "partij (27 925, nr. 721)"),
        ("militair_en_politiek", "De eindevaluatie beslaat militaire en politieke aspecten "
         "(begroting Defensie 2016, par. 4.8)"),
    ):  # fmt: skip
        if getattr(evaluatie, veld).waarde == "nee":
            yield Melding(
                "monitoring-evaluatie",
                ("eindevaluatie", veld),
                f"{wat}; hier staat nee. Pas dat aan, of schrijf in de tekst waarom hiervan wordt "
                "afgeweken.",
            )


REGELS = (
    Regel(
        "KENNISGEVING",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "Aan een artikel 100-brief gaat een kennisgeving vooraf.",
        "Toetsingskader 2001, aangehaald in de brief van 1 oktober 2004 (DVB/CV-341/04); "
        "29 521, nr. 202",
        ("dossier.voorgeschiedenis.soort",),
        _no_notice,
        soorten="A",
    ),
    Regel(
        "TK-S8",
        Ernst.ONTBREEKT,
        Maatstaf.RECHT,
        "Een negatief besluit wordt ook gemeld, met verwijzing naar de kennisgeving.",
        "29 521, nrs. 202 en 209",
        ("dossier.voorgeschiedenis.soort",),
        _refusal_without_notice,
        soorten="N",
    ),
    Regel(
        "TOEZEGGING-OPEN",
        Ernst.ONTBREEKT,
        Maatstaf.RECHT,
        "Moties en toezeggingen die openstaan, worden in de brief afgedaan of genoemd.",
        "opbouw van 29 521, nr. 327",
        ("dossier.voorgeschiedenis.soort", "dossier.voorgeschiedenis.status"),
        _open_promises,
        soorten="AV",
    ),
    Regel(
        "PLANNING-VOLGORDE",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "De stappen staan in de volgorde waarin zij worden genomen.",
        "planning in het dossier",
        ("dossier.planning.stap", "dossier.planning.datum", "dossier.planning.status"),
        _out_of_order,
    ),
    Regel(
        "PLANNING-VERLOPEN",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een stap waarvan de datum voorbij is, is gereed of vervallen.",
        "planning en peildatum in het dossier",
        ("dossier.planning.datum", "dossier.planning.status", "dossier.peildatum"),
        _overdue,
    ),
    Regel(
        "TK-S9",
        Ernst.TER_INFORMATIE,
        Maatstaf.RECHT,
        "De jaarlijkse rapportage verschijnt op de derde woensdag van mei.",
        "begroting Defensie 2016, par. 4.8, die het Toetsingskader 2014 aanhaalt",
        ("monitoring-evaluatie.voortgangsrapportage",),
        _report_day,
    ),
    Regel(
        "TK-S10",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "De eindevaluatie is onafhankelijk en beslaat militaire en politieke aspecten.",
        "27 925, nr. 721; begroting Defensie 2016, par. 4.8",
        ("monitoring-evaluatie.eindevaluatie",),
        _evaluation,
    ),
)
