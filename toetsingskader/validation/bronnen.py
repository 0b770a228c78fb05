"""Check bronnen.yaml: each source has a key, a title and a date that can be read."""

from collections.abc import Iterator

from toetsingskader.kader.bronnen import Bron, Bronnen
from toetsingskader.source import Data, Location, Pad, Source
from toetsingskader.validation.csl import Melding, check_source, read_dates

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
        meldingen += check_source(pad, item)
        bronnen[sleutel] = Bron(sleutel, {**item, **read_dates(item)}, pad)
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
