"""`formulier`: a Word form per owner, with the questions of the points and what is answered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toetsingskader import __version__, git
from toetsingskader.commands.maak import UITVOER
from toetsingskader.errors import InputError, OutputError, UsageError
from toetsingskader.formulier.model import Formulier, Puntformulier
from toetsingskader.formulier.samenstellen import Bestandsbron, form_of
from toetsingskader.kader import EIGENAAR_DOSSIER, PROZA, PROZA_SOORTEN, PUNTEN, Beoordeling
from toetsingskader.kader.versie import SCHEMA
from toetsingskader.kader.vingerafdruk import fingerprint
from toetsingskader.kader.zoek import unknown_point
from toetsingskader.migratie.lezen import written_in
from toetsingskader.output import write_all
from toetsingskader.record import BESTANDEN, OPTIES, Record, load
from toetsingskader.sjablonen import WORD, find_sjabloon
from toetsingskader.totstandkoming import Herkomst, commit_property, origin
from toetsingskader.validation import validate
from toetsingskader.waarden.orgaan import same_orgaan

FORMULIER = "Formulier"
"""The property by which a file is known to be one of these forms, with the number of its kind."""
SOORT = "1"
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Geschreven:
    """A form that was written, and what it asks."""

    bestand: Path
    eigenaar: str
    punten: tuple[str, ...]
    onleesbaar: tuple[str, ...]
    """Files of which nothing can be filled in, because they cannot be read."""


def make_forms(
    folder: Path, here: Path, punten: Sequence[str], eigenaar: str | None, sjablonen: Path
) -> list[Geschreven]:
    """Write the forms to `uitvoer/<slug>/`: of these points, or of those the next letter asks.

    Raises UsageError for a point or owner that is not there; InputError for a record of an older
    schema; OutputError when a form that somebody filled in would be lost.
    """
    # Imported here: other commands must not pay for Word.
    from toetsingskader.render.formulier import render_form
    from toetsingskader.render.package import written_by_us

    record, b = read_record(folder)
    herkomst = _origin(folder, sjablonen)
    template = find_sjabloon(sjablonen, WORD).read_bytes()
    files: dict[Path, bytes] = {}
    result = []
    for naam, sleutels in _by_owner(b, punten, eigenaar).items():
        formulier = _form(record, b, naam, sleutels, herkomst)
        path = here / UITVOER / record.slug / f"formulier-{_file_name(naam)}.docx"
        files[path] = render_form(formulier, template)
        if path.exists() and not written_by_us(path.read_bytes()):
            raise OutputError(
                f"'{path}' is na het maken bewerkt, en zou worden overschreven. Lees het eerst in "
                "met 'toetsingskader inlezen', of zet het op een andere plek."
            )
        closed = tuple(p.bestand for p in formulier.punten if not p.leesbaar)
        result.append(Geschreven(path, naam, tuple(p.titel for p in formulier.punten), closed))
    write_all(files)
    return result


def read_record(folder: Path) -> tuple[Record, Beoordeling]:
    """A record whose fields have the names of today, with the option that was chosen."""
    record = load(folder)
    schema = written_in(record.bronteksten.get("dossier"))
    if schema is not None and schema < SCHEMA:
        raise InputError(
            f"'{folder}' is geschreven in schema {schema}. Werk het eerst bij met "
            f"'toetsingskader migreer {folder} --schrijf'."
        )
    geheel, _ = validate(record)
    return record, geheel.voor_optie(geheel.gekozen)


def file_of(record: Record, optie: str, sleutel: str) -> Bestandsbron:
    """The file that answers for a point when an option is taken: its own, or the record's."""
    own = record.opties.get(optie)
    if own is not None and sleutel in own.bronteksten:
        pad = f"{OPTIES}/{optie}/{BESTANDEN[sleutel]}"
        return Bestandsbron(sleutel, pad, own.bronteksten[sleutel])
    return Bestandsbron(sleutel, BESTANDEN[sleutel], record.bronteksten.get(sleutel))


def _origin(folder: Path, sjablonen: Path) -> Herkomst:
    """As of a letter, but for a form only the record itself counts as changed."""
    found = origin(folder, sjablonen)
    changed = bool(found.commit) and git.is_changed(folder)
    return Herkomst(found.tijdstip, found.commit, changed, found.versie)


def _by_owner(b: Beoordeling, punten: Sequence[str], eigenaar: str | None) -> dict[str, list[str]]:
    """The points to ask, by who owns them."""
    known = (*PROZA, *PUNTEN)
    for naam in punten:
        if naam not in known:
            raise UsageError(unknown_point(naam, known))
    found: dict[str, list[str]] = {}
    for sleutel in punten or _asked(b):
        own = b.punten[sleutel].eigenaar if sleutel in b.punten else EIGENAAR_DOSSIER
        found.setdefault(own, []).append(sleutel)
    if eigenaar is None:
        return found
    chosen = {naam: some for naam, some in found.items() if same_orgaan(naam, eigenaar)}
    if not chosen:
        there = "; ".join(f"{naam} ({', '.join(some)})" for naam, some in sorted(found.items()))
        raise UsageError(
            f"'{eigenaar}' is van deze punten geen eigenaar. De eigenaren zijn: {there}."
        )
    return chosen


def _asked(b: Beoordeling) -> Iterator[str]:
    """What the next letter asks."""
    soort = b.dossier.volgende_brief()
    yield from (naam for naam, soorten in PROZA_SOORTEN.items() if soort.letter in soorten)
    yield from (naam for naam, punt in PUNTEN.items() if punt.kader.gevraagd(soort))


def _form(
    record: Record, b: Beoordeling, eigenaar: str, sleutels: Sequence[str], herkomst: Herkomst
) -> Formulier:
    optie = b.gekozen or ""
    punten: list[Puntformulier] = [
        form_of(file_of(record, optie, sleutel), fingerprint(b, sleutel)) for sleutel in sleutels
    ]
    properties = {
        FORMULIER: SOORT,
        "Dossier": record.slug,
        "Eigenaar": eigenaar,
        "Versie": herkomst.versie,
        "Commit": commit_property(herkomst),
        "Optie": optie,
        "Schema": str(SCHEMA),
        "Programma": f"toetsingskader {__version__}",
    }
    return Formulier(
        eigenaar,
        b.dossier.titel.waarde or record.slug,
        record.slug,
        _version(herkomst),
        {naam: waarde for naam, waarde in properties.items() if waarde},
        herkomst.tijdstip,
        tuple(punten),
    )


def _version(herkomst: Herkomst) -> str:
    """How the form calls the state of the record that it was made from."""
    commit = f"commit {herkomst.commit[:12]}" if herkomst.commit else "nog niet vastgelegd in git"
    changed = ", daarna gewijzigd" if herkomst.gewijzigd else ""
    return f"{herkomst.versie or commit}{changed}"


def _file_name(eigenaar: str) -> str:
    return _NO_LETTER.sub("-", eigenaar.lower()).strip("-") or "eigenaar"
