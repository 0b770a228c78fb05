"""Eenheden: which units, are they suited and available, and at what cost elsewhere.

Source: point 8 of the working list.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Periode, Punt, Rij
from toetsingskader.kader.veld import Voorwaarde, blok, lijst, veld
from toetsingskader.waarden import AantalVeld, JaNee, LandVeld, Regel, Sleutel, Tekst, keuze

SOORTEN = keuze(
    "brigade bataljon compagnie peloton detachement staf patriot_batterij f35 schip helikopters "
    "transportvliegtuig anders",
    patriot_batterij="Patriot-batterij",
    f35="F-35",
)


class Eenheid(Rij):
    """A unit that may be deployed."""

    sleutel: Feit[Sleutel] = veld("Sleutel", nodig="!")
    naam: Feit[Regel] = veld("Eenheid", nodig="!")
    soort: Feit[Annotated[str, SOORTEN]] = veld("Soort", nodig="!")
    krijgsmachtdeel: Feit[
        Annotated[str, keuze("landmacht zeemacht luchtmacht marechaussee anders")]
    ] = veld("Krijgsmachtdeel")
    taak: Feit[Regel] = veld("Taak", nodig="!")
    onderdeel: Feit[Regel] = veld("Onderdeel", "De rij in besluit.maxima waar zij onder valt.")
    aantal_huidig: Feit[AantalVeld] = veld("Aantal nu", v=True)
    aantal_max: Feit[AantalVeld] = veld("Maximaal aantal", nodig="!", v=True)
    ondersteuning_inbegrepen: Feit[JaNee] = veld("Inclusief ondersteuning")
    periode: Periode = blok(Periode, "Periode", nodig="!", v=True)
    rotatie: Feit[Regel] = veld("Rotatie")
    in_totaal_begrepen: Feit[JaNee] = veld("In het totaal begrepen")
    geschikt: Feit[JaNee] = veld("Geschikt")
    motivering: Feit[Tekst] = veld("Motivering")
    toelichting_aantal: Feit[Tekst] = veld("Toelichting op het aantal")


class Toewijzing(Rij):
    """Another commitment of the same unit."""

    eenheid: Feit[Sleutel] = veld("Eenheid", nodig="!")
    waaraan: Feit[Regel] = veld("Waaraan", nodig="!")
    periode: Periode = blok(Periode, "Periode")


class TenKosteVan(Rij):
    """What suffers from the deployment."""

    wat: Feit[
        Annotated[
            str,
            keuze(
                "navo_verplichtingen collectieve_verdediging luchtverdediging regeneratie "
                "opbouw_krijgsmacht opleiding andere_missies niets",
                navo_verplichtingen="NAVO-verplichtingen",
                opbouw_krijgsmacht="opbouw van de krijgsmacht",
            ),
        ]
    ] = veld("Wat", nodig="!")
    toelichting: Feit[Tekst] = veld("Toelichting", nodig="!")


class Patriot(Onderbouwd):
    """Questions for a manned Patriot battery."""

    bemand: Feit[JaNee] = veld("Bemand", nodig="!")
    waarom_bemand: Feit[Tekst] = veld("Waarom bemand")
    in_luchtverdediging_gastland: Feit[JaNee] = veld("In de luchtverdediging van het gastland")
    kan_gemist_worden: Feit[JaNee] = veld("Kan worden gemist")


class F35(Onderbouwd):
    """Questions for F-35 aircraft."""

    taken: Lijst[Annotated[str, keuze("luchtverdediging doelen_na_schending luchtnabijsteun")]] = (
        lijst("Taken", nodig="!")
    )
    basis: Feit[LandVeld] = veld("Basis", nodig="!")
    toestemming_vs: Feit[Annotated[str, keuze("ja nee gevraagd niet_gevraagd")]] = veld(
        "Toestemming van de Verenigde Staten", nodig="!"
    )


class Inhuur(Onderbouwd):
    """Contractors; they are outside article 100 (29 521, nr. 195, answer 1)."""

    waarde: Feit[JaNee] = veld("Inhuur")
    waarvoor: Feit[Tekst] = veld("Waarvoor")


def _met_soort(soort: str) -> Voorwaarde:
    return lambda punt: any(e.soort.waarde == soort for e in punt.eenheden)


class Eenheden(Punt):
    """Eenheden: geschiktheid en beschikbaarheid."""

    kader: ClassVar = Aandachtspunt(
        sleutel="eenheden",
        pijler="kunnen",
        titel="Eenheden: geschiktheid en beschikbaarheid",
        vraag="Welke eenheden gaan, zijn zij geschikt en beschikbaar, en wat gaat dat ten koste "
        "van?",
        waarom="Brieven noemen een maximum: hoeveel militairen gaan er ten hoogste, in welk "
        "onderdeel en hoe lang. Wat hier wordt ingezet, is ergens anders niet beschikbaar, en ook "
        "dat wil de Kamer weten.",
        goed=(
            "Geef per eenheid de taak, het maximale aantal en de periode.",
            "Tel eenheden die elkaar aflossen één keer mee.",
            "Zeg of de eenheid geschikt is, en waaraan zij ook is toegezegd.",
            "Zeg waar de inzet ten koste van gaat, zoals NAVO-taken of opleiding.",
            "Is een aantal gerubriceerd, schrijf dan 'vertrouwelijk' en noem alleen het stuk.",
        ),
        eigenaar="Def/DOPS",
        kop="Eenheden: geschiktheid en beschikbaarheid",
        nummer="8",
        soorten="A V L",
    )

    eenheden: Lijst[Eenheid] = lijst("Eenheden", nodig="A V L!", naar="b")
    andere_toewijzingen: Lijst[Toewijzing] = lijst(
        "Andere toewijzingen",
        "Waaraan de eenheid ook is toegezegd. Is dat nergens aan, schrijf dan [].",
        nodig="A V",
        naar="n",
        v=True,
        leeg_is_geen=True,
    )
    gereedheid: Feit[Tekst] = veld("Gereedheid", nodig="A V", naar="b n", v=True)
    voortzettingsvermogen: Feit[Tekst] = veld(
        "Voortzettingsvermogen", nodig="A V", naar="b n", v=True
    )
    materieel: Feit[Tekst] = veld("Materieel", nodig="A V", naar="b n", v=True)
    ten_koste_van: Lijst[TenKosteVan] = lijst("Ten koste van", nodig="A V", naar="n b")
    patriot: Patriot = blok(
        Patriot, "Patriot", nodig="A V", naar="n b", v=True, als=_met_soort("patriot_batterij")
    )
    f35: F35 = blok(F35, "F-35", nodig="A V", naar="n b", v=True, als=_met_soort("f35"))
    inhuur: Inhuur = blok(Inhuur, "Inhuur van bedrijven", naar="b")
