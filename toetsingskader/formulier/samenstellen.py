"""From the files of a record to what a form asks of each point."""

from dataclasses import dataclass

from toetsingskader.formulier.boom import parts_of
from toetsingskader.formulier.model import Onderdeel, Puntformulier
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.prozastuk import PROZASTUKKEN
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK
from toetsingskader.source import Data, Source

_LAST = (
    "opsteller",
    "medebetrokken",
    "peildatum",
    "houdbaar_tot",
    "rubricering",
    "nvt",
    "in_tekst",
)
"""Fields about the point and not about the world: they stand below the others."""


@dataclass(frozen=True)
class Bestandsbron:
    """A file of the record: what it holds, and where it is."""

    sleutel: str
    bestand: str
    source: Source | None


def fields_of(sleutel: str, data: Data) -> tuple[Onderdeel, ...]:
    """The fields of a point with these answers; none for a text that is no point."""
    punt = PUNTEN.get(sleutel)
    return parts_of(punt, data, GEMEENSCHAPPELIJK, _LAST) if punt else ()


def form_of(bron: Bestandsbron, vingerafdruk: str) -> Puntformulier:
    """What a form asks of one point, or of a text that is no point."""
    source = bron.source or Source({})
    kader = PUNTEN[bron.sleutel].kader if bron.sleutel in PUNTEN else PROZASTUKKEN[bron.sleutel]
    found = fields_of(bron.sleutel, source.data) if not source.broken else ()
    return Puntformulier(
        bron.sleutel,
        kader.titel,
        kader.vraag,
        kader.waarom,
        kader.goed,
        bron.bestand,
        found[: -len(_LAST)],
        found[-len(_LAST) :],
        source.data or {},
        source.body,
        vingerafdruk,
        leesbaar=not source.broken,
    )
