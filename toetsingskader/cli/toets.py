"""The command that checks assessments and reports."""

from pathlib import Path

import click

from toetsingskader.cli.herhaal import each
from toetsingskader.cli.keuzes import brief_option
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import worst
from toetsingskader.commands.toets import assess, exit_code, format_for, report, write_report
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.rapport import FORMATEN


@click.command("toets", cls=Opdracht, short_help="Toets: wat is bekend, open, tegenstrijdig.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@brief_option(
    Briefsoort, "De soort brief waarvoor wordt getoetst; anders de eerstvolgende in het dossier."
)
@click.option(
    "--formaat",
    type=click.Choice(list(FORMATEN)),
    help="De vorm van het rapport; standaard tekst, of wat bij de naam van BESTAND past.",
)
@click.option("--naar", type=Path, metavar="BESTAND", help="Schrijf het rapport in dit bestand.")
@click.option("--streng", is_flag=True, help="Geef ook uitkomst 1 als er nog iets ontbreekt.")
@click.option("--optie", metavar="SLEUTEL", help="Toets alsof deze optie is gekozen.")
def toets(
    namen: tuple[str, ...],
    soort: Briefsoort | None,
    formaat: str | None,
    naar: Path | None,
    streng: bool,
    optie: str | None,
) -> int:
    """Toets beoordelingen: wat is bekend, wat staat open, wat ontbreekt of spreekt elkaar tegen.

    Zonder naam worden alle beoordelingen in de map 'assessments' getoetst. De uitkomst is 0, of 1
    als iets niet te lezen is of elkaar tegenspreekt.
    """
    formaat = format_for(naar, formaat)
    results, codes = each(namen, lambda folder: assess(folder, soort, optie))
    toetsingen = [r.toetsing for r in results]
    if toetsingen:
        text = report(toetsingen, formaat)
        if naar is None:
            click.echo(text.rstrip("\n"))
        else:
            write_report(text, naar)
            click.echo(f"Geschreven: {naar}")
    codes += [exit_code(t, streng=streng) for t in toetsingen]
    return worst(codes)
