"""Where a fact comes from, as far as a reader should be careful with it."""

from toetsingskader.kader.antwoord import Antwoord, Blok, Feit
from toetsingskader.kader.bronnen import Bronnen

MEDIA = "bron: media"
TWEEDE_HAND = "uit tweede hand"


def remarks(antwoord: Antwoord | Blok, bronnen: Bronnen) -> tuple[str, ...]:
    """What to know of the origin of a fact, or of a row by the source it names for itself."""
    if isinstance(antwoord, Antwoord):
        cited = antwoord.bron
    else:
        own = getattr(antwoord, "bron", None)
        cited = own.waarde or () if isinstance(own, Feit) else ()
    ranks = [bronnen.bronnen[v.sleutel].rang for v in cited if v.sleutel in bronnen]
    found = [MEDIA] if ranks and set(ranks) == {"media"} else []
    hand = getattr(antwoord, "uit_tweede_hand", None)
    if isinstance(hand, Feit) and hand.waarde == "ja":
        found.append(TWEEDE_HAND)
    return tuple(found)
