"""`migreer`: bring a record of an older schema up to date, after showing the difference."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.errors import InputError
from toetsingskader.kader.versie import SCHEMA
from toetsingskader.migratie import UnsafeEditError, plan
from toetsingskader.output import write_all
from toetsingskader.record import BESTANDEN
from toetsingskader.record.schijf import leads_outside, read_file


@dataclass(frozen=True)
class Gemigreerd:
    """What changes in one record, and whether it was written."""

    map: str
    van: int
    verschil: str
    """A unified diff; empty when the record is up to date."""
    nieuw: Mapping[str, tuple[str, ...]]
    """By file: labels of what it does not answer yet."""
    bestanden: tuple[Path, ...]
    geschreven: bool


def migrate(folder: Path, *, schrijf: bool = False) -> Gemigreerd:
    """Show how to bring one record to today's schema, and with `schrijf` do so.

    Raises InputError when a file cannot be changed safely; then nothing was written.
    """
    texts = {
        sleutel: read_file(folder / naam)
        for sleutel, naam in BESTANDEN.items()
        if (folder / naam).exists() and not leads_outside(folder / naam, folder)
    }
    map_ = folder.as_posix()
    if "dossier" not in texts:
        raise InputError(f"'{folder / 'dossier.yaml'}' is een koppeling en wordt niet gelezen.")
    try:
        steps = plan(texts)
    except UnsafeEditError as error:
        raise InputError(
            f"'{folder / BESTANDEN[error.sleutel]}' kan niet veilig worden bijgewerkt; er is niets "
            f"geschreven. Herstel eerst wat 'toetsingskader toets {map_}' in dit bestand ongeldig "
            "noemt. Staat daar niets, schrijf dan de velden van dit bestand elk op een eigen regel."
        ) from error
    if steps is None:
        return Gemigreerd(map_, SCHEMA, "", {}, (), geschreven=False)
    new = {folder / BESTANDEN[k]: content for k, content in steps.inhoud.items()}
    if schrijf:
        write_all(new)
    return Gemigreerd(
        map_,
        steps.van,
        "".join(_diff(folder / BESTANDEN[k], texts[k], v) for k, v in steps.inhoud.items()),
        {BESTANDEN[k]: labels for k, labels in steps.nieuw.items()},
        tuple(new),
        geschreven=schrijf,
    )


def _diff(path: Path, before: bytes, after: bytes) -> str:
    old, new = (t.decode("utf-8").splitlines() for t in (before, after))
    lines = difflib.unified_diff(old, new, f"{path} (nu)", f"{path} (straks)", lineterm="")
    return "".join(f"{line}\n" for line in lines)
