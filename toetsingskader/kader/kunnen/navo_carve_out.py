"""Gevolgen voor NAVO-taken: leaving NATO plans (carve-out) and who takes over (backfill).

Source: added to point 8 of the working list; policy brief, p. 9.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Periode, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import JaNee, LandVeld, Regel, Sleutel, Tekst, keuze


class CarveOut(Onderbouwd):
    """NATO's agreement that the unit leaves its plans."""

    akkoord: Feit[Annotated[str, keuze("ja nee gevraagd nog_niet_gevraagd niet_nodig")]] = veld(
        "Akkoord", nodig="!"
    )


class Backfill(Rij):
    """A country that takes over (a part of) the task."""

    land: Feit[LandVeld] = veld("Land", nodig="!")
    deel: Feit[Regel] = veld("Deel")
    status: Feit[Annotated[str, keuze("toegezegd in_overleg gezocht afgewezen niet_nodig")]] = veld(
        "Status", nodig="!"
    )
    periode: Periode = blok(Periode, "Periode")


class Onttrekking(Rij):
    """What the departure of one unit means for its NATO task."""

    eenheid: Feit[Sleutel] = veld("Eenheid", nodig="!")
    navo_taak: Feit[JaNee] = veld("NAVO-taak", nodig="!", v=True)
    carve_out: CarveOut = blok(CarveOut, "Carve-out", v=True)
    backfill: Lijst[Backfill] = lijst("Backfill", v=True)
    terug_binnen: Feit[Regel] = veld("Terug binnen")


class NavoCarveOut(Punt):
    """Gevolgen voor NAVO-taken (carve-out en backfill)."""

    kader: ClassVar = Aandachtspunt(
        sleutel="navo-carve-out",
        pijler="kunnen",
        titel="Gevolgen voor NAVO-taken (carve-out en backfill)",
        vraag="Welke NAVO-taken hebben de eenheden, stemt de NAVO in met hun vertrek uit de "
        "plannen, en wie neemt de taak over?",
        waarom="Eenheden met een taak in de plannen van de NAVO kunnen daar pas uit als de NAVO "
        "instemt (carve-out) en een ander land de taak overneemt (backfill). De Kamer wil weten "
        "wat dat voor het bondgenootschap betekent.",
        goed=(
            "Zeg per eenheid of zij een taak in de plannen van de NAVO heeft.",
            "Zeg of de carve-out is gevraagd, en wat het antwoord is.",
            "Zeg wie de taak overneemt, en hoe vast dat staat.",
            "Schrijf over de gevolgen één zin die openbaar mag zijn; de rest hoort in de nota.",
        ),
        eigenaar="Def/CDS en BZ/DVB",
        paraaf=("Def/CDS", "BZ/DVB"),
        kop="Gevolgen voor de taken in de NAVO",
        bron="aanvulling op punt 8 van de werklijst; Clingendael Policy Brief, p. 9",
    )

    onttrekkingen: Lijst[Onttrekking] = lijst("Onttrekkingen", naar="n i")
    gevolgen_bondgenootschap: Feit[Tekst] = veld(
        "Gevolgen voor het bondgenootschap",
        "De ene zin die openbaar kan zijn.",
        nodig="A V",
        naar="b",
        v=True,
    )
