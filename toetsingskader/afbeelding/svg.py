"""SVG: shapes and letters; whatever runs, fetches, refers elsewhere or multiplies is refused."""

import re
import xml.etree.ElementTree as ET

from toetsingskader.afbeelding.model import Afbeelding, Geweigerd, Soort, check_size, damaged

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = re.compile(
    "svg|g|defs|symbol|use|title|desc|metadata|style|path|rect|circle|ellipse|line|polyline|polygon"
    "|text|tspan|textPath|clipPath|mask|pattern|marker|linearGradient|radialGradient|stop|switch|a"
)
_MAX_DEPTH, _MAX_ELEMENTS = 100, 50_000
_FORBIDDEN_TEXT = {
    r"<!ENTITY|<!DOCTYPE[^>]*\[": "bevat eigen afkortingen (entiteiten)",
    r"<\?xml-stylesheet|@import|url\(\s*[\"']?\s*(?![\s\"'#])": "verwijst naar iets buiten het "
    "bestand",
    r"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])": "is niet als UTF-8 bewaard",
}
_NUMBER = re.compile(r"\s*(\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})(?:px|pt|mm|cm|in|%)?\s*")
_AS_PNG = "Bewaar de afbeelding als PNG en gebruik die"


def read_svg(raw: bytes) -> Afbeelding:
    """Read an SVG; raises Geweigerd with what in it is not allowed."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Geweigerd(f"is niet als UTF-8 bewaard. {_AS_PNG}") from error
    _refuse_text(text)
    root = _parse(text)
    for element in root.iter():
        _refuse_element(element)
    _refuse_multiplication(root)
    width, height = _size(root)
    check_size(width, height)
    return Afbeelding(Soort.SVG, text.encode("utf-8"), width, height)


def _refuse_text(text: str) -> None:
    for pattern, why in _FORBIDDEN_TEXT.items():
        if re.search(pattern, text, re.IGNORECASE):
            raise Geweigerd(f"{why}, en dat mag niet. {_AS_PNG}")


def _parse(text: str) -> ET.Element:
    """The tree of the file, refused while it is read when it is deeper or larger than drawings are.

    What typst would do with a very deep one is crash.
    """
    builder = _Limited()
    try:
        parser = ET.XMLParser(target=builder)  # noqa: S314 (no DTD passes `_refuse_text`)
        parser.feed(text)
        root = parser.close()
    except ET.ParseError as error:
        raise damaged("SVG") from error
    if not isinstance(root, ET.Element) or root.tag != f"{_SVG}svg":
        raise damaged("SVG")
    return root


class _Limited(ET.TreeBuilder):
    """Builds a tree of a limited depth and size."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        self._count += 1
        if self._depth > _MAX_DEPTH or self._count > _MAX_ELEMENTS:
            raise Geweigerd(f"bestaat uit te veel onderdelen. {_AS_PNG}")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def _refuse_element(element: ET.Element) -> None:
    name = str(element.tag).rpartition("}")[2]
    own = str(element.tag).startswith(_SVG)
    if name == "script" or any(a.lower().startswith("on") for a in element.attrib):
        raise Geweigerd(f"bevat een programma (script), en dat mag niet. {_AS_PNG}")
    if own and not _SHAPES.fullmatch(name):
        raise Geweigerd(f"bevat een onderdeel dat niet mag ('{name}'). {_AS_PNG}")
    for attribute, value in element.attrib.items():
        if attribute.rpartition("}")[2] == "href" and own and not value.strip().startswith("#"):
            raise Geweigerd(f"verwijst naar iets buiten het bestand, en dat mag niet. {_AS_PNG}")


def _refuse_multiplication(root: ET.Element) -> None:
    """What `use` repeats counts each time; a repetition of repetitions is refused as a whole."""
    named = {element.get("id", ""): element for element in root.iter()}
    drawn = 0
    for use in root.iter(f"{_SVG}use"):
        target = named.get(next((v for k, v in use.attrib.items() if "href" in k), "")[1:])
        inside = [] if target is None else list(target.iter())
        drawn += len(inside)
        if drawn > _MAX_ELEMENTS or any(element.tag == f"{_SVG}use" for element in inside):
            raise Geweigerd(f"bestaat uit te veel onderdelen. {_AS_PNG}")


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height by the view box, else by the attributes."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sizes = box[2:] if len(box) == 4 else [root.get("width", ""), root.get("height", "")]
    numbers = [_NUMBER.fullmatch(size) for size in sizes]
    if not all(numbers):
        raise Geweigerd(f"zegt niet hoe breed en hoog zij is. {_AS_PNG}")
    width, height = (float(number[1]) for number in numbers if number)
    return width, height
