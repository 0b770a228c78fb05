"""Samenhang, burgers en gender: coherence, protection of civilians, gender.

Source: point 14 and rows x1, x2 of the working list; 29 521, nr. 195 (TK-S5).
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Cijfer, Onderbouwd, Periode, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import AantalVeld, BedragVeld, JaNee, Regel, Tekst, keuze


class Spoor(Rij):
    """A civil or other track beside the deployment."""

    spoor: Feit[
        Annotated[
            str,
            keuze(
                "diplomatie ontwikkeling politie justitie humanitair economie sancties "
                "militaire_steun"
            ),
        ]
    ] = veld("Spoor", nodig="!")
    bijdrage: Feit[Tekst] = veld("Bijdrage", nodig="!")
    ministerie: Feit[Regel] = veld("Ministerie", nodig="!")
    bedrag: Feit[BedragVeld] = veld("Bedrag")


class Deskundigen(Rij):
    """Individual experts: outside the framework, told in the same letter (27 925, nr. 637)."""

    soort: Feit[Annotated[str, keuze("militair civiel politie")]] = veld("Soort", nodig="!")
    taak: Feit[Regel] = veld("Taak", nodig="!")
    aantal: Feit[AantalVeld] = veld("Aantal", nodig="!")
    periode: Periode = blok(Periode, "Periode")


class BeschermingBurgers(Onderbouwd):
    """How civilians are protected and harm is examined."""

    maatregelen: Feit[Tekst] = veld("Maatregelen", nodig="!")
    melding: Feit[Tekst] = veld("Melding van burgerslachtoffers")
    onderzoek: Feit[Tekst] = veld("Onderzoek")
    contactpunt: Feit[Regel] = veld("Contactpunt")


class Gender(Onderbouwd):
    """Women, peace and security (Security Council resolution 1325)."""

    analyse: Feit[Tekst] = veld("Genderanalyse")
    genderadviseur: Feit[JaNee] = veld("Genderadviseur")
    maatregelen: Feit[Tekst] = veld("Maatregelen", nodig="!")


class Samenhang(Punt):
    """Samenhang, burgers en gender."""

    kader: ClassVar = Aandachtspunt(
        sleutel="samenhang",
        pijler="kunnen",
        titel="Samenhang, burgers en gender",
        vraag="Hoe past de inzet bij diplomatie en ontwikkeling, hoe worden burgers beschermd, en "
        "wat betekent de inzet voor vrouwen?",
        waarom="Militaire inzet staat zelden op zichzelf. Het toetsingskader vraagt daarom ook "
        "naar ontwikkelingsaspecten, samenhang, gender en de bescherming van de burgerbevolking.",
        goed=(
            "Zeg wat diplomatie, ontwikkeling, politie of justitie bijdragen, en van welk "
            "ministerie.",
            "Zeg hoe burgers worden beschermd, en hoe schade aan burgers wordt gemeld en "
            "onderzocht.",
            "Zeg wat de inzet voor vrouwen betekent, en of er een genderadviseur meegaat.",
            "Noem individuele deskundigen apart: zij vallen buiten het toetsingskader.",
        ),
        eigenaar="BZ (met BHO en JenV)",
        paraaf=("BZ",),
        kop="Geïntegreerde inzet, bescherming van burgers en gender",
        nummer="14, x1, x2",
    )

    sporen: Lijst[Spoor] = lijst("Sporen", nodig="A V", naar="b")
    deskundigen: Lijst[Deskundigen] = lijst(
        "Individuele deskundigen",
        "Zij vallen buiten het toetsingskader en tellen niet mee in het maximale totaal.",
        naar="b",
    )
    geleverde_steun: Lijst[Cijfer] = lijst("Geleverde steun", naar="b")
    ontwikkelingsaspecten: Feit[Tekst] = veld("Ontwikkelingsaspecten", nodig="A V", naar="b")
    bescherming_burgers: BeschermingBurgers = blok(
        BeschermingBurgers, "Bescherming van burgers", nodig="A V", naar="b"
    )
    gender: Gender = blok(
        Gender, "Gender", "Vrouwen, vrede en veiligheid (VN-resolutie 1325).", nodig="A V", naar="b"
    )
