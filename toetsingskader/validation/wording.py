"""What pydantic refused → a code and a Dutch sentence, by pydantic's permanent error type."""

import difflib

from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.source import Pad
from toetsingskader.validation.salvage import Gebrek
from toetsingskader.waarden import normalise

LONG_FORM = ("waarde", "bron", "datum", "toelichting")


def describe(model: type[Blok], gebrek: Gebrek) -> tuple[str, str]:
    """Give the code and the sentence of one finding."""
    if gebrek.soort == "waarde":
        naam = _field_name(gebrek.pad)
        return f"VELD-{gebrek.ctx['code']}", f"{naam}{gebrek.ctx['zin']}"
    if gebrek.soort == "extra_forbidden":
        return "VELD-NAAM", _unknown_key(model, gebrek.pad)
    return (
        "VELD-VORM",
        f"{_field_name(gebrek.pad)}Dit staat er niet in de vorm die hier hoort. Kijk bij een "
        "ander punt hoe dit veld wordt geschreven.",
    )


def _field_name(pad: Pad) -> str:
    keys = [p for p in pad if isinstance(p, str) and p != "waarde"]
    return f"Veld '{keys[-1]}': " if keys else ""


def _unknown_key(model: type[Blok], pad: Pad) -> str:
    return unknown_name(f"Het veld '{pad[-1]}'", str(pad[-1]), _keys_around(model, pad[:-1]))


def unknown_name(wat: str, name: str, known: list[str]) -> str:
    """The sentence about a field or column that is not `known`, with the one that may be meant."""
    near = difflib.get_close_matches(normalise(name), [normalise(k) for k in known], 1, 0.6)
    hint = next((f" Bedoelde u '{k}'?" for k in known if near and normalise(k) == near[0]), "")
    return (
        f"{wat} is hier niet bekend en wordt niet gelezen.{hint} "
        f"Hier kunnen staan: {', '.join(known)}."
    )


def _keys_around(model: type[Blok], pad: Pad) -> list[str]:
    """The keys that may stand at `pad`: those of a block, or of the long form of a fact."""
    current: type[Blok] | None = model
    for part in (p for p in pad if isinstance(p, str)):
        field = next((b for b in _fields(current) if b.naam == part), None)
        current = field.model if field else None
        if current is None:
            return list(LONG_FORM)
    return [b.naam for b in _fields(current) if b.naam != "migratie"]


def _fields(model: type[Blok] | None) -> tuple[Veldbeschrijving, ...]:
    return beschrijf(model) if model else ()
