"""Draagvlak: support in parliament and society, and how parliament is informed.

Source: the 1995 notitie asks sufficient support; its place in the 2014 text was not seen.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Periode, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import AantalVeld, DatumVeld, ProcentVeld, Regel, Tekst, keuze


class Steun(Onderbouwd):
    """How broad the support is."""

    waarde: Feit[Annotated[str, keuze("breed verdeeld gering")]] = veld("Steun", nodig="!")
    motivering: Feit[Tekst] = veld("Motivering", nodig="!")
    peildatum: Feit[DatumVeld] = veld("Peildatum", nodig="!")


class Fractie(Rij):
    """The position of one parliamentary party."""

    fractie: Feit[Regel] = veld("Fractie", nodig="!")
    standpunt: Feit[Annotated[str, keuze("steunt onder_voorwaarden tegen geen_standpunt")]] = veld(
        "Standpunt", nodig="!"
    )
    voorwaarde: Feit[Tekst] = veld("Voorwaarde")
    op_kernvraag: Feit[Annotated[str, keuze("ja nee deels")]] = veld(
        "Antwoord op de kernvraag", "Zijn de veiligheid van Nederland en het gastland verbonden?"
    )
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class Uitkomst(Rij):
    """One answer in a poll."""

    antwoord: Feit[Regel] = veld("Antwoord", nodig="!")
    percentage: Feit[ProcentVeld] = veld("Percentage", nodig="!")


class Peiling(Rij):
    """An opinion poll."""

    bureau: Feit[Regel] = veld("Bureau", nodig="!")
    vraagstelling: Feit[Tekst] = veld("Vraagstelling", nodig="!")
    veldwerk: Periode = blok(Periode, "Veldwerk")
    gepubliceerd: Feit[DatumVeld] = veld("Gepubliceerd", nodig="!")
    steekproef: Feit[AantalVeld] = veld("Steekproef")
    voorwaarde_vooraf: Feit[Tekst] = veld("Voorwaarde vooraf")
    uitkomsten: Lijst[Uitkomst] = lijst("Uitkomsten", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class Draagvlak(Punt):
    """Draagvlak."""

    kader: ClassVar = Aandachtspunt(
        sleutel="draagvlak",
        pijler="mogen",
        titel="Draagvlak",
        vraag="Hoe breed is de steun in de Tweede Kamer en in de samenleving, en hoe wordt het "
        "parlement geïnformeerd?",
        waarom="De regering moet de Kamer informeren; een recht van instemming heeft de Kamer "
        "niet. Juist bij een gevaarlijke missie telt daarom of er in de Kamer en in de samenleving "
        "brede steun is.",
        goed=(
            "Schrijf dat de Kamer wordt geïnformeerd, niet dat zij toestemming geeft.",
            "Zeg hoe en wanneer de Kamer is en wordt geïnformeerd.",
            "Geef bij een peiling de vraag, de voorwaarde vooraf, de datum en de bron.",
            "Houd standpunten van fracties en peilingen uit de brief; zij staan in het dossier en "
            "de nota.",
        ),
        eigenaar="BZ en parlementaire zaken van BZ en Def",
        paraaf=("BZ", "Def"),
        kop="Draagvlak en betrokkenheid van het parlement",
        bron="Notitie van 28 juni 1995, 23 591, nr. 5; plaats in de tekst van 2014 niet gezien",
    )

    steun_kamer: Steun = blok(Steun, "Steun in de Tweede Kamer", naar="n")
    fracties: Lijst[Fractie] = lijst("Fracties", naar="i n")
    steun_samenleving: Steun = blok(Steun, "Steun in de samenleving", naar="n")
    peilingen: Lijst[Peiling] = lijst("Peilingen", naar="n")
    informeren_kamer: Feit[Tekst] = veld(
        "Informeren van de Kamer",
        "Hoe en wanneer de Kamer wordt geïnformeerd.",
        nodig="A V",
        naar="b",
    )
    communicatie: Feit[Tekst] = veld("Communicatie", "Thuisfront en publiek.", naar="n")
