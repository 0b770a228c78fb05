"""The words of a DOCX, also after Word or LibreOffice has saved it."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from toetsingskader.teruglezen.model import Alinea, Teruggelezen, UnreadableError, plain

_MAIN, _NOTES, _PROPERTIES = "officeDocument", "footnotes", "custom-properties"
_NO_WORDS = frozenset({"moveFrom", "Fallback", "pPr", "rPr", "sectPr"})
"""Text that was moved away, the second form of a text box, and mere properties."""
_HEADING = "heading"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    RuntimeError,
    EOFError,
    OSError,
)
"""What reading a spoiled or locked package may raise."""
_MAX_PART = 100_000_000


def read(data: bytes) -> Teruggelezen:
    """The letter in a DOCX; raises UnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            package = _Package(archive)
            main = package.related("", _MAIN)
            if main is None:
                raise UnreadableError("het is geen Word-document.")
            notes = package.related(main, _NOTES)
            properties = package.related("", _PROPERTIES)
            return Teruggelezen(
                tuple(_body(package.xml(main), package.headings(main))),
                tuple(_notes(package.xml(notes)) if notes else ()),
                _properties(package.xml(properties)) if properties else {},
            )
    except _DAMAGE as error:
        raise UnreadableError("het bestand is beschadigd of versleuteld.") from error


def _local(element: etree._Element) -> str:
    """The name of an element without its namespace, which has two forms (transitional, strict)."""
    return str(element.tag).rpartition("}")[2]


def _attribute(element: etree._Element, naam: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith(naam)), "")


class _Package:
    """The parts of a DOCX, found through their relations."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    def xml(self, part: str) -> etree._Element:
        if self._archive.getinfo(part).file_size > _MAX_PART:
            raise UnreadableError("het is te groot om een brief te zijn.")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        return etree.fromstring(self._archive.read(part), parser)

    def related(self, part: str, kind: str) -> str | None:
        """The part of this kind that another part, or the package, refers to."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._archive.namelist():
            return None
        for relation in self.xml(relations):
            if relation.get("Type", "").endswith(f"/{kind}"):
                target = posixpath.join("/", folder, relation.get("Target", ""))
                return posixpath.normpath(target).lstrip("/")
        return None

    def headings(self, main: str) -> frozenset[str]:
        """The styles of headings; Word writes "heading 1" whatever language it speaks."""
        part = self.related(main, "styles")
        styles = self.xml(part) if part else ()
        return frozenset(
            _attribute(style, "styleId")
            for style in styles
            for name in style
            if _local(name) == "name" and _attribute(name, "val").lower().startswith(_HEADING)
        )


@dataclass
class _Reader:
    """Gathers paragraphs and remembers in which part of the letter they stand."""

    headings: frozenset[str]
    found: list[Alinea] = field(default_factory=list)
    plaats: str = ""
    words: list[str] = field(default_factory=list)

    def walk(self, element: etree._Element) -> None:
        kind = _local(element)
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
        values = {_local(child): _attribute(child, "val") for child in element}
        if values.get("tag", "").startswith("tk_"):
            self.plaats = values.get("alias", "")

    def _paragraph(self, element: etree._Element) -> None:
        outer, self.words = self.words, []
        for child in element:
            self.walk(child)
        text = plain("".join(self.words))
        self.words = outer
        styles = (_attribute(s, "val") for s in element.iter() if _local(s) == "pStyle")
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
        if _local(note) == "footnote" and not _attribute(note, "type"):
            text = " ".join(alinea.tekst for alinea in _body(note, frozenset()))
            yield Alinea(text, "Voetnoten")


def _properties(root: etree._Element) -> dict[str, str]:
    return {p.get("name", ""): str(p[0].text or "") for p in root if len(p)}
