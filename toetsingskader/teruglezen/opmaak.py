"""What the styles and lists of a DOCX say about a paragraph or a run."""

from lxml import etree

from toetsingskader.teruglezen.bewerkt import Soort
from toetsingskader.teruglezen.pakket import Package, attribute, local

_OFF = frozenset({"0", "false", "off", "none"})


class Opmaak:
    """The styles and lists of one DOCX."""

    def __init__(self, package: Package) -> None:
        styles, lists = package.of_main("styles"), package.of_main("numbering")
        self._styles = {
            attribute(style, "styleId"): style
            for style in (() if styles is None else styles)
            if local(style) == "style"
        }
        self._formats = {} if lists is None else _formats(lists)

    def kind(self, paragraph: etree._Element) -> tuple[Soort, int]:
        """What a paragraph is, and of a list item how deep it stands, from 0."""
        style = self._styles.get(_value(paragraph, "./{*}pPr/{*}pStyle"))
        if style is not None and _value(style, "./{*}name").lower().startswith("heading"):
            return Soort.KOP, 0
        for holder in (paragraph, style):
            numbering = None if holder is None else holder.find("./{*}pPr/{*}numPr")
            if numbering is not None:
                number = _value(numbering, "./{*}numId")
                level = int(_value(numbering, "./{*}ilvl") or 0)
                found = self._formats.get((number, level))
                if number == "0" or found is None:
                    break
                return (Soort.OPSOMMING if found == "bullet" else Soort.NUMMERING), level
        return Soort.ALINEA, 0

    def marks(self, run: etree._Element) -> tuple[bool, bool]:
        """Whether a run is bold, and whether it is in italics."""
        style = self._styles.get(_value(run, "./{*}rPr/{*}rStyle"))
        holders = [h for h in (run, style) if h is not None]
        bold, italic = (
            next((s for h in holders if (s := _switch(h, tag)) is not None), False)
            for tag in ("b", "i")
        )
        return bold, italic


def _value(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else attribute(found, "val")


def _switch(holder: etree._Element, tag: str) -> bool | None:
    """Whether a property is on or off; None when nothing is said of it."""
    found = holder.find(f"./{{*}}rPr/{{*}}{tag}")
    return None if found is None else attribute(found, "val").lower() not in _OFF


def _formats(numbering: etree._Element) -> dict[tuple[str, int], str]:
    """Of each list and level the form of its numbers; "bullet" when there are none."""
    kinds = {
        (attribute(definition, "abstractNumId"), int(attribute(level, "ilvl") or 0)): _value(
            level, "./{*}numFmt"
        )
        for definition in numbering
        if local(definition) == "abstractNum"
        for level in definition
        if local(level) == "lvl"
    }
    return {
        (attribute(item, "numId"), level): form
        for item in numbering
        if local(item) == "num"
        for (definition, level), form in kinds.items()
        if definition == _value(item, "./{*}abstractNumId")
    }
