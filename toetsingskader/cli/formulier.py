"""The commands of the way through Word: `formulier`, and `inlezen` of what comes back."""

from pathlib import Path

import click

from toetsingskader.cli.keuzes import sjablonen_option
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import one_record
from toetsingskader.commands.formulier import make_forms


@click.command("formulier", cls=Opdracht, short_help="Maak Word-formulieren om in te vullen.")
@click.argument("punten", nargs=-1, metavar="[PUNT]…")
@click.option(
    "--eigenaar",
    metavar="DIRECTIE",
    help="Maak alleen het formulier van deze eigenaar, zoals BZ/DJZ.",
)
@click.option(
    "--beoordeling",
    "naam",
    metavar="BEOORDELING",
    help="De beoordeling; hoeft niet als er maar één is.",
)
@sjablonen_option("Gebruik het Word-sjabloon van de brief in deze map, voor lettertype en stijlen.")
def formulier(
    punten: tuple[str, ...], eigenaar: str | None, naam: str | None, sjablonen: Path
) -> None:
    """Maak per eigenaar een Word-formulier met de vragen van zijn punten, in de map 'uitvoer'.

    PUNT is de sleutel van een punt, of kern of afweging. Zonder PUNT zijn het alle punten die de
    eerstvolgende brief vraagt. Wat het dossier al weet, staat er ingevuld in. Lees ingevulde
    formulieren terug met 'toetsingskader inlezen'.
    """
    for made in make_forms(one_record(naam, Path()), Path(), punten, eigenaar, sjablonen):
        click.echo(f"{made.bestand}: {made.eigenaar}, {'; '.join(made.punten)}")
        for bestand in made.onleesbaar:
            click.echo(
                f"  Let op: {bestand} kan niet helemaal worden gelezen en is niet in te vullen."
            )
