"""What today's framework asks that an older schema did not."""

from collections.abc import Iterator
from importlib.resources import files

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK
from toetsingskader.kader.veld import alle_velden
from toetsingskader.kader.weergave import ADMINISTRATIVE, decapitalise
from toetsingskader.migratie.stappen import steps_from
from toetsingskader.source import Data


def fields_of(schema: int) -> frozenset[str]:
    """The fields that this older schema had."""
    text = files("toetsingskader.migratie").joinpath(f"schema-{schema}.txt").read_text("utf-8")
    return frozenset(text.split())


def new_fields(schema: int, sleutel: str, data: Data) -> tuple[str, ...]:
    """What a file of this schema does not answer yet: labels of the fields that came later.

    Of a new list or block only the whole is named; what the file answers already is not.
    """
    known = fields_of(schema) | {
        f"{h.bestand}.{h.pad.rpartition('.')[0]}.{h.naar}"
        for stap in steps_from(schema)
        for h in stap.hernoemingen
    }
    there = data if isinstance(data, dict) else {}
    model = Dossier if sleutel == "dossier" else PUNTEN[sleutel]
    return tuple(
        label
        for pad, label in _top_of_what_is_new(sleutel, model, known)
        if not ("." not in pad and there.get(pad))
    )


def _top_of_what_is_new(
    sleutel: str, model: type[Blok], known: frozenset[str]
) -> Iterator[tuple[str, str]]:
    labels: dict[str, str] = {}
    new: set[str] = set()
    for pad, beschrijving in alle_velden(model):
        around = pad.rpartition(".")[0]
        own = beschrijving.veld.label
        labels[pad] = f"{labels[around]}: {decapitalise(own)}" if around else own
        common = sleutel != "dossier" and pad.split(".")[0] in GEMEENSCHAPPELIJK
        if around in new:
            new.add(pad)
        elif around and beschrijving.naam in ADMINISTRATIVE:
            # That a source may now be given for something known is no question.
            continue
        elif f"{'punt' if common else sleutel}.{pad}" not in known:
            new.add(pad)
            yield pad, labels[pad]
