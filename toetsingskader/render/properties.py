"""The document properties of a DOCX: what Word shows of it, and how it was made.

Custom properties are the one thing that both Word and LibreOffice keep through every save; a
template may have some of its own, and those stay.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from lxml import etree

from toetsingskader.document import VINGERAFDRUK, Document
from toetsingskader.render.ooxml import LANGUAGE
from toetsingskader.render.package import Package

PART = "docProps/custom.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"

_VALUE = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}lpwstr"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_ID = 2
_EMPTY = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    b' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"/>'
)
_CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>"
    "<dc:creator>{creator}</dc:creator><dc:language>{language}</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
    "</cp:coreProperties>"
)


def letter_properties(package: Package, document: Document) -> None:
    """What Word shows of a letter, and how it was made."""
    ours = dict(document.eigenschappen)
    ours |= {VINGERAFDRUK + naam: print_ for naam, print_ in document.vingerafdrukken.items()}
    set_core(
        package, document.titel, document.onderwerp, document.hoofd.afzender, document.tijdstip
    )
    set_custom(package, ours)


def set_core(package: Package, titel: str, onderwerp: str, afzender: str, tijdstip: int) -> None:
    """Title, subject, sender, language and moment, whatever the template had."""
    package.parts["docProps/core.xml"] = _CORE.format(
        title=escape(titel),
        subject=escape(onderwerp),
        creator=escape(afzender),
        language=LANGUAGE,
        moment=datetime.fromtimestamp(tijdstip, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    ).encode("utf-8")


def set_custom(package: Package, values: Mapping[str, str]) -> None:
    """Properties beside those that the template has of its own, as a part when it has none."""
    found = next((r for r in package.relations("") if r.get("Type") == RELATION), None)
    part = PART if found is None else found.get("Target", "").lstrip("/")
    package.put(part, _custom(values, package.parts.get(part)))
    if found is None:
        package.relate("", "eigenschappen", RELATION, PART)
        package.declare(PART, CONTENT_TYPE)


def _custom(ours: Mapping[str, str], template: bytes | None) -> etree._Element:
    root = etree.fromstring(template or _EMPTY)
    for old in [p for p in root if p.get("name") in ours]:
        root.remove(old)
    _append(root, ours)
    return root


def _append(root: etree._Element, values: Mapping[str, str]) -> None:
    first = max([_FIRST_ID - 1, *(int(p.get("pid", "0")) for p in root)]) + 1
    for number, (naam, waarde) in enumerate(values.items(), first):
        item = etree.SubElement(root, PROPERTY)
        item.set("fmtid", _FORMAT)
        item.set("pid", str(number))
        item.set("name", naam)
        etree.SubElement(item, _VALUE).text = waarde
