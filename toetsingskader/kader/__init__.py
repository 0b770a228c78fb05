"""The framework (kader): what an assessment consists of. Shape and metadata only.

The folders mirror a record: willen/, mogen/, kunnen/, one class per aandachtspunt.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from toetsingskader.afbeelding import Afbeelding
from toetsingskader.kader.bronnen import Bronnen
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.kunnen.bevelsstructuur import Bevelsstructuur
from toetsingskader.kader.kunnen.deelnemende_landen import DeelnemendeLanden
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.financien import Financien
from toetsingskader.kader.kunnen.geweldsinstructie import Geweldsinstructie
from toetsingskader.kader.kunnen.haalbaarheid import Haalbaarheid
from toetsingskader.kader.kunnen.monitoring_evaluatie import MonitoringEvaluatie
from toetsingskader.kader.kunnen.navo_carve_out import NavoCarveOut
from toetsingskader.kader.kunnen.operatie import Operatie
from toetsingskader.kader.kunnen.risicos import Risicos
from toetsingskader.kader.kunnen.samenhang import Samenhang
from toetsingskader.kader.mogen.draagvlak import Draagvlak
from toetsingskader.kader.mogen.exit_strategie import ExitStrategie
from toetsingskader.kader.mogen.mandaat import Mandaat
from toetsingskader.kader.mogen.steun_bondgenoten import SteunBondgenoten
from toetsingskader.kader.mogen.toestemming_partijen import ToestemmingPartijen
from toetsingskader.kader.parafen import Parafen
from toetsingskader.kader.prozastuk import PROZASTUKKEN
from toetsingskader.kader.punt import Paraafeis, Punt, needed_parafen
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.willen.alternatieven import Alternatieven
from toetsingskader.kader.willen.gronden_voor_deelname import GrondenVoorDeelname
from toetsingskader.kader.willen.invloed import Invloed
from toetsingskader.kader.willen.politieke_context import PolitiekeContext
from toetsingskader.source import Location, Pad
from toetsingskader.toetsing import Plaats

P = TypeVar("P", bound=Punt)

PUNTEN: dict[str, type[Punt]] = {
    punt.kader.sleutel: punt
    for punt in (
        GrondenVoorDeelname,
        PolitiekeContext,
        Invloed,
        Alternatieven,
        Mandaat,
        Draagvlak,
        ToestemmingPartijen,
        SteunBondgenoten,
        ExitStrategie,
        Operatie,
        Haalbaarheid,
        DeelnemendeLanden,
        Eenheden,
        NavoCarveOut,
        Bevelsstructuur,
        Geweldsinstructie,
        Risicos,
        Samenhang,
        Financien,
        MonitoringEvaluatie,
    )
}
"""The twenty points by key, in the order of a record."""

PROZA = {sleutel: stuk.titel for sleutel, stuk in PROZASTUKKEN.items()}
"""Prose of the letter that is no point: file stem to title."""
PROZA_SOORTEN = {sleutel: stuk.soorten for sleutel, stuk in PROZASTUKKEN.items()}
"""For which letters that prose is required."""

SECRETARIS = "secretaris van het dossier"
"""Who acts on what is wrong with the files themselves."""
EIGENAAR_DOSSIER = "BZ/DVB"
"""Who acts on the dossier as a whole: Buitenlandse Zaken leads the article 100 procedure."""
PARAFEN_PROZA = needed_parafen((EIGENAAR_DOSSIER,))
"""The approvals that a final letter needs of that prose."""


def title_of(sleutel: str) -> str:
    """What a reader calls a point, or the prose that is no point; its key for what is neither."""
    punt = PUNTEN.get(sleutel)
    return punt.kader.titel if punt else PROZA.get(sleutel, sleutel)


def parafen_of(sleutel: str) -> tuple[Paraafeis, ...]:
    """The approvals that a final letter needs of a point, or of that prose."""
    return PUNTEN[sleutel].kader.parafen if sleutel in PUNTEN else PARAFEN_PROZA


@dataclass(frozen=True)
class Proza:
    """The prose of one file and where it starts."""

    tekst: str
    regel: int = 1

    @property
    def woorden(self) -> int:
        """Number of words."""
        return len(self.tekst.split())

    def plaats(self, positie: int) -> Location:
        """The place in the file of an offset in the text."""
        line = bisect_right(self._line_starts, positie) - 1
        return Location(self.regel + line, positie - self._line_starts[line] + 1)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        """Kept, for a text may have many findings."""
        return (0, *(m.end() for m in re.finditer("\n", self.tekst)))


@dataclass(frozen=True)
class Bestand:
    """What is known of one file of the record after reading: places, and what was unreadable."""

    pad: str
    plaatsen: Mapping[Pad, Location] = field(default_factory=dict)
    onleesbare_velden: tuple[Pad, ...] = ()
    leesbaar: bool = True
    aanwezig: bool = True

    def plaats(self, pad: Pad) -> Location:
        """The place of a key, or of the nearest key around it that exists."""
        while pad and pad not in self.plaatsen:
            pad = pad[:-1]
        return self.plaatsen.get(pad, Location(1, 1))


@dataclass(frozen=True)
class Beoordeling:
    """One assessment, read: typed facts, prose, sources, and the place of everything.

    Files are keyed by what they are: "dossier", "bronnen", "parafen", "kern", "afweging" or a
    point's key.
    """

    slug: str
    map: str
    dossier: Dossier
    punten: Mapping[str, Punt]
    proza: Mapping[str, Proza]
    bronnen: Bronnen
    bestanden: Mapping[str, Bestand]
    figuren: Mapping[str, Afbeelding] = field(default_factory=dict)
    """The pictures that prose shows and that may be shown, by their path."""
    opties: Mapping[str, "Beoordeling"] = field(default_factory=dict)
    """The assessment of each option with files of its own: those replaced, the rest inherited."""
    eigen: frozenset[str] = frozenset()
    """The keys of the files that this option has of its own."""
    gevraagd: Briefsoort | None = None
    """The kind of letter that it is checked for."""
    parafen: Parafen = field(default_factory=Parafen)

    def voor_optie(self, sleutel: str | None) -> "Beoordeling":
        """The assessment when this option is taken; itself when it has no files of its own."""
        return self.opties.get(sleutel or "", self)

    @property
    def gekozen(self) -> str | None:
        """The option that was chosen, when exactly one was."""
        chosen = [o.sleutel.waarde for o in self.dossier.opties if o.status.waarde == "gekozen"]
        return chosen[0] if len(chosen) == 1 else None

    def punt(self, soort: type[P]) -> P:
        """The point of this class."""
        punt = self.punten[soort.kader.sleutel]
        assert isinstance(punt, soort)
        return punt

    def eigen_directies(self, sleutel: str) -> tuple[str, ...]:
        """The offices that wrote a point, or that prose."""
        punt = self.punten.get(sleutel)
        return punt.eigen_directies if punt else (EIGENAAR_DOSSIER,)

    @property
    def peildatum(self) -> date | None:
        """The day up to which facts count, None when the record does not say."""
        datum = self.dossier.peildatum.waarde
        return datum.tot_en_met if datum else None

    def place(self, sleutel: str, pad: Pad) -> Plaats:
        """The place of a field, or of the nearest one around it that exists."""
        bestand = self.bestanden[sleutel]
        found = bestand.plaats(pad)
        return Plaats(found.bestand or bestand.pad, found.regel, found.kolom)

    def place_in_prose(self, sleutel: str, positie: int) -> Plaats:
        """The place of an offset in the prose of one file."""
        found = self.proza[sleutel].plaats(positie)
        return Plaats(self.bestanden[sleutel].pad, found.regel, found.kolom)
