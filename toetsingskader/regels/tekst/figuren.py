"""Rules about figures: one that prose points to by number is there, and all can be understood."""

import re
from collections.abc import Iterator

from toetsingskader.kader import PROZA, PUNTEN, Beoordeling
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import MEESTE, texts
from toetsingskader.regels.tekst.lezen import MASKER, Vondst
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.source import Figuur, find_figures
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
    captions = (_BIJSCHRIFT.match(figuur.bijschrift) for _, figuur in _figures(b))
    shown |= {_what(match) for match in captions if match}
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


def _figures(b: Beoordeling) -> Iterator[tuple[str, Figuur]]:
    for sleutel in (*PROZA, *PUNTEN):
        for figuur in find_figures(b.proza[sleutel].tekst):
            yield sleutel, figuur


def _without_alt(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, figuur in _figures(b):
        file_name = figuur.alt.casefold() in (figuur.pad.casefold(), _name(figuur.pad).casefold())
        if figuur.alt and not file_name:
            continue
        what = "zegt alleen hoe het bestand heet" if figuur.alt else "ontbreekt"
        yield Melding(
            sleutel,
            (TEKST, figuur.begin),
            f"De alternatieve tekst van '{figuur.pad}' {what}, en wie de figuur niet kan zien, "
            "mist haar dan. Schrijf achter het pad wat er te zien is, zoals "
            '{alt="Kaart met de haven in het noorden"}.',
        )


def _name(pad: str) -> str:
    return pad.rpartition("/")[2]


def _caption(b: Beoordeling) -> Iterator[Melding]:
    """No caption; or a number that another figure has as well."""
    numbers: dict[tuple[str, int], str] = {}
    for sleutel, figuur in _figures(b):
        match = _BIJSCHRIFT.match(figuur.bijschrift)
        if not figuur.bijschrift:
            zin = f"De figuur '{figuur.pad}' heeft geen bijschrift. Schrijf het tussen de haken, "
            yield Melding(sleutel, (TEKST, figuur.begin), zin + "zoals ![Figuur 1: De haven](…).")
        elif match and numbers.setdefault(_what(match), figuur.pad) != figuur.pad:
            zin = (
                f"Ook '{numbers[_what(match)]}' heet {match[0].strip().lower()}. Geef elke figuur "
            )
            yield Melding(sleutel, (TEKST, figuur.begin), zin + "een eigen nummer.")


REGELS = (
    Regel(
        "FIGUUR-ALT",
        Ernst.ONTBREEKT,
        Maatstaf.RECHT,
        "Elke figuur heeft een alternatieve tekst, die zegt wat er te zien is.",
        "Besluit digitale toegankelijkheid overheid; PDF/UA-1",
        (),
        _without_alt,
    ),
    Regel(
        "FIGUUR-BIJSCHRIFT",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Elke figuur heeft een bijschrift, met een nummer dat geen andere figuur heeft.",
        "de tekst in het dossier",
        (),
        _caption,
    ),
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
