"""Risico's: risks, measures and what remains.

Source: point 11 of the working list; kinds of risk from the policy brief, p. 1-12.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, JaNee, Orgaan, Regel, Sleutel, Tekst, keuze

Risicosoort = Annotated[
    str,
    keuze(
        "gevechtscontact verliezen rechtstreekse_oorlog mission_creep beproeving_europese_wil "
        "nucleaire_dreiging artikel_5_niet_gehonoreerd afhankelijkheid_vs "
        "belang_gastland_bij_escalatie verlies_gereedheid open_einde geen_aflossing "
        "vernauwing_debat haastige_deal burgerslachtoffers hybride_en_cyber ongeval_of_ziekte "
        "anders",
        mission_creep="verschuiving van de taak (mission creep)",
        beproeving_europese_wil="beproeving van de Europese wil",
        afhankelijkheid_vs="afhankelijkheid van de Verenigde Staten",
        belang_gastland_bij_escalatie="belang van het gastland bij escalatie",
        verlies_gereedheid="verlies van gereedheid",
        vernauwing_debat="vernauwing van het debat",
        haastige_deal="haastig akkoord",
        ongeval_of_ziekte="ongeval of ziekte",
    ),
]
Trap = Annotated[str, keuze("laag midden hoog")]


class Risico(Rij):
    """A risk: the letter shows what it is and what is done, the note how it is rated."""

    sleutel: Feit[Sleutel] = veld("Sleutel", nodig="!")
    soort: Feit[Risicosoort] = veld("Soort", nodig="!")
    omschrijving: Feit[Tekst] = veld("Omschrijving", nodig="!")
    kans: Feit[Trap] = veld("Kans", nodig="!", naar="n", v=True)
    gevolg: Feit[Annotated[str, keuze("beperkt ernstig zeer_ernstig catastrofaal")]] = veld(
        "Gevolg", nodig="!", naar="n", v=True
    )
    maatregelen: Lijst[Regel] = lijst("Maatregelen")
    restrisico: Feit[Trap] = veld("Restrisico", nodig="!", naar="n", v=True)
    aanvaard_door: Feit[Orgaan] = veld("Aanvaard door", naar="n")
    aanvaard_op: Feit[DatumVeld] = veld("Aanvaard op", naar="n")


class Dreigingsanalyse(Onderbouwd):
    """That a threat analysis exists; never its content."""

    van: Feit[Orgaan] = veld("Van", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    kenmerk: Feit[Regel] = veld("Kenmerk")


class Voorziening(Onderbouwd):
    """Whether something is arranged for the units, and by whom."""

    geregeld: Feit[JaNee] = veld("Geregeld", nodig="!")
    door: Feit[Regel] = veld("Door")


class MedischeZorg(Onderbouwd):
    """The medical chain."""

    geregeld: Feit[JaNee] = veld("Geregeld", nodig="!")
    keten: Feit[Tekst] = veld("Medische keten")
    role_2_door: Feit[Regel] = veld("Role 2 door")
    role_3_door: Feit[Regel] = veld("Role 3 door")


class Risicos(Punt):
    """Risico's."""

    kader: ClassVar = Aandachtspunt(
        sleutel="risicos",
        pijler="kunnen",
        titel="Risico's",
        vraag="Welke risico's lopen personeel, missie en burgers, wat wordt eraan "
        "gedaan, en welk risico blijft over?",
        waarom="Bij een militaire inzet lopen mensen gevaar. De Kamer wil weten welke risico's er "
        "zijn, wat eraan wordt gedaan, welk risico overblijft en wie dat heeft aanvaard.",
        goed=(
            "Beschrijf elk risico, en wat eraan wordt gedaan.",
            "Zeg welk risico overblijft, en wie dat heeft aanvaard.",
            "Denk ook aan burgers, en aan escalatie.",
            "Zeg hoe bescherming, medische zorg en evacuatie zijn geregeld.",
            "Houd kans, gevolg en restrisico uit de brief; die staan in de nota.",
        ),
        eigenaar="Def/DOPS, MIVD en BZ",
        paraaf=("Def/DOPS", "MIVD", "BZ"),
        kop="Risico's",
        nummer="11",
        soorten="A V B",
    )

    # Pydantic keeps the plain name for itself.
    register_: Lijst[Risico] = lijst(
        "Risico's en maatregelen",
        "De brief noemt omschrijving en maatregelen; kans, gevolg en restrisico staan in de nota.",
        nodig="A V B",
        naar="b",
        alias="register",
    )
    dreigingsanalyse: Dreigingsanalyse = blok(
        Dreigingsanalyse,
        "Dreigingsanalyse",
        "Alleen dat zij er is, nooit de inhoud.",
        nodig="A V",
        naar="i",
        v=True,
    )
    bescherming_eenheden: Voorziening = blok(
        Voorziening, "Bescherming van de eenheden", nodig="A V", naar="b", v=True
    )
    evacuatie: Voorziening = blok(Voorziening, "Evacuatie", nodig="A V", naar="b", v=True)
    in_extremis_steun: Voorziening = blok(
        Voorziening, "Steun in uiterste nood", nodig="A V", naar="b", v=True
    )
    medische_zorg: MedischeZorg = blok(MedischeZorg, "Medische zorg", nodig="A V", naar="b", v=True)
