"""Text from a record, made harmless for a screen: no control characters, no hidden characters.

Every format that a person reads starts with `inert_toetsing`, so that no format can forget a field.
What is taken away stays visible as `[U+001B]`. Escaping for HTML or Markdown is the format's work.
"""

import re
import unicodedata
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TypeVar

_REGELEINDE = re.compile("\r\n|[\n\r\v\f\u0085\u2028\u2029]")
_SPATIES = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_GEWOON = re.compile(r"[ -~]*")
_TOEGESTAAN = frozenset("\n\u00ad\u200c\u200d")
"""Soft hyphen and joiners belong to words."""
_HARDE_SPATIES = frozenset("\u00a0\u202f")

T = TypeVar("T")


def inert(text: str) -> str:
    """Trimmed lines without control, format, private-use or unpaired characters."""
    if _GEWOON.fullmatch(text) and "  " not in text:
        return text.strip()
    lines = (_SPATIES.sub(_one_space, line).strip() for line in _REGELEINDE.split(text))
    return "".join(map(_visible, "\n".join(line for line in lines if line)))


def inert_toetsing(value: T) -> T:
    """The same dataclass, in which every text at any depth is inert."""
    changed: object = value
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        changed = inert(value)
    elif isinstance(value, tuple):
        changed = tuple(inert_toetsing(part) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = type(value)(
            **{f.name: inert_toetsing(getattr(value, f.name)) for f in fields(value)}
        )
    return changed  # type: ignore[return-value]


def _one_space(match: re.Match[str]) -> str:
    """A single no-break space is meant ("€ 12,5 mln"); anything else becomes one space."""
    return match.group() if match.group() in _HARDE_SPATIES else " "


@cache
def _visible(char: str) -> str:
    if char in _TOEGESTAAN or not _is_hidden(char):
        return char
    return f"[U+{ord(char):04X}]"


def _is_hidden(char: str) -> bool:
    noncharacter = ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF
    return noncharacter or unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
