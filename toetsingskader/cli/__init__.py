"""Options in, exit code out; the only module that prints."""

import os
import sys
import traceback
from pathlib import Path

import click

from toetsingskader import __version__, commands
from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.cli.bijwerken import bron, migreer
from toetsingskader.cli.controleer import controleer
from toetsingskader.cli.herhaal import each
from toetsingskader.cli.keuzes import brief_option, kamer_option, sjablonen_option
from toetsingskader.cli.naslag import kader, regels
from toetsingskader.cli.sjabloon import sjabloon
from toetsingskader.cli_nl import Groep, explain
from toetsingskader.commands import Gemaakt
from toetsingskader.errors import CANNOT_WRITE, ExitCode, ToetsingskaderError, reason
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.rapport import FORMATEN, overzicht
from toetsingskader.toetsing import Toetsing


@click.group(cls=Groep, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, message="toetsingskader %(version)s", help="Toon de versie van het programma."
)
def main_group() -> None:
    """Toets een militaire inzet aan het toetsingskader en maak de brief aan de Kamer."""


@main_group.command("toets", short_help="Toets: wat is bekend, open, tegenstrijdig.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@brief_option(
    Briefsoort, "De soort brief waarvoor wordt getoetst; anders de eerstvolgende in het dossier."
)
@click.option(
    "--formaat",
    type=click.Choice(list(FORMATEN)),
    help="De vorm van het rapport; standaard tekst, of wat bij de naam van BESTAND past.",
)
@click.option("--naar", type=Path, metavar="BESTAND", help="Schrijf het rapport in dit bestand.")
@click.option("--streng", is_flag=True, help="Geef ook uitkomst 1 als er nog iets ontbreekt.")
@click.option("--optie", metavar="SLEUTEL", help="Toets alsof deze optie is gekozen.")
def toets(
    namen: tuple[str, ...],
    soort: Briefsoort | None,
    formaat: str | None,
    naar: Path | None,
    streng: bool,
    optie: str | None,
) -> int:
    """Toets beoordelingen: wat is bekend, wat staat open, wat ontbreekt of spreekt elkaar tegen.

    Zonder naam worden alle beoordelingen in de map 'assessments' getoetst. De uitkomst is 0, of 1
    als iets niet te lezen is of elkaar tegenspreekt.
    """
    formaat = commands.format_for(naar, formaat)
    results, codes = each(namen, lambda folder: commands.assess(folder, soort, optie))
    toetsingen = [r.toetsing for r in results]
    if toetsingen:
        text = commands.report(toetsingen, formaat)
        if naar is None:
            click.echo(text.rstrip("\n"))
        else:
            commands.write_report(text, naar)
            click.echo(f"Geschreven: {naar}")
    codes += [commands.exit_code(t, streng=streng) for t in toetsingen]
    return commands.worst(codes)


@main_group.command("maak", short_help="Maak de brief in Word en PDF, en het rapport.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@brief_option(SOORTEN, "De soort brief; anders de eerstvolgende in het dossier.")
@kamer_option("Maak alleen het exemplaar voor deze Kamer; standaard voor beide.")
@click.option(
    "--definitief",
    is_flag=True,
    help="Maak de brief zonder CONCEPT; geweigerd zolang er iets ontbreekt of elkaar tegenspreekt.",
)
@sjablonen_option(
    "Gebruik de briefsjablonen in deze map; wat er niet in staat, komt van het programma."
)
def maak(
    namen: tuple[str, ...],
    soort: Briefsoort | None,
    kamer: Kamer | None,
    definitief: bool,
    sjablonen: Path,
) -> int:
    """Maak de brief (Word en PDF) en het rapport over de volledigheid, in de map 'uitvoer'.

    Zonder naam gebeurt dat voor alle beoordelingen in de map 'assessments'.
    """

    def make(folder: Path) -> Gemaakt:
        if sys.stderr.isatty():
            click.echo(f"Bezig met {folder.name} …", err=True)
        return commands.make(
            folder,
            Path(),
            soort=soort,
            kamer=kamer,
            definitief=definitief,
            sjablonen=sjablonen,
        )

    made, codes = each(namen, make)
    if made:
        click.echo(overzicht([r.toetsing for r in made]).rstrip("\n"))
    for result in made:
        _show_made(result)
    return commands.worst([*codes, *(r.exit_code for r in made)])


for _opdracht in (controleer, bron, migreer, regels, kader, sjabloon):
    main_group.add_command(_opdracht)


def _show_made(result: Gemaakt) -> None:
    toetsing: Toetsing = result.toetsing
    if result.geweigerd:
        click.echo(
            f"\n{toetsing.slug}: de brief is niet gemaakt. Dit staat in de weg "
            f"({len(result.geweigerd)}):",
            err=True,
        )
        for bevinding in result.geweigerd:
            click.echo(f"  {bevinding}", err=True)
    if result.zonder_brief:
        click.echo(
            f"\n{toetsing.slug}: een {result.zonder_brief} kan deze versie nog niet schrijven; "
            "alleen het rapport is gemaakt.",
            err=True,
        )
    click.echo(f"\nGeschreven voor {toetsing.slug}:")
    if result.vast_te_leggen:
        _show_final(result)
    else:
        for path in result.bestanden:
            click.echo(f"  {path}")


def _show_final(result: Gemaakt) -> None:
    """The folder to be filed, and what the record must say after sending."""
    folder = result.bestanden[0].parent
    click.echo(f"  {folder} ({len(result.bestanden)} bestanden), met de brief als:")
    for path in result.bestanden:
        if path.parent == folder and path.suffix in (".docx", ".pdf"):
            click.echo(f"  {path.name}")
    click.echo(
        f"\nBewaar die map in het DMS. Zet na de verzending in {result.toetsing.map}/dossier.yaml "
        "onder 'brieven' bij deze brief:"
    )
    for line in result.vast_te_leggen:
        click.echo(f"    {line}")
    click.echo(
        "\nHet controlegetal is dat van de PDF. Is een ander bestand verzonden, neem dan het getal "
        "daarvan: 'toetsingskader controleer BESTAND' toont het."
    )


def main(argumenten: list[str] | None = None) -> int:
    """Run the program and give the exit code; anything unforeseen is a bug and says so."""
    given = sys.argv[1:] if argumenten is None else argumenten
    try:
        outcome = main_group.main(
            args=given or ["--help"], prog_name="toetsingskader", standalone_mode=False
        )
    except click.UsageError as error:
        return _report_usage(error)
    except ToetsingskaderError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken.", err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (`toets | head`): nothing is wrong.
        _discard_output()
        outcome = ExitCode.GOED
    except OSError as error:
        return _report_output(error) if error.errno in CANNOT_WRITE else _report_bug(error)
    except Exception as error:
        return _report_bug(error)
    return outcome if isinstance(outcome, int) else ExitCode.GOED


def _discard_output() -> None:
    """Let what Python still holds for the screen go nowhere, so that it does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_output(error: OSError) -> int:
    _discard_output()
    click.echo(
        f"De uitvoer kan niet worden geschreven ({reason(error)}). Kies een andere plek, of maak "
        "ruimte.",
        err=True,
    )
    return ExitCode.UITVOER_MISLUKT


def _report_usage(error: click.UsageError) -> int:
    path = error.ctx.command_path if error.ctx else "toetsingskader"
    click.echo(f"{explain(error)}\nUitleg: {path} --help", err=True)
    return ExitCode.VERKEERD_GEBRUIK


def _report_bug(error: Exception) -> int:
    click.echo(
        "Dit is een fout in het programma, niet in uw dossier; er is niets aan uw bestanden "
        f"veranderd. Meld deze regel aan de beheerder: {type(error).__name__}: {error}",
        err=True,
    )
    if os.environ.get("TOETSINGSKADER_DEBUG"):
        traceback.print_exception(error)
    else:
        click.echo("Met TOETSINGSKADER_DEBUG=1 verschijnen alle details.", err=True)
    return ExitCode.PROGRAMMAFOUT
