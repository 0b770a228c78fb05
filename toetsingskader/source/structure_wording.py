"""The sentences about lines: their order, their indentation, their dashes."""

from toetsingskader.source.model import Fault, Location
from toetsingskader.source.phrasing import quoted, shorten, shown


def tab(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-TAB",
        "Hier staat een tab. Gebruik spaties: twee voor elke stap naar rechts.",
    )


def hard_space(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-HARDE-SPATIE",
        "Hier staat een harde spatie, zoals Word of een webpagina die maakt. Haal het wit weg en "
        "typ gewone spaties.",
    )


def indentation(place: Location, text: str, column: int) -> Fault:
    return Fault(
        place,
        "LEES-INSPRINGING",
        f"'{shorten(text)}' begint in kolom {place.kolom} en staat daarmee niet recht onder een "
        f"ander veld. Laat de regel beginnen in kolom {column}, of in de kolom van het veld waar "
        "hij bij hoort.",
    )


def stray_line(place: Location, text: str) -> Fault:
    return Fault(
        place,
        "LEES-REGEL",
        f"'{shorten(text)}' hoort bij geen enkel veld en wordt niet gelezen. Zet er de naam van "
        f"een veld voor ({shown('toelichting', text)}), laat de regel inspringen als hij bij de "
        "tekst erboven hoort, of haal hem weg.",
    )


def missing_space(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-SPATIE",
        f"Na de dubbele punt achter '{shorten(key)}' ontbreekt een spatie. "
        f"Schrijf '{shorten(key)}: {shorten(text)}'.",
    )


def missing_dash_space(place: Location, text: str) -> Fault:
    return Fault(
        place,
        "LEES-STREEPJE",
        f"Na het streepje ontbreekt een spatie. Schrijf '- {shorten(text)}'.",
    )


def bullet(place: Location, sign: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-OPSOMMING",
        f"Een opsomming begint met een gewoon streepje en een spatie, niet met '{sign}'. "
        f"Schrijf '- {shorten(text)}'.",
    )


def list_beside_key(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-OPSOMMING",
        f"Een opsomming begint op een nieuwe regel onder '{shorten(key)}:'. Zet '- "
        f"{shorten(text)}' op de volgende regel, of, als het gewone tekst is, tussen "
        f"aanhalingstekens: {shown(key, '- ' + text)}.",
    )


def junk(place: Location, sign: str, rest: str) -> Fault:
    return Fault(
        place,
        "LEES-BEGINTEKEN",
        f"Voor '{shorten(rest)}' staat '{shorten(sign)}'. Haal dat weg; een regel begint met de "
        "naam van een veld of met een streepje.",
    )


def documents(place: Location, text: str) -> Fault:
    return Fault(
        place,
        "LEES-DOCUMENTEN",
        f"De regel '{shorten(text)}' begint een nieuw deel, en dat kan in dit bestand niet. "
        "Haal de streepjes of puntjes weg.",
    )


def directive(place: Location, text: str) -> Fault:
    return Fault(
        place,
        "LEES-REGEL",
        f"De regel {quoted(text)} begint met '%' en hoort bij geen enkel veld. Haal hem weg.",
    )


def fence(place: Location, text: str) -> Fault:
    if text.strip() == "---":
        return Fault(
            place,
            "LEES-SCHEIDING",
            "Voor de drie streepjes staat een spatie of tab. Haal die weg: de regel is alleen ---.",
        )
    return Fault(
        place,
        "LEES-SCHEIDING",
        f"De regel '{shorten(text)}' moet uit drie gewone streepjes bestaan: ---. Word maakt er "
        "soms een ander streepje van.",
    )


def unclosed_front_matter(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-SCHEIDING",
        "De velden boven de tekst worden niet afgesloten. Zet na het laatste veld een regel met "
        "drie streepjes: ---, en daaronder de tekst.",
    )


def unopened_front_matter(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-SCHEIDING",
        "Boven de velden ontbreekt de regel met drie streepjes. Zet als eerste regel van het "
        "bestand: ---, en zo'n regel ook tussen de velden en de tekst.",
    )


def text_above(place: Location, text: str) -> Fault:
    return Fault(
        place,
        "LEES-SCHEIDING",
        f"Boven de velden staat tekst ({quoted(text)}), en die wordt niet gelezen. Haal de tekst "
        "boven --- weg, of zet haar onder de regel met --- die de velden afsluit.",
    )


def missing_dash(place: Location, line: str) -> Fault:
    key = line.split(":", 1)[0].strip()
    return Fault(
        place,
        "LEES-OPSOMMING",
        f"De eerste regel van deze lijst begint niet met een streepje, en de volgende wel. Zet "
        f"'- ' voor '{shorten(key, 30)}'.",
    )
