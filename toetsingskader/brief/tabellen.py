"""Tables of facts in a letter: the rows of a list, and spending per year and source of cover."""

from collections.abc import Iterator, Mapping
from typing import Any

from toetsingskader.brief.sjabloon import Opmaak, escape
from toetsingskader.brief.zicht import Gevonden, Zicht, field_of
from toetsingskader.brief.zin import Zin, citation, paragraph
from toetsingskader.document import Cel, Tabel
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.berekend import Uitgaven, spending_per_year
from toetsingskader.kader.veld import Veldbeschrijving

ONBEKEND = "nog niet bekend"
SPENDING = "uitgaven per jaar"
"""What the wording names as the rows of the computed table."""
_MOST = 5
"""Columns of a table."""
_MOST_SOURCES = 3
"""With more sources of cover than this the table would have more than five columns."""


def rows_table(item: Mapping[str, Any], zicht: Zicht) -> Iterator[Tabel | Opmaak]:
    """A table of the rows of a list, in the columns that the wording names.

    A column that nobody filled is left out; when only one is left, the rows are bullets.
    """
    rows = list(zicht.rows(item["rijen"]))
    names = [*item["kolommen"], "missie"]
    found = [[zicht.find(rij, naam) for naam in names] for rij in rows]
    known = [i for i in range(len(names)) if any(row[i] for row in found)]
    nota = any(f and f.nota for row in found for f in row)
    if not known or (zicht.bereik.alleen_nota and not nota):
        return
    if len(known) == 1:
        yield from _names_only(item, [row[known[0]] for row in found], zicht)
        return
    # What every row must say keeps its column when it was asked and is not known.
    kept = [i for i, naam in enumerate(names) if i in known or _asked(rows, naam, zicht)][:_MOST]
    velden = [_field(type(rows[0]), names[i]) for i in kept]
    cells = tuple(
        tuple(_cells(rij, [(names[i], row[i]) for i in kept], zicht))
        for rij, row in zip(rows, found, strict=True)
    )
    numeric = (i for i, v in enumerate(velden) if v.waardetype and v.waardetype.numeric)
    koppen = item.get("koppen", {})
    heads = tuple(koppen.get(v.naam, v.veld.label) for v in velden)
    yield Tabel(item["tabel"], heads, cells, frozenset(numeric))


def _asked(rows: list[Blok], naam: str, zicht: Zicht) -> bool:
    veld = _field(type(rows[0]), naam)
    return veld.veld.vereist.rij and any(zicht.missing(rij, naam) for rij in rows)


def _names_only(
    item: Mapping[str, Any], column: list[Gevonden | None], zicht: Zicht
) -> Iterator[Opmaak]:
    known = [f for f in column if f]
    if all(id(f.antwoord) in zicht.gezegd for f in known):
        return
    for found in known:
        zicht.say(found)
    zinnen = dict.fromkeys(Zin(f.cel, f.bronnen) for f in known)
    lead = item.get("enkel", f"{item['tabel']}:")
    if len(zinnen) == 1:
        yield paragraph(Zin(f"{lead} {zin.tekst}", zin.bronnen) for zin in zinnen)
        return
    yield Opmaak(escape(lead))
    yield Opmaak("\n".join(f"- {paragraph([zin])}" for zin in zinnen))


def _field(model: type[Blok], pad: str) -> Veldbeschrijving:
    naam, _, rest = pad.partition(".")
    veld = field_of(model, naam)
    return _field(veld.model, rest) if rest and veld.model else veld


def _cells(rij: Blok, row: list[tuple[str, Gevonden | None]], zicht: Zicht) -> Iterator[Cel]:
    """The cells of one row; each source is cited once, where it first carries something."""
    cited: set[tuple[str, str]] = set()
    for naam, found in row:
        if found is None:
            yield Cel(ONBEKEND if zicht.missing(rij, naam) else "")
            continue
        zicht.say(found)
        fresh = [v for v in found.bronnen if (v.sleutel, v.locator) not in cited]
        cited |= {(v.sleutel, v.locator) for v in fresh}
        yield Cel(found.cel, citation(fresh))


def spending(titel: str, zicht: Zicht) -> Iterator[Tabel]:
    """Spending per year and source of cover, with totals."""
    u = spending_per_year(zicht.b)
    if u is None or zicht.bereik.alleen_nota or zicht.bereik.soort:
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
