"""How the text of an author is shown back: shortened, and as it should be typed."""

import re

_DOUBLE = "“”„‟"
_SINGLE = "‘’‚‛"
CURLY = _DOUBLE + _SINGLE
"""Quotation marks as Word makes them; in Dutch any of them may open or close."""

HASH = re.compile(r" (?=#\w)")
"""One space, a hash sign and at once a word: text, not a comment, though YAML drops it.

A comment begins the line, or has two spaces before it or a space after its hash sign.
"""
COMMENT = re.compile(r"\s+(?P<text>#.*)")
"""The rest of a line that falls away after a value."""
_COMMENT = re.compile(r"(?:^|\s)\s#|\s#(?!\w)")


def shorten(text: str, size: int = 40) -> str:
    """A text on one line, cut at a word when it is long."""
    words = " ".join(text[: size * 4].split())
    if len(words) <= size and len(text) <= size * 4:
        return words
    head = words[: size - 1]
    return (head[: head.rfind(" ")] if " " in head[size // 2 :] else head).rstrip(" ,;:") + "…"


def quoted(text: str) -> str:
    """A text, shortened, the way it should be typed."""
    short = shorten(text)
    if "'" not in short:
        return f"'{short}'"
    return f'"{short}"' if not {'"', "\\"} & set(short) else "'" + short.replace("'", "''") + "'"


def shown(key: str, text: str) -> str:
    """The field as it should be typed."""
    return f"{shorten(key, 30)}: {quoted(text)}" if key else quoted(text)


def in_curly(text: str) -> bool:
    """Whether a text stands as a whole between curly quotation marks."""
    inner, last = text[1:-1], text[-1:]
    if len(text) < 2 or text[0] not in CURLY:
        return False
    if text[0] in _DOUBLE:
        return last in _DOUBLE + '"' and not set(inner) & set(_DOUBLE)
    return last in _SINGLE + "'" and not set(inner) & set("‘‚‛")


def strip_curly(text: str) -> str:
    """The text without the quotation marks around it."""
    marks = CURLY + "'\""
    text = text[1:] if text[:1] in marks else text
    return (text[:-1] if text[-1:] and text[-1] in marks else text).strip()


def without_comment(text: str) -> str:
    """The part of a line that is no comment; what follows ` #word` is no comment either."""
    match = _COMMENT.search(text)
    return (text[: match.start()] if match else text).rstrip()
