"""Rule about figures and tables that prose points to by number: they must be there."""

import re
from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import MEESTE, texts
from toetsingskader.regels.tekst.lezen import MASKER, Vondst
from toetsingskader.toetsing import Ernst, Maatstaf

_SOORT = r"(?P<soort>figuur|tabel|grafiek|kaart)\s+(?P<nummer>\d{1,3})\b"
_GENOEMD = re.compile(rf"\b{_SOORT}", re.IGNORECASE)
_BIJSCHRIFT = re.compile(rf"^[ >|*_]{{0,6}}{_SOORT}", re.IGNORECASE | re.MULTILINE)
_ELDERS = re.compile(rf"\s+(?:van|uit|in|bij)\s+\w|\s*{MASKER}")
"""What makes it a figure of another document: "figuur 3 van het rapport", "figuur 3 [@rapport]"."""


def _elsewhere(vondst: Vondst) -> bool:
    return bool(_ELDERS.match(vondst.deel.tekst, vondst.match.end()))


def _what(match: re.Match[str]) -> tuple[str, int]:
    return match["soort"].lower(), int(match["nummer"])


def _dangling(b: Beoordeling) -> Iterator[Melding]:
    all_texts = list(texts(b))
    shown = {_what(m) for t in all_texts for m in _BIJSCHRIFT.finditer(t.lezing.masker)}
    for tekst in all_texts:
        said = 0
        for vondst in tekst.lezing.zoek(_GENOEMD, ontkend=True):
            if _what(vondst.match) in shown or _elsewhere(vondst) or said == MEESTE:
                continue
            said += 1
            yield tekst.melding(
                vondst.positie,
                f"De tekst verwijst naar {vondst.woord}, en die staat niet in de brief: "
                f"'{vondst.citaat}'. Zet er een bijschrift bij dat zo begint, of schrijf 'de tabel "
                "hieronder'.",
            )


REGELS = (
    Regel(
        "TEKST-FIGUUR",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een figuur of tabel waarnaar de tekst met een nummer verwijst, staat in de brief.",
        "de tekst in het dossier",
        (),
        _dangling,
    ),
)
