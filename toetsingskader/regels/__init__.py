"""The rule book: one visible table of rules, and `check`, which holds a record against it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from toetsingskader.kader import EIGENAAR_DOSSIER, PUNTEN, SECRETARIS, Beoordeling
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.dossier import AanvaardeBevinding
from toetsingskader.kader.veld import Briefsoort, Vereist
from toetsingskader.regels import eenheden, mandaat, oekraine, opbouw, opmaak, organen, verwijzingen
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.verslag import facts, report
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.regels.volledigheid import Leemte, Meetlat, Volledigheid, dotted
from toetsingskader.source import Pad
from toetsingskader.toetsing import (
    Aanvaarding,
    Bevinding,
    Ernst,
    NietBeoordeeld,
    Plaats,
    Toetsing,
)
from toetsingskader.validation import unreadable_fields

REGELS: tuple[Regel, ...] = (
    *mandaat.REGELS,
    *eenheden.REGELS,
    *verwijzingen.REGELS,
    *opbouw.REGELS,
    *opmaak.REGELS,
    *organen.REGELS,
    *oekraine.REGELS,
)
"""Every rule there is; codes are permanent and never used again for something else."""

_EXTRA: dict[str, dict[str, Vereist]] = {oekraine.REGELSET: oekraine.VEREIST}
WAARSCHUWING = (
    "De lijst van aandachtspunten is een werklijst. Zij is nog niet vergeleken met de bijlage bij "
    "Kamerstuk 29 521, D, waarin het Toetsingskader 2014 staat; nummers, volgorde en bewoording "
    "kunnen daarvan afwijken."
)


def check(beoordeling: Beoordeling, gelezen: Iterable[Bevinding], soort: Briefsoort) -> Toetsing:
    """Hold a record against the framework and the rules for one kind of letter.

    `gelezen` are the findings from reading the files. Raises nothing: all that is wrong in a
    record is a finding.
    """
    return _Toetser(beoordeling, soort).run(gelezen)


class _Toetser:
    """Runs the rules and gathers what they say."""

    def __init__(self, b: Beoordeling, soort: Briefsoort) -> None:
        self.b = b
        self.soort = soort
        self.regelsets = tuple(b.dossier.regelsets)
        self.unreadable = [_join(sleutel, pad) for sleutel, pad in unreadable_fields(b)]
        self._sets_unknown = (
            any(_touches("dossier.regelsets", u) for u in self.unreadable)
            or b.dossier.regelsets.staat is Staat.ONBEKEND
        )

    def run(self, gelezen: Iterable[Bevinding]) -> Toetsing:
        """All steps in order."""
        regels, skipped = self._select()
        meetlat = self._measure(regels)
        maten = {sleutel: meetlat.punt(sleutel) for sleutel in PUNTEN}
        leemten = [*meetlat.dossier(), *(x for maat in maten.values() for x in maat.leemten)]
        found = [*gelezen, *(self._of_gap(x) for x in leemten)]
        for regel in regels:
            found += [self._of_rule(regel, m) for m in regel.functie(self.b) if self._applies(m)]
        codes = frozenset(n.code for n in skipped)
        bevindingen = tuple(sorted(self._accept(found, codes), key=_order))
        return self._result(bevindingen, maten, skipped)

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
        return SECRETARIS if sleutel == "bronnen" else EIGENAAR_DOSSIER

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
            (self._owner(melding.sleutel),),
            regel.maatstaf,
            regel.bron,
            punt=melding.sleutel if melding.sleutel in PUNTEN else None,
            veld=_join(melding.sleutel, melding.pad),
        )

    def _place(self, sleutel: str, pad: Pad) -> Plaats:
        if pad[:1] == (TEKST,) and sleutel in self.b.proza:
            return self.b.place_in_prose(sleutel, int(pad[1]) if len(pad) > 1 else 0)
        return self.b.place(sleutel, pad)

    def _accept(self, found: list[Bevinding], skipped: frozenset[str]) -> Iterator[Bevinding]:
        """Mark what dossier.yaml accepts; accepting what does not occur is a finding itself.

        Of a rule that was `skipped` nobody knows whether its finding still occurs.
        """
        rijen = list(enumerate(self.b.dossier.aanvaarde_bevindingen))
        used: set[int] = set()
        for bevinding in found:
            hits = [(i, r) for i, r in rijen if _accepts(r, bevinding)]
            used |= {i for i, _ in hits}
            valid = [r for _, r in hits if _complete(r) and not self._expired(r)]
            yield replace(bevinding, aanvaard=_acceptance(valid[0])) if valid else bevinding
        for i, rij in rijen:
            gone = i not in used and rij.code.bekend and rij.code.waarde not in skipped
            if gone:
                yield self._about_acceptance(
                    i,
                    "AANVAARD-NIET-GEVONDEN",
                    f"De aanvaarde bevinding {rij.code.waarde} bij '{rij.plaats.waarde}' komt niet "
                    "(meer) voor. Haal deze regel weg, of corrigeer de code of de plaats.",
                )
            elif i in used and not _complete(rij):
                yield self._about_acceptance(
                    i,
                    "AANVAARD-ONVOLLEDIG",
                    f"De aanvaarding van {rij.code.waarde} telt nog niet mee. Vul 'reden', "
                    "'besloten_door' en 'op' alle drie in; 'onbekend' is hier niet genoeg.",
                )
            elif self._expired(rij):
                yield self._about_acceptance(
                    i,
                    "AANVAARD-VERLOPEN",
                    f"De aanvaarding van {rij.code.waarde} gold tot {rij.tot.waarde}. Los de "
                    "bevinding op, of laat haar opnieuw aanvaarden.",
                )

    def _expired(self, rij: AanvaardeBevinding) -> bool:
        tot, peildatum = rij.tot.waarde, self.b.peildatum
        return bool(tot and peildatum and tot.tot_en_met < peildatum)

    def _about_acceptance(self, i: int, code: str, tekst: str) -> Bevinding:
        pad: Pad = ("aanvaarde_bevindingen", i)
        place = self._place("dossier", pad)
        return Bevinding(
            code, Ernst.LET_OP, place, tekst, (SECRETARIS,), veld=_join("dossier", pad)
        )

    def _result(
        self,
        bevindingen: tuple[Bevinding, ...],
        maten: dict[str, Volledigheid],
        skipped: tuple[NietBeoordeeld, ...],
    ) -> Toetsing:
        b, dossier = self.b, self.b.dossier
        per_point: dict[str | None, list[Bevinding]] = defaultdict(list)
        for bevinding in bevindingen:
            per_point[bevinding.punt].append(bevinding)
        codes = frozenset(n.code for n in skipped)
        in_ukraine = oekraine.REGELSET in self.regelsets
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
                report(b, sleutel, maten[sleutel], tuple(per_point[sleutel])) for sleutel in PUNTEN
            ),
            bevindingen=bevindingen,
            voorwaarden=tuple(oekraine.panel(b, codes)) if in_ukraine else (),
            voorwaarden_bron=oekraine.VOORWAARDEN_BRON if in_ukraine else "",
            niet_beoordeeld=skipped,
            dossier_gegevens=tuple(facts(dossier)),
        )


_FILE = re.compile(r"^(?:.*/)?([a-z-]+)\.(?:md|yaml)(?::\d+)*$")


def _join(sleutel: str, pad: Pad) -> str:
    return ".".join(part for part in (sleutel, dotted(pad)) if part)


def _touches(veld: str, other: str) -> bool:
    return veld == other or veld.startswith(f"{other}.") or other.startswith(f"{veld}.")


def _accepts(rij: AanvaardeBevinding, bevinding: Bevinding) -> bool:
    if bevinding.ernst is Ernst.ONGELDIG or rij.code.waarde != bevinding.code:
        return False
    # People copy the place from the screen: the file, perhaps with line and column.
    plaats = _FILE.sub(r"\1", rij.plaats.waarde or "")
    return plaats == bevinding.veld or bevinding.veld.startswith(f"{plaats}.")


def _complete(rij: AanvaardeBevinding) -> bool:
    return rij.reden.bekend and rij.besloten_door.bekend and rij.op.bekend


def _acceptance(rij: AanvaardeBevinding) -> Aanvaarding:
    return Aanvaarding(
        rij.reden.waarde or "", rij.besloten_door.waarde or "", str(rij.op.waarde or "")
    )


def _order(bevinding: Bevinding) -> tuple[Plaats, str, str]:
    return bevinding.plaats, bevinding.code, bevinding.tekst
