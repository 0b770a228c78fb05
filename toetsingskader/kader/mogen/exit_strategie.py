"""Duur en exit-strategie: how long, how it ends, who takes over. Begin and end: besluit.periode.

Source: point 12 of the working list.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, LandOfRegel, Orgaan, Tekst, keuze


class Succescriterium(Rij):
    """When the deployment has reached its aim."""

    criterium: Feit[Tekst] = veld("Criterium", nodig="!")
    vast_te_stellen_door: Feit[Orgaan] = veld("Vast te stellen door")
    meetbaar_aan: Feit[Tekst] = veld("Meetbaar aan")


class VerwachteDuur(Onderbouwd):
    """How long it is expected to take."""

    tekst: Feit[Tekst] = veld("Verwachte duur", nodig="!")
    open_einde: Feit[Annotated[str, keuze("aanvaard uitgesloten")]] = veld("Open einde")
    besloten_door: Feit[Orgaan] = veld("Besloten door")


class Aflossing(Onderbouwd):
    """Who relieves the Dutch units."""

    door: Feit[LandOfRegel] = veld("Door")
    per: Feit[DatumVeld] = veld("Per")
    status: Feit[Annotated[str, keuze("toegezegd in_overleg gezocht niet_voorzien")]] = veld(
        "Status", nodig="!"
    )


class Toetsmoment(Rij):
    """A moment at which continuation is weighed."""

    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    waarover: Feit[Tekst] = veld("Waarover", nodig="!")
    wie_besluit: Feit[Orgaan] = veld("Wie besluit", nodig="!")


class Verlenging(Onderbouwd):
    """How extension is decided."""

    uiterste_besluitdatum: Feit[DatumVeld] = veld("Uiterste besluitdatum")
    procedure: Feit[Tekst] = veld("Procedure")


class VoortijdigEinde(Rij):
    """What may end it early, and what is done then."""

    aanleiding: Feit[
        Annotated[
            str,
            keuze(
                "bestand_gebroken toestemming_ingetrokken mandaat_niet_verlengd steun_weggevallen "
                "risico_onaanvaardbaar doel_bereikt",
                bestand_gebroken="het bestand wordt gebroken",
                toestemming_ingetrokken="een partij trekt haar toestemming in",
                mandaat_niet_verlengd="het mandaat wordt niet verlengd",
                steun_weggevallen="de steun van bondgenoten valt weg",
                risico_onaanvaardbaar="het risico wordt onaanvaardbaar",
                doel_bereikt="het doel is bereikt",
            ),
        ]
    ] = veld("Aanleiding", nodig="!")
    handelwijze: Feit[Annotated[str, keuze("terugtrekken opschalen voortzetten herbeoordelen")]] = (
        veld("Handelwijze", nodig="!")
    )
    wie_besluit: Feit[Orgaan] = veld("Wie besluit", nodig="!")


class ExitStrategie(Punt):
    """Duur en exit-strategie."""

    kader: ClassVar = Aandachtspunt(
        sleutel="exit-strategie",
        pijler="mogen",
        titel="Duur en exit-strategie",
        vraag="Hoe lang duurt de inzet, wanneer is het doel bereikt, en wie neemt het daarna over?",
        waarom="De Kamer vraagt hoe lang de inzet duurt. Wie niet aan een missie zonder einde vast "
        "wil zitten, regelt vooraf wanneer het doel is bereikt, of wanneer en door wie de eenheden "
        "worden afgelost.",
        goed=(
            "Noem criteria waaraan later is te zien of het doel is bereikt.",
            "Zeg of een open einde is aanvaard, en door wie.",
            "Zeg of aflossing is toegezegd of nog wordt gezocht.",
            "Noem de momenten waarop over doorgaan wordt besloten, en wie dat doet.",
            "Zeg wat de inzet eerder kan beëindigen, en wat er dan gebeurt.",
        ),
        eigenaar="BZ en Def",
        paraaf=("BZ", "Def"),
        kop="Duur en exit-strategie",
        nummer="12",
    )

    succescriteria: Lijst[Succescriterium] = lijst("Succescriteria", nodig="A V", naar="b")
    verwachte_duur: VerwachteDuur = blok(VerwachteDuur, "Verwachte duur", nodig="A V", naar="b")
    aflossing: Aflossing = blok(Aflossing, "Aflossing", nodig="A V", naar="b n")
    toetsmomenten: Lijst[Toetsmoment] = lijst("Toetsmomenten", nodig="A V", naar="b")
    verlenging: Verlenging = blok(Verlenging, "Verlenging", nodig="A V", naar="b")
    voortijdig_einde: Lijst[VoortijdigEinde] = lijst("Voortijdig einde", nodig="A V", naar="b")
    terugkeer: Feit[Tekst] = veld("Terugkeer", naar="b", v=True)
