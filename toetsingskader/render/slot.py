"""What stands after the signatures, as paragraphs of Word.

It is no field of the Word template: a ministry's own template need not know of it, and a concept
cannot lose the list of what is open.
"""

from lxml import etree

from toetsingskader.document import Slot
from toetsingskader.render.ooxml import W, style_ids


def closing_paragraphs(slot: Slot, styles: etree._Element) -> list[etree._Element]:
    """The list of open places on a page of its own, and the line that says how it was made."""
    texts = [("Openstaand", plek) for plek in slot.open_plekken]
    if slot.kop:
        texts = [("heading 1", slot.kop), ("Body Text", slot.inleiding), *texts]
    if slot.colofon:
        texts.append(("Colofon", slot.colofon))
    ids = style_ids(styles)
    paragraphs = [
        _paragraph(ids.get(name.lower(), name.replace(" ", "")), text) for name, text in texts
    ]
    if slot.kop:
        style = paragraphs[0].find(f"{W}pPr/{W}pStyle")
        assert style is not None
        style.addnext(etree.Element(f"{W}pageBreakBefore"))
    return paragraphs


def _paragraph(style: str, text: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
    words = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return paragraph
