"""The published JSON Schema of the report: every report of every record fits, key for key."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from toetsing_voorbeeld import LEEG, VOORBEELD
from toetsingskader.commands.toets import assess
from toetsingskader.rapport.json_formaat import VERSIE, json_tekst
from toetsingskader.toetsing import Optievergelijking, Toetsing
from voorbeelden.samenstellen import FOUT, GOED, build

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/volledigheid.schema.json").read_text(encoding="utf-8"))
OPTIES = Optievergelijking(("Eén", "Twee"), (("Aantal", "1", "2"),))


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that describes an object."""
    if isinstance(node, dict):
        if node.get("type") == "object":
            yield node
        for part in node.values():
            yield from _objects(part)
    elif isinstance(node, list):
        for part in node:
            yield from _objects(part)


def _closed() -> dict[str, Any]:
    """The schema without room for keys it does not name: readers have that room, we have not."""
    closed: dict[str, Any] = json.loads(json.dumps(SCHEMA))
    for found in _objects(closed):
        found["additionalProperties"] = False
    return closed


STRICT = Draft202012Validator(_closed())


def _faults(toetsing: Toetsing) -> list[str]:
    data = json.loads(json_tekst(toetsing))
    return [f"{fault.json_path}: {fault.message}" for fault in STRICT.iter_errors(data)]


def test_schema_is_one_and_of_this_version() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["versie"]["const"] == VERSIE


def test_every_key_is_explained_and_required() -> None:
    for found in _objects(SCHEMA):
        assert list(found["properties"]) == found["required"]
        assert all(part["description"].endswith(".") for part in found["properties"].values())


@pytest.mark.parametrize(
    "toetsing", [VOORBEELD, LEEG, replace(VOORBEELD, opties=OPTIES)], ids=["all", "empty", "opties"]
)
def test_every_shape_fits(toetsing: Toetsing) -> None:
    assert _faults(toetsing) == []


@pytest.mark.parametrize("naam", sorted(p.name for p in (ROOT / "assessments").iterdir()))
def test_our_own_records_fit(naam: str) -> None:
    assert _faults(assess(ROOT / "assessments" / naam).toetsing) == []


@pytest.mark.parametrize("map_", [GOED, FOUT], ids=lambda p: p.name)
def test_examples_fit(map_: Path, tmp_path: Path) -> None:
    examples = sorted(p for p in map_.iterdir() if p.is_dir())
    assert examples
    faults = {p.name: _faults(assess(build(p, tmp_path / p.name)).toetsing) for p in examples}
    assert not {naam: found for naam, found in faults.items() if found}


def test_a_key_that_the_schema_does_not_name_is_seen() -> None:
    data = json.loads(json_tekst(VOORBEELD))
    data["punten"][0]["nieuw"] = 1
    assert [fault.json_path for fault in STRICT.iter_errors(data)] == ["$.punten[0]"]
    assert Draft202012Validator(SCHEMA).is_valid(data), "but a reader may go on"
