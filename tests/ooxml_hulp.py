"""What must hold for every DOCX we write, checked without Word."""

import io
import posixpath
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def faults(data: bytes) -> list[str]:
    """Relations and styles that lead nowhere, cells without a paragraph, numbers used twice."""
    parts = _parts(data)
    roots = {name: etree.fromstring(text) for name, text in parts.items() if name.endswith(".xml")}
    styles = {s.get(f"{W}styleId") for s in roots["word/styles.xml"].iter(f"{W}style")}
    found: list[str] = []
    for name, root in roots.items():
        found += _relation_faults(name, root, parts)
        if name.startswith("word/") and name != "word/styles.xml":
            found += _style_faults(name, root, styles)
            found += _structure_faults(name, root)
    return found


def _relation_faults(name: str, root: etree._Element, parts: dict[str, bytes]) -> list[str]:
    folder, file = posixpath.split(name)
    text = parts.get(f"{folder}/_rels/{file}.rels")
    relations = {r.get("Id"): r for r in etree.fromstring(text)} if text else {}
    used = {v for e in root.iter() for k, v in e.attrib.items() if str(k).startswith(R)}
    found = [f"{name}: {identifier!r} has no relation" for identifier in used - set(relations)]
    for relation in relations.values():
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        if relation.get("TargetMode") == "External":
            found += [
                f"{name}: {c!r} in an address"
                for c in relation.get("Target", "")
                if c in ' "<>\\^`{|}'
            ]
        elif target.lstrip("/") not in parts:
            found.append(f"{name}: {target} is not there")
    return found


def _style_faults(name: str, root: etree._Element, styles: set[str | None]) -> list[str]:
    used = {e.get(f"{W}val") for e in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    return [f"{name}: no style {style}" for style in used - styles]


def _structure_faults(name: str, root: etree._Element) -> list[str]:
    found = [
        f"{name}: a cell without paragraph" for c in root.iter(f"{W}tc") if c[-1].tag != f"{W}p"
    ]
    for tag, attribute in (("bookmarkStart", "id"), ("bookmarkStart", "name")):
        values = [e.get(W + attribute) for e in root.iter(W + tag)]
        found += [f"{name}: {v} twice" for v in set(values) if values.count(v) > 1]
    for table in root.iter(f"{W}tbl"):
        following = table.getnext()
        if following is not None and following.tag == f"{W}tbl":
            found.append(f"{name}: two tables touch")
    return found


def header_rows(data: bytes) -> list[int]:
    """How many header rows each table has."""
    root = etree.fromstring(_parts(data)["word/document.xml"])
    return [len(list(table.iter(f"{W}tblHeader"))) for table in root.iter(f"{W}tbl")]


def tags_and_bookmarks(data: bytes) -> tuple[set[str], set[str]]:
    """The tags of the content controls, and the names of the bookmarks."""
    root = etree.fromstring(_parts(data)["word/document.xml"])
    tags = {e.get(f"{W}val", "") for e in root.iter(f"{W}tag")}
    return tags, {e.get(f"{W}name", "") for e in root.iter(f"{W}bookmarkStart")}
