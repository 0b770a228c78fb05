"""The parts of a DOCX that we write: read from a template, changed, and zipped the same way."""

import io
import posixpath
import zipfile

from lxml import etree

MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


class Package:
    """The parts of a DOCX by name."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, name: str) -> etree._Element:
        """A part as a tree."""
        return etree.fromstring(self.parts[name])

    def put(self, name: str, root: etree._Element) -> None:
        """Let a part hold this tree."""
        self.parts[name] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def relations(self, name: str = MAIN) -> etree._Element:
        """What a part refers to."""
        return self.xml(relations_of(name))

    def relate(self, name: str, identifier: str, kind: str, target: str) -> None:
        """Let a part refer to another."""
        relations = self.relations(name)
        relation = etree.SubElement(relations, RELATION)
        relation.set("Id", identifier)
        relation.set("Type", kind)
        relation.set("Target", target)
        self.put(relations_of(name), relations)

    def declare(self, part: str, content_type: str) -> None:
        """Say what kind of part this is."""
        types = self.xml(TYPES)
        entry = etree.SubElement(types, _OVERRIDE)
        entry.set("PartName", f"/{part}")
        entry.set("ContentType", content_type)
        self.put(TYPES, types)

    def drop(self, part: str) -> None:
        """Take a part away, and that it was there."""
        self.parts.pop(part, None)
        self.parts.pop(relations_of(part), None)
        types = self.xml(TYPES)
        for entry in [e for e in types if e.get("PartName") == f"/{part}"]:
            types.remove(entry)
        self.put(TYPES, types)

    def zipped(self) -> bytes:
        """The same parts are the same bytes: sorted, and dated 1980."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.parts, key=lambda name: (name != TYPES, name)):
                info = zipfile.ZipInfo(name, _EARLIEST)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                archive.writestr(info, self.parts[name])
        return out.getvalue()


def relations_of(part: str) -> str:
    """The name of the part that holds what a part refers to; '' stands for the whole file."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def written_by_us(data: bytes) -> bool:
    """Whether a DOCX is still as `zipped` made it; every editor gives its parts another date."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return all(info.date_time == _EARLIEST for info in archive.infolist())
    except zipfile.BadZipFile:
        return False
