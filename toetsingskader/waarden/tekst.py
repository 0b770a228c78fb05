"""Plain texts: one line, several sentences, a key."""

import re
import unicodedata
from typing import Annotated

from toetsingskader.waarden.waardetype import Waardetype, refuse

_NO_LETTER = re.compile(r"[^a-z0-9]+")
_OTHER_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})


def make_key(text: str, most: int = 60) -> str:
    """The letters and digits of a text with hyphens between them: a key, the name of a folder.

    Empty when it has none that such a name may have.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_OTHER_LETTERS))
    plain = folded.encode("ascii", "ignore").decode()
    return _NO_LETTER.sub("-", plain).strip("-")[:most].strip("-")


def one_line(text: str) -> str:
    """The words of a text with one space between them."""
    return " ".join(text.split())


def _text(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _key(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", text):
        raise refuse(
            "SLEUTEL",
            f"'{text}' kan geen sleutel zijn. Gebruik kleine letters, cijfers, '-' en '_', "
            "zonder spaties; bijvoorbeeld: bataljon-11lmb.",
        )
    return text


REGEL = Waardetype("een korte tekst", one_line, str, "directie Veiligheidsbeleid")
TEKST = Waardetype("een of meer zinnen", _text, str, "De eenheid keert terug na zes maanden.")
SLEUTEL = Waardetype("een sleutel", _key, str, "bataljon-11lmb")

Regel = Annotated[str, REGEL]
Tekst = Annotated[str, TEKST]
Sleutel = Annotated[str, SLEUTEL]
