"""The parts of a DOCX, found as Word finds them: through their relations, whatever their names."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from lxml import etree

from toetsingskader.teruglezen.model import UnreadableError

MAIN = "officeDocument"
_PROPERTIES = "custom-properties"
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


def local(element: etree._Element) -> str:
    """The name of an element without its namespace, which has two forms (transitional, strict)."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element, naam: str) -> str:
    """An attribute by the end of its name; empty when it is not there."""
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith(naam)), "")


class Package:
    """The parts of an open DOCX."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        main = self.related("", MAIN)
        if main is None:
            raise UnreadableError("het is geen Word-document.")
        self.main = main

    def xml(self, part: str) -> etree._Element:
        """A part as a tree; raises UnreadableError when it is too large."""
        if self._archive.getinfo(part).file_size > _MAX_PART:
            raise UnreadableError("het is te groot om een brief te zijn.")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        return etree.fromstring(self._archive.read(part), parser)

    def related(self, part: str, kind: str) -> str | None:
        """The part of this kind that another part, or the package, refers to."""
        for relation in self._relations(part):
            if relation.get("Type", "").endswith(f"/{kind}"):
                target = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
                return posixpath.normpath(target).lstrip("/")
        return None

    def links(self, part: str) -> dict[str, str]:
        """The addresses that a part refers to, by their ids."""
        return {
            relation.get("Id", ""): relation.get("Target", "")
            for relation in self._relations(part)
            if relation.get("Type", "").endswith("/hyperlink")
        }

    def of_main(self, kind: str) -> etree._Element | None:
        """A part of this kind that the text refers to, as a tree."""
        part = self.related(self.main, kind)
        return None if part is None else self.xml(part)

    def xml_parts_of_main(self, kind: str) -> Iterator[etree._Element]:
        """Every part of this kind that the text refers to."""
        for relation in self._relations(self.main):
            if relation.get("Type", "").endswith(f"/{kind}"):
                folder = posixpath.dirname(self.main)
                target = posixpath.join("/", folder, relation.get("Target", ""))
                yield self.xml(posixpath.normpath(target).lstrip("/"))

    def properties(self) -> Mapping[str, str]:
        """The custom properties by name."""
        part = self.related("", _PROPERTIES)
        found = self.xml(part) if part else ()
        return {p.get("name", ""): str(p[0].text or "") for p in found if len(p)}

    def _relations(self, part: str) -> Iterator[etree._Element]:
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations in self._archive.namelist():
            yield from self.xml(relations)


@contextmanager
def opened(data: bytes) -> Iterator[Package]:
    """A DOCX to read from; raises UnreadableError when it is damaged, locked or something else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Package(archive)
    except _DAMAGE as error:
        raise UnreadableError("het bestand is beschadigd of versleuteld.") from error
