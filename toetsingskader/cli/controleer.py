"""The command that holds a letter against its record."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toetsingskader import commands
from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands import Vergeleken
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.sjablonen import BRIEFSJABLONEN

if TYPE_CHECKING:
    from toetsingskader.teruglezen import Verschil


@click.command("controleer", cls=Opdracht, short_help="Vergelijk een brief met het dossier.")
@click.argument("bestand", type=Path, metavar="BESTAND")
@click.option(
    "--beoordeling",
    "naam",
    metavar="BEOORDELING",
    help="De beoordeling; anders die het bestand zelf noemt.",
)
@click.option(
    "--brief",
    "soort",
    type=click.Choice([s.value for s in SOORTEN]),
    help="De soort brief; anders die het bestand zelf noemt.",
)
@click.option(
    "--kamer",
    type=click.Choice([k.value for k in Kamer]),
    help="De Kamer; anders die van het adres in de brief.",
)
@click.option(
    "--sjablonen",
    type=Path,
    metavar="MAP",
    help="De briefsjablonen waarmee de brief is gemaakt, als dat niet die van het programma zijn.",
)
def controleer(
    bestand: Path,
    naam: str | None,
    soort: str | None,
    kamer: str | None,
    sjablonen: Path | None,
) -> int:
    """Zeg of een brief (Word of PDF) de woorden van het dossier heeft, en waar niet.

    Kenmerk, datum en namen mogen anders zijn, en wat op elke pagina terugkomt telt niet
    mee. De uitkomst is 0 als de woorden gelijk zijn, 1 als zij verschillen, en 3 als het bestand
    niet te lezen is.
    """
    result = commands.compare_letter(
        bestand,
        Path(),
        naam=naam,
        soort=Briefsoort(soort) if soort else None,
        kamer=Kamer(kamer) if kamer else None,
        sjablonen=commands.require_templates(sjablonen) if sjablonen else BRIEFSJABLONEN,
    )
    _show(result)
    return result.exit_code


def _show(result: Vergeleken) -> None:
    letter = f"de {result.soort} aan de {result.kamer.value.capitalize()} Kamer"
    click.echo(f"{result.bestand}, vergeleken met {letter} van {result.map}:")
    count = len(result.verschillen)
    if count == 0:
        click.echo("  De woorden zijn dezelfde.")
    else:
        click.echo(f"  Op {count} {'plaats' if count == 1 else 'plaatsen'} zijn de woorden anders.")
    _show_checksum(result)
    if count and result.gemaakt_uit:
        click.echo(
            f"  Het bestand is gemaakt uit commit {result.gemaakt_uit}; het dossier is sindsdien "
            "gewijzigd. Vergelijk zo nodig met die versie."
        )
    _show_differences(result.verschillen)
    if result.toegestaan:
        click.echo("\nWat anders mag zijn (kenmerk, datum, namen, herkomst):")
        for verschil in result.toegestaan:
            click.echo(f"  {verschil.gelezen or '(niets)'}")


def _show_checksum(result: Vergeleken) -> None:
    click.echo(f"  Controlegetal (SHA-256) van het bestand: {result.sha256}")
    if not result.opgeslagen:
        click.echo("  In het dossier staat bij deze brief nog geen controlegetal.")
    elif result.opgeslagen.lower() == result.sha256:
        click.echo(
            "  Dat is het controlegetal in het dossier: dit is het bestand dat is verzonden."
        )
    else:
        click.echo(
            f"  In het dossier staat {result.opgeslagen}: dit is niet het bestand dat is verzonden."
        )


def _show_differences(verschillen: "Sequence[Verschil]") -> None:
    for plaats, group in groupby(verschillen, key=lambda verschil: verschil.plaats):
        click.echo(f"\n{plaats or 'Briefhoofd en opening'}")
        for verschil in group:
            click.echo(f"  in het dossier: {verschil.verwacht or '(niets)'}")
            click.echo(f"  in het bestand: {verschil.gelezen or '(niets)'}")
