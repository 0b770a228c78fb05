"""The files of a record as JSON Schema, for an editor that helps while one types.

It refuses nothing that the program reads: what a schema cannot judge (a date, an amount, what two
facts say together), it leaves to the program. Its sentences are those of the framework.
"""

import json
from collections.abc import Callable, Mapping

from toetsingskader.errors import UsageError
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.parafen import Parafen
from toetsingskader.naslag.schema.bronnen import bronnen_schema
from toetsingskader.naslag.schema.json_schema import Schema
from toetsingskader.naslag.schema.velden import model_schema

__all__ = ["GEMAAKT", "NIET_WIJZIGEN", "SCHEMAS", "schema_text"]

GEMAAKT = "Gemaakt met 'toetsingskader"
"""How a file begins that the program makes, and may make again."""
NIET_WIJZIGEN = "wijzigingen hierin gaan verloren."

SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "dossier": lambda: model_schema(
        Dossier, "dossier.yaml", "De gegevens van de beoordeling als geheel.", "b"
    ),
    "bronnen": bronnen_schema,
    "parafen": lambda: model_schema(
        Parafen, "parafen.yaml", "Wie welk punt in welke versie heeft geparafeerd.", "i"
    ),
    **{
        sleutel: (
            lambda punt=punt: model_schema(  # type: ignore[misc]
                punt, f"{punt.kader.titel} (gegevens)", punt.kader.vraag, "b"
            )
        )
        for sleutel, punt in PUNTEN.items()
    },
}
"""What has a schema: the YAML files of a record, and the facts at the top of each point."""


def schema_text(naam: str) -> str:
    """The schema of this name as JSON; raises UsageError when there is none."""
    if naam not in SCHEMAS:
        raise UsageError(f"Van '{naam}' is er geen schema. Kies uit: {', '.join(SCHEMAS)}.")
    made = {"$comment": f"{GEMAAKT} schema {naam}'; {NIET_WIJZIGEN}", **SCHEMAS[naam]()}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"
