"""Invloed: Dutch influence on decisions.

Source: point 5 of the working list; Algemene Rekenkamer 2007 found it very limited (TK-S11).
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Periode, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import AantalVeld, JaNee, Regel, Tekst, keuze


class Forum(Rij):
    """Where decisions about the mission are taken."""

    naam: Feit[Regel] = veld("Forum", nodig="!")
    niveau: Feit[Annotated[str, keuze("politiek militair")]] = veld("Niveau", nodig="!")
    zetel: Feit[JaNee] = veld("Nederland heeft een zetel")
    besluit_over: Lijst[
        Annotated[str, keuze("mandaat operatieplan geweldsregels verlenging inzet")]
    ] = lijst("Besluit over")


class Post(Rij):
    """A post in a headquarters or staff."""

    plaats: Feit[Regel] = veld("Plaats", nodig="!")
    functie: Feit[Regel] = veld("Functie", nodig="!")
    rang: Feit[Regel] = veld("Rang")
    aantal: Feit[AantalVeld] = veld("Aantal", nodig="!")
    periode: Periode = blok(Periode, "Periode")
    status: Feit[Annotated[str, keuze("bezet toegezegd gewenst")]] = veld("Status", nodig="!")


class StrategischeOnzekerheid(Onderbouwd):
    """What is better left open, and whether that may be said."""

    overweging: Feit[Tekst] = veld("Overweging", nodig="!")
    openbaar: Feit[Annotated[str, keuze("ja gedeeltelijk nee")]] = veld("Openbaar")


class Invloed(Punt):
    """Invloed."""

    kader: ClassVar = Aandachtspunt(
        sleutel="invloed",
        pijler="willen",
        titel="Invloed",
        vraag="Hoe kan Nederland de politieke en militaire besluiten van de missie beïnvloeden?",
        waarom="Wie eenheden levert, wil meebeslissen over wat zij doen. Volgens NRC (12 oktober "
        "2007) vond de Algemene Rekenkamer de Nederlandse invloed in de praktijk zeer beperkt; zeg "
        "dus ook waar zij ophoudt.",
        goed=(
            "Noem waar over de missie wordt besloten, en of Nederland daar een zetel heeft.",
            "Zeg van elke post of zij is bezet, toegezegd of alleen gewenst.",
            "Zeg wat Nederland met zijn invloed wil bereiken.",
            "Zeg wat anderen zonder Nederland beslissen.",
        ),
        eigenaar="BZ/DVB en Def",
        paraaf=("BZ/DVB", "Def"),
        kop="Nederlandse invloed",
        nummer="5",
    )

    fora: Lijst[Forum] = lijst(
        "Fora",
        "Waar over de missie wordt besloten, en of Nederland meebeslist.",
        nodig="A V",
        naar="b",
    )
    posten: Lijst[Post] = lijst(
        "Posten",
        "Nederlandse functies in hoofdkwartieren; de mensen tellen mee bij de eenheden.",
        nodig="A V",
        naar="b",
        v=True,
    )
    invloed_doel: Feit[Tekst] = veld("Doel van de invloed", nodig="A V B", naar="b n")
    beperkingen: Feit[Tekst] = veld(
        "Grenzen aan de invloed",
        "Wat Nederland niet zal kunnen bepalen.",
        nodig="A V B",
        naar="b n",
    )
    strategische_onzekerheid: StrategischeOnzekerheid = blok(
        StrategischeOnzekerheid,
        "Strategische onzekerheid",
        "Wat beter open blijft; dit komt nooit in een brief.",
        naar="n i",
    )
