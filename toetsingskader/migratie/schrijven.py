"""A record of an older schema → the text it should have, by edits at known places.

Comments, order and every byte that is not edited stay. What comes out is read again and must say
the same as the record did; where it would not, nothing is changed at all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.versie import SCHEMA
from toetsingskader.migratie.lezen import found, place_of_schema, rename, written_in
from toetsingskader.migratie.nieuw import new_fields
from toetsingskader.migratie.stappen import Stap, steps_from
from toetsingskader.source import Data, Lines, Source, parse_markdown, parse_yaml, quoted
from toetsingskader.source.fences import split

_ITEM = re.compile(r"\s*-\s+")


class UnsafeEditError(Exception):
    """A file that cannot be changed without the risk of changing what it says."""

    def __init__(self, sleutel: str) -> None:
        super().__init__(sleutel)
        self.sleutel = sleutel


@dataclass(frozen=True)
class Plan:
    """What brings a record up to date: new contents by file, and what is new to answer."""

    van: int
    inhoud: Mapping[str, bytes]
    nieuw: Mapping[str, tuple[str, ...]]


def plan(bestanden: Mapping[str, bytes]) -> Plan | None:
    """How to bring these files to today's schema; None when they do not name an older one.

    Raises UnsafeEditError.
    """
    van = written_in(parse_yaml(bestanden["dossier"]))
    if van is None or van == SCHEMA:
        return None
    inhoud = dict(bestanden)
    for stap in steps_from(van):
        for sleutel in sorted({"dossier", *(h.bestand for h in stap.hernoemingen)} & set(inhoud)):
            inhoud[sleutel] = _take(stap, sleutel, inhoud[sleutel])
    nieuw = {}
    for sleutel in ("dossier", *PUNTEN):
        if sleutel not in inhoud:
            continue
        labels = new_fields(van, sleutel, _read(sleutel, inhoud[sleutel]).data)
        if labels:
            nieuw[sleutel] = labels
            if sleutel in PUNTEN:
                inhoud[sleutel] = _note(sleutel, inhoud[sleutel], labels)
    changed = {k: v for k, v in inhoud.items() if v != bestanden[k]}
    return Plan(van, changed, nieuw)


def _read(sleutel: str, raw: bytes) -> Source:
    return parse_markdown(raw) if sleutel in PUNTEN else parse_yaml(raw)


def _take(stap: Stap, sleutel: str, raw: bytes) -> bytes:
    """One file one step further."""
    source = _readable(sleutel, raw)
    names = found(source, sleutel, stap)
    expected = rename(source, names).data
    lines = Lines(raw)
    # From the back, so that the places before it stay right.
    edits = [(source.places[pad], h.van, h.naar) for pad, h in names.items()]
    if sleutel == "dossier":
        pad = place_of_schema(source)
        edits.append((source.values[pad], str(stap.van), str(stap.naar)))
        expected = _with_schema(expected, str(stap.naar))
    try:
        for place, old, new in sorted(edits, reverse=True):
            lines.replace(place, old, new)
    except ValueError as error:
        raise UnsafeEditError(sleutel) from error
    return _checked(sleutel, lines, source, expected)


def _with_schema(data: Data, schema: str) -> Data:
    assert isinstance(data, dict)
    old = data["schema"]
    return {**data, "schema": {**old, "waarde": schema} if isinstance(old, dict) else schema}


def _note(sleutel: str, raw: bytes, labels: tuple[str, ...]) -> bytes:
    """Add a row under `migratie` that says what this point does not answer yet."""
    source = _readable(sleutel, raw)
    row = f"schema {SCHEMA}: nieuw te beantwoorden: {', '.join(labels)}"
    lines = Lines(raw)
    data = source.data if isinstance(source.data, dict) else {}
    rows = data.get("migratie")
    if isinstance(rows, list) and rows:
        place = source.values["migratie", 0]
        dash = lines.lines[place.regel - 1][: place.kolom - 1]
        if not _ITEM.fullmatch(dash):
            raise UnsafeEditError(sleutel)
        lines.insert(place.regel - 1, [dash + quoted(row)])
    elif rows is None and "migratie" in data:
        lines.insert(source.places["migratie",].regel, [f"  - {quoted(row)}"])
    elif rows is None:
        parts = split(lines.lines)
        own = ["migratie:", f"  - {quoted(row)}"]
        lines.insert(parts.end, own if parts.start else ["---", *own, "---"])
    expected = {**data, "migratie": [row, *(rows if isinstance(rows, list) else ())]}
    return _checked(sleutel, lines, source, expected)


def _readable(sleutel: str, raw: bytes) -> Source:
    source = _read(sleutel, raw)
    if source.broken:
        raise UnsafeEditError(sleutel)
    return source


def _checked(sleutel: str, lines: Lines, before: Source, expected: Data) -> bytes:
    raw = lines.encode()
    after = _read(sleutel, raw)
    if after.broken or (after.data, after.body) != (expected, before.body):
        raise UnsafeEditError(sleutel)
    return raw
