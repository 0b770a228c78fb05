"""Contextanalyse: the conflict, its actors, the state of talks, and how it may go on.

Source: point 2 of the working list; scenarios as in the policy brief, p. 2-3.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Cijfer, Onderbouwd, Punt, Rij, Uitspraak
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import (
    AantalVeld,
    DatumVeld,
    JaNee,
    LandOfRegel,
    Regel,
    Tekst,
    keuze,
)


class Actor(Rij):
    """A party, neighbour or power, and its attitude to the mission."""

    naam: Feit[LandOfRegel] = veld("Actor", nodig="!")
    soort: Feit[
        Annotated[
            str,
            keuze(
                "partij_bij_conflict gastland buurland regionale_mogendheid grote_mogendheid "
                "internationale_organisatie gewapende_groep anders",
                partij_bij_conflict="partij bij het conflict",
            ),
        ]
    ] = veld("Soort", nodig="!")
    houding_missie: Feit[Annotated[str, keuze("steunt neutraal tegen wisselend")]] = veld(
        "Houding tegenover de missie", nodig="!"
    )
    belang: Feit[Tekst] = veld("Belang")
    uitspraken: Lijst[Uitspraak] = lijst("Uitspraken")
    peildatum: Feit[DatumVeld] = veld("Peildatum", nodig="!")


class Veiligheidssituatie(Onderbouwd):
    """How safe it is now, and where that is going."""

    omschrijving: Feit[Tekst] = veld("Omschrijving", nodig="!")
    ontwikkeling: Feit[Annotated[str, keuze("verbetert gelijk verslechtert")]] = veld(
        "Ontwikkeling"
    )
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class DiplomatiekSpoor(Onderbouwd):
    """Where the talks stand."""

    stand: Feit[
        Annotated[str, keuze("geen_overleg verkennend onderhandelingen vastgelopen akkoord")]
    ] = veld("Stand", nodig="!")
    nederland_aan_tafel: Feit[JaNee] = veld("Nederland zit aan tafel")
    omschrijving: Feit[Tekst] = veld("Omschrijving", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")


class Bestand(Onderbouwd):
    """Whether there is a truce, and along which line."""

    status: Feit[
        Annotated[
            str,
            keuze(
                "geen staakt_het_vuren wapenstilstand vredesakkoord niet_aan_de_orde",
                staakt_het_vuren="staakt-het-vuren",
            ),
        ]
    ] = veld("Status", nodig="!")
    sinds: Feit[DatumVeld] = veld("Sinds")
    lijn: Feit[Regel] = veld("Bestandslijn")
    lengte_km: Feit[AantalVeld] = veld("Lengte in kilometers")


class Scenario(Rij):
    """A way the conflict may go on."""

    naam: Feit[Regel] = veld("Scenario", nodig="!")
    uitgangspunt: Feit[JaNee] = veld(
        "Uitgangspunt", "Zet bij één scenario ja: daarvan gaat de inzet uit."
    )
    kans: Feit[Annotated[str, keuze("laag midden hoog")]] = veld("Kans", naar="n")
    omschrijving: Feit[Tekst] = veld("Omschrijving", nodig="!")
    navo_lidmaatschap: Feit[Annotated[str, keuze("opgeschort uitgesloten open")]] = veld(
        "Lidmaatschap van de NAVO"
    )
    herovering: Feit[Annotated[str, keuze("gestaakt niet_gestaakt")]] = veld(
        "Herovering van grondgebied"
    )
    garanties: Feit[Annotated[str, keuze("hard zacht geen")]] = veld("Veiligheidsgaranties")
    europese_troepenmacht: Feit[JaNee] = veld("Europese troepenmacht")
    vs_steun: Feit[Annotated[str, keuze("ja nee gestopt")]] = veld("Steun van de Verenigde Staten")
    beperking_krijgsmacht_gastland: Feit[JaNee] = veld(
        "Beperking van de krijgsmacht van het gastland"
    )
    eu_perspectief: Feit[JaNee] = veld("Uitzicht op lidmaatschap van de EU")
    gevolg_voor_inzet: Feit[Tekst] = veld("Gevolg voor de inzet")


class PolitiekeContext(Punt):
    """Contextanalyse."""

    kader: ClassVar = Aandachtspunt(
        sleutel="politieke-context",
        pijler="willen",
        titel="Contextanalyse",
        vraag="Wat is het conflict, wie zijn de partijen, en hoe staat het met de "
        "veiligheid en het zoeken naar een politieke oplossing?",
        waarom="Zonder een beeld van het conflict zijn doel, mandaat en risico's niet te "
        "beoordelen. In recente brieven staat de contextanalyse vooraan.",
        goed=(
            "Beschrijf de oorzaken en het verloop van het conflict in enkele zinnen.",
            "Geef van elke partij de houding tegenover de missie, met bron en datum.",
            "Zeg hoe veilig het nu is, en of dat beter of slechter wordt.",
            "Zeg hoe het overleg ervoor staat, en of Nederland aan tafel zit.",
            "Vergeet mensenrechten, de positie van vrouwen en vluchtelingen niet.",
        ),
        eigenaar="BZ (regiodirectie)",
        kop="Contextanalyse",
        nummer="2",
        soorten="A V L",
    )

    conflict: Feit[Tekst] = veld(
        "Het conflict", "Oorzaken en verloop, in enkele zinnen.", nodig="A V L K", naar="b"
    )
    actoren: Lijst[Actor] = lijst("Actoren", nodig="A V L", naar="b")
    veiligheidssituatie: Veiligheidssituatie = blok(
        Veiligheidssituatie, "Veiligheidssituatie", nodig="A V L R!", naar="b", v=True
    )
    krachtsverhoudingen: Lijst[Cijfer] = lijst("Krachtsverhoudingen", naar="b")
    diplomatiek_spoor: DiplomatiekSpoor = blok(
        DiplomatiekSpoor, "Diplomatiek overleg", nodig="A V L K", naar="b"
    )
    bestand: Bestand = blok(Bestand, "Bestand", naar="b")
    scenarios: Lijst[Scenario] = lijst(
        "Scenario's",
        "De manieren waarop het conflict verder kan gaan; bij één staat 'uitgangspunt: ja'.",
        naar="b n",
    )
    mensenrechten: Feit[Tekst] = veld("Mensenrechten", nodig="A V", naar="b")
    humanitaire_situatie: Feit[Tekst] = veld("Humanitaire situatie", nodig="A V", naar="b")
    positie_van_vrouwen: Feit[Tekst] = veld("Positie van vrouwen", nodig="A V", naar="b")
    vluchtelingen: Feit[Tekst] = veld("Vluchtelingen", nodig="A V", naar="b")
