"""The fingerprint of a point: the same as long as its facts, prose and cited sources say the same.

It reads values, not the text as typed: the order of rows and fields, line ends, wrapping and the
way a number or date was written make no difference. Labels and fields without an answer do not
count, so that a newer version of this program finds the same.
"""

import dataclasses
import json
import unicodedata
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Antwoord, Blok, Feit, Lijst, Staat
from toetsingskader.kader.feiten import FEIT, find_fact
from toetsingskader.kader.veld import beschrijf
from toetsingskader.kader.versie import ALGORITME
from toetsingskader.source import find_citations, find_figures

_MIGRATIE = "migratie"
"""Written by the program, about the form of the record: no fact of the point."""
_NOT_OF_THE_VALUE = frozenset({"positie", "tekst"})
"""Where a reference stands, and how a date is printed."""


def fingerprint(b: Beoordeling, sleutel: str) -> str:
    """The fingerprint of one point, or of kern.md or afweging.md: "1:" and 64 digits."""
    return _print(b, sleutel, ALGORITME)


def covers(b: Beoordeling, sleutel: str, vingerafdruk: str) -> bool:
    """Whether a fingerprint, by whichever algorithm, is that of the point as it is here."""
    return _print(b, sleutel, int(vingerafdruk.partition(":")[0])) == vingerafdruk


def content(b: Beoordeling, sleutel: str) -> dict[str, Any]:
    """What a fingerprint is of: `gegevens` by field, `tekst`, `bronnen` by key, and `figuren`.

    Who approves the core of the decision approves what the letter says of it from dossier.yaml.
    """
    found = _content_1(b, sleutel)
    if sleutel == "kern":
        found["gegevens"] = {n: _answer(getattr(b.dossier, n)) for n in _MET_DE_KERN}
        found["gegevens"]["besluit"] = {
            naam: answer
            for naam, answer in _answer(b.dossier.besluit).items()
            if naam not in _NA_DE_PARAAF
        }
    shown = {figuur.pad for figuur in find_figures(b.proza[sleutel].tekst)}
    found["figuren"] = {
        pad: sha256(b.figuren[pad].data).hexdigest() for pad in sorted(shown) if pad in b.figuren
    }
    return found


_MET_DE_KERN = ("missies", "artikel", "aanleiding", "ondertekenaars", "mede_namens")
_NA_DE_PARAAF = frozenset({"uitkomst", "orgaan", "datum"})
"""What the cabinet adds to the decision when those who approve have done so."""


def _content_1(b: Beoordeling, sleutel: str) -> dict[str, Any]:
    punt = b.punten.get(sleutel)
    facts = _block(punt) if punt is not None else {}
    facts.pop(_MIGRATIE, None)
    prose = b.proza[sleutel].tekst
    cited = {v.sleutel for v in find_citations(prose)} | set(_cited(facts))
    return {
        "gegevens": facts,
        "tekst": _words(prose),
        "bronnen": {naam: _source(b, naam) for naam in cited},
    }


_ALGORITMEN = {1: _content_1, 2: content}
"""What each algorithm looks at. One that was ever used stays as it was."""


def _print(b: Beoordeling, sleutel: str, algoritme: int) -> str:
    text = _text(_ALGORITMEN[algoritme](b, sleutel))
    return f"{algoritme}:{sha256(text.encode()).hexdigest()}"


def _block(blok: Blok) -> dict[str, Any]:
    """The answered fields of a block by their names."""
    if blok.staat in (Staat.ONBEKEND, Staat.VERTROUWELIJK):
        return {"staat": blok.staat.value}
    answers = ((b.naam, _answer(getattr(blok, b.attribuut))) for b in beschrijf(type(blok)))
    return {naam: answer for naam, answer in answers if answer}


def _answer(antwoord: Antwoord | Blok) -> dict[str, Any]:
    """One answer with where it comes from; empty when there is none."""
    if isinstance(antwoord, Blok):
        return _block(antwoord)
    found: dict[str, Any] = {}
    if antwoord.staat is not Staat.LEEG:
        found["staat"] = antwoord.staat.value
    if isinstance(antwoord, Feit):
        found["waarde"] = _value(antwoord.waarde)
        found["verloop"] = sorted((_answer(f) for f in antwoord.verloop), key=_text)
    elif isinstance(antwoord, Lijst):
        rows = (_block(r) if isinstance(r, Blok) else _value(r) for r in antwoord)
        found["waarde"] = sorted(rows, key=_text)
    for naam in ("bron", "datum", "toelichting"):
        found[naam] = _value(getattr(antwoord, naam))
    return {naam: waarde for naam, waarde in found.items() if waarde}


def _value(waarde: object) -> Any:
    """A value without how it is printed."""
    if isinstance(waarde, str):
        return _words(waarde)
    if isinstance(waarde, tuple):
        return [_value(item) for item in waarde]
    if dataclasses.is_dataclass(waarde):
        names = (f.name for f in dataclasses.fields(waarde) if f.name not in _NOT_OF_THE_VALUE)
        return {naam: _value(getattr(waarde, naam)) for naam in names}
    if isinstance(waarde, date):
        return waarde.isoformat()
    return None if waarde is None else str(waarde)


def _cited(facts: object) -> Iterator[str]:
    """The keys of the sources that facts name."""
    if isinstance(facts, dict):
        if "sleutel" in facts and "locator" in facts:
            yield facts["sleutel"]
        for inner in facts.values():
            yield from _cited(inner)
    elif isinstance(facts, list):
        for inner in facts:
            yield from _cited(inner)


def _source(b: Beoordeling, naam: str) -> object:
    """What a citation stands for: a source, or a fact that is printed in its place."""
    if naam.startswith(FEIT):
        fact = find_fact(b, naam.removeprefix(FEIT))
        return fact.tekst if fact else None
    bron = b.bronnen.bronnen.get(naam)
    return {k: v for k, v in bron.velden.items() if v} if bron else None


def _words(text: str) -> str:
    """A text as its words: composed letters, one space between them."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _text(content: object) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=False)
