"""Records to try a template with: empty, normal, very long, and full of signs that break things."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.kader import PROZA, PUNTEN
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.versie import SCHEMA

_SENTENCE = "Het kabinet licht uw Kamer hierover in. "
_NASTY = "R&D < 50 > 40 {{ 7*7 }} {% if %} “x” 'y' \"z\" </w:t> C:\\map #1 ﬁ é"


@dataclass(frozen=True)
class Proef:
    """One way of filling a record: every text says `tekst`, every point has `alineas`."""

    naam: str
    tekst: str = ""
    alineas: str = ""
    ondertekenaars: int = 0


PROEVEN = (
    Proef("leeg"),
    Proef("gewoon", "voorbeeld", f"{_SENTENCE * 5}\n\n{_SENTENCE * 4}", 2),
    Proef("heel lang", "zeer lang voorbeeld " * 15, f"{_SENTENCE * 40}\n\n" * 3, 4),
    Proef("lastige tekens", _NASTY, f"{_NASTY}\n\n> {_NASTY}", 3),
)


def write_record(proef: Proef, soort: Briefsoort, folder: Path) -> None:
    """Put the record in a new folder."""
    folder.mkdir()
    texts = {"dossier.yaml": _dossier(proef, soort)}
    if proef.alineas:
        texts |= {f"{sleutel}.md": proef.alineas for sleutel in PROZA}
        texts |= {f"{p.kader.pijler}/{s}.md": proef.alineas for s, p in PUNTEN.items()}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{text.strip()}\n", encoding="utf-8")


def _dossier(proef: Proef, soort: Briefsoort) -> str:
    """The texts are JSON, which YAML reads as it stands."""
    fixed = f"schema: {SCHEMA}\nbrieven:\n  - soort: {soort.value}\n"
    if not proef.tekst:
        return fixed
    texts = {name: f"{label}: {proef.tekst.strip()}" for name, label in _LABELS.items()}
    letter = {"datum": "15 mei 2026", "kenmerk": texts["kenmerk"], "betreft": texts["betreft"]}
    letter |= {"uw_kenmerk": texts["uw_kenmerk"], "bijlagen": texts["bijlagen"]}
    signers = [
        {"ambt": f"minister {n} {proef.tekst.strip()}", "naam": f"Naam {n}"}
        for n in range(1, proef.ondertekenaars + 1)
    ]
    rest: Mapping[str, object] = {
        "titel": texts["betreft"],
        "missies": [{"sleutel": "proef", "naam": f"de missie {proef.tekst.strip()}"}],
        "afzender": {k: texts[k] for k in ("ministerie", "directie", "retouradres", "contact")},
        "ondertekenaars": signers,
        "mede_namens": ["de minister-president"],
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in rest.items())
    more = "".join(f"    {key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in letter.items())
    return f"{fixed}{more}{''.join(lines)}"


_LABELS = {
    "betreft": "Onderwerp",
    "kenmerk": "Kenmerk",
    "uw_kenmerk": "Uw kenmerk",
    "bijlagen": "Bijlage",
    "ministerie": "Ministerie",
    "directie": "Directie",
    "retouradres": "Postbus",
    "contact": "Inlichtingen",
}
"""So that each text of the letterhead is one of its own."""
