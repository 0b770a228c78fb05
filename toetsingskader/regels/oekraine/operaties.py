"""Rules about the kind of operation: peacekeeping, tripwire, a task that grows."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.operatie import Operatie
from toetsingskader.regels.oekraine.gegevens import (
    BRON,
    REGELSET,
    backing_is_secret,
    bondgenoot,
    deviates,
    of_source,
    partij,
)
from toetsingskader.regels.operatie import operations
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf


def _peacekeeping_without_consent(b: Beoordeling) -> Iterator[Melding]:
    for pad, _ in operations(b, "peacekeeping"):
        found = partij(b, "RU")
        standpunt = found[1].standpunt.waarde if found else None
        plek = ("partijen", found[0], "standpunt") if found else ("partijen",)
        if standpunt == "nee":
            yield Melding(
                "operatie",
                (*pad, "soort"),
                "Peacekeeping vraagt instemming van alle partijen, en de Russische Federatie "
                "stemt niet in. Kies een andere soort operatie, of werk het standpunt bij.",
            )
        elif standpunt in ("onder_voorwaarden", "wisselend"):
            yield Melding(
                "toestemming-partijen",
                plek,
                "Peacekeeping vraagt instemming van alle partijen; het standpunt van de Russische "
                "Federatie is niet eenduidig. Beschrijf in de tekst wat dat betekent.",
                Ernst.LET_OP,
            )
        elif standpunt != "ja":
            yield Melding(
                "toestemming-partijen",
                plek,
                "Peacekeeping vraagt instemming van alle partijen, en het standpunt van de "
                "Russische Federatie is niet bekend. Vul het in, met bron en datum.",
                Ernst.ONTBREEKT,
            )


def _tripwire_without_follow_on(b: Beoordeling) -> Iterator[Melding]:
    for pad, operatie in operations(b):
        if operatie.vorm.waarde != "struikeldraad":
            continue
        macht = operatie.vervolgmacht
        for veld in ("aanwezig", "gereed", "bereid"):
            waarde = getattr(macht, veld).waarde
            if waarde == "nee":
                yield Melding(
                    "operatie",
                    (*pad, "vervolgmacht", veld),
                    "Een struikeldraad zit vast aan een grotere vervolgmacht die er is, gereed is "
                    f"en bereid is in te grijpen; bij '{veld}' staat nee. Kies een andere vorm, "
                    "of werk de vervolgmacht bij.",
                )
            elif waarde is None and "vertrouwelijk" not in (
                macht.staat,
                getattr(macht, veld).staat,
            ):
                yield Melding(
                    "operatie",
                    (*pad, "vervolgmacht", veld),
                    "Een struikeldraad zit vast aan een grotere vervolgmacht; niet bekend is of "
                    f"die {veld} is. Vul dat in.",
                    Ernst.ONTBREEKT,
                )


def _tripwire_without_america(b: Beoordeling) -> Iterator[Melding]:
    for pad, operatie in operations(b):
        if operatie.vorm.waarde != "struikeldraad":
            continue
        found = bondgenoot(b, "US")
        if backing_is_secret(b):
            continue
        steun = found[1].steun.waarde if found else None
        rugdekking = found[1].rugdekking_bij_gevecht.waarde if found else None
        rij: Pad = ("bondgenoten", found[0]) if found else ("bondgenoten",)
        if steun == "geen" or rugdekking == "geweigerd":
            zin = (
                "een struikeldraad schrikt alleen af met Amerikaanse rugdekking, en die is er "
                "volgens het dossier niet. Kies een andere vorm, of werk de Amerikaanse steun bij."
            )
            yield Melding("operatie", (*pad, "vorm"), deviates("5", zin))
        elif steun is None or rugdekking is None:
            zin = (
                "Een struikeldraad vraagt Amerikaanse rugdekking; of die er bij een gevecht is, is "
                "niet bekend. Vul bij de Verenigde Staten 'steun' en 'rugdekking_bij_gevecht' in."
            )
            yield Melding("steun-bondgenoten", rij, zin, Ernst.ONTBREEKT)
        elif steun != "geloofwaardig" or rugdekking != "toegezegd":
            zin = (
                "een struikeldraad schrikt alleen af met Amerikaanse rugdekking, en die is "
                "onzeker. Beschrijf in de tekst wat dat betekent."
            )
            yield Melding("steun-bondgenoten", rij, deviates("5", zin), Ernst.LET_OP)


def _unanswered_creep(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(Operatie)
    if punt.mission_creep.staat == "vertrouwelijk":
        return
    genoemd = {r.aanleiding.waarde for r in punt.mission_creep}
    woorden = {
        "bestand_gebroken": "het bestand wordt gebroken",
        "eenheden_onder_vuur": "eenheden onder vuur komen",
        "mandaat_niet_verlengd": "het mandaat niet wordt verlengd",
    }
    rest = [zin for sleutel, zin in woorden.items() if sleutel not in genoemd]
    if rest and any(True for _ in punt.operaties):
        yield Melding(
            "operatie",
            ("mission_creep",),
            f"Er staat niet wat er gebeurt als {' of '.join(rest)}. Voeg daarvoor een rij toe "
            "onder 'mission_creep'.",
        )


_VORM = ("operatie.operaties.soort", "operatie.operaties.vorm")

REGELS = (
    Regel(
        "T2",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.BEGRIP,
        "Peacekeeping heeft de instemming van alle partijen, ook van de Russische Federatie.",
        f"{BRON}, p. 4, 7-8",
        (
            "operatie.operaties.soort",
            "toestemming-partijen.partijen.partij",
            "toestemming-partijen.partijen.standpunt",
        ),
        _peacekeeping_without_consent,
        REGELSET,
    ),
    Regel(
        "T9",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.BEGRIP,
        "Een struikeldraad zit vast aan een grotere vervolgmacht, gereed en bereid.",
        f"{BRON}, p. 5",
        (*_VORM, "operatie.operaties.vervolgmacht"),
        _tripwire_without_follow_on,
        REGELSET,
    ),
    of_source(
        "T10",
        Ernst.TEGENSTRIJDIG,
        "Een struikeldraad heeft geloofwaardige Amerikaanse rugdekking.",
        "5",
        _tripwire_without_america,
        *_VORM,
        "steun-bondgenoten.bondgenoten.naam",
        "steun-bondgenoten.bondgenoten.steun",
        "steun-bondgenoten.bondgenoten.rugdekking_bij_gevecht",
    ),
    of_source(
        "T13",
        Ernst.ONTBREEKT,
        "Vooraf staat vast wat er gebeurt als de taak dreigt te verschuiven (mission creep).",
        "3, 5",
        _unanswered_creep,
        "operatie.mission_creep.aanleiding",
        soorten="AV",
        vervangt="operatie.mission_creep",
    ),
)
