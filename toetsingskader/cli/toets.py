"""The command that checks assessments and reports."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from toetsingskader.cli.herhaal import each
from toetsingskader.cli.keuzes import brief_option
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import worst
from toetsingskader.commands.sinds import with_history
from toetsingskader.commands.toets import (
    OPLEGGER,
    VORMEN,
    Getoetst,
    assess,
    exit_code,
    format_for,
    report,
    require_one,
    write_report,
)
from toetsingskader.kader.veld import Briefsoort


@click.command("toets", cls=Opdracht, short_help="Toets: wat is bekend, open, tegenstrijdig.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@brief_option(
    Briefsoort, "De soort brief waarvoor wordt getoetst; anders de eerstvolgende in het dossier."
)
@click.option(
    "--formaat",
    type=click.Choice(VORMEN),
    help="De vorm van het rapport; standaard tekst, of wat bij de naam van BESTAND past.",
)
@click.option("--naar", type=Path, metavar="BESTAND", help="Schrijf het rapport in dit bestand.")
@click.option("--streng", is_flag=True, help="Geef ook uitkomst 1 als er nog iets ontbreekt.")
@click.option("--optie", metavar="SLEUTEL", help="Toets alsof deze optie is gekozen.")
@click.option(
    "--versie",
    metavar="VERSIE",
    help="Toon wat er sinds deze versie is gewijzigd; standaard de laatste met een naam.",
)
def toets(
    namen: tuple[str, ...],
    soort: Briefsoort | None,
    formaat: str | None,
    naar: Path | None,
    streng: bool,
    optie: str | None,
    versie: str | None,
) -> int:
    """Toets beoordelingen: wat is bekend, wat staat open, wat ontbreekt of spreekt elkaar tegen.

    Zonder naam worden alle beoordelingen in de map 'assessments' getoetst. De uitkomst is 0, of 1
    als iets niet te lezen is of elkaar tegenspreekt.
    """
    formaat = format_for(naar, formaat, VORMEN)
    results, codes = each(namen, lambda folder: with_history(assess(folder, soort, optie), versie))
    toetsingen = [r.toetsing for r in results]
    if results and naar is None:
        text = report(toetsingen, formaat, streng=streng, kleur=_colour_is_wanted())
        click.echo(text.rstrip("\n"))
    elif results and naar:
        if formaat == OPLEGGER:
            write_report(_paper(results, naar), naar)
        else:
            write_report(report(toetsingen, formaat, streng=streng), naar)
        click.echo(f"Geschreven: {naar}")
    codes += [exit_code(t, streng=streng) for t in toetsingen]
    return worst(codes)


def _paper(results: Sequence[Getoetst], naar: Path) -> bytes:
    """The oplegger in the form that the name of the file asks for."""
    # Only this format needs the tools of the letter.
    from toetsingskader.commands.oplegger import make_oplegger
    from toetsingskader.sjablonen import BRIEFSJABLONEN
    from toetsingskader.totstandkoming import origin

    require_one(results, "Word of PDF")
    (getoetst,) = results
    files = make_oplegger(getoetst, origin(getoetst.map, BRIEFSJABLONEN))
    return files[naar.suffix.lower().removeprefix(".")]


def _colour_is_wanted() -> bool:
    """On a terminal, unless who sits there asks for none (https://no-color.org)."""
    env = os.environ
    return sys.stdout.isatty() and not env.get("NO_COLOR") and env.get("TERM") != "dumb"
