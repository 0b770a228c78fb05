"""Bevelsstructuur: who commands, what stays national. Functions only, no names of persons.

Source: point 9 of the working list.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, JaNee, LandVeld, Regel, Tekst, keuze


class Bevelsniveau(Rij):
    """A level of command and its headquarters."""

    niveau: Feit[Annotated[str, keuze("politiek strategisch operationeel tactisch")]] = veld(
        "Niveau", nodig="!"
    )
    hoofdkwartier: Feit[Regel] = veld("Hoofdkwartier of gremium", nodig="!")
    plaats: Feit[Regel] = veld("Plaats")
    land_commandant: Feit[LandVeld] = veld("Land dat de commandant levert")


class Overdracht(Onderbouwd):
    """Which authority is transferred, to whom."""

    vorm: Feit[
        Annotated[
            str,
            keuze(
                "opcom opcon tacom tacon geen",
                opcom="operational command (OPCOM)",
                opcon="operational control (OPCON)",
                tacom="tactical command (TACOM)",
                tacon="tactical control (TACON)",
            ),
        ]
    ] = veld("Vorm", nodig="!")
    aan: Feit[Regel] = veld("Aan", nodig="!")
    per: Feit[DatumVeld] = veld("Per")


class RodeKaart(Onderbouwd):
    """The right to refuse an order."""

    aanwezig: Feit[JaNee] = veld("Aanwezig", nodig="!")
    houder: Feit[Regel] = veld("Houder", "De functie, nooit de naam.")
    reikwijdte: Feit[Tekst] = veld("Reikwijdte")


class Bevelsstructuur(Punt):
    """Bevelsstructuur."""

    kader: ClassVar = Aandachtspunt(
        sleutel="bevelsstructuur",
        pijler="kunnen",
        titel="Bevelsstructuur",
        vraag="Wie voert het bevel, en welke bevoegdheden blijven nationaal?",
        waarom="De Kamer wil weten wie Nederlandse militairen opdrachten geeft, en waarover "
        "Nederland zelf blijft beslissen.",
        goed=(
            "Beschrijf de bevelslijn van politiek tot tactisch niveau.",
            "Zeg welk bevel wordt overgedragen, aan wie en per wanneer.",
            "Zeg wat nationaal blijft, en of Nederland een opdracht kan weigeren.",
            "Noem functies, nooit namen.",
        ),
        eigenaar="Def/CDS",
        kop="Bevelsstructuur",
        nummer="9",
    )

    bevelslijn: Lijst[Bevelsniveau] = lijst(
        "Bevelslijn", "Van politiek tot tactisch niveau.", nodig="A V", naar="b", v=True
    )
    overdracht: Overdracht = blok(
        Overdracht, "Overdracht van bevel", nodig="A V!", naar="b", v=True
    )
    nationaal_voorbehouden: Feit[Tekst] = veld(
        "Wat nationaal blijft",
        "Het volledige bevel (full command) blijft bij de Commandant der Strijdkrachten.",
        nodig="A V!",
        naar="b",
    )
    rode_kaart: RodeKaart = blok(
        RodeKaart,
        "Rode kaart (recht om een opdracht te weigeren)",
        nodig="A V",
        naar="b",
        v=True,
    )
    contingentscommandant: Feit[Regel] = veld(
        "Contingentscommandant", "De functie, nooit de naam.", nodig="A V", naar="b"
    )
