"""Prose of the letter that is no aandachtspunt, and what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Prozastuk:
    """A text of its own in the record, in a file of that name."""

    sleutel: str
    titel: str
    soorten: str
    """The kinds of letter that require it."""
    vraag: str
    waarom: str
    """Why parliament wants to know, in one to three sentences."""
    goed: tuple[str, ...]
    """What a good text has, in two to five short sentences."""

    @property
    def bestand(self) -> str:
        """Where it stands in a record."""
        return f"{self.sleutel}.md"


KERN = Prozastuk(
    sleutel="kern",
    titel="Kern van het besluit",
    soorten="A V N L",
    vraag="Wat heeft het kabinet besloten, in het kort?",
    waarom="Wie de brief opent, zoekt eerst: hoeveel, waar, van wanneer tot wanneer, waarvoor en "
    "wat kost het. Meer dan één eerdere brief begon met zo'n kern of essentie.",
    goed=(
        "Houd het bij enkele korte alinea's die zonder de rest van de brief te begrijpen zijn.",
        "Schrijf 'maximaal' bij aantallen, en geef begin en einde met een datum.",
        "Noem wat er nog niet vaststaat.",
        "Zeg niets wat verderop in de brief anders staat.",
    ),
)
AFWEGING = Prozastuk(
    sleutel="afweging",
    titel="Afweging en slot",
    soorten="A V L",
    vraag="Waarom komt het kabinet, alles tegen elkaar afgewogen, tot dit besluit?",
    waarom="De aandachtspunten zijn geen criteria die men kan optellen. De Kamer wil daarom zien "
    "hoe het kabinet belangen, risico's en onzekerheden tegen elkaar heeft afgewogen.",
    goed=(
        "Noem wat vóór de inzet pleit en wat ertegen.",
        "Zeg wat nog onzeker is, en waarom dat het besluit niet anders maakt.",
        "Schrijf niet dat de inzet aan het toetsingskader voldoet: het zijn aandachtspunten.",
        "Eindig met het besluit zelf.",
    ),
)
PROZASTUKKEN = {stuk.sleutel: stuk for stuk in (KERN, AFWEGING)}
"""By key, in the order of the letter."""
