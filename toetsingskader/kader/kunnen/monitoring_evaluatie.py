"""Monitoring, evaluatie en nazorg: reporting, evaluation and aftercare.

Source: rows x3 and x4 of the working list.
"""

from typing import ClassVar

from toetsingskader.kader.punt import Aandachtspunt, Punt


class MonitoringEvaluatie(Punt):
    """Monitoring, evaluatie en nazorg."""

    kader: ClassVar = Aandachtspunt(
        sleutel="monitoring-evaluatie",
        pijler="kunnen",
        titel="Monitoring, evaluatie en nazorg",
        vraag="Wanneer en hoe wordt de Kamer geïnformeerd, hoe wordt geëvalueerd, en "
        "hoe is de nazorg geregeld?",
        eigenaar="Def en BZ (IOB)",
        kop="Monitoring, evaluatie en nazorg",
        nummer="x3, x4",
        soorten="A V L",
    )
