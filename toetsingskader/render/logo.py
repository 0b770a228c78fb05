"""The sender's own logo: files beside the letter templates, none of which comes with the program.

`logo.svg` or `logo.png`, and in `logo.txt` what a reader hears who does not see it. In Word it
comes in the content control with the tag `logo` of a header; a template without one has its own.
"""

import posixpath
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from toetsingskader.afbeelding import Afbeelding, Geweigerd, Soort, read_image
from toetsingskader.errors import ToolError
from toetsingskader.render.figuren import EMU, Plaatje, declare, relate
from toetsingskader.render.ooxml import R, W, child_with_tag

NAMES = ("logo.svg", "logo.png", "logo.txt")
_WIDTH, _HEIGHT = 13.0, 37.125
"""The place for it in millimetres: an eighth of the height of the sheet."""

_SHARP = 2
"""A logo is finer than a figure: drawn so many times as large as it is shown."""

_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
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
    """The picture, as large as its place allows, and its text."""

    plaatje: Plaatje
    tekst: str


def find_logo(folder: Path) -> Logo | None:
    """The logo among these templates; raises ToolError when it has no text, or is no picture."""
    drawing = next((p for p in (folder / n for n in NAMES[:2]) if p.is_file()), None)
    if drawing is None:
        return None
    try:
        image = read_image(drawing.read_bytes(), drawing.suffix[1:])
        pixels = _pixels(image) if image.soort is Soort.SVG else image
    except Geweigerd as error:
        raise ToolError(f"Het logo {drawing.name} {error}.") from error
    scale = min(_WIDTH / image.breedte, _HEIGHT / image.hoogte)
    size = image.breedte * scale, image.hoogte * scale
    return Logo(Plaatje("logo.png", pixels.data, *size), _text(folder / NAMES[2], drawing))


def _pixels(drawing: Afbeelding) -> Afbeelding:
    from toetsingskader.render.pdf import draw

    png = draw(drawing.data.decode("utf-8"), _SHARP * _WIDTH)
    if png is None:
        raise Geweigerd("kan niet worden getekend. Bewaar de afbeelding opnieuw als PNG")
    return read_image(png, "png")


def _text(path: Path, drawing: Path) -> str:
    try:
        spoken = " ".join(path.read_text(encoding="utf-8-sig").split()) if path.is_file() else ""
    except UnicodeDecodeError as error:
        raise ToolError(f"Het bestand {path} is geen tekst in UTF-8.") from error
    if not spoken:
        raise ToolError(
            f"Bij het logo {drawing.name} hoort een tekst voor wie het niet ziet. Zet die in "
            f"{path.name}, in dezelfde map: 'Logo van het ministerie van …'."
        )
    return spoken


def place_logo(parts: MutableMapping[str, bytes], logo: Logo) -> None:
    """Put the logo in the place that the headers of a DOCX have for it."""
    for name in [n for n in parts if n.startswith("word/header")]:
        header = etree.fromstring(parts[name])
        for tag in header.iter(f"{W}tag"):
            if tag.get(f"{W}val") == "logo":
                _fill(tag, logo)
                parts[name] = _written(header)
                _relate(parts, name)
                parts["word/media/logo.png"] = logo.plaatje.data


def _fill(tag: etree._Element, logo: Logo) -> None:
    control = next(tag.iterancestors(f"{W}sdt"))
    content = child_with_tag(control, f"{W}sdtContent", first=False)
    for old in list(content):
        content.remove(old)
    width, height = round(logo.plaatje.breedte * EMU), round(logo.plaatje.hoogte * EMU)
    run = etree.fromstring(_RUN.format(w=W[1:-1], r=R[1:-1], d=_DRAWING, cx=width, cy=height))
    for element in run.iter("{*}docPr", "{*}cNvPr"):
        element.set("descr", logo.tekst)
    content.append(run)


def _relate(parts: MutableMapping[str, bytes], header: str) -> None:
    """Tell the header where its picture is, and the file that it holds pictures."""
    name = f"word/_rels/{posixpath.basename(header)}.rels"
    relations = etree.fromstring(parts.get(name, _RELATIONS.encode()))
    relate(relations, "logo", "media/logo.png")
    parts[name] = _written(relations)
    types = etree.fromstring(parts["[Content_Types].xml"])
    declare(types, "png")
    parts["[Content_Types].xml"] = _written(types)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
