"""What a search found, for a terminal and as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from toetsingskader.rapport.inert import inert, inert_toetsing
from toetsingskader.rapport.json_formaat import escape_controls
from toetsingskader.rapport.kolommen import afbreken
from toetsingskader.rapport.zinnen import aantal
from toetsingskader.toetsing import Plaats

VERSIE = 1
"""Of the JSON; goes up when a key changes meaning or disappears."""


@dataclass(frozen=True, order=True)
class Treffer:
    """One place where all words stand."""

    plaats: Plaats
    soort: str
    """"gegevens", "tekst" or "bronnen"."""
    punt: str
    """Title of the point, or what the file is called."""
    veld: str
    fragment: str
    optie: str = ""
    """The option whose file it is, if any."""


@dataclass(frozen=True)
class Doorzocht:
    """One record that was searched, or why it could not be read."""

    map: str
    titel: str
    treffers: tuple[Treffer, ...] = ()
    fout: str = ""
    code: int = 0
    """The exit code that goes with it."""


def tekst(doorzocht: Sequence[Doorzocht], woorden: Sequence[str]) -> str:
    """The hits of each record below its title, and how many there are."""
    regels: list[str] = []
    for record in map(inert_toetsing, doorzocht):
        if record.treffers:
            regels += [*afbreken(f"{record.titel} ({record.map})"), *_hits(record), ""]
    return "\n".join([*regels, *afbreken(inert(_counted(doorzocht, woorden)))]) + "\n"


def _hits(record: Doorzocht) -> Iterator[str]:
    for t in record.treffers:
        optie = f" (optie {t.optie})" if t.optie else ""
        yield from afbreken(f"{t.plaats}: {t.punt}{optie} — {t.veld}: {t.fragment}", vervolg="    ")


def _counted(doorzocht: Sequence[Doorzocht], woorden: Sequence[str]) -> str:
    read = [r for r in doorzocht if not r.fout]
    hits = sum(len(r.treffers) for r in read)
    asked = " ".join(f"'{w}'" for w in woorden)
    if not hits:
        return f"Niets gevonden van {asked} in {_records(len(read))}."
    found = sum(bool(r.treffers) for r in read)
    where = _records(found) if found == len(read) else f"{found} van {_records(len(read))}"
    return f"{aantal(hits, 'treffer', 'treffers')} van {asked} in {where}."


def _records(n: int) -> str:
    return aantal(n, "beoordeling", "beoordelingen")


def json_tekst(doorzocht: Sequence[Doorzocht], woorden: Sequence[str]) -> str:
    """The same as indented JSON that ends with a newline; texts are unchanged."""
    inhoud = {
        "versie": VERSIE,
        "woorden": list(woorden),
        "aantal": sum(len(r.treffers) for r in doorzocht),
        "treffers": [
            {"map": r.map, "titel": r.titel, **asdict(t)} for r in doorzocht for t in r.treffers
        ],
        "niet_te_lezen": [{"map": r.map, "fout": r.fout} for r in doorzocht if r.fout],
    }
    return escape_controls(json.dumps(inhoud, ensure_ascii=False, indent=2)) + "\n"
