"""The sentences about what cannot be read: what stands there, and what to do."""

import unicodedata

from toetsingskader.source.model import Fault, Location
from toetsingskader.source.phrasing import quoted, shorten, shown, strip_curly

_NAMES = {
    0x00AD: "een zacht afbreekstreepje",
    0x0085: "een verborgen regeleinde",
    0x2028: "een verborgen regeleinde",
    0x2029: "een verborgen regeleinde",
    0x000B: "een verborgen regeleinde",
    0x000C: "een verborgen pagina-einde",
    0xFEFF: "een verborgen begin-teken",
}


def encoding(place: Location, name: str) -> Fault:
    return Fault(
        place,
        "LEES-CODERING",
        f"Het bestand is bewaard als {name}. Bewaar het opnieuw en kies daarbij de codering UTF-8.",
    )


def invisible(place: Location, char: str) -> Fault:
    code = ord(char)
    number = f"U+{code:04X}"
    what, advice = "een onzichtbaar teken", "Haal het weg en typ de tekst daar opnieuw."
    if code in _NAMES:
        what = _NAMES[code]
    elif unicodedata.category(char) == "Co":
        what = "een teken uit een symboollettertype"
        advice = "Vervang het door gewone tekst; een opsomming begint met '- '."
    elif unicodedata.bidirectional(char) in _BIDI:
        what = "een onzichtbaar teken dat de leesrichting verandert"
    return Fault(place, "LEES-TEKEN", f"Hier staat {what} ({number}). {advice}")


_BIDI = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "AL", "R", "L"})


def escape(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-TEKEN",
        "In deze tekst staat met een code (\\) een teken dat niet te zien is. Haal de code weg.",
    )


def conflict(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-CONFLICT",
        "Hier heeft git twee wijzigingen niet kunnen samenvoegen; het bestand wordt niet gelezen. "
        "Kies tussen '<<<<<<<' en '>>>>>>>' welke tekst blijft, en haal de regels met die tekens "
        "en met '=======' weg.",
    )


def too_large(megabytes: int) -> Fault:
    return Fault(
        Location(1, 1),
        "LEES-OMVANG",
        f"Het bestand is groter dan {megabytes} MB en wordt niet gelezen. Zet grote stukken in de "
        "map 'bijlagen'.",
    )


def word_file() -> Fault:
    return Fault(
        Location(1, 1),
        "LEES-WORD",
        "Dit is een Word-bestand met de naam van een tekstbestand, en het wordt niet gelezen. Open "
        "het in Word en bewaar het als tekst zonder opmaak (UTF-8), onder dezelfde naam.",
    )


def other_kind(what: str, advice: str) -> Fault:
    return Fault(
        Location(1, 1), "LEES-SOORT", f"Dit bestand is {what} en wordt niet gelezen. {advice}"
    )


def no_fields(place: Location, line: str) -> Fault:
    return Fault(
        place,
        "LEES-VORM",
        f"Dit bestand bevat geen velden en wordt niet gelezen; het begint met {quoted(line)}. "
        "Schrijf elk veld op een eigen regel, zoals titel: 'Besluit', of zet de tekst in een ander "
        "bestand.",
    )


def too_many_fields(place: Location, number: int) -> Fault:
    return Fault(
        place,
        "LEES-AANTAL",
        f"Het bestand heeft meer dan {number:,} velden en regels in lijsten".replace(",", ".")
        + " en wordt niet gelezen. Haal weg wat er niet hoort.",
    )


def too_deep(place: Location, number: int) -> Fault:
    return Fault(
        place,
        "LEES-DIEPTE",
        f"Hier staan meer dan {number} velden of haakjes in elkaar; het bestand wordt niet "
        "gelezen. Haal haakjes en inspringing weg die er niet horen.",
    )


def more(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-MEER",
        "Verderop staat meer dat niet te lezen is. Herstel eerst wat hierboven staat.",
    )


def duplicate(place: Location, key: str, first: Location) -> Fault:
    return Fault(
        place,
        "LEES-DUBBEL",
        f"Het veld '{shorten(key)}' staat hier voor de tweede keer; het staat ook op regel "
        f"{first.regel}, kolom {first.kolom}, en die waarde telt. Haal een van de twee weg.",
    )


def no_key(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-SLEUTEL",
        "Voor de dubbele punt staat geen naam van een veld. Zet de naam ervoor: titel: 'Besluit'.",
    )


def strange_key(place: Location) -> Fault:
    return Fault(
        place,
        "LEES-SLEUTEL",
        "De naam van dit veld staat tussen haakjes of is een lijst. Gebruik een gewoon woord: "
        "titel: 'Besluit'.",
    )


def curly(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-KRUL",
        f"'{shorten(text)}' heeft gekrulde aanhalingstekens, zoals Word die maakt. Gebruik rechte "
        f"aanhalingstekens: {shown(key, strip_curly(text))}.",
    )


def hash_sign(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-HEKJE",
        "Een spatie met een hekje begint een opmerking, en dan valt weg wat erna staat "
        f"('{shorten(text[max(text.find('#'), 0) :], 30)}'). Zet de hele tekst tussen "
        f"aanhalingstekens: {shown(key, text)}.",
    )


def comment(place: Location, key: str, text: str, rest: str) -> Fault:
    return Fault(
        place,
        "LEES-OPMERKING",
        f"Wat na een spatie en een hekje staat, telt niet mee ({quoted(rest)}). Hoort het bij de "
        f"tekst, zet dan de hele tekst tussen aanhalingstekens: {shown(key, f'{text} {rest}')}. "
        "Zet een opmerking op een eigen regel.",
        let_op=True,
    )


def anchor(place: Location, name: str) -> Fault:
    return Fault(
        place,
        "LEES-ANKER",
        f"'&{shorten(name)}' is hier geen tekst maar een verborgen naam. Haal het weg, of zet de "
        "hele tekst tussen aanhalingstekens.",
    )


def alias(place: Location, key: str, name: str) -> Fault:
    return Fault(
        place,
        "LEES-ALIAS",
        f"'*{shorten(name)}' verwijst naar een andere plek in het bestand en dat wordt niet "
        f"gevolgd. Herhaal de tekst zelf, of zet hem tussen aanhalingstekens: "
        f"{shown(key, '*' + name)}.",
    )


def tag(place: Location, name: str) -> Fault:
    return Fault(
        place,
        "LEES-LABEL",
        f"'{shorten(name)}' is hier geen tekst maar een soortnaam. Haal het weg, of zet de hele "
        "tekst tussen aanhalingstekens.",
    )


def unreadable(place: Location, line: str) -> Fault:
    return Fault(
        place,
        "LEES-VORM",
        f"'{shorten(line)}' is niet te lezen en wordt overgeslagen. Elk veld heeft een eigen regel "
        "met een naam, een dubbele punt en een spatie; zet een tekst met leestekens tussen "
        "aanhalingstekens: titel: 'Besluit: nee'.",
    )


def colon(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-DUBBELE-PUNT",
        "De tekst bevat een dubbele punt met een spatie. Zet de hele tekst tussen "
        f"aanhalingstekens: {shown(key, text)}.",
    )


def first_sign(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-BEGINTEKEN",
        f"De tekst begint met '{text[:1]}' en dat teken heeft hier een eigen betekenis. Zet de "
        f"hele tekst tussen aanhalingstekens: {shown(key, text)}.",
    )


def comma(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-KOMMA",
        "De komma breekt deze tekst af, omdat hij tussen haakjes staat. Zet de hele tekst tussen "
        f"aanhalingstekens: {shown(key, text)}.",
    )


def unclosed_quote(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-AANHALING",
        f"Het aanhalingsteken ({text[:1]}) voor de tekst wordt nergens gesloten. Zet er ook een "
        f"aan het eind: {shown(key, text[1:])}.",
    )


def apostrophe(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-AANHALING",
        "De tekst begint met een apostrof en die telt als aanhalingsteken. Zet de hele tekst "
        f"tussen dubbele aanhalingstekens: {shown(key, text)}.",
    )


def after_quote(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-AANHALING",
        "Na het sluitende aanhalingsteken staat nog tekst. Zet de hele tekst tussen "
        f"aanhalingstekens: {shown(key, text)}.",
    )


def backslash(place: Location, key: str, text: str) -> Fault:
    return Fault(
        place,
        "LEES-SCHUINE-STREEP",
        "Tussen dubbele aanhalingstekens heeft het teken \\ een eigen betekenis. Gebruik enkele "
        f"aanhalingstekens: {shown(key, text)}.",
    )


def unclosed_bracket(place: Location, key: str, text: str) -> Fault:
    close = "]" if text[:1] == "[" else "}"
    return Fault(
        place,
        "LEES-HAAKJE",
        f"Het haakje '{text[:1]}' wordt niet gesloten. Zet '{close}' op de goede plaats, of, als "
        "het gewone tekst is, zet de hele tekst tussen aanhalingstekens: "
        f"{shown(key, text)}.",
    )
