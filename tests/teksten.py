"""The running text of a letter read back from its DOCX and from its PDF, in reading order.

Both are brought to one form: a line per paragraph, heading, list item and table cell; a footnote
stands between ⟦ ⟧ at the place where it is referred to. Numbers of notes and lists, soft hyphens
and the repeated matter of headers and footers are not running text.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Collection, Iterator

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Object, Page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCKS = {"P", "H", "LI", "LBody", "Caption", "TH", "TD", "Div", "BlockQuote", "Table", "L"}
_INVISIBLE = dict.fromkeys((0xAD, *range(0xFE00, 0xFE10)))
_NUMBER = re.compile(r"<([0-9A-Fa-f]+)>")


def docx_text(data: bytes, written_out: Collection[str] = ()) -> str:
    """The body of the document with its footnotes in place.

    Characters in `written_out` become `[U+…]`, as they are in a PDF whose fonts lack them.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        names = archive.namelist()
        part = "word/footnotes.xml"
        notes = etree.fromstring(archive.read(part)) if part in names else None
    texts = {
        note.get(f"{W}id", ""): " ".join("".join(words(note)).split())
        for note in (notes if notes is not None else ())
        if note.get(f"{W}type") is None
    }
    text = normalised("".join(words(body, texts)))
    return normalised(text.translate({ord(c): f"[U+{ord(c):04X}]" for c in written_out}))


def words(root: etree._Element, notes: dict[str, str] | None = None) -> Iterator[str]:
    """The words of a part of a DOCX, with these notes in their place, or without any."""
    for element in root.iter():
        tag = str(element.tag).removeprefix(W)
        if tag == "t":
            yield element.text or ""
        elif tag in ("p", "br"):
            yield "\n"
        elif tag in ("tab", "noBreakHyphen"):
            yield {"tab": " ", "noBreakHyphen": "\u2011"}[tag]
        elif tag == "footnoteReference" and notes is not None:
            yield f"⟦{notes[element.get(f'{W}id', '')]}⟧"


def pdf_text(data: bytes) -> str:
    """The text of the structure tree: what a screen reader speaks."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return normalised("".join(spoken(pdf.Root.StructTreeRoot.K, 0, marked_texts(pdf))))


def marked_texts(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """The text of every marked piece, by the number of its page's object and its own."""
    return {
        (page.obj.objgen[0], number): text
        for page in pdf.pages
        for number, text in _marked(page).items()
    }


def spoken(
    node: Object | int,
    page: int,
    texts: dict[tuple[int, int], str],
    *,
    notes: bool = True,
    labels: bool = False,
) -> Iterator[str]:
    """The text of a part of the structure tree; with its notes, and without labels."""
    if isinstance(node, int):
        yield texts.get((page, node), "")
    elif isinstance(node, Array):
        for kid in node:
            yield from spoken(kid, page, texts, notes=notes, labels=labels)
    elif isinstance(node, Dictionary):
        page = node.Pg.objgen[0] if "/Pg" in node else page
        kind = str(node.get("/S", "")).removeprefix("/")
        if "/MCID" in node:
            yield texts.get((page, int(node.MCID)), "")
        elif kind and (labels or kind != "Lbl") and (notes or kind != "Note"):
            kids = node.get("/K", Array())
            inner = spoken(kids, page, texts, notes=notes, labels=labels)
            yield from _element(kind, inner)


def _element(kind: str, inner: Iterator[str]) -> Iterator[str]:
    if kind == "Note":
        yield f"⟦{' '.join(''.join(inner).split())}⟧"
    elif kind.rstrip("123456") in _BLOCKS:
        yield "\n"
        yield from inner
        yield "\n"
    else:
        yield from inner


def _marked(page: Page) -> dict[int, str]:
    """The text of each marked piece of the page's content."""
    fonts = {
        str(name): _unicode(font) for name, font in page.obj.Resources.get("/Font", {}).items()
    }
    texts: dict[int, str] = {}
    stack: list[tuple[int, bool]] = [(-1, False)]
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        number, silent = stack[-1]
        if name in ("BDC", "BMC"):
            marks = operands[1] if len(operands) > 1 else Dictionary()
            number = int(marks.MCID) if "/MCID" in marks else number
            if "/ActualText" in marks:
                texts[number] = texts.get(number, "") + str(marks.ActualText)
            stack.append((number, silent or "/ActualText" in marks))
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("Tj", "TJ") and not silent:
            pieces = operands[0] if name == "TJ" else operands
            texts[number] = texts.get(number, "") + "".join(_decoded(p, font) for p in pieces)
    return texts


def _decoded(piece: object, font: dict[int, str]) -> str:
    if not isinstance(piece, pikepdf.String):
        return ""
    codes = bytes(piece)
    return "".join(font[codes[i] << 8 | codes[i + 1]] for i in range(0, len(codes), 2))


def _unicode(font: Object) -> dict[int, str]:
    """What each two-byte code of a font means."""
    table: dict[int, str] = {}
    text = font.ToUnicode.read_bytes().decode("ascii")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        numbers = _NUMBER.findall(block)
        for code, meaning in zip(numbers[::2], numbers[1::2], strict=True):
            table[int(code, 16)] = bytes.fromhex(meaning).decode("utf-16-be")
    assert "beginbfrange" not in text
    return table


def normalised(text: str) -> str:
    """One form for both: composed characters, single spaces, nothing invisible, no empty lines."""
    text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
