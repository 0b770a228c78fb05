"""All numbers and orderings of a report, computed once: no format counts for itself."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from toetsingskader.rapport.termijn import is_verstreken, parse_termijn
from toetsingskader.toetsing import (
    Bestemming,
    Bevinding,
    Ernst,
    OpenVraag,
    Puntverslag,
    Toestand,
    Toetsing,
)
from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand

_PIJLERS = ("willen", "mogen", "kunnen")
_BELET = (Ernst.ONGELDIG, Ernst.TEGENSTRIJDIG, Ernst.ONTBREEKT)

NIEMAND = "niemand aangewezen"


@dataclass(frozen=True)
class Verhouding:
    """A count that always carries its denominator."""

    deel: int
    geheel: int
    enkelvoud: str
    meervoud: str
    gedaan: str = ""
    """What was done to them, such as "ingevuld"."""

    @property
    def kort(self) -> str:
        """Such as "3 van 8", for a cell whose head names the denominator."""
        return f"{self.deel} van {self.geheel}" if self.geheel else "niet gevraagd"

    @property
    def zin(self) -> str:
        """Such as "3 van 8 gevraagde punten ingevuld"; of nothing there is no part to speak of."""
        if self.geheel:
            return f"{self} {self.gedaan}"
        return f"{self.meervoud.rpartition(' ')[2]} voor deze brief niet gevraagd"

    @property
    def noemer(self) -> str:
        """Such as "gevraagde punten"."""
        return self.enkelvoud if self.geheel == 1 else self.meervoud

    def __str__(self) -> str:
        return f"{self.kort} {self.noemer}"


@dataclass(frozen=True)
class Taak:
    """What one party has to do."""

    wie: str
    belet: int
    let_op: int
    open_vragen: int
    termijn: str
    """Earliest deadline of its open questions; empty when none has one."""
    verstreken: bool


@dataclass(frozen=True)
class Punttelling:
    """How many blocking findings one point (or the dossier) has."""

    punt: Puntverslag | None
    titel: str
    aantal: int
    wie: str
    """Who acts on most of them."""


@dataclass(frozen=True)
class Pijler:
    """One of willen, mogen, kunnen with its points."""

    naam: str
    punten: tuple[Puntverslag, ...]
    ingevuld: Verhouding
    beantwoord: Verhouding

    @property
    def titel(self) -> str:
        """With a capital."""
        return self.naam[:1].upper() + self.naam[1:]


@dataclass(frozen=True)
class Samenvatting:
    """What every format says first."""

    punten: Verhouding
    vragen: Verhouding
    niet_van_toepassing: int
    niet_gevraagd: int
    ernst: tuple[tuple[Ernst, int], ...]
    """Every severity with its number of findings that nobody accepted, worst first."""
    volgens_bron: int
    """How many of the contradictions are only a publication's judgement."""
    belet: tuple[Bevinding, ...]
    belet_voorop: tuple[Bevinding, ...]
    """Those of `belet` to show in full: unreadable or contradictory."""
    ontbreekt_per_punt: tuple[Punttelling, ...]
    open: tuple[Bevinding, ...]
    """Findings nobody accepted, worst first, then in the order of the record."""
    aanvaard: tuple[Bevinding, ...]
    open_vragen: int
    verstreken_vragen: int
    vraag_is_bevinding: bool
    """Whether open questions are among the findings too, so that a reader does not add them up."""
    taken: tuple[Taak, ...]
    pijlers: tuple[Pijler, ...]
    buiten_brief: int
    """Number of facts that may not stand in the letter."""
    parafen: Verhouding
    """The needed approvals that are valid."""
    parafen_geregistreerd: bool
    niet_akkoord: tuple[Paraafstand, ...]
    """Who refuses."""
    vervallen: tuple[Paraafstand, ...]
    """The approvals that do not hold any more, for the point says something else now."""


def vat_samen(toetsing: Toetsing) -> Samenvatting:
    """Compute everything that more than one format shows."""
    open_ = [b for b in toetsing.bevindingen if b.aanvaard is None]
    belet = toetsing.belet_definitief
    vragen = _vragen(toetsing)
    gegevens = [*toetsing.dossier_gegevens, *(g for p in toetsing.punten for g in p.gegevens)]
    buiten = [p for p in toetsing.punten if not p.gevraagd]
    nvt = [p for p in toetsing.punten if p.gevraagd and p not in toetsing.gevraagd]
    return Samenvatting(
        punten=_ingevuld(toetsing.gevraagd),
        vragen=_beantwoord(toetsing.gevraagd),
        niet_van_toepassing=len(nvt),
        niet_gevraagd=len(buiten),
        ernst=tuple((ernst, toetsing.aantal(ernst)) for ernst in Ernst),
        volgens_bron=sum(b.alleen_bron for b in open_),
        belet=belet,
        belet_voorop=tuple(sorted((b for b in belet if b.ernst is not Ernst.ONTBREEKT), key=_rang)),
        ontbreekt_per_punt=_per_punt(toetsing, [b for b in belet if b.ernst is Ernst.ONTBREEKT]),
        open=tuple(sorted(open_, key=_rang)),
        aanvaard=tuple(b for b in toetsing.bevindingen if b.aanvaard is not None),
        open_vragen=len(vragen),
        verstreken_vragen=sum(is_verstreken(v.uiterlijk, toetsing.peildatum) for v in vragen),
        vraag_is_bevinding=any(eigen_bevindingen(p) != p.bevindingen for p in toetsing.punten),
        taken=_taken(toetsing),
        pijlers=_pijlers(toetsing),
        buiten_brief=sum(g.bestemming is not Bestemming.BRIEF for g in gegevens),
        parafen=_parafen(toetsing.parafen),
        parafen_geregistreerd=any(map(is_registered, toetsing.parafen)),
        niet_akkoord=tuple(p for p in toetsing.parafen if p.staat is Paraafstaat.NIET_AKKOORD),
        vervallen=tuple(p for p in toetsing.parafen if p.staat is Paraafstaat.VERVALLEN),
    )


def eigen_bevindingen(punt: Puntverslag) -> tuple[Bevinding, ...]:
    """The findings of a point without those that only repeat one of its open questions."""
    vragen = tuple(f": {v.vraag}" for v in punt.open_vragen)
    return tuple(b for b in punt.bevindingen if not b.tekst.endswith(vragen))


def eerste_termijn(samenvatting: Samenvatting) -> str:
    """The earliest deadline of all open questions; empty when there is none."""
    return min((t.termijn for t in samenvatting.taken if t.termijn), key=deadline_order, default="")


def vragen_op_termijn(toetsing: Toetsing) -> tuple[OpenVraag, ...]:
    """All open questions that have a deadline, the first one first."""
    vragen = (v for v in _vragen(toetsing) if v.uiterlijk)
    return tuple(sorted(vragen, key=lambda v: deadline_order(v.uiterlijk)[0]))


def _vragen(toetsing: Toetsing) -> list[OpenVraag]:
    """The open questions of the points that this letter asks."""
    return [v for p in toetsing.gevraagd for v in p.open_vragen]


def _rang(bevinding: Bevinding) -> int:
    return bevinding.ernst.rang


def _ingevuld(punten: Iterable[Puntverslag]) -> Verhouding:
    lijst = list(punten)
    klaar = sum(p.toestand is Toestand.INGEVULD for p in lijst)
    return Verhouding(klaar, len(lijst), "gevraagd punt", "gevraagde punten", "ingevuld")


def _beantwoord(punten: Iterable[Puntverslag]) -> Verhouding:
    lijst = list(punten)
    return Verhouding(
        sum(p.beantwoord for p in lijst),
        sum(p.vereist for p in lijst),
        "vereiste vraag",
        "vereiste vragen",
        "beantwoord",
    )


def is_registered(stand: Paraafstand) -> bool:
    """Whether anybody said anything; else it is only needed."""
    return stand.staat is not Paraafstaat.ONTBREEKT


def _parafen(parafen: Iterable[Paraafstand]) -> Verhouding:
    nodig = [p for p in parafen if p.nodig]
    geldig = sum(p.staat is Paraafstaat.GELDIG for p in nodig)
    return Verhouding(geldig, len(nodig), "vereiste paraaf", "vereiste parafen", "geldig")


def _per_punt(toetsing: Toetsing, bevindingen: list[Bevinding]) -> tuple[Punttelling, ...]:
    rest = list(bevindingen)
    rijen = []
    for p in toetsing.punten:
        if own := [b for b in bevindingen if b.punt == p.sleutel]:
            rijen.append(Punttelling(p, p.titel, len(own), _most(own)))
            rest = [b for b in rest if b.punt != p.sleutel]
    if rest:
        rijen.append(Punttelling(None, "het dossier als geheel", len(rest), _most(rest)))
    return tuple(rijen)


def _most(bevindingen: list[Bevinding]) -> str:
    """Who acts on most of these; the first of equals."""
    telling = Counter(wie for b in bevindingen for wie in b.wie or (NIEMAND,))
    return max(telling, key=lambda wie: telling[wie])


def _taken(toetsing: Toetsing) -> tuple[Taak, ...]:
    belet: Counter[str] = Counter()
    let_op: Counter[str] = Counter()
    for b in toetsing.bevindingen:
        teller = belet if b.ernst in _BELET else let_op
        if b.aanvaard is None and b.ernst is not Ernst.TER_INFORMATIE:
            teller.update(dict.fromkeys(b.wie or (NIEMAND,), 1))
    termijnen: dict[str, list[str]] = {}
    for vraag in _vragen(toetsing):
        termijnen.setdefault(vraag.wie or NIEMAND, []).append(vraag.uiterlijk)
    taken = (
        _taak(wie, belet[wie], let_op[wie], termijnen.get(wie, []), toetsing.peildatum)
        for wie in {*belet, *let_op, *termijnen}
    )
    return tuple(sorted(taken, key=_urgency))


def _taak(wie: str, belet: int, let_op: int, termijnen: list[str], peildatum: str) -> Taak:
    eerste = min(filter(None, termijnen), key=deadline_order, default="")
    return Taak(wie, belet, let_op, len(termijnen), eerste, is_verstreken(eerste, peildatum))


def deadline_order(termijn: str) -> tuple[tuple[int, int, int], str]:
    """What deadlines are sorted by; without a day that can be read it comes last."""
    return parse_termijn(termijn) or (9999, 99, 99), termijn


def _urgency(taak: Taak) -> tuple[object, ...]:
    """Earliest deadline first, then who blocks most, then by name; nobody comes last."""
    return (taak.wie == NIEMAND, deadline_order(taak.termijn)[0], -taak.belet, taak.wie)


def _pijlers(toetsing: Toetsing) -> tuple[Pijler, ...]:
    namen = sorted(
        {p.pijler for p in toetsing.punten},
        key=lambda naam: (_PIJLERS.index(naam) if naam in _PIJLERS else len(_PIJLERS), naam),
    )
    return tuple(_pijler(naam, toetsing) for naam in namen)


def _pijler(naam: str, toetsing: Toetsing) -> Pijler:
    punten = tuple(p for p in toetsing.punten if p.pijler == naam)
    gevraagd = [p for p in toetsing.gevraagd if p.pijler == naam]
    return Pijler(naam, punten, _ingevuld(gevraagd), _beantwoord(gevraagd))
