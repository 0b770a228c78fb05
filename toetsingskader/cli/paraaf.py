"""The command that registers approvals."""

from datetime import date
from pathlib import Path

import click

from toetsingskader.cli.keuzes import Keuze
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import one_record
from toetsingskader.commands.dag import read_day
from toetsingskader.commands.paraaf import Geregistreerd, Opgave, register
from toetsingskader.errors import UsageError
from toetsingskader.kader.parafen import SOORT, UITKOMST
from toetsingskader.rapport.parafen import DMS, approval
from toetsingskader.waarden import Datum


@click.command("paraaf", cls=Opdracht, short_help="Registreer een paraaf bij een punt.")
@click.argument("punt", metavar="PUNT")
@click.option(
    "--namens", required=True, metavar="DIRECTIE", help="De directie die parafeert, zoals BZ/DJZ."
)
@click.option(
    "--soort",
    required=True,
    type=Keuze(list(SOORT.options)),
    help="Van de eigenaar van het punt, of van een andere directie.",
)
@click.option("--uitkomst", required=True, type=Keuze(list(UITKOMST.options)), help="De uitkomst.")
@click.option(
    "--versie",
    required=True,
    metavar="VERSIE",
    help="De versie die is gelezen: een nummer, een naam, of de commit onder de brief.",
)
@click.option("--reden", default="", metavar="TEKST", help="Nodig bij opmerking en niet akkoord.")
@click.option("--kenmerk", default="", metavar="KENMERK", help="Het kenmerk in het DMS.")
@click.option("--rol", default="", metavar="FUNCTIE", help="De functie van wie parafeerde.")
@click.option("--op", "op", metavar="DATUM", help="De dag van de paraaf; anders vandaag.")
@click.option(
    "--beoordeling",
    "naam",
    metavar="BEOORDELING",
    help="De beoordeling; hoeft niet als er maar één is.",
)
def paraaf(
    *,
    punt: str,
    namens: str,
    soort: str,
    uitkomst: str,
    versie: str,
    reden: str,
    kenmerk: str,
    rol: str,
    op: str | None,
    naam: str | None,
) -> None:
    """Registreer een paraaf of medeparaaf bij een punt, in parafen.yaml.

    PUNT is de sleutel van een punt, of kern of afweging. De paraaf geldt voor de versie die is
    gelezen. Wijzigt het punt daarna, dan vervalt zij en zegt het rapport welke wijziging dat doet.
    Dit is alleen een registratie: de paraaf zelf staat in het DMS.
    """
    dag = _day(op)
    opgave = Opgave(punt, namens.strip(), soort, uitkomst, versie, dag, rol, reden, kenmerk)
    _show(register(one_record(naam, Path()), opgave), opgave)


def _day(op: str | None) -> Datum:
    """The day that was given, else today; one that has yet to come would hide what follows it."""
    today = date.today()
    dag = read_day(op or today.isoformat())
    if dag.van > today:
        raise UsageError(f"'{op}' moet nog komen. Noem met '--op' de dag waarop is geparafeerd.")
    return dag


def _show(result: Geregistreerd, opgave: Opgave) -> None:
    click.echo(f"Geregistreerd in {result.toegevoegd.bestand}:\n")
    click.echo("\n".join(result.toegevoegd.regels))
    where = f", met kenmerk {opgave.kenmerk}" if opgave.kenmerk else ""
    click.echo(f"\n{DMS.removesuffix('.')}{where}.")
    if opgave.uitkomst == "niet_akkoord":
        click.echo(
            f"Zolang {opgave.namens} niet akkoord is, wordt er geen definitieve brief gemaakt."
        )
    if result.anders:
        what = f" ({', '.join(result.gewijzigd)})" if result.gewijzigd else ""
        so = (
            "Deze weigering gaat over de tekst van toen."
            if opgave.uitkomst == "niet_akkoord"
            else "Deze paraaf dekt de tekst van nu dus niet."
        )
        click.echo(f"Let op: '{result.titel}' is sinds {result.versie.naam} gewijzigd{what}. {so}")
    if any(
        p.wie == opgave.namens and p.soort == opgave.soort and not p.nodig for p in result.parafen
    ):
        click.echo(
            f"Let op: een {opgave.soort} van {opgave.namens} is bij '{result.titel}' niet vereist. "
            "Hieronder staat welke dat wel zijn."
        )
    click.echo(f"\nParafen bij '{result.titel}':")
    for stand in result.parafen:
        click.echo(f"  - {approval(stand)}")
