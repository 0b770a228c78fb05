"""What must hold for every DOCX that leaves, whatever the template: Word opens it unharmed."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from lxml import etree

from toetsingskader.document import Briefhoofd
from toetsingskader.render.ooxml import R, W
from toetsingskader.render.sjabloon.delen import Delen, near, own_text
from toetsingskader.render.sjabloon.velden import OP_BRIEFPAPIER
from toetsingskader.sjablonen import Gebrek

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_NUMBERED = (
    (f"{W}bookmarkStart", f"{W}id"),
    (f"{W}bookmarkStart", f"{W}name"),
    (f"{W}commentRangeStart", f"{W}id"),
    (_DRAWING, "id"),
)
_LEFT = re.compile(r"\{\{|\}\}|\{%|%\}|\bNone\b|\bUndefined\b")


def check_result(delen: Delen) -> Iterator[Gebrek]:
    """Relations that lead nowhere, numbers used twice, cells without a paragraph."""
    for name, root in sorted(delen.xml.items()):
        if name.endswith(".rels"):
            continue
        yield from _relations(name, root, delen)
        if name.startswith("word/"):
            yield from _numbers(root)
            yield from _cells(root)


def check_values(delen: Delen, hoofd: Briefhoofd) -> Iterator[Gebrek]:
    """Values of the letterhead that got lost, and codes that were left in the text."""
    paragraphs = [own_text(p) for _, root in delen.letterhead for p in root.iter(f"{W}p")]
    text = _squeezed("\n".join(paragraphs))
    given = {name: list(_texts(value)) for name, value in asdict(hoofd).items()}
    for name, values in given.items():
        if name not in OP_BRIEFPAPIER and any(_squeezed(value) not in text for value in values):
            yield Gebrek(f"de waarde van '{name}' komt niet heel in de brief.")
    known = " ".join(value for values in given.values() for value in values)
    for paragraph in paragraphs:
        if (found := _LEFT.search(paragraph)) and found[0] not in known:
            yield Gebrek(f"in de brief blijft '{found[0]}' staan.", near(paragraph))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)


def _squeezed(text: str) -> str:
    """Without white space, which Word may show as a tab or a line."""
    return "".join(text.split())


def _relations(name: str, root: etree._Element, delen: Delen) -> Iterator[Gebrek]:
    folder, file = posixpath.split(name)
    relations = delen.xml.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    known = {r.get("Id"): r for r in relations} if relations is not None else {}
    used = {str(v) for e in root.iter(etree.Element) for k, v in e.attrib.items() if R in str(k)}
    for identifier in sorted(used - set(known)):
        yield Gebrek(f"in {name} wijst een verwijzing ({identifier}) nergens heen.")
    for relation in known.values():
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
        if relation.get("TargetMode") != "External" and target.lstrip("/") not in delen.namen:
            yield Gebrek(f"{name} verwijst naar {target}, en dat is er niet.")


def _numbers(root: etree._Element) -> Iterator[Gebrek]:
    for tag, attribute in _NUMBERED:
        counted = Counter(e.get(attribute) for e in root.iter(tag))
        for value, count in counted.items():
            if count > 1:
                kind = etree.QName(tag).localname
                yield Gebrek(f"het nummer {value} ({kind}) komt {count} keer voor.")


def _cells(root: etree._Element) -> Iterator[Gebrek]:
    for cell in root.iter(f"{W}tc"):
        if not len(cell) or cell[-1].tag not in (f"{W}p", f"{W}sdt"):
            row = next(cell.iterancestors(f"{W}tr"))
            yield Gebrek(
                "een tabelcel eindigt niet met een alinea, en dan noemt Word het bestand "
                "beschadigd. Zet achter de voorwaarde een lege alinea.",
                near(" ".join(own_text(p) for p in row.iter(f"{W}p"))),
            )
