"""Twenty slips of people who write in Word, each typed into an example; what the tool says."""

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from voorbeelden.draaien import judge, prepare, run
from voorbeelden.samenstellen import GOED, replace_lines

MANDAAT, EENHEDEN = "mogen/mandaat.md", "kunnen/eenheden.md"
PARTIJEN = "mogen/toestemming-partijen.md"
NBSP, ZERO_WIDTH = "\u00a0", "\u200b"

_VISIBLE = str.maketrans({NBSP: "·", ZERO_WIDTH: "[U+200B]"})


@dataclass(frozen=True)
class Vergissing:
    """What was typed, and where."""

    titel: str
    bestand: str
    was: tuple[str, ...]
    """The lines of the example that make place."""
    getypt: tuple[str, ...]
    codering: str = "utf-8"
    """How the file is then saved."""
    toelichting: str = ""
    """What one cannot see in what was typed."""
    gelezen: tuple[str, str] = ("", "")
    """The fact and the part of it that show how it was read, when nothing is wrong with it."""


VERGISSINGEN = (
    Vergissing(
        "Een dubbele punt met een spatie in een zin",
        MANDAAT,
        ("    door: BV",),
        ("    door: Oekraïne: president",),
    ),
    Vergissing(
        "Een hekje in een waarde",
        MANDAAT,
        ("    nummer: resolutie 99999 (2026)",),
        ("    nummer: resolutie #2202",),
    ),
    Vergissing(
        "Een bron zonder aanhalingstekens",
        MANDAAT,
        ("    bron: '@voorbeeld-uitnodiging'",),
        ("    bron: @voorbeeld-uitnodiging, p. 2",),
    ),
    Vergissing(
        "Gekrulde aanhalingstekens uit Word",
        MANDAAT,
        ("    raamwerk: werkgroep Zuidelijke Wateren",),
        ("    raamwerk: “werkgroep: Zuidelijke Wateren”",),
    ),
    Vergissing(
        "Harde spaties als inspringing, uit Word geplakt",
        EENHEDEN,
        ("    krijgsmachtdeel: landmacht",),
        (f"{NBSP * 4}krijgsmachtdeel: landmacht",),
        toelichting="De vier spaties vooraan zijn harde spaties, hier getoond als ·.",
    ),
    Vergissing(
        "Een teken dat niet te zien is, uit een webpagina geplakt",
        EENHEDEN,
        ("    soort: Bataljon",),
        (f"    soort: Bata{ZERO_WIDTH}ljon",),
        toelichting="Midden in het woord staat een spatie van nul breed, getoond als [U+200B].",
    ),
    Vergissing(
        "Bewaard als Unicode in Kladblok",
        MANDAAT,
        (),
        (),
        codering="utf-16",
        toelichting="Er is niets getypt: het bestand is bewaard als UTF-16.",
    ),
    Vergissing(
        "Bewaard als tekst in Windows",
        EENHEDEN,
        (),
        (),
        codering="cp1252",
        toelichting="Er is niets getypt: het bestand is bewaard als Windows-1252 (ANSI).",
    ),
    Vergissing(
        "Een antwoord dat niet in de lijst staat",
        MANDAAT,
        ("  - soort: uitnodiging gastland",),
        ("  - soort: uitnodiging Oekraïne",),
    ),
    Vergissing(
        "Een antwoord met een hoofdletter en een punt",
        EENHEDEN,
        ("inhuur: nee",),
        ("inhuur: Nee.",),
        gelezen=("Inhuur van bedrijven", "Inhuur"),
    ),
    Vergissing(
        "Een aantal met een punt voor duizend",
        EENHEDEN,
        ("    aantal_huidig: 0",),
        ("    aantal_huidig: 1.250",),
        gelezen=("Eenheden 1", "aantal nu"),
    ),
    Vergissing(
        "Een aantal met een komma",
        EENHEDEN,
        ("    aantal_huidig: 0",),
        ("    aantal_huidig: 1,250",),
    ),
    Vergissing(
        "Een aantal bij benadering",
        "kunnen/operatie.md",
        ("      waarde: 2.000-3.000",),
        ("      waarde: ca. 2.000-3.000",),
    ),
    Vergissing(
        "Een half jaar als datum",
        MANDAAT,
        ("      tot_en_met: eind 2029",),
        ("      tot_en_met: 2e helft 2029",),
        gelezen=("Rechtsgronden 2", "geldig"),
    ),
    Vergissing(
        "Een bron die niet in bronnen.yaml staat",
        MANDAAT,
        (
            "De inzet op het land berust op een resolutie van de Veiligheidsraad "
            "[@voorbeeld-resolutie], de inzet op zee op de uitnodiging van het gastland "
            "[@voorbeeld-uitnodiging]. Beide gelden voor de hele duur van de bijdrage. De status "
            "van de militairen is in een verdrag geregeld.",
        ),
        (
            "De inzet berust op een resolutie [@voorbeeld-resolutie] en op de uitnodiging "
            "[@voorbeeld-uitnodiging]. Zie ook [@kst-36045-264].",
        ),
    ),
    Vergissing(
        "Rusland in het ene punt, Russische Federatie in het andere",
        PARTIJEN,
        ("  - partij: de Vissersraad",),
        ("  - partij: Rusland",),
        gelezen=("Partijen 2", "Partij"),
        toelichting="Beide namen gelden overal als hetzelfde land.",
    ),
    Vergissing(
        "Een uitnodiging die nog wordt verwacht",
        MANDAAT,
        ("    status: verkregen", "    bron: '@voorbeeld-resolutie'", "    missie: bouvet-veilig"),
        ("    status: verwacht", "    bron: '@voorbeeld-resolutie'", "    missie: bouvet-veilig"),
    ),
    Vergissing(
        "Twee uitspraken die elkaar tegenspreken, in één antwoord",
        PARTIJEN,
        ("    standpunt: ja",),
        ("    standpunt: ja en nee",),
    ),
    Vergissing(
        "Het kabinet, waar een orgaan wordt gevraagd",
        "kunnen/risicos.md",
        ("    aanvaard_door: ministerraad",),
        ("    aanvaard_door: het kabinet",),
        gelezen=("Risico's en maatregelen 1", "aanvaard door"),
    ),
    Vergissing(
        "Een gerubriceerd antwoord",
        EENHEDEN,
        ("materieel: Al het materieel is beschikbaar.",),
        ("materieel: Stg. GEHEIM",),
    ),
)


def page() -> str:
    """All slips with the exact words of the tool, as a page of the handleiding."""
    parts = [
        "# Vergissingen\n",
        "Twintig dingen die mensen typen die gewend zijn aan Word, met wat het programma daarvan "
        "zegt. Na `bestand:regel:kolom` volgt hoe zwaar het weegt, de code, wat er aan de hand is "
        "en wat u doet, en wie aan zet is. De voorbeelden zijn verzonnen.\n",
    ]
    for i, slip in enumerate(VERGISSINGEN, 1):
        parts += [f"## {i}. {slip.titel}\n", *_described(slip)]
    return "\n".join(parts)


def _described(slip: Vergissing) -> Iterator[str]:
    if slip.toelichting:
        yield slip.toelichting + "\n"
    if slip.getypt:
        yield f"In `{slip.bestand}` staat:\n"
        yield from ("```", *(line.translate(_VISIBLE) for line in slip.getypt), "```\n")
    findings, facts = outcome(slip)
    if findings:
        yield "Het programma zegt:\n"
        yield from ("```", *findings, "```\n")
    else:
        yield "Dat mag. In het rapport staat:\n"
        yield from ("```", _as_read(slip, facts), "```\n")


def _as_read(slip: Vergissing, facts: dict[str, str]) -> str:
    fact, part = slip.gelezen
    (found,) = (p for p in facts[fact].split("; ") if p.startswith(f"{part}: "))
    return found


@cache
def outcome(slip: Vergissing) -> tuple[list[str], dict[str, str]]:
    """The findings that the slip adds, as a user sees them, and the facts of its file by label."""
    with tempfile.TemporaryDirectory() as here:
        file = prepare(GOED / "volledig", Path(here)) / slip.bestand
        if slip.getypt:
            replace_lines(file, list(slip.was), list(slip.getypt))
        file.write_bytes(file.read_bytes().decode("utf-8").encode(slip.codering))
        found = judge(Path(here)).regels.splitlines()
        data = json.loads(run(Path(here), "toets", "dossier", "--formaat", "json").uit)
    facts = {
        gegeven["label"]: str(gegeven["waarde"])
        for punt in data["punten"]
        if punt["bestand"].endswith(slip.bestand)
        for gegeven in punt["gegevens"]
    }
    return [line.removeprefix("dossier/") for line in found], facts
