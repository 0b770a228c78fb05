"""The parts of a form on the page: a label and its control on one line, rows with a margin."""

from collections.abc import Iterator

from lxml import etree

from toetsingskader.formulier.model import Gesloten, Groep, Invul, Onderdeel, Rij, Rijen, Vak
from toetsingskader.render.formulier.besturing import Controls, run
from toetsingskader.render.formulier.opmaak import LABEL_WIDTH
from toetsingskader.render.ooxml import LINE, W, set_spacing

_STEP = 227
"""What the fields of a row stand further to the right, per level."""


def paragraph(
    style: str, *content: etree._Element, depth: int = 0, new_page: bool = False
) -> etree._Element:
    """A paragraph; with a depth it stands in from the margin, with a line beside it."""
    element = etree.Element(f"{W}p")
    properties = etree.SubElement(element, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
    if new_page:
        etree.SubElement(properties, f"{W}pageBreakBefore")
    if depth:
        _indent(properties, style, depth)
    element.extend(content)
    return element


def spaced(style: str, text: str) -> etree._Element:
    """A heading with white above it, which the house style gives in running text only."""
    heading = paragraph(style, run(text))
    set_spacing(heading, before=LINE)
    return heading


def _indent(properties: etree._Element, style: str, depth: int) -> None:
    border = etree.SubElement(etree.SubElement(properties, f"{W}pBdr"), f"{W}left")
    for name, value in (("val", "single"), ("sz", "8"), ("space", "6"), ("color", "B4C3D9")):
        border.set(W + name, value)
    left, indent = _STEP * depth, etree.SubElement(properties, f"{W}ind")
    if style in ("Veld", "Veldhulp"):
        column = max(LABEL_WIDTH, left + 1200)
        indent.set(f"{W}left", str(column))
        indent.set(f"{W}hanging", str(column - left))
    else:
        indent.set(f"{W}left", str(left))


def _tab() -> etree._Element:
    """To the column of the controls."""
    element = etree.Element(f"{W}r")
    etree.SubElement(element, f"{W}tab")
    return element


class Painter:
    """Draws the fields of one point."""

    def __init__(self, controls: Controls, punt: str, bestand: str) -> None:
        self._controls = controls
        self._punt = punt
        self._bestand = bestand

    def part(self, onderdeel: Onderdeel, depth: int = 0) -> Iterator[etree._Element]:
        """The paragraphs of one part."""
        if isinstance(onderdeel, Invul):
            yield from self._field(onderdeel, depth)
        elif isinstance(onderdeel, Groep):
            yield from self._group(onderdeel, depth)
        elif isinstance(onderdeel, Rijen):
            yield from self._list(onderdeel, depth)
        else:
            yield from self._closed(onderdeel, depth)

    def _field(self, invul: Invul, depth: int) -> Iterator[etree._Element]:
        yield self._line(invul.vak.label, invul.vak, depth)
        if invul.vak.uitleg:
            yield paragraph("Veldhulp", _tab(), run(invul.vak.uitleg), depth=depth)
        yield from self._origin(invul.herkomst, depth)

    def _origin(self, vakken: tuple[Vak, ...], depth: int) -> Iterator[etree._Element]:
        for vak in vakken:
            yield self._line(f"– {vak.label.lower()}", vak, depth, style="")

    def _line(self, label: str, vak: Vak, depth: int, style: str = "Veldlabel") -> etree._Element:
        star = run(" *") if vak.nodig else None
        control = self._controls.line(vak, locked=not depth)
        parts = [run(label, style), *([star] if star is not None else []), _tab(), *control]
        return paragraph("Veld", *parts, depth=depth)

    def _heading(self, label: str, uitleg: str, depth: int) -> Iterator[etree._Element]:
        yield paragraph("Rijkop", run(label), depth=depth) if depth else spaced("Heading3", label)
        if uitleg:
            yield paragraph("Hulp", run(uitleg), depth=depth)

    def _group(self, groep: Groep, depth: int) -> Iterator[etree._Element]:
        yield from self._heading(groep.label, groep.uitleg, depth)
        if groep.stand:
            yield self._line("Als geheel", groep.stand, depth, style="")
        for onderdeel in groep.onderdelen:
            yield from self.part(onderdeel, depth + 1)

    def _list(self, rijen: Rijen, depth: int) -> Iterator[etree._Element]:
        yield from self._heading(rijen.label, rijen.uitleg, depth)
        yield self._line("Als geheel", rijen.stand, depth, style="")
        yield from self._origin(rijen.herkomst, depth)
        rows = [
            self._controls.row(f"{rijen.stand.naam}[{rij.nummer}]", self._row(rijen, rij, depth))
            for rij in rijen.rijen
        ]
        yield self._controls.section(rijen, rows)

    def _row(self, rijen: Rijen, rij: Rij, depth: int) -> Iterator[etree._Element]:
        # Always more than one paragraph: of a row in a single one, LibreOffice moves the bookmark.
        titel = "Nieuwe regel" if rij.nieuw else f"Regel {rij.nummer + 1}"
        if rijen.waarden:
            (invul,) = rij.onderdelen
            assert isinstance(invul, Invul)
            yield paragraph("Hulp", run(titel), depth=depth + 1)
            control = self._controls.line(invul.vak, locked=False)
            yield paragraph("Rijwaarde", *control, depth=depth + 1)
            return
        yield paragraph("Rijkop", run(titel), depth=depth + 1)
        for onderdeel in rij.onderdelen:
            yield from self.part(onderdeel, depth + 1)

    def _closed(self, gesloten: Gesloten, depth: int) -> Iterator[etree._Element]:
        yield from self._heading(gesloten.label, "", depth)
        where = "Dit staat in het dossier op een manier die hier niet in te vullen is; wijzig het "
        where += f"in {self._bestand}."
        yield paragraph("Hulp", run(where), depth=depth)
        yield paragraph("Veld", run(gesloten.tekst), depth=depth)
