"""Two versions of a text, paragraph by paragraph, and word by word where one changed.

Words count, not lines: a paragraph that was only wrapped anew has not changed.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from toetsingskader.toetsing.wijzigingen import Aard, Woorden

_AROUND = 8
"""Words that stay, shown on either side of those that changed."""
_MOST = 3000
"""Words of a paragraph that are compared one by one; comparing more takes too long."""
_RELATED = 0.3
"""How alike two paragraphs are at least to be shown as one that changed."""

Alinea = tuple[Woorden, ...]


def compare_texts(oud: str, nieuw: str) -> Iterator[Alinea]:
    """The paragraphs that differ."""
    before, after = _paragraphs(oud), _paragraphs(nieuw)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _changed(before[i1:i2], after[j1:j2])


def _paragraphs(text: str) -> list[str]:
    """Without their line ends; an item of a list is one of its own."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        words = line.split()
        if not words or words[0] in ("-", "*", "+") or words[0].rstrip(".").isdigit():
            found.append([])
        found[-1] += words
    return [" ".join(words) for words in found if words]


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Alinea]:
    for was, now in zip_longest(before, after, fillvalue=""):
        if was and now and _ratio(was, now) < _RELATED:
            yield (Woorden(Aard.WEG, was),)
            yield (Woorden(Aard.ERBIJ, now),)
        else:
            yield tuple(_words(was.split(), now.split()))


def _ratio(was: str, now: str) -> float:
    return SequenceMatcher(None, was.split()[:_MOST], now.split()[:_MOST], autojunk=False).ratio()


def _words(was: list[str], now: list[str]) -> Iterator[Woorden]:
    if max(len(was), len(now)) > _MOST:
        yield Woorden(Aard.WEG, " ".join(was))
        yield Woorden(Aard.ERBIJ, " ".join(now))
        return
    opcodes = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for n, (kind, i1, i2, j1, j2) in enumerate(opcodes):
        if kind == "equal":
            yield from _kept(was[i1:i2], first=n == 0, last=n == len(opcodes) - 1)
        else:
            yield from [Woorden(Aard.WEG, " ".join(was[i1:i2]))] if i1 < i2 else []
            yield from [Woorden(Aard.ERBIJ, " ".join(now[j1:j2]))] if j1 < j2 else []


def _kept(words: list[str], *, first: bool, last: bool) -> Iterator[Woorden]:
    """Words that stayed, without the middle of a long stretch."""
    head = 0 if first else _AROUND
    tail = 0 if last else _AROUND
    if len(words) <= head + tail + _AROUND:
        yield Woorden(Aard.GELIJK, " ".join(words))
        return
    if head:
        yield Woorden(Aard.GELIJK, " ".join(words[:head]))
    yield Woorden(Aard.OVERGESLAGEN, "…")
    if tail:
        yield Woorden(Aard.GELIJK, " ".join(words[-tail:]))
