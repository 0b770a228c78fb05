"""bronnen.yaml: the sources, as CSL-YAML the way Zotero exports it.

Only what is used here is checked; any other CSL field passes through to the citation processor.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toetsingskader.source import Data, Location, Pad
from toetsingskader.waarden import Kamerstuk
from toetsingskader.waarden.kamerstuk import read_kamerstuk


@dataclass(frozen=True)
class Bron:
    """One source: its key, its CSL fields as text, and our own `custom` fields."""

    sleutel: str
    velden: Mapping[str, Data]
    pad: Pad

    def veld(self, naam: str) -> str:
        """A CSL field as text, empty when absent."""
        waarde = self.velden.get(naam)
        return waarde if isinstance(waarde, str) else ""

    def custom(self, naam: str) -> str:
        """One of our own fields under `custom`, empty when absent."""
        custom = self.velden.get("custom")
        waarde = custom.get(naam) if isinstance(custom, dict) else None
        return waarde if isinstance(waarde, str) else ""

    @property
    def rang(self) -> str:
        """What kind of publication it is: officieel, onderzoek or media; empty when not said."""
        return self.custom("rang")

    @property
    def kamerstuk(self) -> Kamerstuk | None:
        """The parliamentary paper it is, if any; a law may have a number that says so as well."""
        number = self.veld("number") if self.veld("type") in ("legislation", "bill") else ""
        return read_kamerstuk(self.custom("kamerstuk") or number)

    def csl(self, kamer: str) -> dict[str, Any]:
        """The source as CSL-JSON for a letter to the "tweede" or "eerste" Kamer.

        `kamerstuk` is no field of CSL: the name of a parliamentary paper in that letter.
        """
        item = {k: v for k, v in self.velden.items() if k not in ("custom", "id") and v}
        stuk = self.kamerstuk
        if stuk:
            item["kamerstuk"] = stuk.in_letter_to(kamer)
            item.setdefault("URL", stuk.url)
        return {"id": self.sleutel, **item}


@dataclass(frozen=True)
class Bronnen:
    """All sources of a record by key."""

    bronnen: Mapping[str, Bron]
    plaatsen: Mapping[str, Location]

    def __contains__(self, sleutel: str) -> bool:
        return sleutel in self.bronnen
