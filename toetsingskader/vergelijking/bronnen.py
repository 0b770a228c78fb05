"""The sources of two versions of a record, each known by its key."""

from collections.abc import Iterator

from toetsingskader.kader.bronnen import Bronnen
from toetsingskader.toetsing import Bestemming
from toetsingskader.toetsing.wijzigingen import Feitwijziging


def compare_sources(oud: Bronnen, nieuw: Bronnen) -> Iterator[Feitwijziging]:
    """Every source that came or went, and every field of one that changed."""
    for sleutel in sorted({*oud.bronnen, *nieuw.bronnen}):
        before, after = oud.bronnen.get(sleutel), nieuw.bronnen.get(sleutel)
        if before and after:
            for naam in sorted({*before.velden, *after.velden}):
                was, now = before.veld(naam), after.veld(naam)
                if was != now:
                    yield Feitwijziging(f"@{sleutel}: {naam}", was, now, Bestemming.BRIEF)
        else:
            was, now = (bron.veld("title") or sleutel if bron else "" for bron in (before, after))
            yield Feitwijziging(f"@{sleutel}", was, now, Bestemming.BRIEF)
