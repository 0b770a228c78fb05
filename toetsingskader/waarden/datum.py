"""Dates as people type them: a day, a month, or "medio 2026" (marked as inexact)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from pydantic_core import PydanticCustomError

from toetsingskader.waarden.waardetype import Waardetype, refuse

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_PARTS = {
    "begin": (1, 4),
    "medio": (5, 8),
    "eind": (9, 12),
    "eerste helft": (1, 6),
    "tweede helft": (7, 12),
}


@dataclass(frozen=True, order=True)
class Datum:
    """A span of days: one day when exact, else the first and last day it can mean."""

    van: date
    tot_en_met: date
    tekst: str
    """As a letter prints it."""

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.van == self.tot_en_met

    def __str__(self) -> str:
        return self.tekst


def _check_year(year: int, typed: str) -> None:
    if not 1900 <= year <= 2199:
        raise refuse("DATUM", f"'{typed}' heeft geen jaar dat hier kan. Controleer het jaartal.")


def _day(year: int, month: int, day: int, typed: str) -> Datum:
    _check_year(year, typed)
    if not 1 <= month <= 12:
        raise refuse(
            "DATUM",
            f"'{typed}' heeft geen bestaande maand. Schrijf eerst de dag en dan de maand, "
            "bijvoorbeeld 26 februari 2025.",
        )
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise refuse(
            "DATUM",
            f"'{typed}' bestaat niet: {MAANDEN[month - 1]} {year} heeft "
            f"{calendar.monthrange(year, month)[1]} dagen. Controleer de dag.",
        )
    when = date(year, month, day)
    return Datum(when, when, as_day(when))


def as_day(day: date) -> str:
    """A day as a letter prints it: "26 februari 2025"."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def _months(year: int, first: int, last: int, text: str) -> Datum:
    _check_year(year, text)
    return Datum(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), text)


def _month_number(word: str) -> int | None:
    folded = word.rstrip(".").lower()
    if folded == "mrt":
        return 3
    if folded == "sept":
        return 9
    hits = [i for i, name in enumerate(MAANDEN, 1) if folded in (name, name[:3])]
    return hits[0] if hits else None


def parse_datum(text: str) -> Datum:
    """Read a date; raises a refusal that says how to write it."""
    typed = " ".join(text.split())
    if m := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed, re.ASCII):
        return _day(int(m[1]), int(m[2]), int(m[3]), typed)
    if m := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", typed, re.ASCII):
        return _day(int(m[3]), int(m[2]), int(m[1]), typed)
    if m := re.fullmatch(r"(\d{1,2})\s+([a-z]+\.?)\s+(\d{4})", typed, re.ASCII | re.IGNORECASE):
        month = _month_number(m[2])
        if month:
            return _day(int(m[3]), month, int(m[1]), typed)
    return _parse_inexact(typed)


def find_datum(text: str) -> Datum | None:
    """The date that a text is; None when it is none."""
    try:
        return parse_datum(text)
    except PydanticCustomError:
        return None


def _parse_inexact(typed: str) -> Datum:
    if m := re.fullmatch(r"(\d{4})-(0?[1-9]|1[0-2])", typed, re.ASCII):
        return _months(int(m[1]), int(m[2]), int(m[2]), f"{MAANDEN[int(m[2]) - 1]} {m[1]}")
    if m := re.fullmatch(r"([a-z]+\.?)\s+(\d{4})", typed, re.ASCII | re.IGNORECASE):
        word, year = m[1].lower(), int(m[2])
        if word in _PARTS:
            return _months(year, *_PARTS[word], f"{word} {year}")
        month = _month_number(word)
        if month:
            return _months(year, month, month, f"{MAANDEN[month - 1]} {year}")
    if m := re.fullmatch(
        r"(eerste|tweede|1e|2e) helft (?:van )?(\d{4})", typed, re.ASCII | re.IGNORECASE
    ):
        part = "eerste helft" if m[1].lower() in ("eerste", "1e") else "tweede helft"
        return _months(int(m[2]), *_PARTS[part], f"{part} {m[2]}")
    if m := re.fullmatch(r"(19|20|21)\d\d", typed, re.ASCII):
        return _months(int(typed), 1, 12, typed)
    raise refuse(
        "DATUM",
        f"'{typed}' is geen datum. Schrijf een dag (26 februari 2025 of 2025-02-26), een maand "
        "(februari 2025), of begin, medio of eind met een jaar (medio 2026).",
    )


_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_AGO = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}


def recent_day(text: str, today: date) -> date | None:
    """The day that "gisteren" or "maandag" means, the last one of that name; None for another."""
    word = text.strip().casefold()
    ago = _AGO.get(word)
    if word in _DAYS:
        ago = (today.weekday() - _DAYS.index(word)) % 7 or 7
    return None if ago is None else today - timedelta(ago)


def with_year(text: str, today: date) -> str:
    """A day that was typed without its year, with that of the last such day; else the text."""
    typed = re.fullmatch(r"(\d{1,2})\s+([a-z]+\.?)", text.strip(), re.ASCII | re.IGNORECASE)
    month = _month_number(typed[2]) if typed else None
    if not typed or not month:
        return text
    for year in range(today.year, today.year - 9, -1):  # a leap day comes at least every eight
        day = int(typed[1])
        there = 1 <= day <= calendar.monthrange(year, month)[1]
        if there and date(year, month, day) <= today:
            return f"{text.strip()} {year}"
    return text


DATUM = Waardetype("een datum", parse_datum, str, "26 februari 2025")
DatumVeld = Annotated[Datum, DATUM]
