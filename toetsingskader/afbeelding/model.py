"""What a picture is to a letter, and the refusal of one."""

from dataclasses import dataclass
from enum import StrEnum

MAX_PIXELS = 25_000_000
"""As many as a sharp photo has; a small file can hold far more and take all memory."""


MOST_STRETCHED = 50


class Soort(StrEnum):
    """The forms a picture may have."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"


@dataclass(frozen=True)
class Afbeelding:
    """A picture that was read: its bytes and its size in pixels."""

    soort: Soort
    data: bytes
    breedte: float
    hoogte: float


class Geweigerd(Exception):  # noqa: N818 (a refusal is no error of ours)
    """Why a picture may not stand in a letter: the predicate of a sentence, with what to do."""


def check_size(breedte: float, hoogte: float) -> None:
    """Refuse a picture without surface, or with more of it than a letter can hold."""
    if breedte < 1 or hoogte < 1:
        raise Geweigerd("heeft geen breedte of hoogte. Bewaar de afbeelding opnieuw als PNG")
    if max(breedte, hoogte) > MOST_STRETCHED * min(breedte, hoogte):
        raise Geweigerd(
            f"is meer dan {MOST_STRETCHED} keer zo lang als breed, zodat op papier niets te zien "
            "is. Maak er een andere uitsnede van"
        )
    if breedte * hoogte > MAX_PIXELS:
        raise Geweigerd(
            f"heeft meer dan {MAX_PIXELS // 1_000_000} miljoen beeldpunten. Maak de afbeelding "
            "kleiner; voor de brief is een breedte van 1.500 beeldpunten genoeg"
        )


def damaged(naam: str) -> Geweigerd:
    """The refusal of a file that breaks off or contradicts itself."""
    return Geweigerd(
        f"is een beschadigde {naam} en kan niet worden getoond. Bewaar de afbeelding opnieuw"
    )
