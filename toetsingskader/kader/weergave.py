"""How answers read in Dutch: in a letter, in a table, in a report."""

from collections.abc import Callable

from toetsingskader.kader.antwoord import Antwoord, Blok, Feit, Lijst, Staat
from toetsingskader.kader.veld import Bezoek, Veldbeschrijving, beschrijf


def show(beschrijving: Veldbeschrijving, antwoord: Antwoord | Blok) -> str:
    """One answer as text; empty when there is none."""
    if antwoord.staat in (Staat.ONBEKEND, Staat.VERTROUWELIJK):
        return antwoord.staat.value
    if isinstance(antwoord, Blok):
        return show_blok(antwoord)
    if isinstance(antwoord, Lijst):
        return _show_list(beschrijving, antwoord)
    if isinstance(antwoord, Feit) and antwoord.bekend:
        return _value(beschrijving, antwoord.waarde)
    return ""


def _show_list(beschrijving: Veldbeschrijving, lijst: Lijst[object]) -> str:
    if lijst.bekend and not len(lijst) and beschrijving.veld.leeg_is_geen:
        return "geen"
    if beschrijving.model:
        return " / ".join(show_blok(rij) for rij in lijst if isinstance(rij, Blok))
    return ", ".join(_value(beschrijving, waarde) for waarde in lijst)


_NAMES = ("Nederland", "Europ", "Kamer", "Role ")
"""How labels begin that keep their capital within a sentence."""


def decapitalise(label: str) -> str:
    """A label within a sentence: a small first letter, unless it is a name or F-35."""
    name = label.startswith(_NAMES) or not label[1:2].islower()
    return label if name else label[0].lower() + label[1:]


def show_veld(houder: Blok, naam: str) -> str:
    """The answer of the field called `naam` as text."""
    beschrijving = next(b for b in beschrijf(type(houder)) if b.naam == naam)
    return show(beschrijving, getattr(houder, beschrijving.attribuut))


ADMINISTRATIVE = frozenset({"bron", "datum", "missie", "sleutel", "toelichting"})
"""What a row says about itself; shown apart from what it says about the world."""


def show_blok(blok: Blok, alleen: Callable[[Veldbeschrijving], bool] = lambda _: True) -> str:
    """What a block says in one line: "Partij: Oekraïne; rol: gastland"; unknown fields left out.

    A block that says itself how it reads (a period, a figure) is shown that way. `alleen` chooses
    fields.
    """
    if "__str__" in vars(type(blok)):
        # It cannot be shown in part: it goes where its first field goes.
        return str(blok) if alleen(beschrijf(type(blok))[0]) else ""
    parts: list[str] = []
    for b in beschrijf(type(blok)):
        antwoord = getattr(blok, b.attribuut)
        text = "" if antwoord.staat is Staat.ONBEKEND else show(b, antwoord)
        administrative = b.naam in ADMINISTRATIVE
        main = b.naam == "toelichting" and b.veld.vereist.rij
        if text and alleen(b) and (main or not administrative):
            label = decapitalise(b.veld.label) if parts else b.veld.label
            parts.append(f"{label}: {text}")
    # A sentence within the line ends at the semicolon.
    return "; ".join([*(p.removesuffix(".") for p in parts[:-1]), *parts[-1:]])


def name_of(rij: Blok) -> str:
    """What a reader calls this row: its first answered field that is not a key."""
    for b in beschrijf(type(rij)):
        antwoord = getattr(rij, b.attribuut)
        plain = isinstance(antwoord, Feit) and antwoord.bekend
        if plain and b.naam not in ADMINISTRATIVE:
            return show(b, antwoord)
    return ""


def label_of(bezoek: Bezoek) -> str:
    """The label of a field with the row it is of: "Aantal (Landcomponent)"."""
    label = bezoek.beschrijving.veld.label
    rij = name_of(bezoek.rij) if bezoek.rij else ""
    return f"{label} ({rij})" if rij else label


def _value(beschrijving: Veldbeschrijving, waarde: object) -> str:
    return beschrijving.waardetype.show(waarde) if beschrijving.waardetype else str(waarde)
