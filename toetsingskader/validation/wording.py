"""What pydantic refused → a code and a Dutch sentence, by pydantic's permanent error type."""

import difflib

from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK
from toetsingskader.kader.veld import beschrijf
from toetsingskader.source import Pad
from toetsingskader.validation.salvage import Gebrek
from toetsingskader.waarden import normalise

LONG_FORM = ("waarde", "bron", "datum", "toelichting")


def describe(model: type[Blok], gebrek: Gebrek) -> tuple[str, str]:
    """Give the code and the sentence of one finding."""
    if gebrek.soort == "waarde":
        naam = _field_name(gebrek.pad)
        if gebrek.ctx["code"] == "BLOK":
            return "VELD-BLOK", f"{naam}{gebrek.ctx['zin']} {_how_to_fill(model, gebrek.pad)}"
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


def meant_field(model: type[Blok], pad: Pad) -> Pad | None:
    """The field that was probably meant by a key that is not known.

    One of a block around it, when the line was indented too far; else one that looks like it.
    """
    for depth in range(len(pad) - 2, -1, -1):
        if pad[-1] in _keys_around(model, pad[:depth]):
            return (*pad[:depth], pad[-1])
    near = near_name(str(pad[-1]), _keys_around(model, pad[:-1]))
    return (*pad[:-1], near) if near else None


def near_name(name: str, known: list[str]) -> str | None:
    """The known name that looks like this one."""
    folded = {normalise(k): k for k in known}
    near = difflib.get_close_matches(normalise(name), folded, 1, 0.6)
    return folded[near[0]] if near else None


def _unknown_key(model: type[Blok], pad: Pad) -> str:
    meant = meant_field(model, pad)
    wat, known = f"Het veld '{pad[-1]}'", _keys_around(model, pad[:-1])
    if meant and len(meant) < len(pad):
        hint = " Het bestaat wel verder naar links: laat de regel dan minder inspringen."
        return unknown_name(wat, str(pad[-1]), known, hint)
    return unknown_name(wat, str(pad[-1]), known)


def unknown_name(wat: str, name: str, known: list[str], hint: str = "") -> str:
    """The sentence about a field or column that is not `known`, with the one that may be meant."""
    near = near_name(name, known)
    hint = hint or (
        f" Bedoelde u '{near}'?" if near else f" Hier kunnen staan: {', '.join(known)}."
    )
    return f"{wat} is hier niet bekend en wordt niet gelezen.{hint}"


def _keys_around(model: type[Blok], pad: Pad) -> list[str]:
    """The keys that may stand at `pad`: those of a block, or of the long form of a fact."""
    blok = _block_at(model, pad)
    if blok is None:
        return list(LONG_FORM)
    return [b.naam for b in beschrijf(blok) if b.naam != "migratie"]


def _block_at(model: type[Blok], pad: Pad) -> type[Blok] | None:
    """The block, or the block of each row, at a path in the data; None when a fact stands there."""
    current: type[Blok] | None = model
    for part in (p for p in pad if isinstance(p, str)):
        fields = beschrijf(current) if current else ()
        current = next((b.model for b in fields if b.naam == part), None)
    return current


def _how_to_fill(model: type[Blok], pad: Pad) -> str:
    """The fields a block needs, or else the first it has, with an example."""
    blok = _block_at(model, pad)
    fields = [b for b in beschrijf(blok) if b.naam not in LONG_FORM] if blok else []
    needed = [b for b in fields if b.veld.vereist.gevraagd and not b.veld.vereist.als]
    shown = needed or fields[:4]
    example = f"{{{', '.join(f'{b.naam}: {b.voorbeeld}' for b in shown[:3])}}}"
    unknown = "" if pad[:1] and pad[0] in GEMEENSCHAPPELIJK else ", of schrijf 'onbekend'"
    return (
        f"{'Nodig' if needed else 'Hier passen'}: {', '.join(b.naam for b in shown)}. Schrijf "
        f"bijvoorbeeld {_key(pad)}{(blok and blok.voorbeeld) or example}{unknown}."
    )


def _key(pad: Pad) -> str:
    return f"{pad[-1]}: " if pad and isinstance(pad[-1], str) else "- "
