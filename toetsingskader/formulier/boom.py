"""From the schema and what stands in a file to the controls of a form."""

from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.formulier.model import (
    Deel,
    Gesloten,
    Groep,
    Invul,
    Onderdeel,
    Rij,
    Rijen,
    Vak,
    Vaksoort,
)
from toetsingskader.kader.antwoord import LONG_KEYS, Blok
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.source import Data, Pad
from toetsingskader.waarden import Waardetype, normalise
from toetsingskader.waarden.datum import DATUM
from toetsingskader.waarden.tekst import REGEL, TEKST

ONBEKEND, VERTROUWELIJK, GEEN = "onbekend", "vertrouwelijk", "geen"
_LAST_IN_ROW = ("datum", "toelichting", "bron", "missie")
"""What a row or block says about itself, below what it says about the world."""
_PROGRAM = frozenset({"migratie"})
"""What the program writes itself."""
_WITH_DATES = "Elke waarde met de datum vanaf wanneer zij geldt; de nieuwste telt."
_SPECIAL = frozenset({ONBEKEND, VERTROUWELIJK})
_HERKOMST = {
    Deel.BRON: ("Bron", Vaksoort.REGEL, "een bron, zoals @rapport-2025, p. 7"),
    Deel.DATUM: ("Datum", Vaksoort.DATUM, ""),
    Deel.TOELICHTING: ("Toelichting", Vaksoort.TEKST, ""),
}


@dataclass(frozen=True)
class _Plaats:
    """Where a field stands: its path, and what holds for all that is in it."""

    pad: Pad
    vertrouwelijk: bool = False
    boven: bool = False
    """Whether it is a field of the point itself, that has no row or block to say its source."""

    def inside(self, b: Veldbeschrijving) -> "_Plaats":
        return _Plaats((*self.pad, b.naam), self.vertrouwelijk or b.veld.vertrouwelijk)


def parts_of(
    model: type[Blok], data: Data, common: frozenset[str], last: tuple[str, ...]
) -> tuple[Onderdeel, ...]:
    """All fields of a point, those of `last` below the others.

    Those of `common` get no place for a source of their own.
    """
    fields = data if isinstance(data, dict) else {}
    return tuple(
        _part(
            b,
            fields.get(b.naam),
            _Plaats((b.naam,), b.veld.vertrouwelijk, b.naam not in common),
        )
        for b in ordered(model, last)
        if b.naam not in _PROGRAM
    )


def ordered(model: type[Blok], last: tuple[str, ...] = _LAST_IN_ROW) -> list[Veldbeschrijving]:
    """The fields of a model, those that come last in this order."""
    return sorted(beschrijf(model), key=lambda b: last.index(b.naam) if b.naam in last else -1)


def _part(b: Veldbeschrijving, data: Data, place: _Plaats) -> Onderdeel:
    if b.meervoud:
        return _list(b, data, place)
    if b.model:
        return _block(b, b.model, data, place)
    if isinstance(data, list) and data and all(_is_dated(row) for row in data):
        return _course(b, data, place)
    found = long_form(data)
    if found is None:
        return Gesloten(b.veld.label, _shown(data))
    return Invul(_control(b, found.get("waarde"), place), tuple(_origin(found, data, place)))


def _is_dated(row: Data) -> bool:
    return isinstance(row, dict) and "datum" in row and long_form(row) is not None


def _course(b: Veldbeschrijving, data: list[Data], place: _Plaats) -> Onderdeel:
    """A fact with a value for each of several dates."""
    rows = []
    for i, row in enumerate([*data, None]):
        here = _Plaats((*place.pad, i), place.vertrouwelijk, boven=True)
        parts = long_form(row) or {}
        value = _control(b, parts.get("waarde"), here)
        rows.append(Rij(i, (Invul(value, tuple(_origin(parts, row, here))),)))
    rows[-1] = Rij(rows[-1].nummer, rows[-1].onderdelen, nieuw=True)
    stand = _stand(b, "", place)
    return Rijen(place.pad, b.veld.label, _WITH_DATES, stand, (), tuple(rows))


def _block(b: Veldbeschrijving, model: type[Blok], data: Data, place: _Plaats) -> Onderdeel:
    stand = special(data)
    if isinstance(data, str) and not stand and "waarde" in model.model_fields:
        data = {"waarde": data}
    if not isinstance(data, dict | None) and not stand:
        return Gesloten(b.veld.label, _shown(data))
    fields = data if isinstance(data, dict) else {}
    inner = tuple(_part(c, fields.get(c.naam), place.inside(c)) for c in ordered(model))
    return Groep(b.veld.label, b.veld.uitleg, _stand(b, stand, place), inner)


def _list(b: Veldbeschrijving, data: Data, place: _Plaats) -> Onderdeel:
    parts, inner = list_form(data)
    stand = special(inner[0] if isinstance(inner, list) and len(inner) == 1 else inner)
    if inner == [] and b.veld.leeg_is_geen:
        stand = GEEN
    if isinstance(inner, str) and not stand and not b.model:
        inner = [inner]
    rows = [] if stand or inner is None else inner
    if not isinstance(rows, list) or not all(_fits(row, b) for row in rows):
        return Gesloten(b.veld.label, _shown(data))
    lines = [_row(b, row, i, place) for i, row in enumerate([*rows, None])]
    lines[-1] = Rij(lines[-1].nummer, lines[-1].onderdelen, nieuw=True)
    return Rijen(
        place.pad,
        b.veld.label,
        b.veld.uitleg,
        _stand(b, stand, place, geen=b.veld.leeg_is_geen),
        tuple(_origin(parts, data, place if not b.model else _Plaats(place.pad))),
        tuple(lines),
        waarden=b.model is None,
    )


def list_form(data: Data) -> tuple[dict[str, Data], Data]:
    """What a list that is written long says besides its rows, and those rows."""
    if isinstance(data, dict) and "waarde" in data and set(data) <= LONG_KEYS:
        rest = {key: value for key, value in data.items() if key != "waarde"}
        if all(isinstance(value, str | None) for value in rest.values()):
            return rest, data["waarde"]
    return {}, data


def _fits(row: Data, b: Veldbeschrijving) -> bool:
    return isinstance(row, dict) if b.model else isinstance(row, str)


def _row(b: Veldbeschrijving, row: Data, i: int, place: _Plaats) -> Rij:
    here = _Plaats((*place.pad, i), place.vertrouwelijk)
    if b.model is None:
        return Rij(i, (Invul(_control(b, row, here)),))
    fields = row if isinstance(row, dict) else {}
    return Rij(i, tuple(_part(c, fields.get(c.naam), here.inside(c)) for c in ordered(b.model)))


def _control(b: Veldbeschrijving, value: Data, place: _Plaats) -> Vak:
    kind = b.waardetype or REGEL
    text = value if isinstance(value, str) else ""
    options = dict(kind.options)
    if options:
        options |= {ONBEKEND: ONBEKEND}
        options |= {VERTROUWELIJK: VERTROUWELIJK} if place.vertrouwelijk else {}
        text = options.get(choice_key(text, options), text)
    return Vak(
        place.pad,
        Deel.WAARDE,
        b.veld.label,
        _kind(kind),
        text,
        options,
        b.veld.uitleg,
        _example(kind),
        b.veld.vereist.gevraagd,
    )


def choice_key(text: str, options: dict[str, str]) -> str:
    """The key that was meant by a text; the text itself when there is none."""
    wanted = normalise(text)
    for key, label in options.items():
        if wanted in (normalise(key), normalise(label)):
            return key
    return text


def _kind(kind: Waardetype) -> Vaksoort:
    if kind.options:
        return Vaksoort.KEUZE
    if kind is DATUM:
        return Vaksoort.DATUM
    return Vaksoort.TEKST if kind is TEKST else Vaksoort.REGEL


def _example(kind: Waardetype) -> str:
    """How it is typed, for what is no mere text."""
    return (
        "" if kind in (REGEL, TEKST, DATUM) else f"{kind.name}, zoals {kind.example.strip(chr(39))}"
    )


def _stand(b: Veldbeschrijving, value: str, place: _Plaats, *, geen: bool = False) -> Vak:
    options = {ONBEKEND: ONBEKEND}
    options |= {VERTROUWELIJK: VERTROUWELIJK} if place.vertrouwelijk else {}
    options |= {GEEN: GEEN} if geen else {}
    label, uitleg = b.veld.label, b.veld.uitleg
    return Vak(place.pad, Deel.STAND, label, Vaksoort.KEUZE, value, options, uitleg)


def _origin(parts: dict[str, Data], data: Data, place: _Plaats) -> Iterator[Vak]:
    """Where a value comes from: asked of fields of the point itself, else shown where given."""
    asked = place.boven or isinstance(data, dict)
    for deel, (label, soort, example) in _HERKOMST.items():
        value = parts.get(deel.value)
        if value or (asked and deel is not Deel.TOELICHTING):
            text = value if isinstance(value, str) else ""
            yield Vak(place.pad, deel, label, soort, text, voorbeeld=example)


def long_form(data: Data) -> dict[str, Data] | None:
    """A fact by its parts; None when it has another form, such as a list of dated values."""
    if data is None or isinstance(data, str):
        return {"waarde": data}
    texts = isinstance(data, dict) and all(isinstance(v, str | None) for v in data.values())
    return data if isinstance(data, dict) and texts and set(data) <= LONG_KEYS else None


def special(data: Data) -> str:
    """The word that a list or block consists of, when it is one of those that may stand there."""
    word = normalise(data) if isinstance(data, str) else ""
    return word if word in _SPECIAL else ""


def _shown(data: Data) -> str:
    """Data that cannot be filled in here, in words."""
    if isinstance(data, dict):
        return "; ".join(f"{key}: {_shown(value)}" for key, value in data.items())
    if isinstance(data, list):
        return " / ".join(_shown(item) for item in data)
    return data or ""
