"""Toestemming van de partijen: who agrees to the presence, and what it means when one does not.

Source: added to the framework (working list, points 2 and 3).
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij, Uitspraak
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, LandOfRegel, LandVeld, Tekst, keuze


class Partij(Rij):
    """A party and its stance on the presence."""

    partij: Feit[LandOfRegel] = veld("Partij", nodig="!")
    rol: Feit[Annotated[str, keuze("gastland strijdende_partij buurland gebiedsautoriteit")]] = (
        veld("Rol", nodig="!")
    )
    standpunt: Feit[
        Annotated[
            str,
            keuze(
                "ja nee onder_voorwaarden wisselend niet_gevraagd",
                ja="stemt in",
                nee="stemt niet in",
            ),
        ]
    ] = veld("Standpunt", "Kies ja, nee, onder voorwaarden, wisselend of niet gevraagd.", nodig="!")
    voorwaarden: Feit[Tekst] = veld("Voorwaarden")
    uitspraken: Lijst[Uitspraak] = lijst("Uitspraken")
    peildatum: Feit[DatumVeld] = veld("Peildatum", nodig="!")


class Gevolg(Onderbouwd):
    """What deployment without consent means."""

    schaart_zich_achter: Feit[LandVeld] = veld("Nederland schaart zich achter")
    toelichting: Feit[Tekst] = veld("Toelichting", nodig="!")


def _strijdende_partij_stemt_niet_in(punt: "ToestemmingPartijen") -> bool:
    return any(
        p.rol.waarde == "strijdende_partij" and p.standpunt.waarde != "ja" for p in punt.partijen
    )


class ToestemmingPartijen(Punt):
    """Toestemming van de partijen."""

    kader: ClassVar = Aandachtspunt(
        sleutel="toestemming-partijen",
        pijler="mogen",
        titel="Toestemming van de partijen",
        vraag="Welke partijen stemmen in met de aanwezigheid van de eenheden, en wat betekent het "
        "als een partij dat niet doet?",
        waarom="Of de partijen instemmen, bepaalt wat voor operatie het is: peacekeeping vraagt de "
        "toestemming van alle partijen. Weigert een partij, dan wordt het risico voor de eenheden "
        "groter.",
        goed=(
            "Geef van elke partij het standpunt en de nieuwste uitspraak: wie, wanneer en waar.",
            "Zeg het als uitspraken elkaar tegenspreken of uit de tweede hand zijn.",
            "Zeg wat het betekent als een partij niet instemt.",
            "Zeg wat de eenheden doen als een partij haar toestemming intrekt.",
        ),
        eigenaar="BZ",
        kop="Instemming van de partijen",
        bron="aanvulling op de punten 2 en 3 van de werklijst",
    )

    partijen: Lijst[Partij] = lijst("Partijen", nodig="A V", naar="b")
    gevolg_zonder_toestemming: Gevolg = blok(
        Gevolg,
        "Gevolg als een strijdende partij niet instemt",
        nodig="A V B",
        naar="b",
        als=_strijdende_partij_stemt_niet_in,
    )
    verwachte_reactie: Lijst[
        Annotated[
            str,
            keuze(
                "beproeving_wilskracht nucleaire_dreiging hybride_aanvallen aanval_op_eenheden "
                "geen",
                beproeving_wilskracht="beproeving van de wilskracht",
            ),
        ]
    ] = lijst("Verwachte reactie", naar="n", v=True)
    bij_intrekking: Feit[Tekst] = veld(
        "Als een partij haar toestemming intrekt", nodig="A V", naar="b"
    )
