"""The commands that change a record when asked: `migreer` and `bron`."""

import click

from toetsingskader import commands
from toetsingskader.cli.herhaal import each
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands import Gemigreerd
from toetsingskader.kader.versie import SCHEMA


@click.command("migreer", cls=Opdracht, short_help="Werk een ouder dossier bij.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@click.option("--schrijf", is_flag=True, help="Schrijf de wijzigingen; zonder deze optie niet.")
def migreer(namen: tuple[str, ...], schrijf: bool) -> int:
    """Werk beoordelingen bij die in een ouder schema zijn geschreven.

    Toont het verschil per bestand en wat er nieuw te beantwoorden is. Zonder '--schrijf' verandert
    er niets. Opmerkingen, volgorde en alles wat niet hoeft te veranderen, blijven zoals ze zijn.
    """
    results, codes = each(namen, lambda folder: commands.migrate(folder, schrijf=schrijf))
    for result in results:
        _show(result)
    return commands.worst(codes)


def _show(result: Gemigreerd) -> None:
    if not result.verschil:
        click.echo(
            f"{result.slug}: er is niets bij te werken; dossier.yaml noemt geen ouder schema dan "
            f"{SCHEMA}."
        )
        return
    click.echo(f"{result.slug}: van schema {result.van} naar schema {SCHEMA}\n\n{result.verschil}")
    if result.nieuw:
        click.echo("Nieuw te beantwoorden:")
        for bestand, labels in result.nieuw.items():
            click.echo(f"  {bestand}: {', '.join(labels)}")
        click.echo()
    if result.geschreven:
        for path in result.bestanden:
            click.echo(f"Geschreven: {path}")
    else:
        click.echo(
            "Er is niets geschreven. Schrijf dit met: toetsingskader migreer "
            f"{result.slug} --schrijf"
        )
