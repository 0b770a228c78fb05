"""Rechtsgrondslag en mandaat: on what legal basis, and does the mandate permit the task?

Source: point 3 of the working list; notitie rechtsgrondslag en mandaat, 29 521, nr. 41.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import BronVeld, Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Periode, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import (
    DatumVeld,
    JaNee,
    LandOfRegel,
    LandVeld,
    Regel,
    Tekst,
    keuze,
)

Verkrijging = Annotated[str, keuze("verkregen toegezegd gevraagd voorzien")]
Geweld = Annotated[
    str,
    keuze(
        "geen zelfverdediging verdediging_mandaat afdwingen",
        verdediging_mandaat="verdediging van het mandaat",
    ),
]


class Rechtsgrond(Rij):
    """One basis in international law."""

    soort: Feit[
        Annotated[
            str,
            keuze(
                "vn_resolutie uitnodiging_gastland collectieve_zelfverdediging "
                "individuele_zelfverdediging verdrag anders",
                vn_resolutie="resolutie van de VN-Veiligheidsraad",
                uitnodiging_gastland="uitnodiging van het gastland",
            ),
        ]
    ] = veld("Rechtsgrond", nodig="!")
    door: Feit[LandOfRegel] = veld("Door", "Het land of orgaan dat de grond geeft.", nodig="!")
    nummer: Feit[Regel] = veld("Nummer")
    hoofdstuk_vii: Feit[JaNee] = veld("Hoofdstuk VII")
    geldig: Periode = blok(Periode, "Geldig")
    status: Feit[Verkrijging] = veld("Status", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class Mandaatregel(Rij):
    """The mandate in one framework (verband)."""

    verband: Feit[
        Annotated[
            str,
            keuze(
                "vn navo eu ovse coalitie bilateraal nationaal",
                vn="Verenigde Naties",
                navo="NAVO",
                eu="Europese Unie",
                ovse="OVSE",
                coalitie="coalitie van landen",
            ),
        ]
    ] = veld("Verband", nodig="!")
    raamwerk: Feit[Regel] = veld("Raamwerk", "Bijvoorbeeld Joint Expeditionary Force (JEF).")
    leidende_landen: Lijst[LandVeld] = lijst("Leidende landen")
    gegeven_door: Feit[LandOfRegel] = veld("Gegeven door", nodig="!")
    geldig: Periode = blok(Periode, "Geldig", nodig="!")
    taken: Lijst[Regel] = lijst("Taken", nodig="!")
    geweld: Feit[Geweld] = veld("Toegestaan geweld", nodig="!")
    status: Feit[Verkrijging] = veld("Status")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class PermanentLid(Rij):
    """The position of a permanent member of the Security Council."""

    land: Feit[LandVeld] = veld("Land", nodig="!")
    standpunt: Feit[Annotated[str, keuze("voor onthouding tegen")]] = veld("Standpunt", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    bron: Feit[BronVeld] = veld("Bron", nodig="!")


class StatusVanTroepen(Onderbouwd):
    """The status of forces arrangement."""

    regeling: Feit[
        Annotated[
            str,
            keuze("sofa briefwisseling memorandum in_onderhandeling geen", sofa="SOFA-verdrag"),
        ]
    ] = veld("Regeling", nodig="!")
    met: Feit[LandVeld] = veld("Met")
    rechtsmacht: Feit[Tekst] = veld("Rechtsmacht")


class Advies(Onderbouwd):
    """That legal advice was given; never its content."""

    van: Feit[Annotated[str, keuze("djz extern_adviseur cavv", djz="DJZ", cavv="CAVV")]] = veld(
        "Van", nodig="!"
    )
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    kenmerk: Feit[Regel] = veld("Kenmerk")


def _resolutie_nodig(punt: "Mandaat") -> bool:
    return any(
        r.soort.waarde == "vn_resolutie" and r.status.waarde != "verkregen"
        for r in punt.rechtsgronden
    )


class Mandaat(Punt):
    """Rechtsgrondslag en mandaat."""

    kader: ClassVar = Aandachtspunt(
        sleutel="mandaat",
        pijler="mogen",
        titel="Rechtsgrondslag en mandaat",
        vraag="Op welke volkenrechtelijke grond berust de inzet, en staat het mandaat toe wat de "
        "eenheden gaan doen?",
        waarom="De inzet moet passen in het volkenrecht. Dat zijn twee vragen: op welke grond "
        "mogen de eenheden er zijn, en wat mogen zij er volgens hun mandaat doen?",
        goed=(
            "Noem elke grond: wie gaf haar, wanneer, met welk nummer, en is zij al verkregen?",
            "Zeg wie het mandaat geeft, tot wanneer, en welke taken en welk geweld het toestaat.",
            "Zeg wat met het gastland is afgesproken over de status van de troepen.",
            "Zeg ook wat het mandaat niet toestaat of openlaat.",
            "Noem van een juridisch advies alleen dat het er is, nooit de inhoud.",
        ),
        eigenaar="BZ/DJZ",
        kop="Rechtsbasis en mandaat",
        nummer="3",
        soorten="A V L",
    )

    rechtsgronden: Lijst[Rechtsgrond] = lijst(
        "Rechtsgronden",
        "Elke volkenrechtelijke grond, ook als die nog wordt verwacht.",
        nodig="A V L!",
        naar="b",
    )
    mandaten: Lijst[Mandaatregel] = lijst(
        "Mandaten",
        "Wie het mandaat geeft, tot wanneer en voor welke taken.",
        nodig="A V L!",
        naar="b",
    )
    permanente_leden: Lijst[PermanentLid] = lijst(
        "Standpunten van de permanente leden van de Veiligheidsraad",
        nodig="A V",
        naar="n",
        als=_resolutie_nodig,
    )
    status_van_troepen: StatusVanTroepen = blok(
        StatusVanTroepen, "Status van de troepen", nodig="A V", naar="b"
    )
    leemten: Feit[Tekst] = veld(
        "Leemten", "Wat het mandaat niet toestaat of openlaat.", nodig="A V B", naar="b n"
    )
    volkenrechtelijk_advies: Advies = blok(
        Advies,
        "Volkenrechtelijk advies",
        "Alleen dat het er is, nooit de inhoud.",
        naar="i",
        v=True,
    )
