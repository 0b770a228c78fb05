"""What a new file says of its fields, as comments: from the schema, so that they cannot drift."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK
from toetsingskader.kader.veld import Briefsoort, Veldbeschrijving, beschrijf
from toetsingskader.kader.weergave import decapitalise
from toetsingskader.naslag.veldblad import Veldblad, field_sheets
from toetsingskader.scaffold.voorbeelden import example
from toetsingskader.source import Data, yaml_lines
from toetsingskader.waarden import normalise

_WIDTH = 96
"""How long a line of a comment may be."""
_EIGEN = ("opsteller", "medebetrokken", "peildatum", "houdbaar_tot")
"""What every point has and its file begins with; the rest of that comes last."""
_NIET_TONEN = frozenset({"migratie"})
"""What the program writes itself."""


@dataclass(frozen=True)
class Veldtekst:
    """One field of a new file."""

    naam: str
    uitleg: tuple[str, ...]
    """Comment lines about it."""
    waarde: tuple[str, ...]
    """Its lines when something is filled in."""
    voorbeeld: tuple[str, ...]
    """Else lines that are right as they stand, once they are no comment any more."""


def dossier_fields(gevuld: Mapping[str, Data]) -> list[Veldtekst]:
    """The fields of dossier.yaml, in order."""
    return _fields("dossier", Dossier, gevuld)


def point_fields(sleutel: str) -> list[Veldtekst]:
    """The fields of a point: whose it is, its own, and what every point may have."""
    made = {v.naam: v for v in _fields(sleutel, PUNTEN[sleutel], {})}
    first = [made.pop(naam) for naam in _EIGEN]
    last = [made.pop(naam) for naam in list(made) if naam in GEMEENSCHAPPELIJK]
    return [*first, *made.values(), *last]


def _fields(sleutel: str, model: type[Blok], gevuld: Mapping[str, Data]) -> list[Veldtekst]:
    sheets = {v.veld: v for v in field_sheets(sleutel, model)}
    made = []
    for b in beschrijf(model):
        if b.naam not in _NIET_TONEN:
            voorbeeld = example(sleutel, b)
            waarde = yaml_lines({b.naam: gevuld[b.naam]}) if b.naam in gevuld else []
            live = [] if waarde else yaml_lines({b.naam: voorbeeld})
            uitleg = tuple(_about(b, voorbeeld, sheets))
            made.append(Veldtekst(b.naam, uitleg, tuple(waarde), tuple(live)))
    return made


def _about(b: Veldbeschrijving, voorbeeld: Data, sheets: Mapping[str, Veldblad]) -> Iterator[str]:
    sheet = sheets[b.naam]
    yield from wrapped(f"{sheet.label.rstrip('.')}. {sheet.uitleg}".strip())
    kind = "" if b.model else f"{_first_capital(_kind(sheet))}. "
    yield from wrapped(kind + _when(sheet))
    yield from _parts(b, voorbeeld, b.naam, sheets)


def _when(sheet: Veldblad) -> str:
    need = f"Nodig: {sheet.vereist}." if sheet.vereist else "Niet verplicht."
    where = f" Komt in: {sheet.bestemming}." if sheet.bestemming != "intern" else " Blijft intern."
    return need + where + (" Mag 'vertrouwelijk' zijn." if sheet.vertrouwelijk else "")


def _kind(sheet: Veldblad) -> str:
    between = "; " if any("," in keuze for keuze in sheet.keuzes) else ", "
    return f"kies uit {between.join(sheet.keuzes)}" if sheet.keuzes else sheet.soort


def _parts(
    around: Veldbeschrijving, voorbeeld: Data, pad: str, sheets: Mapping[str, Veldblad]
) -> Iterator[str]:
    """A line for each field of a block or row in the example, those of blocks within it too."""
    block = voorbeeld[0] if isinstance(voorbeeld, list) else voorbeeld
    if not around.model or not isinstance(block, dict):
        return
    known = {b.naam: b for b in beschrijf(around.model)}
    for naam, inner in block.items():
        sheet, b = sheets[f"{pad}.{naam}"], known[naam]
        if b.model:
            yield from _parts(b, inner, sheet.veld, sheets)
            continue
        name = sheet.veld.partition(".")[2]
        plain = normalise(sheet.label) == normalise(naam)
        label = "" if plain else f" ({decapitalise(sheet.label)})"
        yield from wrapped(f"{name}{label}: {_kind(sheet)}{_need(sheet.vereist)}", "  ")


def _need(vereist: str) -> str:
    if vereist in ("in elke regel", "als u dit onderdeel invult"):
        return "; nodig"
    return f"; nodig: {vereist}" if vereist else ""


def wrapped(text: str, margin: str = "", first: str = "") -> list[str]:
    """The lines of a comment; later ones stand further in when the first has something before it.

    `first` is what the first line begins with.
    """
    return wrap(
        text,
        _WIDTH,
        initial_indent=margin + first,
        subsequent_indent=f"{margin}  " if margin or first else "",
        break_on_hyphens=False,
        break_long_words=False,
    )


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def belongs(sleutel: str, soort: Briefsoort) -> dict[str, str]:
    """What the letter asks of a point: the labels of its fields by what is done with them."""
    found: dict[str, list[str]] = {"nodig": [], "brief": [], "elders": []}
    for b in beschrijf(PUNTEN[sleutel]):
        if b.naam in GEMEENSCHAPPELIJK:
            continue
        public, asked = "b" in b.veld.naar, soort.letter in b.veld.vereist.soorten
        wat = "elders" if not public else "nodig" if asked else "brief"
        found[wat].append(b.veld.label)
    return {wat: "; ".join(labels) for wat, labels in found.items()}
