"""Samenhang, burgers en gender: coherence, civilians and gender.

Source: point 14 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class Samenhang(Punt):
    """Samenhang, burgers en gender."""

    kader: ClassVar = Aandachtspunt(
        sleutel="samenhang",
        pijler="kunnen",
        titel="Samenhang, burgers en gender",
        vraag="Hoe past de inzet bij diplomatie en ontwikkeling, en hoe worden burgers beschermd?",
        eigenaar="BZ (met BHO en JenV)",
        kop="Geïntegreerde inzet, bescherming van burgers en gender",
        nummer="14",
        soorten="A V",
    )
