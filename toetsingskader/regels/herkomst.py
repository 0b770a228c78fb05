"""Where a fact comes from, as far as a reader should be careful with it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from toetsingskader.kader.antwoord import Blok, Feit
from toetsingskader.kader.bronnen import Bronnen
from toetsingskader.kader.veld import Bezoek, loop
from toetsingskader.regels.verwijzingen import cited_by
from toetsingskader.source import Pad

MEDIA = "bron: media"
DEELS_MEDIA = "deels bron: media"
TWEEDE_HAND = "uit tweede hand"


def remarks_on(houder: Blok, bronnen: Bronnen) -> Mapping[Pad, tuple[str, ...]]:
    """What to know of the origin of each field, and of each row of a list, by its path."""
    groups: dict[Pad, list[Bezoek]] = defaultdict(list)
    for bezoek in loop(houder):
        row = bezoek.pad[1:2] if isinstance((*bezoek.pad, "")[1], int) else ()
        groups[(bezoek.pad[0], *row)].append(bezoek)
    found = {pad: tuple(_remarks(group, bronnen)) for pad, group in groups.items()}
    return defaultdict(tuple, found)


def _remarks(bezoeken: Iterable[Bezoek], bronnen: Bronnen) -> Iterable[str]:
    by_row: dict[int, list[str]] = defaultdict(list)
    second_hand = False
    for bezoek in bezoeken:
        by_row[id(bezoek.rij)] += [v.sleutel for v in cited_by(bezoek)]
        antwoord = bezoek.antwoord
        if bezoek.beschrijving.naam == "uit_tweede_hand" and isinstance(antwoord, Feit):
            second_hand = second_hand or antwoord.waarde == "ja"
    only_media = [
        all(_rang(bronnen, sleutel) == "media" for sleutel in sleutels)
        for sleutels in by_row.values()
        if sleutels
    ]
    if any(only_media):
        yield MEDIA if all(only_media) else DEELS_MEDIA
    if second_hand:
        yield TWEEDE_HAND


def _rang(bronnen: Bronnen, sleutel: str) -> str:
    return bronnen.bronnen[sleutel].rang if sleutel in bronnen else ""
