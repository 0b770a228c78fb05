"""The marks of Markdown: text that stays text, lists and tables."""

import re
from collections.abc import Iterable, Sequence

NIETS = "–"
"""What stands in an empty cell."""
_TEKENS = re.compile(r"[\\`*_{}\[\]<>|~$&#!%^]|:(?=\S)|(?<=\bwww)\.", re.IGNORECASE)
_BEGIN = re.compile(r"^(?:[-+=/]|\d+(?=[.)]))")
_VERWIJZING = re.compile(r"@|\\[#!](?=\w)")
_GEEN_LETTER = re.compile(r"[^\w\s,.'()-]|_")
_ONDERBREKING = "&#8203;"
"""A zero-width space: platforms look for @name and #1 in the finished page, past any backslash."""


def escape(text: str) -> str:
    """Any text as the same text in Markdown, on one line."""
    regel = " ".join(text.split())
    veilig = _TEKENS.sub(lambda m: "\\" + m.group(), regel)
    veilig = _BEGIN.sub(_escape_begin, veilig)
    return _VERWIJZING.sub(lambda m: m.group() + _ONDERBREKING, veilig)


def _escape_begin(match: re.Match[str]) -> str:
    """A list marker, underline or quick action at the start; after digits the dot is the marker."""
    begin = match.group()
    return f"{begin}\\" if begin[0].isdigit() else f"\\{begin}"


def entities(text: str) -> str:
    """The same within an HTML element, where Markdown may be off: entities for all but letters."""
    regel = _GEEN_LETTER.sub(lambda m: f"&#{ord(m.group())};", " ".join(text.split()))
    return regel.replace("&#64;", f"&#64;{_ONDERBREKING}")


def lijst(*regels: str) -> str:
    """A list; the items are Markdown already."""
    return "\n".join(f"- {regel}" for regel in regels)


def tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> str:
    """A table; the heads are Markdown already, the cells are text."""
    cellen = ([escape(cel) or NIETS for cel in rij] for rij in rijen)
    regels = [koppen, ["---"] * len(koppen), *cellen]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)
