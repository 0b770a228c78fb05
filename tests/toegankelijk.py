"""What a reader who does not see needs of a letter, and no validator asks for.

A list of faults per file, in words; empty when all is well.
"""

import io
import re
import zipfile
from collections.abc import Iterator

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Object

from ooxml_hulp import R
from opbouw import docx_outline, pdf_outline
from teksten import W, marked_texts, normalised, spoken, words

DC = "{http://purl.org/dc/elements/1.1/}"
_FILE_NAME = re.compile(r"\.(?:png|jpe?g|gif|svg|emf)$", re.IGNORECASE)
_BOLD = re.compile(r"^(?!.*[.:;,?)\]]$).{1,80}$")
_CAPTIONS = {"TableCaption", "ImageCaption"}
_LIGHTEST_PAPER = (1.0, 1.0, 1.0)
_NEEDED_CONTRAST = 4.5
"""WCAG 2.1 AA, for text of this size."""


def docx_faults(data: bytes) -> list[str]:
    """Title, language, headings, tables and links of a DOCX."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main, styles = (etree.fromstring(parts[f"word/{n}.xml"]) for n in ("document", "styles"))
    found = [] if etree.fromstring(parts["docProps/core.xml"]).findtext(f"{DC}title") else ["title"]
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or language.get(f"{W}val") != "nl-NL":
        found.append("language")
    return [*found, *_outline_faults(docx_outline(data)), *_word_faults(main)]


def _outline_faults(outline: list[str]) -> Iterator[str]:
    """Headings from level one, none skipped or empty; tables with one row of header cells."""
    depth = 0
    for at, line in enumerate(outline):
        kind, _, rest = line.partition(" ")
        if kind == "kop":
            level, _, text = rest.partition(" ")
            if not text or int(level) > depth + 1:
                yield f"heading: {line}"
            depth = int(level)
        elif kind == "tabel":
            size = int(rest.split()[1])
            rows = [x for x in outline[at + 1 :] if x.startswith("rij van ")][:size]
            heads = [row.startswith("rij van kop: ") for row in rows]
            if heads != [True, *[False] * (size - 1)] or len({r.count(" | ") for r in rows}) != 1:
                yield f"header row: {rows[:2]}"
        elif kind == "figuur" and (not rest or _FILE_NAME.search(rest)):
            yield f"alternative text: {line}"
    if not depth:
        yield "no headings"


def _word_faults(main: etree._Element) -> Iterator[str]:
    """Bold text that looks like a heading, merged cells, empty links, things that float."""
    for paragraph in main.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        runs = [run for run in paragraph.iter(f"{W}r") if "".join(words(run)).strip()]
        bold = runs and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)
        captions = style is not None and style.get(f"{W}val") in _CAPTIONS
        text = normalised("".join(words(paragraph)))
        if bold and not captions and _BOLD.match(text):
            yield f"bold as a heading: {text}"
    for element in main.iter(f"{W}vMerge", f"{W}gridSpan", f"{W}txbxContent"):
        yield f"not for a screen reader: {element.tag}"
    for link in main.iter(f"{W}hyperlink"):
        if not "".join(words(link)).strip():
            yield f"empty link: {link.get(f'{R}id')}"


def pdf_faults(data: bytes) -> list[str]:
    """Title, language, headings, tables, links and colours of a PDF."""
    found = list(_outline_faults(pdf_outline(data)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if str(pdf.Root.Lang) != "nl-NL":
            found.append("language")
        with pdf.open_metadata() as metadata:
            if not metadata.get("dc:title"):
                found.append("title")
        texts = marked_texts(pdf)
        for link, page in _links(pdf.Root.StructTreeRoot.K, 0):
            if not "".join(spoken(link, page, texts, labels=True)).strip():
                found.append("empty link")
        found += [f"faint text: {c}" for page in pdf.pages for c in _text_colours(page)]
    return found


def _links(node: Object | int, page: int) -> Iterator[tuple[Dictionary, int]]:
    if isinstance(node, Array):
        for kid in node:
            yield from _links(kid, page)
    elif isinstance(node, Dictionary) and "/S" in node:
        page = node.Pg.objgen[0] if "/Pg" in node else page
        if str(node.S) == "/Link":
            yield node, page
        if "/K" in node:
            yield from _links(node.K, page)


def _text_colours(page: pikepdf.Page) -> Iterator[tuple[float, ...]]:
    """The colours of text that are too faint on white."""
    colour: tuple[float, ...] = (0.0,)
    stack: list[tuple[float, ...]] = []
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in ("g", "rg", "sc", "scn"):
            colour = tuple(float(x) for x in instruction.operands)
        elif name == "q":
            stack.append(colour)
        elif name == "Q":
            colour = stack.pop()
        elif name in ("Tj", "TJ") and contrast(colour, _LIGHTEST_PAPER) < _NEEDED_CONTRAST:
            yield colour


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The ratio of WCAG between two colours, each grey or red-green-blue, from 0 to 1."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    channels = colour * 3 if len(colour) == 1 else colour
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
