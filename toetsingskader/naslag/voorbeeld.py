"""How a field is typed in the record, as lines of YAML that the program itself would accept."""

import re
from collections.abc import Iterator

from toetsingskader.kader.veld import Veldbeschrijving, beschrijf

_NEEDS_QUOTES = re.compile(r"^[@%*&!\[{`>|,#?:-]|: | #|:$")


def sample(field: Veldbeschrijving) -> tuple[str, ...]:
    """The field filled in; of a block or list the keys it needs, else the first few."""
    return tuple(_lines(field))


def _lines(field: Veldbeschrijving) -> Iterator[str]:
    key = f"{field.naam}:"
    if field.model is None:
        value = _quoted(field.voorbeeld)
        yield from (key, f"  - {value}") if field.meervoud else (f"{key} {value}",)
        return
    yield key
    inner = [line for part in _shown(field) for line in _lines(part)]
    marks = ["  - ", *["    "] * len(inner)] if field.meervoud else ["  "] * len(inner)
    yield from (mark + line for mark, line in zip(marks, inner, strict=False))


def _shown(field: Veldbeschrijving) -> list[Veldbeschrijving]:
    assert field.model
    fields = [b for b in beschrijf(field.model) if b.naam not in ("missie", "toelichting")]
    return [b for b in fields if b.veld.vereist.gevraagd and not b.veld.vereist.als] or fields[:4]


def _quoted(text: str) -> str:
    if text.startswith("'") or not _NEEDS_QUOTES.search(text):
        return text
    return "'" + text.replace("'", "''") + "'"
