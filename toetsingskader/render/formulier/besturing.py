"""Content controls of Word: what one is to a reader, and what it is called in the file."""

from collections.abc import Iterable, Mapping

from lxml import etree

from toetsingskader.formulier.model import Rijen, Vak, Vaksoort, bookmark, number, tag
from toetsingskader.render.ooxml import W

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FILLED, EMPTY = "Invulling", "Uitnodiging"
"""Styles of what stands in a control."""
LEEG = "– leeg –"
"""The choice that empties a drop-down list: Word has no other way."""


class Controls:
    """Makes the controls of one point."""

    def __init__(self, punt: str) -> None:
        self._punt = punt

    def line(self, vak: Vak, *, locked: bool) -> list[etree._Element]:
        """A control in a line of text, with a bookmark around it for editors that drop its tag.

        A locked one can be filled in and not be taken away.
        """
        mark = number(self._punt, vak.naam)
        control = etree.Element(f"{W}sdt")
        properties = _properties(control, vak.label, tag(self._punt, vak.naam), mark)
        # What somebody types instead of the invitation gets this style, and not that one's.
        typed = etree.Element(f"{W}rPr")
        _add(typed, "rStyle", FILLED)
        properties.insert(0, typed)
        if locked:
            _add(properties, "lock", "sdtLocked")
        if not vak.waarde:
            etree.SubElement(properties, f"{W}showingPlcHdr")
        properties.append(_kind(vak))
        content = etree.SubElement(control, f"{W}sdtContent")
        content.append(run(vak.waarde or vak.uitnodiging, FILLED if vak.waarde else EMPTY))
        return [
            _bookmark("Start", mark, bookmark(self._punt, vak.naam)),
            control,
            _bookmark("End", mark),
        ]

    def section(self, rijen: Rijen, rows: Iterable[etree._Element]) -> etree._Element:
        """The control around a list, of which Word can repeat the rows."""
        control = etree.Element(f"{W}sdt")
        # The control of the list as a whole has the tag of its path; this one is told apart.
        naam = f"{rijen.stand.naam}[]"
        properties = _properties(
            control, rijen.label, tag(self._punt, naam), number(self._punt, naam)
        )
        repeating = etree.SubElement(properties, f"{W15}repeatingSection")
        etree.SubElement(repeating, f"{W15}sectionTitle").set(f"{W}val", rijen.label)
        content = etree.SubElement(control, f"{W}sdtContent")
        content.extend(rows)
        return control

    def row(self, naam: str, paragraphs: Iterable[etree._Element]) -> etree._Element:
        """The control around one row; a copy of it gets another number from Word."""
        control = etree.Element(f"{W}sdt")
        properties = etree.SubElement(control, f"{W}sdtPr")
        _add(properties, "id", str(number(self._punt, naam)))
        etree.SubElement(properties, f"{W15}repeatingSectionItem")
        content = etree.SubElement(control, f"{W}sdtContent")
        content.extend(paragraphs)
        return control

    def text(self, titel: str, paragraphs: list[etree._Element]) -> list[etree._Element]:
        """The control and bookmark around the prose of a point, called as they are in a letter."""
        naam, mark = f"tk_{self._punt}", number(self._punt, "")
        control = etree.Element(f"{W}sdt")
        properties = _properties(control, titel, naam, mark)
        etree.SubElement(properties, f"{W}richText")
        content = etree.SubElement(control, f"{W}sdtContent")
        content.append(_bookmark("Start", mark, naam))
        content.extend(paragraphs)
        content.append(_bookmark("End", mark))
        return [control]


def run(text: str, style: str = "") -> etree._Element:
    """Characters in one style; each line of the text on its own."""
    element = etree.Element(f"{W}r")
    if style:
        _add(etree.SubElement(element, f"{W}rPr"), "rStyle", style)
    for i, line in enumerate(text.split("\n")):
        if i:
            etree.SubElement(element, f"{W}br")
        words = etree.SubElement(element, f"{W}t")
        words.text = line
        words.set(XML_SPACE, "preserve")
    return element


def _add(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, W + name).set(f"{W}val", value)


def _properties(control: etree._Element, titel: str, naam: str, mark: int) -> etree._Element:
    properties = etree.SubElement(control, f"{W}sdtPr")
    _add(properties, "alias", titel[:64])
    _add(properties, "tag", naam)
    _add(properties, "id", str(mark))
    return properties


def _bookmark(end: str, mark: int, naam: str = "") -> etree._Element:
    element = etree.Element(f"{W}bookmark{end}")
    element.set(f"{W}id", str(mark))
    if naam:
        element.set(f"{W}name", naam)
    return element


def _kind(vak: Vak) -> etree._Element:
    if vak.soort is Vaksoort.KEUZE:
        return _drop_down(vak.opties)
    if vak.soort is Vaksoort.DATUM:
        element = etree.Element(f"{W}date")
        _add(element, "dateFormat", "d MMMM yyyy")
        _add(element, "lid", "nl-NL")
        _add(element, "storeMappedDataAs", "dateTime")
        _add(element, "calendar", "gregorian")
        return element
    element = etree.Element(f"{W}text")
    if vak.soort is Vaksoort.TEKST:
        element.set(f"{W}multiLine", "1")
    return element


def _drop_down(opties: Mapping[str, str]) -> etree._Element:
    element = etree.Element(f"{W}dropDownList")
    for value, label in {**opties, "leeg": LEEG}.items():
        item = etree.SubElement(element, f"{W}listItem")
        item.set(f"{W}displayText", label)
        item.set(f"{W}value", value)
    return element
