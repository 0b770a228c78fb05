"""Haalbaarheid: whether the aims are attainable.

Source: point 6 of the working list; comparisons as in the policy brief, p. 8-9.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import AantalVeld, DatumVeld, JaarVeld, Orgaan, Regel, Tekst, keuze


class Aanname(Rij):
    """An assumption of the planning, and when it no longer holds."""

    aanname: Feit[Tekst] = veld("Aanname", nodig="!")
    vervalt_als: Feit[Tekst] = veld("Vervalt als", nodig="!")


class Oordeel(Onderbouwd):
    """The judgement of the cabinet; never of this program."""

    waarde: Feit[Annotated[str, keuze("haalbaar haalbaar_onder_voorwaarden niet_haalbaar")]] = veld(
        "Oordeel", nodig="!"
    )
    voorwaarden: Feit[Tekst] = veld("Voorwaarden")
    motivering: Feit[Tekst] = veld("Motivering", nodig="!")
    door: Feit[Orgaan] = veld("Door", nodig="!")


class Vergelijking(Rij):
    """Another mission to compare with; its density is computed."""

    missie_elders: Feit[Regel] = veld("Andere missie", nodig="!")
    jaar: Feit[JaarVeld] = veld("Jaar", nodig="!")
    omvang: Feit[AantalVeld] = veld("Omvang", nodig="!")
    lengte_km: Feit[AantalVeld] = veld("Lengte van de lijn in kilometers")
    verhouding: Feit[Regel] = veld("Verhouding", "Bijvoorbeeld: ruim vijf keer zo lang.")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class Les(Rij):
    """A lesson from an earlier mission."""

    uit: Feit[Regel] = veld("Uit", "De missie of het onderzoek waar de les uit komt.", nodig="!")
    les: Feit[Tekst] = veld("Les", nodig="!")
    toegepast_hoe: Feit[Tekst] = veld("Hoe toegepast", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class MilitairAdvies(Onderbouwd):
    """That military advice was given; never its content."""

    van: Feit[Orgaan] = veld("Van", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    kenmerk: Feit[Regel] = veld("Kenmerk")


class Haalbaarheid(Punt):
    """Haalbaarheid."""

    kader: ClassVar = Aandachtspunt(
        sleutel="haalbaarheid",
        pijler="kunnen",
        titel="Haalbaarheid",
        vraag="Zijn de politieke en militaire doelen te bereiken met de beschikbare middelen?",
        waarom="Het kabinet onderzoekt of een bijdrage wenselijk en haalbaar is. De Kamer moet dat "
        "oordeel kunnen volgen, met de aannames waarop het rust.",
        goed=(
            "Beschrijf de eindtoestand zo dat later is vast te stellen of zij is bereikt.",
            "Noem de middelen die nodig zijn, ook als zij er nog niet zijn.",
            "Noem de aannames, en wanneer zij niet meer gelden.",
            "Geef het oordeel: van wie is het, en waarom?",
            "Noem lessen van eerdere missies, en wat daarmee is gedaan.",
        ),
        eigenaar="Def/CDS en BZ",
        paraaf=("Def/CDS", "BZ"),
        kop="Haalbaarheid",
        nummer="6",
        soorten="A V L",
    )

    eindtoestand: Feit[Tekst] = veld("Beoogde eindtoestand", nodig="A V L!", naar="b")
    middelen: Feit[Tekst] = veld("Benodigde middelen", nodig="A V L!", naar="b")
    aannames: Lijst[Aanname] = lijst("Aannames", nodig="A V", naar="b n")
    oordeel: Oordeel = blok(Oordeel, "Oordeel over de haalbaarheid", nodig="A V L!", naar="b")
    aard_effect: Feit[
        Annotated[str, keuze("politiek_symbolisch beperkt_militair doorslaggevend")]
    ] = veld("Aard van het effect", naar="n")
    vergelijkingen: Lijst[Vergelijking] = lijst("Vergelijking met andere missies", naar="n b")
    lessen: Lijst[Les] = lijst("Lessen uit eerdere missies", nodig="V R", naar="b")
    militair_advies: MilitairAdvies = blok(
        MilitairAdvies,
        "Militair advies",
        "Alleen dat het er is, nooit de inhoud.",
        nodig="A V",
        naar="i",
        v=True,
    )
