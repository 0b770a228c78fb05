"""The steps from one schema to the next. A next step is a row here and a list of fields.

The list `schema-<van>.txt` holds the fields that the older schema had, one path per line, those
that every point has under `punt.`; what the framework has besides is new to answer.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hernoeming:
    """A field that has another name: its file, its path without rows, and its new key."""

    bestand: str
    pad: str
    naar: str

    @property
    def van(self) -> str:
        """The old key."""
        return self.pad.rpartition(".")[2]


@dataclass(frozen=True)
class Stap:
    """What changes from schema `van` to the next."""

    van: int
    hernoemingen: tuple[Hernoeming, ...]

    @property
    def naar(self) -> int:
        """The schema it leads to."""
        return self.van + 1


STAPPEN = (
    Stap(
        1,
        (
            # Units call the same things so.
            Hernoeming("dossier", "besluit.maxima.huidig", "aantal_huidig"),
            Hernoeming("dossier", "besluit.maxima.maximaal", "aantal_max"),
        ),
    ),
)


def steps_from(schema: int) -> tuple[Stap, ...]:
    """The steps that a record of this schema still has to take."""
    return tuple(stap for stap in STAPPEN if stap.van >= schema)
