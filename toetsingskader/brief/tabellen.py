"""Tables of facts in a letter: the rows of a list, and spending per year and source of cover."""

from collections.abc import Iterator, Mapping
from typing import Any

from toetsingskader.brief.zicht import Gevonden, Zicht, field_of
from toetsingskader.brief.zin import citation
from toetsingskader.document import Cel, Tabel
from toetsingskader.kader.antwoord import Blok, Staat
from toetsingskader.kader.berekend import Uitgaven, spending_per_year
from toetsingskader.kader.veld import Veldbeschrijving

ONBEKEND = "nog niet bekend"
SPENDING = "uitgaven per jaar"
"""What the wording names as the rows of the computed table."""
_MOST_SOURCES = 3
"""With more sources of cover than this the table would have more than five columns."""


def rows_table(item: Mapping[str, Any], zicht: Zicht) -> Iterator[Tabel]:
    """A table of the rows of a list, in the columns that the wording names.

    A column that nobody filled is left out, and so is a table that knows nothing about its rows
    but what they are called: what is not known stands together further on in the letter.
    """
    rows = list(zicht.rows(item["rijen"]))
    if not rows:
        return
    found = [[zicht.find(rij, naam) for naam in item["kolommen"]] for rij in rows]
    kept = [i for i in range(len(item["kolommen"])) if any(row[i] for row in found)]
    nota = any(f and f.nota for row in found for f in row)
    if (len(kept) < 2 and len(item["kolommen"]) > 1) or (zicht.bereik.alleen_nota and not nota):
        return
    velden = [_field(type(rows[0]), item["kolommen"][i]) for i in kept]
    cells = tuple(
        tuple(_cells(rij, [row[i] for i in kept], velden, zicht))
        for rij, row in zip(rows, found, strict=True)
    )
    numeric = (i for i, v in enumerate(velden) if v.waardetype and v.waardetype.numeric)
    koppen = item.get("koppen", {})
    heads = tuple(koppen.get(v.naam, v.veld.label) for v in velden)
    yield Tabel(item["tabel"], heads, cells, frozenset(numeric))


def _field(model: type[Blok], pad: str) -> Veldbeschrijving:
    naam, _, rest = pad.partition(".")
    veld = field_of(model, naam)
    return _field(veld.model, rest) if rest and veld.model else veld


def _cells(
    rij: Blok, row: list[Gevonden | None], velden: list[Veldbeschrijving], zicht: Zicht
) -> Iterator[Cel]:
    """The cells of one row; each source is cited once, where it first carries something."""
    cited: set[object] = set()
    for found, veld in zip(row, velden, strict=True):
        if found is None:
            antwoord = getattr(rij, veld.attribuut, None)
            unknown = antwoord is not None and antwoord.staat is Staat.ONBEKEND
            yield Cel(ONBEKEND if unknown else "")
            continue
        zicht.say(found)
        fresh = [v for v in found.bronnen if (v.sleutel, v.locator) not in cited]
        cited |= {(v.sleutel, v.locator) for v in fresh}
        yield Cel(found.cel, citation(fresh))


def spending(titel: str, zicht: Zicht) -> Iterator[Tabel]:
    """Spending per year and source of cover, with totals."""
    u = spending_per_year(zicht.b)
    if u is None:
        return
    wide = len(u.dekkingen) <= _MOST_SOURCES
    yield _wide(titel, u) if wide else _long(titel, u)


def _wide(titel: str, u: Uitgaven) -> Tabel:
    """A row per year, a column per source."""
    heads = ("Jaar", *u.dekkingen, "Totaal") if len(u.dekkingen) > 1 else ("Jaar", *u.dekkingen)
    rows = [
        (jaar, *(u.amount(jaar, d) for d in u.dekkingen), u.amount(jaar, None)) for jaar in u.jaren
    ]
    rows.append(("Totaal", *(u.amount(None, d) for d in u.dekkingen), u.amount(None, None)))
    cells = tuple(tuple(row[: len(heads)]) for row in rows)
    return Tabel(titel, heads, cells, frozenset(range(1, len(heads))))


def _long(titel: str, u: Uitgaven) -> Tabel:
    """A row per year and source."""
    rows = [
        (jaar, dekking, amount)
        for jaar in u.jaren
        for dekking in u.dekkingen
        if (amount := u.amount(jaar, dekking))
    ]
    rows.append(("Totaal", "", u.amount(None, None)))
    return Tabel(titel, ("Jaar", "Dekking", "Bedrag"), tuple(rows), frozenset({2}))
