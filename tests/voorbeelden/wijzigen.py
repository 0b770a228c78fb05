"""Changes a record in memory, so that thousands of variants can be checked."""

import copy
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from toetsingskader.kader import PUNTEN, Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.record import Record, load
from toetsingskader.regels import check
from toetsingskader.source import Data, Pad
from toetsingskader.toetsing import Bevinding, Toetsing
from toetsingskader.validation import validate
from voorbeelden.samenstellen import build

Plek = tuple[str, Pad]
"""A file of the record ("dossier" or a point) and a path in it."""


@cache
def example(folder: Path) -> Record:
    """An example as it is loaded."""
    with tempfile.TemporaryDirectory() as here:
        return load(build(folder, Path(here) / "dossier"))


@cache
def result(record_of: Path) -> Toetsing:
    """What is found in an example as it is."""
    return toets(example(record_of))[1]


def toets(record: Record) -> tuple[Beoordeling, Toetsing]:
    """Read and check a record as an article 100 letter, whatever letter it names."""
    beoordeling, gelezen = validate(record)
    return beoordeling, check(beoordeling, gelezen, Briefsoort.ARTIKEL_100)


def of_point(bevinding: Bevinding) -> tuple[str | None, str]:
    """A finding without its place and words."""
    return bevinding.punt, bevinding.code


def _with(record: Record, data: dict[str, Data]) -> Record:
    texts = dict(record.bronteksten)
    for sleutel, new in data.items():
        texts[sleutel] = replace(texts[sleutel], data=new)
    return replace(record, bronteksten=texts)


def _walk(data: Data, pad: Pad = ()) -> Iterator[tuple[Pad, Data]]:
    if isinstance(data, dict):
        for naam, waarde in data.items():
            yield (*pad, naam), waarde
            yield from _walk(waarde, (*pad, naam))
    elif isinstance(data, list):
        for i, item in enumerate(data):
            yield from _walk(item, (*pad, i))


def fields(
    record: Record, skip: frozenset[str] = frozenset(), files: Iterable[str] = ("dossier", *PUNTEN)
) -> list[Plek]:
    """Every field of these files, rows and nested blocks included."""
    return [
        (sleutel, pad)
        for sleutel in files
        if sleutel in record.bronteksten
        for pad, _ in _walk(record.bronteksten[sleutel].data)
        if not skip & set(pad)
    ]


def texts(record: Record, plekken: Iterable[Plek]) -> list[Plek]:
    """Those fields that hold one text."""
    return [plek for plek in plekken if isinstance(value(record, plek), str)]


def value(record: Record, plek: Plek) -> Data:
    """What stands in a field."""
    node: Any = record.bronteksten[plek[0]].data
    for part in plek[1]:
        node = node[part]
    return node  # type: ignore[no-any-return]


def put(record: Record, changes: Iterable[tuple[Plek, Data]]) -> Record:
    """Give fields another value; None takes the field away."""
    data: dict[str, Any] = {}
    for (sleutel, pad), new in sorted(changes, key=lambda c: -len(c[0][1])):
        node: Any = data.setdefault(sleutel, copy.deepcopy(record.bronteksten[sleutel].data))
        for part in pad[:-1]:
            node = node[part]
        if new is None:
            node.pop(pad[-1], None)
        else:
            node[pad[-1]] = new
    return _with(record, data)


def reorder(record: Record, draw_order: Any) -> Record:
    """Put the rows of every list in another order; `draw_order` gives a permutation of n."""

    def shuffled(data: Data) -> Data:
        if isinstance(data, dict):
            return {k: shuffled(v) for k, v in data.items()}
        if isinstance(data, list):
            rows = [shuffled(v) for v in data]
            return [rows[i] for i in draw_order(len(rows))]
        return data

    known = {"dossier", *PUNTEN} & set(record.bronteksten)
    return _with(record, {k: shuffled(record.bronteksten[k].data) for k in sorted(known)})
