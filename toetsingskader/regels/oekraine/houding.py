"""Rules about consent, the way out, and the countries whose attitude must be in the record."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.mogen.exit_strategie import ExitStrategie
from toetsingskader.kader.mogen.toestemming_partijen import ToestemmingPartijen
from toetsingskader.regels.oekraine.gegevens import (
    BRON,
    REGELSET,
    after_source,
    backing_is_secret,
    bondgenoot,
    deviates,
    of_source,
    page,
    partij,
)
from toetsingskader.regels.operatie import operations
from toetsingskader.regels.regel import Functie, Melding, Regel
from toetsingskader.toetsing import Ernst, Maatstaf


def _no_consent_no_statement(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(ToestemmingPartijen)
    zonder = [
        str(p.partij.waarde)
        for p in punt.partijen
        if p.rol.waarde == "strijdende_partij" and p.partij.waarde and p.standpunt.waarde != "ja"
    ]
    if zonder and not punt.gevolg_zonder_toestemming.bekend:
        yield Melding(
            "toestemming-partijen",
            ("gevolg_zonder_toestemming",),
            f"Niet elke strijdende partij stemt in ({', '.join(zonder)}), en er staat niet wat dat "
            "betekent. "
            "Schrijf achter welk land Nederland zich dan schaart en wat dat doet met het risico "
            "op escalatie.",
        )


def _enemy_combatants(b: Beoordeling) -> Iterator[Melding]:
    found = partij(b, "RU")
    standpunt = found[1].standpunt.waarde if found else None
    for pad, _ in operations(b, "peace_enforcement"):
        if found and standpunt not in (None, "ja"):
            zin = (
                "zonder instemming van de Russische Federatie wordt afdwingen al snel een "
                "gevechtsoperatie aan de zijde van Oekraïne, en gelden de militairen als "
                "vijandelijke strijders. Beschrijf dat in de tekst."
            )
            yield Melding("operatie", (*pad, "soort"), f"Volgens {page('8')}: {zin}")


def _unwilling(b: Beoordeling) -> Iterator[Melding]:
    for pad, operatie in operations(b, "peacekeeping"):
        if operatie.optreden_tegen_gastland.waarde == "niet_bereid":
            yield Melding(
                "operatie",
                (*pad, "optreden_tegen_gastland"),
                "Peacekeeping ziet toe op beide partijen; wie niet bereid is op te treden tegen "
                "het gastland, is niet onpartijdig. Kies een andere soort operatie, of corrigeer "
                "het antwoord.",
            )


def _consent_too_old(b: Beoordeling) -> Iterator[Melding]:
    found = partij(b, "RU")
    if found is None or found[1].standpunt.waarde != "ja":
        return
    newer = [
        u
        for u in found[1].uitspraken
        if after_source(u.datum.waarde) and u.uit_tweede_hand.waarde == "nee"
    ]
    if not newer:
        zin = (
            "Rusland wees op 26 februari 2025 elke optie af. Voeg bij de Russische Federatie een "
            "latere uitspraak uit de eerste hand toe, of corrigeer het standpunt."
        )
        pad = ("partijen", found[0], "standpunt")
        yield Melding("toestemming-partijen", pad, deviates("7", zin))


def _no_way_out(b: Beoordeling) -> Iterator[Melding]:
    exit_ = b.punt(ExitStrategie)
    einde = b.dossier.besluit.periode.tot_en_met.bekend
    aflossing = exit_.aflossing.status.waarde in ("toegezegd", "in_overleg")
    if not (einde or aflossing or len(exit_.succescriteria)):
        yield Melding(
            "exit-strategie",
            ("succescriteria",),
            "Er is geen einddatum, geen succescriterium en geen aflossing. Leg ten minste vast "
            "wanneer het doel is bereikt, of wanneer en door wie de eenheden worden afgelost.",
        )


def _entry(code: str, sleutel: str, veld: str, naam: str) -> Functie:
    find = partij if sleutel == "toestemming-partijen" else bondgenoot

    def check(b: Beoordeling) -> Iterator[Melding]:
        secret = sleutel == "steun-bondgenoten" and backing_is_secret(b)
        if find(b, code) is None and not secret:
            yield Melding(
                sleutel,
                (veld,),
                f"Onder '{veld}' ontbreekt een regel voor {naam}. Voeg die toe, met standpunt, "
                "bron en datum; is het standpunt niet bekend, schrijf dan 'onbekend'.",
            )

    return check


def _demands(code: str, sleutel: str, veld: str, naam: str, pagina: str) -> Regel:
    return Regel(
        f"OEK-{code}",
        Ernst.ONTBREEKT,
        Maatstaf.BRON,
        f"De houding van {naam} staat in het dossier.",
        f"{BRON}, p. {pagina}",
        (f"{sleutel}.{veld}.{'partij' if veld == 'partijen' else 'naam'}",),
        _entry(code, sleutel, veld, naam),
        REGELSET,
        "AV",
    )


REGELS = (
    of_source(
        "M3B",
        Ernst.ONTBREEKT,
        "Stemt een strijdende partij niet in, dan staat er wat dat betekent.",
        "11",
        _no_consent_no_statement,
        "toestemming-partijen.partijen.partij",
        "toestemming-partijen.partijen.rol",
        "toestemming-partijen.partijen.standpunt",
        "toestemming-partijen.gevolg_zonder_toestemming",
        soorten="AVB",
        vervangt="toestemming-partijen.gevolg_zonder_toestemming",
    ),
    of_source(
        "T6",
        Ernst.LET_OP,
        "Afdwingen zonder Russische instemming wordt al snel een gevechtsoperatie.",
        "8",
        _enemy_combatants,
        "operatie.operaties.soort",
        "toestemming-partijen.partijen.partij",
        "toestemming-partijen.partijen.standpunt",
    ),
    Regel(
        "OEK-OPTREDEN",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.BEGRIP,
        "Peacekeeping vraagt bereidheid om ook tegen het gastland op te treden.",
        f"{BRON}, p. 4",
        ("operatie.operaties.soort", "operatie.operaties.optreden_tegen_gastland"),
        _unwilling,
        REGELSET,
    ),
    of_source(
        "M3C",
        Ernst.LET_OP,
        "Russische instemming blijkt uit een uitspraak van na 26 februari 2025.",
        "7",
        _consent_too_old,
        "toestemming-partijen.partijen",
    ),
    of_source(
        "M5A",
        Ernst.ONTBREEKT,
        "Vooraf staat vast wanneer het doel is bereikt, of wanneer en door wie wordt afgelost.",
        "8",
        _no_way_out,
        "exit-strategie.succescriteria",
        "exit-strategie.aflossing.status",
        "dossier.besluit.periode.tot_en_met",
        soorten="AVB",
    ),
    _demands("RU", "toestemming-partijen", "partijen", "de Russische Federatie", "7-8"),
    _demands("UA", "toestemming-partijen", "partijen", "Oekraïne", "7"),
    _demands("US", "steun-bondgenoten", "bondgenoten", "de Verenigde Staten", "8"),
)
