"""Rules about who stands behind it: the United States, NATO and the EU, few countries, a poll.

Source: policy brief, p. 7-8. What it says of early 2025 may be overtaken by a newer source.
"""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.deelnemende_landen import DeelnemendeLanden
from toetsingskader.kader.mogen.draagvlak import Draagvlak
from toetsingskader.kader.mogen.exit_strategie import ExitStrategie
from toetsingskader.kader.mogen.mandaat import Mandaat
from toetsingskader.regels.oekraine.gegevens import (
    after_source,
    bondgenoot,
    deviates,
    of_source,
    page,
)
from toetsingskader.regels.regel import Melding, numbered
from toetsingskader.toetsing import Ernst

_FEW = 2
"""How many countries that promised to take part are "few willing"."""


def _no_support(b: Beoordeling) -> Iterator[Melding]:
    found = bondgenoot(b, "US")
    if found and found[1].steun.waarde == "geen":
        zin = (
            "zonder uitdrukkelijke steun van de Verenigde Staten is de missie gedoemd te "
            "mislukken, en die steun is er volgens het dossier niet. Werk het standpunt bij, of "
            "aanvaard de bevinding met een reden."
        )
        pad = ("bondgenoten", found[0], "steun")
        yield Melding("steun-bondgenoten", pad, deviates("8", zin))


def _unclear_support(b: Beoordeling) -> Iterator[Melding]:
    found = bondgenoot(b, "US")
    if found and found[1].steun.waarde == "onduidelijk":
        yield Melding(
            "steun-bondgenoten",
            ("bondgenoten", found[0], "steun"),
            "De steun van de Verenigde Staten is onduidelijk, terwijl de missie daarvan afhangt "
            f"({page('8')}). Beschrijf in de tekst wat dat betekent.",
        )


def _unlikely_framework(b: Beoordeling) -> Iterator[Melding]:
    for pad, mandaat in numbered("mandaten", b.punt(Mandaat).mandaten):
        verband = mandaat.verband.waarde
        if verband in ("navo", "eu") and not after_source(mandaat.datum.waarde):
            zin = (
                f"een missie van de {verband.upper()} is zeer onwaarschijnlijk. Noem een bron van "
                "na 26 februari 2025 en vul haar datum in, of kies een ander verband."
            )
            yield Melding("mandaat", (*pad, "verband"), deviates("7", zin))


def _poll_without_condition(b: Beoordeling) -> Iterator[Melding]:
    for pad, peiling in numbered("peilingen", b.punt(Draagvlak).peilingen):
        if not peiling.voorwaarde_vooraf.bekend:
            yield Melding(
                "draagvlak",
                (*pad, "voorwaarde_vooraf"),
                "Bij deze peiling staat niet onder welke voorwaarde is gevraagd, zoals 'als er een "
                "bestand is'. Vul 'voorwaarde_vooraf' in; zonder die voorwaarde zegt het cijfer "
                "iets anders.",
            )


def _end_without_relief(b: Beoordeling) -> Iterator[Melding]:
    landen = list(b.punt(DeelnemendeLanden).landen)
    willing = [r for r in landen if r.status.waarde == "toegezegd"]
    einde = b.dossier.besluit.periode.tot_en_met.bekend
    relieved = b.punt(ExitStrategie).aflossing.door.bekend
    if einde and landen and len(willing) <= _FEW and not relieved:
        yield Melding(
            "exit-strategie",
            ("aflossing",),
            f"Er is een einddatum, maar geen land dat aflost, en {len(willing)} landen hebben "
            "deelname toegezegd. Beschrijf in de tekst wie het overneemt, of wat er na die datum "
            "gebeurt.",
        )


_STEUN = ("steun-bondgenoten.bondgenoten.naam", "steun-bondgenoten.bondgenoten.steun")

REGELS = (
    of_source(
        "M4A",
        Ernst.TEGENSTRIJDIG,
        "Zonder Amerikaanse steun is de missie niet haalbaar.",
        "8",
        _no_support,
        *_STEUN,
    ),
    of_source(
        "M4B",
        Ernst.LET_OP,
        "Onduidelijke Amerikaanse steun vraagt uitleg.",
        "8",
        _unclear_support,
        *_STEUN,
    ),
    of_source(
        "M1C",
        Ernst.LET_OP,
        "Een missie van de NAVO of de EU is zeer onwaarschijnlijk.",
        "7",
        _unlikely_framework,
        "mandaat.mandaten.verband",
        "mandaat.mandaten.datum",
    ),
    of_source(
        "M2C",
        Ernst.LET_OP,
        "Bij een peiling staat de voorwaarde waaronder is gevraagd.",
        "7",
        _poll_without_condition,
        "draagvlak.peilingen",
    ),
    of_source(
        "M5B",
        Ernst.LET_OP,
        "Een einddatum zonder aflossing vraagt uitleg als weinig landen meedoen.",
        "8",
        _end_without_relief,
        "dossier.besluit.periode.tot_en_met",
        "exit-strategie.aflossing",
        "deelnemende-landen.landen.status",
    ),
)
