"""Gronden voor deelname: why the Netherlands takes part.

Source: point 1 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class GrondenVoorDeelname(Punt):
    """Gronden voor deelname."""

    kader: ClassVar = Aandachtspunt(
        sleutel="gronden-voor-deelname",
        pijler="willen",
        titel="Gronden voor deelname",
        vraag="Waarom neemt Nederland deel: welk grondwettelijk doel, welke "
        "Nederlandse belangen, en wat gebeurt er als wij niets doen?",
        eigenaar="BZ/DVB",
        kop="Gronden voor deelname",
        nummer="1",
        soorten="K A V L B",
    )
