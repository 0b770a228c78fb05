"""The command that shows the words of a letter, to people and to git."""

import io
import sys
from pathlib import Path

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.woorden import words


@click.command("woorden", cls=Opdracht, short_help="Toon de woorden van een brief als tekst.")
@click.argument("bestand", type=Path, metavar="BESTAND")
def woorden(bestand: Path) -> int:
    """Toon de woorden van een Word-bestand of PDF: een alinea per regel, daarna de voetnoten.

    Daarmee laat 'git diff' zien wat in een Word-bestand is veranderd; hoe, staat in de handleiding.
    De uitkomst is 3 als het bestand niet te lezen is.
    """
    text = words(bestand)
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        # Who reads this is a program (git), and Windows would give it another encoding.
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    click.echo(text, nl=False)
    return 0
