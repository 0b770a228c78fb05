"""Geweldsinstructie (Rules of Engagement): which force is permitted.

Source: point 10 of the working list; asked by the Kamer in 29 521, nr. 473.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, JaNee, Orgaan, Regel, Tekst, keuze


class Roe(Onderbouwd):
    """Whether the Rules of Engagement exist."""

    status: Feit[Annotated[str, keuze("vastgesteld in_ontwikkeling voorzien geen")]] = veld(
        "Status", nodig="!"
    )
    vastgesteld_door: Feit[Orgaan] = veld("Vastgesteld door")
    datum: Feit[DatumVeld] = veld("Datum")


class Toereikend(Onderbouwd):
    """Whether the instruction suffices for the task."""

    waarde: Feit[JaNee] = veld("Toereikend", nodig="!")
    motivering: Feit[Tekst] = veld("Motivering", nodig="!")


class Beperking(Rij):
    """A national restriction (caveat)."""

    beperking: Feit[Regel] = veld("Beperking", nodig="!")
    reden: Feit[Tekst] = veld("Reden")


class VragenLuchtinzet(Onderbouwd):
    """The questions about aircraft that the policy brief asks (p. 9)."""

    gevolgd_door_radar: Feit[Tekst] = veld("Als het toestel door radar wordt gevolgd")
    onder_vuur_uit_derde_land: Feit[Tekst] = veld("Als het uit een derde land wordt beschoten")
    afstand_frontlinie: Feit[Tekst] = veld("Afstand tot de frontlinie")
    afstand_luchtruim: Feit[Tekst] = veld("Afstand tot het luchtruim van een derde land")


class Geweldsinstructie(Punt):
    """Geweldsinstructie (Rules of Engagement)."""

    kader: ClassVar = Aandachtspunt(
        sleutel="geweldsinstructie",
        pijler="kunnen",
        titel="Geweldsinstructie (Rules of Engagement)",
        vraag="Welk geweld is toegestaan, is dat toereikend voor de taak, en welke nationale "
        "beperkingen gelden?",
        waarom="De Kamer vraagt uitdrukkelijk naar de geweldsinstructie: welk geweld mogen de "
        "eenheden gebruiken, en is dat genoeg voor hun taak? De instructie zelf kan vertrouwelijk "
        "zijn; dan geeft de brief een openbare omschrijving.",
        goed=(
            "Zeg of de geweldsinstructie is vastgesteld, door wie en wanneer.",
            "Geef een omschrijving die openbaar mag zijn.",
            "Zeg of zij toereikend is voor de taak, en waarom.",
            "Noem de nationale beperkingen; zijn die er niet, zeg dat dan.",
            "Laat het geweld passen binnen het mandaat.",
        ),
        eigenaar="Def/DJZ en Def/DOPS",
        paraaf=("Def/DJZ", "Def/DOPS"),
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
    openbare_omschrijving: Feit[Tekst] = veld(
        "Openbare omschrijving",
        "Wat de Kamer over de geweldsinstructie mag lezen.",
        nodig="A V",
        naar="b",
    )
    escalatie: Feit[Tekst] = veld("Opbouw van geweld", naar="b")
    toereikend: Toereikend = blok(
        Toereikend, "Toereikend voor de taak", nodig="A V", naar="b", v=True
    )
    nationale_beperkingen: Lijst[Beperking] = lijst(
        "Nationale beperkingen",
        "Zijn er geen, schrijf dan [].",
        nodig="A V",
        naar="b n",
        v=True,
        leeg_is_geen=True,
    )
    vragen_luchtinzet: VragenLuchtinzet = blok(
        VragenLuchtinzet, "Vragen bij inzet van vliegtuigen", naar="n", v=True
    )
    detentie: Feit[Tekst] = veld(
        "Detentie", "Aanhouding en overdracht van personen.", naar="b", v=True
    )
