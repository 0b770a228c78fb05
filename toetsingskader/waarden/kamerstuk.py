"""Numbers of parliamentary papers: "29 521, nr. 494" (Tweede Kamer), "29 521, BE" (Eerste Kamer).

Source of the forms: domain notes on title blocks of 29 521, nrs. 471 and BE, 34 775 X, nr. 88.
"""

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic_core import PydanticCustomError

from toetsingskader.waarden.waardetype import Waardetype, refuse

_FORM = re.compile(
    r"(?:Kamerstuk(?:ken)?\s+)?(?P<a>\d{2})\s?(?P<b>\d{3})"
    r"(?:-(?P<sub>\d{1,2})|\s(?P<budget>[IVX]{1,6}))?,?\s*"
    r"(?:nr\.?\s*(?P<nr>\d{1,5})|(?P<letter>[A-Z]{1,3}))"
)
_FILE_NAME = re.compile(
    r"kst-(?P<a>\d{2})(?P<b>\d{3})(?:-(?:(?P<sub>\d{1,2})|(?P<budget>[IVX]{1,6})))?"
    r"-(?:(?P<nr>\d{1,5})|(?P<letter>[A-Z]{1,3}))"
)


@dataclass(frozen=True)
class Kamerstuk:
    """One paper: dossier ("29 521", "21 501-20", "34 775 X") and number or letter."""

    dossier: str
    nummer: str

    @property
    def kamer(self) -> str:
        """ "tweede" for a number, "eerste" for letters."""
        return "tweede" if self.nummer.isdigit() else "eerste"

    @property
    def sleutel(self) -> str:
        """Its key among the sources, and the name of the official publication: "kst-29521-494"."""
        dossier = self.dossier.replace(" ", "", 1).replace(" ", "-")
        return f"kst-{dossier}-{self.nummer}"

    @property
    def url(self) -> str:
        """The address of the official publication, derived from the number."""
        return f"https://zoek.officielebekendmakingen.nl/{self.sleutel}.html"

    def in_letter_to(self, kamer: str) -> str:
        """What a letter to the "tweede" or "eerste" Kamer calls it.

        Source: 29 521, BE, where the papers of the other chamber are "Tweede Kamerstuk …".
        """
        others = kamer == "eerste" and self.kamer == "tweede"
        return f"{'Tweede Kamerstuk' if others else 'Kamerstuk'} {self}"

    def __str__(self) -> str:
        number = f"nr. {self.nummer}" if self.nummer.isdigit() else self.nummer
        return f"{self.dossier}, {number}"


def parse_kamerstuk(text: str) -> Kamerstuk:
    """Read a reference; raises a refusal that shows the form."""
    typed = " ".join(text.split())
    match = _FORM.fullmatch(typed) or _FILE_NAME.fullmatch(typed)
    if not match:
        raise refuse(
            "KAMERSTUK",
            f"'{typed}' is geen Kamerstuknummer. Schrijf dossier en nummer als '29 521, nr. 494' "
            "of, voor de Eerste Kamer, '29 521, BE'.",
        )
    parts = match.groupdict()
    dossier = f"{parts['a']} {parts['b']}"
    if parts.get("sub"):
        dossier += f"-{parts['sub']}"
    if parts.get("budget"):
        dossier += f" {parts['budget']}"
    return Kamerstuk(dossier, parts.get("nr") or parts.get("letter") or "")


def read_kamerstuk(text: str) -> Kamerstuk | None:
    """The paper a text names, None when it names none."""
    try:
        return parse_kamerstuk(text)
    except PydanticCustomError:
        return None


KAMERSTUK = Waardetype("een Kamerstuknummer", parse_kamerstuk, str, "29 521, nr. 494")
KamerstukVeld = Annotated[Kamerstuk, KAMERSTUK]
