"""Financiën: what it costs and who pays.

Source: point 13 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class Financien(Punt):
    """Financiën."""

    kader: ClassVar = Aandachtspunt(
        sleutel="financien",
        pijler="kunnen",
        titel="Financiën",
        vraag="Wat kost de inzet, per jaar en in totaal, en waaruit wordt dat betaald?",
        eigenaar="FEZ Def en FEZ BZ",
        kop="Financiën",
        nummer="13",
        soorten="A V L",
    )
