"""What several files propose for the texts of a record: what can be taken, and what disagrees.

Nothing is decided here that a person must decide: a text that changed in the record and in a file,
or in two files in two ways, is a conflict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Voorstel:
    """A text as one file has it."""

    punt: str
    bestand: str
    basis: str | None
    """The text that the file was made from; None when it cannot be known."""
    tekst: str


@dataclass(frozen=True)
class Overname:
    """A text that changed in files only, all in the same way."""

    punt: str
    bestanden: tuple[str, ...]
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Conflict:
    """A text that changed in more than one way since the files were made."""

    punt: str
    dossier: str
    """As the record has it now."""
    gewijzigd: bool
    """Whether the record changed it too; else only the files disagree."""
    voorstellen: tuple[Voorstel, ...]


def decide(
    voorstellen: Sequence[Voorstel], nu: Mapping[str, str]
) -> tuple[tuple[Overname, ...], tuple[Conflict, ...]]:
    """What can be taken over, and what is a conflict; `nu` are the texts of the record."""
    taken, conflicts = [], []
    for punt in dict.fromkeys(v.punt for v in voorstellen):
        now = nu[punt]
        own = [v for v in voorstellen if v.punt == punt and not _same(v.tekst, now)]
        own = [v for v in own if v.basis is None or not _same(v.tekst, v.basis)]
        if not own:
            continue
        known = all(v.basis is not None and _same(v.basis, now) for v in own)
        if known and all(_same(v.tekst, own[0].tekst) for v in own):
            files = tuple(v.bestand for v in own)
            taken.append(Overname(punt, files, now, own[0].tekst))
        else:
            conflicts.append(Conflict(punt, now, not known, tuple(own)))
    return tuple(taken), tuple(conflicts)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
