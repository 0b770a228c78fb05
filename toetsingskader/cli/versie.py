"""The command that names versions of a record."""

from pathlib import Path

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import one_record
from toetsingskader.commands.versie import name_version
from toetsingskader.versies import versions


@click.command("versie", cls=Opdracht, short_help="Geef een stand van het dossier een naam.")
@click.argument("naam", required=False, metavar="[NAAM]")
@click.option(
    "--beoordeling",
    metavar="BEOORDELING",
    help="De beoordeling; hoeft niet als er maar één is.",
)
def versie(naam: str | None, beoordeling: str | None) -> None:
    """Geef de vastgelegde stand van een dossier een nummer en een naam, zoals 'naar MR'.

    Brieven en rapporten drukken die af, en 'vergelijk --versie' vindt haar terug. Zonder naam: toon
    de versies die er zijn. De versie is een label (tag) in git; deel het met 'git push
    --follow-tags'.
    """
    folder = one_record(beoordeling, Path())
    if naam is not None:
        click.echo(f"{folder}: dit is nu versie {name_version(folder, naam)}.")
        return
    found = versions(folder)
    if not found:
        click.echo(f"{folder}: er zijn nog geen versies.")
    for one in found:
        click.echo(f"{folder}: versie {one}, commit {one.commit[:12]}")
