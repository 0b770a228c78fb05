"""Rules about the deal that the deployment counts on (D1 to D4), and size against the line.

Source: policy brief, p. 2-3 (scenarios) and p. 8-9 (sizes).
"""

from collections.abc import Iterator
from fractions import Fraction

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.haalbaarheid import Haalbaarheid
from toetsingskader.kader.willen.politieke_context import PolitiekeContext, Scenario
from toetsingskader.regels.oekraine.gegevens import REGELSET, deviates, of_source, page
from toetsingskader.regels.operatie import operations
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden import Aantal, normalise

_NAMES = {
    "gunstig": "gunstig",
    "matig": "matig",
    "slecht": "slecht",
    "geendeal": "geen_deal",
    "geenakkoord": "geen_deal",
}
"""What may be typed, folded, to the scenario of the source."""
_CASE = Fraction(30_000, 1_245)
"""Military per kilometre in the British and French proposal (p. 8), on a line five times the
Korean one of 249 km (p. 9); derived from the source, not in it."""


def _scenarios(b: Beoordeling, naam: str) -> Iterator[tuple[Pad, Scenario]]:
    for pad, rij in numbered("scenarios", b.punt(PolitiekeContext).scenarios):
        if _NAMES.get(normalise(rij.naam.waarde or "")) == naam:
            yield pad, rij


def _assumed(b: Beoordeling, naam: str) -> Iterator[tuple[Pad, Scenario]]:
    """The scenario of this name, when the deployment counts on it."""
    return ((p, r) for p, r in _scenarios(b, naam) if r.uitgangspunt.waarde == "ja")


def _names(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in numbered("scenarios", b.punt(PolitiekeContext).scenarios):
        naam = rij.naam.waarde
        if naam and normalise(naam) not in _NAMES:
            yield Melding(
                "politieke-context",
                (*pad, "naam"),
                f"'{naam}' is geen van de vier scenario's van de bron. Kies uit: gunstig, matig, "
                "slecht, geen deal; beschrijf een ander verloop in 'omschrijving'.",
            )


def _one_assumption(b: Beoordeling) -> Iterator[Melding]:
    rijen = list(b.punt(PolitiekeContext).scenarios)
    chosen = [r for r in rijen if r.uitgangspunt.waarde == "ja"]
    if len(chosen) > 1:
        yield Melding(
            "politieke-context",
            ("scenarios",),
            f"Bij {len(chosen)} scenario's staat 'uitgangspunt: ja'. Laat er een over; de inzet "
            "gaat van één scenario uit.",
        )
    elif rijen and not chosen:
        yield Melding(
            "politieke-context",
            ("scenarios",),
            "Er staat niet van welk scenario de inzet uitgaat. Zet bij één scenario "
            "'uitgangspunt: ja'.",
            Ernst.ONTBREEKT,
        )


def _favourable(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in _scenarios(b, "gunstig"):
        for veld, wat in (
            ("europese_troepenmacht", "een Europese troepenmacht"),
            ("vs_steun", "steun van de Verenigde Staten"),
        ):
            if getattr(rij, veld).waarde in ("nee", "gestopt"):
                zin = (
                    f"het gunstige scenario kent {wat}, en hier staat dat die er niet is. Kies een "
                    "ander scenario, of corrigeer het antwoord."
                )
                yield Melding("politieke-context", (*pad, veld), deviates("2", zin))


def _moderate(b: Beoordeling) -> Iterator[Melding]:
    units = len(b.punt(Eenheden).eenheden) > 0
    for pad, _ in _assumed(b, "matig") if units else ():
        zin = (
            "het matige scenario kent geen Europese troepenmacht, en er gaan wel Nederlandse "
            "eenheden. Kies een ander uitgangspunt, of schrijf waarom dat hier anders is en "
            "aanvaard de bevinding."
        )
        yield Melding("politieke-context", (*pad, "uitgangspunt"), deviates("2-3", zin))


def _bad(b: Beoordeling) -> Iterator[Melding]:
    deployed = any(True for _ in operations(b))
    for pad, _ in _assumed(b, "slecht") if deployed else ():
        yield Melding(
            "politieke-context",
            (*pad, "uitgangspunt"),
            f"De bron ({page('3')}) beschrijft bij het slechte scenario geen inzet. Beschrijf in "
            "de tekst waarom inzet dan toch zin heeft.",
        )


def _no_deal(b: Beoordeling) -> Iterator[Melding]:
    context = b.punt(PolitiekeContext)
    no_truce = context.bestand.status.waarde == "geen"
    assumed = [pad for pad, _ in _assumed(b, "geen_deal")]
    if not (no_truce or assumed):
        return
    place: Pad = (*assumed[0], "uitgangspunt") if assumed else ("bestand", "status")
    for pad, operatie in operations(b):
        if operatie.soort.waarde == "peacekeeping":
            yield Melding(
                "operatie",
                (*pad, "soort"),
                deviates("3", "peacekeeping ziet toe op een bestand, en dat is er niet. Kies een "
                         "andere soort operatie, of werk de stand van het bestand bij."),
            )  # fmt: skip
        elif operatie.soort.waarde is not None:
            yield Melding(
                "politieke-context",
                place,
                "Er is geen bestand, terwijl de inzet daar volgens de bron van uitgaat "
                f"({page('2-3')}). Beschrijf in de tekst wat dat voor de inzet betekent.",
                Ernst.LET_OP,
            )
            return


def _enforcement(b: Beoordeling) -> Iterator[tuple[Pad, Fraction | None]]:
    """Each enforcing operation and its size per kilometre of the line, when both are known."""
    lengte = b.punt(PolitiekeContext).bestand.lengte_km.waarde
    for pad, operatie in operations(b, "peace_enforcement"):
        omvang = operatie.omvang_missie.waarde.waarde
        aantal = omvang.waarde if omvang and isinstance(omvang.waarde, Aantal) else None
        known = aantal and lengte and lengte.laag
        yield pad, Fraction(aantal.hoog, lengte.laag) if known and aantal and lengte else None


def _too_small(b: Beoordeling) -> Iterator[Melding]:
    for pad, density in _enforcement(b):
        place = (*pad, "omvang_missie")
        if density is None:
            yield Melding(
                "operatie",
                place,
                "Of de missie groot genoeg is om een bestand af te dwingen, is niet te zien. Vul "
                "hier de omvang in en in politieke-context.md de lengte van de bestandslijn.",
                Ernst.TER_INFORMATIE,
            )
        elif density <= _CASE:
            zin = (
                f"om een bestand af te dwingen is {round(float(density))} militairen per kilometer "
                f"bij lange na niet genoeg (afgeleid; de bron noemt ook {round(float(_CASE))} per "
                "kilometer te weinig). Corrigeer de omvang of de taak."
            )
            yield Melding("operatie", place, deviates("8", zin))


def _below_comparison(b: Beoordeling) -> Iterator[Melding]:
    others = [
        (Fraction(v.omvang.waarde.hoog, v.lengte_km.waarde.laag), v.missie_elders.waarde or "")
        for v in b.punt(Haalbaarheid).vergelijkingen
        if v.omvang.waarde and v.lengte_km.waarde and v.lengte_km.waarde.laag
    ]
    for pad, density in _enforcement(b):
        lower = [naam for other, naam in others if density is not None and density < other]
        if lower and density is not None:
            yield Melding(
                "operatie",
                (*pad, "omvang_missie"),
                f"Met {round(float(density))} militairen per kilometer (afgeleid) is de missie "
                f"dunner bezet dan {' en '.join(lower)}. Beschrijf in de tekst waarom dat genoeg "
                "is.",
            )


_SCENARIOS = "politieke-context.scenarios"
_SIZE = (
    "operatie.operaties.soort",
    "operatie.operaties.omvang_missie",
    "politieke-context.bestand.lengte_km",
)


REGELS = (
    of_source(
        "OEK-SCENARIO",
        Ernst.LET_OP,
        "De scenario's zijn die van de bron: gunstig, matig, slecht, geen deal.",
        "2-3",
        _names,
        f"{_SCENARIOS}.naam",
    ),
    Regel(
        "SCENARIO-UITGANGSPUNT",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De inzet gaat van precies één scenario uit.",
        "politieke-context.scenarios in het dossier",
        (f"{_SCENARIOS}.uitgangspunt",),
        _one_assumption,
        REGELSET,
        "AVB",
    ),
    of_source(
        "D1",
        Ernst.TEGENSTRIJDIG,
        "Het gunstige scenario kent een Europese troepenmacht en Amerikaanse steun.",
        "2",
        _favourable,
        _SCENARIOS,
    ),
    of_source(
        "D2",
        Ernst.TEGENSTRIJDIG,
        "Het matige scenario kent geen Europese troepenmacht.",
        "2-3",
        _moderate,
        _SCENARIOS,
        "eenheden.eenheden",
    ),
    of_source(
        "D3",
        Ernst.LET_OP,
        "Bij het slechte scenario beschrijft de bron geen inzet.",
        "3",
        _bad,
        _SCENARIOS,
        "operatie.operaties",
    ),
    of_source(
        "D4",
        Ernst.TEGENSTRIJDIG,
        "Peacekeeping vraagt een bestand; andere inzet gaat daar ook van uit.",
        "2-3",
        _no_deal,
        _SCENARIOS,
        "politieke-context.bestand.status",
        "operatie.operaties.soort",
    ),
    of_source(
        "T7",
        Ernst.TEGENSTRIJDIG,
        "Een macht die een bestand afdwingt, is groot genoeg voor de lijn.",
        "8-9",
        _too_small,
        *_SIZE,
    ),
    of_source(
        "FG1",
        Ernst.LET_OP,
        "Een macht die een bestand afdwingt, is niet dunner bezet dan vergelijkbare missies.",
        "8-9",
        _below_comparison,
        *_SIZE,
        "haalbaarheid.vergelijkingen",
    ),
)
