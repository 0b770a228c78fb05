"""Finding: where in a record a piece of text stands, and which point was meant."""

import difflib
from collections.abc import Iterable

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.veld import visits
from toetsingskader.kader.weergave import show
from toetsingskader.toetsing import Plaats


def find_text(b: Beoordeling, text: str) -> tuple[str, Plaats]:
    """The first file and place that hold this text: prose, then facts, then sources.

    When it is nowhere (it may stand in a template), the place is the start of dossier.yaml.
    """
    for sleutel, proza in b.proza.items():
        found = proza.tekst.find(text)
        if found >= 0:
            return sleutel, b.place_in_prose(sleutel, found)
    for sleutel, houder in [("dossier", b.dossier), *b.punten.items()]:
        for bezoek in visits(houder):
            if not bezoek.beschrijving.model and text in show(bezoek.beschrijving, bezoek.antwoord):
                return sleutel, b.place(sleutel, bezoek.pad)
    for bron in b.bronnen.bronnen.values():
        for naam in bron.velden:
            if text in bron.veld(naam):
                return "bronnen", b.place("bronnen", (*bron.pad, naam))
    return "dossier", b.place("dossier", ())


def unknown_point(naam: str, bekend: Iterable[str]) -> str:
    """The sentence about a point that is not known, with the one that may be meant."""
    known = list(bekend)
    near = difflib.get_close_matches(naam, known, 1)
    hint = f" Bedoelde u {near[0]}?" if near else ""
    return f"Het punt '{naam}' bestaat niet.{hint} Er is: {', '.join(known)}."
