"""What stands after the signatures, as paragraphs of Word.

It is no field of the Word template: a ministry's own template need not know of it, and a concept
cannot lose the list of what is open.
"""

from lxml import etree

from toetsingskader.document import Slot
from toetsingskader.render.ooxml import W


def closing_paragraphs(slot: Slot, styles: etree._Element) -> list[etree._Element]:
    """The list of open places on a page of its own, and the line that says how it was made."""
    texts = [("Openstaand", plek) for plek in slot.open_plekken]
    if slot.kop:
        texts = [("heading 1", slot.kop), ("Body Text", slot.inleiding), *texts]
    if slot.colofon:
        texts.append(("Colofon", slot.colofon))
    ids = _ids(styles)
    paragraphs = [
        _paragraph(ids.get(name.lower(), name.replace(" ", "")), text) for name, text in texts
    ]
    if slot.kop:
        style = paragraphs[0].find(f"{W}pPr/{W}pStyle")
        assert style is not None
        style.addnext(etree.Element(f"{W}pageBreakBefore"))
    return paragraphs


def _ids(styles: etree._Element) -> dict[str, str]:
    """The styles by name: Word in Dutch calls "heading 1" by the id "Kop1"."""
    return {
        name.get(f"{W}val", "").lower(): style.get(f"{W}styleId", "")
        for style in styles.iter(f"{W}style")
        for name in style.iter(f"{W}name")
    }


def _paragraph(style: str, text: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
    words = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph
