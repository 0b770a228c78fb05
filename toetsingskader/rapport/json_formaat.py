"""The report as JSON: everything in `Toetsing` and the derived numbers, in a stable shape.

Keys are Dutch and in a fixed order. `versie` goes up when a key changes meaning or disappears; a
new key does not raise it. Texts are unchanged; control characters in them are written as \\uXXXX.

    versie, waarschuwing, fictief
    dossier         slug, titel, map, briefsoort, peildatum, uitkomst, regelsets
    samenvatting    punten {ingevuld, gevraagd, niet_van_toepassing, niet_gevraagd},
                    vragen {beantwoord, vereist}, open_vragen, verstreken_vragen,
                    bevindingen (per ernst, zonder de aanvaarde), aanvaard,
                    tegenstrijdig_volgens_bron, belet_definitief, taken [...], pijlers [...]
    voorwaarden     bron, lijst [...]
    opties          titels, rijen (aspect, then a cell per option); null without options
    parafen         geldig, vereist, niet_akkoord (numbers), lijst [...]
    wijzigingen     since which version: van, tot, delen, parafen {oud, nieuw},
                    bevindingen_erbij, bevindingen_weg; null
                    without an earlier version
    bevindingen     code, ernst, plaats, tekst, wie, maatstaf, bron, punt, aanvaard, veld,
                    belet_definitief
    punten          all of a point; its findings as positions in `bevindingen`, from 0
    niet_beoordeeld, dossier_gegevens
"""

import json
import re
from dataclasses import asdict
from typing import Any

from toetsingskader.rapport.samenvatting import Samenvatting, vat_samen
from toetsingskader.toetsing import Bevinding, Puntverslag, Toetsing
from toetsingskader.toetsing.wijzigingen import Wijzigingen

VERSIE = 1

_NIET_ASCII_STUURTEKEN = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def json_tekst(toetsing: Toetsing) -> str:
    """The report as indented JSON that ends with a newline."""
    s = vat_samen(toetsing)
    inhoud = {
        "versie": VERSIE,
        "waarschuwing": toetsing.waarschuwing,
        "fictief": toetsing.fictief,
        "dossier": {
            "slug": toetsing.slug,
            "titel": toetsing.titel,
            "map": toetsing.map,
            "briefsoort": toetsing.briefsoort,
            "peildatum": toetsing.peildatum,
            "uitkomst": toetsing.uitkomst,
            "regelsets": sorted(toetsing.regelsets),
        },
        "samenvatting": _samenvatting(s),
        "voorwaarden": {
            "bron": toetsing.voorwaarden_bron,
            "lijst": [asdict(v) for v in toetsing.voorwaarden],
        },
        "opties": asdict(toetsing.opties) if toetsing.opties else None,
        "parafen": {
            "geldig": s.parafen.deel,
            "vereist": s.parafen.geheel,
            "niet_akkoord": len(s.niet_akkoord),
            "lijst": [asdict(p) for p in toetsing.parafen],
        },
        "wijzigingen": _wijzigingen(toetsing.wijzigingen),
        "bevindingen": [_bevinding(b, s) for b in toetsing.bevindingen],
        "punten": [_punt(p, toetsing.bevindingen) for p in toetsing.punten],
        "niet_beoordeeld": [asdict(n) for n in toetsing.niet_beoordeeld],
        "dossier_gegevens": [asdict(g) for g in toetsing.dossier_gegevens],
    }
    return escape_controls(json.dumps(inhoud, ensure_ascii=False, indent=2)) + "\n"


def escape_controls(text: str) -> str:
    """JSON in which no character can act on the screen or the text around it."""
    return _NIET_ASCII_STUURTEKEN.sub(lambda m: f"\\u{ord(m.group()):04x}", text)


def _samenvatting(s: Samenvatting) -> dict[str, Any]:
    return {
        "punten": {
            "ingevuld": s.punten.deel,
            "gevraagd": s.punten.geheel,
            "niet_van_toepassing": s.niet_van_toepassing,
            "niet_gevraagd": s.niet_gevraagd,
        },
        "vragen": {"beantwoord": s.vragen.deel, "vereist": s.vragen.geheel},
        "open_vragen": s.open_vragen,
        "verstreken_vragen": s.verstreken_vragen,
        "bevindingen": {ernst.value: n for ernst, n in s.ernst},
        "aanvaard": len(s.aanvaard),
        "tegenstrijdig_volgens_bron": s.volgens_bron,
        "belet_definitief": len(s.belet),
        "taken": [asdict(taak) for taak in s.taken],
        "pijlers": [
            {
                "pijler": p.naam,
                "ingevuld": p.ingevuld.deel,
                "gevraagd": p.ingevuld.geheel,
                "beantwoord": p.beantwoord.deel,
                "vereist": p.beantwoord.geheel,
                "punten": [punt.sleutel for punt in p.punten],
            }
            for p in s.pijlers
        ],
    }


def _wijzigingen(w: Wijzigingen | None) -> dict[str, Any] | None:
    """Findings by code and text: those that went have no place any more."""
    if w is None:
        return None
    lists = {"bevindingen_erbij": w.bevindingen_erbij, "bevindingen_weg": w.bevindingen_weg}
    return {
        "van": w.van,
        "tot": w.tot,
        "delen": [asdict(deel) for deel in w.delen],
        "parafen": [asdict(p) for p in w.parafen],
        **{naam: [{"code": b.code, "tekst": b.tekst} for b in own] for naam, own in lists.items()},
    }


def _bevinding(bevinding: Bevinding, s: Samenvatting) -> dict[str, Any]:
    return {**asdict(bevinding), "belet_definitief": bevinding in s.belet}


def _punt(punt: Puntverslag, alle: tuple[Bevinding, ...]) -> dict[str, Any]:
    eigen = [i for i, b in enumerate(alle) if b in punt.bevindingen]
    return {**asdict(punt), "bevindingen": eigen}
