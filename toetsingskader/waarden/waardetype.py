"""What every value type has in common: read from text, show as text, say what may be typed."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@lru_cache(maxsize=8192)
def normalise(text: str) -> str:
    """Fold a word so that case, spaces, hyphens, diacritics and a final full stop do not matter."""
    plain = unicodedata.normalize("NFKD", text.strip().rstrip(".").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in " -_\u00a0'’")


_NOT_YET = frozenset(
    (
        "nnb", "nntb", "ntb", "pm", "tba", "tbc", "tbd", "todo", "volgt", "volgtnog",
        "nogtevolgen", "onbekend", "nietbekend", "nogonbekend", "nognietbekend", "nogtebepalen",
        "nadertebepalen", "nogintevullen", "intevullen",
    )
)  # fmt: skip
_NOT_HERE = frozenset({"nvt", "nietvantoepassing"})
_BETWEEN = re.compile(r"[()\[\],;:/+]+")
_MARKS = " ?!…-–—_*"


def no_answer(text: str) -> str:
    """What to type instead of a text that holds nothing but "n.n.b.", "PM", "n.v.t." or "?".

    '' for any other text, and for the word 'onbekend' itself.
    """
    parts = (part.replace(".", "").strip(_MARKS) for part in _BETWEEN.split(text))
    words = {normalise(part) for part in parts if part}
    if not text.strip() or normalise(text) == "onbekend" or not words <= _NOT_YET | _NOT_HERE:
        return ""
    if words & _NOT_HERE:
        return (
            f"'{text}' is geen antwoord. Laat het veld leeg; is het hele punt niet van toepassing, "
            "schrijf dan bij het punt waarom: nvt: {reden: …}."
        )
    return f"'{text}' is geen antwoord. Geef de waarde, of schrijf 'onbekend'."


def refuse(code: str, sentence: str) -> PydanticCustomError:
    """A value error with a permanent code and a Dutch sentence: what is wrong and what to type."""
    # Braces would be read as placeholders by pydantic.
    return PydanticCustomError("waarde", "{zin}", {"zin": sentence, "code": code})


@dataclass(frozen=True)
class Waardetype:
    """Reads one kind of value from the text in the record and shows it in Dutch.

    `parse` gets the text as typed and returns the value or raises `refuse(...)`; `show` gives the
    text for letter and report; `example` is what a drafter may type.
    """

    name: str
    parse: Callable[[str], Any]
    show: Callable[[Any], str]
    example: str
    numeric: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    """For a choice: key to label."""

    def validate(self, raw: object) -> Any:
        """Give the value for `raw`, None for an empty item; raises the errors of `parse`."""
        if raw is None:
            return None
        if isinstance(raw, str):
            if zin := no_answer(raw):
                raise refuse("GEEN_ANTWOORD", zin)
            return self.parse(raw)
        soort = "een lijst" if isinstance(raw, list) else "een blok met velden"
        raise refuse(
            "VORM",
            f"Hier staat {soort}; verwacht wordt {self.name}, bijvoorbeeld: "
            f"{self.example.rstrip('.')}.",
        )

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return self.schema

    @cached_property
    def schema(self) -> CoreSchema:
        """How pydantic reads one value of this type; one object, however many fields use it."""
        return core_schema.no_info_plain_validator_function(self.validate)
