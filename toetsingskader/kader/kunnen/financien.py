"""Financiën: what it costs and who pays.

Source: point 13 of the working list; article 1 of the Defence budget holds additional spending.
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import (
    BedragVeld,
    DatumVeld,
    JaarVeld,
    JaNee,
    Orgaan,
    Regel,
    Tekst,
    keuze,
)

DEKKING = keuze(
    "biv hgis defensie_artikel_1 bz bho jenv eu_vredesfaciliteit vn_vergoeding ongedekt anders",
    biv="Budget Internationale Veiligheid (BIV)",
    hgis="Homogene Groep Internationale Samenwerking (HGIS)",
    defensie_artikel_1="Defensiebegroting, artikel 1",
    bz="begroting van Buitenlandse Zaken",
    bho="begroting van Buitenlandse Handel en Ontwikkelingshulp",
    jenv="begroting van Justitie en Veiligheid",
    eu_vredesfaciliteit="Europese Vredesfaciliteit",
    vn_vergoeding="vergoeding door de Verenigde Naties",
    ongedekt="nog niet gedekt",
)


class Kostenpost(Rij):
    """Spending in one year, from one source of cover."""

    post: Feit[Regel] = veld("Post", nodig="!")
    jaar: Feit[JaarVeld] = veld("Jaar", nodig="!")
    bedrag: Feit[BedragVeld] = veld("Bedrag", nodig="!")
    aard: Feit[Annotated[str, keuze("eenmalig doorlopend")]] = veld("Aard", nodig="!")
    fase: Feit[Annotated[str, keuze("opbouw uitvoering afbouw nazorg")]] = veld("Fase", nodig="!")
    dekking: Feit[Annotated[str, DEKKING]] = veld("Dekking", nodig="!")


class Ontvangst(Rij):
    """Money that comes back."""

    van: Feit[Regel] = veld("Van", nodig="!")
    jaar: Feit[JaarVeld] = veld("Jaar", nodig="!")
    bedrag: Feit[BedragVeld] = veld("Bedrag", nodig="!")


class Onzekerheid(Onderbouwd):
    """How sure the estimate is."""

    marge: Feit[Regel] = veld("Marge")
    oorzaken: Feit[Tekst] = veld("Oorzaken")


class Slijtage(Onderbouwd):
    """Wear, replacement and ammunition."""

    bedrag: Feit[BedragVeld] = veld("Bedrag")


class Afstemming(Rij):
    """Which financial office agrees."""

    orgaan: Feit[Orgaan] = veld("Orgaan", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    uitkomst: Feit[Annotated[str, keuze("akkoord onder_voorbehoud niet_akkoord")]] = veld(
        "Uitkomst"
    )


class Financien(Punt):
    """Financiën."""

    kader: ClassVar = Aandachtspunt(
        sleutel="financien",
        pijler="kunnen",
        titel="Financiën",
        vraag="Wat kost de inzet, per jaar en in totaal, en waaruit wordt dat betaald?",
        waarom="De Kamer vraagt hoe het totaal is opgebouwd, wat op- en afschalen kost en wat het "
        "kost als de inzet langer duurt. Zij wil ook zien waaruit het wordt betaald.",
        goed=(
            "Geef per post en per jaar het bedrag, en waaruit het wordt betaald.",
            "Houd eenmalige en doorlopende kosten uit elkaar.",
            "Reken opbouw, afbouw en nazorg mee.",
            "Noem alleen kosten die er zonder de inzet niet zouden zijn.",
            "Zeg hoe zeker de raming is, en wat haar kan veranderen.",
        ),
        eigenaar="FEZ Def en FEZ BZ",
        paraaf=("FEZ Def", "FEZ BZ"),
        kop="Financiën",
        nummer="13",
        soorten="A V L",
    )

    kosten: Lijst[Kostenpost] = lijst(
        "Kosten",
        "Eén regel per post, jaar en dekking; totalen rekent het programma uit.",
        nodig="A V L R!",
        naar="b",
    )
    additioneel: Feit[JaNee] = veld(
        "Alleen additionele uitgaven",
        "Op artikel 1 van de Defensiebegroting staan alleen additionele uitgaven.",
        nodig="A V",
        naar="b",
    )
    prijspeil: Feit[JaarVeld] = veld("Prijspeil", nodig="A V", naar="b")
    ontvangsten: Lijst[Ontvangst] = lijst("Ontvangsten", naar="b")
    onzekerheid: Onzekerheid = blok(
        Onzekerheid, "Onzekerheid van de raming", nodig="A V B", naar="b n"
    )
    slijtage_en_vervanging: Slijtage = blok(
        Slijtage, "Slijtage, vervanging en munitie", naar="n", v=True
    )
    begrotingsverwerking: Feit[
        Annotated[
            str,
            keuze(
                "ontwerpbegroting eerste_suppletoire tweede_suppletoire incidentele_suppletoire "
                "reeds_verwerkt",
                eerste_suppletoire="eerste suppletoire begroting",
                tweede_suppletoire="tweede suppletoire begroting",
                incidentele_suppletoire="incidentele suppletoire begroting",
            ),
        ]
    ] = veld("Verwerking in de begroting", nodig="A V B", naar="b n")
    doeltreffendheid: Feit[Tekst] = veld(
        "Doeltreffendheid",
        "Doelen, instrumenten en verwachte doeltreffendheid (Comptabiliteitswet, artikel 3.1).",
        nodig="B",
        naar="n",
    )
    afgestemd_met: Lijst[Afstemming] = lijst("Afgestemd met", nodig="A V", naar="i")
