"""Alternatieven: what else was weighed (decision note).

Source: added: beslisnota practice; policy brief, p. 10-11.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class Alternatieven(Punt):
    """Alternatieven."""

    kader: ClassVar = Aandachtspunt(
        sleutel="alternatieven",
        pijler="willen",
        titel="Alternatieven",
        vraag="Welke andere mogelijkheden zijn gewogen, naast of in plaats van militaire inzet?",
        eigenaar="BZ",
        kop="Alternatieven",
        soorten="B",
        bron="aanvulling: praktijk van de beslisnota; Clingendael Policy Brief, p. 10-11",
    )
