"""What stands after the signatures, as paragraphs of Word.

It is no field of the Word template: a ministry's own template need not know of it, and a concept
cannot lose the list of what is open.
"""

from collections.abc import Iterator

from lxml import etree

from toetsingskader.document import Slot
from toetsingskader.render.ooxml import COLOPHON, W


def closing_paragraphs(slot: Slot) -> list[etree._Element]:
    """The list of open places on a page of its own, and the line that says how it was made."""
    return [*_open_points(slot), *([_paragraph(COLOPHON, slot.colofon)] if slot.colofon else [])]


def _open_points(slot: Slot) -> Iterator[etree._Element]:
    if slot.kop:
        heading = _paragraph("Heading1", slot.kop)
        style = heading.find(f"{W}pPr/{W}pStyle")
        assert style is not None
        style.addnext(etree.Element(f"{W}pageBreakBefore"))
        yield heading
        yield _paragraph("BodyText", slot.inleiding)
        yield from (_paragraph("Openstaand", plek) for plek in slot.open_plekken)


def _paragraph(style: str, text: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
    words = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph
