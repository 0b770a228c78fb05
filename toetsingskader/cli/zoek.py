"""The command that finds words in records."""

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import worst
from toetsingskader.commands.zoek import BRONNEN, GEGEVENS, TEKST, search
from toetsingskader.commands.zoekvraag import Zoekvraag
from toetsingskader.errors import ExitCode
from toetsingskader.rapport.treffers import json_tekst, tekst


@click.command("zoek", cls=Opdracht, short_help="Zoek in gegevens, tekst en bronnen.")
@click.argument("woorden", nargs=-1, required=True, metavar="WOORD…")
@click.option(
    "--beoordeling",
    "namen",
    multiple=True,
    metavar="NAAM",
    help="Zoek alleen in deze beoordeling; mag vaker worden gegeven.",
)
@click.option(
    "--in",
    "waar",
    type=click.Choice([GEGEVENS, TEKST, BRONNEN]),
    help="Zoek alleen hierin; standaard in alle drie.",
)
@click.option("--formaat", type=click.Choice(["tekst", "json"]), default="tekst", help="De vorm.")
def zoek(woorden: tuple[str, ...], namen: tuple[str, ...], waar: str | None, formaat: str) -> int:
    """Zoek alle plaatsen waar deze woorden samen staan: in een gegeven, een zin of een bron.

    Hoofdletters en accenten maken niet uit. Zet woorden die achter elkaar horen tussen
    aanhalingstekens. De uitkomst is 0, of 1 als er niets is gevonden.
    """
    found = search(namen, Zoekvraag.of(woorden), waar)
    for record in found:
        if record.fout:
            click.echo(f"{record.map}: {record.fout}", err=True)
    show = json_tekst if formaat == "json" else tekst
    click.echo(show(found, woorden).rstrip("\n"))
    hits = any(record.treffers for record in found)
    return worst([ExitCode.GOED if hits else ExitCode.BEVINDINGEN, *(r.code for r in found)])
