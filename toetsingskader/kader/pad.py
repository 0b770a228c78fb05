"""Fields by the name people give them: `mandaten`, `mandaten.status`."""

import difflib

from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.waarden import normalise


def destination_of(model: type[Blok], veld: str) -> str | None:
    """The letters of where a field may land (`Veld.naar`); None when there is no such field."""
    naar, current = "b", model
    names = veld.split(".")
    for i, naam in enumerate(names):
        found = _field(current, naam)
        if found is None or (found.model is None and i + 1 < len(names)):
            return None
        naar = found.veld.naar or naar
        current = found.model or current
    return naar


def near_field(model: type[Blok], veld: str) -> str | None:
    """The field, at any depth, whose name looks most like this one."""
    known = {normalise(naam): naam for naam in _paths(model, "")}
    near = difflib.get_close_matches(normalise(veld), known, 1, 0.6)
    return known[near[0]] if near else None


def _field(model: type[Blok], naam: str) -> Veldbeschrijving | None:
    return next((b for b in beschrijf(model) if b.naam == naam), None)


def _paths(model: type[Blok], prefix: str) -> list[str]:
    own = [(f"{prefix}{b.naam}", b.model) for b in beschrijf(model)]
    return [naam for naam, _ in own] + [p for n, m in own if m for p in _paths(m, f"{n}.")]
