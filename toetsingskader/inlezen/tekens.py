"""A paragraph of a letter as words and signs with their marks, by which versions are compared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from toetsingskader.teruglezen.bewerkt import Passage, Soort, Stuk

_PART = re.compile(r"\s+|\w+|[^\w\s]")
_MARKUP = re.compile(r"[\\*_\[\]]")
_QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")


@dataclass(frozen=True)
class Teken:
    """A word, a sign or a note."""

    tekst: str
    spatie: bool = False
    """Whether there is white before it."""
    vet: bool = False
    cursief: bool = False
    doel: str = ""
    noot: str | None = None

    @property
    def vorm(self) -> str:
        """What it is called in an alignment with source text: the note, or straight quotes."""
        return NOOT if self.noot is not None else self.tekst.translate(_QUOTES)


NOOT = "\0"
"""Stands for any note."""


def signs(passage: Passage) -> tuple[Teken, ...]:
    """The words and signs of a paragraph; bold in a cell is what the head of a table looks like."""
    found: list[Teken] = []
    white = False
    for stuk in passage.stukken:
        if stuk.noot is not None:
            found.append(Teken("", noot=" ".join(stuk.noot.split())))
            continue
        for part in _PART.findall(stuk.tekst):
            if part.isspace():
                white = True
            else:
                found.append(_sign(stuk, part, passage.soort, white=white and bool(found)))
                white = False
    return tuple(_joined(found))


def _sign(stuk: Stuk, part: str, soort: Soort, *, white: bool) -> Teken:
    bold = stuk.vet and soort is not Soort.CEL
    return Teken(part, white, bold, stuk.cursief, stuk.doel)


def _joined(found: list[Teken]) -> Iterator[Teken]:
    """Parts of one word that an editor cut in two are one word again."""
    waiting: Teken | None = None
    for teken in found:
        if waiting and _continues(waiting, teken):
            waiting = Teken(waiting.tekst + teken.tekst, waiting.spatie, *_marks(waiting))
        else:
            if waiting:
                yield waiting
            waiting = teken
    if waiting:
        yield waiting


def _continues(before: Teken, after: Teken) -> bool:
    words = before.noot is None and after.noot is None
    both = words and before.tekst[-1].isalnum() and after.tekst[0].isalnum()
    return both and not after.spatie and _marks(before) == _marks(after)


def _marks(teken: Teken) -> tuple[bool, bool, str]:
    return teken.vet, teken.cursief, teken.doel


def markdown(tekens: Sequence[Teken], noot: "Noten") -> str:
    """The signs as an author would type them; `noot` gives what stands for a note."""
    done = []
    for (bold, italic, target), group in groupby(tekens, _marks):
        own = list(group)
        inner = "".join(_typed(t, noot, first=n == 0) for n, t in enumerate(own))
        mark = "**" * bold + "*" * italic
        text = f"{mark}{inner}{mark[::-1]}" if inner else ""
        white = " " if own[0].spatie else ""
        done.append(white + (f"[{text}]({target})" if target and text else text))
    return "".join(done)


def _typed(teken: Teken, noot: "Noten", *, first: bool) -> str:
    if teken.noot is not None:
        return ("" if first else " ") + noot.typed(teken.noot)
    white = " " if teken.spatie and not first else ""
    return white + _MARKUP.sub(r"\\\g<0>", teken.tekst)


class Noten:
    """What to type for a note: the citation it came from, else a footnote of its own."""

    def __init__(self, known: dict[str, str], used: Sequence[str] = ()) -> None:
        self._known = known
        self._used = set(used)
        self.new: dict[str, str] = {}
        """The footnotes that were added: label to text."""

    def typed(self, text: str) -> str:
        """A citation, or a reference to a footnote whose text is then in `new`."""
        if text in self._known:
            return self._known[text]
        label = next((naam for naam, said in self.new.items() if said == text), "")
        if not label:
            label = next(f"noot{n}" for n in range(1, 10_000) if f"noot{n}" not in self._used)
            self._used.add(label)
            self.new[label] = text
        return f"[^{label}]"
