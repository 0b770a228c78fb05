"""The changes of several files together: what two of them want otherwise, neither gets."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from toetsingskader.formulier.model import Deel
from toetsingskader.inlezen.formulier.voorstel import Aard, Beslissing, Feitvoorstel, Uitkomst


def together(beslissingen: Sequence[Beslissing]) -> list[Beslissing]:
    """The same decisions, with those that disagree with another file made conflicts.

    Of a change that several files bring alike, one is taken.
    """
    open_ = [b for b in beslissingen if b.uitkomst is Uitkomst.OVERNEMEN]
    found = []
    taken: list[Feitvoorstel] = []
    for b in beslissingen:
        own = b.voorstel
        against = _against(own, (o.voorstel for o in open_))
        if b.uitkomst is not Uitkomst.OVERNEMEN:
            found.append(b)
        elif against is not None:
            why = f"{against.bestand} zegt: {against.getoond or '(weg)'}"
            found.append(replace(b, uitkomst=Uitkomst.CONFLICT, reden=why))
        elif any(_alike(own, other) for other in taken):
            found.append(replace(b, uitkomst=Uitkomst.AL_ZO))
        else:
            taken.append(own)
            found.append(b)
    return found


def _against(own: Feitvoorstel, others: Iterable[Feitvoorstel]) -> Feitvoorstel | None:
    """A change in another file that cannot go with this one."""
    for other in others:
        if (other.bestand, other.punt) == (own.bestand, own.punt) or other.punt != own.punt:
            continue
        if _same_place(own, other) and not _alike(own, other):
            return other
        if _takes_away(own, other) or _takes_away(other, own):
            return other
    return None


def _same_place(own: Feitvoorstel, other: Feitvoorstel) -> bool:
    if own.aard is Aard.ERBIJ or other.aard is Aard.ERBIJ:
        return False
    return (own.aard, own.pad, own.deel) == (other.aard, other.pad, other.deel)


def _takes_away(one: Feitvoorstel, other: Feitvoorstel) -> bool:
    """Whether one change removes that in which the other is."""
    whole = one.aard is Aard.WEG or (one.deel is Deel.STAND and bool(one.wordt))
    inside = other.pad[: len(one.pad)] == one.pad
    return whole and inside and (other.pad, other.deel, other.aard) != (one.pad, one.deel, one.aard)


def _alike(own: Feitvoorstel, other: Feitvoorstel) -> bool:
    """Whether two files ask for the same."""
    return (own.punt, own.aard, own.pad, own.deel, own.wordt, own.rij, own.volgorde) == (
        other.punt,
        other.aard,
        other.pad,
        other.deel,
        other.wordt,
        other.rij,
        other.volgorde,
    )
