"""The sentences about a table (CSV) that cannot be read as it was saved."""

from toetsingskader.source.model import Fault, Location
from toetsingskader.source.phrasing import shorten

_START = Location(1, 1)
_NAMES = {"\t": "tabs", ",": "komma's"}


def too_large(megabytes: int) -> Fault:
    return Fault(
        _START,
        "LEES-OMVANG",
        f"De tabel is groter dan {megabytes} MB en wordt niet gelezen. Bewaar alleen de regels "
        "die hier horen.",
    )


def too_many_cells(place: Location, number: int) -> Fault:
    return Fault(
        place,
        "LEES-AANTAL",
        f"De tabel heeft meer dan {number:,} cellen".replace(",", ".")
        + " en wordt niet gelezen. Bewaar alleen de regels en kolommen die hier horen.",
    )


def no_text() -> Fault:
    return Fault(
        _START,
        "TABEL-TEKST",
        "Dit is geen CSV-bestand, maar een ander soort bestand met die naam (bijvoorbeeld een "
        "werkmap van Excel), en het wordt niet gelezen. Open het in Excel en bewaar het met "
        "'Opslaan als' in de vorm 'CSV UTF-8'.",
    )


def windows(place: Location) -> Fault:
    return Fault(
        place,
        "TABEL-CODERING",
        "De tabel is bewaard als Windows-1252 en zo gelezen. Controleer of letters met accenten "
        "goed zijn overgekomen, of bewaar haar in Excel in de vorm 'CSV UTF-8'.",
        let_op=True,
    )


def separator(place: Location, sign: str) -> Fault:
    return Fault(
        place,
        "TABEL-SCHEIDING",
        f"De cellen zijn gescheiden door {_NAMES[sign]}; dat moeten puntkomma's zijn, omdat een "
        "komma in een getal kan staan. Bewaar de tabel opnieuw als CSV met puntkomma's.",
    )


def quotation_mark(place: Location, text: str) -> Fault:
    return Fault(
        place,
        "TABEL-AANHALING",
        f"De cel die begint met {shorten(text, 30)} heeft daar een aanhalingsteken dat niet aan "
        "het eind van de cel wordt gesloten; de regel is niet zeker te lezen. Zet er ook een aan "
        "het eind, of haal het weg. Een aanhalingsteken in een tekst staat er dubbel, en dan staat "
        "de hele cel tussen aanhalingstekens.",
    )


def no_header() -> Fault:
    return Fault(
        _START,
        "TABEL-KOP",
        "De tabel is leeg. Zet in de eerste regel de namen van de velden, gescheiden door "
        "puntkomma's, en daaronder de regels.",
    )


def no_rows(place: Location) -> Fault:
    return Fault(
        place,
        "TABEL-LEEG",
        "De tabel heeft alleen een eerste regel met namen van velden. Zet de regels eronder; laat "
        "haar zo als er geen zijn.",
        let_op=True,
    )
