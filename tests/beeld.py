"""Pages as pictures: how far two of them are apart, and where."""

import io

import pdfplumber
from PIL import Image, ImageChops, ImageFilter

RESOLUTION = 72
_LOUD = 60
"""Less difference in grey than this, after blurring, is a rasteriser of another version."""
_ALLOWED = 40
"""Pixels of that kind on a page: a dot or two, but no letter."""


def pages(data: bytes) -> list[Image.Image]:
    """The pages of a PDF in grey."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        shown = [p.to_image(resolution=RESOLUTION, antialias=True) for p in pdf.pages]
        return [picture.original.convert("L") for picture in shown]


def texts(data: bytes) -> list[str]:
    """The text of each page, to find the page that is meant."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return [p.extract_text() for p in pdf.pages]


def _changed(before: Image.Image, after: Image.Image) -> Image.Image:
    """White where two pictures of one size differ more than smoothed edges do."""
    blur = ImageFilter.GaussianBlur(1)
    distance = ImageChops.difference(before.filter(blur), after.filter(blur))
    return distance.point([0 if level < _LOUD else 255 for level in range(256)])


def difference(before: Image.Image, after: Image.Image) -> Image.Image | None:
    """None when they look the same; else before, after, and both with the changes in red."""
    size = (max(before.width, after.width), max(before.height, after.height))
    sheets = []
    for picture in (before, after):
        sheet = Image.new("L", size, 255)
        sheet.paste(picture)
        sheets.append(sheet)
    changed = _changed(*sheets)
    if before.size == after.size and changed.histogram()[255] <= _ALLOWED:
        return None
    both = ImageChops.darker(*sheets).point([128 + level // 2 for level in range(256)])
    marked = both.convert("RGB")
    marked.paste((200, 0, 40), mask=changed.filter(ImageFilter.MaxFilter(3)))
    shown = Image.new("RGB", (3 * size[0] + 20, size[1]), "grey")
    for column, sheet in enumerate((*sheets, marked)):
        shown.paste(sheet.convert("RGB"), (column * (size[0] + 10), 0))
    return shown
