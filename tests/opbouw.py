"""The structure of a letter, read back from its DOCX and from its PDF, in one form.

What validators do not see: headings, lists, tables with their header cells, notes and figures, one
line each, in reading order. Both files must give the same lines.
"""

import io
import zipfile
from collections.abc import Iterator

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Object

from teksten import W, marked_texts, normalised, spoken, words

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def docx_outline(data: bytes) -> list[str]:
    """The structure as Word's own marks give it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {n: archive.read(n) for n in archive.namelist() if n.startswith("word/")}
    body = etree.fromstring(parts["word/document.xml"]).find(f"{W}body")
    assert body is not None
    return list(_Word(parts).lines(body))


class _Word:
    def __init__(self, parts: dict[str, bytes]) -> None:
        styles = etree.fromstring(parts["word/styles.xml"])
        self.levels = {
            style.get(f"{W}styleId"): int(level.get(f"{W}val", "9")) + 1
            for style in styles.iter(f"{W}style")
            for level in style.iter(f"{W}outlineLvl")
        }
        self.formats = _formats(parts.get("word/numbering.xml"))

    def lines(self, body: etree._Element) -> Iterator[str]:
        for element in body.iter():
            tag = str(element.tag).removeprefix(W)
            if tag == "p":
                yield from self._paragraph(element)
            elif tag == "tbl":
                yield f"tabel van {len(element.findall(f'{W}tr'))} rijen"
            elif tag == "tr":
                yield _row(element)
            elif tag == "footnoteReference":
                yield "noot"
            elif element.tag == f"{WP}docPr":
                yield f"figuur {normalised(element.get('descr', ''))}"

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = self.levels.get(style.get(f"{W}val")) if style is not None else None
        if level:
            yield f"kop {level} {_said(paragraph)}"
        number = paragraph.find(f"{W}pPr/{W}numPr")
        if number is not None:
            depth, of = (number.find(W + tag) for tag in ("ilvl", "numId"))
            assert depth is not None
            assert of is not None
            at = depth.get(f"{W}val", "0")
            yield f"onderdeel {self.formats[of.get(f'{W}val', ''), at]} op diepte {int(at) + 1}"


def _row(row: etree._Element) -> str:
    kind = "kop" if row.find(f"{W}trPr/{W}tblHeader") is not None else "cel"
    return f"rij van {kind}: {' | '.join(_said(cell) for cell in row.findall(f'{W}tc'))}"


def _formats(numbering: bytes | None) -> dict[tuple[str, str], str]:
    """Per list and depth whether it counts."""
    if numbering is None:
        return {}
    root = etree.fromstring(numbering)
    kinds = {
        (a.get(f"{W}abstractNumId"), level.get(f"{W}ilvl", "0")): mark.get(f"{W}val")
        for a in root.iter(f"{W}abstractNum")
        for level in a.iter(f"{W}lvl")
        for mark in level.iter(f"{W}numFmt")
    }
    return {
        (num.get(f"{W}numId", ""), depth): "met punt" if kind == "bullet" else "met nummer"
        for num in root.iter(f"{W}num")
        for of in num.iter(f"{W}abstractNumId")
        for (abstract, depth), kind in kinds.items()
        if abstract == of.get(f"{W}val")
    }


def _said(element: etree._Element) -> str:
    """The words of a piece without its notes."""
    return " ".join(normalised("".join(words(element))).split())


def pdf_outline(data: bytes) -> list[str]:
    """The structure as the tags of the PDF give it: what a screen reader can go through."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_Tagged(marked_texts(pdf)).lines(pdf.Root.StructTreeRoot.K, 0, 0))


class _Tagged:
    def __init__(self, texts: dict[tuple[int, int], str]) -> None:
        self.texts = texts

    def lines(self, node: Object | int, page: int, depth: int) -> Iterator[str]:
        if isinstance(node, Array):
            for kid in node:
                yield from self.lines(kid, page, depth)
        elif isinstance(node, Dictionary) and "/S" in node:
            page = node.Pg.objgen[0] if "/Pg" in node else page
            kind = str(node.S).removeprefix("/")
            yield from self._element(kind, node, page, depth)
            for kid in _in_order(node):
                yield from self.lines(kid, page, depth + (kind == "L"))

    def _element(self, kind: str, node: Dictionary, page: int, depth: int) -> Iterator[str]:
        if kind[:1] == "H" and kind[1:].isdigit():
            yield f"kop {kind[1:]} {self._said(node, page)}"
        elif kind == "LI":
            mark = "".join(spoken(_kid(node, "Lbl"), page, self.texts, labels=True))
            counts = mark.strip()[:1].isdigit()
            yield f"onderdeel {'met nummer' if counts else 'met punt'} op diepte {depth}"
        elif kind == "Table":
            rows = sum(len(_kids(part, "TR")) for part in _kids(node, "THead", "TBody"))
            yield f"tabel van {rows} rijen"
        elif kind == "TR":
            cells = _kids(node, "TH", "TD")
            kinds = {str(cell.S) for cell in cells}
            row = "kop" if kinds == {"/TH"} else "cel" if kinds == {"/TD"} else "gemengd"
            yield f"rij van {row}: {' | '.join(self._said(cell, page) for cell in cells)}"
        elif kind == "Note":
            yield "noot"
        elif kind == "Figure":
            yield f"figuur {normalised(str(node.Alt))}"

    def _said(self, node: Dictionary, page: int) -> str:
        return " ".join(normalised("".join(spoken(node, page, self.texts, notes=False))).split())


def _in_order(node: Dictionary) -> list[Object]:
    """What stands in a part of the tree; a caption below its figure comes before it there."""
    kids = node.get("/K", Array())
    every = list(kids) if isinstance(kids, Array) else [kids]
    return sorted(every, key=lambda kid: bool(_kids(node, "Figure")) and _is(kid, "Caption"))


def _is(kid: Object | int, *kinds: str) -> bool:
    return isinstance(kid, Dictionary) and str(kid.get("/S", "")).removeprefix("/") in kinds


def _kids(node: Dictionary, *kinds: str) -> list[Dictionary]:
    kids = node.get("/K", Array())
    every = kids if isinstance(kids, Array) else [kids]
    return [kid for kid in every if isinstance(kid, Dictionary) and _is(kid, *kinds)]


def _kid(node: Dictionary, kind: str) -> Dictionary:
    return _kids(node, kind)[0]
