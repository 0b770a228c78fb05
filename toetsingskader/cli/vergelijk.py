"""The command that shows what changed in a record."""

from datetime import date
from pathlib import Path

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import one_record
from toetsingskader.commands.sinds import (
    Vroeger,
    since_day,
    since_last,
    since_revision,
    since_version,
)
from toetsingskader.commands.toets import format_for, write_report
from toetsingskader.commands.vergelijk import compare_versions
from toetsingskader.errors import UsageError
from toetsingskader.rapport.vergelijking import EXTENSIES, VORMEN


@click.command("vergelijk", cls=Opdracht, short_help="Toon wat er in een dossier is gewijzigd.")
@click.argument("naam", required=False, metavar="[BEOORDELING]")
@click.option("--versie", metavar="VERSIE", help="Sinds deze versie: een nummer of een naam.")
@click.option("--sinds", metavar="DATUM", help="Sinds het eind van deze dag, zoals '12 maart'.")
@click.option("--revisie", metavar="COMMIT", help="Sinds deze commit of tak van git.")
@click.option(
    "--formaat",
    type=click.Choice(list(VORMEN)),
    help="De vorm; standaard tekst, of wat bij de naam van BESTAND past.",
)
@click.option("--naar", type=Path, metavar="BESTAND", help="Schrijf het in dit bestand.")
def vergelijk(
    naam: str | None,
    versie: str | None,
    sinds: str | None,
    revisie: str | None,
    formaat: str | None,
    naar: Path | None,
) -> None:
    """Toon per punt welke gegevens, woorden en bevindingen zijn gewijzigd.

    Zonder keuze: sinds de laatste versie met een naam (zie 'versie'), of anders sinds wat het
    laatst in git is vastgelegd. Volgorde, regeleinden en schrijfwijze tellen niet als wijziging.
    """
    folder = one_record(naam, Path())
    toetsing = compare_versions(folder, _since(folder, versie, sinds, revisie))
    text = VORMEN[format_for(naar, formaat, EXTENSIES)](toetsing)
    if naar is None:
        click.echo(text.rstrip("\n"))
    else:
        write_report(text, naar)
        click.echo(f"Geschreven: {naar}")


def _since(folder: Path, versie: str | None, sinds: str | None, revisie: str | None) -> Vroeger:
    if sum(x is not None for x in (versie, sinds, revisie)) > 1:
        raise UsageError("Kies één van '--versie', '--sinds' en '--revisie'.")
    if versie is not None:
        return since_version(folder, versie)
    if sinds is not None:
        return since_day(folder, sinds, date.today())
    return since_revision(folder, revisie) if revisie is not None else since_last(folder)
