"""The command `sjabloon`: is this template of the letter right?"""

from pathlib import Path

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import worst
from toetsingskader.commands.sjabloon import check_templates


@click.command("sjabloon", cls=Opdracht, short_help="Controleer een eigen briefsjabloon.")
@click.argument("pad", type=Path, metavar="PAD")
def sjabloon(pad: Path) -> int:
    """Controleer een Word-sjabloon, of een map met sjablonen, en maak er proefbrieven mee.

    Zegt wat er niet klopt en bij welke tekst. De uitkomst is 0, of 1 als er een fout is.
    """
    found = check_templates(pad)
    for looked_at in found:
        if not looked_at.gebreken:
            click.echo(f"{looked_at.naam}: in orde")
        for gebrek in looked_at.gebreken:
            click.echo(f"{looked_at.naam}: {gebrek}")
    code = worst(f.exit_code for f in found)
    click.echo(
        "\nEr is iets mis met dit sjabloon; zie hierboven."
        if code
        else "\nMet dit sjabloon kunt u brieven maken."
    )
    return code
