"""Monitoring, evaluatie en nazorg: reporting, evaluation and aftercare.

Source: rows x3 and x4 of the working list; Defence budget 2016, par. 4.8 (TK-S9); 27 925, nr. 721
(TK-S10).
"""

from typing import Annotated, ClassVar

from toetsingskader.kader.antwoord import Feit, Lijst
from toetsingskader.kader.punt import Aandachtspunt, Onderbouwd, Punt, Rij
from toetsingskader.kader.veld import blok, lijst, veld
from toetsingskader.waarden import DatumVeld, JaNee, KamerstukVeld, Orgaan, Regel, Tekst, keuze


class Voortgangsrapportage(Onderbouwd):
    """How often parliament hears how it goes."""

    ritme: Feit[
        Annotated[
            str, keuze("jaarlijks halfjaarlijks per_kwartaal anders", per_kwartaal="per kwartaal")
        ]
    ] = veld("Ritme", nodig="!")
    eerste: Feit[DatumVeld] = veld("Eerste rapportage")


class Indicator(Rij):
    """What is measured, against which aim."""

    doel: Feit[Regel] = veld("Doel", nodig="!")
    indicator: Feit[Regel] = veld("Indicator", nodig="!")
    nulmeting: Feit[Regel] = veld("Nulmeting")
    streefwaarde: Feit[Regel] = veld("Streefwaarde")
    meting_door: Feit[Orgaan] = veld("Meting door")


class Eindevaluatie(Onderbouwd):
    """The evaluation after the end."""

    onafhankelijk: Feit[JaNee] = veld("Onafhankelijk", nodig="!")
    door: Feit[Orgaan] = veld("Door", nodig="!")
    uiterlijk: Feit[DatumVeld] = veld("Uiterlijk", nodig="!")
    militair_en_politiek: Feit[JaNee] = veld("Militair en politiek", nodig="!")


class EerdereEvaluatie(Rij):
    """What an earlier evaluation found and what was done with it."""

    kamerstuk: Feit[KamerstukVeld] = veld("Kamerstuk", nodig="!")
    datum: Feit[DatumVeld] = veld("Datum", nodig="!")
    bevinding: Feit[Tekst] = veld("Bevinding", nodig="!")
    gevolg: Feit[Tekst] = veld("Gevolg", nodig="!")


class Nazorg(Onderbouwd):
    """Care for personnel, home front and veterans."""

    personeel: Feit[Tekst] = veld("Personeel", nodig="!")
    thuisfront: Feit[Tekst] = veld("Thuisfront")
    veteranen: Feit[Tekst] = veld("Veteranen")
    dekking: Feit[Regel] = veld("Dekking", "De post onder 'kosten' die dit betaalt.")


class MonitoringEvaluatie(Punt):
    """Monitoring, evaluatie en nazorg."""

    kader: ClassVar = Aandachtspunt(
        sleutel="monitoring-evaluatie",
        pijler="kunnen",
        titel="Monitoring, evaluatie en nazorg",
        vraag="Wanneer en hoe wordt de Kamer geïnformeerd, hoe wordt geëvalueerd, en "
        "hoe is de nazorg geregeld?",
        waarom="De Kamer wil na het besluit kunnen volgen of de missie haar doel bereikt. De "
        "jaarlijkse tussentijdse evaluatie komt op de derde woensdag van mei; de eindevaluatie "
        "doet in de regel een onafhankelijke partij.",
        goed=(
            "Zeg wanneer de Kamer voortgangsrapportages krijgt.",
            "Kies indicatoren die bij de succescriteria horen.",
            "Zeg wie de eindevaluatie doet, wanneer, en dat die onafhankelijk is.",
            "Evalueer de militaire en de politieke kant.",
            "Zeg wat voor personeel, thuisfront en veteranen is geregeld.",
        ),
        eigenaar="Def en BZ (IOB)",
        paraaf=("Def", "BZ"),
        kop="Monitoring, evaluatie en nazorg",
        nummer="x3, x4",
        soorten="A V L",
    )

    voortgangsrapportage: Voortgangsrapportage = blok(
        Voortgangsrapportage, "Voortgangsrapportage", nodig="A V L", naar="b"
    )
    indicatoren: Lijst[Indicator] = lijst("Indicatoren", nodig="A V", naar="b")
    eindevaluatie: Eindevaluatie = blok(Eindevaluatie, "Eindevaluatie", nodig="A V", naar="b")
    eerdere_evaluaties: Lijst[EerdereEvaluatie] = lijst("Eerdere evaluaties", nodig="V R", naar="b")
    incidenten: Feit[Tekst] = veld(
        "Melding van incidenten",
        "Wie wat binnen welke tijd aan de Kamer meldt.",
        nodig="A V",
        naar="b",
    )
    nazorg: Nazorg = blok(Nazorg, "Nazorg", nodig="A V", naar="b")
