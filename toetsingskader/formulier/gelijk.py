"""Whether two people typed the same: the words count, not the spaces, quotes or way of writing."""

from toetsingskader.formulier.boom import choice_key
from toetsingskader.formulier.model import Vak, Vaksoort
from toetsingskader.waarden.datum import find_datum

_QUOTES = str.maketrans("‘’‚“”„\u00a0\u2011", "'''\"\"\" -")
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_OUTER = (("“", "”"), ("„", "”"), ("‘", "’"))


def tidy(vak: Vak, text: str) -> str:
    """What was typed in a control, as a record would hold it."""
    text = text.replace("\u00a0", " ").translate(_INVISIBLE)
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    text = "\n".join(lines) if vak.soort is Vaksoort.TEKST else " ".join(lines).strip()
    if text and (text[0], text[-1]) in _OUTER:
        text = text[1:-1].strip()
    return choice_key(text, dict(vak.opties)) if vak.opties else text


def same(vak: Vak, one: str, other: str) -> bool:
    """Whether two texts are the same answer in this control."""
    one, other = tidy(vak, one), tidy(vak, other)
    if _plain(one) == _plain(other):
        return True
    if vak.soort is not Vaksoort.DATUM or not one or not other:
        return False
    first, second = find_datum(one), find_datum(other)
    return first is not None and first == second


def _plain(text: str) -> str:
    return " ".join(text.translate(_QUOTES).split())
