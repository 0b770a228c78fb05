"""The text of a point, with what somebody changed in a letter; all that stayed keeps its markup."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from toetsingskader.inlezen.bron import Atoom, Eenheid, atoms, units
from toetsingskader.inlezen.tekens import Noten, Teken, markdown, signs
from toetsingskader.teruglezen.bewerkt import Passage, Soort

_RELATED = 0.4
"""How alike two paragraphs are at least to be one that changed."""
_LABEL = re.compile(r"\[\^([\w-]+)\]")
_MARKERS = {Soort.OPSOMMING: "- ", Soort.NUMMERING: "1. "}


class UnmergeableError(Exception):
    """Words that changed where the program cannot put them back; with the Dutch reason."""


@dataclass(frozen=True)
class _Pair:
    """A paragraph that was, that is, or both; `eenheid` is where it was typed."""

    was: Passage | None
    now: Passage | None
    eenheid: Eenheid | None


def merge_text(
    bron: str, basis: Sequence[Passage], nieuw: Sequence[Passage], noten: dict[str, str]
) -> str:
    """The source of a text in which the paragraphs of `basis` are those of `nieuw`.

    `bron` is what `basis` was made from, `noten` the citation behind each note of the letter. What
    did not change stays as it was typed. Raises UnmergeableError for a change in the form of a
    table, or where the source cannot be followed.
    """
    if list(map(_key, basis)) == list(map(_key, nieuw)):
        return bron
    memory = Noten(noten, _LABEL.findall(bron))
    found = units(bron)
    if found is not None and not found:
        new = [p for p in nieuw if _key(p) not in set(map(_key, basis))]
        return _with_notes(_blank(new, memory), memory)
    if found is None or len(found) != len(basis):
        raise UnmergeableError(
            "de tekst in de brief is niet stuk voor stuk terug te vinden in het dossier; neem de "
            "wijzigingen met de hand over"
        )
    pairs = list(_pairs(basis, nieuw, found))
    if any(Soort.CEL in _kinds(p) and not (p.was and p.now) for p in pairs):
        raise UnmergeableError(
            "in een tabel zijn rijen of kolommen toegevoegd of weggehaald; neem dat met de hand "
            "over"
        )
    return _with_notes(_Writer(bron, memory).write(pairs), memory)


def known_notes(bron: str, basis: Sequence[Passage]) -> dict[str, str]:
    """What an author typed for each note of a letter, as far as it is one citation."""
    known: dict[str, str] = {}
    found = units(bron)
    if found is None or len(found) != len(basis):
        return known
    for eenheid, passage in zip(found, basis, strict=True):
        now = signs(passage)
        for part in atoms(bron[eenheid.begin : eenheid.einde], now):
            texts = [t.noot for t in now[part.begin : part.einde] if t.noot is not None]
            if len(texts) == 1 and "@" in part.bron:
                known.setdefault(texts[0], part.bron.rstrip(".,;:!?…"))
    return known


def _kinds(pair: _Pair) -> set[Soort]:
    return {p.soort for p in (pair.was, pair.now) if p is not None}


@dataclass(frozen=True)
class _Vorm:
    """What makes two paragraphs the same."""

    soort: Soort
    niveau: int
    tekens: tuple[Teken, ...]


def _key(passage: Passage) -> _Vorm:
    return _Vorm(passage.soort, passage.niveau, signs(passage))


def _pairs(
    basis: Sequence[Passage], nieuw: Sequence[Passage], found: Sequence[Eenheid]
) -> Iterator[_Pair]:
    """Paragraphs beside each other, in the new order; one that was moved keeps its source."""
    old, new = list(map(_key, basis)), list(map(_key, nieuw))
    left: dict[_Vorm, int] = {}
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, i, j, _, _ in opcodes:
        if kind != "equal":
            left |= {old[n]: n for n in range(i, j)}
    for kind, i, j, k, m in opcodes:
        if kind == "equal":
            yield from (_Pair(basis[i + n], nieuw[k + n], found[i + n]) for n in range(j - i))
            continue
        at = i
        for other in range(k, m):
            one = next((n for n in range(at, j) if _alike(old[n], new[other])), None)
            if one is None:
                moved = left.get(new[other])
                was = None if moved is None else found[moved]
                yield _Pair(None, nieuw[other], was)
                continue
            yield from (_Pair(basis[n], None, found[n]) for n in range(at, one))
            yield _Pair(basis[one], nieuw[other], found[one])
            at = one + 1
        yield from (_Pair(basis[n], None, found[n]) for n in range(at, j))


def _alike(one: _Vorm, other: _Vorm) -> bool:
    if Soort.CEL in (one.soort, other.soort):
        return one.soort is other.soort
    return SequenceMatcher(None, one.tekens, other.tekens, autojunk=False).ratio() >= _RELATED


def _blank(passages: Sequence[Passage], memory: Noten) -> str:
    """Paragraphs without a source, as an author would type them."""
    done = ""
    before: Soort | None = None
    for p in passages:
        done += _separator(before, p.soort) * bool(done) + _marker(p)
        done += markdown(signs(p), memory).lstrip()
        before = p.soort
    return f"{done}\n" if done else ""


def _separator(before: Soort | None, soort: Soort) -> str:
    return "\n" if before is soort and soort in _MARKERS else "\n\n"


def _marker(passage: Passage) -> str:
    return "  " * passage.niveau + _MARKERS.get(passage.soort, "")


def _with_notes(text: str, memory: Noten) -> str:
    added = "".join(f"\n\n[^{label}]: {said}" for label, said in memory.new.items())
    return f"{text.rstrip()}{added}\n" if added else text


class _Writer:
    """Writes the paragraphs one after the other, with what stood between them in the source."""

    def __init__(self, bron: str, memory: Noten) -> None:
        self._bron = bron
        self._memory = memory
        self._done = bron[: len(bron) - len(bron.lstrip("\n"))]
        self._last: Soort | None = None

    def write(self, pairs: Sequence[_Pair]) -> str:
        """The whole text."""
        at = 0
        for pair in pairs:
            own = pair.eenheid if pair.was else None
            before = self._bron[at : own.begin] if own else ""
            at = own.einde if own else at
            if pair.now is None:
                self._done += _without_marker(before).lstrip("\n" if self._last is None else "")
            elif pair.was is not None and pair.was.soort is pair.now.soort:
                self._done += self._apart(before, pair.now.soort) + self._words(pair)
                self._last = pair.now.soort
            else:
                self._done += _without_marker(before).strip("\n")
                self._done += _separator(self._last, pair.now.soort) * bool(self._done.strip())
                self._done += _marker(pair.now) + self._words(pair)
                self._last = pair.now.soort
        return self._done + self._bron[at:]

    def _apart(self, before: str, soort: Soort) -> str:
        """What stood before a paragraph, with a blank line when another kind came in between."""
        if self._last is None:
            return before.lstrip("\n")
        same = self._last is soort and soort in _MARKERS
        return before if same or "\n\n" in before or soort is Soort.CEL else f"\n{before}"

    def _words(self, pair: _Pair) -> str:
        assert pair.now is not None
        now = signs(pair.now)
        if pair.eenheid is None:
            return markdown(now, self._memory).lstrip()
        typed = self._bron[pair.eenheid.begin : pair.eenheid.einde]
        if pair.was is None or signs(pair.was) == now:
            return typed
        return merge_words(typed, signs(pair.was), now, self._memory)


def _without_marker(before: str) -> str:
    """What stood before a paragraph that is gone: the texts of footnotes stay."""
    lines = before.split("\n")
    return "\n".join(lines[:-1]) if before.strip() else ""


def merge_words(typed: str, was: Sequence[Teken], now: Sequence[Teken], memory: Noten) -> str:
    """One paragraph of source in which the signs `was` are now `now`."""
    parts = atoms(typed, was)
    done = _Line(memory)
    for kind, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind == "equal":
            done.keep(parts, now[k:m], i, j)
        else:
            done.type(now[k:m])
    return done.text


class _Line:
    """A paragraph of source in the making."""

    def __init__(self, memory: Noten) -> None:
        self.text = ""
        self._memory = memory
        self._last: Atoom | None = None

    def keep(self, parts: Sequence[Atoom], now: Sequence[Teken], i: int, j: int) -> None:
        """The parts that stand for the signs from i up to j, and the signs of parts cut in two."""
        at = i
        for n, part in enumerate(parts):
            inside = i <= part.begin and part.einde <= j
            if not inside or (part.begin == part.einde and not i < part.begin <= j):
                continue
            self.type(now[at - i : part.begin - i])
            follows = n > 0 and self._last is parts[n - 1]
            apart = not follows and part.begin < part.einde and now[part.begin - i].spatie
            self._put(part.wit or " " * apart, part.bron)
            self._last, at = part, part.einde
        self.type(now[at - i : j - i])

    def type(self, now: Sequence[Teken]) -> None:
        """Signs that are new."""
        if now:
            text = markdown(now, self._memory)
            self._put(" " if text[:1] == " " or now[0].noot is not None else "", text.lstrip(" "))
            self._last = None

    def _put(self, white: str, text: str) -> None:
        self.text += (white if self.text else "") + text
