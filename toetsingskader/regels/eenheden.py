"""Rules about units: numbers against the decision, NATO tasks, double commitments."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.kunnen.eenheden import Eenheden, Eenheid
from toetsingskader.kader.kunnen.navo_carve_out import NavoCarveOut, Onttrekking
from toetsingskader.kader.punt import Periode
from toetsingskader.regels.perioden import overlap
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden import Aantal, sum_of

_ZONDER_NAVO_TAAK = frozenset({"helikopters", "transportvliegtuig", "anders"})
"""Kinds of unit that need no row about a NATO task."""


def _name(eenheid: Eenheid) -> str:
    return eenheid.naam.waarde or eenheid.sleutel.waarde or "zonder naam"


def _states(*perioden: Periode) -> set[str]:
    return {s for p in perioden for s in (p.staat, p.van.staat, p.tot_en_met.staat)}


def _sum_of_maxima(b: Beoordeling) -> Iterator[Melding]:
    """Only when every row says whether it counts, and every row that counts says how many."""
    besluit = b.dossier.besluit
    rijen = list(besluit.maxima)
    totaal = besluit.totaal_maximaal.waarde
    counted = [r for r in rijen if r.in_totaal_begrepen.waarde == "ja"]
    complete = all(r.in_totaal_begrepen.bekend for r in rijen) and all(
        r.aantal_max.bekend for r in counted
    )
    if not totaal or not counted or not complete:
        return
    som = sum_of(r.aantal_max.waarde for r in counted if r.aantal_max.waarde)
    if som.hoog < totaal.laag or som.laag > totaal.hoog:
        yield Melding(
            "dossier",
            ("besluit", "totaal_maximaal"),
            f"De onderdelen tellen op tot {som}, maar het maximale totaal is {totaal}. Corrigeer "
            "een van de aantallen, of geef bij een onderdeel aan dat het buiten het totaal valt.",
        )


def _units_beyond_maximum(b: Beoordeling) -> Iterator[Melding]:
    """What certainly counts may already be more than the decision allows."""
    besluit = b.dossier.besluit
    eenheden = [e for e in b.punt(Eenheden).eenheden if e.in_totaal_begrepen.waarde == "ja"]
    for i, rij in enumerate(besluit.maxima):
        naam = rij.onderdeel.waarde
        onder = [e for e in eenheden if naam and e.onderdeel.waarde == naam]
        yield from _beyond(onder, rij.aantal_max.waarde, f"onderdeel '{naam}'", ("maxima", i))
    yield from _beyond(
        eenheden, besluit.totaal_maximaal.waarde, "de hele inzet", ("totaal_maximaal",)
    )


def _beyond(
    eenheden: list[Eenheid], maximum: Aantal | None, waarvoor: str, pad: tuple[str | int, ...]
) -> Iterator[Melding]:
    som = sum_of(e.aantal_max.waarde for e in eenheden if e.aantal_max.waarde)
    if maximum and som.laag > maximum.hoog:
        yield Melding(
            "dossier",
            ("besluit", *pad),
            f"De eenheden tellen op tot {som} militairen; het besluit noemt voor {waarvoor} "
            f"maximaal {maximum}. Verlaag een aantal bij de eenheden of pas het besluit aan.",
        )


def _not_said(b: Beoordeling) -> Iterator[Melding]:
    """Without an answer to whether a unit counts, no total can be compared."""
    for i, eenheid in enumerate(b.punt(Eenheden).eenheden):
        if eenheid.aantal_max.bekend and eenheid.in_totaal_begrepen.staat is Staat.LEEG:
            yield Melding(
                "eenheden",
                ("eenheden", i, "aantal_max"),
                f"Er staat niet of eenheid '{_name(eenheid)}' meetelt in het maximale totaal. Vul "
                "'in_totaal_begrepen' in met ja of nee.",
                Ernst.ONTBREEKT,
            )


def _totals(b: Beoordeling) -> Iterator[Melding]:
    yield from _not_said(b)
    yield from _sum_of_maxima(b)
    yield from _units_beyond_maximum(b)


def _withdrawals(b: Beoordeling) -> dict[str, tuple[int, Onttrekking]]:
    rijen = enumerate(b.punt(NavoCarveOut).onttrekkingen)
    return {r.eenheid.waarde: (i, r) for i, r in rijen if r.eenheid.waarde}


def _carve_out(b: Beoordeling) -> Iterator[Melding]:
    if b.punt(NavoCarveOut).nvt.bekend:
        return
    rijen = _withdrawals(b)
    for i, eenheid in enumerate(b.punt(Eenheden).eenheden):
        soort = eenheid.soort.waarde
        if soort is None or soort in _ZONDER_NAVO_TAAK:
            continue
        if eenheid.sleutel.waarde not in rijen:
            yield Melding(
                "eenheden",
                ("eenheden", i),
                f"Voor eenheid '{_name(eenheid)}' staat niet in navo-carve-out.md of zij een "
                "NAVO-taak heeft. Voeg daar een rij toe met haar sleutel onder 'onttrekkingen'.",
            )
        else:
            yield from _agreement(_name(eenheid), *rijen[eenheid.sleutel.waarde or ""])


def _agreement(naam: str, i: int, rij: Onttrekking) -> Iterator[Melding]:
    pad = ("onttrekkingen", i, "carve_out", "akkoord")
    akkoord = rij.carve_out.akkoord.waarde
    if rij.navo_taak.waarde is None and rij.navo_taak.staat != "vertrouwelijk":
        yield Melding(
            "navo-carve-out",
            ("onttrekkingen", i, "navo_taak"),
            f"Van eenheid '{naam}' is niet bekend of zij een taak in de NAVO-plannen heeft. "
            "Vul 'ja' of 'nee' in.",
        )
    elif rij.navo_taak.waarde != "ja" or akkoord in ("ja", "niet_nodig"):
        return
    elif akkoord == "nee":
        yield Melding(
            "navo-carve-out",
            pad,
            f"De NAVO stemt niet in met het onttrekken van eenheid '{naam}' (carve-out), terwijl "
            "die eenheid wel onder de inzet valt. Kies een andere eenheid, of werk het antwoord "
            "van de NAVO bij als dat is veranderd.",
            Ernst.TEGENSTRIJDIG,
        )
    elif "vertrouwelijk" not in (rij.carve_out.staat, rij.carve_out.akkoord.staat):
        yield Melding(
            "navo-carve-out",
            pad,
            f"Eenheid '{naam}' heeft een NAVO-taak, maar een akkoord van de NAVO met de "
            "onttrekking (carve-out) is er nog niet. Vul in wat de uitkomst van het verzoek is.",
        )


def _backfill(b: Beoordeling) -> Iterator[Melding]:
    namen = {e.sleutel.waarde: _name(e) for e in b.punt(Eenheden).eenheden}
    for sleutel, (i, rij) in _withdrawals(b).items():
        naam = namen.get(sleutel, sleutel)
        geregeld = any(
            v.status.waarde in ("toegezegd", "in_overleg", "niet_nodig") for v in rij.backfill
        )
        nodig = rij.navo_taak.waarde == "ja" and rij.carve_out.akkoord.waarde != "niet_nodig"
        if nodig and not geregeld and rij.backfill.staat != "vertrouwelijk":
            yield Melding(
                "navo-carve-out",
                ("onttrekkingen", i, "backfill"),
                f"Voor de NAVO-taak van eenheid '{naam}' is nog geen land dat haar overneemt "
                "(backfill). Noem het land en hoever het overleg is.",
            )


def _double(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(Eenheden)
    eenheden = {e.sleutel.waarde: e for e in punt.eenheden if e.sleutel.waarde}
    for i, rij in enumerate(punt.andere_toewijzingen):
        eenheid = eenheden.get(rij.eenheid.waarde or "")
        if eenheid is None or "vertrouwelijk" in _states(rij.periode, eenheid.periode):
            continue
        inzet = eenheid.periode
        samen = overlap(inzet, rij.periode)
        pad = ("andere_toewijzingen", i, "periode")
        taak = rij.waaraan.waarde or "een andere taak"
        if samen:
            yield Melding(
                "eenheden",
                pad,
                f"Eenheid '{_name(eenheid)}' is in dezelfde tijd toegewezen aan {taak} "
                f"({rij.periode}) en aan deze inzet ({inzet}). Kies een andere eenheid of periode.",
            )
        elif samen is None:
            yield Melding(
                "eenheden",
                pad,
                f"Eenheid '{_name(eenheid)}' is ook toegewezen aan {taak}. Of dat samenvalt met "
                "deze inzet is niet te zien; vul van beide de periode in.",
                Ernst.ONTBREEKT,
            )


_BRIEF_P9 = "Clingendael Policy Brief 'Militaire inzet in Oekraïne' (2025), p. 9"

REGELS = (
    Regel(
        "K1C",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De aantallen van onderdelen en eenheden passen binnen de maxima van het besluit.",
        "besluit.maxima, besluit.totaal_maximaal en eenheden in het dossier",
        (
            "dossier.besluit.maxima",
            "dossier.besluit.totaal_maximaal",
            "eenheden.eenheden.aantal_max",
            "eenheden.eenheden.onderdeel",
            "eenheden.eenheden.in_totaal_begrepen",
        ),
        _totals,
    ),
    Regel(
        "CB1",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Van elke eenheid is bekend of zij een NAVO-taak heeft, en zo ja of de NAVO instemt met "
        "de onttrekking (carve-out).",
        _BRIEF_P9,
        (
            "eenheden.eenheden.sleutel",
            "eenheden.eenheden.soort",
            "navo-carve-out.onttrekkingen.eenheid",
            "navo-carve-out.onttrekkingen.navo_taak",
            "navo-carve-out.onttrekkingen.carve_out",
        ),
        _carve_out,
        soorten="AVB",
    ),
    Regel(
        "CB2",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Waar een eenheid een NAVO-taak achterlaat, neemt een ander land die over (backfill).",
        _BRIEF_P9,
        (
            "navo-carve-out.onttrekkingen.eenheid",
            "navo-carve-out.onttrekkingen.navo_taak",
            "navo-carve-out.onttrekkingen.carve_out",
            "navo-carve-out.onttrekkingen.backfill",
        ),
        _backfill,
        soorten="AVB",
    ),
    Regel(
        "K3C",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een eenheid is niet in dezelfde tijd aan twee taken toegewezen.",
        _BRIEF_P9,
        (
            "eenheden.andere_toewijzingen.eenheid",
            "eenheden.andere_toewijzingen.periode",
            "eenheden.eenheden.periode",
            "eenheden.eenheden.sleutel",
        ),
        _double,
    ),
)
