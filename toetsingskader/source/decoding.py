"""Bytes → text: character sets, line ends, and characters that nobody can see."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from toetsingskader.source import wording
from toetsingskader.source.model import Fault, Location

MAX_BYTES = 5_000_000
_WINDOWS = "toetsingskader.windows-1252"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ue000-\uf8ff\ufdd0-\ufdef"
    "\U000e0000-\U000e00ff\U000f0000-\U0010ffff]"
)
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_BULLETS = "\uf0b7\uf0a7\uf0d8\uf0fc\uf0be"
"""What Word makes of a bullet in its own symbol fonts."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return "".join(_windows(byte) for byte in wrong), error.end


def _windows(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return "\ufffd"


codecs.register_error(_WINDOWS, _as_windows)


def decode(raw: bytes) -> tuple[str, list[Fault]]:
    """Give the text with `\\n` as line end; another character set than UTF-8 is a fault."""
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[3:]
    name = _utf_16(raw)
    if name:
        text = raw.decode(name, errors="replace").removeprefix("\ufeff")
        return _unify(text), [wording.encoding(Location(1, 1), "UTF-16")]
    try:
        return _unify(raw.decode("utf-8")), []
    except UnicodeDecodeError as error:
        before = _unify(raw[: error.start].decode("utf-8"))
    place = Location(before.count("\n") + 1, len(before) - before.rfind("\n"))
    text = raw.decode("utf-8", errors=_WINDOWS)
    return _unify(text), [wording.encoding(place, "Windows-1252")]


def from_windows(raw: bytes) -> str | None:
    """The whole text as Windows-1252, None when a byte means nothing in it."""
    try:
        return _unify(raw.decode("cp1252"))
    except UnicodeDecodeError:
        return None


def _utf_16(raw: bytes) -> str:
    """The kind of UTF-16, by its mark, or because every other byte is zero; '' when it is not."""
    if raw.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if raw.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    head = raw[:2000]
    zeros = [head[i::2].count(0) for i in (0, 1)]
    if max(zeros) < 2 or max(zeros) * 10 < len(head) * 3 or min(zeros) * 10 > max(zeros):
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _unify(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def has_invisible(text: str) -> bool:
    """Whether a text holds a character that may not stand in a record."""
    return bool(_INVISIBLE.search(text))


def find_invisible(text: str) -> Iterator[Fault]:
    """Report each character that may not stand in a record, once per line."""
    seen: set[str] = set()
    line, line_start, before = 1, 0, 0
    for match in _INVISIBLE.finditer(text):
        breaks = text.count("\n", before, match.start())
        if breaks:
            line += breaks
            line_start = text.rfind("\n", before, match.start()) + 1
            seen.clear()
        before = match.start()
        if match[0] not in seen:
            seen.add(match[0])
            yield wording.invisible(Location(line, before - line_start + 1), match[0])


def visible(text: str) -> tuple[str, dict[int, list[int]]]:
    """Take these characters out; gives for each changed line the column each character had.

    A line break of another kind becomes a space, a private character U+FFFD; the rest vanishes.
    """
    lines = text.split("\n")
    origins: dict[int, list[int]] = {}
    if not _INVISIBLE.search(text):
        return text, origins
    for number, line in enumerate(lines):
        if not _INVISIBLE.search(line):
            continue
        kept = [(_shown(char), i) for i, char in enumerate(line)]
        lines[number] = "".join(char for char, _ in kept)
        origins[number] = [*(i for char, i in kept if char), len(line)]
    return "\n".join(lines), origins


def _shown(char: str) -> str:
    if not _INVISIBLE.match(char):
        return char
    if char in _BREAKS:
        return " "
    if char in _BULLETS:
        return "•"
    return "\ufffd" if unicodedata.category(char) == "Co" else ""
