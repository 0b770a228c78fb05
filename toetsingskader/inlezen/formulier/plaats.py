"""The same row in two versions of a file: lists move, their rows are known by what they say."""

from toetsingskader.formulier.boom import list_form
from toetsingskader.schrijven import align
from toetsingskader.source import Data, Pad

_ALIKE = 0.5
"""What two rows must have in common: an answer that lands in another row is worse than a conflict.
"""


def located(base: Data, now: Data, pad: Pad) -> Pad | None:
    """Where a path of one version leads in another; None when a row on it is gone."""
    found: list[str | int] = []
    for part in pad:
        if isinstance(part, int):
            before, after = rows_in(base), rows_in(now)
            partner = align(before, after, _ALIKE)
            if part not in partner:
                return None
            here = partner.index(part)
            base, now = before[part], after[here]
            found.append(here)
        else:
            base, now = (x.get(part) if isinstance(x, dict) else None for x in (base, now))
            found.append(part)
    return tuple(found)


def at(data: Data, pad: Pad) -> Data:
    """What stands at a path, whether its lists are written short or long."""
    for part in pad:
        if isinstance(part, int):
            rows = rows_in(data)
            data = rows[part] if part < len(rows) else None
        else:
            data = data.get(part) if isinstance(data, dict) else None
    return data


def rows_in(data: Data) -> list[Data]:
    """The rows of a list; a single value is a list of one."""
    _, inner = list_form(data)
    if isinstance(inner, str):
        return [inner]
    return list(inner) if isinstance(inner, list) else []
