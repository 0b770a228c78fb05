"""The one scanner for figures in prose: `![bijschrift](bijlagen/kaart.png){alt="wat men ziet"}`.

A figure stands on lines of its own; within a sentence the same characters are text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CAPTION = r"(?:[^\[\]\\\n]|\n(?![ \t]*\n)|\\.|\[[^\[\]\n]*+\])*+"
_PATH = r"[^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+"
_BRACES = r"(?:[^{}\n]|\n(?![ \t]*\n))*+"
FIGUUR = rf"!\[(?P<bijschrift>{_CAPTION})\]\((?P<pad>{_PATH})\)(?:\s?\{{(?P<haken>{_BRACES})\}})?"
"""The markup of a figure; captions may hold a citation, names of files a pair of brackets."""

_BEGIN = re.compile(rf"!\[{_CAPTION}\]\(")
_OWN_LINES = re.compile(rf"^ {{0,3}}{FIGUUR}[ \t]*$", re.MULTILINE)
_ALT = re.compile(r"\s*alt\s*=\s*[\"“”„'‘’](.*)[\"“”'‘’]\s*", re.DOTALL)
"""Also with the quotation marks that Word makes."""


@dataclass(frozen=True)
class Figuur:
    """A figure as its author typed it; without `alt` nobody has said what it shows."""

    bijschrift: str
    pad: str
    alt: str
    begin: int
    einde: int


def find_figures(text: str) -> Iterator[Figuur]:
    """Every figure on lines of its own."""
    for match in _OWN_LINES.finditer(text):
        yield _figure(match)


def match_figure(text: str) -> Figuur | None:
    """The figure that a text begins with."""
    match = _OWN_LINES.match(text)
    return _figure(match) if match else None


def stray_figures(text: str) -> Iterator[int]:
    """Where a figure was typed within other text or not to its end, and so is text itself."""
    good = [range(figuur.begin, figuur.einde) for figuur in find_figures(text)]
    for match in _BEGIN.finditer(text):
        if not any(match.start() in span for span in good):
            yield match.start()


def _figure(match: re.Match[str]) -> Figuur:
    alt = _ALT.fullmatch(match["haken"] or "")
    return Figuur(
        " ".join(match["bijschrift"].split()),
        match["pad"].strip(),
        " ".join(alt[1].split()) if alt else "",
        match.start() + match[0].index("!"),
        match.end(),
    )
