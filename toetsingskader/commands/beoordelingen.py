"""Which assessments there are, and what several of them give together."""

from collections.abc import Iterable
from pathlib import Path

from toetsingskader.errors import ExitCode, InputError

MAP = "assessments"


def all_records(here: Path) -> list[Path]:
    """The folders of all assessments in `assessments/`; raises InputError when there is none."""
    root = here / MAP
    if not root.is_dir():
        raise InputError(
            f"Hier is geen map '{MAP}'. Ga naar de map waarin die staat, of noem de map van een "
            "beoordeling."
        )
    found = sorted(p.parent for p in root.glob("*/dossier.yaml"))
    if not found:
        raise InputError(
            f"In de map '{MAP}' staat nog geen beoordeling (een map met dossier.yaml)."
        )
    return [p.relative_to(here) for p in found]


def find_record(naam: str, here: Path) -> Path:
    """The folder of one assessment, by name or path; raises InputError when it is not there."""
    for path in (Path(naam), Path(MAP) / naam):
        if (here / path / "dossier.yaml").is_file():
            return path
    there = sorted(p.parent.name for p in (here / MAP).glob("*/dossier.yaml"))
    hint = f" Wel gevonden: {', '.join(there)}." if there else ""
    raise InputError(f"De beoordeling '{naam}' is niet gevonden.{hint}")


def worst(codes: Iterable[int]) -> int:
    """The exit code of several records together."""
    return max(codes, default=ExitCode.GOED)
