"""Rules about consent, the way out, and the countries whose attitude must be in the record."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.mogen.exit_strategie import ExitStrategie
from toetsingskader.kader.mogen.toestemming_partijen import ToestemmingPartijen
from toetsingskader.regels.oekraine.gegevens import (
    BRON,
    REGELSET,
    backing_is_secret,
    bondgenoot,
    partij,
)
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
    Regel(
        "M3B",
        Ernst.ONTBREEKT,
        Maatstaf.BRON,
        "Stemt een strijdende partij niet in, dan staat er wat dat betekent.",
        f"{BRON}, p. 11",
        (
            "toestemming-partijen.partijen.partij",
            "toestemming-partijen.partijen.rol",
            "toestemming-partijen.partijen.standpunt",
            "toestemming-partijen.gevolg_zonder_toestemming",
        ),
        _no_consent_no_statement,
        REGELSET,
        "AVB",
        vervangt="toestemming-partijen.gevolg_zonder_toestemming",
    ),
    Regel(
        "M5A",
        Ernst.ONTBREEKT,
        Maatstaf.BRON,
        "Vooraf staat vast wanneer het doel is bereikt, of wanneer en door wie wordt afgelost.",
        f"{BRON}, p. 8",
        (
            "exit-strategie.succescriteria",
            "exit-strategie.aflossing.status",
            "dossier.besluit.periode.tot_en_met",
        ),
        _no_way_out,
        REGELSET,
        "AVB",
    ),
    _demands("RU", "toestemming-partijen", "partijen", "de Russische Federatie", "7-8"),
    _demands("UA", "toestemming-partijen", "partijen", "Oekraïne", "7"),
    _demands("US", "steun-bondgenoten", "bondgenoten", "de Verenigde Staten", "8"),
)
