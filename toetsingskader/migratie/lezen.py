"""A record of an older schema, read as one of today: in memory, with every place as it was."""

from collections.abc import Mapping
from dataclasses import replace

from toetsingskader.kader.versie import SCHEMA
from toetsingskader.migratie.stappen import Hernoeming, Stap, steps_from
from toetsingskader.source import Data, Location, Pad, Source

_LONG = "waarde"
"""The key of a list that is written long; no part of the path of a field."""


def place_of_schema(dossier: Source) -> Pad:
    """The path of the number of the schema, written short or long."""
    data = dossier.data if isinstance(dossier.data, dict) else {}
    return ("schema", _LONG) if isinstance(data.get("schema"), dict) else ("schema",)


def written_in(dossier: Source | None) -> int | None:
    """The schema a record was written in; None when it does not say or it is no known one."""
    node: Data = dossier.data if dossier else None
    for part in place_of_schema(dossier) if dossier else ():
        node = node.get(str(part)) if isinstance(node, dict) else None
    text = node.strip() if isinstance(node, str) else ""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    return number if 1 <= number <= SCHEMA else None


def upgrade(teksten: Mapping[str, Source]) -> tuple[dict[str, Source], int | None]:
    """The files as of today's schema, and the older schema they were written in, if any."""
    schema = written_in(teksten.get("dossier"))
    result = dict(teksten)
    for stap in steps_from(schema) if schema else ():
        for sleutel, source in result.items():
            result[sleutel] = rename(source, found(source, sleutel, stap))
    return result, schema if schema and schema < SCHEMA else None


def found(source: Source, sleutel: str, stap: Stap) -> dict[Pad, Hernoeming]:
    """The keys in a file that get another name, by their path.

    A key whose new name stands beside it stays: which of the two is meant, only its author knows.
    """
    result: dict[Pad, Hernoeming] = {}
    for hernoeming in (h for h in stap.hernoemingen if h.bestand == sleutel):
        for pad in source.places:
            is_it = pad[-1:] == (hernoeming.van,) and _without_rows(pad) == hernoeming.pad
            if is_it and (*pad[:-1], hernoeming.naar) not in source.places:
                result[pad] = hernoeming
    return result


def _without_rows(pad: Pad) -> str:
    return ".".join(p for p in pad if isinstance(p, str) and p != _LONG)


def rename(source: Source, names: Mapping[Pad, Hernoeming]) -> Source:
    """The same file with other names for these keys; places lead to what stands in the file."""
    if not names:
        return source
    return replace(
        source,
        data=_rename_data(source.data, (), names),
        places=_rename_places(source.places, names),
        values=_rename_places(source.values, names),
    )


def _rename_data(data: Data, pad: Pad, names: Mapping[Pad, Hernoeming]) -> Data:
    if isinstance(data, list):
        return [_rename_data(item, (*pad, i), names) for i, item in enumerate(data)]
    if isinstance(data, dict):
        return {
            _new_key((*pad, key), names): _rename_data(value, (*pad, key), names)
            for key, value in data.items()
        }
    return data


def _new_key(pad: Pad, names: Mapping[Pad, Hernoeming]) -> str:
    return names[pad].naar if pad in names else str(pad[-1])


def _rename_places(
    places: Mapping[Pad, Location], names: Mapping[Pad, Hernoeming]
) -> dict[Pad, Location]:
    return {
        tuple(
            part if isinstance(part, int) else _new_key(pad[: i + 1], names)
            for i, part in enumerate(pad)
        ): place
        for pad, place in places.items()
    }
