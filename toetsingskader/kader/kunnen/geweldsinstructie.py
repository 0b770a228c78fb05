"""Geweldsinstructie (Rules of Engagement): which force is permitted.

Source: point 10 of the working list; asked by the Kamer in 29 521, nr. 473.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Blok, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Punt
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, Orgaan, Tekst, keuze


class Roe(Blok):
    """Whether the Rules of Engagement exist."""

    status: Feit[Annotated[str, keuze("vastgesteld in_ontwikkeling voorzien geen")]] = veld(
        "Status", nodig="!"
    )
    vastgesteld_door: Feit[Orgaan] = veld("Vastgesteld door")
    datum: Feit[DatumVeld] = veld("Datum")
    toelichting: Feit[Tekst] = veld("Toelichting")


class Geweldsinstructie(Punt):
    """Geweldsinstructie (Rules of Engagement)."""

    kader: ClassVar = Aandachtspunt(
        sleutel="geweldsinstructie",
        pijler="kunnen",
        titel="Geweldsinstructie (Rules of Engagement)",
        vraag="Welk geweld is toegestaan, is dat toereikend voor de taak, en welke nationale "
        "beperkingen gelden?",
        eigenaar="Def/DJZ en Def/DOPS",
        kop="Geweldsinstructie",
        nummer="10",
    )

    roe: Roe = blok(Roe, "Stand van de geweldsinstructie", nodig="A V!", naar="b")
    geweld_toegestaan: Lijst[
        Annotated[
            str,
            keuze(
                "zelfverdediging verdediging_anderen bescherming_burgers verdediging_mandaat "
                "afdwingen_bestand offensief",
                verdediging_anderen="verdediging van anderen",
                bescherming_burgers="bescherming van burgers",
                verdediging_mandaat="verdediging van het mandaat",
                afdwingen_bestand="afdwingen van het bestand",
            ),
        ]
    ] = lijst("Toegestaan geweld", nodig="A V", naar="b", v=True)
