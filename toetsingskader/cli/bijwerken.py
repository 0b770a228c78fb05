"""The commands that change a record when asked: `migreer` and `bron`."""

import sys
from pathlib import Path

import click

from toetsingskader.cli.herhaal import each
from toetsingskader.cli.vragen import given_or_asked
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import one_record, worst
from toetsingskader.commands.bron import add_paper, check_absent, read_paper, read_title
from toetsingskader.commands.dag import read_day
from toetsingskader.commands.migreer import Gemigreerd, migrate
from toetsingskader.errors import UsageError
from toetsingskader.kader.versie import SCHEMA


@click.command("migreer", cls=Opdracht, short_help="Werk een ouder dossier bij.")
@click.argument("namen", nargs=-1, metavar="[BEOORDELING]…")
@click.option("--schrijf", is_flag=True, help="Schrijf de wijzigingen; zonder deze optie niet.")
def migreer(namen: tuple[str, ...], schrijf: bool) -> int:
    """Werk beoordelingen bij die in een ouder schema zijn geschreven.

    Toont het verschil per bestand en wat er nieuw te beantwoorden is. Zonder '--schrijf' verandert
    er niets. Opmerkingen, volgorde en alles wat niet hoeft te veranderen, blijven zoals ze zijn.
    """
    results, codes = each(namen, lambda folder: migrate(folder, schrijf=schrijf))
    for result in results:
        _show(result)
    return worst(codes)


def _show(result: Gemigreerd) -> None:
    if not result.verschil:
        click.echo(
            f"{result.map}: er is niets bij te werken; dossier.yaml noemt geen ouder schema dan "
            f"{SCHEMA}."
        )
        return
    click.echo(f"{result.map}: van schema {result.van} naar schema {SCHEMA}\n\n{result.verschil}")
    if result.nieuw:
        click.echo("Nieuw te beantwoorden:")
        for bestand, labels in result.nieuw.items():
            click.echo(f"  {bestand}: {', '.join(labels)}")
        click.echo()
    if result.geschreven:
        for path in result.bestanden:
            click.echo(f"Geschreven: {path}")
    else:
        click.echo(
            "Er is niets geschreven. Schrijf dit met: toetsingskader migreer "
            f"{result.map} --schrijf"
        )


@click.command("bron", cls=Opdracht, short_help="Voeg een Kamerstuk toe aan de bronnen.")
@click.argument("kamerstuk", metavar="KAMERSTUK")
@click.option(
    "--beoordeling",
    "naam",
    metavar="BEOORDELING",
    help="De beoordeling; hoeft niet als er maar één is.",
)
@click.option("--datum", metavar="DATUM", help="De datum van het stuk, zoals '6 januari 2026'.")
@click.option("--titel", metavar="TITEL", help="De titel van het stuk.")
def bron(kamerstuk: str, naam: str | None, datum: str | None, titel: str | None) -> None:
    """Voeg een Kamerstuk toe aan bronnen.yaml, op grond van zijn nummer.

    KAMERSTUK is een sleutel als kst-36045-264, of een nummer als '36 045, nr. 264' of
    '29 521, BE'. Wat niet is opgegeven, wordt gevraagd. Er wordt niets op internet opgezocht.
    """
    stuk = read_paper(kamerstuk)
    folder = one_record(naam, Path())
    check_absent(folder, stuk)
    if (datum is None or titel is None) and not sys.stdin.isatty():
        raise UsageError(
            f"Noem datum en titel van Kamerstuk {stuk} met '--datum' en '--titel'; vragen kan hier "
            "niet, want er is geen toetsenbord."
        )
    dag = given_or_asked(datum, "Datum van het stuk", read_day)
    opschrift = given_or_asked(titel, "Titel van het stuk", read_title)
    added = add_paper(folder, stuk, dag, opschrift)
    click.echo(f"Toegevoegd aan {added.bestand}:\n\n" + "\n".join(added.regels))
    click.echo(f"\nVerwijs ernaar met [@{stuk.sleutel}, p. 1].")
