"""The command that holds a letter against its record."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.cli.keuzes import brief_option, kamer_option, sjablonen_option
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.controleer import Vergeleken, compare_letter
from toetsingskader.kader.veld import Briefsoort

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
@brief_option(SOORTEN, "De soort brief; anders die het bestand zelf noemt.")
@kamer_option("De Kamer; anders die van het adres in de brief.")
@sjablonen_option(
    "De briefsjablonen waarmee de brief is gemaakt, als dat niet die van het programma zijn."
)
@click.option("--nu", is_flag=True, help="Vergelijk met het dossier zoals het nu is.")
def controleer(
    bestand: Path,
    naam: str | None,
    soort: Briefsoort | None,
    kamer: Kamer | None,
    sjablonen: Path,
    nu: bool,
) -> int:
    """Zeg of een brief (Word of PDF) de woorden van het dossier heeft, en waar niet.

    Vergeleken wordt met de versie van het dossier waaruit het bestand is gemaakt, als git die nog
    kent, en anders met het dossier zoals het nu is.

    Kenmerk, datum en namen mogen anders zijn, en wat op elke pagina terugkomt telt niet
    mee. De uitkomst is 0 als de woorden gelijk zijn, 1 als zij verschillen, en 3 als het bestand
    niet te lezen is.
    """
    result = compare_letter(
        bestand, Path(), naam=naam, soort=soort, kamer=kamer, sjablonen=sjablonen, nu=nu
    )
    _show(result)
    return result.exit_code


def _show(result: Vergeleken) -> None:
    letter = f"de {result.soort} aan {result.lezer}"
    then = f", zoals dat dossier was in commit {result.gemaakt_uit[:12]}" if result.toen else ""
    click.echo(f"{result.bestand}, vergeleken met {letter} van {result.map}{then}:")
    count = len(result.verschillen)
    if count == 0:
        click.echo("  De woorden zijn dezelfde.")
    else:
        click.echo(f"  Op {count} {'plaats' if count == 1 else 'plaatsen'} zijn de woorden anders.")
    click.echo("  De kop- en voetteksten en wat op elke pagina terugkomt zijn niet vergeleken.")
    _show_checksum(result)
    if result.toen:
        click.echo(
            "  Het dossier is sindsdien gewijzigd; met '--nu' wordt vergeleken met hoe het nu is."
        )
    elif count and result.gemaakt_uit:
        click.echo(
            f"  Het bestand is gemaakt uit commit {result.gemaakt_uit}; vergeleken is met het "
            "dossier zoals het nu is."
        )
    _show_differences(result.verschillen)
    if result.toegestaan:
        click.echo("\nWat anders mag zijn (kenmerk, datum, namen):")
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
