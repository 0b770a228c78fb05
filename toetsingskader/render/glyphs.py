"""Characters that the fonts of the PDF cannot show are written out, so that none disappears.

The letter's font is a file whose table can be read. Typst falls back on fonts that it carries
inside; what those add is a list here, and a test compiles every character of it. Marks that do
not compose with their letter are written out as well: typst would repeat the letter in the text
that a screen reader speaks. So are letters from right to left and the controls that reverse text.
"""

import unicodedata
from functools import cache
from pathlib import Path

_COMMON = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) | frozenset("\n‘’“”–—…€•")
_INVISIBLE = frozenset("\n\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_CARRIED = (
    (0x0180, 0x0513),
    (0x1D00, 0x2040),
    (0x2044, 0x2052),
    (0x2054, 0x211E),
    (0x2126, 0x2151),
    (0x2153, 0x2184),
    (0x2190, 0x23FF),
    (0x2460, 0x2606),
    (0x2609, 0x262F),
    (0x2701, 0x2704),
    (0x2706, 0x2709),
    (0x270C, 0x2714),
    (0x2717, 0x2726),
    (0x2761, 0x277F),
    (0x2798, 0x27AF),
    (0x27B1, 0x2B73),
)


def replace_missing(texts: dict[str, str], fonts: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """The texts with `[U+…]` for each character that cannot be shown, and those characters.

    Variation selectors are left out: they only choose between two forms of an emoji.
    """
    texts = {
        name: unicodedata.normalize("NFC", text).translate(_SELECTORS)
        for name, text in texts.items()
    }
    odd = frozenset().union(*texts.values()) - _COMMON
    missing = sorted(c for c in odd if not _shown(c, fonts))
    table = {ord(character): written_out(character) for character in missing}
    return {name: text.translate(table) for name, text in texts.items()}, tuple(missing)


def written_out(character: str) -> str:
    """What the PDF has in the place of a character that it cannot show."""
    return f"[U+{ord(character):04X}]"


def carried() -> frozenset[str]:
    """The characters for which we rely on the fonts inside typst."""
    found = (chr(number) for low, high in _CARRIED for number in range(low, high + 1))
    return frozenset(
        c for c in found if not _without_shape(c) and unicodedata.normalize("NFC", c) == c
    )


def _without_shape(character: str) -> bool:
    """Marks, controls, unassigned characters, and the separators that are ends of lines."""
    category = unicodedata.category(character)
    return category[0] in "MC" or category in ("Zl", "Zp")


def _shown(character: str, fonts: Path) -> bool:
    if _without_shape(character):
        return character in _INVISIBLE
    number = ord(character)
    return any(low <= number <= high for low, high in _CARRIED) or number in _own(fonts)


@cache
def _own(fonts: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(fonts / "OpenSans-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())
