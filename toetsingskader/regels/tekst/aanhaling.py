"""Quotation marks: which text they enclose, and which of them have no partner."""

import re
from collections import Counter
from dataclasses import dataclass, field

_TEKEN = re.compile(r"""\n(?=[ \t]*+\n)|(["“”„«»‘’'])\1*+""")
"""Quotation marks, or the end of a paragraph: no quotation goes on after it."""
_SLUIT = {"”": "“„", "»": "«", "’": "‘"}
_WOORD = re.compile(r"\w")
_APOSTROF = re.compile(r"['‘’](?:\d|(?:s|t|n|m|k|r)\b)")
"""`'s avonds`, also as Word writes it; never the begin of a quotation."""


@dataclass
class Aanhalingen:
    """What was found in one text: the spans within marks, and the marks without a partner."""

    spannen: list[tuple[int, int]] = field(default_factory=list)
    los: list[int] = field(default_factory=list)


def find_quotations(tekst: str) -> Aanhalingen:
    """Pair the quotation marks of a text, straight, curly and guillemets; in linear time."""
    found = Aanhalingen()
    paren = _Paren(tekst, found)
    for mark in _TEKEN.finditer(tekst):
        if mark[0] == "\n":
            paren.end()
        elif len(mark[0]) <= 2:
            # More of one mark in a row are an ornament; two may be typed for one.
            for i, teken in enumerate(mark[0]):
                paren.take(teken, mark.start() + i)
    paren.end()
    found.los.sort()
    return found


class _Paren:
    """The marks that are open, innermost last."""

    def __init__(self, tekst: str, found: Aanhalingen) -> None:
        self._tekst = tekst
        self._found = found
        self._open: list[tuple[str, int]] = []
        self._count: Counter[str] = Counter()

    def take(self, teken: str, at: int) -> None:
        """One mark: it opens, it closes, or it is an apostrophe or a sign for inches."""
        before = bool(_WOORD.match(self._tekst, at - 1)) if at else False
        after = bool(_WOORD.match(self._tekst, at + 1))
        if teken == "“" and self._open and self._open[-1][0] == "„":
            self._close("„", at)
        elif teken in "“„«" or (teken == "‘" and not _APOSTROF.match(self._tekst, at)):
            self._push(teken, at)
        elif teken in "”»":
            self._curly(teken, at)
        elif teken == "’" and not after:
            self._close("‘", at)
        elif teken == '"':
            self._straight(at, before=before)
        elif teken == "'":
            self._single(at, before=before, after=after)

    def _curly(self, teken: str, at: int) -> None:
        if not any(self._close(begin, at) for begin in _SLUIT[teken]):
            # Begun with another mark, or not begun at all.
            self._found.los.append(self._pop()[1] if self._open else at)

    def _straight(self, at: int, *, before: bool) -> None:
        inches = before and self._tekst[at - 1].isdigit()
        if not self._close('"', at) and not inches:
            self._push('"', at)

    def _single(self, at: int, *, before: bool, after: bool) -> None:
        if self._count["'"] and not after and not self._tekst[at - 1].isspace():
            self._close("'", at)
        elif not before and after and not _APOSTROF.match(self._tekst, at):
            self._push("'", at)

    def _push(self, teken: str, at: int) -> None:
        self._open.append((teken, at))
        self._count[teken] += 1

    def _pop(self) -> tuple[str, int]:
        teken, at = self._open.pop()
        self._count[teken] -= 1
        return teken, at

    def _close(self, begin: str, at: int) -> bool:
        """Close the innermost mark of this kind; what was opened within it had no end."""
        if not self._count[begin]:
            return False
        while True:
            teken, start = self._pop()
            if teken == begin:
                self._found.spannen.append((start, at + 1))
                return True
            self._lost(teken, start)

    def _lost(self, teken: str, at: int) -> None:
        # A single straight mark is nearly always an apostrophe.
        if teken != "'":
            self._found.los.append(at)

    def end(self) -> None:
        """The paragraph ends."""
        while self._open:
            self._lost(*self._pop())
