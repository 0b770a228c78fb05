"""Deelnemende landen: who takes part, with what.

Source: point 4 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class DeelnemendeLanden(Punt):
    """Deelnemende landen."""

    kader: ClassVar = Aandachtspunt(
        sleutel="deelnemende-landen",
        pijler="kunnen",
        titel="Deelnemende landen",
        vraag="Welke landen doen mee, waarmee, en wie leidt?",
        eigenaar="BZ",
        kop="Deelnemende landen",
        nummer="4",
        soorten="A V L",
    )
