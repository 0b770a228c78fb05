"""Countries: one Dutch name and ISO code each, so that Rusland is the Russische Federatie."""

import difflib
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from toetsingskader.waarden.waardetype import Waardetype, normalise, refuse

# What is written in files besides the names of the Unicode CLDR, and names that letters prefer.
_SYNONYMS = {
    "Rusland": "RU",
    "Verenigde Staten van Amerika": "US",
    "VS": "US",
    "USA": "US",
    "Amerika": "US",
    "VK": "GB",
    "Groot-Brittannië": "GB",
    "UK": "GB",
    "Nederland": "NL",
    "Koninkrijk der Nederlanden": "NL",
    "Tsjechische Republiek": "CZ",
    "Bosnië": "BA",
    "BiH": "BA",
    "Volksrepubliek China": "CN",
}
_NAMES = {"RU": "Russische Federatie", "BA": "Bosnië en Herzegovina"}


@dataclass(frozen=True)
class Land:
    """A country, or (code "") another party named in the same field."""

    naam: str
    code: str = ""

    def __str__(self) -> str:
        return self.naam


@cache
def _table() -> dict[str, Land]:
    # Imported here: only records that name a country pay for the locale data.
    from babel.core import Locale

    names = {c: n for c, n in Locale("nl").territories.items() if len(c) == 2 and c.isalpha()}
    names |= _NAMES
    table = {normalise(name): Land(name, code) for code, name in names.items()}
    table |= {normalise(code): Land(name, code) for code, name in names.items()}
    return table | {normalise(s): Land(names[code], code) for s, code in _SYNONYMS.items()}


def find_land(text: str) -> Land | None:
    """The country of this name, code or synonym; None when there is none."""
    return _table().get(normalise(text))


def _parse_land(text: str) -> Land:
    land = find_land(text)
    if land is None:
        near = difflib.get_close_matches(normalise(text), _table(), n=1, cutoff=0.7)
        hint = f" Bedoelde u '{_table()[near[0]].naam}'?" if near else ""
        raise refuse(
            "LAND",
            f"'{text}' is geen land dat hier bekend is.{hint} Schrijf de Nederlandse naam of de "
            "landcode van twee letters.",
        )
    return land


def _parse_party(text: str) -> Land:
    return find_land(text) or Land(" ".join(text.split()))


LAND = Waardetype("een land", _parse_land, str, "Oekraïne")
PARTIJ = Waardetype("een land of een andere partij", _parse_party, str, "Russische Federatie")
LandVeld = Annotated[Land, LAND]
LandOfRegel = Annotated[Land, PARTIJ]
