"""Deadlines as people write them → something that can be put in order. Knows no clock."""

import re

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
