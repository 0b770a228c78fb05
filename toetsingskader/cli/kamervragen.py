"""The command that lists what parliament always asks, with the answers of a record."""

from pathlib import Path

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import one_record
from toetsingskader.commands.kamervragen import VORMEN, question_list, written
from toetsingskader.commands.toets import format_for, write_report
from toetsingskader.errors import UsageError


@click.command(
    "kamervragen", cls=Opdracht, short_help="Toon wat de Kamer altijd vraagt, met het antwoord."
)
@click.argument("naam", required=False, metavar="[BEOORDELING]")
@click.option(
    "--formaat",
    type=click.Choice(list(VORMEN)),
    help="De vorm; standaard markdown, of wat bij de naam van BESTAND past.",
)
@click.option("--naar", type=Path, metavar="BESTAND", help="Schrijf het in dit bestand.")
def kamervragen(naam: str | None, formaat: str | None, naar: Path | None) -> None:
    """Toon per punt wat Kamerleden altijd vragen, en wat het dossier daarop antwoordt.

    Voor de voorbereiding van een debat: ook wat niet in een brief mag staat erin, met de plek waar
    het mag landen. Van wat vertrouwelijk is staat er alleen waar het wordt bewaard. Zonder naam
    gaat het over de enige beoordeling in de map 'assessments'.
    """
    formaat = format_for(naar, formaat, VORMEN)
    if formaat == "docx" and naar is None:
        raise UsageError("Een Word-bestand past niet op het scherm. Noem met '--naar' een bestand.")
    content = written(question_list(one_record(naam, Path())), formaat)
    if naar is None:
        assert isinstance(content, str)
        click.echo(content.rstrip("\n"))
    else:
        write_report(content, naar)
        click.echo(f"Geschreven: {naar}")
