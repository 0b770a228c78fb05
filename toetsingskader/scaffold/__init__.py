"""A new assessment: answers to a few questions → the files of a record that asks the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.prozastuk import PROZASTUKKEN, Prozastuk
from toetsingskader.kader.punt import Aandachtspunt
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.versie import KADER, SCHEMA
from toetsingskader.naslag.brieven import letters
from toetsingskader.scaffold.cutter import cut
from toetsingskader.scaffold.uitleg import belongs, dossier_fields, point_fields, wrapped
from toetsingskader.scaffold.voorbeelden import sources
from toetsingskader.source import Data, yaml_lines
from toetsingskader.waarden.tekst import make_key

__all__ = ["Missie", "Opgave", "first_facts", "new_record"]

_ARTIKEL = {
    Briefsoort.ARTIKEL_100: "artikel_100_lid_1",
    Briefsoort.ARTIKEL_97: "artikel_97",
}
"""The article that a kind of letter is about; where it does not say, the record must."""


@dataclass(frozen=True)
class Missie:
    """A mission, and the states it takes place in."""

    naam: str
    gastlanden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opgave:
    """What is known when a record begins; every text as it may stand in the record."""

    titel: str
    slug: str
    peildatum: str
    soort: Briefsoort
    ministerie: str = ""
    missies: tuple[Missie, ...] = ()
    aanleiding: Mapping[str, str] = field(default_factory=dict)
    regelsets: tuple[str, ...] = ()
    planning: Mapping[str, str] = field(default_factory=dict)
    """Steps with their dates."""


def new_record(opgave: Opgave) -> dict[str, bytes]:
    """The files of a new record by their path in it."""
    return cut(
        opgave.slug,
        {
            "titel": opgave.titel,
            "brief": opgave.soort.label,
            "dossier": [asdict(v) for v in dossier_fields(first_facts(opgave))],
            "bronnen": yaml_lines({"references": sources()})[1:],
            "punt": {sleutel: _punt(sleutel, opgave.soort) for sleutel in PUNTEN},
            "proza": {sleutel: _proza(stuk) for sleutel, stuk in PROZASTUKKEN.items()},
        },
    )


def first_facts(opgave: Opgave) -> dict[str, Data]:
    """What dossier.yaml says from the start."""
    filled: dict[str, Data] = {
        "schema": str(SCHEMA),
        "kader": KADER,
        "regelsets": list(opgave.regelsets),
        "titel": opgave.titel,
        "peildatum": opgave.peildatum,
        "missies": _missies(opgave.missies),
        "artikel": _ARTIKEL.get(opgave.soort),
        "aanleiding": dict(opgave.aanleiding),
        "brieven": [{"soort": opgave.soort.value, "betreft": opgave.titel}],
        "afzender": {"ministerie": f"Ministerie van {opgave.ministerie}"}
        if opgave.ministerie
        else {},
        "planning": [{"stap": s, "datum": d} for s, d in opgave.planning.items()],
    }
    return {naam: waarde for naam, waarde in filled.items() if waarde or naam == "regelsets"}


def _missies(missies: tuple[Missie, ...]) -> Data:
    """Each mission with a key of its own."""
    rows: dict[str, Data] = {}
    for number, missie in enumerate(missies, 1):
        key = make_key(missie.naam, 40) or f"missie-{number}"
        while key in rows:
            key = f"{key}-{number}"
        landen: list[Data] = [{"land": land} for land in missie.gastlanden]
        row: dict[str, Data] = {"sleutel": key, "naam": missie.naam}
        rows[key] = {**row, "gastlanden": landen} if landen else row
    return list(rows.values())


def _punt(sleutel: str, soort: Briefsoort) -> dict[str, object]:
    kader = PUNTEN[sleutel].kader
    return {
        **_kop(kader, _hoort(sleutel, soort)),
        "pijler": kader.pijler,
        "velden": [asdict(v) for v in point_fields(sleutel)],
    }


def _proza(stuk: Prozastuk) -> dict[str, object]:
    return _kop(
        stuk,
        (
            f"Dit is tekst voor de brief die geen aandachtspunt is ({letters(stuk.soorten)}). "
            "Schrijf haar onder de laatste regel met ---; hierboven komen geen gegevens.",
        ),
    )


def _kop(onderwerp: Aandachtspunt | Prozastuk, hoort: Iterable[str]) -> dict[str, object]:
    """What a file begins with: the question, why it is asked, what a good answer has."""
    return {
        "titel": onderwerp.titel,
        "vraag": wrapped(onderwerp.vraag),
        "waarom": wrapped(onderwerp.waarom),
        "goed": [line for zin in onderwerp.goed for line in wrapped(zin, first="- ")],
        "hoort": [line for zin in hoort for line in wrapped(zin)],
    }


def _hoort(sleutel: str, soort: Briefsoort) -> Iterator[str]:
    """What belongs in the letter, what only elsewhere, and who writes it."""
    kader, fields = PUNTEN[sleutel].kader, belongs(sleutel, soort)
    where = f"In de brief onder '{kader.kop}' ({letters(kader.soorten)})."
    yield f"Eigenaar: {kader.eigenaar}. {where}"
    if fields["nodig"]:
        yield f"De {soort.label} vraagt: {fields['nodig']}."
    if fields["brief"]:
        yield f"In de brief als het er is: {fields['brief']}."
    if fields["elders"]:
        yield f"Nooit in de brief: {fields['elders']}."
