"""The home of cookiecutter: the templates of a record → its files. Nothing is left behind."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toetsingskader.errors import ToolError
from toetsingskader.kader import PROZA, PUNTEN
from toetsingskader.record import BESTANDEN
from toetsingskader.record.schijf import all_files
from toetsingskader.sjablonen import SJABLONEN

_SJABLOON = SJABLONEN / "beoordeling"
_MAP = "{{cookiecutter.slug}}"


def cut(slug: str, gegevens: Mapping[str, Any]) -> dict[str, bytes]:
    """The files of a new record by their path in it; `gegevens` is what the templates print.

    Raises ToolError when the templates cannot be used.
    """
    # Only a new record waits for it to load.
    from cookiecutter.exceptions import CookiecutterException
    from cookiecutter.main import cookiecutter

    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        try:
            made = cookiecutter(
                str(_with_every_file(work / "sjabloon")),
                no_input=True,
                # A key with a line before it is taken as it is, not read as a template itself.
                extra_context={"slug": slug, "_gegevens": dict(gegevens)},
                output_dir=str(work / "uit"),
                # What it remembers goes away with the rest; what it has at home is not read.
                default_config={
                    "replay_dir": str(work / "herhaling"),
                    "cookiecutters_dir": str(work / "elders"),
                },
                accept_hooks=False,
            )
        except CookiecutterException as error:
            raise ToolError(
                f"De sjablonen in '{_SJABLOON}' kunnen niet worden gebruikt. Installeer "
                "toetsingskader opnieuw."
            ) from error
        files = all_files(Path(made))
        return {naam: path.read_bytes() for naam, path in files.items()}


def _with_every_file(target: Path) -> Path:
    """The template with a file for each point of the framework, all of the same text."""
    shutil.copytree(_SJABLOON, target)
    for soort, sleutels in (("punt", PUNTEN), ("proza", PROZA)):
        for sleutel in sleutels:
            path = target / _MAP / BESTANDEN[sleutel]
            path.parent.mkdir(exist_ok=True)
            path.write_text(
                f"{{% set {soort} = cookiecutter._gegevens.{soort}['{sleutel}'] %}}"
                f"{{% include '{soort}.md' %}}",
                encoding="utf-8",
            )
    return target
