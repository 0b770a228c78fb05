"""What holds for all rules together, whatever a record says: properties on the examples."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from toetsingskader.kader import PUNTEN, Beoordeling
from toetsingskader.kader.antwoord import Antwoord
from toetsingskader.kader.veld import loop
from toetsingskader.kader.weergave import show
from toetsingskader.regels import REGELS
from toetsingskader.regels.regel import Regel
from toetsingskader.source import Data, Pad, dotted
from toetsingskader.toetsing import Ernst, Toetsing
from voorbeelden.samenstellen import FOUT, GOED
from voorbeelden.wijzigen import (
    Plek,
    example,
    fields,
    of_point,
    put,
    reorder,
    result,
    texts,
    toets,
    value,
)

BASES = [GOED / "volledig", GOED / "oekraine"]
RECORDS = BASES + sorted(p.parent for p in FOUT.glob("*/wijziging.txt"))

_IDENTITY = frozenset({"sleutel", "onderdeel", "eenheid", "missie"})
"""Names by which rows find each other: taking one away is not a fact becoming unknown."""
_CHOOSES = frozenset({"peildatum", "regelsets", "brieven"})
"""Fields that choose which values, rules or letter count."""
quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
records = st.sampled_from(RECORDS)
nasty = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30),
    st.sampled_from(
        ["{zin}", "%s", "{{ 7*7 }}", "-", "~", "'", "@", "[@x]", "1,250", "9" * 400, "²", "٣", "०"]
    ),
)


def _contradictions(toetsing: Toetsing) -> set[tuple[str | None, str]]:
    return {of_point(b) for b in toetsing.bevindingen if b.ernst is Ernst.TEGENSTRIJDIG}


@quick
@given(data=st.data(), folder=records)
def test_the_unknown_contradicts_nothing(data: st.DataObject, folder: Path) -> None:
    record = example(folder)
    places = fields(record, _IDENTITY | _CHOOSES)
    chosen = data.draw(st.lists(st.sampled_from(places), max_size=12, unique=True))
    changes = [(plek, data.draw(st.sampled_from([None, "onbekend"]))) for plek in chosen]
    _, found = toets(put(record, changes))
    new = _contradictions(found) - _contradictions(result(folder))
    assert new <= {("eenheden", "K3C")}  # see test_unknown_period_of_a_unit_does_not_contradict


def test_each_fact_alone_may_be_unknown() -> None:
    """On the record that answers most, with every rule there is."""
    record = example(GOED / "oekraine-alles")
    places = fields(record, _IDENTITY | _CHOOSES)
    for plek in {*texts(record, places), *(p for p in places if len(p[1]) == 1)}:
        _, found = toets(put(record, [(plek, "onbekend")]))
        assert not _contradictions(found), plek


def _facts(b: Beoordeling, sleutel: str) -> dict[Pad, str]:
    houder = b.dossier if sleutel == "dossier" else b.punten[sleutel]
    return {
        v.pad: f"{v.antwoord.staat} {show(v.beschrijving, v.antwoord)}"
        for v in loop(houder)
        if isinstance(v.antwoord, Antwoord) and not v.beschrijving.model
    }


def _apart(a: Pad, b: Pad) -> bool:
    """Whether neither lies within the other."""
    return a[: len(b)] != b and b[: len(a)] != a


@quick
@given(data=st.data(), folder=records, bad=nasty)
def test_one_bad_value_takes_nothing_else_away(data: st.DataObject, folder: Path, bad: str) -> None:
    record = example(folder)
    plek: Plek = data.draw(st.sampled_from(texts(record, fields(record, _CHOOSES))))
    before, was = toets(record)
    after, now = toets(put(record, [(plek, bad)]))
    assume(now.aantal(Ernst.ONGELDIG) > was.aantal(Ernst.ONGELDIG))
    sleutel, pad = plek
    # Of one value in its long form, and of a dated list, the whole is one fact.
    fact = pad if isinstance(value(record, (sleutel, pad[:-1])), list) else pad[:-1] or pad
    assert {k: v for k, v in _facts(before, sleutel).items() if _apart(k, fact)} == {
        k: v for k, v in _facts(after, sleutel).items() if _apart(k, fact)
    }
    skipped = {n.code for n in now.niet_beoordeeld}
    lost = {of_point(b) for b in was.bevindingen} - {of_point(b) for b in now.bevindingen}
    lost = {(p, code) for p, code in lost if not code.startswith("AANVAARD-")}
    assert {p for p, code in lost if code not in skipped} <= {_point(sleutel)}


@quick
@given(data=st.data(), folder=records, bad=nasty)
def test_no_text_anywhere_breaks_the_program(data: st.DataObject, folder: Path, bad: str) -> None:
    record = example(folder)
    plekken = fields(record, files=("dossier", "bronnen", *PUNTEN))
    plek = data.draw(st.sampled_from(plekken))
    shapes: list[Data] = [bad, [bad], {bad: bad}, {"waarde": bad}, [[bad]]]
    new = data.draw(st.sampled_from(shapes))
    _, found = toets(put(record, [(plek, new)]))
    assert all(b.tekst and b.wie and b.plaats.regel for b in found.bevindingen)


def _point(sleutel: str) -> str | None:
    return sleutel if sleutel in PUNTEN else None


@quick
@given(data=st.data(), folder=records)
def test_order_of_rows_does_not_matter(data: st.DataObject, folder: Path) -> None:
    def order(n: int) -> list[int]:
        return data.draw(st.permutations(range(n)))

    record = example(folder)
    assume(not record.tabellen)  # the place of a table in a list is its number
    _, found = toets(reorder(record, order))
    assert {of_point(b) for b in found.bevindingen} == {
        of_point(b) for b in result(folder).bevindingen
    }


def _unknown(folder: str, *plekken: Plek) -> set[tuple[str | None, str]]:
    record = example(GOED / folder)
    return _contradictions(toets(put(record, [(plek, "onbekend") for plek in plekken]))[1])


def test_unknown_maxima_do_not_contradict() -> None:
    assert not _unknown("volledig", ("dossier", ("besluit", "maxima")))


def test_unknown_missions_do_not_contradict() -> None:
    assert not _unknown("volledig", ("dossier", ("missies",)))


def test_unknown_units_do_not_contradict() -> None:
    assert not _unknown("volledig", ("eenheden", ("eenheden",)))


@pytest.mark.parametrize(
    "new",
    ["onbekend", None],
)
def test_unknown_period_of_a_unit_does_not_contradict(new: str | None) -> None:
    plek = ("eenheden", ("eenheden", 1, "periode"))
    assert not _contradictions(toets(put(example(GOED / "volledig"), [(plek, new)]))[1])


def test_acceptance_of_what_was_not_judged() -> None:
    """Who follows that advice takes away an acceptance that is needed again tomorrow."""
    plek = ("navo-carve-out", ("onttrekkingen", 0, "navo_taak"))
    _, found = toets(put(example(FOUT / "aanvaard"), [(plek, "misschien")]))
    assert "CB1" in {n.code for n in found.niet_beoordeeld}
    assert "AANVAARD-NIET-GEVONDEN" not in {b.code for b in found.bevindingen}


def test_unknown_whether_counted_does_not_contradict() -> None:
    rij: Pad = ("eenheden", 1)
    record = put(
        example(GOED / "volledig"),
        [
            (("eenheden", (*rij, "aantal_max")), "300"),
            (("eenheden", (*rij, "in_totaal_begrepen")), "nee"),
        ],
    )
    assert not _contradictions(toets(record)[1])
    record = put(record, [(("eenheden", (*rij, "in_totaal_begrepen")), "onbekend")])
    assert not _contradictions(toets(record)[1])


def test_unknown_date_of_a_letter_does_not_contradict() -> None:
    later: list[Data] = [
        {"soort": "artikel_100", "datum": "onbekend"},
        {"soort": "aanvullend", "datum": "1 oktober 2026"},
    ]
    record = put(example(GOED / "volledig"), [(("dossier", ("brieven",)), later)])
    assert not _contradictions(toets(record)[1])


@pytest.mark.parametrize("new", [None, "onbekend"])
def test_a_decision_is_missed(new: str | None) -> None:
    _, found = toets(put(example(GOED / "volledig"), [(("dossier", ("besluit",)), new)]))
    missed = {b.code for b in found.bevindingen if b.ernst is Ernst.ONTBREEKT}
    assert any("BESLUIT" in code for code in missed)


def test_a_period_without_dates_is_missed() -> None:
    plek = ("dossier", ("besluit", "periode"))
    empty: dict[str, Data] = {"van": "onbekend", "tot_en_met": None}
    _, found = toets(put(example(GOED / "volledig"), [(plek, empty)]))
    assert any(b.code.startswith("DOSSIER-BESLUIT-PERIODE") for b in found.bevindingen)


def test_the_decision_is_never_confidential() -> None:
    plek = ("dossier", ("besluit", "totaal_maximaal"))
    _, found = toets(put(example(GOED / "volledig"), [(plek, "vertrouwelijk")]))
    assert "VELD-VERTROUWELIJK" in {b.code for b in found.bevindingen}


GOEDE = sorted(p for p in GOED.iterdir() if p.is_dir())


def _answered(b: Beoordeling, veld: str) -> bool:
    """Whether a record answers this field, in any row."""
    sleutel, _, rest = veld.partition(".")
    if sleutel == "bronnen":
        return bool(b.bronnen.bronnen)
    if rest == "tekst":
        return bool(b.proza[sleutel].tekst)
    houder = {"dossier": b.dossier, "parafen": b.parafen, **b.punten}[sleutel]
    return any(v.antwoord.bekend and _within(dotted(v.pad), rest) for v in loop(houder))


def _within(pad: str, veld: str) -> bool:
    return pad == veld or pad.startswith(f"{veld}.")


@pytest.mark.parametrize("regel", REGELS, ids=lambda r: r.code)
def test_every_rule_has_a_good_example(regel: Regel) -> None:
    """A good record that answers all that the rule reads, and about which it says nothing."""
    for folder in GOEDE:
        beoordeling, found = toets(example(folder))
        applies = not regel.regelset or regel.regelset in found.regelsets
        if applies and all(_answered(beoordeling, veld) for veld in regel.leest):
            assert regel.code not in {b.code for b in found.bevindingen}
            return
    pytest.fail(f"no good example answers {', '.join(regel.leest)}")
