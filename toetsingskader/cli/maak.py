"""The command that makes letters and reports."""

import sys
from pathlib import Path

import click

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.cli.herhaal import each
from toetsingskader.cli.keuzes import brief_option, kamer_option, sjablonen_option
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import worst
from toetsingskader.commands.maak import Gemaakt, make
from toetsingskader.commands.overzicht import write_index
from toetsingskader.commands.toets import OPLEGGER
from toetsingskader.errors import ToetsingskaderError
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.rapport import overzicht
from toetsingskader.rapport.overzicht import Overzichtsrij, rij, unreadable
from toetsingskader.toetsing import Toetsing


@click.command("maak", cls=Opdracht, short_help="Maak de brief in Word en PDF, en het rapport.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@brief_option(SOORTEN, "De soort brief; anders de eerstvolgende in het dossier.")
@kamer_option("Maak alleen het exemplaar voor deze Kamer; standaard voor beide.")
@click.option(
    "--definitief",
    is_flag=True,
    help="Maak de brief zonder CONCEPT; geweigerd zolang er iets ontbreekt of elkaar tegenspreekt.",
)
@sjablonen_option(
    "Gebruik de briefsjablonen in deze map; wat er niet in staat, komt van het programma."
)
def maak(
    namen: tuple[str, ...],
    soort: Briefsoort | None,
    kamer: Kamer | None,
    definitief: bool,
    sjablonen: Path,
) -> int:
    """Maak de brief (Word en PDF) en het rapport over de volledigheid, in de map 'uitvoer'.

    De oplegger is dat rapport op ten hoogste twee bladzijden, in Word en PDF.

    Zonder naam gebeurt dat voor alle beoordelingen in de map 'assessments', met een overzicht.
    """
    mislukt: list[Overzichtsrij] = []

    def work(folder: Path) -> Gemaakt:
        if sys.stderr.isatty():
            click.echo(f"Bezig met {folder.name} …", err=True)
        try:
            return make(
                folder,
                Path(),
                soort=soort,
                kamer=kamer,
                definitief=definitief,
                sjablonen=sjablonen,
            )
        except ToetsingskaderError as error:
            mislukt.append(unreadable(str(folder), str(error), error.exit_code))
            raise

    made, codes = each(namen, work)
    if made:
        click.echo(overzicht([r.toetsing for r in made]).rstrip("\n"))
    for result in made:
        _show_made(result)
    if not namen and len(made) > 1:
        index = write_index([*(rij(r.toetsing) for r in made), *mislukt])
        click.echo(f"\nOverzicht met koppelingen naar de rapporten: {index}")
    return worst([*codes, *(r.exit_code for r in made)])


def _show_made(result: Gemaakt) -> None:
    toetsing: Toetsing = result.toetsing
    if result.geweigerd:
        click.echo(
            f"\n{toetsing.slug}: de brief is niet gemaakt. Dit staat in de weg "
            f"({len(result.geweigerd)}):",
            err=True,
        )
        for bevinding in result.geweigerd:
            click.echo(f"  {bevinding}", err=True)
    click.echo(f"\nGeschreven voor {toetsing.slug}:")
    if result.vast_te_leggen:
        _show_final(result)
    else:
        for path in result.bestanden:
            click.echo(f"  {path}")


def _show_final(result: Gemaakt) -> None:
    """The folder to be filed, and what the record must say after sending."""
    folder = result.bestanden[0].parent
    click.echo(f"  {folder} ({len(result.bestanden)} bestanden), met de brief als:")
    for path in result.bestanden:
        if path.parent == folder and path.suffix in (".docx", ".pdf") and path.stem != OPLEGGER:
            click.echo(f"  {path.name}")
    if result.eerder_verzonden_op:
        click.echo(
            f"\nLet op: volgens het dossier is deze brief al verzonden, op "
            f"{result.eerder_verzonden_op}. Wat hier staat, is opnieuw gemaakt uit het dossier van "
            "nu. Of het dezelfde woorden zijn, zegt 'toetsingskader controleer' met het verzonden "
            "bestand."
        )
        return
    click.echo(
        f"\nBewaar die map in het DMS. Zet na de verzending in {result.toetsing.map}/dossier.yaml "
        "onder 'brieven' bij deze brief:"
    )
    for line in result.vast_te_leggen:
        click.echo(f"    {line}")
    click.echo(
        "\nHet controlegetal is dat van de PDF. Is een ander bestand verzonden, neem dan het getal "
        "daarvan: 'toetsingskader controleer BESTAND' toont het."
    )
