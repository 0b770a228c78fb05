"""Where the templates are: beside the package in a checkout, inside it in an installed wheel.

A ministry may have a folder of its own with some of the letter's templates; what it does not hold,
comes from here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from toetsingskader.errors import ToolError
from toetsingskader.source import parse_yaml


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
BRIEFSJABLONEN: Path = SJABLONEN / "brief"
"""The letter's templates, when a ministry has no folder of its own."""
VOORBEELD: Path = SJABLONEN / "voorbeeld"
"""A fictitious assessment, complete."""

WORD, ADRESSEN = "brief.docx", "adressen.yaml"


def find_sjabloon(folder: Path, name: str) -> Path:
    """A template of the letter: the one in this folder, else our own.

    Raises ToolError when there is none.
    """
    for place in (folder, BRIEFSJABLONEN):
        if (place / name).is_file():
            return place / name
    raise ToolError(f"Het sjabloon {name} ontbreekt in de map {folder}.")


def read_words(folder: Path, name: str) -> Mapping[str, Any]:
    """What a template in YAML holds, by subject; every copy of a letter asks for the same.

    Raises ToolError when it is no YAML with subjects.
    """
    path = find_sjabloon(folder, name)
    words = _parsed(path.read_bytes())
    if words is None:
        raise ToolError(f"Het sjabloon '{path}' kan niet worden gelezen.")
    return words


def read_terms(path: Path) -> list[str]:
    """The lines of a list such as that of English terms; `#` begins a remark.

    Raises ToolError when it is no text.
    """
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise ToolError(f"De lijst {path.name} is geen tekst in UTF-8.") from error
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _parsed(data: bytes) -> Mapping[str, Any] | None:
    read = parse_yaml(data)
    return read.data if isinstance(read.data, dict) and not read.faults else None


@dataclass(frozen=True)
class Gebrek:
    """Something that is wrong, or worth a look, in a template."""

    tekst: str
    """What is wrong and what to do, as Dutch sentences."""
    bij: str = ""
    """Near which text, or on which line."""
    ernstig: bool = True
    """Whether the letter cannot be made with it, or would not be right."""

    def __str__(self) -> str:
        ernst = "fout" if self.ernstig else "let op"
        return f"{ernst}{f' {self.bij}' if self.bij else ''}: {self.tekst}"


_CODE_ERRORS = (
    (r"nknown tag '(\w+)'", "de opdracht '{0}' bestaat niet; er zijn for, if, elif en else"),
    (r"No filter named '(\w+)'", "de bewerking '{0}' bestaat niet"),
    (r"No test named '(\w+)'", "de vergelijking '{0}' bestaat niet"),
    (r"unexpected char '(.+?)'", "het teken '{0}' kan niet in een veldcode"),
    (r"^'(\w+)' is undefined", "de naam '{0}' bestaat niet"),
    (r"has no (?:attribute|element) '?(\w+)'?", "het onderdeel '{0}' bestaat niet"),
    (r"Unexpected end of template", "een for of if eindigt nergens"),
)


def code_in_dutch(message: str) -> str:
    """What the templates' language has against a code, as the begin of a Dutch sentence."""
    for pattern, dutch in _CODE_ERRORS:
        if found := re.search(pattern, message):
            return dutch.format(*found.groups())
    return "deze code tussen accolades kan niet worden gelezen"
