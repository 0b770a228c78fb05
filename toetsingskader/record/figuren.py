"""The figures in bijlagen/: which ones the prose shows, and what stands in them.

Only a file that prose names is opened, and only within bijlagen/ of the record; the prose of an
option shows the figures of the record as well.
"""

import difflib
import re
from collections.abc import Mapping
from pathlib import Path

from toetsingskader.afbeelding import EXTENSIES, MAX_BYTES, Afbeelding, Geweigerd, read_image
from toetsingskader.kader import Proza
from toetsingskader.record.schijf import leads_outside, read_file
from toetsingskader.record.tabellen import MAP, Misser
from toetsingskader.source import Source, find_figures

Figuren = Mapping[str, Afbeelding]
"""What can be shown, by the path that prose names."""

_FORM = re.compile(rf"{MAP}(?:/(?!\.)[^/\\:]+)+\.({'|'.join(EXTENSIES)})", re.IGNORECASE)
_HOW = f"Zet de figuur als PNG, JPEG of SVG in de map '{MAP}' van deze beoordeling en noem haar "
_HOW += f'zo: ![bijschrift]({MAP}/kaart.png){{alt="wat er te zien is"}}.'
MOST = 40
"""Figures in one record; more are no letter any more."""


def read_figures(
    folder: Path, teksten: Mapping[str, Source]
) -> tuple[dict[str, Afbeelding], list[Misser]]:
    """Open every picture that prose shows; gives also what was refused, at each place."""
    found: dict[str, Afbeelding | tuple[str, str]] = {}
    missers = []
    for sleutel, source in teksten.items():
        proza = Proza(source.body, source.body_regel)
        for figuur in find_figures(source.body):
            if figuur.pad not in found:
                too_many = len(found) >= MOST
                found[figuur.pad] = _TOO_MANY if too_many else _open(folder, figuur.pad)
            result = found[figuur.pad]
            if isinstance(result, tuple):
                missers.append(Misser(sleutel, proza.plaats(figuur.begin), *result))
    return {p: image for p, image in found.items() if isinstance(image, Afbeelding)}, missers


_TOO_MANY = (
    "FIGUUR-AANTAL",
    f"Een dossier kan hooguit {MOST} figuren tonen, en deze komt daar nog bij. Haal figuren weg "
    "die de brief niet nodig heeft.",
)


def _open(folder: Path, pad: str) -> Afbeelding | tuple[str, str]:
    """The picture, or code and sentence when it may not be shown."""
    form = _FORM.fullmatch(pad)
    if not form:
        return "FIGUUR-PAD", f"'{pad}' is niet het pad van een figuur in de map '{MAP}'. {_HOW}"
    path = folder / pad
    if leads_outside(path, folder / MAP) or leads_outside(folder / MAP, folder):
        why = f"'{pad}' is een koppeling die niet uitkomt in de map '{MAP}' en wordt niet getoond."
        return "FIGUUR-PAD", f"{why} {_HOW}"
    if not _is_file(path):
        near = difflib.get_close_matches(pad, _pictures(folder), 1, 0.6)
        hint = f" Bedoelde u '{near[0]}'?" if near else ""
        return "FIGUUR-ONTBREEKT", f"De figuur '{pad}' is er niet.{hint} {_HOW}"
    try:
        return read_image(read_file(path, MAX_BYTES), form[1])
    except Geweigerd as refusal:
        return "FIGUUR-BESTAND", f"De figuur '{pad}' {refusal}."


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # For instance a name that is too long.
        return False


def _pictures(folder: Path) -> list[str]:
    files = (p for p in (folder / MAP).rglob("*") if _is_file(p))
    found = (p for p in files if p.suffix[1:].lower() in EXTENSIES)
    return sorted(p.relative_to(folder).as_posix() for p in found)
