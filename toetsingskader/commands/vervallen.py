"""Which change voided an approval: a point now beside the version that was read, as git has it."""

from dataclasses import replace
from pathlib import Path

from toetsingskader.commands.gelezen import find_read, read_version
from toetsingskader.errors import ToetsingskaderError
from toetsingskader.kader import Beoordeling
from toetsingskader.toetsing import Toetsing
from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand
from toetsingskader.vergelijking.punt import what_changed

ONBEKEND = "niet na te gaan welke wijziging"


def with_changes(toetsing: Toetsing, b: Beoordeling, folder: Path) -> Toetsing:
    """The same result, in which each approval that no longer holds says what changed since."""
    past = _Past(folder)
    parafen = tuple(
        replace(stand, gewijzigd=_changes(stand, b, past)) if _is_void(stand) else stand
        for stand in toetsing.parafen
    )
    return replace(toetsing, parafen=parafen)


def _is_void(stand: Paraafstand) -> bool:
    return stand.staat is Paraafstaat.VERVALLEN


def _changes(stand: Paraafstand, b: Beoordeling, past: "_Past") -> tuple[str, ...]:
    then = past.at(stand.versie)
    found = what_changed(then, b, stand.punt) if then else []
    return tuple(found) or (ONBEKEND,)


class _Past:
    """The record as it was in earlier versions, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Beoordeling | None] = {}

    def at(self, naam: str) -> Beoordeling | None:
        """The record in this version; None when git does not have it, or it cannot be read."""
        if naam not in self._read:
            try:
                versie = find_read(self._folder, naam)
                self._read[naam] = read_version(self._folder, versie.commit) if versie else None
            except ToetsingskaderError:
                self._read[naam] = None
        return self._read[naam]
