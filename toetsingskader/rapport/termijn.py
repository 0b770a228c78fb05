"""Days as people write them → something that can be put in order, and an age. Knows no clock."""

import re
from calendar import monthrange
from datetime import date

_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_DELEN = {"begin": (1, 31), "medio": (7, 31), "eind": (12, 31)}

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
_CIJFERS = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_WOORDEN = re.compile(r"(?:(\d{1,2}) )?([a-z]+) (\d{4})")
_HELFT = re.compile(r"(eerste|tweede) helft (\d{4})")
_JAAR = re.compile(r"\d{4}")

Volgorde = tuple[int, int, int]
"""Year, month, last possible day."""


def parse_termijn(text: str) -> Volgorde | None:
    """When it ends at the latest ("maart 2026" is day 31 of month 3), or None when unreadable."""
    words = " ".join(text.lower().split())
    if match := _ISO.fullmatch(words):
        return int(match[1]), int(match[2]), int(match[3] or 31)
    if match := _CIJFERS.fullmatch(words):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _WOORDEN.fullmatch(words):
        return _from_words(match[1], match[2], int(match[3]))
    if match := _HELFT.fullmatch(words):
        return int(match[2]), *((6, 30) if match[1] == "eerste" else (12, 31))
    return (int(words), 12, 31) if _JAAR.fullmatch(words) else None


def _from_words(dag: str | None, woord: str, jaar: int) -> Volgorde | None:
    if woord in _MAANDEN:
        return jaar, _MAANDEN.index(woord) + 1, int(dag or 31)
    if woord in _DELEN and dag is None:
        return jaar, *_DELEN[woord]
    return None


def is_verstreken(termijn: str, peildatum: str) -> bool:
    """Whether the deadline lies before the reference date; no when either is unreadable."""
    einde, peil = parse_termijn(termijn), parse_termijn(peildatum)
    return einde is not None and peil is not None and einde < peil


def ouderdom(datum: str, peildatum: str) -> str:
    """How old a fact is on the reference date, such as "9 maanden oud".

    A date that is no single day counts from its last one. Empty when either cannot be read, or when
    the fact is not from before the reference date.
    """
    toen, peil = parse_termijn(datum), parse_termijn(peildatum)
    if toen is None or peil is None or toen >= peil:
        return ""
    try:
        dagen = (_last_day(peil) - _last_day(toen)).days
    except ValueError:  # The thirteenth month: what cannot be read has no age.
        return ""
    if dagen < 60:
        return f"{dagen} {'dag' if dagen == 1 else 'dagen'} oud" if dagen else ""
    maanden = round(dagen / 30.44)
    return f"{maanden} maanden oud" if maanden < 24 else f"{round(dagen / 365.25)} jaar oud"


def _last_day(volgorde: Volgorde) -> date:
    jaar, maand, dag = volgorde
    return date(jaar, maand, min(dag, monthrange(jaar, maand)[1]))
