"""Guidance in place: a point, text, field or term explained to who has to write about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from toetsingskader.begrippen import Begrip, begrippen
from toetsingskader.errors import UsageError
from toetsingskader.kader import PUNTEN, title_of
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.prozastuk import PROZASTUKKEN
from toetsingskader.kader.punt import Punt
from toetsingskader.naslag.blad import Alinea, Blad, Deel, Kop, Letterlijk, Rooster
from toetsingskader.naslag.puntblad import (
    Puntblad,
    all_sheets,
    field_parts,
    rule_parts,
    rules_about,
    sheet_of,
    shown,
    shown_dossier,
    shown_text,
)
from toetsingskader.naslag.veldblad import Veldblad, field_sheets
from toetsingskader.naslag.vinden import Gevonden, Veldplek, find_all
from toetsingskader.naslag.voorbeeld import sample
from toetsingskader.regels import WAARSCHUWING

ALLES, BEGRIPPEN = "alles", "begrippen"
"""Names that stand for the whole book, and for the glossary."""

_INLEIDING = (
    "Wat elk punt vraagt. 'toetsingskader uitleg PUNT', zoals 'uitleg mandaat', zegt waarom de "
    "Kamer het wil weten, wat een goed antwoord heeft, welke velden er zijn en welke regels ernaar "
    f"kijken. Het kan ook met een veld ('uitleg mandaat.rechtsgronden'), met een begrip ('uitleg "
    f"carve-out'), met '{BEGRIPPEN}' en met '{ALLES}'."
)
_INLEIDING_ALLES = (
    "Per punt: de vraag, waarom de Kamer het wil weten, wat een goed antwoord heeft, welke velden "
    "er zijn en welke regels ernaar kijken. Op het scherm: 'toetsingskader uitleg PUNT'. Begrippen "
    "verwijzen naar de begrippenlijst."
)
_INLEIDING_BEGRIPPEN = (
    "Wat woorden in dossiers, brieven en rapporten betekenen, in gewoon Nederlands. Bij elk begrip "
    "staat de bron; 'niet geverifieerd' betekent dat niemand de omschrijving met een bron heeft "
    "vergeleken. 'Dit programma' betekent dat het woord hier deze betekenis heeft."
)


@dataclass(frozen=True)
class Uitlegboek:
    """What the page says, as data."""

    waarschuwing: str
    punten: tuple[Puntblad, ...] = ()
    velden: tuple[Veldblad, ...] = ()
    begrippen: tuple[Begrip, ...] = ()


def uitleg(namen: Sequence[str] = ()) -> Blad:
    """The points with their question, or what is known of these names.

    Raises UsageError for a name that means nothing.
    """
    if not namen:
        return _blad([*_list_of_points()], Uitlegboek(WAARSCHUWING, all_sheets(voluit=False)))
    asked = [naam.strip().lower() for naam in namen]
    if asked == [ALLES]:
        book = Uitlegboek(WAARSCHUWING, all_sheets(voluit=True), (), begrippen())
        return replace(_blad([*_everything(book.punten)], book), begrippenlijst="begrippen.md")
    if asked == [BEGRIPPEN]:
        delen = [Kop("Begrippen", 1), Alinea(_INLEIDING_BEGRIPPEN), *_glossary()]
        return Blad(tuple(delen), Uitlegboek(WAARSCHUWING, begrippen=begrippen()))
    for whole in (ALLES, BEGRIPPEN):
        if whole in asked:
            raise UsageError(f"'{whole}' is al de hele lijst. Laat de andere namen weg.")
    return _some(find_all(namen))


def _blad(delen: list[Deel], boek: Uitlegboek) -> Blad:
    return Blad((Alinea(WAARSCHUWING, nadruk=True), *delen), boek)


def _some(found: Sequence[Gevonden]) -> Blad:
    points = [thing for thing in found if isinstance(thing, str)]
    fields = [thing for thing in found if isinstance(thing, Veldplek)]
    terms = tuple(thing for thing in found if isinstance(thing, Begrip))
    delen = [deel for sleutel in points for deel in _subject(sleutel)]
    delen += [deel for field in fields for deel in _field(field)]
    delen += (deel for b in terms for deel in _term(b, 1))
    sheets = tuple(sheet_of(PUNTEN[s]) for s in points if s in PUNTEN)
    velden = tuple(v for field in fields for v in _sheets_of(field))
    boek = Uitlegboek(WAARSCHUWING, sheets, velden, terms)
    # A term is no part of the list that the warning is about.
    return _blad(delen, boek) if points or fields else Blad(tuple(delen), boek)


def _subject(sleutel: str, niveau: int = 1) -> Iterator[Deel]:
    if sleutel in PUNTEN:
        yield from shown(sheet_of(PUNTEN[sleutel]), niveau)
    elif sleutel in PROZASTUKKEN:
        yield from shown_text(PROZASTUKKEN[sleutel], niveau)
    else:
        yield from shown_dossier(niveau)


def _list_of_points() -> Iterator[Deel]:
    yield Kop("Uitleg bij de aandachtspunten", 1)
    yield Alinea(_INLEIDING)
    sheets = all_sheets(voluit=False)
    for pijler in dict.fromkeys(s.pijler for s in sheets):
        yield Kop(pijler.capitalize())
        own = tuple((s.sleutel, s.vraag) for s in sheets if s.pijler == pijler)
        yield Rooster(("Punt", "Vraag"), own, (22, 56))
    yield Kop("Geen punt, wel nodig")
    rest = tuple((s.sleutel, s.vraag) for s in PROZASTUKKEN.values())
    dossier = ("dossier", "Wat geldt voor de hele beoordeling?")
    yield Rooster(("Naam", "Vraag"), (*rest, dossier), (22, 56))


def _everything(sheets: Sequence[Puntblad]) -> Iterator[Deel]:
    yield Kop("Uitleg bij de aandachtspunten", 1)
    yield Alinea(_INLEIDING_ALLES)
    for sheet in sheets:
        yield from shown(sheet, 2)
    yield Kop("Velden die elk punt heeft")
    yield from field_parts(field_sheets("", Punt), 3)
    for sleutel in (*PROZASTUKKEN, "dossier"):
        yield from _subject(sleutel, 2)


def _sheets_of(field: Veldplek) -> list[Veldblad]:
    """The field itself, and those within it."""
    model = PUNTEN.get(field.sleutel, Dossier)
    around = f"{field.pad}."
    return [v for v in field_sheets(field.sleutel, model) if f"{v.veld}.".startswith(around)]


def _field(field: Veldplek) -> Iterator[Deel]:
    own = _sheets_of(field)
    yield Kop(own[0].label, 1)
    about = title_of(field.sleutel) if field.sleutel in PUNTEN else "dossier.yaml"
    yield Alinea(f"{field.naam}, een veld van {about}. {own[0].uitleg}".strip())
    if field.sleutel in PUNTEN:
        yield Alinea(PUNTEN[field.sleutel].kader.vraag)
    yield from field_parts(own, 2)
    yield Kop("Zo schrijft u het op")
    yield Letterlijk(sample(field.beschrijving))
    yield from rule_parts(rules_about(field.naam), 2)


def _glossary() -> Iterator[Deel]:
    for letter, terms in groupby(begrippen(), lambda b: b.term[0].upper()):
        yield Kop(letter)
        for b in terms:
            yield from _term(b, 3)


def _term(b: Begrip, niveau: int) -> Iterator[Deel]:
    yield Kop(b.term, niveau)
    yield Alinea(b.betekenis)
    ook = f"Ook: {', '.join(b.ook)}. " if b.ook else ""
    engels = f"Engels: {', '.join(v for v in b.vormen if b.is_english(v))}. " if b.engels else ""
    yield Alinea(f"{ook}{engels}Bron: {b.vindplaats}.")
