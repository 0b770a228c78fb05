"""Check bronnen.yaml: each source has a key, a title and a date that can be read."""

from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from toetsingskader.kader.bronnen import Bron, Bronnen
from toetsingskader.source import Data, Location, Pad, Source
from toetsingskader.waarden.datum import parse_datum
from toetsingskader.waarden.kamerstuk import parse_kamerstuk

_CUSTOM = ("kamerstuk", "kamer", "opgehaald_op", "rang")
_RANG = ("officieel", "onderzoek", "media")
Melding = tuple[Pad, str, str]
LOST = frozenset({"BRONNEN-VORM", "BRONNEN-ID", "LEES-REGEL", "LEES-VORM", "LEES-MEER"})
"""Codes of findings after which a source is missing from what was read."""


def read_bronnen(source: Source) -> tuple[Bronnen, list[Melding]]:
    """Give the sources by key, and what is wrong: path, code and sentence."""
    meldingen: list[Melding] = []
    bronnen: dict[str, Bron] = {}
    plaatsen: dict[str, Location] = {}
    for pad, item in _items(source.data, meldingen):
        if not isinstance(item, dict):
            meldingen.append((pad, "BRONNEN-VORM", "Hier hoort een bron met een 'id' en 'title'."))
            continue
        sleutel = item.get("id")
        if not isinstance(sleutel, str) or not sleutel:
            meldingen.append(
                (
                    pad,
                    "BRONNEN-ID",
                    "Deze bron heeft geen 'id'. Geef haar een sleutel "
                    "waarmee de tekst ernaar kan verwijzen, zoals rapport-2025.",
                )
            )
            continue
        if sleutel in bronnen:
            meldingen.append(
                (
                    pad,
                    "BRONNEN-DUBBEL",
                    f"De sleutel '{sleutel}' komt twee keer voor; de eerste staat op regel "
                    f"{plaatsen[sleutel].regel}. Geef elke bron een eigen sleutel.",
                )
            )
            continue
        meldingen += _check(pad, item)
        bronnen[sleutel] = Bron(sleutel, {**item, "issued": _issued(item.get("issued"))}, pad)
        plaatsen[sleutel] = source.places.get(pad, Location(1, 1))
    return Bronnen(bronnen, plaatsen), meldingen


def _items(data: Data, meldingen: list[Melding]) -> Iterator[tuple[Pad, Data]]:
    prefix: Pad = ()
    if isinstance(data, dict) and (not data or "references" in data):
        prefix = ("references",)
        data = data.get("references")
    if data in (None, ""):
        return
    if not isinstance(data, list):
        meldingen.append(
            (
                (),
                "BRONNEN-VORM",
                "bronnen.yaml begint met 'references:' en daaronder "
                "een lijst van bronnen, zoals Zotero die maakt.",
            )
        )
        return
    for i, item in enumerate(data):
        yield (*prefix, i), item


def _check(pad: Pad, item: dict[str, Data]) -> Iterator[Melding]:
    sleutel = item["id"]
    if not item.get("title"):
        yield pad, "BRONNEN-TITEL", f"De bron '{sleutel}' heeft geen titel. Vul 'title' in."
    issued = item.get("issued")
    if issued and not _issued(issued):
        yield (
            (*pad, "issued"),
            "BRONNEN-DATUM",
            f"De datum van bron '{sleutel}' is niet te lezen. Schrijf jjjj-mm-dd, jjjj-mm of jjjj.",
        )
    custom = item.get("custom")
    if not isinstance(custom, dict):
        return
    for naam in custom:
        if naam not in _CUSTOM:
            yield (
                (*pad, "custom", naam),
                "BRONNEN-VELD",
                f"'{naam}' is onder 'custom' niet bekend. Gebruik {', '.join(_CUSTOM)}.",
            )
    stuk = custom.get("kamerstuk")
    if isinstance(stuk, str) and (zin := _wrong_kamerstuk(stuk)):
        yield (*pad, "custom", "kamerstuk"), "BRONNEN-KAMERSTUK", zin
    if custom.get("rang") not in (None, *_RANG):
        yield (*pad, "custom", "rang"), "BRONNEN-RANG", f"'rang' is een van: {', '.join(_RANG)}."


def _wrong_kamerstuk(text: str) -> str:
    try:
        parse_kamerstuk(text)
    except PydanticCustomError as error:
        return str((error.context or {})["zin"])
    return ""


def _issued(raw: Data) -> str:
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
