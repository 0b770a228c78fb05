"""A value from a form put where it belongs in the data of a file: short, long, in a row."""

from toetsingskader.formulier.boom import GEEN, list_form, ordered, special
from toetsingskader.formulier.model import Deel
from toetsingskader.kader.antwoord import LONG_KEYS, Blok
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.source import Data, Pad

_LONG_ORDER = ("waarde", "bron", "datum", "toelichting")


def put(node: Data, model: type[Blok], pad: Pad, deel: Deel, text: str) -> Data:
    """A block with one answer in it; an empty text takes that answer away.

    Rows count from 0 as they stand in the data; the one after the last adds a row.
    """
    fields = _fields(node, model)
    naam = str(pad[0])
    b = next(b for b in beschrijf(model) if b.naam == naam)
    return _with(fields, model, naam, _value(b, fields.get(naam), pad[1:], deel, text))


def rows_of(node: Data, model: type[Blok], pad: Pad) -> list[Data]:
    """The rows of a list, by its path."""
    return _rows(*_list_at(node, model, pad))


def with_rows(node: Data, model: type[Blok], pad: Pad, rows: list[Data]) -> Data:
    """A block with other rows in one of its lists."""
    fields = _fields(node, model)
    naam, rest = str(pad[0]), pad[1:]
    b = next(b for b in beschrijf(model) if b.naam == naam)
    old = fields.get(naam)
    new: Data
    if not rest:
        new = _listed(old, rows)
    elif isinstance(rest[0], int):
        assert b.model is not None
        inner = _rows(b, old)
        inner[rest[0]] = with_rows(inner[rest[0]], b.model, rest[1:], rows)
        new = _listed(old, inner)
    else:
        assert b.model is not None
        new = with_rows(old, b.model, rest, rows)
    return _with(fields, model, naam, new)


def _list_at(node: Data, model: type[Blok], pad: Pad) -> tuple[Veldbeschrijving, Data]:
    naam, rest = str(pad[0]), pad[1:]
    b = next(b for b in beschrijf(model) if b.naam == naam)
    value = _fields(node, model).get(naam)
    if not rest:
        return b, value
    assert b.model is not None
    if isinstance(rest[0], int):
        return _list_at(_rows(b, value)[rest[0]], b.model, rest[1:])
    return _list_at(value, b.model, rest)


def _fields(node: Data, model: type[Blok]) -> dict[str, Data]:
    """The fields of a block, also when only its value was written."""
    if isinstance(node, dict):
        return dict(node)
    short = isinstance(node, str) and not special(node) and "waarde" in model.model_fields
    return {"waarde": node} if short else {}


def _with(fields: dict[str, Data], model: type[Blok], naam: str, value: Data) -> Data:
    """A block with another value of one field; a new field comes where the schema has it."""
    if value is None:
        if fields.get(naam) is not None:
            del fields[naam]
        return fields or None
    if naam in fields:
        fields[naam] = value
        return fields
    order = [b.naam for b in ordered(model)]
    later = set(order[order.index(naam) :])
    keys = list(fields)
    at = next((i for i, key in enumerate(keys) if key in later), len(keys))
    items = list(fields.items())
    return dict([*items[:at], (naam, value), *items[at:]])


def _value(b: Veldbeschrijving, old: Data, rest: Pad, deel: Deel, text: str) -> Data:
    if not rest:
        return _stand(old, text) if deel is Deel.STAND else fact_with(old, deel, text)
    if not isinstance(rest[0], int):
        assert b.model is not None
        return put(old, b.model, rest, deel, text)
    rows = _rows(b, old)
    i = rest[0]
    if i == len(rows):
        rows.append(None)
    if b.model:
        rows[i] = put(rows[i], b.model, rest[1:], deel, text)
    else:
        rows[i] = (text or None) if b.meervoud else fact_with(rows[i], deel, text)
    return _listed(old, rows)


def _stand(old: Data, text: str) -> Data:
    """A list or block as a whole; what says where that comes from stays."""
    new: Data = [] if text == GEEN else text or None
    parts, _ = list_form(old)
    return {"waarde": new, **parts} if parts and new is not None else new


def fact_with(old: Data, deel: Deel, text: str) -> Data:
    """A fact, or a list, with another value or another source, date or explanation."""
    is_long = isinstance(old, dict) and set(old) <= LONG_KEYS
    if deel is Deel.WAARDE and not is_long:
        return text or None
    parts: dict[str, Data] = dict(old) if isinstance(old, dict) else {}
    if not is_long and old is not None:
        parts = {"waarde": old}
    if text:
        parts[deel.value] = text
    else:
        parts.pop(deel.value, None)
    if is_long and isinstance(old, dict) and set(parts) <= set(old):
        return parts or None
    return {key: parts[key] for key in _LONG_ORDER if key in parts} or None


def _rows(b: Veldbeschrijving, value: Data) -> list[Data]:
    _, inner = list_form(value)
    if isinstance(inner, str) and not special(inner) and not b.model:
        return [inner]
    if isinstance(inner, list) and not (len(inner) == 1 and special(inner[0])):
        return list(inner)
    return []


def _listed(old: Data, rows: list[Data]) -> Data:
    """The rows, in the long form when the list was written so."""
    kept: list[Data] = [row for row in rows if row is not None]
    parts, _ = list_form(old)
    if parts:
        return {"waarde": kept, **parts} if kept else dict(parts)
    return kept or None
