"""Text → data and the place of everything in it; also the one scanner for citations."""

from toetsingskader.source.citations import (
    CITED,
    KEY,
    Verwijzing,
    find_citations,
    parse_citations,
    replace_citations,
)
from toetsingskader.source.codes import FOUTEN
from toetsingskader.source.decoding import MAX_BYTES
from toetsingskader.source.editing import Lines, quoted
from toetsingskader.source.figuren import (
    FIGUUR,
    Figuur,
    find_figures,
    match_figure,
    stray_figures,
)
from toetsingskader.source.loader import parse_markdown, parse_yaml
from toetsingskader.source.model import Data, Fault, Location, Pad, Source, dotted
from toetsingskader.source.tabel import Cel, Tabel, parse_tabel
from toetsingskader.source.writing import yaml_lines, yaml_value

__all__ = [
    "CITED",
    "FIGUUR",
    "FOUTEN",
    "KEY",
    "MAX_BYTES",
    "Cel",
    "Data",
    "Fault",
    "Figuur",
    "Lines",
    "Location",
    "Pad",
    "Source",
    "Tabel",
    "Verwijzing",
    "dotted",
    "find_citations",
    "find_figures",
    "match_figure",
    "parse_citations",
    "parse_markdown",
    "parse_tabel",
    "parse_yaml",
    "quoted",
    "replace_citations",
    "stray_figures",
    "yaml_lines",
    "yaml_value",
]
