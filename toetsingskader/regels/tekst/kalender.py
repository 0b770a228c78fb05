"""Rules about dates: days that do not exist, and a source whose address has another date."""

import calendar
import re
from collections.abc import Iterator
from datetime import date

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.bronnen import Bron
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import Tekst, in_each_text
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden.datum import MAANDEN

_MAAND = "|".join(MAANDEN)
DATUM = re.compile(
    rf"(?<![\w.,/-])(?:(?P<dag>\d{{1,2}})(?:e|ste)?\s+(?P<maand>{_MAAND})\b(?:\s+(?P<jaar>\d{{4}}))?"
    r"|(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<j>(?:19|20)\d\d)"
    r"|(?P<ij>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d))(?![\w/-])",
    re.IGNORECASE | re.ASCII,
)
"""A day as a letter writes it, or in figures."""


def _parts(match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year, month and day."""
    if match["maand"]:
        year = int(match["jaar"]) if match["jaar"] else None
        return year, MAANDEN.index(match["maand"].lower()) + 1, int(match["dag"])
    if match["m"]:
        return int(match["j"]), int(match["m"]), int(match["d"])
    return int(match["ij"]), int(match["im"]), int(match["id"])


def _impossible(tekst: Tekst) -> Iterator[Melding]:
    for vondst in tekst.lezing.zoek(DATUM, ontkend=True):
        year, month, day = _parts(vondst.match)
        if not 1 <= month <= 12:
            yield tekst.melding(
                vondst.positie,
                f"'{vondst.woord}' heeft geen bestaande maand. Schrijf de datum met de naam van de "
                "maand, zoals 26 februari 2025.",
            )
            continue
        # Without a year the benefit of the doubt: a leap year.
        days = calendar.monthrange(year if year and year > 0 else 2024, month)[1]
        if not 1 <= day <= days:
            of_year = f" {year}" if year and month == 2 else ""
            yield tekst.melding(
                vondst.positie,
                f"'{vondst.woord}' bestaat niet: {MAANDEN[month - 1]}{of_year} heeft {days} dagen. "
                "Controleer de dag.",
            )


_KORT = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MAAND_IN_ADRES = {naam: i for i, naam in enumerate(_KORT, 1)} | {"mrt": 3, "mei": 5, "okt": 10}
_IN_ADRES = re.compile(
    r"(?<!\d)(?P<jaar>(?:19|20)\d\d)(?P<teken>[/-])(?P<maand>\d{1,2}|[a-z]{3})"
    r"(?:(?P=teken)(?P<dag>\d{1,2}))?(?![a-z\d])",
    re.IGNORECASE | re.ASCII,
)
_DAG_VERSCHIL = 1
"""A day of difference may be a time zone."""


def _date_in_address(url: str) -> tuple[str, date, date] | None:
    """A date in the address of a page, with the first and last day it can mean."""
    for match in _IN_ADRES.finditer(url):
        year, naam = int(match["jaar"]), match["maand"].lower()
        month = int(naam) if naam.isdigit() else _MAAND_IN_ADRES.get(naam, 0)
        # What was put in a folder for uploads in one month may be published in another.
        if not 1 <= month <= 12 or "upload" in url[: match.start()]:
            continue
        last = calendar.monthrange(year, month)[1]
        day = int(match["dag"] or 0)
        if 1 <= day <= last:
            return match[0], date(year, month, day), date(year, month, day)
        if not match["dag"] and match["teken"] == "/":
            return match[0], date(year, month, 1), date(year, month, last)
    return None


def _issued(bron: Bron) -> tuple[date, date] | None:
    """The first and last day of a date as it was read: jjjj, jjjj-mm or jjjj-mm-dd."""
    numbers = [int(p) for p in bron.veld("issued").split("-") if p.isdecimal()]
    try:
        year, month, day = (*numbers, 0, 0)[:3]
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except (ValueError, IndexError):
        return None
    return first, last


def _other_date_in_address(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, bron in b.bronnen.bronnen.items():
        typed, found = _issued(bron), _date_in_address(bron.veld("URL"))
        if not typed or not found:
            continue
        apart = max((found[1] - typed[1]).days, (typed[0] - found[2]).days)
        if apart > _DAG_VERSCHIL:
            yield Melding(
                "bronnen",
                (*bron.pad, "issued"),
                f"De bron '{sleutel}' heeft als datum {bron.veld('issued')}, maar in haar webadres "
                f"staat {found[0]}. Controleer de datum en het adres.",
            )


REGELS = (
    Regel(
        "TEKST-DATUM",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een datum in de tekst bestaat.",
        "de tekst in het dossier",
        (),
        in_each_text(_impossible, noten=True),
    ),
    Regel(
        "BRON-WEBADRES",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "De datum van een bron is die in haar webadres.",
        "bronnen.yaml in het dossier",
        ("bronnen",),
        _other_date_in_address,
    ),
)
