"""Codes of findings that are no rule of the book: families that say something of one kind."""

import re
from dataclasses import dataclass

from toetsingskader.kader import PROZA, PUNTEN
from toetsingskader.source import FOUTEN

_FILES = "|".join(re.escape(s.upper()) for s in ("dossier", *PROZA, *PUNTEN))


@dataclass(frozen=True)
class Codefamilie:
    """Codes that begin the same, and what they have in common."""

    naam: str
    patroon: str
    uitleg: str

    def bevat(self, code: str) -> bool:
        """Whether a code is one of these."""
        return re.fullmatch(self.patroon, code) is not None


CODEFAMILIES = (
    Codefamilie(
        "PUNT-VELD",
        rf"(?:{_FILES})-[A-Z0-9_-]+",
        "Ontbreekt: deze soort brief vraagt dit veld (of de tekst, of een open vraag is nog niet "
        "beantwoord). De code is het punt met het veld, zoals MANDAAT-RECHTSGRONDEN; "
        "'toetsingskader uitleg PUNT' noemt de velden.",
    ),
    Codefamilie(
        "LEES-…", r"LEES-[A-Z0-9-]+", "Ongeldig: het bestand is hier niet te lezen als velden."
    ),
    Codefamilie(
        "VELD-…",
        r"VELD-[A-Z_]+",
        "Ongeldig: het veld bestaat niet, of de waarde past niet bij het soort veld.",
    ),
    Codefamilie(
        "BRONNEN-…",
        r"BRONNEN-[A-Z]+",
        "Ongeldig: in bronnen.yaml mist een bron iets of klopt iets niet.",
    ),
    Codefamilie("MAP-…", r"MAP-[A-Z]+", "Een bestand ontbreekt in de map, of hoort er niet."),
    Codefamilie(
        "TABEL-…", r"TABEL-[A-Z]+", "Een tabel in 'bijlagen' is niet te lezen of te vinden."
    ),
    Codefamilie(
        "FIGUUR-…",
        r"FIGUUR-(?:PAD|ONTBREEKT|BESTAND|AANTAL)",
        "Ongeldig: een figuur is in 'bijlagen' niet te vinden of mag niet in de brief; daar staat "
        "dan dat zij ontbreekt.",
    ),
    Codefamilie(
        "SCHEMA-…", r"SCHEMA-[A-Z]+", "Let op: het dossier is in een ouder schema geschreven."
    ),
    Codefamilie(
        "AANVAARD-…",
        r"AANVAARD-[A-Z-]+",
        "Let op: met een aanvaarde bevinding in dossier.yaml is iets aan de hand.",
    ),
    Codefamilie(
        "BRIEF-OPEN", "BRIEF-OPEN", "Ontbreekt: in een definitieve brief staat nog een open plek."
    ),
    Codefamilie(
        "PARAAF-…",
        "PARAAF-(?:ONTBREEKT|VERVALLEN)",
        "Ontbreekt: een definitieve brief vraagt een paraaf die er niet is, of die over een "
        "eerdere tekst ging; 'toetsingskader kader PUNT' noemt welke parafen een punt nodig heeft.",
    ),
    Codefamilie(
        "PDF-TEKEN", "PDF-TEKEN", "Let op: een teken zit niet in het lettertype van de PDF."
    ),
)


def explain(code: str) -> str:
    """What a code means that is no rule; empty when there is no such code."""
    if code in FOUTEN:
        return f"Ongeldig: {FOUTEN[code]}"
    if code.startswith("LEES-"):
        return ""
    return next((f.uitleg for f in CODEFAMILIES if f.bevat(code)), "")
