"""Plain texts: one line, several sentences, a key."""

import re
import unicodedata
from typing import Annotated

from toetsingskader.waarden.waardetype import Waardetype, normalise, refuse

_SECRET = frozenset(
    (
        "geheim", "gerubriceerd", "staatsgeheim", "depvertrouwelijk", "depv", "stgconfidentieel",
        "stggeheim", "stgzeergeheim", "confidentieel", "zeergeheim",
    )
)  # fmt: skip

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


def _line(text: str) -> str:
    _refuse_secret(text)
    return one_line(text)


def _text(text: str) -> str:
    _refuse_secret(text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _refuse_secret(text: str) -> None:
    """A level of secrecy in the place of an answer: the letter would print it as the answer."""
    if normalise(text.replace(".", "")) in _SECRET:
        raise refuse(
            "GEEN_ANTWOORD",
            f"'{text}' is geen antwoord. Is het antwoord bekend en wordt het elders bewaard, "
            "schrijf dan 'vertrouwelijk' en noem het stuk in 'vertrouwelijk_stuk'.",
        )


def _key(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", text):
        raise refuse(
            "SLEUTEL",
            f"'{text}' kan geen sleutel zijn. Gebruik kleine letters, cijfers, '-' en '_', "
            "zonder spaties; bijvoorbeeld: bataljon-11lmb.",
        )
    return text


REGEL = Waardetype("een korte tekst", _line, str, "directie Veiligheidsbeleid")
TEKST = Waardetype("een of meer zinnen", _text, str, "De eenheid keert terug na zes maanden.")
SLEUTEL = Waardetype("een sleutel", _key, str, "bataljon-11lmb")

Regel = Annotated[str, REGEL]
Tekst = Annotated[str, TEKST]
Sleutel = Annotated[str, SLEUTEL]
