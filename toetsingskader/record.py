"""A folder on disk → its files as text with places. Reads only; knows which files a record has."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.bestandsnaam import typed_for
from toetsingskader.errors import InputError, reason
from toetsingskader.kader import PROZA, PUNTEN, SECRETARIS
from toetsingskader.source import Source, parse_markdown, parse_yaml
from toetsingskader.toetsing import Bevinding, Ernst, Plaats

BESTANDEN: dict[str, str] = {
    "dossier": "dossier.yaml",
    "bronnen": "bronnen.yaml",
    **{naam: f"{naam}.md" for naam in PROZA},
    **{sleutel: punt.kader.bestand for sleutel, punt in PUNTEN.items()},
}
"""What a record consists of: key to path within the folder."""

_ALSO_KNOWN = {"parafen.yaml", "opmerkingen.md", "README.md"}
_KNOWN_FOLDERS = {"bijlagen", "opties"}


@dataclass(frozen=True)
class Record:
    """The files of one assessment; a file that is not there is absent from `bronteksten`."""

    slug: str
    map: str
    """The folder as the user named it; every place in a finding starts with it."""
    bronteksten: Mapping[str, Source]
    bevindingen: tuple[Bevinding, ...]
    anders_genoemd: frozenset[str] = frozenset()
    """The files that are there, unread, under another name."""

    def pad(self, sleutel: str) -> str:
        """The path of a file as the user may click it."""
        return f"{self.map}/{BESTANDEN[sleutel]}"


def load(folder: Path) -> Record:
    """Read a record.

    Raises InputError when the folder has no dossier.yaml, or when a file cannot be opened.
    Everything else that is wrong is a finding.
    """
    if not (folder / "dossier.yaml").exists():
        raise InputError(_no_dossier(folder))
    map_ = folder.as_posix()
    teksten: dict[str, Source] = {}
    bevindingen = list(_options(folder, map_))
    unknown = set(_unknown_files(folder))
    misnamed: set[str] = set()
    for sleutel, naam in BESTANDEN.items():
        path = folder / naam
        if _leads_outside(path, folder):
            bevindingen.append(_link_finding(map_, naam))
        elif not path.exists() and (typed := typed_for(naam, sorted(unknown))):
            unknown.remove(typed)
            misnamed.add(sleutel)
            bevindingen.append(_misnamed_finding(map_, sleutel, typed))
        elif not path.exists():
            bevindingen.append(_missing_finding(map_, sleutel, naam))
        else:
            parse = parse_yaml if naam.endswith(".yaml") else parse_markdown
            teksten[sleutel] = parse(_read(path))
    bevindingen += [_unknown_finding(map_, naam) for naam in sorted(unknown)]
    slug = folder.resolve().name
    return Record(slug, map_, teksten, tuple(bevindingen), frozenset(misnamed))


def _no_dossier(folder: Path) -> str:
    """Why a folder cannot be read as an assessment."""
    there = [p.name for p in folder.iterdir() if p.is_file()] if folder.is_dir() else []
    typed = typed_for("dossier.yaml", sorted(there))
    if typed:
        advice = f"Bedoelde u '{typed}'? Geef dat bestand de naam dossier.yaml."
    else:
        advice = "Noem de map van een beoordeling, of maak daar eerst een dossier.yaml."
    return f"In de map '{folder}' staat geen bestand dossier.yaml. {advice}"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"Het bestand '{path}' kan niet worden gelezen ({reason(error)}). "
            "Controleer of het een gewoon bestand is en of u het mag openen."
        ) from error


def _leads_outside(path: Path, folder: Path) -> bool:
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # A link that leads to itself.
        return True


def _link_finding(map_: str, naam: str) -> Bevinding:
    return Bevinding(
        "MAP-KOPPELING",
        Ernst.ONGELDIG,
        Plaats(f"{map_}/{naam}"),
        f"'{naam}' is een koppeling die niet uitkomt in de map van deze beoordeling en wordt niet "
        "gelezen. Zet het bestand zelf in de map.",
        (SECRETARIS,),
    )


def _misnamed_finding(map_: str, sleutel: str, typed: str) -> Bevinding:
    punt = PUNTEN.get(sleutel)
    return Bevinding(
        "MAP-NAAM",
        Ernst.ONGELDIG,
        Plaats(f"{map_}/{typed}"),
        f"'{typed}' wordt niet gelezen, want zo heet geen bestand van een beoordeling. Bedoelde u "
        f"'{BESTANDEN[sleutel]}'? Geef het dan die naam.",
        (punt.kader.eigenaar if punt else SECRETARIS,),
        punt=sleutel if punt else None,
    )


def _missing_finding(map_: str, sleutel: str, naam: str) -> Bevinding:
    punt = PUNTEN.get(sleutel)
    wie = punt.kader.eigenaar if punt else SECRETARIS
    return Bevinding(
        "MAP-ONTBREEKT",
        Ernst.ONTBREEKT,
        Plaats(f"{map_}/{naam}"),
        f"Het bestand '{naam}' ontbreekt in de map. Maak het aan; het mag leeg beginnen.",
        (wie,),
        punt=sleutel if punt else None,
    )


def _options(folder: Path, map_: str) -> Iterator[Bevinding]:
    if (folder / "opties").is_dir():
        yield Bevinding(
            "MAP-OPTIES",
            Ernst.LET_OP,
            Plaats(f"{map_}/opties"),
            "De map 'opties' wordt door deze versie van het programma nog niet gelezen; rapport en "
            "brief gaan alleen over de bestanden daarbuiten. Zet de gekozen optie daar.",
            (SECRETARIS,),
        )


def _unknown_finding(map_: str, naam: str) -> Bevinding:
    return Bevinding(
        "MAP-ONBEKEND",
        Ernst.LET_OP,
        Plaats(f"{map_}/{naam}"),
        f"'{naam}' hoort niet bij een beoordeling en wordt niet gelezen. Controleer de naam, of "
        "zet het bestand in de map 'bijlagen'.",
        (SECRETARIS,),
    )


def _unknown_files(folder: Path) -> Iterator[str]:
    """The paths of files that no assessment has."""
    known = set(BESTANDEN.values()) | _ALSO_KNOWN
    for root, folders, files in os.walk(folder):
        here = Path(root).relative_to(folder)
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        if here == Path():
            folders[:] = [f for f in folders if f not in _KNOWN_FOLDERS]
        for name in files:
            naam = (here / name).as_posix()
            if naam not in known and not name.startswith((".", "~$")):
                yield naam
