"""Which framework and which form of the record this program knows."""

import re
from typing import Annotated

from toetsingskader.waarden import Waardetype, normalise
from toetsingskader.waarden.waardetype import refuse

SCHEMA = 2
"""The form of a record: goes up when a field gets another name or meaning. See `migratie`."""
KADER = "toetsingskader-2014"
ALGORITME = 2
"""How fingerprints are made: goes up when the same record would give another one; stands before
each of them. Older ones stay known, so that a newer program voids no approval."""
UITLEG_SCHEMA = f"Dat is het nummer van de opbouw van deze map; voor een nieuw dossier {SCHEMA}."
UITLEG_KADER = f"Dat is het kader waaraan wordt getoetst: {KADER}."


def _parse_schema(text: str) -> int:
    typed = text.strip()
    number = int(typed) if re.fullmatch(r"[0-9]{1,4}", typed) else 0
    if number > SCHEMA:
        raise refuse(
            "SCHEMA",
            f"Dit dossier is geschreven in schema {number}, en dit programma kent schema's tot en "
            f"met {SCHEMA}. Gebruik een nieuwere versie van het programma; deze kan het dossier "
            "niet goed lezen.",
        )
    if number < 1:
        raise refuse(
            "SCHEMA",
            f"'{typed}' is geen schema. Schrijf hier het nummer van het schema waarin dit dossier "
            f"is geschreven; voor een nieuw dossier is dat {SCHEMA}.",
        )
    return number


def _parse_kader(text: str) -> str:
    if normalise(text) != normalise(KADER):
        raise refuse(
            "KADER",
            f"Het kader '{text}' is niet bekend: dit programma toetst aan '{KADER}'. Corrigeer de "
            "naam, of gebruik een nieuwere versie van het programma als dit een nieuwer kader is.",
        )
    return KADER


SchemaVeld = Annotated[
    int, Waardetype("het nummer van een schema", _parse_schema, str, str(SCHEMA), numeric=True)
]
KaderVeld = Annotated[str, Waardetype("de naam van een kader", _parse_kader, str, KADER)]
