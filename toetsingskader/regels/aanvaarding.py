"""Accepting a finding in dossier.yaml: with a reason, an office, a date and perhaps an end.

An accepted finding stays visible; accepting what does not occur is a finding itself.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from toetsingskader.kader import SECRETARIS, Beoordeling
from toetsingskader.kader.dossier import AanvaardeBevinding
from toetsingskader.source import Pad, dotted
from toetsingskader.toetsing import Aanvaarding, Bevinding, Ernst

_FILE = re.compile(r"^(?:.*/)?([a-z-]+)\.(?:md|yaml)(?::\d+)*$")
_NEVER = frozenset({"PARAAF-NIET-AKKOORD"})
"""Codes of findings that nobody can accept for another: only who refused can take it back."""
_TABLE = re.compile(r"^(?:.*/)?(bijlagen/.+\.csv)(?::\d+)*$", re.IGNORECASE)


def accept(b: Beoordeling, found: list[Bevinding], skipped: frozenset[str]) -> Iterator[Bevinding]:
    """The findings, those that dossier.yaml accepts marked, and findings about acceptances.

    Of a rule that was `skipped` nobody knows whether its finding still occurs.
    """
    rijen = list(enumerate(b.dossier.aanvaarde_bevindingen))
    used: set[int] = set()
    for bevinding in found:
        hits = [(i, r) for i, r in rijen if _accepts(r, bevinding)]
        used |= {i for i, _ in hits}
        valid = [r for _, r in hits if _complete(r) and not _expired(b, r)]
        yield replace(bevinding, aanvaard=_acceptance(valid[0])) if valid else bevinding
    for i, rij in rijen:
        known = rij.code.bekend and rij.code.waarde not in skipped
        problem = _problem(b, rij, gone=i not in used and known, used=i in used)
        if problem:
            yield _about(b, i, *problem)


def _problem(
    b: Beoordeling, rij: AanvaardeBevinding, *, gone: bool, used: bool
) -> tuple[str, str] | None:
    """Code and sentence of what is wrong with an acceptance."""
    if rij.code.waarde in _NEVER:
        return (
            "AANVAARD-KAN-NIET",
            f"{rij.code.waarde} kan niet worden aanvaard. Haal deze regel weg; laat de directie "
            "die niet akkoord is haar nieuwe uitkomst geven en registreer die met "
            "'toetsingskader paraaf'.",
        )
    if gone:
        return (
            "AANVAARD-NIET-GEVONDEN",
            f"De aanvaarde bevinding {rij.code.waarde} bij '{rij.plaats.waarde}' komt niet "
            "(meer) voor. Haal deze regel weg, of corrigeer de code of de plaats.",
        )
    if used and not _complete(rij):
        return (
            "AANVAARD-ONVOLLEDIG",
            f"De aanvaarding van {rij.code.waarde} telt nog niet mee. Vul 'reden', "
            "'besloten_door' en 'op' alle drie in; 'onbekend' is hier niet genoeg.",
        )
    if _expired(b, rij):
        return (
            "AANVAARD-VERLOPEN",
            f"De aanvaarding van {rij.code.waarde} gold tot {rij.tot.waarde}. Los de "
            "bevinding op, of laat haar opnieuw aanvaarden.",
        )
    return None


def _about(b: Beoordeling, i: int, code: str, tekst: str) -> Bevinding:
    pad: Pad = ("aanvaarde_bevindingen", i)
    veld = f"dossier.{dotted(pad)}"
    return Bevinding(code, Ernst.LET_OP, b.place("dossier", pad), tekst, (SECRETARIS,), veld=veld)


def _accepts(rij: AanvaardeBevinding, bevinding: Bevinding) -> bool:
    if (
        bevinding.ernst is Ernst.ONGELDIG
        or bevinding.code in _NEVER
        or rij.code.waarde != bevinding.code
    ):
        return False
    # People copy the place from the screen: the file, perhaps with line and column.
    plaats = _FILE.sub(r"\1", rij.plaats.waarde or "")
    tabel = _TABLE.match(plaats)
    if tabel:
        return bevinding.plaats.bestand.endswith(f"/{tabel[1]}")
    return plaats == bevinding.veld or bevinding.veld.startswith(f"{plaats}.")


def _complete(rij: AanvaardeBevinding) -> bool:
    return rij.reden.bekend and rij.besloten_door.bekend and rij.op.bekend


def _expired(b: Beoordeling, rij: AanvaardeBevinding) -> bool:
    tot, peildatum = rij.tot.waarde, b.peildatum
    return bool(tot and peildatum and tot.tot_en_met < peildatum)


def _acceptance(rij: AanvaardeBevinding) -> Aanvaarding:
    return Aanvaarding(
        rij.reden.waarde or "", rij.besloten_door.waarde or "", str(rij.op.waarde or "")
    )
