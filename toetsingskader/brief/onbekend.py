"""What was asked and is not known, said in Dutch: per heading of the letter one sentence."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from toetsingskader.brief.soorten import ONBEKEND
from toetsingskader.brief.woorden import enumerate_dutch
from toetsingskader.kader.punt import Punt
from toetsingskader.kader.veld import Bezoek, visits
from toetsingskader.kader.weergave import decapitalise, name_of
from toetsingskader.regels.verslag import is_unknown
from toetsingskader.sjablonen import read_words
from toetsingskader.source import dotted


def read_phrases(sjablonen: Path) -> Mapping[str, str]:
    """How each field is called when it is not known: "mandaat.mandaten.geldig" to a phrase."""
    return {
        f"{punt}.{veld}": str(phrase)
        for punt, own in read_words(sjablonen, ONBEKEND).items()
        for veld, phrase in own.items()
    }


def missing_facts(punt: Punt, phrases: Mapping[str, str]) -> str:
    """What is not known of a point: "wie het mandaat geeft en hoe lang het geldt"."""
    return enumerate_dutch(list(dict.fromkeys(_phrases(punt, phrases))))


def _phrases(punt: Punt, phrases: Mapping[str, str]) -> Iterator[str]:
    groups: dict[str, list[Bezoek]] = {}
    for bezoek in visits(punt):
        groups.setdefault(dotted(bezoek.pad), []).append(bezoek)
    for path, bezoeken in groups.items():
        missing = [x for x in bezoeken if is_unknown(punt, x)]
        if missing:
            label = decapitalise(missing[0].beschrijving.veld.label)
            phrase = phrases.get(f"{punt.kader.sleutel}.{path}", label)
            # A row is named only where the same field is known of another row.
            names = [name_of(x.rij) for x in missing if x.rij]
            named = any(names) and len(missing) < len(bezoeken)
            yield f"{phrase} ({enumerate_dutch(names)})" if named else phrase
