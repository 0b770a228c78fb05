"""What is computed from a record and never typed: one table of names that prose may ask for."""

from collections.abc import Callable
from dataclasses import dataclass

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Feit, Staat
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.waarden import Aantal, sum_of


@dataclass(frozen=True)
class Berekening:
    """One computed value. It is as known, and as public, as the least known of what it is made
    from."""

    label: str
    punt: str
    """The point whose owner can answer what is missing."""
    reken: Callable[[Beoordeling], Feit[Aantal]]


def _total_of_units(b: Beoordeling) -> Feit[Aantal]:
    """The most that may go: all units that count in the total."""
    lijst = b.punt(Eenheden).eenheden
    if not lijst.bekend:
        return Feit(lijst.staat)
    counted = [e for e in lijst if e.in_totaal_begrepen.waarde == "ja"]
    answers: list[Feit[Aantal] | Feit[str]] = [e.aantal_max for e in counted]
    answers += [e.in_totaal_begrepen for e in lijst]
    for staat in (Staat.VERTROUWELIJK, Staat.LEEG, Staat.ONBEKEND):
        if any(a.staat is staat for a in answers):
            return Feit(staat)
    if not counted:
        return Feit()
    return Feit(Staat.BEKEND, sum_of(e.aantal_max.waarde for e in counted if e.aantal_max.waarde))


BEREKEND: dict[str, Berekening] = {
    "eenheden.totaal": Berekening("Maximaal totaal van de eenheden", "eenheden", _total_of_units),
}
"""Name, as in `[@feit:eenheden.totaal]`, to how it is computed."""
