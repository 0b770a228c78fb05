"""The rule book: one visible table of rules, and `check`, which holds a record against it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from toetsingskader.kader import (
    EIGENAAR_DOSSIER,
    PROZA_SOORTEN,
    PUNTEN,
    SECRETARIS,
    Beoordeling,
)
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.berekend import computed
from toetsingskader.kader.veld import Briefsoort, Vereist
from toetsingskader.regels import (
    artikel,
    besluit,
    brieven,
    cijfers,
    duur,
    eenheden,
    financien,
    landen,
    mandaat,
    oekraine,
    opbouw,
    operatie,
    opmaak,
    opties,
    organen,
    parafen,
    parlement,
    tekst,
    verwijzingen,
)
from toetsingskader.regels.aanvaarding import accept
from toetsingskader.regels.gegevens import facts
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.verslag import planning, report
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.regels.volledigheid import Leemte, Meetlat
from toetsingskader.source import Pad, dotted
from toetsingskader.toetsing import (
    Bevinding,
    Ernst,
    NietBeoordeeld,
    Plaats,
    Toetsing,
    Voorwaarde,
)
from toetsingskader.validation import unreadable_fields

REGELS: tuple[Regel, ...] = (
    *artikel.REGELS,
    *besluit.REGELS,
    *brieven.REGELS,
    *opties.REGELS,
    *parlement.REGELS,
    *mandaat.REGELS,
    *operatie.REGELS,
    *eenheden.REGELS,
    *landen.REGELS,
    *duur.REGELS,
    *financien.REGELS,
    *cijfers.REGELS,
    *verwijzingen.REGELS,
    *opbouw.REGELS,
    *tekst.REGELS,
    *opmaak.REGELS,
    *organen.REGELS,
    *parafen.REGELS,
    *oekraine.REGELS,
)
"""Every rule there is; codes are permanent and never used again for something else."""

_EXTRA: dict[str, dict[str, Vereist]] = {oekraine.REGELSET: oekraine.VEREIST}
WAARSCHUWING = (
    "De lijst van aandachtspunten is een werklijst. Zij is nog niet vergeleken met de bijlage bij "
    "Kamerstuk 29 521, D, waarin het Toetsingskader 2014 staat; nummers, volgorde en bewoording "
    "kunnen daarvan afwijken."
)


def check(
    beoordeling: Beoordeling,
    gelezen: Iterable[Bevinding],
    soort: Briefsoort,
    optie: str | None = None,
) -> Toetsing:
    """Hold a record against the framework and the rules for one kind of letter.

    `gelezen` are the findings from reading the files. With `optie` it is the record when that
    option is taken; the options are compared in any case. Raises nothing: all that is wrong in a
    record is a finding.
    """
    taken = beoordeling.voor_optie(optie)
    toetser = _Toetser(taken, soort)
    toetsing = toetser.result(toetser.findings(gelezen))

    def judge(b: Beoordeling) -> opties.Oordeel:
        if b is taken:
            return toetsing.bevindingen, toetsing.voorwaarden
        other = _Toetser(b, soort)
        return other.findings(), other.conditions()

    side_by_side = opties.compare(beoordeling, judge)
    titels = {o.sleutel.waarde: o.titel.waarde or "" for o in beoordeling.dossier.opties}
    return replace(toetsing, opties=side_by_side, optie=titels.get(optie, ""))


class _Toetser:
    """Runs the rules and gathers what they say."""

    def __init__(self, b: Beoordeling, soort: Briefsoort) -> None:
        self.b = b = replace(b, gevraagd=soort)
        self.soort = soort
        self.regelsets = tuple(b.dossier.regelsets)
        self.unreadable = [_join(sleutel, pad) for sleutel, pad in unreadable_fields(b)]
        self._sets_unknown = (
            any(_touches("dossier.regelsets", u) for u in self.unreadable)
            or b.dossier.regelsets.staat is Staat.ONBEKEND
        )

        self.regels, self.skipped = self._select()
        self.codes = frozenset(n.code for n in self.skipped)
        meetlat = self._measure(self.regels)
        self.maten = {sleutel: meetlat.punt(sleutel) for sleutel in PUNTEN}
        self.leemten = [*meetlat.dossier(), *(x for m in self.maten.values() for x in m.leemten)]

    def findings(self, gelezen: Iterable[Bevinding] = ()) -> tuple[Bevinding, ...]:
        """What is missing and what the rules say, with what was found while reading."""
        found = [*gelezen, *(self._of_gap(x) for x in self.leemten)]
        for regel in self.regels:
            found += [self._of_rule(regel, m) for m in regel.functie(self.b) if self._applies(m)]
        return tuple(sorted(accept(self.b, found, self.codes), key=_order))

    def conditions(self) -> tuple[Voorwaarde, ...]:
        """The panel of minimal conditions; nothing without the rule set that has them."""
        in_set = oekraine.REGELSET in self.regelsets
        return tuple(oekraine.panel(self.b, self.codes)) if in_set else ()

    def _select(self) -> tuple[list[Regel], tuple[NietBeoordeeld, ...]]:
        """The rules that hold for this record, and those that cannot look."""
        regels, skipped = [], []
        for regel in REGELS:
            sets_unknown = bool(regel.regelset) and self._sets_unknown
            other_set = regel.regelset and regel.regelset not in self.regelsets
            if not regel.geldt(self.soort) or (other_set and not sets_unknown):
                continue
            if sets_unknown or any(
                _touches(veld, u) for veld in regel.leest for u in self.unreadable
            ):
                skipped.append(NietBeoordeeld(regel.code, regel.zin))
            else:
                regels.append(regel)
        return regels, tuple(skipped)

    def _applies(self, melding: Melding) -> bool:
        """A point that does not apply is not spoken about."""
        punt = self.b.punten.get(melding.sleutel)
        return punt is None or not punt.nvt.bekend or melding.pad[:1] == ("nvt",)

    def _measure(self, regels: list[Regel]) -> Meetlat:
        extra: dict[str, Vereist] = {}
        for naam in self.regelsets:
            extra |= _EXTRA[naam]
        return Meetlat(self.b, self.soort, extra, frozenset(r.vervangt for r in regels))

    def _owner(self, sleutel: str) -> str:
        punt = self.b.punten.get(sleutel)
        if punt is not None:
            return punt.eigenaar
        return SECRETARIS if sleutel in ("bronnen", "parafen") else EIGENAAR_DOSSIER

    def _of_gap(self, leemte: Leemte) -> Bevinding:
        return Bevinding(
            leemte.code,
            Ernst.ONTBREEKT,
            self._place(leemte.sleutel, leemte.pad),
            leemte.tekst,
            (leemte.wie or self._owner(leemte.sleutel),),
            punt=leemte.sleutel if leemte.sleutel in PUNTEN else None,
            veld=_join(leemte.sleutel, leemte.pad),
        )

    def _of_rule(self, regel: Regel, melding: Melding) -> Bevinding:
        return Bevinding(
            regel.code,
            melding.ernst or regel.ernst,
            self._place(melding.sleutel, melding.pad),
            melding.tekst,
            self._who(regel, melding),
            regel.maatstaf,
            regel.bron,
            punt=next((s for s in (melding.over, melding.sleutel) if s in PUNTEN), None),
            veld=_join(melding.sleutel, melding.pad),
        )

    def _who(self, regel: Regel, melding: Melding) -> tuple[str, ...]:
        """The owner of the point, of the other point of a contradiction, and others by the rule."""
        contradicts = (melding.ernst or regel.ernst) is Ernst.TEGENSTRIJDIG
        others = regel.beide_eigenaren if contradicts else ()
        owners = (self._owner(s) for s in (melding.over or melding.sleutel, *others))
        return tuple(dict.fromkeys((*owners, *regel.ook, *((melding.wie,) if melding.wie else ()))))

    def _place(self, sleutel: str, pad: Pad) -> Plaats:
        if pad[:1] == (TEKST,) and sleutel in self.b.proza:
            return self.b.place_in_prose(sleutel, int(pad[1]) if len(pad) > 1 else 0)
        return self.b.place(sleutel, pad)

    def result(self, bevindingen: tuple[Bevinding, ...]) -> Toetsing:
        """Everything that reports and letters need, with these findings."""
        b, dossier = self.b, self.b.dossier
        per_point: dict[str | None, list[Bevinding]] = defaultdict(list)
        for bevinding in bevindingen:
            per_point[bevinding.punt].append(bevinding)
        conditions, berekend = self.conditions(), tuple(computed(b))
        return Toetsing(
            slug=b.slug,
            titel=dossier.titel.waarde or b.slug,
            map=b.map,
            briefsoort=self.soort.label,
            peildatum=str(dossier.peildatum.waarde or ""),
            uitkomst=(dossier.besluit.uitkomst.waarde or "").replace("_", " "),
            regelsets=self.regelsets,
            fictief=dossier.fictief.waarde == "ja",
            waarschuwing=WAARSCHUWING,
            punten=tuple(
                report(b, sleutel, self.maten[sleutel], tuple(per_point[sleutel]), berekend)
                for sleutel in PUNTEN
            ),
            bevindingen=bevindingen,
            voorwaarden=conditions,
            voorwaarden_bron=oekraine.VOORWAARDEN_BRON if conditions else "",
            niet_beoordeeld=self.skipped,
            dossier_gegevens=tuple(facts(dossier, b.bronnen)),
            gevraagd_besluit=dossier.beslisnota.geadviseerd_besluit.waarde or "",
            planning=tuple(planning(dossier)),
            parafen=tuple(parafen.states(b, self._asked())),
        )

    def _asked(self) -> tuple[str, ...]:
        """The points, and the prose that is no point, that count for this letter."""
        prose = (s for s, soorten in PROZA_SOORTEN.items() if self.soort.letter in soorten)
        points = (s for s, maat in self.maten.items() if maat.gevraagd)
        return (*prose, *(s for s in points if not self.b.punten[s].nvt.bekend))


def _join(sleutel: str, pad: Pad) -> str:
    return ".".join(part for part in (sleutel, dotted(pad)) if part)


def _touches(veld: str, other: str) -> bool:
    return veld == other or veld.startswith(f"{other}.") or other.startswith(f"{veld}.")


def _order(bevinding: Bevinding) -> tuple[Plaats, str, str]:
    return bevinding.plaats, bevinding.code, bevinding.tekst
