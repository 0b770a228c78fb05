"""A folder on disk → its files as text with places. Reads only; knows which files a record has."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toetsingskader import migratie
from toetsingskader.errors import InputError
from toetsingskader.kader import PROZA, PUNTEN, SECRETARIS
from toetsingskader.kader.versie import SCHEMA
from toetsingskader.record.schijf import leads_outside, read_file
from toetsingskader.record.tabellen import Misser, Tabellen, read_tables
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
    tabellen: Mapping[str, Tabellen] = field(default_factory=dict)
    """Per file the tables it refers to."""

    def pad(self, sleutel: str) -> str:
        """The path of a file as the user may click it."""
        return f"{self.map}/{BESTANDEN[sleutel]}"


def load(folder: Path) -> Record:
    """Read a record.

    Raises InputError when the folder has no dossier.yaml, or when a file cannot be opened.
    Everything else that is wrong is a finding.
    """
    if not (folder / "dossier.yaml").exists():
        raise InputError(
            f"In de map '{folder}' staat geen bestand dossier.yaml. Noem de map van een "
            "beoordeling, of maak daar eerst een dossier.yaml."
        )
    map_ = folder.as_posix()
    teksten: dict[str, Source] = {}
    bevindingen = list(_unknown_files(folder, map_))
    for sleutel, naam in BESTANDEN.items():
        path = folder / naam
        if leads_outside(path, folder):
            bevindingen.append(_link_finding(map_, naam))
        elif not path.exists():
            bevindingen.append(_missing_finding(map_, sleutel, naam))
        else:
            parse = parse_yaml if naam.endswith(".yaml") else parse_markdown
            teksten[sleutel] = parse(read_file(path))
    teksten, older = migratie.upgrade(teksten)
    if older:
        bevindingen.append(_older_finding(map_, teksten["dossier"], older))
    tabellen, missers, unused = read_tables(folder, map_, teksten)
    bevindingen += [_table_finding(map_, misser) for misser in missers]
    bevindingen += [_unused_finding(map_, naam) for naam in unused]
    return Record(folder.resolve().name, map_, teksten, tuple(bevindingen), tabellen)


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


def _table_finding(map_: str, misser: Misser) -> Bevinding:
    punt = PUNTEN.get(misser.sleutel)
    return Bevinding(
        misser.code,
        Ernst.ONGELDIG,
        Plaats(f"{map_}/{BESTANDEN[misser.sleutel]}", misser.plaats.regel, misser.plaats.kolom),
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


def _unknown_files(folder: Path, map_: str) -> Iterator[Bevinding]:
    known = set(BESTANDEN.values()) | _ALSO_KNOWN
    if (folder / "opties").is_dir():
        yield Bevinding(
            "MAP-OPTIES",
            Ernst.LET_OP,
            Plaats(f"{map_}/opties"),
            "De map 'opties' wordt door deze versie van het programma nog niet gelezen; rapport en "
            "brief gaan alleen over de bestanden daarbuiten. Zet de gekozen optie daar.",
            (SECRETARIS,),
        )
    for root, folders, files in os.walk(folder):
        here = Path(root).relative_to(folder)
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        if here == Path():
            folders[:] = [f for f in folders if f not in _KNOWN_FOLDERS]
        for name in sorted(files):
            naam = (here / name).as_posix()
            if naam not in known and not name.startswith((".", "~$")):
                yield Bevinding(
                    "MAP-ONBEKEND",
                    Ernst.LET_OP,
                    Plaats(f"{map_}/{naam}"),
                    f"'{naam}' hoort niet bij een beoordeling en wordt niet gelezen. Controleer "
                    "de naam, of zet het bestand in de map 'bijlagen'.",
                    (SECRETARIS,),
                )
