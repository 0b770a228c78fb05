"""Where the templates are: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path

from toetsingskader.errors import ToolError


def find_sjablonen(package: Path) -> Path:
    """The templates folder that belongs to the package in this folder."""
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "rapport").is_dir():
            return folder
    raise ToolError(
        f"De map met sjablonen ontbreekt: gezocht in '{package / 'templates'}' en "
        f"'{package.parent / 'templates'}'. Installeer toetsingskader opnieuw."
    )


SJABLONEN: Path = find_sjablonen(Path(__file__).resolve().parent)
