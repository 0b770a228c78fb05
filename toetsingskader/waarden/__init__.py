"""The value types: how each is typed in YAML, what it means, and how it reads in a letter.

Every type is an annotation that carries a `Waardetype`; pydantic uses it to read, the letter and
the reports use it to show. Values are typed as people write them; what is ambiguous is refused.
"""

from toetsingskader.waarden.datum import Datum, DatumVeld
from toetsingskader.waarden.getal import (
    Aantal,
    AantalVeld,
    Bedrag,
    BedragVeld,
    Getal,
    GetalVeld,
    JaarVeld,
    ProcentVeld,
    format_number,
    sum_of,
)
from toetsingskader.waarden.kamerstuk import Kamerstuk, KamerstukVeld
from toetsingskader.waarden.keuze import JaNee, keuze
from toetsingskader.waarden.land import Land, LandOfRegel, LandVeld
from toetsingskader.waarden.orgaan import Orgaan
from toetsingskader.waarden.tekst import Regel, Sleutel, Tekst
from toetsingskader.waarden.waardetype import Waardetype, normalise

__all__ = [
    "Aantal",
    "AantalVeld",
    "Bedrag",
    "BedragVeld",
    "Datum",
    "DatumVeld",
    "Getal",
    "GetalVeld",
    "JaNee",
    "JaarVeld",
    "Kamerstuk",
    "KamerstukVeld",
    "Land",
    "LandOfRegel",
    "LandVeld",
    "Orgaan",
    "ProcentVeld",
    "Regel",
    "Sleutel",
    "Tekst",
    "Waardetype",
    "format_number",
    "keuze",
    "normalise",
    "sum_of",
]
