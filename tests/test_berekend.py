"""What is computed from a record: totals, duration and densities, and never from half of it."""

import pytest

from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.berekend import computed
from toetsingskader.source import Data
from voorbeelden.samenstellen import GOED
from voorbeelden.wijzigen import Plek, example, put, toets

VOLLEDIG = GOED / "volledig"


def _values(*changes: tuple[Plek, Data]) -> dict[str, str]:
    beoordeling, _ = toets(put(example(VOLLEDIG), list(changes)))
    return {c.naam: str(c.feit.waarde) for c in computed(beoordeling) if c.feit.bekend}


def test_values_of_a_complete_record() -> None:
    assert _values() == {
        "eenheden.totaal": "642",
        "eenheden.totaal.bouvet-veilig": "450",
        "eenheden.totaal.bouvet-zee": "180",
        "besluit.duur": "24 maanden",
        "financien.totaal": "€ 112,5 mln",
        "financien.eenmalig": "€ 22,5 mln",
        "financien.doorlopend": "€ 90 mln",
        "financien.per_jaar.2026": "€ 37,5 mln",
        "financien.per_jaar.2027": "€ 40 mln",
        "financien.per_jaar.2028": "€ 35 mln",
        "financien.per_dekking.biv": "€ 111,5 mln",
        "financien.per_dekking.defensie_artikel_1": "€ 1 mln",
        "financien.per_maand": "€ 2,3 mln",
        "haalbaarheid.dichtheid.1": "50 per kilometer (afgeleid)",
        "operatie.dichtheid.1": "167 tot 250 per kilometer (afgeleid)",
    }


@pytest.mark.parametrize(
    ("plek", "waarde", "gone"),
    [
        (("financien", ("kosten", 2, "bedrag")), "onbekend", "financien.totaal"),
        (("financien", ("kosten", 2, "bedrag")), "onbekend", "financien.per_jaar.2027"),
        (("eenheden", ("eenheden", 0, "aantal_max")), "vertrouwelijk", "eenheden.totaal"),
        (("eenheden", ("eenheden", 0, "in_totaal_begrepen")), "onbekend", "eenheden.totaal"),
        (("dossier", ("besluit", "periode", "van")), "medio 2026", "besluit.duur"),
        (("haalbaarheid", ("vergelijkingen", 0, "lengte_km")), "0", "haalbaarheid.dichtheid.1"),
    ],
)
def test_half_known_is_not_computed(plek: Plek, waarde: str, gone: str) -> None:
    assert gone in _values()
    assert gone not in _values((plek, waarde))


def test_a_secret_part_makes_the_total_secret() -> None:
    plek: Plek = ("eenheden", ("eenheden", 0, "aantal_max"))
    beoordeling, _ = toets(put(example(VOLLEDIG), [(plek, "vertrouwelijk")]))
    total = next(c for c in computed(beoordeling) if c.naam == "eenheden.totaal")
    assert total.feit.staat is Staat.VERTROUWELIJK
