"""Risico's: risks, measures and what remains.

Source: point 11 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class Risicos(Punt):
    """Risico's."""

    kader: ClassVar = Aandachtspunt(
        sleutel="risicos",
        pijler="kunnen",
        titel="Risico's",
        vraag="Welke risico's lopen personeel, missie en burgers, wat wordt eraan "
        "gedaan, en welk risico blijft over?",
        eigenaar="Def/DOPS, MIVD en BZ",
        kop="Risico's",
        nummer="11",
        soorten="A V B",
    )
