"""Numbers as people in The Hague type them: a point for thousands, a comma for decimals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from toetsingskader.waarden.waardetype import Waardetype, refuse

_WHOLE = r"(?:0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,11})"
_DECIMAL = rf"{_WHOLE}(?:,\d{{1,6}})?"
_DASH = r"\s*[-–]\s*"
_ABOUT = re.compile(
    r"(ca\.?|circa|ruim|bijna|ongeveer|zo'n|maximaal|minimaal|max\.?)\s+\S", re.IGNORECASE
)
_FACTORS = {"": 1, "duizend": 10**3, "mln": 10**6, "miljoen": 10**6, "mld": 10**9, "miljard": 10**9}


def format_number(value: int | Decimal) -> str:
    """Dutch notation: 1.250 and 12,5."""
    whole, _, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


@dataclass(frozen=True, order=True)
class Aantal:
    """A whole number, or a range of them (`laag` equals `hoog` when exact)."""

    laag: int
    hoog: int

    def __str__(self) -> str:
        if self.laag == self.hoog:
            return format_number(self.laag)
        return f"{format_number(self.laag)} tot {format_number(self.hoog)}"


def sum_of(aantallen: Iterable[Aantal]) -> Aantal:
    """All these numbers together, as a range when one of them is."""
    values = list(aantallen)
    return Aantal(sum(a.laag for a in values), sum(a.hoog for a in values))


@dataclass(frozen=True, order=True)
class Bedrag:
    """An amount in euros."""

    euro: Decimal

    def __str__(self) -> str:
        for factor, word in ((10**9, " mld"), (10**6, " mln")):
            if abs(self.euro) >= factor:
                return f"€ {format_number(self.euro / factor)}{word}"
        return f"€ {format_number(self.euro)}"


@dataclass(frozen=True)
class Getal:
    """Any number as figures in sources have them: count, range, amount or percentage."""

    waarde: Aantal | Bedrag | Decimal
    procent: bool = False

    def __str__(self) -> str:
        if isinstance(self.waarde, Decimal):
            return format_number(self.waarde) + (" procent" if self.procent else "")
        return str(self.waarde)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _parse_aantal(text: str) -> Aantal:
    text = text.strip()
    match = re.fullmatch(rf"({_WHOLE})(?:{_DASH}({_WHOLE}))?", text, re.ASCII)
    if not match:
        raise refuse("AANTAL", _why_no_number(text))
    low = int(_decimal(match[1]))
    high = int(_decimal(match[2])) if match[2] else low
    if high < low:
        raise refuse("AANTAL", f"'{text}' loopt van hoog naar laag; zet het laagste getal vooraan.")
    return Aantal(low, high)


def _why_no_number(text: str) -> str:
    if re.fullmatch(r"\d{1,3},\d{3}", text):
        whole, part = text.split(",")
        return (
            f"'{text}' kan {whole}.{part} zijn (met een punt voor duizendtallen) of een getal met "
            f"cijfers achter de komma. Schrijf {whole}.{part} als u het hele getal bedoelt."
        )
    if _ABOUT.match(text):
        return (
            f"'{text}' is geen getal. Zet hier alleen het getal, en het woord ervoor (circa, ruim, "
            "maximaal) in 'aard', of in 'toelichting' waar geen 'aard' is."
        )
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return f"'{text}' is geen heel getal. Een punt scheidt duizendtallen, zoals in 1.250."
    return (
        f"'{text}' is geen getal. Schrijf een heel getal zoals 175 of 1.250, een bereik zoals "
        "2.000-3.000, of 'onbekend'."
    )


def _parse_bedrag(text: str) -> Bedrag:
    words = "|".join(w for w in _FACTORS if w)
    match = re.fullmatch(
        rf"(?:€|EUR|euro)?\s*({_DECIMAL})\s*({words})?\.?(?:\s*euro)?",
        text.strip(),
        re.ASCII | re.IGNORECASE,
    )
    if not match:
        raise refuse(
            "BEDRAG",
            f"'{text}' is geen bedrag. Schrijf bijvoorbeeld 12,5 mln, 250.000 of € 1,2 mld.",
        )
    return Bedrag(_decimal(match[1]) * _FACTORS[(match[2] or "").lower()])


def _parse_procent(text: str) -> Decimal:
    match = re.fullmatch(rf"({_DECIMAL})\s*(?:%|procent)?", text.strip(), re.ASCII)
    if not match or _decimal(match[1]) > 100:
        raise refuse(
            "PROCENT", f"'{text}' is geen percentage van 0 tot en met 100; schrijf 48 of 12,5."
        )
    return _decimal(match[1])


def _parse_getal(text: str) -> Getal:
    text = text.strip()
    if re.search(r"(%|procent)\s*$", text):
        return Getal(_parse_procent(text), procent=True)
    if re.search(r"€|eur|mln|mld|miljoen|miljard", text, re.IGNORECASE):
        return Getal(_parse_bedrag(text))
    if re.fullmatch(rf"{_WHOLE},\d{{1,2}}", text, re.ASCII):
        return Getal(_decimal(text))
    return Getal(_parse_aantal(text))


def _parse_jaar(text: str) -> int:
    if not re.fullmatch(r"(19|20|21)\d\d", text.strip(), re.ASCII):
        raise refuse("JAAR", f"'{text}' is geen jaar. Schrijf vier cijfers, bijvoorbeeld 2026.")
    return int(text)


def _show_procent(value: Any) -> str:
    return f"{format_number(value)} procent"


AANTAL = Waardetype("een heel getal of een bereik", _parse_aantal, str, "1.250", numeric=True)
BEDRAG = Waardetype("een bedrag in euro's", _parse_bedrag, str, "12,5 mln", numeric=True)
PROCENT = Waardetype("een percentage", _parse_procent, _show_procent, "48", numeric=True)
GETAL = Waardetype("een getal, bereik, bedrag of percentage", _parse_getal, str, "30.000", True)
JAAR = Waardetype("een jaar", _parse_jaar, str, "2026", numeric=True)

AantalVeld = Annotated[Aantal, AANTAL]
BedragVeld = Annotated[Bedrag, BEDRAG]
ProcentVeld = Annotated[Decimal, PROCENT]
GetalVeld = Annotated[Getal, GETAL]
JaarVeld = Annotated[int, JAAR]
