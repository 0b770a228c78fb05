"""An example of every field: from the fictitious assessment that is shipped, else from the schema.

The walk is along the schema; what the fictitious record and `voorbeelden.yaml` say only fills in.
So a new field has an example at once, and one that is gone leaves none behind.
"""

from collections.abc import Mapping
from functools import cache, reduce

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.record import BESTANDEN
from toetsingskader.sjablonen import SJABLONEN, VOORBEELD
from toetsingskader.source import Data, parse_markdown, parse_yaml
from toetsingskader.waarden import Waardetype

_AANVULLING = SJABLONEN / "beoordeling" / "voorbeelden.yaml"
_ELKE_RIJ = ("bron", "datum", "toelichting", "missie")
"""What any row may say of itself: shown last, and only where it must or the example does."""
_GEEN_ANTWOORD: tuple[Data, ...] = (None, "", [], "vertrouwelijk", "onbekend")


def example(sleutel: str, b: Veldbeschrijving) -> Data:
    """What may stand at a field of this file."""
    return _answer(b, _given(sleutel).get(b.naam))


def _answer(b: Veldbeschrijving, given: Data) -> Data:
    if b.model and b.meervoud:
        # Of each row what the ones before it leave out, so that one row shows all there is.
        rows = given if isinstance(given, list) else []
        return [_block(b.model, reduce(_merged, rows, None))]
    if b.model:
        return _block(b.model, given)
    assert b.waardetype
    if given in _GEEN_ANTWOORD:
        given = _of_type(b.waardetype)
    if isinstance(given, list) and not all(isinstance(item, dict) for item in given):
        return [_neat(b.waardetype, item) for item in given]
    return [_neat(b.waardetype, given)] if b.meervoud else _neat(b.waardetype, given)


def _block(model: type[Blok], given: Data) -> Data:
    if given is None and model.voorbeeld:
        given = _read(f"a: {model.voorbeeld}\n".encode())["a"]
    there = {"waarde": given} if isinstance(given, str) else given
    there = there if isinstance(there, dict) else {}
    shown = [
        b
        for b in beschrijf(model)
        if b.naam not in _ELKE_RIJ or b.veld.vereist.gevraagd or b.naam in there
        if b.naam != "missie"
    ]
    shown.sort(key=lambda b: b.naam in _ELKE_RIJ)
    return {b.naam: _answer(b, there.get(b.naam)) for b in shown}


def _of_type(soort: Waardetype) -> str:
    text = next(iter(soort.options.values()), soort.example)
    return text[1:-1] if text.startswith("'") else text


def _neat(soort: Waardetype, given: Data) -> Data:
    """A choice as its label; any other value as it was typed."""
    if isinstance(given, str):
        return soort.show(soort.parse(given)) if soort.options else " ".join(given.split())
    if isinstance(given, dict) and "waarde" in given:
        return {**given, "waarde": _neat(soort, given["waarde"])}
    if isinstance(given, list):
        return [_neat(soort, item) for item in given]
    return given


@cache
def _given(sleutel: str) -> Mapping[str, Data]:
    """What is said of a file in the fictitious record, completed."""
    raw = (VOORBEELD / BESTANDEN[sleutel]).read_bytes()
    more = _read(_AANVULLING.read_bytes())
    if sleutel not in PUNTEN:
        return _both(_read(raw), more.get(sleutel))
    data = parse_markdown(raw).data
    first = next(b.naam for b in beschrijf(PUNTEN[sleutel]) if b.naam not in GEMEENSCHAPPELIJK)
    about: dict[str, Data] = {"open": [{"veld": first}], "in_tekst": [first]}
    return _both(_both(_both(data, more.get(sleutel)), about), more["punt"])


def _read(raw: bytes) -> dict[str, Data]:
    data = parse_yaml(raw).data
    assert isinstance(data, dict)
    return data


def _both(data: Data, more: Data) -> dict[str, Data]:
    merged = _merged(data, more)
    assert isinstance(merged, dict)
    return merged


def _merged(data: Data, more: Data) -> Data:
    """The first, with what only the second has; of lists that holds for the first row."""
    if isinstance(data, str) and isinstance(more, dict):
        data = {"waarde": data}
    if isinstance(data, dict) and isinstance(more, dict):
        return {k: _merged(data.get(k), more.get(k)) for k in dict.fromkeys([*data, *more])}
    if isinstance(data, list) and isinstance(more, list) and data and more:
        return [_merged(data[0], more[0]), *data[1:]]
    return more if data in _GEEN_ANTWOORD and more is not None else data


def sources() -> Data:
    """Sources as an example: the first two of the fictitious record."""
    references = _read((VOORBEELD / BESTANDEN["bronnen"]).read_bytes())["references"]
    assert isinstance(references, list)
    return references[-2:]
