"""Pieces of JSON Schema (draft 7), with the extra words that the YAML language server knows.

What is refused has a Dutch sentence of its own. A type is given as a list, for of several single
types that fail the language server makes one English sentence; and where one value must stand, the
other types are refused instead of named, for it offers `true`, `false` and `null` of those named.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from toetsingskader.waarden import normalise

Schema = dict[str, Any]

_TUSSEN = r"[ _'-]*"
"""What `normalise` does not see between letters."""
ANDERS = r"[^\u0000-\u007f]"
"""A sign with an accent or stranger: whether that is a known word, is left to the program."""


def scalar(message: str = "Hier hoort één waarde, op dezelfde regel.") -> Schema:
    """Anything that is one value: text, or what YAML takes for a number."""
    return _no(("object", "array"), message)


def _no(types: Iterable[str], message: str) -> Schema:
    """Anything but these types."""
    return {
        "if": {"type": [*types]},
        "then": {"type": ["null"], "errorMessage": message},
    }


def closed(properties: Mapping[str, Schema], message: str) -> Schema:
    """A block with these fields and no other."""
    return {
        "type": ["object"],
        "properties": dict(properties),
        "additionalProperties": False,
        "errorMessage": message,
    }


def array(items: Schema) -> Schema:
    """A list of these."""
    zin = "Hier hoort een lijst: zet elke regel op een nieuwe regel achter '- '."
    return {"type": ["array"], "items": items, "errorMessage": zin}


def empty(message: str, *forms: Any) -> Schema:
    """Nothing yet, in one of these forms."""
    return {"if": {"enum": [*forms]}, "else": {"type": ["null"], "errorMessage": message}}


def exact(options: Mapping[str, str], message: str) -> Schema:
    """One of these words exactly, each with what it means; or nothing yet."""
    offered = {"enum": list(options), "markdownEnumDescriptions": list(options.values())}
    return {"oneOf": [{**offered, "errorMessage": message}, empty(message, None)]}


def words(options: Mapping[str, str], also: Iterable[str], message: str) -> list[Schema]:
    """Alternatives for a choice: the words to offer with what each means, and all other spellings.

    `also` are words that may be typed as well, such as labels.
    """
    spellings = sorted({normalise(word) for word in (*options, *also)})
    exact = "|".join(map(_escape, options))
    loose = f"(?:{'|'.join(map(_loose, spellings))}){_TUSSEN}"
    return [
        {
            "enum": list(options),
            "markdownEnumDescriptions": list(options.values()),
            "errorMessage": message,
        },
        {
            **_no(("object", "array", "number", "boolean"), message),
            "pattern": rf"^(?!(?:{exact})$)(?:\s*(?:{loose}\.*)?\s*$|[\s\S]*{ANDERS})",
            "errorMessage": message,
        },
    ]


def _loose(word: str) -> str:
    """A folded word however it may be typed in ASCII."""
    letters = (f"[{c}{c.upper()}]" if c.isalpha() else _escape(c) for c in word if c.isascii())
    return _TUSSEN + _TUSSEN.join(letters)


def _escape(text: str) -> str:
    """The text as itself in a pattern that JavaScript reads, which re.escape is not for."""
    return re.sub(r"([\\^$.*+?()\[\]{}|/])", r"\\\1", text)
