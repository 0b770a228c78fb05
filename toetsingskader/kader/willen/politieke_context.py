"""Contextanalyse: the conflict, its parties and prospects.

Source: point 2 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class PolitiekeContext(Punt):
    """Contextanalyse."""

    kader: ClassVar = Aandachtspunt(
        sleutel="politieke-context",
        pijler="willen",
        titel="Contextanalyse",
        vraag="Wat is het conflict, wie zijn de partijen, en hoe staat het met de "
        "veiligheid en het zoeken naar een politieke oplossing?",
        eigenaar="BZ (regiodirectie)",
        kop="Contextanalyse",
        nummer="2",
        soorten="K A V L",
    )
