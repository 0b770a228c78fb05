"""What the list of findings can be filtered by on the page.

A page knows a choice by its number only, so that no text of a record stands in a value that the
page's script compares.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toetsingskader.rapport.samenvatting import NIEMAND, Samenvatting
from toetsingskader.toetsing import Bevinding, Ernst, Maatstaf, Toetsing

_DOSSIER = "dossier als geheel"
_GEEN_MAATSTAF = "zonder maatstaf"


@dataclass(frozen=True)
class Filter:
    """One list to choose from; choice n is `keuzes[n - 1]`."""

    naam: str
    """As the page calls it: `data-<naam>` of a finding."""
    label: str
    alles: str
    """The choice that hides nothing."""
    keuzes: tuple[str, ...]
    per_bevinding: Mapping[Bevinding, tuple[str, ...]]

    def nummers(self, bevinding: Bevinding) -> str:
        """The numbers of the choices under which this finding stays, such as "1 3"."""
        eigen = self.per_bevinding[bevinding]
        return " ".join(str(n) for n, keuze in enumerate(self.keuzes, 1) if keuze in eigen)


def filters(toetsing: Toetsing, samenvatting: Samenvatting) -> tuple[Filter, ...]:
    """The lists that leave something to choose: those with two choices or more."""
    bevindingen = toetsing.bevindingen
    titels = {p.sleutel: pijler.titel for pijler in samenvatting.pijlers for p in pijler.punten}
    namen = sorted({wie for b in bevindingen for wie in b.wie}, key=str.casefold)
    alle = (
        _filter(
            ("pijler", "Pijler", "alle pijlers"),
            (*(pijler.titel for pijler in samenvatting.pijlers), _DOSSIER),
            {b: (titels.get(b.punt or "", _DOSSIER),) for b in bevindingen},
        ),
        _filter(
            ("wie", "Aan zet", "iedereen"),
            (*namen, NIEMAND),
            {b: b.wie or (NIEMAND,) for b in bevindingen},
        ),
        _filter(
            ("ernst", "Ernst", "alle soorten"),
            (ernst.label for ernst in Ernst),
            {b: (b.ernst.label,) for b in bevindingen},
        ),
        _filter(
            ("maatstaf", "Maatstaf", "alle maatstaven"),
            (*(m.value for m in Maatstaf), _GEEN_MAATSTAF),
            {b: (b.maatstaf.value if b.maatstaf else _GEEN_MAATSTAF,) for b in bevindingen},
        ),
    )
    return tuple(f for f in alle if len(f.keuzes) > 1)


def _filter(
    woorden: tuple[str, str, str],
    keuzes: Iterable[str],
    per_bevinding: Mapping[Bevinding, tuple[str, ...]],
) -> Filter:
    """A filter with only those choices under which there is a finding."""
    gebruikt = {keuze for eigen in per_bevinding.values() for keuze in eigen}
    volgorde = dict.fromkeys(keuze for keuze in keuzes if keuze in gebruikt)
    return Filter(*woorden, tuple(volgorde), per_bevinding)
