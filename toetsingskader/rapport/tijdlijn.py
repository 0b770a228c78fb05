"""What is still to come, by date: steps of the planning and deadlines of open questions."""

from dataclasses import dataclass
from datetime import date

from toetsingskader.rapport.termijn import is_verstreken
from toetsingskader.rapport.zinnen import aantal
from toetsingskader.toetsing import OpenVraag, Toetsing
from toetsingskader.waarden.datum import Datum, as_day, parse_datum

_HOOGTE = 30
"""Of the highest column of open questions in the picture."""
_KLEINSTE = 4


@dataclass(frozen=True)
class Moment:
    """One date as it is written, with everything that falls on it."""

    datum: str
    exact: bool
    """Whether it is one day; else it is a month or longer, drawn as a stretch."""
    stappen: tuple[str, ...]
    vragen: int
    wie: tuple[str, ...]
    """Who answers the open questions."""
    verstreken: bool
    links: float
    """Where it begins in the picture, in percents of the width."""
    rechts: float
    hoogte: int
    """Of the column of open questions; 0 when there are none."""

    @property
    def inhoud(self) -> str:
        """What falls on it in words, such as "ministerraad, 2 open vragen, verstreken"."""
        vragen = aantal(self.vragen, "open vraag", "open vragen") if self.vragen else ""
        onzeker = "" if self.exact else "geen precieze dag"
        verstreken = "verstreken" if self.verstreken else ""
        return ", ".join(filter(None, (*self.stappen, vragen, onzeker, verstreken)))


@dataclass(frozen=True)
class Tijdlijn:
    """The moments in the order in which they end at the latest, as deadlines go."""

    momenten: tuple[Moment, ...]
    begin: str
    """The first day of the line."""
    eind: str
    """The last one."""

    @property
    def met_stappen(self) -> bool:
        """Whether any step of the planning is on it."""
        return any(m.stappen for m in self.momenten)

    @property
    def met_vragen(self) -> bool:
        """Whether any open question is on it."""
        return any(m.vragen for m in self.momenten)

    @property
    def titel(self) -> str:
        """What the picture shows, in a few words."""
        return f"Tijdlijn van {self.begin} tot en met {self.eind}"


def tijdlijn(toetsing: Toetsing) -> Tijdlijn | None:
    """The timeline; None with fewer than two dates, for then there is no line to draw."""
    stappen: dict[str, list[str]] = {}
    vragen: dict[str, list[OpenVraag]] = {}
    for stap in toetsing.planning:
        stappen.setdefault(stap.datum, []).append(stap.stap)
    for vraag in (v for p in toetsing.punten for v in p.open_vragen):
        vragen.setdefault(vraag.uiterlijk, []).append(vraag)
    gelezen = filter(None, map(_read, {*stappen, *vragen}))
    data = sorted(gelezen, key=lambda d: (d.tot_en_met, d.van, d.tekst))
    if len(data) < 2:
        return None
    begin, eind = min(d.van for d in data), data[-1].tot_en_met
    meeste = max(len(vragen.get(d.tekst, ())) for d in data)
    return Tijdlijn(
        tuple(
            Moment(
                datum=d.tekst,
                exact=d.exact,
                stappen=tuple(stappen.get(d.tekst, ())),
                vragen=len(open_ := vragen.get(d.tekst, [])),
                wie=tuple(sorted({v.wie for v in open_ if v.wie}, key=str.casefold)),
                verstreken=is_verstreken(d.tekst, toetsing.peildatum),
                links=_place(d.van, begin, eind),
                rechts=_place(d.tot_en_met, begin, eind),
                hoogte=max(_KLEINSTE, _HOOGTE * len(open_) // meeste) if open_ else 0,
            )
            for d in data
        ),
        as_day(begin),
        as_day(eind),
    )


def _read(tekst: str) -> Datum | None:
    """The date with its text as it came, which is what others ask for it by."""
    try:
        gelezen = parse_datum(tekst)
    except ValueError:
        return None
    return Datum(gelezen.van, gelezen.tot_en_met, tekst)


def _place(dag: date, begin: date, eind: date) -> float:
    """Between 3 and 97 percent, so that nothing is cut off at the ends."""
    return round(3 + 94 * (dag - begin).days / (eind - begin).days, 1)
