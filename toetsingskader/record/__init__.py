"""A folder on disk → its files as text with places. Reads only; knows which files a record has."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from toetsingskader import migratie
from toetsingskader.bestandsnaam import typed_for
from toetsingskader.errors import InputError
from toetsingskader.kader import PROZA, PUNTEN, SECRETARIS
from toetsingskader.kader.versie import SCHEMA
from toetsingskader.record.figuren import Figuren, read_figures
from toetsingskader.record.schijf import leads_outside, read_file
from toetsingskader.record.tabellen import Misser, Tabellen, read_tables
from toetsingskader.source import Source, parse_markdown, parse_yaml
from toetsingskader.toetsing import Bevinding, Ernst, Plaats

BESTANDEN: dict[str, str] = {
    "dossier": "dossier.yaml",
    "bronnen": "bronnen.yaml",
    "parafen": "parafen.yaml",
    **{naam: f"{naam}.md" for naam in PROZA},
    **{sleutel: punt.kader.bestand for sleutel, punt in PUNTEN.items()},
}
"""What a record consists of: key to path within the folder."""

MAG_ONTBREKEN = frozenset({"parafen"})
"""What a record need not have (yet)."""

IN_OPTIE = [s for s in BESTANDEN if s in PUNTEN or s in PROZA]
"""What an option may hold of its own; the rest it has from the record."""

OPTIES = "opties"
_ALSO_KNOWN = {"opmerkingen.md", "README.md"}
_KNOWN_FOLDERS = {"bijlagen", OPTIES}


@dataclass(frozen=True)
class Record:
    """The files of one assessment; a file that is not there is absent from `bronteksten`."""

    slug: str
    map: str
    """The folder as the user named it; every place in a finding starts with it."""
    bronteksten: Mapping[str, Source]
    bevindingen: tuple[Bevinding, ...]
    tabellen: Mapping[str, Tabellen] = field(default_factory=dict)
    """Per file the tables it refers to."""
    figuren: Figuren = field(default_factory=dict)
    """The pictures that its prose shows."""
    optie: str = ""
    """The key of the option, when these are the files of one."""
    opties: Mapping[str, "Record"] = field(default_factory=dict)
    """The files that the options have of their own."""
    anders_genoemd: frozenset[str] = frozenset()
    """The files that are there, unread, under another name."""

    def pad(self, sleutel: str) -> str:
        """The path of a file as the user may click it."""
        around = f"{self.map}/{OPTIES}/{self.optie}" if self.optie else self.map
        return f"{around}/{BESTANDEN[sleutel]}"


def load(folder: Path, known_as: str = "") -> Record:
    """Read a record; `known_as` is how the user knows its folder, when it was put elsewhere.

    Raises InputError when the folder has no dossier.yaml, or when a file cannot be opened.
    Everything else that is wrong is a finding.
    """
    if not (folder / "dossier.yaml").exists():
        raise InputError(_no_dossier(folder))
    map_ = known_as or folder.as_posix()
    teksten, misnamed, bevindingen = _read_all(folder, map_)
    teksten, older = migratie.upgrade(teksten)
    if older:
        bevindingen.append(_older_finding(map_, teksten["dossier"], older))
    slug, other_names = folder.resolve().name, frozenset(misnamed)
    record = Record(slug, map_, teksten, (), anders_genoemd=other_names)
    record, missers, unused = _with_attachments(record, folder)
    bevindingen += missers
    opties = {}
    for naam in option_folders(folder):
        opties[naam], not_here = _load_option(folder, naam, record)
        unused = [u for u in unused if u in not_here]
    bevindingen += [_unused_finding(map_, naam) for naam in unused]
    return replace(record, bevindingen=tuple(bevindingen), opties=opties)


def _read_all(folder: Path, map_: str) -> tuple[dict[str, Source], set[str], list[Bevinding]]:
    """The files by key, the keys of those under another name, and what is wrong with either."""
    teksten: dict[str, Source] = {}
    bevindingen: list[Bevinding] = []
    unknown = set(_unknown_files(folder))
    misnamed: set[str] = set()
    for sleutel, naam in BESTANDEN.items():
        path = folder / naam
        if leads_outside(path, folder):
            bevindingen.append(_link_finding(map_, naam))
        elif not path.exists() and (typed := typed_for(naam, sorted(unknown))):
            unknown.remove(typed)
            misnamed.add(sleutel)
            bevindingen.append(_misnamed_finding(map_, sleutel, typed))
        elif not path.exists():
            if sleutel not in MAG_ONTBREKEN:
                bevindingen.append(_missing_finding(map_, sleutel, naam))
        else:
            parse = parse_yaml if naam.endswith(".yaml") else parse_markdown
            teksten[sleutel] = parse(read_file(path))
    bevindingen += [_unknown_finding(map_, naam) for naam in sorted(unknown)]
    return teksten, misnamed, bevindingen


def _no_dossier(folder: Path) -> str:
    """Why a folder cannot be read as an assessment."""
    there = [p.name for p in folder.iterdir() if p.is_file()] if folder.is_dir() else []
    typed = typed_for("dossier.yaml", sorted(there))
    if typed:
        advice = f"Bedoelde u '{typed}'? Geef dat bestand de naam dossier.yaml."
    else:
        advice = "Noem de map van een beoordeling, of maak daar eerst een dossier.yaml."
    return f"In de map '{folder}' staat geen bestand dossier.yaml. {advice}"


def option_folders(folder: Path) -> list[str]:
    """The names of the folders in opties/."""
    root = folder / OPTIES
    inside = root.is_dir() and not leads_outside(root, folder)
    found = sorted(p.name for p in root.iterdir() if p.is_dir()) if inside else []
    return [naam for naam in found if not naam.startswith(".")]


def _load_option(folder: Path, optie: str, record: Record) -> tuple[Record, list[str]]:
    """The files an option has of its own, and the tables it does not use."""
    own = folder / OPTIES / optie
    map_, around, teksten = record.map, f"{record.map}/{OPTIES}/{optie}", {}
    unknown = sorted(_unknown_files(own, IN_OPTIE))
    bevindingen = [_unknown_finding(around, naam) for naam in unknown]
    for sleutel in IN_OPTIE:
        path = own / BESTANDEN[sleutel]
        if leads_outside(path, folder):
            bevindingen.append(_link_finding(map_, f"{OPTIES}/{optie}/{BESTANDEN[sleutel]}"))
        elif path.exists():
            teksten[sleutel] = parse_markdown(read_file(path))
    dossier = {s: t for s, t in record.bronteksten.items() if s == "dossier"}
    teksten = {s: t for s, t in migratie.upgrade({**dossier, **teksten})[0].items() if s in teksten}
    found = Record(record.slug, map_, teksten, (), optie=optie)
    found, missers, unused = _with_attachments(found, folder)
    bevindingen += missers
    return replace(found, bevindingen=tuple(bevindingen)), unused


def _with_attachments(record: Record, folder: Path) -> tuple[Record, list[Bevinding], list[str]]:
    """The record with what it uses of bijlagen/; what that lacks; and the tables not in use."""
    tabellen, missers, unused = read_tables(folder, record.map, record.bronteksten)
    figuren, not_shown = read_figures(folder, record.bronteksten)
    found = [_misser_finding(record, misser) for misser in [*missers, *not_shown]]
    return replace(record, tabellen=tabellen, figuren=figuren), found, unused


def _older_finding(map_: str, dossier: Source, schema: int) -> Bevinding:
    place = dossier.values[migratie.place_of_schema(dossier)]
    names = ", ".join(
        f"'{h.van}' heet nu '{h.naar}'"
        for stap in migratie.steps_from(schema)
        for h in stap.hernoemingen
    )
    return Bevinding(
        "SCHEMA-OUDER",
        Ernst.LET_OP,
        Plaats(f"{map_}/dossier.yaml", place.regel, place.kolom),
        f"Dit dossier is geschreven in schema {schema} en wordt gelezen als schema {SCHEMA} "
        f"({names}). Werk het bij; dit laat eerst zien wat er verandert: "
        f"'toetsingskader migreer {map_}'.",
        (SECRETARIS,),
        veld="dossier.schema",
    )


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


def _misser_finding(record: Record, misser: Misser) -> Bevinding:
    punt = PUNTEN.get(misser.sleutel)
    return Bevinding(
        misser.code,
        Ernst.ONGELDIG,
        Plaats(record.pad(misser.sleutel), misser.plaats.regel, misser.plaats.kolom),
        misser.tekst,
        (punt.kader.eigenaar if punt else SECRETARIS,),
        punt=misser.sleutel if punt else None,
    )


def _unused_finding(map_: str, naam: str) -> Bevinding:
    return Bevinding(
        "TABEL-ONGEBRUIKT",
        Ernst.TER_INFORMATIE,
        Plaats(f"{map_}/{naam}"),
        f"De tabel '{naam}' wordt nergens gebruikt. Noem haar bij een veld met regels, zoals "
        f"'kosten: {{tabel: {naam}}}', of haal haar weg als zij niet meer nodig is.",
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


def _unknown_files(folder: Path, sleutels: Iterable[str] = tuple(BESTANDEN)) -> Iterator[str]:
    """The paths of files that no assessment, or no option, has."""
    known = {BESTANDEN[sleutel] for sleutel in sleutels} | _ALSO_KNOWN
    for root, folders, files in os.walk(folder):
        here = Path(root).relative_to(folder)
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        if here == Path():
            folders[:] = [f for f in folders if f not in _KNOWN_FOLDERS]
        for name in files:
            naam = (here / name).as_posix()
            if naam not in known and not name.startswith((".", "~$")):
                yield naam
