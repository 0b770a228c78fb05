"""What changed since the letter before, as a letter tells it: public facts, a line each."""

from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.brief.sjabloon import Opmaak, escape
from toetsingskader.brief.soorten import Soort
from toetsingskader.kader import PUNTEN, Beoordeling
from toetsingskader.kader.weergave import decapitalise
from toetsingskader.toetsing import Bestemming
from toetsingskader.toetsing.wijzigingen import Deelwijziging, Feitwijziging
from toetsingskader.vergelijking import compare

_DECISION = "Besluit: "
"""How labels of the decision begin; of dossier.yaml the rest is about the letter itself."""


@dataclass(frozen=True)
class Vorige:
    """The letter before this one: its date, and the record it was made from."""

    datum: str
    beoordeling: Beoordeling


def changes(vorige: Beoordeling, nu: Beoordeling, row: Soort) -> Opmaak:
    """A bullet per fact that changed, in the order of the letter; empty when none did."""
    order = {sleutel: n for n, sleutel in enumerate(("dossier", *row.punten))}
    delen = [d for d in compare(vorige, nu) if d.sleutel in order and not d.optie]
    lines = [x for d in sorted(delen, key=lambda d: order[d.sleutel]) for x in _lines(d)]
    return Opmaak("\n".join(f"- {escape(line)}" for line in lines))


def _lines(deel: Deelwijziging) -> Iterator[str]:
    public = [f for f in deel.gegevens if f.bestemming is Bestemming.BRIEF]
    if deel.sleutel == "dossier":
        told = (_sentence(f) for f in public if f.label.startswith(_DECISION))
        yield from (f"Het besluit: {line}" for line in told)
        return
    kop = PUNTEN[deel.sleutel].kader.kop
    for feit in public:
        line = _sentence(feit)
        # "Eenheden (fregat): …" needs no heading "Eenheden" before it.
        named = line.partition(" ")[0].casefold() in kop.casefold()
        yield f"{line[:1].upper()}{line[1:]}" if named else f"{kop}: {line}"
    if deel.tekst and not public:
        yield f"{kop}: de tekst is herzien."


def _sentence(feit: Feitwijziging) -> str:
    label = decapitalise(feit.label.removeprefix(_DECISION))
    was, now = feit.oud.rstrip("."), feit.nieuw.rstrip(".")
    if not was:
        return f"{label} is nu bekend: {now}."
    if not now:
        return f"{label} is vervallen (was: {was})."
    return f"{label} was {was} en is nu {now}."
