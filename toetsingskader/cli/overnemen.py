"""What `inlezen` shows of texts, and the writing that follows when it may."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from toetsingskader.inlezen.voorstel import Conflict, Overname
from toetsingskader.kader import title_of
from toetsingskader.output import write_all
from toetsingskader.rapport.vergelijking.tekst import LEGENDA, changed_text


def show_texts(
    overnames: Sequence[Overname],
    conflicten: Sequence[Conflict],
    titel: str = "{}",
    over: str = "'{}'",
) -> None:
    """The texts that are taken over, and those of which somebody must choose.

    `titel` and `over` are how a heading and a sentence call the text of a point.
    """
    if overnames:
        click.echo(f"\n{LEGENDA}")
    for overname in overnames:
        name = titel.format(title_of(overname.punt))
        click.echo(f"\n{name} ({', '.join(overname.bestanden)})")
        click.echo("\n".join(changed_text(overname.oud, overname.nieuw)))
    for conflict in conflicten:
        why = "ook in het dossier gewijzigd" if conflict.gewijzigd else "in twee bestanden anders"
        name = over.format(title_of(conflict.punt))
        click.echo(f"\nConflict bij {name}: {why}. Kies zelf:")
        for voorstel in conflict.voorstellen:
            click.echo(f"  het dossier van nu, en wat daarvan anders is in {voorstel.bestand}:")
            click.echo("\n".join(changed_text(conflict.dossier, voorstel.tekst)))


def write_when(agreed: Callable[[], bool], nieuw: Mapping[Path, bytes]) -> None:
    """Write these files when `agreed` says so; raises OutputError, and then none was written."""
    if not nieuw:
        return
    if not agreed():
        click.echo("Er is niets geschreven.")
        return
    write_all(nieuw)
    for path in nieuw:
        click.echo(f"Geschreven: {path}")
