"""bronnen.yaml as JSON Schema: the fields of CSL that letters use, and those of our own."""

import re
from typing import Any

from toetsingskader.kader.csl import DELEN_VAN_NAAM, GEBRUIKT, NAMEN, SOORTEN, VELDEN
from toetsingskader.naslag.schema.json_schema import (
    Schema,
    array,
    closed,
    empty,
    exact,
    scalar,
    words,
)
from toetsingskader.waarden.kamerstuk import KAMERSTUK

_UITLEG = {
    "id": "De sleutel waarmee de tekst naar deze bron verwijst, zoals rapport-2025.",
    "type": "De soort bron, in de woorden van CSL: report, webpage, legislation, …",
    "title": "De titel, zoals de bron die zelf heeft.",
    "title-short": "Een korte titel, voor een tweede noot.",
    "author": "Wie het schreef: [{literal: Instituut}] of [{family: Jansen, given: A.}].",
    "issued": "Wanneer het verscheen: 2025-02-26, 2025-02 of 2025.",
    "accessed": "Wanneer het webadres is geraadpleegd: 2025-02-26.",
    "URL": "Het hele webadres, zoals https://www.voorbeeld.nl/stuk.",
    "number": "Het nummer van het stuk of het rapport.",
    "container-title": "De krant, het tijdschrift of de site waarin het staat.",
    "publisher": "Wie het uitgaf.",
    "publisher-place": "De plaats van uitgave.",
    "volume": "De jaargang.",
    "issue": "De aflevering.",
    "genre": "Een nadere soort, zoals Policy Brief.",
    "note": "Een opmerking bij de bron; komt niet in de noot.",
    "custom": "Wat Zotero niet kent: kamerstuk, kamer, opgehaald_op, rang.",
}
_NIETS: tuple[Any, ...] = (None, "", [], {})
_TYPE = "Dit is geen soort bron. Gebruik een soort van CSL, zoals report, webpage of legislation."
SOORTEN_UITGELEGD = {
    "article-journal": "artikel in een tijdschrift",
    "article-magazine": "artikel in een weekblad",
    "article-newspaper": "artikel in een krant",
    "book": "boek",
    "chapter": "hoofdstuk uit een boek",
    "interview": "vraaggesprek",
    "legislation": "wet of Kamerstuk",
    "personal_communication": "brief, e-mail of gesprek",
    "report": "rapport",
    "speech": "toespraak",
    "treaty": "verdrag",
    "webpage": "webpagina",
}
_NAMEN = "Schrijf elke naam als - {literal: Instituut} of als - {family: Jansen, given: A.}."
RANG = {"officieel": "van een overheid", "onderzoek": "van een instituut", "media": "uit de pers"}
_KAMER = {"tweede": "de Tweede Kamer", "eerste": "de Eerste Kamer", "beide": "beide Kamers"}


def bronnen_schema() -> Schema:
    """The schema of bronnen.yaml."""
    zin = "Dit bestand begint met 'references:' en daaronder de bronnen, elk achter '- '."
    sources = {"anyOf": [array({"$ref": "#/definitions/bron"}), empty(zin, *_NIETS)]}
    references = {
        "title": "Bronnen",
        "description": "De lijst van bronnen; elke bron begint met '- id:'.",
        **sources,
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "bronnen.yaml",
        "description": "De bronnen van de beoordeling, in CSL YAML zoals Zotero die uitvoert.",
        "anyOf": [
            {
                "type": ["object"],
                "properties": {"references": references},
                "required": ["references"],
                "errorMessage": zin,
            },
            *sources["anyOf"],
        ],
        "definitions": {"bron": _source(), "naam": _name()},
    }


def _source() -> Schema:
    fields = {naam: {"title": naam, **_described(naam), **_form(naam)} for naam in VELDEN}
    return {
        "type": ["object"],
        "properties": fields,
        "patternProperties": {_other_case(naam): _slip(naam) for naam in GEBRUIKT},
        "required": ["id", "title"],
        "errorMessage": "Een bron heeft een 'id' en een 'title'.",
    }


def _described(naam: str) -> Schema:
    used = {} if naam in GEBRUIKT else {"doNotSuggest": True}
    return {"description": _UITLEG.get(naam, "Wordt in een brief niet gebruikt."), **used}


def _form(naam: str) -> Schema:
    if naam in ("id", "title"):
        zin = f"Een bron heeft een '{naam}'."
        return {"type": ["string", "number", "boolean"], "pattern": ".", "errorMessage": zin}
    if naam == "type":
        return exact({soort: SOORTEN_UITGELEGD.get(soort, "") for soort in SOORTEN}, _TYPE)
    if naam == "URL":
        zin = "Dit is geen webadres. Schrijf het hele adres, zoals https://www.voorbeeld.nl/stuk."
        return {**scalar(zin), "pattern": "^(https?://|$)", "errorMessage": zin}
    if naam in NAMEN:
        return {"anyOf": [array({"$ref": "#/definitions/naam"}), empty(_NAMEN, *_NIETS)]}
    if naam == "custom":
        custom = _custom()
        return {"anyOf": [custom, empty(custom["errorMessage"], *_NIETS)]}
    free = naam not in GEBRUIKT or naam in ("issued", "accessed", "volume", "issue")
    return {} if free else scalar(f"Bij '{naam}' hoort één tekst, op dezelfde regel.")


def _name() -> Schema:
    either = [{"required": [deel], "errorMessage": _NAMEN} for deel in ("family", "literal")]
    parts = {deel: {"title": deel} for deel in DELEN_VAN_NAAM}
    return {**closed(parts, _NAMEN), "anyOf": either}


def _custom() -> Schema:
    text = "Kies uit: "
    fields: dict[str, Schema] = {
        "kamerstuk": {
            "title": "Kamerstuk",
            "description": f"Het nummer, zoals {KAMERSTUK.example}.",
            **scalar(),
        },
        "kamer": {
            "title": "Kamer",
            "description": f"{text}{', '.join(_KAMER)}.",
            "oneOf": words(_KAMER, (), f"Dit is hier geen keuze. {text}{', '.join(_KAMER)}."),
        },
        "opgehaald_op": {
            "title": "Opgehaald op",
            "description": "De dag waarop het is gelezen, zoals 26 februari 2025.",
            **scalar(),
        },
        "rang": {
            "title": "Rang",
            "description": f"Wat voor bron het is. {text}{', '.join(RANG)}.",
            **exact(RANG, f"Dit is hier geen keuze. {text}{', '.join(RANG)}."),
        },
    }
    return closed(fields, f"Onder 'custom' horen: {', '.join(fields)}.")


def _other_case(naam: str) -> str:
    """The name of a field in other capitals than its own."""
    letters = "".join(f"[{c.lower()}{c.upper()}]" if c.isalpha() else re.escape(c) for c in naam)
    return f"^(?!{naam}$){letters}$".replace(r"\-", "-")


def _slip(naam: str) -> Schema:
    zin = f"Dit is geen veld van een bron en wordt niet gebruikt. Bedoelde u '{naam}'?"
    return {"type": ["null"], "errorMessage": zin, "doNotSuggest": True}
