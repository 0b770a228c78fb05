"""Plain texts: one line, several sentences, a key."""

import re
from typing import Annotated

from toetsingskader.waarden.waardetype import Waardetype, normalise, refuse

_SECRET = frozenset(
    (
        "geheim", "gerubriceerd", "staatsgeheim", "depvertrouwelijk", "depv", "stgconfidentieel",
        "stggeheim", "stgzeergeheim", "confidentieel", "zeergeheim",
    )
)  # fmt: skip


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
