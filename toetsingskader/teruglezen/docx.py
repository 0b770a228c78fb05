"""The words of a DOCX, also after Word or LibreOffice has saved it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from toetsingskader.teruglezen.model import Alinea, Teruggelezen, plain
from toetsingskader.teruglezen.pakket import Package, attribute, local, opened

_NO_WORDS = frozenset({"moveFrom", "Fallback", "pPr", "rPr", "sectPr"})
"""Text that was moved away, the second form of a text box, and mere properties."""
_HEADING = "heading"


def read(data: bytes) -> Teruggelezen:
    """The letter in a DOCX; raises UnreadableError."""
    with opened(data) as package:
        notes = package.of_main("footnotes")
        return Teruggelezen(
            tuple(_body(package.xml(package.main), _headings(package))),
            tuple(_notes(notes)) if notes is not None else (),
            package.properties(),
        )


def _headings(package: Package) -> frozenset[str]:
    """The styles of headings; Word writes "heading 1" whatever language it speaks."""
    styles = package.of_main("styles")
    return frozenset(
        attribute(style, "styleId")
        for style in (() if styles is None else styles)
        for name in style
        if local(name) == "name" and attribute(name, "val").lower().startswith(_HEADING)
    )


@dataclass
class _Reader:
    """Gathers paragraphs and remembers in which part of the letter they stand."""

    headings: frozenset[str]
    found: list[Alinea] = field(default_factory=list)
    plaats: str = ""
    words: list[str] = field(default_factory=list)

    def walk(self, element: etree._Element) -> None:
        kind = local(element)
        if kind in _NO_WORDS:
            return
        if kind == "t":
            self.words.append(element.text or "")
        elif kind in ("tab", "br", "cr"):
            self.words.append(" ")
        elif kind == "noBreakHyphen":
            self.words.append("\u2011")
        elif kind == "sdtPr":
            self._control(element)
        elif kind == "p":
            self._paragraph(element)
        else:
            for child in element:
                self.walk(child)

    def _control(self, element: etree._Element) -> None:
        """The content control around a point: its title says where we are."""
        values = {local(child): attribute(child, "val") for child in element}
        if values.get("tag", "").startswith("tk_"):
            self.plaats = values.get("alias", "")

    def _paragraph(self, element: etree._Element) -> None:
        outer, self.words = self.words, []
        for child in element:
            self.walk(child)
        text = plain("".join(self.words))
        self.words = outer
        styles = (attribute(s, "val") for s in element.iter() if local(s) == "pStyle")
        if next(styles, "") in self.headings:
            self.plaats = text
        if text:
            self.found.append(Alinea(text, self.plaats))


def _body(root: etree._Element, headings: frozenset[str]) -> list[Alinea]:
    reader = _Reader(headings)
    reader.walk(root)
    return reader.found


def _notes(root: etree._Element) -> Iterator[Alinea]:
    for note in root:
        if local(note) == "footnote" and not attribute(note, "type"):
            text = " ".join(alinea.tekst for alinea in _body(note, frozenset()))
            yield Alinea(text, "Voetnoten")
