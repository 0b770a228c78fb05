"""De operatie: what the units will do, where and how; one row per mission.

Source: point 7 of the working list.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Cijfer, Onderbouwd, Periode, Punt, Rij
from toetsingskader.kader.veld import Voorwaarde, blok, lijst, veld
from toetsingskader.waarden import (
    AantalVeld,
    DatumVeld,
    JaNee,
    LandOfRegel,
    LandVeld,
    Orgaan,
    Regel,
    Tekst,
    keuze,
)

Soort = Annotated[
    str,
    keuze(
        "monitoring peacekeeping peace_enforcement garantiemacht stabilisatie training_en_advies "
        "maritieme_beveiliging luchtoperatie terrorismebestrijding capaciteitsopbouw ontmijning "
        "evacuatie humanitaire_hulp anders",
        peacekeeping="peacekeeping (vredeshandhaving)",
        peace_enforcement="peace enforcement (vredesafdwinging)",
        garantiemacht="aanwezigheid als onderdeel van veiligheidsgaranties",
    ),
]
Vorm = Annotated[
    str, keuze("geruststelling struikeldraad", struikeldraad="struikeldraad (tripwire)")
]
_VREDESMACHT = ("peacekeeping", "peace_enforcement")


def _is(*soorten: str) -> Voorwaarde:
    return lambda operatie: operatie.soort.waarde in soorten


class Vervolgmacht(Onderbouwd):
    """The larger force that a tripwire is tied to."""

    aanwezig: Feit[JaNee] = veld("Aanwezig", nodig="!")
    omvang: Feit[AantalVeld] = veld("Omvang")
    door: Lijst[LandVeld] = lijst("Door")
    gereed: Feit[JaNee] = veld("Gereed")
    bereid: Feit[JaNee] = veld("Bereid")
    luchtsteun: Feit[JaNee] = veld("Luchtsteun")


class GevraagdeOmvang(Rij):
    """Who asked for a force of which size."""

    door: Feit[LandOfRegel] = veld("Door", nodig="!")
    aantal: Feit[AantalVeld] = veld("Aantal", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")

    def __str__(self) -> str:
        wat = f"{self.aantal.waarde or 'onbekend'}, gevraagd door {self.door.waarde or 'onbekend'}"
        return f"{wat} ({self.toelichting.waarde})" if self.toelichting.waarde else wat


class Fase(Rij):
    """A phase of the operation."""

    naam: Feit[Regel] = veld("Naam", nodig="!")
    periode: Periode = blok(Periode, "Periode", nodig="!")
    inhoud: Feit[Tekst] = veld("Inhoud", nodig="!")
    voorwaarde: Feit[Tekst] = veld("Voorwaarde")


class Operatieregel(Rij):
    """The operation in one mission."""

    soort: Feit[Soort] = veld("Soort operatie", nodig="K A V L!")
    vorm: Feit[Vorm] = veld("Vorm", nodig="A V L", als=_is("garantiemacht"))
    onderdelen: Lijst[
        Annotated[
            str,
            keuze(
                "training luchtverdediging luchtsteun ontmijning inlichtingen logistiek medisch "
                "staf"
            ),
        ]
    ] = lijst("Onderdelen")
    gevechtsfunctie: Feit[JaNee] = veld("Gevechtsfunctie", nodig="A V")
    civiel: Feit[JaNee] = veld("Civiel", nodig="A V", als=_is("monitoring"))
    opdracht: Feit[Tekst] = veld("Militaire opdracht", nodig="A V L!")
    taken: Lijst[Regel] = lijst("Taken", nodig="A V L")
    doet_niet: Lijst[Regel] = lijst("Wat de eenheden niet doen", nodig="A V")
    gebied: Feit[Regel] = veld("Inzetgebied", nodig="A V L!")
    nabijheid_front: Feit[
        Annotated[str, keuze("achterland tussengebied nabij_front buiten_gastland")]
    ] = veld("Nabijheid van het front", v=True)
    onpartijdig: Feit[JaNee] = veld("Onpartijdig", nodig="A V", als=_is(*_VREDESMACHT))
    toezicht_beide_partijen: Feit[JaNee] = veld(
        "Toezicht op beide partijen", nodig="A V", als=_is(*_VREDESMACHT)
    )
    optreden_tegen_gastland: Feit[Annotated[str, keuze("bereid niet_bereid")]] = veld(
        "Bereid tot optreden tegen het gastland", naar="n", v=True
    )
    bij_schending: Feit[
        Annotated[str, keuze("waarnemen_en_melden ingrijpen alleen_zelfverdediging")]
    ] = veld("Bij een schending", nodig="A V")
    bewapening: Feit[Annotated[str, keuze("ongewapend licht zwaar")]] = veld(
        "Bewapening", nodig="A V"
    )
    luchtcomponent: Feit[JaNee] = veld(
        "Luchtcomponent",
        nodig="A V",
        als=lambda o: o.soort.waarde == "peace_enforcement" or o.vorm.waarde == "struikeldraad",
    )
    omvang_missie: Cijfer = blok(Cijfer, "Omvang van de missie", nodig="A V")
    gevraagde_omvang: Lijst[GevraagdeOmvang] = lijst("Gevraagde omvang")
    vervolgmacht: Vervolgmacht = blok(
        Vervolgmacht,
        "Vervolgmacht",
        nodig="A V",
        naar="n b",
        v=True,
        als=lambda o: o.vorm.waarde == "struikeldraad",
    )
    fasen: Lijst[Fase] = lijst("Fasen")


class MissionCreep(Rij):
    """What is done when the task threatens to grow."""

    aanleiding: Feit[
        Annotated[
            str,
            keuze(
                "bestand_gebroken eenheden_onder_vuur mandaat_niet_verlengd "
                "toestemming_ingetrokken taak_uitgebreid",
                bestand_gebroken="het bestand wordt gebroken",
                eenheden_onder_vuur="eenheden komen onder vuur",
                mandaat_niet_verlengd="het mandaat wordt niet verlengd",
                toestemming_ingetrokken="een partij trekt haar toestemming in",
                taak_uitgebreid="de taak wordt uitgebreid",
            ),
        ]
    ] = veld("Aanleiding", nodig="!")
    handelwijze: Feit[Annotated[str, keuze("terugtrekken handhaven opschalen herbeoordelen")]] = (
        veld("Handelwijze", nodig="!")
    )
    wie_besluit: Feit[Orgaan] = veld("Wie besluit", nodig="!")
    kamer_geinformeerd: Feit[JaNee] = veld("Kamer geïnformeerd")


def _kan_verschuiven(punt: "Operatie") -> bool:
    rustig = {"monitoring", "training_en_advies"}
    return any(o.soort.waarde not in rustig for o in punt.operaties)


class Operatie(Punt):
    """De operatie."""

    kader: ClassVar = Aandachtspunt(
        sleutel="operatie",
        pijler="kunnen",
        titel="De operatie",
        vraag="Wat gaan de eenheden precies doen, waar en hoe?",
        waarom="De Kamer wil precies weten wat de eenheden gaan doen, en wat niet. Soorten "
        "operaties worden gemakkelijk door elkaar gehaald, en een taak kan onderweg verschuiven.",
        goed=(
            "Noem de opdracht, de taken en het gebied, en ook wat de eenheden niet doen.",
            "Kies de soort naar wat de operatie doet; afschrikking is een effect, geen operatie.",
            "Zeg wat de eenheden doen als het bestand wordt geschonden.",
            "Zeg waardoor de taak kan verschuiven, en wie dan besluit.",
        ),
        eigenaar="Def/DOPS",
        kop="De operatie",
        nummer="7",
        soorten="A V L",
    )

    operaties: Lijst[Operatieregel] = lijst("Operaties", nodig="K A V L!", naar="b")
    mission_creep: Lijst[MissionCreep] = lijst(
        "Verschuiving van de taak (mission creep)", nodig="A V", naar="b", als=_kan_verschuiven
    )
