"""Alternatieven: what else was weighed (decision note).

Source: added: beslisnota practice; policy brief, p. 10-12.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Punt, Rij
from toetsingskader.kader.veld import lijst, veld
from toetsingskader.waarden import BedragVeld, JaNee, Tekst, keuze


class Alternatief(Rij):
    """Something that could be done besides or instead."""

    soort: Feit[
        Annotated[
            str,
            keuze(
                "sancties versterking_krijgsmacht andere_militaire_functies hybride_middelen "
                "stabilisatie_en_herstel kleinere_bijdrage materieel_in_plaats_van_eenheden "
                "niet_deelnemen anders",
                versterking_krijgsmacht="versterking van de krijgsmacht van het gastland",
            ),
        ]
    ] = veld("Alternatief", nodig="!")
    omschrijving: Feit[Tekst] = veld("Omschrijving", nodig="!")
    voorwaarden: Feit[Tekst] = veld("Voorwaarden")
    oordeel: Feit[
        Annotated[str, keuze("naast_inzet in_plaats_van_inzet afgevallen nader_onderzoek loopt_al")]
    ] = veld("Oordeel", nodig="!")
    motivering: Feit[Tekst] = veld("Motivering", nodig="!")
    militaire_inzet: Feit[JaNee] = veld("Is zelf militaire inzet", nodig="!")
    vs_nodig: Feit[JaNee] = veld("Vraagt steun van de Verenigde Staten")
    escalatierisico: Feit[Annotated[str, keuze("laag midden hoog")]] = veld("Risico op escalatie")
    juridische_grens: Feit[Tekst] = veld("Juridische grens")
    kosten: Feit[BedragVeld] = veld("Kosten")


class Alternatieven(Punt):
    """Alternatieven."""

    kader: ClassVar = Aandachtspunt(
        sleutel="alternatieven",
        pijler="willen",
        titel="Alternatieven",
        vraag="Welke andere mogelijkheden zijn gewogen, naast of in plaats van militaire inzet?",
        waarom="De beslisnota wordt samen met de brief openbaar en noemt de alternatieven die zijn "
        "afgewogen. Zo kan de Kamer zien waarom het kabinet juist dit kiest.",
        goed=(
            "Geef van elk alternatief een oordeel, en zeg waarom.",
            "Weeg ook een kleinere bijdrage en niet deelnemen.",
            "Zeg wat er voor nodig is, en welk risico op escalatie erbij hoort.",
            "Zeg of het alternatief zelf ook militaire inzet is.",
            "Zeg wat de stappen samen kunnen bereiken.",
        ),
        eigenaar="BZ",
        kop="Alternatieven",
        soorten="B",
        bron="aanvulling: de beslisnota noemt alternatieven (28 362, nrs. 56 en 57); Clingendael "
        "Policy Brief, p. 10-12",
    )

    alternatieven: Lijst[Alternatief] = lijst("Alternatieven", nodig="B", naar="n")
    in_samenhang: Feit[Tekst] = veld(
        "In samenhang",
        "Wat stappen samen kunnen bereiken, met of zonder de Verenigde Staten.",
        naar="n",
    )
