"""The home of pypdf: the words of a tagged PDF, in the order a screen reader speaks them.

Only the structure of a PDF tells running text from what repeats on every page, and where a note
belongs. Without it the words cannot be compared, and that is said.
"""

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from toetsingskader.teruglezen.model import Alinea, Teruggelezen, UnreadableError, plain

_BLOCKS = {"P", "H", "LI", "LBody", "Caption", "TH", "TD", "Div", "BlockQuote", "Table", "L"}
_NUMBER = re.compile(r"<([0-9A-Fa-f\s]*)>")
_SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_BULLET = re.compile(r"^[•–](?=\S)")
"""A list mark that some programs write as text; an author's own dash has a space behind it."""
_NAME = re.compile(r", (?=[A-Z][a-z]+(?: [a-z]+)?: )")
_DEEPEST = 200
_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What reading a spoiled file may make pypdf raise, besides its own errors."""

Font = tuple[int, Mapping[int, str]]
"""How many bytes a code takes, and what each code means."""


def read(data: bytes) -> Teruggelezen:
    """The letter in a PDF; raises UnreadableError."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # What it would like to say of a damaged file is English, and we say it ourselves.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise UnreadableError(
                "deze PDF is beveiligd. Controleer het bestand zoals het was voordat het werd "
                "beveiligd."
            )
        root: Any = reader.trailer["/Root"]
        if "/StructTreeRoot" not in root:
            raise UnreadableError(
                "deze PDF heeft geen structuur, en dan zijn de woorden niet betrouwbaar te "
                "vergelijken. Controleer het Word-bestand, of maak de PDF toegankelijk (met tags)."
            )
        texts = {
            (page.indirect_reference.idnum if page.indirect_reference else 0, number): text
            for page in reader.pages
            for number, text in _marked(page, reader).items()
        }
        tree = _Tree(texts, root["/StructTreeRoot"])
        return Teruggelezen(
            tuple(tree.body()), tuple(tree.notes()), _properties(reader.metadata or {})
        )
    except (PyPdfError, *_DAMAGE) as error:
        raise UnreadableError("het bestand is beschadigd.") from error


def _properties(metadata: Mapping[str, Any]) -> dict[str, str]:
    """What the keywords say, as `brief.typ` writes them."""
    pairs = (part.partition(": ") for part in _NAME.split(str(metadata.get("/Keywords", ""))))
    return {naam: waarde for naam, found, waarde in pairs if found}


class _Tree:
    """The structure of a PDF as text."""

    def __init__(self, texts: Mapping[tuple[int, int], str], root: Any) -> None:
        self._texts = texts
        self._roles = _value(root, "/RoleMap", {})
        self._notes: list[str] = []
        self._text = "".join(self._walk(root.get("/K"), 0, 0))

    def body(self) -> Iterator[Alinea]:
        """The paragraphs without the notes."""
        lines = (_BULLET.sub("", plain(line)) for line in self._text.split("\n"))
        return (Alinea(line) for line in lines if line)

    def notes(self) -> Iterator[Alinea]:
        """The notes in order."""
        return (Alinea(plain(note), "Voetnoten") for note in self._notes)

    def _walk(self, node: Any, page: int, depth: int) -> Iterator[str]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if depth > _DEEPEST or node is None:
            return
        if isinstance(node, int):
            yield self._texts.get((page, node), "")
        elif isinstance(node, list):
            for kid in node:
                yield from self._walk(kid, page, depth + 1)
        elif isinstance(node, dict):
            pages = node.raw_get("/Pg") if "/Pg" in node else None  # type: ignore[attr-defined]
            page = getattr(pages, "idnum", page)
            if "/MCID" in node:
                yield self._texts.get((page, int(node["/MCID"])), "")
            elif "/S" in node:
                yield from self._element(node, page, depth)

    def _element(self, node: Any, page: int, depth: int) -> Iterator[str]:
        kind = str(node["/S"])
        kind = str(self._roles.get(kind, kind)).removeprefix("/")
        if kind in ("Lbl", "Artifact"):
            return
        inner = self._walk(node.get("/K"), page, depth + 1)
        if kind in ("Note", "FENote"):
            self._notes.append("".join(inner))
        elif kind.rstrip("123456") in _BLOCKS:
            yield "\n"
            yield from inner
            yield "\n"
        else:
            yield from inner


def _value(holder: Any, naam: str, default: Any) -> Any:
    """An entry of a dictionary; unlike its `get` never a mere reference."""
    return holder[naam] if naam in holder.keys() else default  # noqa: SIM118


def _marked(page: Any, reader: Any) -> dict[int, str]:
    """The text of each marked piece of a page's content."""
    from pypdf.generic import ContentStream

    resources = _value(page, "/Resources", {})
    named = _value(resources, "/Font", {})
    fonts = {name: _font(named[name]) for name in named}
    properties = _value(resources, "/Properties", {})
    texts: dict[int, str] = {}
    stack: list[tuple[int, bool]] = [(-1, False)]
    font: Font = (1, {})
    content = page.get_contents()
    for operands, operator in (
        ContentStream(content, reader).operations if content is not None else ()
    ):
        number, silent = stack[-1]
        if operator in (b"BDC", b"BMC"):
            marks = operands[1] if len(operands) > 1 else {}
            marks = _value(properties, marks, {}) if isinstance(marks, str) else marks
            number = int(marks.get("/MCID", number))
            if "/ActualText" in marks:
                texts[number] = texts.get(number, "") + str(marks["/ActualText"])
            stack.append((number, silent or "/ActualText" in marks))
        elif operator == b"EMC" and len(stack) > 1:
            stack.pop()
        elif operator == b"Tf":
            font = fonts.get(operands[0], (1, {}))
        elif operator in (b"Tj", b"TJ", b"'", b'"') and not silent:
            texts[number] = texts.get(number, "") + _shown(operands[-1], font)
    return texts


def _shown(operand: Any, font: Font) -> str:
    size, meaning = font
    text = ""
    for piece in operand if isinstance(operand, list) else [operand]:
        codes = getattr(piece, "original_bytes", piece)
        if isinstance(codes, bytes):
            numbers = (int.from_bytes(codes[i : i + size]) for i in range(0, len(codes), size))
            text += "".join(meaning.get(n, "") if meaning else _latin(n) for n in numbers)
    return text


def _latin(code: int) -> str:
    """A code of a font that does not say what its codes mean."""
    return bytes([code]).decode("cp1252", "replace") if code < 256 else ""


def _font(font: Any) -> Font:
    font = font.get_object()
    size = 2 if font.get("/Subtype") == "/Type0" else 1
    return size, _unicode(font["/ToUnicode"].get_data()) if "/ToUnicode" in font else {}


def _unicode(table: bytes) -> dict[int, str]:
    """What each code means, by the table that a font carries for copying text."""
    meaning: dict[int, str] = {}
    for kind, block in _SECTION.findall(table.decode("latin-1")):
        if kind == "bfchar":
            numbers = _NUMBER.findall(block)
            meaning |= {
                int(c, 16): _decoded(m) for c, m in zip(numbers[::2], numbers[1::2], strict=False)
            }
        else:
            for line in re.findall(r"<\w+>\s*<\w+>\s*(?:<[\w\s]+>|\[[^\]]*\])", block):
                meaning |= _range(line)
    return meaning


def _range(line: str) -> dict[int, str]:
    first, last, *values = _NUMBER.findall(line)
    codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF) + 1)
    if "[" in line:
        return {code: _decoded(value) for code, value in zip(codes, values, strict=False)}
    start = _decoded(values[0])
    return {code: start[:-1] + chr(ord(start[-1]) + n) for n, code in enumerate(codes)}


def _decoded(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be", "replace")
