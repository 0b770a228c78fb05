"""The command that sets up VS Code for a repository of assessments."""

from pathlib import Path

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.editor import MET_SCHEMA, Uitkomst, schema_line, set_up_editor


@click.command("editor", cls=Opdracht, short_help="Richt VS Code in voor deze beoordelingen.")
@click.option("--vernieuw", is_flag=True, help="Vervang wat een eerdere versie heeft geschreven.")
@click.option("--naar", type=Path, metavar="MAP", help="Een andere map dan deze.")
def editor(vernieuw: bool, naar: Path | None) -> None:
    """Richt VS Code in: schema's, een taak die elk bestand volgt, en fragmenten per punt.

    Doe dit in de map waarin 'assessments' staat. Wat u zelf hebt gemaakt of aangepast, blijft zoals
    het is.
    """
    here = naar or Path()
    found = set_up_editor(here, vernieuw=vernieuw)
    for bestand in found:
        click.echo(f"{here / bestand.pad}: {bestand.uitkomst}")
    if any(b.uitkomst is Uitkomst.EIGEN for b in found):
        click.echo(
            "\nWilt u zien wat er in uw eigen bestanden anders is, schrijf de inrichting dan in "
            "een lege map: 'toetsingskader editor --naar MAP'."
        )
    click.echo("\nOm het schema ook buiten VS Code te vinden, is dit de eerste regel van")
    for naam in MET_SCHEMA:
        click.echo(f"  {naam}.yaml: {schema_line(naam)}")
