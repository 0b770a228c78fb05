"""The values that a form was made from, kept in the form: what a change is measured against."""

import json
from collections.abc import Iterable, Mapping

from toetsingskader.formulier.ingevuld import Uitgangspunt
from toetsingskader.formulier.model import Puntformulier

NAMESPACE = "urn:toetsingskader:formulier:1"
_ROOT = '<formulier xmlns="urn:toetsingskader:formulier:1">'


def write(punten: Iterable[Puntformulier]) -> bytes:
    """The values of these points as XML: Word keeps that with the file and never shows it."""
    content = {p.sleutel: {"gegevens": p.gegevens, "tekst": p.tekst} for p in punten}
    # JSON in ASCII: nothing in it needs more escaping than these three.
    text = json.dumps(content, sort_keys=True)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(char, entity)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{_ROOT}{text}</formulier>".encode()


def read(text: str) -> Mapping[str, Uitgangspunt]:
    """The values by point; raises ValueError when they were spoiled."""
    content = json.loads(text)
    return {
        sleutel: Uitgangspunt(values["gegevens"], str(values["tekst"]))
        for sleutel, values in dict(content).items()
    }
