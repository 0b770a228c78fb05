"""Options in, exit code out; the only part that prints. A module per command, read when asked."""

import os
import sys
import traceback

import click

from toetsingskader import __version__
from toetsingskader.cli_nl import Groep, explain
from toetsingskader.errors import CANNOT_WRITE, ExitCode, ToetsingskaderError, bug, reason

OPDRACHTEN = {
    "nieuw": "nieuw",
    "toets": "toets",
    "maak": "maak",
    "volg": "volg",
    "editor": "editor",
    "overzicht": "overzicht",
    "kamervragen": "kamervragen",
    "zoek": "zoek",
    "controleer": "controleer",
    "inlezen": "inlezen",
    "woorden": "woorden",
    "formulier": "formulier",
    "bron": "bijwerken",
    "paraaf": "paraaf",
    "migreer": "bijwerken",
    "regels": "naslag",
    "kader": "naslag",
    "uitleg": "naslag",
    "schema": "naslag",
    "sjabloon": "sjabloon",
    "versie": "versie",
    "vergelijk": "vergelijk",
}
"""Each command and the module it is in; `toets` need not wait for what only `maak` uses."""


@click.group(
    cls=Groep,
    modules={naam: f"{__name__}.{module}" for naam, module in OPDRACHTEN.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, message="toetsingskader %(version)s", help="Toon de versie van het programma."
)
def main_group() -> None:
    """Toets een militaire inzet aan het toetsingskader en maak de brief aan de Kamer."""


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
    click.echo(bug(error), err=True)
    if os.environ.get("TOETSINGSKADER_DEBUG"):
        traceback.print_exception(error)
    else:
        click.echo("Met TOETSINGSKADER_DEBUG=1 verschijnen alle details.", err=True)
    return ExitCode.PROGRAMMAFOUT
