"""Haalbaarheid: whether the aims are attainable.

Source: point 6 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class Haalbaarheid(Punt):
    """Haalbaarheid."""

    kader: ClassVar = Aandachtspunt(
        sleutel="haalbaarheid",
        pijler="kunnen",
        titel="Haalbaarheid",
        vraag="Zijn de politieke en militaire doelen te bereiken met de beschikbare middelen?",
        eigenaar="Def/CDS en BZ",
        kop="Haalbaarheid",
        nummer="6",
        soorten="A V L",
    )
