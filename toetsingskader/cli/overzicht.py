"""The command that shows where all assessments stand."""

from pathlib import Path

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import worst
from toetsingskader.commands.overzicht import VORMEN, present, survey
from toetsingskader.commands.toets import format_for, write_report


@click.command("overzicht", cls=Opdracht, short_help="Toon waar alle beoordelingen staan.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@click.option(
    "--formaat",
    type=click.Choice(list(VORMEN)),
    help="De vorm; standaard tekst, of wat bij de naam van BESTAND past.",
)
@click.option("--naar", type=Path, metavar="BESTAND", help="Schrijf het in dit bestand.")
def overzicht(namen: tuple[str, ...], formaat: str | None, naar: Path | None) -> int:
    """Toon per beoordeling de stand, wat een brief tegenhoudt, de eerstvolgende termijn en bij wie
    het meeste ligt.

    Zonder naam van alle beoordelingen in de map 'assessments'; de vroegste termijn staat voorop.
    Als HTML verwijst het naar de rapporten die 'maak' heeft geschreven.
    """
    formaat = format_for(naar, formaat, VORMEN)
    rijen = survey(namen)
    for rij in rijen:
        if rij.fout:
            click.echo(f"{rij.map}: {rij.fout}", err=True)
    text = present(rijen, formaat, naar)
    if naar is None:
        click.echo(text.rstrip("\n"))
    else:
        write_report(text, naar)
        click.echo(f"Geschreven: {naar}")
    return worst(rij.code for rij in rijen)
