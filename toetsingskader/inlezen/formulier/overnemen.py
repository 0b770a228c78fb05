"""Changes put into the data of a point, and whether they can be read as answers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from toetsingskader.formulier.model import Deel
from toetsingskader.formulier.zetten import put, rows_of, with_rows
from toetsingskader.inlezen.formulier.voorstel import Aard, Beslissing, Feitvoorstel, Uitkomst
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.veld import find_field
from toetsingskader.source import Data, Pad
from toetsingskader.validation.salvage import Gebrek, salvage
from toetsingskader.validation.wording import describe


def readable(beslissingen: Iterable[Beslissing], nu: dict[str, Data]) -> list[Beslissing]:
    """The same decisions; a change that is no answer to its question is not taken."""
    found = []
    for b in beslissingen:
        data = nu[b.voorstel.punt]
        refused = ""
        if b.uitkomst is Uitkomst.OVERNEMEN and b.voorstel.aard in (Aard.WAARDE, Aard.ERBIJ):
            refused = _refusal(b.voorstel, data)
        found.append(replace(b, uitkomst=Uitkomst.ONGELDIG, reden=refused) if refused else b)
    return found


def _refusal(voorstel: Feitvoorstel, data: Data) -> str:
    """What is wrong with a change, as a Dutch sentence; empty when nothing is."""
    model = PUNTEN[voorstel.punt]
    before = {_known(g) for g in _faults(model, data)}
    for gebrek in _faults(model, applied(model, data, [voorstel])):
        if _known(gebrek) not in before:
            _, pad = find_field(model, gebrek.pad)
            _, sentence = describe(model, replace(gebrek, pad=pad))
            return sentence
    return ""


def _faults(model: type[Blok], data: Data) -> Sequence[Gebrek]:
    return salvage(model, data or {}, {}).gebreken


def _known(gebrek: Gebrek) -> tuple[Pad, str, str]:
    return gebrek.pad, gebrek.soort, str(dict(gebrek.ctx))


def applied(model: type[Blok], data: Data, voorstellen: Sequence[Feitvoorstel]) -> Data:
    """The data of a point with these changes: first what stands, then which rows there are."""
    values = [v for v in voorstellen if v.aard is Aard.WAARDE]
    for voorstel in sorted(values, key=lambda v: v.deel is not Deel.STAND):
        data = put(data, model, voorstel.pad, voorstel.deel, voorstel.wordt)
    moves = [v for v in voorstellen if v.aard is not Aard.WAARDE]
    # The deepest lists first, so that the places of those around them stay right.
    moves.sort(key=lambda v: (-len(_list_of(v)), str(_list_of(v))))
    for pad, some in groupby(moves, key=_list_of):
        data = with_rows(data, model, pad, _rows(rows_of(data, model, pad), list(some)))
    return data or {}


def _list_of(voorstel: Feitvoorstel) -> Pad:
    return voorstel.pad[:-1] if voorstel.aard is Aard.WEG else voorstel.pad


def _rows(rows: list[Data], group: list[Feitvoorstel]) -> list[Data]:
    """A list with rows moved, taken away and added."""
    gone = {m.pad[-1] for m in group if m.aard is Aard.WEG}
    order = list(range(len(rows)))
    for move in (m for m in group if m.aard is Aard.VOLGORDE):
        places = sorted(move.volgorde)
        for place, n in zip(places, move.volgorde, strict=True):
            order[place] = n
    added = [m for m in group if m.aard is Aard.ERBIJ]
    result = [m.rij for m in added if m.na < 0]
    for n in order:
        if n not in gone:
            result.append(rows[n])
        result += [m.rij for m in added if m.na == n]
    return [*result, *(m.rij for m in added if m.na >= len(rows))]
