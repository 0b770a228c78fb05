"""Pandoc's body in the place of the marker in the letterhead, as one valid and repeatable DOCX.

Both files start from the same template, so pandoc's footnotes and numbering hold the template's
own as well and can be taken over whole.
"""

import posixpath
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
from toetsingskader.render.package import MAIN, RELATION, TYPES, Package, relations_of
from toetsingskader.render.properties import letter_properties
from toetsingskader.render.slot import closing_paragraphs

PLACE = "\ue001tekst\ue001"
"""Text of the paragraph that the body replaces; private-use, so no record can hold it."""

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_FIRST_ID = 1000


def graft(
    letterhead: bytes,
    text: bytes,
    plaatjes: Mapping[str, Plaatje],
    document: Document,
    logo: Logo | None = None,
) -> bytes:
    """The letterhead with the body of the text, and its pictures, in the place of its marker."""
    head, body = Package(letterhead), Package(text)
    main, inner = head.xml(MAIN), body.xml(MAIN)
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
    head.put(MAIN, main)
    if logo:
        place_logo(head.parts, logo)
    letter_properties(head, document)
    return head.zipped()


def _adopt_links(head: Package, body: Package, inner: etree._Element) -> None:
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
    head.put(relations_of(MAIN), relations)


def _adopt_pictures(head: Package, inner: etree._Element, plaatjes: Mapping[str, Plaatje]) -> None:
    relations, types = head.relations(), head.xml(TYPES)
    figuren.adopt(head.parts, inner, relations, types, plaatjes)
    head.put(relations_of(MAIN), relations)
    head.put(TYPES, types)


def _adopt_part(head: Package, body: Package, kind: str) -> None:
    """A part of the body instead of the letterhead's, with its relations and its content type."""
    source = f"word/{kind}.xml"
    if source not in body.parts:
        return
    relations = head.relations()
    found = next((r for r in relations if r.get("Type", "").endswith(f"/{kind}")), None)
    if found is None:
        found = etree.SubElement(relations, RELATION)
        found.set("Id", f"tekst-{kind}")
        found.set("Type", f"{R[1:-1]}/{kind}")
        found.set("Target", f"{kind}.xml")
        head.declare(source, f"{_KIND}{kind}+xml")
        head.put(relations_of(MAIN), relations)
    target = posixpath.normpath(posixpath.join("/word", found.get("Target", ""))).lstrip("/")
    head.parts[target] = body.parts[source]
    head.parts.pop(relations_of(target), None)
    if relations_of(source) in body.parts:
        head.parts[relations_of(target)] = body.parts[relations_of(source)]


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


def _close(head: Package, main: etree._Element, document: Document) -> None:
    """What stands after the signatures, whatever template the letter was made with."""
    body = main.find(f"{W}body")
    assert body is not None
    end = body.find(f"{W}sectPr")
    at = len(body) if end is None else body.index(end)
    if document.slot.colofon and not document.slot.kop and at:
        for paragraph in body[at - 1].iter(f"{W}p"):
            keep_with_next(paragraph)
    body[at:at] = closing_paragraphs(document.slot, head.xml("word/styles.xml"))


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


def _used(head: Package, main: etree._Element) -> dict[str, str]:
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
