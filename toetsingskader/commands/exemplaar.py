"""A copy of a letter: composed, and with what says how it was made and what is still open."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.toets import Getoetst
from toetsingskader.document import Document, Proza, Slot
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.vingerafdruk import fingerprint
from toetsingskader.totstandkoming import Herkomst, colophon, properties

if TYPE_CHECKING:
    from toetsingskader.brief.wijzigingen import Vorige

OPEN_KOP = "Nog open in dit concept"


@dataclass(frozen=True)
class Exemplaar:
    """One copy: the letter to one chamber, or a note that has none."""

    soort: Briefsoort
    kamer: Kamer
    document: Document
    open_plekken: tuple[str, ...]
    """What a reader would find still to be filled in."""

    @property
    def bestand(self) -> str:
        """The file name of a concept, without extension."""
        return f"{SOORTEN[self.soort].bestand}{self.kenmerk}"

    @property
    def kenmerk(self) -> str:
        """The end of its file name: "-tk" or "-ek", nothing for what goes to no chamber."""
        return f"-{self.kamer.afkorting}" if SOORTEN[self.soort].aan_kamer else ""


def write_out(
    getoetst: Getoetst,
    kamer: Kamer,
    herkomst: Herkomst,
    sjablonen: Path,
    vorige: "Vorige | None",
    *,
    definitief: bool,
) -> Exemplaar:
    """Compose one copy of the letter that a record was checked for.

    `vorige` is the letter before, of which it may tell what changed. Raises ToolError when a
    template is wrong.
    """
    # Imported here: checking must not pay for the letter.
    from toetsingskader.brief.compose import compose, open_places

    b, toetsing, soort = getoetst.beoordeling, getoetst.toetsing, getoetst.soort
    document = compose(b, toetsing, soort, kamer, sjablonen, vorige, definitief=definitief)
    places = tuple(open_places(document))
    reader = SOORTEN[soort].lezer(kamer).removeprefix("de ")
    made = properties(b, herkomst, sjablonen, soort, reader)
    slot = Slot(colofon=colophon(made))
    if not definitief:
        slot = _with_open_points(slot, places, len(toetsing.belet_definitief))
    # What the letter does not print is not even there as a fingerprint.
    printed = {blok.punt for blok in document.blokken.values() if isinstance(blok, Proza)}
    document = replace(
        document,
        tijdstip=herkomst.tijdstip,
        slot=slot,
        eigenschappen=made,
        vingerafdrukken={
            sleutel: fingerprint(b, sleutel) for sleutel in b.proza if sleutel in printed
        },
    )
    return Exemplaar(soort, kamer, document, places)


def _with_open_points(slot: Slot, places: tuple[str, ...], blocking: int) -> Slot:
    """The list on the last page of a concept; nothing when nothing is open."""
    if not places and not blocking:
        return slot
    sentences = []
    if places:
        which = "is deze plek" if len(places) == 1 else "zijn deze plekken"
        sentences.append(f"In de tekst hierboven {which} nog in te vullen.")
    if blocking:
        verb = "houdt één bevinding" if blocking == 1 else f"houden {blocking} bevindingen"
        sentences.append(f"Volgens het rapport {verb} een definitieve versie nog tegen.")
    return replace(slot, kop=OPEN_KOP, inleiding=" ".join(sentences), open_plekken=places)
