"""All assessments side by side: a row of plain values for each, so that a thousand fit."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from toetsingskader.rapport.json_formaat import escape_controls
from toetsingskader.rapport.samenvatting import (
    Samenvatting,
    deadline_order,
    eerste_termijn,
    vat_samen,
)
from toetsingskader.rapport.termijn import is_verstreken
from toetsingskader.rapport.zinnen import aantal
from toetsingskader.toetsing import Ernst, Planstap, Toetsing

VERSIE = 1
"""Of the JSON; goes up when a key changes meaning or disappears."""


@dataclass(frozen=True)
class Overzichtsrij:
    """Where one assessment stands, or why it could not be read."""

    slug: str
    map: str
    titel: str
    fictief: bool = False
    briefsoort: str = ""
    besluit: str = ""
    """The state of the decision."""
    peildatum: str = ""
    ingevuld: int = 0
    gevraagd: int = 0
    houdt_tegen: int = 0
    """What keeps a final letter back: of which unreadable, contradictory or missing."""
    ongeldig: int = 0
    tegenstrijdig: int = 0
    ontbreekt: int = 0
    let_op: int = 0
    niet_akkoord: int = 0
    """How many offices refuse."""
    termijn: str = ""
    """The next deadline: of an open question, or of a step in the planning."""
    termijn_van: str = ""
    """What is due then: "open vraag", or the step."""
    verstreken: bool = False
    """Whether that lies before the peildatum."""
    meeste_open: str = ""
    """Who has most of what keeps the letter back."""
    meeste_aantal: int = 0
    waarschuwing: str = ""
    fout: str = ""
    """Why it could not be read; then only its name is known."""
    code: int = 0
    """The exit code that goes with it."""

    @property
    def naam(self) -> str:
        """What a reader calls it."""
        return f"{self.titel} (fictief)" if self.fictief else self.titel

    @property
    def van_gevraagd(self) -> str:
        """How many points are complete, with the denominator."""
        return f"{self.ingevuld} van {self.gevraagd}" if self.gevraagd else "niet gevraagd"


def rij(toetsing: Toetsing) -> Overzichtsrij:
    """The row of one assessment."""
    s = vat_samen(toetsing)
    eerstvolgend = _next(s, toetsing.planning)
    # The first of equals is the most urgent one.
    meeste = max(s.taken, key=lambda taak: taak.belet, default=None)
    bezet = meeste if meeste and meeste.belet else None
    return Overzichtsrij(
        slug=toetsing.slug,
        map=toetsing.map,
        titel=toetsing.titel,
        fictief=toetsing.fictief,
        briefsoort=toetsing.briefsoort,
        besluit=toetsing.uitkomst,
        peildatum=toetsing.peildatum,
        ingevuld=s.punten.deel,
        gevraagd=s.punten.geheel,
        houdt_tegen=len(s.belet),
        ongeldig=toetsing.aantal(Ernst.ONGELDIG),
        tegenstrijdig=toetsing.aantal(Ernst.TEGENSTRIJDIG),
        ontbreekt=toetsing.aantal(Ernst.ONTBREEKT),
        let_op=toetsing.aantal(Ernst.LET_OP),
        niet_akkoord=len(s.niet_akkoord),
        termijn=eerstvolgend.datum,
        termijn_van=eerstvolgend.stap,
        verstreken=is_verstreken(eerstvolgend.datum, toetsing.peildatum),
        meeste_open=bezet.wie if bezet else "",
        meeste_aantal=bezet.belet if bezet else 0,
        waarschuwing=toetsing.waarschuwing,
    )


def unreadable(naam: str, fout: str, code: int) -> Overzichtsrij:
    """The row of an assessment that could not be opened."""
    slug = naam.rstrip("/").rpartition("/")[2]
    return Overzichtsrij(slug, naam, slug, fout=fout, code=code)


def _next(s: Samenvatting, planning: Iterable[Planstap]) -> Planstap:
    """What is due first; a question comes before a step of the same day."""
    vraag = eerste_termijn(s)
    due = [*([Planstap("open vraag", vraag)] if vraag else []), *planning]
    return min(due, key=lambda d: deadline_order(d.datum)[0], default=Planstap("", ""))


def ordered(rijen: Iterable[Overzichtsrij]) -> list[Overzichtsrij]:
    """The earliest deadline first, then what is kept back most; what could not be read is last."""
    return sorted(
        rijen,
        key=lambda r: (bool(r.fout), deadline_order(r.termijn)[0], -r.houdt_tegen, r.titel, r.map),
    )


def counted(rijen: Sequence[Overzichtsrij]) -> str:
    """How many there are, and how many ask for attention, as one sentence."""
    gelezen = [r for r in rijen if not r.fout]
    delen = [
        aantal(len(rijen), "beoordeling", "beoordelingen"),
        f"{sum(not r.houdt_tegen for r in gelezen)} waarbij niets een definitieve brief tegenhoudt",
        f"{sum(r.tegenstrijdig > 0 for r in gelezen)} met iets tegenstrijdigs",
        f"{sum(r.verstreken for r in gelezen)} met een verstreken termijn",
    ]
    if refused := sum(r.niet_akkoord > 0 for r in gelezen):
        delen.append(f"{refused} waarbij een directie niet akkoord is")
    if fout := len(rijen) - len(gelezen):
        delen.append(f"{fout} niet te lezen")
    return f"{delen[0]}: {'; '.join(delen[1:])}."


def json_overzicht(rijen: Iterable[Overzichtsrij]) -> str:
    """The rows as indented JSON that ends with a newline; texts are unchanged.

    Of what could not be read all but its name and the reason is null.
    """
    lijst = ordered(rijen)
    gelezen = [r for r in lijst if not r.fout]
    inhoud = {
        "versie": VERSIE,
        "waarschuwing": gelezen[0].waarschuwing if gelezen else "",
        "aantal": len(lijst),
        "niet_te_lezen": len(lijst) - len(gelezen),
        "beoordelingen": [_as_data(r) for r in lijst],
    }
    return escape_controls(json.dumps(inhoud, ensure_ascii=False, indent=2)) + "\n"


def _as_data(r: Overzichtsrij) -> dict[str, object]:
    known = ("slug", "map", "titel", "fout")
    shown = {k: v for k, v in asdict(r).items() if k not in ("waarschuwing", "code")}
    return {k: None if r.fout and k not in known else v for k, v in shown.items()}
