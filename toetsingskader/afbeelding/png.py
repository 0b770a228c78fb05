"""PNG: the chunks that make the picture; all others, such as EXIF and comments, are left out."""

import struct
import zlib
from collections.abc import Iterator

from toetsingskader.afbeelding.model import Afbeelding, Soort, check_size, damaged

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Per kind of colour how many numbers make a pixel."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PALETTES = {0: (0,), 2: (0, 1), 3: (1,), 4: (0,), 6: (0, 1)}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
           (0, 1, 1, 2))  # fmt: skip
"""Interlaced: per pass the first column and row, and the steps between columns and rows."""


def read_png(raw: bytes) -> Afbeelding:
    """Read a PNG; raises Geweigerd when it is damaged or too large."""
    chunks = [(kind, data) for kind, data in _chunks(raw) if kind in _KEPT]
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or len(chunks[0][1]) != 13:
        raise damaged("PNG")
    width, height, depth, colour, *rest = struct.unpack(">IIBBBBB", chunks[0][1])
    check_size(width, height)
    if depth not in _DEPTHS.get(colour, ()) or rest[:2] != [0, 0] or rest[2] > 1:
        raise damaged("PNG")
    if kinds.count(b"PLTE") not in _PALETTES[colour]:
        raise damaged("PNG")
    bits = depth * _SAMPLES[colour]
    rows = list(_rows(width, height, bits, interlaced=rest[2] == 1))
    _check_pixels(b"".join(data for kind, data in chunks if kind == b"IDAT"), rows)
    return Afbeelding(Soort.PNG, _SIGNATURE + b"".join(_chunk(*c) for c in chunks), width, height)


def _chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every chunk up to the end of the picture; what follows it is not read."""
    if not raw.startswith(_SIGNATURE):
        raise damaged("PNG")
    at, kind = len(_SIGNATURE), b""
    while kind != b"IEND":
        if at + 12 > len(raw):
            raise damaged("PNG")
        (size,) = struct.unpack_from(">I", raw, at)
        kind, data = raw[at + 4 : at + 8], raw[at + 8 : at + 8 + size]
        if raw[at + 8 + size : at + 12 + size] != struct.pack(">I", zlib.crc32(kind + data)):
            raise damaged("PNG")
        yield kind, data
        at += 12 + size


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _rows(width: int, height: int, bits: int, *, interlaced: bool) -> Iterator[tuple[int, int]]:
    """Of each pass the number of rows and the bytes in each, its filter included."""
    for column, row, across, down in _PASSES if interlaced else ((0, 0, 1, 1),):
        columns, lines = -(-(width - column) // across), -(-(height - row) // down)
        if columns > 0 and lines > 0:
            yield lines, 1 + (columns * bits + 7) // 8


def _check_pixels(packed: bytes, rows: list[tuple[int, int]]) -> None:
    """The packed data must hold exactly these rows: no decoder then has to guess."""
    expected = sum(lines * size for lines, size in rows)
    inflate = zlib.decompressobj()
    try:
        pixels = inflate.decompress(packed, expected + 1)
    except zlib.error as error:
        raise damaged("PNG") from error
    if len(pixels) != expected:
        raise damaged("PNG")
    at = 0
    for lines, size in rows:
        if max(pixels[at : at + lines * size : size]) > 4:
            raise damaged("PNG")
        at += lines * size
