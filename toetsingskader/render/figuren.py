"""The pictures of a letter, ready for both renderings: what they are called, hold and measure.

A drawing (SVG) becomes pixels once, so that Word and the PDF show the same and only pixels leave.
"""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from toetsingskader.afbeelding import Afbeelding, Geweigerd, Soort, read_image
from toetsingskader.render.ooxml import LINE, R, W, set_spacing

TEXT_WIDTH, MOST_HEIGHT = 125.0, 170.0
"""In millimetres: the column of text, and as much of a page as leaves room for the caption."""

WITHOUT_ALT = "Afbeelding zonder beschrijving"
"""Spoken where nobody wrote what a figure shows; the record has a finding about it."""

_PER_INCH, _INCH = 96, 25.4
EMU = 36_000
"""What Word counts a millimetre for."""
_CAPTION, _GAP = "ImageCaption", 60
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"


@dataclass(frozen=True)
class Plaatje:
    """One picture as PNG or JPEG, with its size on paper in millimetres."""

    naam: str
    data: bytes
    breedte: float
    hoogte: float

    @property
    def extensie(self) -> str:
        """What its content type is called."""
        return self.naam.rpartition(".")[2]

    def as_svg(self) -> str:
        """The same picture as text, for typst takes no other bytes than those of its own files."""
        data = b64encode(self.data).decode("ascii")
        size = f'width="{self.breedte:g}mm" height="{self.hoogte:g}mm"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} '
            f'preserveAspectRatio="none" href="data:image/{self.extensie};base64,{data}"/></svg>'
        )


def prepare(figuren: Mapping[str, Afbeelding]) -> dict[str, Plaatje]:
    """By path what can be shown; a drawing that typst cannot draw is left out.

    A drawing fills the width of the text; a photo is never made larger than it is.
    """
    found = {}
    for number, (pad, image) in enumerate(figuren.items(), 1):
        most = TEXT_WIDTH
        if image.soort is not Soort.SVG:
            most = min(most, image.breedte * _INCH / _PER_INCH)
        if picture := as_picture(f"figuur-{number}", image, most, MOST_HEIGHT):
            found[pad] = picture
    return found


def as_picture(naam: str, image: Afbeelding, breedte: float, hoogte: float) -> Plaatje | None:
    """As large as fits in these millimetres; None for a drawing that typst cannot draw."""
    width = round(min(breedte, hoogte * image.breedte / image.hoogte), 2)
    height = round(width * image.hoogte / image.breedte, 2)
    pixels = _pixels(image, width) if image.soort is Soort.SVG else image
    return Plaatje(f"{naam}.{pixels.soort}", pixels.data, width, height) if pixels else None


def _pixels(drawing: Afbeelding, breedte: float) -> Afbeelding | None:
    from toetsingskader.render.pdf import draw

    png = draw(drawing.data.decode("utf-8"), breedte)
    try:
        return read_image(png, "png") if png else None
    except Geweigerd:
        return None


def tidy(inner: etree._Element, width: int) -> None:
    """No picture in Word wider than the text (`width` twentieths of a point), nor loose from its
    caption."""
    most = int(width / 1440 * _INCH * EMU)
    for inline in inner.iter(f"{_WP}inline"):
        sizes = [*inline.iter(f"{_WP}extent"), *inline.iter(f"{_A}ext")]
        actual = int(sizes[0].get("cx", "0"))
        for size in sizes if actual > most else ():
            size.set("cx", str(most))
            size.set("cy", str(int(size.get("cy", "0")) * most // actual))
        paragraph = next(inline.iterancestors(f"{W}p"))
        caption = paragraph.getnext()
        if (
            caption is not None
            and caption.find(f"{W}pPr/{W}pStyle[@{W}val='{_CAPTION}']") is not None
        ):
            set_spacing(paragraph, after=_GAP)
            set_spacing(caption, after=LINE)


def adopt(
    parts: dict[str, bytes],
    inner: etree._Element,
    relations: etree._Element,
    types: etree._Element,
    plaatjes: Mapping[str, Plaatje],
) -> None:
    """The pictures that the body shows, as parts of the package with relation and content type."""
    shown = {blip.get(f"{R}embed") for blip in inner.iter(f"{_A}blip")}
    for plaatje in plaatjes.values():
        if plaatje.naam not in shown:
            continue
        parts[f"word/media/tekst-{plaatje.naam}"] = plaatje.data
        relate(relations, plaatje.naam, f"media/tekst-{plaatje.naam}")
        declare(types, plaatje.extensie)


def relate(relations: etree._Element, ident: str, target: str) -> None:
    """Tell a part of the package where a picture of it stands."""
    relation = etree.SubElement(relations, _RELATION)
    relation.set("Id", ident)
    relation.set("Type", f"{R[1:-1]}/image")
    relation.set("Target", target)


def declare(types: etree._Element, extensie: str) -> None:
    """Tell the package that it holds pictures of a kind: "png" or "jpeg"."""
    if extensie not in {str(default.get("Extension")).lower() for default in types.iter(_DEFAULT)}:
        entry = etree.Element(_DEFAULT)
        entry.set("Extension", extensie)
        entry.set("ContentType", f"image/{extensie}")
        types.insert(0, entry)


def number(main: etree._Element, inner: etree._Element) -> None:
    """Numbers of pictures that the template does not use."""
    taken = [int(e.get("id", "0")) for e in main.iter(f"{_WP}docPr")]
    for i, element in enumerate(inner.iter(f"{_WP}docPr"), max([0, *taken]) + 1):
        element.set("id", str(i))
