"""A picture as bytes → a picture that may stand in a letter, or the Dutch sentence why it may not.

What leaves here holds pixels and nothing else: no EXIF, no comments, no colour profile, no preview.
"""

from toetsingskader.afbeelding.jpeg import read_jpeg
from toetsingskader.afbeelding.model import Afbeelding, Geweigerd, Soort
from toetsingskader.afbeelding.png import read_png
from toetsingskader.afbeelding.svg import read_svg

__all__ = ["EXTENSIES", "MAX_BYTES", "Afbeelding", "Geweigerd", "Soort", "read_image"]

EXTENSIES = ("png", "jpg", "jpeg", "svg")
"""How the name of a picture ends."""

MAX_BYTES = 10_000_000

_READERS = {
    "png": ("een PNG", b"\x89PNG", read_png),
    "jpg": ("een JPEG", b"\xff\xd8", read_jpeg),
    "jpeg": ("een JPEG", b"\xff\xd8", read_jpeg),
    "svg": ("een SVG", b"", read_svg),
}


def read_image(raw: bytes, extensie: str) -> Afbeelding:
    """Read a picture of the kind that its name promises; raises Geweigerd."""
    if len(raw) > MAX_BYTES:
        raise Geweigerd(
            f"is groter dan {MAX_BYTES // 1_000_000} MB. Maak de afbeelding kleiner; voor de "
            "brief is een breedte van 1.500 beeldpunten genoeg"
        )
    naam, begin, reader = _READERS[extensie.lower()]
    if not raw.startswith(begin):
        raise Geweigerd(
            f"is geen {naam.split()[1]}, al eindigt de naam op .{extensie}. "
            "Bewaar de afbeelding opnieuw als PNG"
        )
    return reader(raw)
