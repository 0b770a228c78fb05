"""Steun van bondgenoten: on whose backing the deployment depends, and what if it falls away.

Source: added to the framework (working list, points 4, 6 and 11).
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij, Uitspraak
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, JaNee, LandOfRegel, LandVeld, Tekst, keuze

Toezegging = Annotated[str, keuze("toegezegd voorwaardelijk geweigerd niet_gevraagd")]


class Bondgenoot(Rij):
    """An ally and how far its support goes."""

    naam: Feit[LandOfRegel] = veld("Bondgenoot", nodig="!")
    steun: Feit[Annotated[str, keuze("geloofwaardig onduidelijk geen")]] = veld("Steun", nodig="!")
    vormen: Lijst[
        Annotated[
            str,
            keuze("rugdekking luchtsteun enablers inlichtingen logistiek evacuatie politiek"),
        ]
    ] = lijst("Vormen")
    rugdekking_bij_gevecht: Feit[Toezegging] = veld("Rugdekking bij gevecht")
    luchtsteun: Feit[Toezegging] = veld("Luchtsteun")
    uitspraken: Lijst[Uitspraak] = lijst("Uitspraken")
    peildatum: Feit[DatumVeld] = veld("Peildatum", nodig="!")


class Enabler(Rij):
    """A means the operation needs and may not have of its own."""

    middel: Feit[
        Annotated[
            str,
            keuze(
                "c4isr luchttransport tankvliegtuigen luchtverdediging precisievuur "
                "medische_evacuatie logistiek anders",
                c4isr="C4ISR (bevelvoering, inlichtingen en waarneming)",
            ),
        ]
    ] = veld("Middel", nodig="!")
    nodig: Feit[JaNee] = veld("Nodig", nodig="!")
    levert: Feit[LandVeld] = veld("Levert")
    status: Feit[Annotated[str, keuze("toegezegd gevraagd niet_beschikbaar")]] = veld(
        "Status", nodig="!"
    )


class Escalatiedominantie(Onderbouwd):
    """Who has the upper hand if fighting escalates."""

    bij: Feit[LandVeld] = veld("Bij")
    oordeel: Feit[Annotated[str, keuze("aanwezig onzeker afwezig")]] = veld("Oordeel")


class Artikel5(Onderbouwd):
    """Whether article 5 of the North Atlantic Treaty covers the area."""

    dekking_inzetgebied: Feit[Annotated[str, keuze("ja nee omstreden")]] = veld(
        "Dekt artikel 5 het inzetgebied", nodig="!"
    )
    navo_consensus: Feit[Annotated[str, keuze("ja nee niet_gevraagd")]] = veld(
        "Consensus in de NAVO", nodig="!"
    )
    gevolg_bij_niet_honoreren: Feit[Tekst] = veld("Gevolg als artikel 5 niet wordt gehonoreerd")


class SteunBondgenoten(Punt):
    """Steun van bondgenoten."""

    kader: ClassVar = Aandachtspunt(
        sleutel="steun-bondgenoten",
        pijler="mogen",
        titel="Steun van bondgenoten",
        vraag="Van welke bondgenoten is de inzet afhankelijk, hoe geloofwaardig is hun steun, en "
        "wat gebeurt er als die wegvalt?",
        waarom="Een missie kan afhangen van middelen en rugdekking die Nederland zelf niet heeft. "
        "Valt die steun weg, dan raakt dat de haalbaarheid van de missie en de veiligheid van de "
        "eenheden.",
        goed=(
            "Zeg per bondgenoot welke steun is toegezegd, en hoe geloofwaardig die is.",
            "Noem de enablers die nodig zijn, en wie ze levert.",
            "Zeg of artikel 5 van het NAVO-verdrag in het inzetgebied geldt.",
            "Zeg wat er gebeurt als de steun wegvalt.",
        ),
        eigenaar="BZ/DVB en Def",
        paraaf=("BZ/DVB", "Def"),
        kop="Steun van bondgenoten",
        bron="aanvulling op de punten 4, 6 en 11 van de werklijst",
    )

    bondgenoten: Lijst[Bondgenoot] = lijst("Bondgenoten", naar="b n", v=True)
    enablers: Lijst[Enabler] = lijst(
        "Enablers", "Middelen die de operatie nodig heeft van anderen.", naar="n", v=True
    )
    escalatiedominantie: Escalatiedominantie = blok(
        Escalatiedominantie, "Escalatiedominantie", naar="n"
    )
    artikel_5: Artikel5 = blok(Artikel5, "Artikel 5 van het Noord-Atlantisch Verdrag", naar="b n")
    bij_wegvallen: Feit[Tekst] = veld("Als de steun wegvalt", naar="n b")
