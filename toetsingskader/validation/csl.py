"""Check one source of bronnen.yaml: the fields of CSL that letters use, and those of our own."""

import difflib
from collections.abc import Callable, Iterable, Iterator

from pydantic_core import PydanticCustomError

from toetsingskader.kader.csl import DELEN_VAN_NAAM, GEBRUIKT, NAMEN, SOORTEN, VELDEN
from toetsingskader.source import Data, Pad
from toetsingskader.waarden.datum import parse_datum
from toetsingskader.waarden.kamerstuk import parse_kamerstuk
from toetsingskader.waarden.keuze import keuze

Melding = tuple[Pad, str, str]
"""Path, code and sentence."""

RANG = ("officieel", "onderzoek", "media")
_DATES = ("issued", "accessed")
_CUSTOM = ("kamerstuk", "kamer", "opgehaald_op", "rang")
_ONE_TEXT = ("title", "title-short", "number", "container-title", "publisher", "genre", "note")


def check_source(pad: Pad, item: dict[str, Data]) -> Iterator[Melding]:
    """What is wrong with one source that has a key."""
    sleutel = item["id"]
    if not item.get("title"):
        yield pad, "BRONNEN-TITEL", f"De bron '{sleutel}' heeft geen titel. Vul 'title' in."
    for naam, waarde in item.items():
        if naam not in _DATES or not waarde or _read_date(waarde):
            continue
        yield (
            (*pad, naam),
            "BRONNEN-DATUM",
            f"De datum van bron '{sleutel}' is niet te lezen. Schrijf jjjj-mm-dd, jjjj-mm of jjjj.",
        )
    for naam, waarde in item.items():
        yield from _check_field((*pad, naam), naam, waarde)
    custom = item.get("custom")
    if isinstance(custom, dict):
        yield from _check_custom((*pad, "custom"), custom)


def _check_field(pad: Pad, naam: str, waarde: Data) -> Iterator[Melding]:
    if naam not in VELDEN:
        near = _near(naam, GEBRUIKT)
        if near:
            yield (
                pad,
                "BRONNEN-VELD",
                f"'{naam}' is geen veld van een bron en wordt niet gebruikt. Bedoelde u '{near}'?",
            )
    elif naam == "type" and isinstance(waarde, str) and waarde not in SOORTEN:
        hint = _hint(waarde, SOORTEN)
        yield (
            pad,
            "BRONNEN-SOORT",
            f"'{waarde}' is geen soort bron.{hint} Gebruik een soort van CSL, zoals report, "
            "article-newspaper, webpage, legislation of personal_communication.",
        )
    elif naam == "URL" and waarde and not _is_url(waarde):
        yield (
            pad,
            "BRONNEN-URL",
            "Dit is geen webadres. Schrijf het hele adres, zoals https://www.voorbeeld.nl/stuk.",
        )
    elif naam in NAMEN:
        yield from _check_names(pad, naam, waarde)
    elif naam in (*_ONE_TEXT, "type", "URL") and isinstance(waarde, list | dict):
        yield pad, "BRONNEN-VELD", f"Bij '{naam}' hoort één tekst. Schrijf haar op dezelfde regel."
    elif naam == "custom" and waarde and not isinstance(waarde, dict):
        yield (
            pad,
            "BRONNEN-VELD",
            f"Onder 'custom' horen velden. Gebruik {', '.join(_CUSTOM)}, elk op een eigen regel.",
        )


def _check_names(pad: Pad, naam: str, waarde: Data) -> Iterator[Melding]:
    form = f"Schrijf {naam}: [{{literal: Instituut}}] of {naam}: [{{family: Jansen, given: A.}}]."
    if waarde and not isinstance(waarde, list):
        yield pad, "BRONNEN-AUTEUR", f"Bij '{naam}' hoort een lijst van namen. {form}"
    for i, persoon in enumerate(waarde if isinstance(waarde, list) else ()):
        if not isinstance(persoon, dict):
            yield (*pad, i), "BRONNEN-AUTEUR", f"Deze naam heeft geen delen. {form}"
            continue
        wrong = [deel for deel in persoon if deel not in DELEN_VAN_NAAM]
        for deel in wrong:
            hint = _hint(deel, DELEN_VAN_NAAM)
            zin = f"'{deel}' is geen deel van een naam.{hint} {form}"
            yield (*pad, i, deel), "BRONNEN-AUTEUR", zin
        if not wrong and not (persoon.get("family") or persoon.get("literal")):
            yield (*pad, i), "BRONNEN-AUTEUR", f"Deze naam heeft geen achternaam. {form}"


def _check_custom(pad: Pad, custom: dict[str, Data]) -> Iterator[Melding]:
    for naam in custom:
        if naam not in _CUSTOM:
            yield (
                (*pad, naam),
                "BRONNEN-VELD",
                f"'{naam}' is onder 'custom' niet bekend.{_hint(naam, _CUSTOM)} "
                f"Gebruik {', '.join(_CUSTOM)}.",
            )
    checks: tuple[tuple[str, str, Callable[[str], object]], ...] = (
        ("kamerstuk", "BRONNEN-KAMERSTUK", parse_kamerstuk),
        ("kamer", "BRONNEN-KAMER", keuze("tweede eerste beide").parse),
        ("opgehaald_op", "BRONNEN-DATUM", parse_datum),
    )
    for naam, code, parse in checks:
        waarde = custom.get(naam)
        if isinstance(waarde, str) and (zin := refusal(parse, waarde)):
            yield (*pad, naam), code, zin
    if custom.get("rang") not in (None, *RANG):
        yield (*pad, "rang"), "BRONNEN-RANG", f"'rang' is een van: {', '.join(RANG)}."


def refusal(parse: Callable[[str], object], text: str) -> str:
    """Why a value cannot be read; empty when it can."""
    try:
        parse(text)
    except PydanticCustomError as error:
        return str((error.context or {})["zin"])
    return ""


def _is_url(waarde: Data) -> bool:
    if not isinstance(waarde, str):
        return True
    return waarde.startswith(("https://", "http://")) and len(waarde.split()) == 1


def _near(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty when none is near."""
    folded = {k.casefold(): k for k in known}
    close = difflib.get_close_matches(word.casefold(), folded, 1, 0.75)
    return folded[close[0]] if close else ""


def _hint(word: str, known: Iterable[str]) -> str:
    near = _near(word, known)
    return f" Bedoelde u '{near}'?" if near else ""


def read_dates(item: dict[str, Data]) -> dict[str, Data]:
    """When a source appeared and when it was read, in one form; empty when not said."""
    custom = item.get("custom")
    read = custom.get("opgehaald_op") if isinstance(custom, dict) else None
    dates: dict[str, Data] = {naam: _read_date(item.get(naam)) for naam in _DATES}
    return {**dates, "accessed": dates["accessed"] or _read_date(read)}


def _read_date(raw: Data) -> str:
    """A CSL date, as Zotero writes it or as people type it, as jjjj[-mm[-dd]]; '' if unreadable."""
    if isinstance(raw, list) and raw:
        raw = raw[0]
    if isinstance(raw, dict) and "date-parts" in raw:
        parts = raw["date-parts"]
        raw = parts[0] if isinstance(parts, list) and parts else None
        values = raw if isinstance(raw, list) else []
        return _join([v for v in values if isinstance(v, str)])
    if isinstance(raw, dict):
        return _join([v for k in ("year", "month", "day") if isinstance(v := raw.get(k), str)])
    if not isinstance(raw, str):
        return ""
    try:
        datum = parse_datum(raw)
    except PydanticCustomError:
        return ""
    if datum.exact:
        return datum.van.isoformat()
    same_month = datum.van.month == datum.tot_en_met.month
    return datum.van.isoformat()[:7] if same_month else str(datum.van.year)


def _join(parts: list[str]) -> str:
    if not parts or not all(p.isascii() and p.isdigit() for p in parts):
        return ""
    return "-".join(p.zfill(2) for p in parts)
