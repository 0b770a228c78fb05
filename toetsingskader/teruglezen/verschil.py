"""Where the words of two letters differ, in which part, and whether they may."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from toetsingskader.teruglezen.model import Alinea, Teruggelezen

VRIJ = "\ue002"
"""In the letter that is compared with: a place where any words may stand; no record can hold it."""

ONDERTEKENING = "Ondertekening"
"""The part of a letter whose lines, like those above the text, may stand in another order."""

_FREE_WORDS = 8
"""A date, reference or name is no longer; more words in a free place are a difference."""
_SENTENCE = re.compile(r"[.!?]$")
"""Nor does one end as a sentence does."""
_OPEN = re.compile(r"\[Nog in te vullen:[^\]]*\]")
"""What a concept has there."""
_FREE_LETTERS = 200
_AROUND = 5
"""Words shown before and after a difference."""
_LONGEST = 60
"""Words of a difference that are shown."""
_MANY = 200
"""Words of a difference in which marks of notes are still looked for."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2011](?=[^\W\d_])")


@dataclass(frozen=True)
class Verschil:
    """One difference, with the words around it."""

    plaats: str
    verwacht: str
    gelezen: str
    toegestaan: bool


def differences(expected: Teruggelezen, found: Teruggelezen) -> list[Verschil]:
    """Every difference, in the order of the letter that is expected."""
    marked = _without_numbers(found.noten)
    # Where notes bring their number as text, so do the references to them.
    comparison = _Vergelijking(marked is not None)
    return [
        *comparison.of(expected.alineas, found.alineas),
        *comparison.of(expected.noten, marked or found.noten),
    ]


def _without_numbers(notes: Sequence[Alinea]) -> Sequence[Alinea] | None:
    """The notes without the number each begins with; None when they do not all do."""
    numbered = [note.tekst.partition(" ") for note in notes]
    if not notes or any(head != str(i) for i, (head, _, _) in enumerate(numbered, 1)):
        return None
    return [replace(n, tekst=rest) for n, (_, _, rest) in zip(notes, numbered, strict=True)]


@dataclass(frozen=True)
class _Vergelijking:
    marks_in_text: bool

    def of(self, expected: Sequence[Alinea], found: Sequence[Alinea]) -> list[Verschil]:
        """Paragraph by paragraph first: comparing all words with all words takes seconds."""
        texts = [a.tekst for a in expected], [a.tekst for a in found]
        parts = SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
        unequal = [part for part in parts if part[0] != "equal"]
        moved = _moved(
            [a for _, i, j, _, _ in unequal for a in expected[i:j]],
            [a for _, _, _, k, m in unequal for a in found[k:m]],
        )
        result = [
            Verschil(a.plaats, _readable(a.tekst), text, toegestaan=True)
            for a, text in moved
            if VRIJ in a.tekst
        ]
        lines, there = [a for a, _ in moved], [text for _, text in moved]
        for _, i, j, k, m in unequal:
            left = [a for a in expected[i:j] if a not in lines]
            right = [a.tekst for a in found[k:m] if a.tekst not in there]
            words = [(word, a.plaats) for a in left for word in a.tekst.split()]
            before = expected[max(i - 1, 0)].plaats if expected else ""
            result += self._in_words(words, " ".join(right).split(), before)
        return result

    def _in_words(
        self, expected: list[tuple[str, str]], found: list[str], before: str
    ) -> list[Verschil]:
        words = [word for word, _ in expected]
        result = []
        for kind, i, j, k, m in SequenceMatcher(None, words, found, autojunk=False).get_opcodes():
            if kind == "equal" or self._same(words[i:j], found[k:m]):
                continue
            plaats = expected[min(i, len(expected) - 1)][1] if expected else before
            free = set(words[i:j]) == {VRIJ} and _fits(words[i:j], found[k:m])
            shown = _shown(words, i, j), " ".join(found[k:m]) if free else _shown(found, k, m)
            result.append(Verschil(plaats, *shown, toegestaan=free))
        return result

    def _same(self, expected: list[str], found: list[str]) -> bool:
        """Whether they differ only in what the end of a line or a reference to a note adds."""
        if _bare("".join(expected)) == _bare("".join(found)):
            return True
        if not self.marks_in_text or len(expected) > _MANY:
            return False
        # Never behind a digit: 175 and 1752 are not the same.
        pattern = "".join(
            re.escape(_bare(word)) + ("" if word[-1].isdigit() else r"\d{0,3}") for word in expected
        )
        return re.fullmatch(pattern, _bare("".join(found))) is not None


def _moved(expected: Sequence[Alinea], found: Sequence[Alinea]) -> list[tuple[Alinea, str]]:
    """Lines of letterhead and signature that only stand in another place of the page."""
    result = []
    for alinea in expected:
        line = _bare(alinea.tekst)
        if alinea.plaats in ("", ONDERTEKENING) and line.strip(VRIJ):
            pattern = re.compile(re.escape(line).replace(VRIJ, f".{{1,{_FREE_LETTERS}}}"))
            texts = (
                a.tekst
                for a in found
                if pattern.fullmatch(_bare(a.tekst))
                and _fits(alinea.tekst.split(), a.tekst.split())
            )
            result += [(alinea, text) for text in texts][:1]
    return result


def _fits(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Whether what stands in the free places may be a date, reference or name, and no sentence."""
    found = _OPEN.sub("…", " ".join(found)).split()
    free = sum(word.count(VRIJ) for word in expected)
    room = len(expected) + free * (_FREE_WORDS - 1)
    ends = VRIJ in expected[-1] and found and _SENTENCE.search(found[-1])
    return bool(found) and len(found) <= room and (not free or not ends)


def _bare(text: str) -> str:
    """Without spaces, and without hyphens in words: the end of a line may add or take those."""
    return _HYPHEN.sub("", "".join(text.split()))


def _shown(words: list[str], start: int, end: int) -> str:
    """The words of a difference between a few on either side, to find the place by."""
    middle = words[start:end]
    if len(middle) > _LONGEST:
        middle = [*middle[:_LONGEST], "…"]
    before, after = words[max(start - _AROUND, 0) : start], words[end : end + _AROUND]
    dots = ["…"] if start > _AROUND else [], ["…"] if end + _AROUND < len(words) else []
    return _readable(" ".join([*dots[0], *before, *middle, *after, *dots[1]]))


def _readable(text: str) -> str:
    return text.replace(VRIJ, "…")
