"""What somebody means who asks for an explanation: a point, a text, a field or a term."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from toetsingskader.begrippen import Begrip, begrippen
from toetsingskader.errors import UsageError
from toetsingskader.kader import PROZA, PUNTEN, title_of
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.veld import Veldbeschrijving, alle_velden
from toetsingskader.naslag.codes import explain
from toetsingskader.regels import REGELS
from toetsingskader.waarden import normalise

_FEW = 3
"""So many fields of one name are all explained; of more one has to choose."""


@dataclass(frozen=True)
class Veldplek:
    """A field, and the file it belongs to."""

    sleutel: str
    pad: str
    beschrijving: Veldbeschrijving = field(compare=False)

    @property
    def naam(self) -> str:
        """As it is asked for: "mandaat.rechtsgronden.status"."""
        return f"{self.sleutel}.{self.pad}"


Gevonden = str | Veldplek | Begrip
"""The key of a point, text or the dossier; else a field; else a term."""


def find_all(namen: Sequence[str]) -> list[Gevonden]:
    """Everything of these names; more words may be one name that was typed without quotes."""
    together = _named(" ".join(namen)) if all(naam.strip() for naam in namen) else []
    return together or list(dict.fromkeys(thing for naam in namen for thing in find(naam)))


def _named(naam: str) -> list[Gevonden]:
    folded = _fold(naam)
    points = [s for s in _subjects() if folded in (_fold(s), _fold(title_of(s)))]
    return [*points, *(b for b in begrippen() if folded in map(_fold, b.vormen))]


def find(naam: str) -> list[Gevonden]:
    """Everything of that name; raises UsageError with what comes near when there is nothing."""
    if found := _named(naam):
        return found
    fields = _fields_named(naam)
    if len(fields) > _FEW:
        some = ", ".join(f.naam for f in fields[:_FEW])
        raise UsageError(
            f"Er zijn {len(fields)} velden die '{naam}' heten, zoals {some}. Zet het punt ervoor, "
            "of de hele weg naar het veld."
        )
    if fields:
        return list(fields)
    raise UsageError(_unknown(naam))


def _subjects() -> list[str]:
    return [*PUNTEN, *PROZA, "dossier"]


def _fold(text: str) -> str:
    """Fold a name; of the path of a file only its own name counts."""
    name = text.strip().replace("\\", "/").rpartition("/")[2]
    return normalise(re.sub(r"\.(?:md|yaml)$", "", name, flags=re.IGNORECASE))


@cache
def _all_fields() -> tuple[Veldplek, ...]:
    models: dict[str, type[Blok]] = {**PUNTEN, "dossier": Dossier}
    return tuple(
        Veldplek(sleutel, pad, beschrijving)
        for sleutel, model in models.items()
        for pad, beschrijving in alle_velden(model)
    )


def _parts(name: str) -> tuple[str, ...]:
    """The steps of a path, without the number of a row."""
    return tuple(normalise(p) for p in name.split(".") if p and not p.isdigit())


def _fields_named(naam: str) -> list[Veldplek]:
    """Fields by their path; of a path that leaves steps out those that it may mean.

    The code of a finding, such as MANDAAT-RECHTSGRONDEN, means its field.
    """
    asked = _parts(naam)
    exact = [f for f in _all_fields() if _parts(f.naam) == asked or _code(f) == naam.upper()]
    if exact or not asked:
        return exact
    own = [f for f in _all_fields() if normalise(f.sleutel) == asked[0]]
    within = [f for f in own if len(asked) > 1 and _ends(f, asked[1:])]
    if within:
        least = min(f.pad.count(".") for f in within)
        return [f for f in within if f.pad.count(".") == least]
    return [f for f in _all_fields() if _ends(f, asked)]


def _ends(plek: Veldplek, steps: tuple[str, ...]) -> bool:
    return _parts(plek.pad)[-len(steps) :] == steps


def _code(plek: Veldplek) -> str:
    return f"{plek.sleutel}-{plek.pad.replace('.', '-')}".upper()


def _unknown(naam: str) -> str:
    code = naam.upper()
    if any(regel.code == code for regel in REGELS) or explain(code):
        return f"'{naam}' is een code uit het rapport. Zie 'toetsingskader regels {code}'."
    known = {_fold(key): key for key in _subjects()}
    known |= {_fold(vorm): vorm for b in begrippen() for vorm in b.vormen}
    if "." in naam:
        known = {normalise(f.naam): f.naam for f in _all_fields()}
    near = difflib.get_close_matches(normalise(naam), known, 1, 0.7)
    hint = f" Bedoelde u {known[near[0]]}?" if near else ""
    return (
        f"Over '{naam}' is er geen uitleg.{hint} Er is uitleg bij elk punt, elk veld (zoals "
        "mandaat.rechtsgronden) en elk begrip: zie 'toetsingskader uitleg' en 'toetsingskader "
        "uitleg begrippen'."
    )
