"""The sender's own logo: files beside the letter templates, none of which comes with the program.

`logo.svg` or `logo.png`, and in `logo.txt` what a reader hears who does not see it. In Word it
comes in the content control with the tag `logo` of a header; a template without one has its own.
"""

import struct
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from toetsingskader.errors import ToolError
from toetsingskader.render.ooxml import R, W, child_with_tag

_TEXT = "logo.txt"
_WIDTH, _HEIGHT = 468_000, 1_336_500
"""The place for it, 13 by 37.125 mm (an eighth of the sheet), in EMU: 360 of them are 0.01 mm."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RUN = (
    '<w:r xmlns:w="{w}"><w:drawing><wp:inline xmlns:wp="{d}/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="77002" name="Logo"/><a:graphic xmlns:a="{d}/main">'
    '<a:graphicData uri="{d}/picture"><pic:pic xmlns:pic="{d}/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="0" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip xmlns:r="{r}" r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)


@dataclass(frozen=True)
class Logo:
    """The drawing for the PDF, the picture for Word when there is one, and their text."""

    tekening: Path
    beeld: Path | None
    tekst: str


def find_logo(folder: Path) -> Logo | None:
    """The logo in the folder of the letter templates.

    Raises ToolError when it has no text, or is no picture.
    """
    svg, png = folder / "logo.svg", folder / "logo.png"
    drawing = next((path for path in (svg, png) if path.is_file()), None)
    if drawing is None:
        return None
    text = folder / _TEXT
    try:
        spoken = " ".join(text.read_text(encoding="utf-8-sig").split()) if text.is_file() else ""
    except UnicodeDecodeError as error:
        raise ToolError(f"Het bestand {_TEXT} in {folder} is geen tekst in UTF-8.") from error
    if not spoken:
        raise ToolError(
            f"Bij het logo {drawing.name} hoort een tekst voor wie het niet ziet. Zet die in "
            f"{_TEXT}, in dezelfde map: 'Logo van het ministerie van …'."
        )
    if png.is_file() and not png.read_bytes().startswith(_PNG):
        raise ToolError(f"Het logo {png.name} is geen PNG. Bewaar de afbeelding als PNG of SVG.")
    return Logo(drawing, png if png.is_file() else None, spoken)


def place_logo(parts: MutableMapping[str, bytes], picture: bytes, text: str) -> None:
    """Put a PNG in the place that the headers of a DOCX have for it."""
    for name in [n for n in parts if n.startswith("word/header")]:
        header = etree.fromstring(parts[name])
        for tag in header.iter(f"{W}tag"):
            if tag.get(f"{W}val") == "logo":
                _fill(tag, picture, text)
                parts[name] = _written(header)
                _relate(parts, name)
                parts["word/media/logo.png"] = picture


def _fill(tag: etree._Element, picture: bytes, text: str) -> None:
    control = next(tag.iterancestors(f"{W}sdt"))
    content = child_with_tag(control, f"{W}sdtContent", first=False)
    for old in list(content):
        content.remove(old)
    width, height = struct.unpack(">II", picture[16:24])
    scale = min(_WIDTH / max(width, 1), _HEIGHT / max(height, 1))
    run = etree.fromstring(
        _RUN.format(w=W[1:-1], r=R[1:-1], d=_DRAWING, cx=int(width * scale), cy=int(height * scale))
    )
    for element in run.iter("{*}docPr", "{*}cNvPr"):
        element.set("descr", text)
    content.append(run)


def _relate(parts: MutableMapping[str, bytes], header: str) -> None:
    """Tell the header where its picture is, and the file that it holds pictures."""
    name = header.replace("word/", "word/_rels/") + ".rels"
    relations = etree.fromstring(parts.get(name, _RELATIONS.encode()))
    relation = etree.SubElement(relations, f"{{{_PACKAGE}/relationships}}Relationship")
    relation.set("Id", "logo")
    relation.set("Type", f"{R[1:-1]}/image")
    relation.set("Target", "media/logo.png")
    parts[name] = _written(relations)
    types = etree.fromstring(parts["[Content_Types].xml"])
    if not any(t.get("Extension", "").lower() == "png" for t in types):
        kind = etree.Element(f"{{{_PACKAGE}/content-types}}Default")
        kind.set("Extension", "png")
        kind.set("ContentType", "image/png")
        types.insert(0, kind)
        parts["[Content_Types].xml"] = _written(types)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
