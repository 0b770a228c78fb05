"""The commands that print what there is to refer to: pages, guidance and schemas."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.naslag import json_schema, reference
from toetsingskader.commands.toets import format_for, write_report

FORMATEN = {"tekst": "txt", "markdown": "md", "json": "json"}


def _page_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How a page looks and where it goes."""
    command = click.option(
        "--naar", type=Path, metavar="BESTAND", help="Schrijf het in dit bestand."
    )(command)
    return click.option(
        "--formaat",
        type=click.Choice(list(FORMATEN)),
        help="De vorm; standaard tekst, of wat bij de naam van BESTAND past.",
    )(command)


@click.command("regels", cls=Opdracht, short_help="Toon wat het programma nagaat.")
@click.argument("codes", nargs=-1, metavar="[CODE]…")
@_page_options
def regels(codes: tuple[str, ...], formaat: str | None, naar: Path | None) -> None:
    """Toon de regels: code, ernst, maatstaf en wat de regel zegt.

    Met een code uit een rapport: ook de bron, de velden die de regel leest, wie aan zet is en voor
    welke brieven hij geldt.
    """
    _show("regels", codes, formaat, naar)


@click.command("kader", cls=Opdracht, short_help="Toon de aandachtspunten.")
@click.argument("punten", nargs=-1, metavar="[PUNT]…")
@_page_options
def kader(punten: tuple[str, ...], formaat: str | None, naar: Path | None) -> None:
    """Toon de aandachtspunten: nummer, vraag, eigenaar, brieven, bron, geverifieerd of niet.

    Met een punt, zoals 'mandaat': hetzelfde als 'uitleg mandaat'.
    """
    _show("kader", punten, formaat, naar)


@click.command("uitleg", cls=Opdracht, short_help="Leg een punt, veld of begrip uit.")
@click.argument("namen", nargs=-1, metavar="[PUNT|VELD|BEGRIP]…")
@_page_options
def uitleg(namen: tuple[str, ...], formaat: str | None, naar: Path | None) -> None:
    """Leg uit wat een punt vraagt, waarom, en wat een goed antwoord heeft.

    Met een punt, zoals 'mandaat': ook de velden met hun keuzes, en de regels die ernaar kijken. Met
    een veld, zoals 'mandaat.rechtsgronden': hoe u het opschrijft. Met een begrip, zoals
    'carve-out': wat het betekent. Met 'begrippen' alle begrippen, met 'alles' alle punten.
    """
    _show("uitleg", namen, formaat, naar)


@click.command("schema", cls=Opdracht, short_help="Toon het schema van een bestand, in JSON.")
@click.argument("naam", metavar="NAAM")
@click.option("--naar", type=Path, metavar="BESTAND", help="Schrijf het in dit bestand.")
def schema(naam: str, naar: Path | None) -> None:
    """Toon het JSON Schema van een bestand, waarmee een editor helpt bij het typen.

    NAAM is dossier, bronnen of parafen, of een punt, zoals 'mandaat', voor de gegevens daarvan.
    """
    _put(json_schema(naam), naar)


def _show(boek: str, namen: tuple[str, ...], formaat: str | None, naar: Path | None) -> None:
    _put(reference(boek, namen, format_for(naar, formaat, FORMATEN)), naar)


def _put(text: str, naar: Path | None) -> None:
    if naar is None:
        click.echo(text.rstrip("\n"))
    else:
        write_report(text, naar)
        click.echo(f"Geschreven: {naar}")
