"""The command that takes over what was changed in Word."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toetsingskader.cli.formulieren import take_forms
from toetsingskader.cli.overnemen import show_texts, write_when
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import worst
from toetsingskader.commands.formulieren import is_form
from toetsingskader.commands.inlezen import (
    Bestand,
    Inlezing,
    open_edited,
    read_files,
    tracked,
)
from toetsingskader.errors import ExitCode, UsageError
from toetsingskader.kader import title_of
from toetsingskader.rapport.zinnen import aantal

if TYPE_CHECKING:
    from toetsingskader.teruglezen.bewerkt import Bewerkt, Wijziging

ALLES, GEEN, VRAAG = "alles", "geen", "vraag"


@click.command("inlezen", cls=Opdracht, short_help="Neem over wat in Word is gewijzigd.")
@click.argument("bestanden", nargs=-1, required=True, type=Path, metavar="BESTAND…")
@click.option(
    "--wijzigingen",
    type=click.Choice([ALLES, GEEN, VRAAG]),
    default=VRAAG,
    help="Welke door Word bijgehouden wijzigingen meedoen; standaard wordt dat gevraagd.",
)
@click.option("--ja", is_flag=True, help="Neem over zonder te vragen.")
@click.option(
    "--beoordeling",
    "naam",
    metavar="BEOORDELING",
    help="De beoordeling; anders die het bestand zelf noemt.",
)
def inlezen(bestanden: tuple[Path, ...], wijzigingen: str, ja: bool, naam: str | None) -> ExitCode:
    """Neem over wat iemand in Word heeft gewijzigd in een brief, of ingevuld in een formulier.

    Vergeleken wordt met de versie van het dossier waaruit het bestand is gemaakt. Eerst ziet u wat
    er verandert; pas daarna wordt er geschreven. Is een tekst ook in het dossier gewijzigd, of in
    twee bestanden verschillend, dan staat dat naast elkaar en kiest u zelf. Opmerkingen uit Word
    komen in opmerkingen.md. De uitkomst is 1 als er iets voor u overblijft.
    """
    opened = {path: open_edited(path) for path in dict.fromkeys(bestanden)}
    forms = [path for path, edited in opened.items() if is_form(edited.eigenschappen)]
    letters = {path: edited for path, edited in opened.items() if path not in forms}
    # Letters first: what a form changes in the same text is then a conflict with the record.
    codes = [_letters(letters, naam, wijzigingen, ja=ja)] if letters else []
    codes += [take_forms(forms, naam, lambda: ja or _asked())] if forms else []
    return ExitCode(worst(codes))


def _letters(
    files: "dict[Path, Bewerkt]", naam: str | None, wijzigingen: str, *, ja: bool
) -> ExitCode:
    result = read_files(files, Path(), naam, _choice(files, wijzigingen))
    for bestand in result.bestanden:
        _show_file(bestand)
    _show_changes(result)
    write_when(lambda: ja or _asked(), result.nieuw)
    return ExitCode.BEVINDINGEN if result.rest else ExitCode.GOED


def _asked() -> bool:
    if not sys.stdin.isatty():
        click.echo("\nMet '--ja' wordt dit overgenomen.")
        return False
    return click.confirm("\nOvernemen?", default=False)


def _choice(files: "dict[Path, Bewerkt]", wijzigingen: str) -> "Callable[[Wijziging], bool]":
    """Which tracked changes are taken: what was said, or what is answered to each."""
    found = tracked(files)
    if wijzigingen != VRAAG or not found:
        return lambda _: wijzigingen == ALLES
    if not sys.stdin.isatty():
        raise UsageError(
            f"Word heeft {aantal(len(found), 'wijziging', 'wijzigingen')} bijgehouden. Zeg met "
            "'--wijzigingen alles' of '--wijzigingen geen' of die meedoen."
        )
    answers: dict[Wijziging, bool] = {}

    def ask(change: "Wijziging") -> bool:
        if change not in answers:
            what = "erbij" if change.erbij else "weg"
            where = f" bij '{title_of(change.punt)}'" if change.punt else ""
            text = " ".join(change.tekst.split()) or "het einde van een alinea"
            who = f" ({change.auteur}, {change.datum[:10]})" if change.auteur else ""
            answers[change] = click.confirm(f"{what}{where}: {text}{who}. Overnemen?", default=True)
        return answers[change]

    return ask


def _show_file(bestand: Bestand) -> None:
    click.echo(f"{bestand.naam}: {bestand.soort} uit {bestand.map}")
    for titel, why in bestand.niet_gelezen:
        click.echo(f"  '{titel}' is niet ingelezen: {why}.")
    if bestand.buiten:
        click.echo(
            "  Buiten de teksten is ook iets gewijzigd. Dat komt uit gegevens of uit het sjabloon, "
            "en wordt niet overgenomen:"
        )
    for verschil in bestand.buiten:
        click.echo(f"    in het dossier: {verschil.verwacht or '(niets)'}")
        click.echo(f"    in het bestand: {verschil.gelezen or '(niets)'}")


def _show_changes(result: Inlezing) -> None:
    show_texts(result.overnames, result.conflicten)
    remarks = sum(len(b.opmerkingen) for b in result.bestanden)
    if remarks:
        click.echo(f"\nOpmerkingen in de bestanden: {remarks}; zij komen in opmerkingen.md.")
    if not (result.nieuw or result.rest):
        click.echo("  Er is niets gewijzigd.")
