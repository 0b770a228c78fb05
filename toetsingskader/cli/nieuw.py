"""The command that starts an assessment."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import click

from toetsingskader.brief.soorten import SOORTEN
from toetsingskader.cli.keuzes import brief_option
from toetsingskader.cli.vragen import (
    all_given_or_asked,
    given_or_asked,
    given_or_skipped,
    has_keyboard,
)
from toetsingskader.cli_nl import Opdracht
from toetsingskader.commands import nieuw as steps
from toetsingskader.commands.beoordelingen import find_record
from toetsingskader.commands.vervolg import read_earlier
from toetsingskader.errors import UsageError
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.scaffold import Opgave
from toetsingskader.waarden.datum import as_day

_STAPPEN = {
    "ministerraad": "Wanneer besluit de ministerraad",
    "verzending": "Wanneer gaat de brief naar de Kamer",
    "begin_inzet": "Wanneer begint de inzet",
    "einde_inzet": "Wanneer eindigt de inzet",
}
"""The planned dates that are asked for, in order; others may be added to the planning."""
_AANLEIDING = {
    "soort": ("aanleiding", f"De aanleiding: {', '.join(steps.choices('aanleiding.soort'))}"),
    "door": ("aanleiding_door", "Van wie de aanleiding komt"),
    "datum": ("aanleiding_datum", "De datum van de aanleiding"),
}
"""What is asked of the occasion: field to option and question."""


def _option(name: str, help_: str, metavar: str = "NAAM", **more: Any) -> Callable[..., Any]:
    return click.option(name, help=help_, metavar=metavar, **more)


_OPTIES = (
    _option("--naam", "De naam; ook het onderwerp van de brief."),
    _option("--map", "De map in 'assessments'; anders volgt zij uit de naam."),
    _option(
        "--missie", "Een missie, zo nodig met gastlanden: 'EUFOR Althea | Bosnië'. Mag vaker.",
        multiple=True,
    ),
    _option("--ministerie", "Wie de brief stuurt; standaard Buitenlandse Zaken."),
    _option("--aanleiding", "De aanleiding, zoals 'verzoek'.", "SOORT"),
    _option("--aanleiding-door", "Van wie de aanleiding komt.", "WIE"),
    _option("--aanleiding-datum", "De datum van de aanleiding.", "DATUM"),
    brief_option(SOORTEN, "De soort brief; standaard artikel_100."),
    _option("--regelset", "Een verzameling extra regels. Mag vaker.", multiple=True),
    *(
        _option(f"--{stap.replace('_', '-')}", f"{vraag}.", "DATUM")
        for stap, vraag in _STAPPEN.items()
    ),
    _option(
        "--op-basis-van", "Begin een vervolg op deze beoordeling, zoals een verlenging.",
        "BEOORDELING", default=None,
    ),
    _option("--nakijken-voor", "Bij een vervolg: wanneer elk punt moet zijn nagekeken.", "DATUM"),
    click.option("--voorbeeld", is_flag=True, help="Maak een volledige, verzonnen beoordeling."),
)  # fmt: skip


def _with_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIES):
        command = option(command)
    return command


@click.command("nieuw", cls=Opdracht, short_help="Begin een beoordeling.")
@_with_options
def nieuw(voorbeeld: bool, op_basis_van: str | None, **gegeven: Any) -> None:
    """Begin een beoordeling: een map met elk punt, zijn vraag en een voorbeeld bij elk veld.

    Wat niet is opgegeven, wordt gevraagd; met Enter slaat u een vraag over. Zonder toetsenbord
    volstaat '--naam'. Een map die er al is, blijft zoals zij is.
    """
    here = Path()
    steps.check_place(here)
    if voorbeeld:
        refuse_with("'--voorbeeld'", {"op-basis-van": op_basis_van})
        _show(_example(gegeven, here), "Deze beoordeling is verzonnen, van begin tot eind.")
        return
    if op_basis_van is not None:
        _show(_follow_up(op_basis_van, gegeven, here))
        return
    refuse_with("een nieuwe beoordeling", {"nakijken_voor": gegeven["nakijken_voor"]})
    _show(steps.start(_ask(gegeven, here), here))


def _example(gegeven: Mapping[str, Any], here: Path) -> steps.Begonnen:
    refuse_with("'--voorbeeld'", {k: v for k, v in gegeven.items() if k != "map"})
    return steps.start_example(steps.read_folder(gegeven["map"] or "voorbeeld", here), here)


def _follow_up(naam: str, gegeven: Mapping[str, Any], here: Path) -> steps.Begonnen:
    """Ask what a follow-up does not take from the earlier assessment, and make it."""
    over = {k: gegeven[k] for k in ("missie", "ministerie", "regelset")}
    refuse_with("'--op-basis-van': dat wordt overgenomen", over)
    earlier = read_earlier(find_record(naam, here))
    soort = _ask_letter(gegeven["soort"], Briefsoort.VERLENGING)
    was = earlier.beoordeling.dossier.titel.waarde or earlier.beoordeling.slug
    word = soort.replace("_", " ")
    was = was.removesuffix(f": {word}")
    titel = given_or_asked(
        gegeven["naam"],
        "Naam van de beoordeling",
        steps.read_name,
        f"{was}: {word}",
    )
    voorstel = titel if gegeven["naam"] else f"{earlier.beoordeling.slug} {word}"
    slug = _ask_folder(gegeven["map"], voorstel, here)
    aanleiding, planning = _ask_occasion(gegeven), _ask_planning(gegeven)
    vandaag = date.today()
    due = planning.get("verzending") or as_day(vandaag + timedelta(days=28))
    uiterlijk = given_or_asked(
        gegeven["nakijken_voor"], "Wanneer moet elk punt zijn nagekeken",
        _reader("planning.datum"), due,
    )  # fmt: skip
    opgave = Opgave(titel, slug, as_day(vandaag), soort, aanleiding=aanleiding, planning=planning)
    return steps.start_follow_up(earlier, opgave, uiterlijk, here)


def refuse_with(optie: str, gegeven: Mapping[str, Any]) -> None:
    """Raise UsageError when an option was given that has no meaning beside this one."""
    for naam, waarde in gegeven.items():
        if waarde:
            other = "brief" if naam == "soort" else naam.replace("_", "-")
            raise UsageError(f"'--{other}' gaat niet samen met {optie}.")


def _ask(gegeven: Mapping[str, Any], here: Path) -> Opgave:
    """Everything that a new record begins with."""
    if gegeven["naam"] is None and not has_keyboard():
        raise UsageError(
            "Noem de naam van de beoordeling met '--naam'; vragen kan hier niet, want er is geen "
            "toetsenbord."
        )
    titel = given_or_asked(gegeven["naam"], "Naam van de beoordeling", steps.read_name)
    slug = _ask_folder(gegeven["map"], titel, here)
    missies = all_given_or_asked(
        gegeven["missie"], "Missie, zo nodig met gastlanden, zoals EUFOR Althea | Bosnië",
        steps.read_mission,
    )  # fmt: skip
    ministerie = given_or_asked(
        gegeven["ministerie"], "Ministerie dat de brief stuurt", steps.read_ministry,
        steps.STANDAARD_MINISTERIE,
    )  # fmt: skip
    soort = _ask_letter(gegeven["soort"], Briefsoort.ARTIKEL_100)
    aanleiding = _ask_occasion(gegeven)
    sets = ", ".join(steps.choices("regelsets"))
    regelsets = all_given_or_asked(
        gegeven["regelset"], f"Regelset, als die past: {sets}", _reader("regelsets"), "geen"
    )
    planning = _ask_planning(gegeven)
    vandaag = as_day(date.today())
    regelsets = tuple(dict.fromkeys(regelsets))
    return Opgave(titel, slug, vandaag, soort, ministerie, missies, aanleiding, regelsets, planning)


def _reader(pad: str) -> Callable[[str], str]:
    return lambda text: steps.read_field(pad, text)


def _ask_folder(given: str | None, titel: str, here: Path) -> str:
    return given_or_asked(
        given, "Naam van de map", lambda text: steps.read_folder(text, here),
        steps.propose_folder(titel),
    )  # fmt: skip


def _ask_letter(given: Briefsoort | None, voorstel: Briefsoort) -> Briefsoort:
    known = ", ".join(steps.choices("brieven.soort"))
    return given or Briefsoort(
        given_or_asked(
            None, f"Soort brief: {known}", _reader("brieven.soort"), voorstel.replace("_", " ")
        )
    )


def _ask_occasion(gegeven: Mapping[str, Any]) -> dict[str, str]:
    """The occasion: who and when are not asked when it is not known what."""
    found: dict[str, str] = {}
    for veld, (optie, vraag) in _AANLEIDING.items():
        given = gegeven[optie]
        if given is None and veld != "soort" and "soort" not in found:
            continue
        answer = given_or_skipped(given, vraag, _reader(f"aanleiding.{veld}"))
        if answer:
            found[veld] = answer
    return found


def _ask_planning(gegeven: Mapping[str, Any]) -> dict[str, str]:
    """The planned dates, each held against those before it."""
    found: dict[str, str] = {}
    for stap, vraag in _STAPPEN.items():
        answer = given_or_skipped(
            gegeven[stap],
            vraag,
            lambda text: steps.read_step(found, stap, text),  # noqa: B023
        )
        if answer:
            found[stap] = answer
    return found


def _show(begonnen: steps.Begonnen, vooraf: str = "") -> None:
    """What was made, and what to do next."""
    slug = begonnen.map.name
    click.echo(f"Gemaakt: {begonnen.map} ({len(begonnen.bestanden)} bestanden).")
    for remark in (vooraf, *begonnen.opmerkingen):
        click.echo(remark, nl=bool(remark))
    if begonnen.na_te_kijken:
        click.echo(
            f"Bij {len(begonnen.na_te_kijken)} overgenomen punten staat een open vraag of het nog "
            "klopt. Haal de vraag weg als dat zo is."
        )
    click.echo("\nWat nu:")
    if not vooraf:
        click.echo(
            f"  - Open {begonnen.map}/dossier.yaml en vul aan wat er nog niet staat.\n"
            "  - Elk punt heeft een bestand in willen, mogen en kunnen. De tekst voor de brief\n"
            "    komt onder de laatste regel met ---."
        )
    click.echo(
        f"  - Wat ontbreekt, en wie aan zet is:  toetsingskader toets {slug}\n"
        f"  - Een concept van de brief:          toetsingskader maak {slug}"
    )
