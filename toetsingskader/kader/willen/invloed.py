"""Invloed: Dutch influence on decisions.

Source: point 5 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class Invloed(Punt):
    """Invloed."""

    kader: ClassVar = Aandachtspunt(
        sleutel="invloed",
        pijler="willen",
        titel="Invloed",
        vraag="Hoe kan Nederland de politieke en militaire besluiten van de missie beïnvloeden?",
        eigenaar="BZ/DVB en Def",
        kop="Nederlandse invloed",
        nummer="5",
        soorten="A V",
    )
