"""Rule set oekraine-2025: what the policy brief asks of a mission in Ukraine."""

from toetsingskader.kader.veld import Vereist, vereist
from toetsingskader.regels.oekraine import (
    afweging,
    alternatieven,
    bijdrage,
    houding,
    operaties,
    risicos,
    scenarios,
    steun,
    tekst,
    voorwaarden,
)
from toetsingskader.regels.oekraine.gegevens import REGELSET
from toetsingskader.regels.oekraine.voorwaarden import VOORWAARDEN_BRON, panel

__all__ = ["REGELS", "REGELSET", "VEREIST", "VOORWAARDEN_BRON", "panel"]

REGELS = (
    *scenarios.REGELS,
    *operaties.REGELS,
    *afweging.REGELS,
    *houding.REGELS,
    *steun.REGELS,
    *bijdrage.REGELS,
    *risicos.REGELS,
    *alternatieven.REGELS,
    *voorwaarden.REGELS,
    *tekst.REGELS,
)

VEREIST: dict[str, Vereist] = {
    "gronden-voor-deelname.politieke_doelen": vereist("A V B"),
    "gronden-voor-deelname.hoofdplicht": vereist("A V B"),
    "gronden-voor-deelname.onlosmakelijk_verbonden": vereist("A V B!"),
    "gronden-voor-deelname.risicobereidheid": vereist("A V B!"),
    "politieke-context.bestand": vereist("A V"),
    "politieke-context.scenarios": vereist("A V B"),
    "invloed.strategische_onzekerheid": vereist("B"),
    "alternatieven.in_samenhang": vereist("B"),
    "haalbaarheid.aard_effect": vereist("A V B"),
    "draagvlak.steun_kamer": vereist("A V B"),
    "draagvlak.steun_samenleving": vereist("A V B"),
    "toestemming-partijen.verwachte_reactie": vereist("B"),
    "steun-bondgenoten.bondgenoten": vereist("A V!"),
    "steun-bondgenoten.enablers": vereist("A V B"),
    "steun-bondgenoten.escalatiedominantie": vereist("B"),
    "steun-bondgenoten.artikel_5": vereist("A V B"),
    "steun-bondgenoten.bij_wegvallen": vereist("A V B"),
    "operatie.operaties.nabijheid_front": vereist("A V"),
    "operatie.operaties.optreden_tegen_gastland": vereist(
        "A V B", als=lambda o: o.soort.waarde in ("peacekeeping", "peace_enforcement")
    ),
}
"""Fields this rule set requires besides those of the framework: path without row numbers."""
