"""JPEG: the segments that make the picture; EXIF, profiles, previews and comments are left out."""

import re
import struct
from collections.abc import Iterator

from toetsingskader.afbeelding.model import Afbeelding, Geweigerd, Soort, check_size, damaged

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = (0xC0, 0xC1, 0xC2)
_KEPT = frozenset((0xC4, 0xDB, 0xDD, _SCAN, *_FRAMES))
"""Huffman tables, quantisation, restarts, scans, frames."""
_JFIF, _EXIF, _ADOBE = (0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0"), (0xEE, b"Adobe")
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""What ends the data of a scan: a marker that is no restart."""


def read_jpeg(raw: bytes) -> Afbeelding:
    """Read a JPEG; raises Geweigerd when it is damaged, too large, turned, or meant for print."""
    pieces, size, scans = [b"\xff\xd8"], (0, 0), 0
    for kind, data, scan in _segments(raw):
        if kind in _FRAMES:
            size = _size(data)
        if kind == _EXIF[0] and data.startswith(_EXIF[1]):
            _refuse_turned(data[len(_EXIF[1]) :])
        scans += kind == _SCAN
        kept = _kept(kind, data)
        if kept is not None:
            pieces += [struct.pack(">BBH", 0xFF, kind, len(kept) + 2), kept, scan]
    if not scans or size == (0, 0):
        raise damaged("JPEG")
    return Afbeelding(Soort.JPEG, b"".join([*pieces, b"\xff\xd9"]), *size)


def _segments(raw: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each segment: its kind, its data, and what a scan holds; up to the end of the picture."""
    at = 2
    while True:
        marker = _MARKER.match(raw, at)
        if not marker or marker[1][0] == _START:
            raise damaged("JPEG")
        kind, at = marker[1][0], marker.end()
        if kind == _END:
            return
        length = int.from_bytes(raw[at : at + 2], "big")
        if length < 2 or at + length > len(raw):
            raise damaged("JPEG")
        data, at = raw[at + 2 : at + length], at + length
        begin = at
        if kind == _SCAN:
            following = _MARKER.search(raw, at)
            if not following:
                raise damaged("JPEG")
            at = following.start()
        yield kind, data, raw[begin:at]


def _size(frame: bytes) -> tuple[int, int]:
    if len(frame) < 6 or len(frame) != 6 + 3 * frame[5] or frame[0] != 8:
        raise damaged("JPEG")
    if frame[5] not in (1, 3):
        raise Geweigerd("heeft kleuren voor drukwerk (CMYK). Bewaar de afbeelding opnieuw in RGB")
    height, width = struct.unpack(">HH", frame[1:5])
    check_size(width, height)
    return width, height


def _kept(kind: int, data: bytes) -> bytes | None:
    """The segment as it may stay: also the two that say how colours were written, and no more."""
    if kind in _KEPT:
        return data
    if (kind, data[:5]) == _JFIF and len(data) >= 14:
        return data[:12] + b"\0\0"  # without its preview
    if (kind, data[:5]) == _ADOBE and len(data) >= 12:
        return data[:12]
    return None


def _refuse_turned(exif: bytes) -> None:
    """Without EXIF a photo that was stored on its side would stay so."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 8:
        return
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    count = int.from_bytes(exif[at : at + 2], "little" if order == "<" else "big")
    fields = exif[at + 2 : at + 2 + 12 * count]
    for i in range(0, len(fields) - 11, 12):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", fields, i)
        if (tag, kind) == (0x0112, 3):
            if value not in (0, 1):
                raise Geweigerd(
                    "is gedraaid opgeslagen, zoals een telefoon doet. Open de foto, bewaar haar "
                    "rechtop als nieuw bestand, en gebruik dat"
                )
            return
