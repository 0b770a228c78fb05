"""Bevelsstructuur: who commands, what stays national.

Source: point 9 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class Bevelsstructuur(Punt):
    """Bevelsstructuur."""

    kader: ClassVar = Aandachtspunt(
        sleutel="bevelsstructuur",
        pijler="kunnen",
        titel="Bevelsstructuur",
        vraag="Wie voert het bevel, en welke bevoegdheden blijven nationaal?",
        eigenaar="Def/CDS",
        kop="Bevelsstructuur",
        nummer="9",
        soorten="A V",
    )
