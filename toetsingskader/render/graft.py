"""Pandoc's body in the place of the marker in the letterhead, as one valid and repeatable DOCX.

Both files start from the same template, so pandoc's footnotes and numbering hold the template's
own as well and can be taken over whole.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from toetsingskader.document import Document
from toetsingskader.render import figuren
from toetsingskader.render.figuren import Plaatje
from toetsingskader.render.logo import Logo, place_logo
from toetsingskader.render.ooxml import (
    R,
    W,
    body_styles,
    keep_with_list,
    keep_with_next,
    space_after,
    tidy_lists,
    tidy_table,
)
from toetsingskader.render.properties import (
    CONTENT_TYPE,
    PART,
    RELATION,
    core_properties,
    custom_properties,
)
from toetsingskader.render.slot import closing_paragraphs

PLACE = "\ue001tekst\ue001"
"""Text of the paragraph that the body replaces; private-use, so no record can hold it."""

_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_FIRST_ID = 1000


class _Package:
    """The parts of a DOCX by name."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def put(self, name: str, root: etree._Element) -> None:
        self.parts[name] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def relations(self, name: str = _MAIN) -> etree._Element:
        return self.xml(_relations_of(name))


def graft(
    letterhead: bytes,
    text: bytes,
    plaatjes: Mapping[str, Plaatje],
    document: Document,
    logo: Logo | None = None,
) -> bytes:
    """The letterhead with the body of the text, and its pictures, in the place of its marker."""
    head, body = _Package(letterhead), _Package(text)
    main, inner = head.xml(_MAIN), body.xml(_MAIN)
    _adopt_links(head, body, inner)
    if "word/numbering.xml" in body.parts:
        body.put("word/numbering.xml", tidy_lists(body.xml("word/numbering.xml")))
    for kind in ("footnotes", "numbering"):
        _adopt_part(head, body, kind)
    _adopt_pictures(head, inner, plaatjes)
    _unique_ids(main, inner)
    _insert(main, inner)
    _close(head, main, document)
    head.put("word/styles.xml", body_styles(head.xml("word/styles.xml"), _used(head, main)))
    head.put(_MAIN, main)
    if logo:
        place_logo(head.parts, logo)
    head.parts["docProps/core.xml"] = core_properties(document)
    _add_properties(head, document)
    return _zipped(head.parts)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _adopt_links(head: _Package, body: _Package, inner: etree._Element) -> None:
    """Hyperlinks of the body under a name that the letterhead does not use."""
    relations = head.relations()
    for relation in body.relations():
        if relation.get("Type", "").endswith("/hyperlink"):
            copy = deepcopy(relation)
            copy.set("Id", f"tekst-{relation.get('Id')}")
            relations.append(copy)
    for link in inner.iter(f"{W}hyperlink"):
        if link.get(f"{R}id"):
            link.set(f"{R}id", f"tekst-{link.get(f'{R}id')}")
    head.put(_relations_of(_MAIN), relations)


def _adopt_pictures(head: _Package, inner: etree._Element, plaatjes: Mapping[str, Plaatje]) -> None:
    relations, types = head.relations(), head.xml(_TYPES)
    figuren.adopt(head.parts, inner, relations, types, plaatjes)
    head.put(_relations_of(_MAIN), relations)
    head.put(_TYPES, types)


def _adopt_part(head: _Package, body: _Package, kind: str) -> None:
    """A part of the body instead of the letterhead's, with its relations and its content type."""
    source = f"word/{kind}.xml"
    if source not in body.parts:
        return
    relations = head.relations()
    found = next((r for r in relations if r.get("Type", "").endswith(f"/{kind}")), None)
    if found is None:
        found = etree.SubElement(relations, _RELATION)
        found.set("Id", f"tekst-{kind}")
        found.set("Type", f"{R[1:-1]}/{kind}")
        found.set("Target", f"{kind}.xml")
        _declare(head, source, f"{_KIND}{kind}+xml")
        head.put(_relations_of(_MAIN), relations)
    target = posixpath.normpath(posixpath.join("/word", found.get("Target", ""))).lstrip("/")
    head.parts[target] = body.parts[source]
    head.parts.pop(_relations_of(target), None)
    if _relations_of(source) in body.parts:
        head.parts[_relations_of(target)] = body.parts[_relations_of(source)]


def _unique_ids(main: etree._Element, inner: etree._Element) -> None:
    """Bookmarks and controls of the body get numbers that the template does not use."""
    figuren.number(main, inner)
    taken = [int(e.get(f"{W}id", "0")) for e in main.iter(f"{W}bookmarkStart")]
    taken += [int(e.get(f"{W}val", "0")) for e in main.iter(f"{W}id")]
    offset = max([_FIRST_ID, *(number for number in taken if number < 2**30)]) - _FIRST_ID
    for element in inner.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}id"):
        name = f"{W}val" if element.tag == f"{W}id" else f"{W}id"
        element.set(name, str(int(element.get(name, "0")) + offset))


def _insert(main: etree._Element, inner: etree._Element) -> None:
    place = _place(main)
    content = inner.find(f"{W}body")
    assert content is not None
    width = _text_width(main)
    figuren.tidy(content, width)
    tables = list(content.iter(f"{W}tbl"))
    for table in tables:
        tidy_table(table, width)
    keep_with_list(content)
    blocks = [element for element in content if element.tag != f"{W}sectPr"]
    flow = content.iter(f"{W}p", f"{W}tbl")
    *_, last = (None, *(e for e in flow if next(e.iterancestors(f"{W}tbl"), None) is None))
    if last is not None and last.tag == f"{W}p":
        keep_with_next(last)  # it stays with the signatures
    for element in blocks:
        place.addprevious(element)
    for table in tables:
        space_after(table)
    parent = place.getparent()
    assert parent is not None
    parent.remove(place)


def _close(head: _Package, main: etree._Element, document: Document) -> None:
    """What stands after the signatures, whatever template the letter was made with."""
    body = main.find(f"{W}body")
    assert body is not None
    end = body.find(f"{W}sectPr")
    at = len(body) if end is None else body.index(end)
    if document.slot.colofon and not document.slot.kop and at:
        for paragraph in body[at - 1].iter(f"{W}p"):
            keep_with_next(paragraph)
    body[at:at] = closing_paragraphs(document.slot, head.xml("word/styles.xml"))


def _add_properties(head: _Package, document: Document) -> None:
    """The custom properties, as a part of its own when the template has none."""
    name = "_rels/.rels"
    relations = head.xml(name)
    found = next((r for r in relations if r.get("Type") == RELATION), None)
    part = PART if found is None else found.get("Target", "").lstrip("/")
    head.put(part, custom_properties(document, head.parts.get(part)))
    if found is None:
        relation = etree.SubElement(relations, _RELATION)
        relation.set("Id", "eigenschappen")
        relation.set("Type", RELATION)
        relation.set("Target", PART)
        head.put(name, relations)
        _declare(head, PART, CONTENT_TYPE)


def _declare(head: _Package, part: str, content_type: str) -> None:
    types = head.xml(_TYPES)
    entry = etree.SubElement(types, _OVERRIDE)
    entry.set("PartName", f"/{part}")
    entry.set("ContentType", content_type)
    head.put(_TYPES, types)


def _place(main: etree._Element) -> etree._Element:
    """The paragraph that holds the marker; the template was checked to have one."""
    return next(p for p in main.iter(f"{W}p") if PLACE in _text(p))


def _text(paragraph: etree._Element) -> str:
    return "".join(element.text or "" for element in paragraph.iter(f"{W}t"))


def _text_width(main: etree._Element) -> int:
    """Between the margins of the last section, in twentieths of a point."""
    size, margin = (next(iter(main.iter(f"{W}{tag}"))) for tag in ("pgSz", "pgMar"))
    edges = int(margin.get(f"{W}left", "0")) + int(margin.get(f"{W}right", "0"))
    return int(size.get(f"{W}w", "0")) - edges


def _used(head: _Package, main: etree._Element) -> dict[str, str]:
    """Every style that the letter refers to, with its kind."""
    roots = [main]
    roots += [head.xml(name) for name in head.parts if name.startswith("word/footnotes")]
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    return {
        element.get(f"{W}val", ""): kind
        for root in roots
        for tag, kind in kinds.items()
        for element in root.iter(W + tag)
    }


def _zipped(parts: dict[str, bytes]) -> bytes:
    """The same parts are the same bytes: sorted, and dated 1980."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])
    return out.getvalue()
