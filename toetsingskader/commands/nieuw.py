"""`nieuw`: start a record. Answers are read the way the record will be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toetsingskader.commands.beoordelingen import MAP
from toetsingskader.commands.toets import Getoetst
from toetsingskader.commands.vervolg import follow_up
from toetsingskader.errors import UsageError
from toetsingskader.kader.dossier import STAP, Dossier
from toetsingskader.kader.veld import alle_velden
from toetsingskader.output import add_folder
from toetsingskader.scaffold import Missie, Opgave, new_record
from toetsingskader.sjablonen import VOORBEELD
from toetsingskader.source import parse_yaml, quoted
from toetsingskader.validation import refusal
from toetsingskader.waarden import Waardetype, normalise
from toetsingskader.waarden.datum import parse_datum
from toetsingskader.waarden.orgaan import near_orgaan
from toetsingskader.waarden.tekst import SLEUTEL, make_key

_NO_NAME_ON_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{naam}{i}" for naam in ("com", "lpt") for i in range(10))}
)
_MINISTERIES = {"bz": "Buitenlandse Zaken", "def": "Defensie"}
_NOT_KNOWN = {"onbekend", "vertrouwelijk"}
STANDAARD_MINISTERIE = _MINISTERIES["bz"]


@dataclass(frozen=True)
class Begonnen:
    """A record that was made."""

    map: Path
    bestanden: tuple[str, ...]
    na_te_kijken: tuple[str, ...] = ()
    """The points of an earlier record that somebody must look at."""
    opmerkingen: tuple[str, ...] = ()


def read_field(pad: str, text: str) -> str:
    """A text as it may stand at this field of dossier.yaml; raises UsageError with the reason."""
    return _read(_type_of(pad), text)


def choices(pad: str) -> tuple[str, ...]:
    """What may be chosen at a field of dossier.yaml."""
    return tuple(_type_of(pad).options.values())


def _type_of(pad: str) -> Waardetype:
    found = next(b.waardetype for p, b in alle_velden(Dossier) if p == pad)
    assert found
    return found


def _read(soort: Waardetype, text: str) -> str:
    typed = " ".join(text.split())
    if not typed:
        raise UsageError("Het antwoord is leeg.")
    if normalise(typed) in _NOT_KNOWN:
        raise UsageError(
            f"'{typed}' kan hier niet. Sla de vraag over als het antwoord er nog niet is."
        )
    zin = _unwritable(typed) or refusal(soort.validate, typed)
    if zin:
        raise UsageError(zin)
    return str(soort.parse(typed)) if soort.options else typed


def _unwritable(text: str) -> str:
    """Why a text cannot stand in a file of a record; empty when it can."""
    try:
        read = parse_yaml(f"a: {quoted(text)}\n".encode())
    except UnicodeEncodeError:
        return "Dit antwoord bevat tekens die geen tekst zijn. Typ het opnieuw."
    if read.faults:
        return read.faults[0].tekst
    return "" if read.data == {"a": text} else "Dit antwoord kan niet worden bewaard."


def read_name(text: str) -> str:
    """The name of an assessment, which is the title in its letters."""
    return read_field("titel", text)


def read_ministry(text: str) -> str:
    """The name of a ministry, without the word itself."""
    naam = read_field("afzender.ministerie", text)
    for before in ("ministerie van ", "het ministerie van "):
        if naam.lower().startswith(before):
            naam = naam[len(before) :]
    naam = _MINISTERIES.get(normalise(naam), naam)
    known = {normalise(n): n for n in _MINISTERIES.values()}.get(normalise(naam), naam)
    if near := near_orgaan(known):
        raise UsageError(f"Het ministerie '{known}' is niet bekend. Bedoelde u '{near}'?")
    return known


def read_mission(text: str) -> Missie:
    """A mission, with behind a bar the states it takes place in: "EUFOR Althea | BA"."""
    naam, _, landen = text.partition("|")
    return Missie(read_field("missies.naam", naam), read_countries(landen))


def read_countries(text: str) -> tuple[str, ...]:
    """Countries with commas between them."""
    typed = [land for land in text.split(",") if land.strip()]
    return tuple(read_field("missies.gastlanden.land", land) for land in typed)


def read_step(eerder: Mapping[str, str], stap: str, text: str) -> str:
    """The date of a step; raises UsageError when it comes before one that is taken earlier."""
    typed = read_field("planning.datum", text)
    for before, datum in eerder.items():
        if parse_datum(typed).tot_en_met < parse_datum(datum).van:
            raise UsageError(
                f"'{STAP.options[stap]}' ({typed}) ligt vóór '{STAP.options[before]}' ({datum}). "
                "Controleer de data."
            )
    return typed


def propose_folder(titel: str) -> str:
    """The name of the folder that fits a title; empty when no such name can be made of it."""
    key = make_key(titel)
    return "" if key in _NO_NAME_ON_WINDOWS else key


def read_folder(text: str, here: Path) -> str:
    """The name of a new folder in `assessments`; raises UsageError when it cannot be that."""
    naam = text.strip()
    if not naam:
        raise UsageError(
            "Van deze naam is geen naam voor een map te maken. Kies er zelf een ('--map'), zoals "
            "mali-2027."
        )
    if naam.casefold() in _NO_NAME_ON_WINDOWS:
        raise UsageError(f"'{naam}' kan op Windows niet de naam van een map zijn. Kies een andere.")
    if refusal(SLEUTEL.parse, naam):
        raise UsageError(
            f"'{naam}' kan geen naam van een map zijn. Gebruik hooguit zestig kleine letters, "
            "cijfers, '-' en '_', zonder spaties; bijvoorbeeld: mali-2027."
        )
    root = here / MAP
    if root.is_dir() and naam in {p.name.casefold() for p in root.iterdir()}:
        raise UsageError(
            f"De map '{MAP}/{naam}' bestaat al; daar verandert niets aan. Kies een andere naam "
            "voor de map ('--map')."
        )
    return naam


def check_place(here: Path) -> None:
    """Raise UsageError within an assessment, or within the folder that holds them."""
    around = here.absolute()
    inside = any((p / "dossier.yaml").exists() for p in (around, *around.parents))
    if inside or around.name == MAP:
        raise UsageError(
            f"U bent in de map '{around.name}'. Ga naar de map waarin '{MAP}' staat, of moet komen."
        )


def start(opgave: Opgave, here: Path) -> Begonnen:
    """Make the folder of a new record, whole or not at all."""
    return _add(opgave.slug, new_record(opgave), here)


def start_follow_up(earlier: Getoetst, opgave: Opgave, uiterlijk: str, here: Path) -> Begonnen:
    """Make the folder of a record that goes on from an earlier one."""
    made = follow_up(earlier, opgave, uiterlijk)
    return replace(
        _add(opgave.slug, made.bestanden, here),
        na_te_kijken=made.na_te_kijken,
        opmerkingen=made.opmerkingen,
    )


def start_example(slug: str, here: Path) -> Begonnen:
    """Make the folder of the fictitious assessment."""
    files = {p.relative_to(VOORBEELD).as_posix(): p for p in VOORBEELD.rglob("*") if p.is_file()}
    return _add(slug, files, here)


def _add(slug: str, files: Mapping[str, bytes | Path], here: Path) -> Begonnen:
    target = Path(MAP) / slug
    add_folder(here / target, files)
    return Begonnen(target, tuple(sorted(files)))
