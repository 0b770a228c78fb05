"""Rules about the five alternatives of the policy brief (p. 10-11)."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.willen.alternatieven import Alternatieven
from toetsingskader.regels.oekraine.gegevens import BRON, REGELSET, of_source, page
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Ernst, Maatstaf

_FIVE = {
    "sancties": "strengere sancties",
    "versterking_krijgsmacht": "versterking van de Oekraïense krijgsmacht",
    "andere_militaire_functies": "militairen in andere functies",
    "hybride_middelen": "offensieve hybride middelen",
    "stabilisatie_en_herstel": "stabilisatie en herstel",
}
_MILITARY = "andere_militaire_functies"


def _verdict_on_all(b: Beoordeling) -> Iterator[Melding]:
    soorten = {a.soort.waarde for a in b.punt(Alternatieven).alternatieven}
    rest = [zin for soort, zin in _FIVE.items() if soort not in soorten]
    if rest:
        yield Melding(
            "alternatieven",
            ("alternatieven",),
            f"Over deze alternatieven uit de bron staat geen oordeel: {', '.join(rest)}. Voeg voor "
            "elk een regel toe, met oordeel en motivering.",
        )


def _military_too(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in numbered("alternatieven", b.punt(Alternatieven).alternatieven):
        wanted = rij.oordeel.waarde in ("naast_inzet", "in_plaats_van_inzet")
        if rij.militaire_inzet.waarde == "ja" and wanted:
            yield Melding(
                "alternatieven",
                (*pad, "militaire_inzet"),
                "Dit alternatief is zelf militaire inzet. Controleer of daarvoor een eigen "
                "besluit en een brief op grond van artikel 100 nodig zijn.",
            )


def _left_out(b: Beoordeling) -> Iterator[Melding]:
    wanted = {
        a.soort.waarde
        for a in b.punt(Alternatieven).alternatieven
        if a.oordeel.waarde in ("naast_inzet", "in_plaats_van_inzet", "loopt_al")
    }
    if set(_FIVE) - {_MILITARY} <= wanted and _MILITARY not in wanted:
        yield Melding(
            "alternatieven",
            ("alternatieven",),
            "Militairen in andere functies ontbreken bij wat wordt gedaan. Ook de conclusie van de "
            f"bron noemt alleen de andere vier ({page('11')}); dat is geen tegenstrijdigheid. "
            "Controleer of dit zo is bedoeld.",
        )


_SOORT = "alternatieven.alternatieven.soort"
_OORDEEL = "alternatieven.alternatieven.oordeel"

REGELS = (
    of_source(
        "AL1",
        Ernst.ONTBREEKT,
        "Over elk van de vijf alternatieven staat een oordeel.",
        "10-11",
        _verdict_on_all,
        _SOORT,
        soorten="B",
        vervangt="alternatieven.alternatieven",
    ),
    Regel(
        "AL2",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "Een alternatief dat zelf militaire inzet is, vraagt een eigen besluit.",
        f"artikel 100 van de Grondwet; {BRON}, p. 10",
        (_OORDEEL, "alternatieven.alternatieven.militaire_inzet"),
        _military_too,
        REGELSET,
    ),
    of_source(
        "AL3",
        Ernst.TER_INFORMATIE,
        "De conclusie van de bron noemt vier van de vijf alternatieven.",
        "10-11",
        _left_out,
        _SOORT,
        _OORDEEL,
    ),
)
