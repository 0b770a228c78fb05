"""Validate data against a model and keep all that is right: one wrong value takes nothing down."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from toetsingskader.kader.antwoord import Blok
from toetsingskader.source import Data, Pad

M = TypeVar("M", bound=Blok)
_MAX_PASSES = 50


@dataclass(frozen=True)
class Gebrek:
    """One thing pydantic refused: where in the data, its error type and its context."""

    pad: Pad
    soort: str
    ctx: Mapping[str, Any]


@dataclass(frozen=True)
class Gered(Generic[M]):
    """What could be read, and what was left out."""

    waarde: M
    gebreken: tuple[Gebrek, ...]


def salvage(model: type[M], data: Data, context: Mapping[str, Any]) -> Gered[M]:
    """Validate `data`; leave out each refused value and validate again, until the rest is right."""
    rest = copy.deepcopy(data)
    gebreken: list[Gebrek] = []
    for _ in range(_MAX_PASSES):
        try:
            return Gered(model.model_validate(rest, context=dict(context)), tuple(gebreken))
        except ValidationError as error:
            new = [
                Gebrek(existing_path(rest, e["loc"]), e["type"], e.get("ctx", {}))
                for e in error.errors(include_url=False, include_input=False)
            ]
        gebreken += new
        # Deepest first, so that removing one leaf leaves the other paths valid.
        for gebrek in sorted(new, key=lambda g: -len(g.pad)):
            rest = _without(rest, gebrek)
    return Gered(model.model_validate({}), tuple(gebreken))


def existing_path(data: Data, loc: tuple[str | int, ...]) -> Pad:
    """Cut a pydantic location to the parts that exist in the document."""
    pad: list[str | int] = []
    node = data
    for part in loc:
        in_block = isinstance(node, dict) and part in node
        in_list = isinstance(node, list) and isinstance(part, int) and part < len(node)
        if not (in_block or in_list):
            continue
        node = node[part]  # type: ignore[index]
        pad.append(part)
    return tuple(pad)


def _without(data: Data, gebrek: Gebrek) -> Data:
    pad = gebrek.pad
    if not pad:
        return {}
    node: Any = data
    for part in pad[:-1]:
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            return data
    if isinstance(node, dict) and gebrek.soort == "extra_forbidden":
        node.pop(pad[-1], None)
    elif isinstance(node, dict):
        # The key stays: a dated value without a readable date is still one of several.
        node[pad[-1]] = None
    elif isinstance(node, list) and isinstance(pad[-1], int) and pad[-1] < len(node):
        # Keep the row, so that the places of the rows after it stay right.
        node[pad[-1]] = None
    return data
