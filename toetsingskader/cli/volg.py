"""The command that follows a record: checks and makes the letter anew at every save."""

import signal
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import FrameType

import click

from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.cli.keuzes import brief_option, kamer_option, sjablonen_option
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands.beoordelingen import one_record
from toetsingskader.commands.maak import UITVOER
from toetsingskader.commands.volg import Melding, Mislukt, Opgave, Ronde, Volger, publish
from toetsingskader.errors import explain
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.rapport.volgen import ronde
from toetsingskader.voorvertoning import Voorvertoning

FORMATEN = ("tekst", "editor")


@click.command("volg", cls=Opdracht, short_help="Toets en maak opnieuw zodra u iets opslaat.")
@click.argument("beoordeling", required=False, metavar="[BEOORDELING]")
@brief_option(SOORTEN, "De soort brief; anders de eerstvolgende in het dossier.")
@kamer_option("De Kamer waarvoor het exemplaar is; standaard de Tweede.")
@sjablonen_option("Volg en gebruik de briefsjablonen in deze map.")
@click.option(
    "--formaat",
    type=click.Choice(FORMATEN),
    default=FORMATEN[0],
    help="Wat er op het scherm komt: tekst noemt wat erbij komt en weggaat, editor elke keer "
    "alle bevindingen, voor een programma dat ze op hun plaats aanwijst.",
)
@click.option("--toon", is_flag=True, help="Open het voorbeeld meteen in de browser.")
@click.option("--alleen-toetsen", is_flag=True, help="Maak geen brief, en geen voorbeeld.")
def volg(
    beoordeling: str | None,
    soort: Briefsoort | None,
    kamer: Kamer | None,
    sjablonen: Path,
    formaat: str,
    toon: bool,
    alleen_toetsen: bool,
) -> int:
    """Volg een beoordeling: toets haar en maak brief en rapport opnieuw zodra u iets opslaat.

    Elke keer staat er welke bevindingen erbij kwamen en weg zijn. Een voorbeeld in de browser
    toont de brief naast het rapport en ververst vanzelf. Ctrl+C stopt.
    """
    folder = one_record(beoordeling, Path())
    opgave = Opgave(
        folder,
        soort=soort,
        kamer=kamer or Kamer.TWEEDE,
        sjablonen=sjablonen,
        met_brief=not alleen_toetsen,
    )
    # Asked now: at the end the folder may be gone.
    target = opgave.here / UITVOER / folder.resolve().name
    with _preview(opgave, toon) as voorbeeld, _stoppable():
        volger = Volger(opgave, lambda m: _tell(m, formaat, voorbeeld))
        click.echo(f"{_time()} '{folder}' wordt gevolgd. Stoppen: Ctrl+C.")
        try:
            volger.run()
        except KeyboardInterrupt:
            stays = f" Wat het laatst is gemaakt, staat in '{target}'." if target.is_dir() else ""
            click.echo(f"\n{_time()} Gestopt met volgen.{stays}")
    return 0


def _tell(melding: Melding, formaat: str, voorbeeld: Voorvertoning | None) -> None:
    if isinstance(melding, Ronde):
        click.echo(f"\n{_time()} Getoetst.")
        click.echo(ronde(melding.toetsing, melding.gewijzigd, editor=formaat == "editor"))
    elif isinstance(melding, Mislukt):
        click.echo(f"\n{_time()} {melding.zin}")
    elif melding.geweigerd:
        click.echo(f"{_time()} De brief is niet gemaakt; het rapport wel. Dit staat in de weg:")
        for bevinding in melding.geweigerd:
            click.echo(f"  {bevinding.tekst}")
    else:
        click.echo(f"{_time()} Brief en rapport zijn vernieuwd in '{melding.bestanden[0].parent}'.")
    if voorbeeld is not None:
        try:
            publish(melding, voorbeeld)
        except OSError as error:
            click.echo(f"{_time()} Het voorbeeld is niet ververst. {explain(error)}")


@contextmanager
def _preview(opgave: Opgave, toon: bool) -> Iterator[Voorvertoning | None]:
    """The preview with its address told; None when none is wanted, or none can be."""
    voorbeeld = None
    if opgave.met_brief:
        try:
            voorbeeld = Voorvertoning()
        except OSError as error:
            click.echo(f"Een voorbeeld in de browser kan hier niet. {explain(error)}", err=True)
    with voorbeeld or nullcontext():
        if voorbeeld is not None:
            click.echo(f"Voorvertoning van brief en rapport: {voorbeeld.adres}")
            if toon:
                webbrowser.open(voorbeeld.adres)
        yield voorbeeld


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let what closes a terminal, or ends a task of an editor, stop as Ctrl+C does."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    wanted = [getattr(signal, naam, None) for naam in ("SIGTERM", "SIGHUP")]
    before = {number: signal.signal(number, stop) for number in wanted if number is not None}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _time() -> str:
    return time.strftime("%H:%M:%S")
