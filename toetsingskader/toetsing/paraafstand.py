"""Where the approvals of a record stand, as plain values for reports; part of a `Toetsing`."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Paraafstaat(StrEnum):
    """Where an approval stands; computed, never typed."""

    NIET_AKKOORD = "niet akkoord"
    VERVALLEN = "vervallen"
    ONTBREEKT = "ontbreekt"
    GELDIG = "geldig"


@dataclass(frozen=True)
class Paraafstand:
    """One approval: needed, registered, or both. The paraaf itself is in the DMS."""

    punt: str
    titel: str
    soort: str
    """"paraaf" or "medeparaaf"."""
    namens: str
    """The office; empty for a missing one that any other office than the opsteller may give."""
    staat: Paraafstaat
    nodig: bool
    """Whether it stands for an approval that a final letter needs; an extra one does not count."""
    rol: str = ""
    op: str = ""
    versie: str = ""
    """The version that was read."""
    reden: str = ""
    kenmerk: str = ""
    gewijzigd: tuple[str, ...] = ()
    """What changed at the point since that version."""

    @property
    def gelezen(self) -> str:
        """What was read, as short as a letter names it: "versie 4, naar mr", "commit 1a2b…"."""
        if re.fullmatch(r"[0-9a-f]{40}", self.versie):
            return f"commit {self.versie[:12]}"
        if numbered := re.fullmatch(r"v(\d+)-(.+)", self.versie):
            return f"versie {numbered[1]}, {numbered[2].replace('-', ' ')}"
        return f"versie {self.versie.removeprefix('v')}" if self.versie else ""

    @property
    def wie(self) -> str:
        """Whose it is, or may be."""
        return self.namens or "een andere directie dan de opsteller"
