"""What of one point changed between two versions of a record, in words for a reader."""

from typing import Any

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.feiten import FEIT
from toetsingskader.kader.veld import beschrijf
from toetsingskader.kader.vingerafdruk import content


def what_changed(then: Beoordeling, now: Beoordeling, sleutel: str) -> list[str]:
    """The parts of a point, or of prose that is no point, that say something else now.

    Those are its text, its fields by their labels, and the sources that both versions cite. Empty
    when both say the same.
    """
    before, after = content(then, sleutel), content(now, sleutel)
    changed = ["de tekst"] if before["tekst"] != after["tekst"] else []
    fields = set(_different(before["gegevens"], after["gegevens"]))
    # Prose that is no point answers for what dossier.yaml says of it.
    houder = now.punten.get(sleutel, now.dossier)
    labels = {b.naam: b.veld.label for b in beschrijf(type(houder))}
    changed += [f"het veld '{label}'" for naam, label in labels.items() if naam in fields]
    figures = _different(before["figuren"], after["figuren"])
    changed += [f"de figuur '{pad}'" for pad in figures if pad in after["figuren"]]
    # A source that is cited no more, or only now, is a change of the text or field that cites it.
    both = before["bronnen"].keys() & after["bronnen"].keys()
    changed += [
        _source(naam) for naam in _different(before["bronnen"], after["bronnen"]) if naam in both
    ]
    return changed


def _different(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    names = sorted(before.keys() | after.keys())
    return [naam for naam in names if before.get(naam) != after.get(naam)]


def _source(naam: str) -> str:
    if naam.startswith(FEIT):
        return f"het gegeven '{naam.removeprefix(FEIT)}' dat de tekst noemt"
    return f"de bron '{naam}'"
