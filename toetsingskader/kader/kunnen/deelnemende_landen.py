"""Deelnemende landen: who takes part, with what.

Source: point 4 of the working list; asked by the Kamer in 29 521, nr. 473.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Punt, Rij
from toetsingskader.kader.veld import lijst, veld
from toetsingskader.waarden import AantalVeld, DatumVeld, LandVeld, Regel, Tekst, keuze


class DeelnemendLand(Rij):
    """A country and what it brings."""

    land: Feit[LandVeld] = veld("Land", nodig="!")
    rol: Feit[Annotated[str, keuze("leidend kaderland deelnemer ondersteunend")]] = veld("Rol")
    bijdrage: Feit[Regel] = veld("Bijdrage", nodig="!")
    aantal: Feit[AantalVeld] = veld("Aantal")
    status: Feit[Annotated[str, keuze("toegezegd voorwaardelijk overwogen afgezien")]] = veld(
        "Status", nodig="!"
    )
    voorwaarde: Feit[Tekst] = veld(
        "Voorwaarde", nodig="A V L", als=lambda rij: rij.status.waarde == "voorwaardelijk"
    )
    reden: Feit[Tekst] = veld("Reden")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")

    @property
    def openbaar(self) -> bool:
        """Which country declined is for the note, not for the letter."""
        return self.status.waarde != "afgezien"


class DeelnemendeLanden(Punt):
    """Deelnemende landen."""

    kader: ClassVar = Aandachtspunt(
        sleutel="deelnemende-landen",
        pijler="kunnen",
        titel="Deelnemende landen",
        vraag="Welke landen doen mee, waarmee, en wie leidt?",
        waarom="De Kamer vergelijkt de Nederlandse bijdrage met die van andere landen. Zij wil ook "
        "weten wie leidt, en van wie Nederland afhankelijk is.",
        goed=(
            "Noem elk land met zijn bijdrage, ook Nederland zelf.",
            "Zeg of een bijdrage is toegezegd of wordt overwogen, met datum en bron.",
            "Zeg bij een voorwaardelijke bijdrage wat de voorwaarde is.",
            "Houd landen die hebben afgezien in het dossier, maar uit de brief.",
        ),
        eigenaar="BZ",
        kop="Deelnemende landen",
        nummer="4",
        soorten="A V L",
    )

    landen: Lijst[DeelnemendLand] = lijst(
        "Landen",
        "Ook Nederland zelf. Landen die hebben afgezien komen niet in de brief.",
        nodig="A V L",
        naar="b",
    )
    lastenverdeling: Feit[Tekst] = veld("Verdeling van de lasten", nodig="A V", naar="b")
    afhankelijkheid_partners: Feit[Tekst] = veld(
        "Afhankelijkheid van partners", nodig="A V", naar="b"
    )
