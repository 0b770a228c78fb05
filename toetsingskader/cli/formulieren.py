"""What `inlezen` shows of forms, and asks before anything is written."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

import click

from toetsingskader.cli.overnemen import show_texts, write_when
from toetsingskader.commands.formulieren import Gelezen, Inlezing, read_forms
from toetsingskader.errors import ExitCode
from toetsingskader.inlezen.formulier.voorstel import Aard, Beslissing, Uitkomst
from toetsingskader.kader import title_of

_LONGEST = 300
_MOST = 25
"""Findings that are shown; `toets` shows them all."""


def take_forms(paths: Sequence[Path], naam: str | None, agreed: Callable[[], bool]) -> ExitCode:
    """Show what these forms change, and write it when `agreed` says so."""
    result = read_forms(paths, Path(), naam)
    for formulier in result.formulieren:
        _show_form(formulier, result.map)
    _show_facts(result)
    show_texts(result.teksten, result.conflicten, "{}, tekst", "de tekst van '{}'")
    _show_findings(result)
    if not (result.nieuw or result.rest):
        click.echo("Er is niets gewijzigd.")
    write_when(agreed, result.nieuw)
    return ExitCode.BEVINDINGEN if result.rest else ExitCode.GOED


def _show_form(formulier: Gelezen, map_: str) -> None:
    versie = f", gemaakt uit {formulier.versie}" if formulier.versie else ""
    click.echo(f"{formulier.naam}: formulier van {formulier.eigenaar} bij {map_}{versie}")
    for melding in formulier.meldingen:
        click.echo(f"  Let op: {melding}")
    for opmerking in formulier.opmerkingen:
        about = f" bij '{_cut(opmerking.woorden)}'" if opmerking.woorden else ""
        click.echo(f"  Opmerking van {opmerking.auteur}{about}: {opmerking.tekst}")


def _show_facts(result: Inlezing) -> None:
    shown = [b for b in result.feiten if b.uitkomst is not Uitkomst.AL_ZO]
    for punt, some in groupby(
        sorted(shown, key=lambda b: b.voorstel.punt), key=lambda b: b.voorstel.punt
    ):
        click.echo(f"\n{title_of(punt)}")
        for beslissing in some:
            _show_fact(beslissing)
    already = sum(b.uitkomst is Uitkomst.AL_ZO for b in result.feiten)
    if already:
        click.echo(f"\nAl zo in het dossier, of in meer formulieren gelijk: {already}.")


def _show_fact(b: Beslissing) -> None:
    v = b.voorstel
    if b.uitkomst is Uitkomst.OVERNEMEN:
        click.echo(f"  {v.label} ({v.bestand})")
        if v.aard is not Aard.ERBIJ:
            click.echo(f"    was:   {_cut(v.was) or '(leeg)'}")
        click.echo(f"    wordt: {_cut(v.getoond) or '(leeg)'}")
    elif b.uitkomst is Uitkomst.ONGELDIG:
        click.echo(f"  Niet over te nemen: {v.label} ({v.bestand})")
        click.echo(f"    {_cut(v.getoond)}")
        click.echo(f"    {b.reden}")
    else:
        click.echo(f"  Conflict bij {v.label}; kies zelf:")
        click.echo(f"    toen het formulier werd gemaakt: {_cut(v.was) or '(leeg)'}")
        click.echo(f"    {v.bestand}: {_cut(v.getoond) or '(leeg)'}")
        now = f"het dossier nu: {_cut(b.nu) or '(leeg)'}"
        click.echo(f"    {b.reden or now}")


def _show_findings(result: Inlezing) -> None:
    if result.bevindingen:
        click.echo(f"\nDit zou 'toetsingskader toets' daarna zeggen ({len(result.bevindingen)}):")
    for bevinding in result.bevindingen[:_MOST]:
        click.echo(f"  {bevinding}")


def _cut(text: str) -> str:
    """A value on one line, without the end of a very long one."""
    line = " / ".join(part.strip() for part in text.split("\n"))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
