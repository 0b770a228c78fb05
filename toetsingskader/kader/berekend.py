"""What is computed from a record and never typed: totals, duration, densities.

Prose may ask for each by name (`[@feit:eenheden.totaal]`); reports list them at their point.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Antwoord, Feit, Staat
from toetsingskader.kader.kunnen.eenheden import Eenheden, Eenheid
from toetsingskader.kader.kunnen.financien import DEKKING, Financien, Kostenpost
from toetsingskader.kader.kunnen.haalbaarheid import Haalbaarheid
from toetsingskader.kader.kunnen.operatie import Operatie
from toetsingskader.kader.willen.politieke_context import PolitiekeContext
from toetsingskader.waarden import Aantal, Bedrag, sum_of


@dataclass(frozen=True)
class Berekend:
    """One computed value. It is as known, and as public, as the least known of what it is made
    from."""

    naam: str
    label: str
    punt: str
    """The point whose owner can answer what is missing."""
    feit: Feit[Any]


def computed(b: Beoordeling) -> Iterator[Berekend]:
    """Everything that is computed from this record, also what is not known yet."""
    for part in (_units, _duration, _money, _densities):
        yield from part(b)


def _least_known(answers: Iterable[Antwoord]) -> Staat:
    """The state of a value made of these answers."""
    states = {a.staat for a in answers}
    for staat in (Staat.VERTROUWELIJK, Staat.LEEG, Staat.ONBEKEND):
        if staat in states:
            return staat
    return Staat.BEKEND if states else Staat.LEEG


def _made_of(answers: Iterable[Antwoord], value: Callable[[], object]) -> Feit[Any]:
    """A fact as known as what it is made from; `value` is asked only when all of that is known."""
    staat = _least_known(answers)
    return Feit(Staat.BEKEND, value()) if staat is Staat.BEKEND else Feit(staat)


def _units(b: Beoordeling) -> Iterator[Berekend]:
    lijst = b.punt(Eenheden).eenheden

    def total(eenheden: list[Eenheid]) -> Feit[Any]:
        if not lijst.bekend:
            return Feit(lijst.staat)
        counted = [e for e in eenheden if e.in_totaal_begrepen.waarde == "ja"]
        if not counted and all(e.in_totaal_begrepen.bekend for e in eenheden):
            return Feit()
        answers = [*(e.aantal_max for e in counted), *(e.in_totaal_begrepen for e in eenheden)]
        numbers = (e.aantal_max.waarde for e in counted if e.aantal_max.waarde)
        return _made_of(answers, lambda: sum_of(numbers))

    yield Berekend(
        "eenheden.totaal", "Maximaal totaal van de eenheden", "eenheden", total(list(lijst))
    )
    missies = list(b.dossier.missies)
    for missie in missies if len(missies) > 1 else ():
        naam = missie.sleutel.waarde or ""
        own = [e for e in lijst if e.missie.waarde == naam]
        if own:
            yield Berekend(
                f"eenheden.totaal.{naam}",
                f"Maximaal totaal van de eenheden in {missie.naam.waarde or naam}",
                "eenheden",
                total(own),
            )


def _duration(b: Beoordeling) -> Iterator[Berekend]:
    periode = b.dossier.besluit.periode
    maanden = months(b)
    feit = Feit(Staat.BEKEND, f"{maanden} maanden") if maanden else Feit(periode.staat)
    if periode.bekend and not maanden:
        feit = Feit(Staat.ONBEKEND)
    yield Berekend("besluit.duur", "Duur van de inzet", "exit-strategie", feit)


def months(b: Beoordeling) -> int | None:
    """The length of the deployment in whole months, when both dates are exact enough."""
    van = b.dossier.besluit.periode.van.waarde
    tot = b.dossier.besluit.periode.tot_en_met.waarde
    if not van or not tot or (tot.tot_en_met - tot.van).days > 31:
        return None
    if (van.tot_en_met - van.van).days > 31:
        return None
    last, first = tot.tot_en_met, van.van
    whole = (last.year - first.year) * 12 + last.month - first.month
    return max(1, whole + (1 if last.day >= first.day else 0)) if last >= first else None


def _money(b: Beoordeling) -> Iterator[Berekend]:
    kosten = b.punt(Financien).kosten
    posten = list(kosten)

    def total(label: str, naam: str, some: list[Kostenpost]) -> Berekend:
        feit = (
            _made_of((p.bedrag for p in some), lambda: _sum(some)) if some else Feit(kosten.staat)
        )
        return Berekend(f"financien.{naam}", label, "financien", feit)

    yield total("Totale uitgaven", "totaal", posten)
    for aard in ("eenmalig", "doorlopend"):
        some = [p for p in posten if p.aard.waarde == aard]
        if some:
            yield total(f"Waarvan {aard}", aard, some)
    for jaar in sorted({p.jaar.waarde for p in posten if p.jaar.waarde}):
        same = [p for p in posten if p.jaar.waarde == jaar]
        yield total(f"Uitgaven in {jaar}", f"per_jaar.{jaar}", same)
    for dekking in sorted({p.dekking.waarde for p in posten if p.dekking.waarde}):
        same = [p for p in posten if p.dekking.waarde == dekking]
        yield total(f"Dekking: {DEKKING.show(dekking)}", f"per_dekking.{dekking}", same)
    if open_ := [p for p in posten if not p.dekking.waarde]:
        yield total("Dekking: nog niet bekend", "per_dekking.onbekend", open_)
    running, maanden = [p for p in posten if p.fase.waarde == "uitvoering"], months(b)
    if running and maanden:
        answers = [p.bedrag for p in running]
        feit = _made_of(answers, lambda: Bedrag(round(_sum(running).euro / maanden, -5)))
        label = "Uitvoering per maand, afgerond"
        yield Berekend("financien.per_maand", label, "financien", feit)


@dataclass(frozen=True)
class Uitgaven:
    """Spending by year and by source of cover, as Dutch text."""

    jaren: tuple[str, ...]
    dekkingen: tuple[str, ...]
    posten: tuple[tuple[str, str, Bedrag], ...]

    def amount(self, jaar: str | None, dekking: str | None) -> str:
        """The sum for a year and a source, each None for all; empty when nothing is spent."""
        some = [b for j, d, b in self.posten if jaar in (None, j) and dekking in (None, d)]
        return str(Bedrag(sum((b.euro for b in some), Decimal(0)))) if some else ""


def spending_per_year(b: Beoordeling) -> Uitgaven | None:
    """All spending, when year, source and amount of every item are known; else None."""
    posten = list(b.punt(Financien).kosten)
    if not posten or not all(
        p.jaar.bekend and p.dekking.bekend and p.bedrag.bekend for p in posten
    ):
        return None
    rows = tuple(
        (str(p.jaar.waarde), DEKKING.show(p.dekking.waarde), p.bedrag.waarde)
        for p in posten
        if p.bedrag.waarde
    )
    jaren = tuple(sorted({jaar for jaar, _, _ in rows}))
    return Uitgaven(jaren, tuple(dict.fromkeys(d for _, d, _ in rows)), rows)


def _sum(posten: list[Kostenpost]) -> Bedrag:
    return Bedrag(sum((p.bedrag.waarde.euro for p in posten if p.bedrag.waarde), Decimal(0)))


def per_kilometre(aantal: Aantal, lengte: Aantal) -> str:
    """People per kilometre of a line, as the sources compare missions; derived, not quoted."""
    low, high = (round(n / lengte.hoog) for n in (aantal.laag, aantal.hoog))
    return f"{Aantal(low, high)} per kilometer (afgeleid)"


def _densities(b: Beoordeling) -> Iterator[Berekend]:
    for i, rij in enumerate(b.punt(Haalbaarheid).vergelijkingen, 1):
        omvang, lengte = rij.omvang.waarde, rij.lengte_km.waarde
        if omvang and lengte and lengte.hoog:
            wat, jaar = rij.missie_elders.waarde or i, rij.jaar.waarde or "jaar onbekend"
            feit = Feit(Staat.BEKEND, per_kilometre(omvang, lengte))
            naam = f"haalbaarheid.dichtheid.{i}"
            yield Berekend(naam, f"Dichtheid van {wat} ({jaar})", "haalbaarheid", feit)
    lengte = b.punt(PolitiekeContext).bestand.lengte_km.waarde
    for i, operatie in enumerate(b.punt(Operatie).operaties, 1):
        cijfer = operatie.omvang_missie
        aantal = cijfer.waarde.waarde.waarde if cijfer.waarde.waarde else None
        people = (cijfer.eenheid.waarde or "").startswith("militair")
        if people and isinstance(aantal, Aantal) and lengte and lengte.hoog:
            feit = Feit(Staat.BEKEND, per_kilometre(aantal, lengte))
            label = "Dichtheid van de missie langs de bestandslijn"
            yield Berekend(f"operatie.dichtheid.{i}", label, "operatie", feit)
