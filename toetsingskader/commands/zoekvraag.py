"""The words somebody looks for, and whether a text holds them."""

import re
import unicodedata
from dataclasses import dataclass

from toetsingskader.errors import UsageError

_DROPPED = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d]")
"""Accents, once they are apart from their letter, and what nobody sees."""
_SPACES = re.compile(r"\s+")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "‑": "-", "–": "-"})
_BEFORE, _AFTER = 70, 110
"""How much of a long text a fragment shows around the words."""


def fold(text: str) -> str:
    """A text in which capitals, accents, kinds of spaces and of quotation marks do not matter."""
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFKD", text.translate(_PLAIN)))
    return _SPACES.sub(" ", text.casefold())


@dataclass(frozen=True)
class Zoekvraag:
    """Words that must all be there, anywhere in a text; each may be a phrase."""

    woorden: tuple[str, ...]

    @classmethod
    def of(cls, typed: tuple[str, ...]) -> "Zoekvraag":
        """From the arguments as typed; raises UsageError when one of them is empty."""
        folded = tuple(fold(w).strip() for w in typed)
        if not all(folded):
            raise UsageError("Noem een woord om te zoeken; een leeg woord staat overal.")
        return cls(folded)

    def in_text(self, text: str) -> bool:
        """Whether all words are in this text."""
        folded = fold(text)
        return all(w in folded for w in self.woorden)

    def position(self, text: str) -> int:
        """Where the first of the words stands; 0 when none does."""
        folded, places = _with_places(text)
        found = [at for w in self.woorden if (at := folded.find(w)) >= 0]
        return places[min(found)] if found else 0

    def fragment(self, text: str) -> str:
        """The text on one line, shortened around the first word."""
        line = " ".join(text.split())
        at = self.position(line)
        begin, end = max(0, at - _BEFORE), min(len(line), at + _AFTER)
        if begin:
            begin = line.find(" ", begin, at) + 1 or begin
        if end < len(line):
            end = max(line.rfind(" ", at + 1, end), at + _AFTER // 2)
        before, after = "… " if begin else "", " …" if end < len(line) else ""
        return f"{before}{line[begin:end].strip()}{after}"


def _with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and where each of its characters stands in the text itself."""
    folded: list[str] = []
    places: list[int] = []
    for i, char in enumerate(text):
        for part in fold(char):
            if part != " " or folded[-1:] != [" "]:
                folded.append(part)
                places.append(i)
    return "".join(folded), places
