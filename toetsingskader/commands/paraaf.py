"""`paraaf`: register what an office said of a point, in the version that it read.

The paraaf itself is in the DMS. The fingerprint is of that version, never of what lies in the
folder today: so nobody approves what they have not seen.
"""

from dataclasses import dataclass
from pathlib import Path

from toetsingskader.commands.aanvullen import Toegevoegd, add_row
from toetsingskader.commands.gelezen import Gelezen, find_read, read_version
from toetsingskader.commands.toets import assess
from toetsingskader.errors import UsageError
from toetsingskader.kader import PROZA, PUNTEN, Beoordeling, parafen_of, title_of
from toetsingskader.kader.parafen import MET_REDEN, is_one_of
from toetsingskader.kader.vingerafdruk import covers, fingerprint
from toetsingskader.kader.zoek import unknown_point
from toetsingskader.source import Data, quoted
from toetsingskader.toetsing.paraafstand import Paraafstand
from toetsingskader.vergelijking.punt import what_changed
from toetsingskader.versies import versions
from toetsingskader.waarden import Datum
from toetsingskader.waarden.orgaan import ORGANEN, looks_like_person, near_orgaan

_VOORAF = "Geregistreerd met 'toetsingskader paraaf'; de paraaf zelf staat in het DMS."
_PLAIN = frozenset({"punt", "soort", "uitkomst"})
"""What is written without quotation marks: words of ours."""


@dataclass(frozen=True)
class Opgave:
    """What was typed: whose paraaf on which point, and what it says."""

    punt: str
    namens: str
    soort: str
    uitkomst: str
    versie: str
    op: Datum
    rol: str = ""
    reden: str = ""
    kenmerk: str = ""


@dataclass(frozen=True)
class Geregistreerd:
    """What was registered, and what it is worth for the record as it is now."""

    toegevoegd: Toegevoegd
    titel: str
    versie: Gelezen
    gewijzigd: tuple[str, ...]
    """What of the point changed since the version that was read."""
    anders: bool
    """Whether the point says something else now, even when it is not known what."""
    parafen: tuple[Paraafstand, ...]
    """Where the approvals of this point stand now."""


def register(folder: Path, opgave: Opgave) -> Geregistreerd:
    """Add a row to parafen.yaml.

    Raises UsageError for a point, office, version or reason that will not do, InputError when the
    record cannot be read or the file not be changed safely; then nothing was written.
    """
    _check_point(opgave.punt)
    _check_office(opgave)
    versie = _version(folder, opgave.versie)
    then = _then(folder, versie, opgave.punt)
    _check_known(then, opgave)
    _check_independent(then, opgave)
    new: dict[str, Data] = {
        "punt": opgave.punt,
        "versie": versie.sleutel,
        "vingerafdruk": fingerprint(then, opgave.punt),
        "namens": opgave.namens,
        "rol": opgave.rol,
        "soort": opgave.soort,
        "uitkomst": opgave.uitkomst,
        "reden": opgave.reden,
        "op": str(opgave.op),
        "kenmerk": opgave.kenmerk,
    }
    row = {naam: " ".join(str(waarde).split()) for naam, waarde in new.items() if waarde}
    added = add_row(folder, "parafen", "parafen", {**row}, _scalar, _VOORAF)
    getoetst = assess(folder)
    now = getoetst.beoordeling
    return Geregistreerd(
        added,
        title_of(opgave.punt),
        versie,
        tuple(what_changed(then, now, opgave.punt)),
        not covers(now, opgave.punt, row["vingerafdruk"]),
        tuple(p for p in getoetst.toetsing.parafen if p.punt == opgave.punt),
    )


def _scalar(naam: str, waarde: Data) -> str:
    return str(waarde) if naam in _PLAIN else quoted(str(waarde))


def _check_point(punt: str) -> None:
    known = (*PROZA, *PUNTEN)
    if punt not in known:
        raise UsageError(unknown_point(punt, known))


def _check_office(opgave: Opgave) -> None:
    naam = opgave.namens.strip()
    near = near_orgaan(naam)
    if near:
        raise UsageError(
            f"'{naam}' staat niet in de lijst van organen. Bedoelde u '{near}'? Schrijf een orgaan "
            "overal gelijk."
        )
    if not naam or looks_like_person(naam) or looks_like_person(opgave.rol.strip()):
        raise UsageError(
            f"'{opgave.rol if naam and not looks_like_person(naam) else naam}' is geen directie "
            "of functie. Noem het ministerie en de directie, zoals BZ/DJZ; namen van medewerkers "
            "horen niet in het dossier."
        )
    if opgave.uitkomst in MET_REDEN and not opgave.reden.strip():
        raise UsageError(
            f"Bij '{opgave.uitkomst.replace('_', ' ')}' hoort een reden. Noem met '--reden' wat de "
            "opmerking is, of wat er moet veranderen."
        )


def _version(folder: Path, text: str) -> Gelezen:
    versie = find_read(folder, text)
    if versie is not None:
        return versie
    known = versions(folder)
    there = f" Deze versies zijn er: {'; '.join(map(str, known))}." if known else ""
    raise UsageError(
        f"De versie '{text}' van '{folder.name}' is niet bekend.{there} Noem de versie die is "
        "gelezen: haar nummer, haar naam, of de commit die onder de brief staat."
    )


def _then(folder: Path, versie: Gelezen, punt: str) -> Beoordeling:
    """The record as it was in that version, with the point in it, whole."""
    then = read_version(folder, versie.commit)
    bestand = then.bestanden[punt] if then else None
    if then is None or bestand is None or not bestand.aanwezig:
        what = f"'{title_of(punt)}'" if then else "dit dossier"
        raise UsageError(f"In {versie.naam} was {what} er nog niet. Noem een latere versie.")
    if not bestand.leesbaar or bestand.onleesbare_velden:
        raise UsageError(
            f"In {versie.naam} is '{title_of(punt)}' niet helemaal te lezen, en op zo'n tekst "
            "kan geen paraaf worden geregistreerd. Maak een versie waarin dat hersteld is."
        )
    return then


def _check_known(then: Beoordeling, opgave: Opgave) -> None:
    """An office that the framework or the record names: nobody else can be held to a paraaf."""
    named = {eis.namens for punt in (*PROZA, *PUNTEN) for eis in parafen_of(punt) if eis.namens}
    for punt in then.punten.values():
        named |= {punt.eigenaar, *punt.medebetrokken}
    named |= {rij.namens.waarde for rij in then.parafen.parafen if rij.namens.waarde}
    if not is_one_of(opgave.namens, {*named, *ORGANEN}):
        raise UsageError(
            f"'{opgave.namens}' is geen directie die het dossier of het kader kent. Kies uit: "
            f"{', '.join(sorted(named))}; of noem haar eerst onder 'medebetrokken' bij een punt."
        )


def _check_independent(then: Beoordeling, opgave: Opgave) -> None:
    """A medeparaaf is a second opinion, unless the framework asks for one of this very office."""
    named = [eis.namens for eis in parafen_of(opgave.punt) if eis.soort == "medeparaaf"]
    if opgave.soort != "medeparaaf" or is_one_of(opgave.namens, filter(None, named)):
        return
    if is_one_of(opgave.namens, then.eigen_directies(opgave.punt)):
        raise UsageError(
            f"{opgave.namens} heeft '{title_of(opgave.punt)}' zelf opgesteld, en kan dus niet "
            "meeparaferen. Registreer dit met '--soort paraaf', of de medeparaaf van een andere "
            "directie."
        )
