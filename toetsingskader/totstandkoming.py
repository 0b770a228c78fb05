"""How a letter came about: from which version of which record, with which framework and program.

It says the same on every machine: no path, clock or locale, and nothing that depends on how the
program was installed.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from toetsingskader import __version__, git
from toetsingskader.errors import ToolError
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.kader.versie import KADER, SCHEMA
from toetsingskader.moment import document_time
from toetsingskader.record import BESTANDEN
from toetsingskader.regels import REGELS
from toetsingskader.sjablonen import BRIEFSJABLONEN, find_sjabloon
from toetsingskader.versies import Versie, nearest

PARAFEN = BESTANDEN["parafen"]
_SHORT = 12
"""Characters of a fingerprint that a person reads."""


@dataclass(frozen=True)
class Herkomst:
    """What git knows of a record and of the templates beside it."""

    tijdstip: int
    commit: str = ""
    gewijzigd: bool = False
    versie: str = ""


def origin(folder: Path, sjablonen: Path) -> Herkomst:
    """Where a record and its templates stand in git.

    Our own templates belong to the program and not to the record: whether they lie in a checkout
    or in an installed package must make no difference to the moment.
    """
    commit = git.last_commit(folder)
    own = sjablonen != BRIEFSJABLONEN
    moment = document_time([commit, git.last_commit(sjablonen) if own else None])
    if commit is None:
        return Herkomst(moment)
    changed = any(git.is_changed(x) for x in {folder, sjablonen, BRIEFSJABLONEN})
    versie = nearest(folder)
    return Herkomst(moment, commit.nummer, changed, shown(folder, versie) if versie else "")


def shown(folder: Path, versie: Versie) -> str:
    """A named version as letters name it, and whether anything changed since.

    An approval is of a version, and does not change it.
    """
    changed = git.is_changed(folder, PARAFEN) or git.changed_since(folder, versie.commit, PARAFEN)
    return f"{versie}{', daarna gewijzigd' if changed else ''}"


def properties(
    b: Beoordeling, herkomst: Herkomst, sjablonen: Path, soort: Briefsoort, adressaat: str
) -> dict[str, str]:
    """The properties of a letter by name; what is not known is left out."""
    found = {
        "Dossier": b.slug,
        "Versie": herkomst.versie,
        "Commit": commit_property(herkomst),
        "Soort brief": soort.label,
        "Aan": adressaat,
        "Kader": b.dossier.kader.waarde or KADER,
        "Schema": str(b.dossier.schema_.waarde or SCHEMA),
        "Regelboek": rule_book(),
        "Sjabloon": templates_print(sjablonen),
        "Programma": f"toetsingskader {__version__}",
    }
    return {naam: waarde for naam, waarde in found.items() if waarde}


def commit_property(herkomst: Herkomst) -> str:
    """The commit as letters name it, and whether files differ from it; empty outside git."""
    return herkomst.commit + (" (gewijzigd sinds)" if herkomst.gewijzigd else "")


def colophon(eigenschappen: dict[str, str]) -> str:
    """One line that says how the letter was made, for the last page."""
    e = eigenschappen
    commit, _, changed = e.get("Commit", "").partition(" ")
    versie = f", versie {e['Versie']}" if "Versie" in e else ""
    versie += f", commit {commit[:_SHORT]}{' ' if changed else ''}{changed}" if commit else ""
    parts = [
        f"Gemaakt uit dossier {e['Dossier']}{versie}",
        f"kader {e['Kader']}, schema {e['Schema']}",
        f"regelboek {e['Regelboek'][:_SHORT]}",
        f"sjabloon {e['Sjabloon'][:_SHORT]}",
        e["Programma"],
    ]
    return f"{'; '.join(parts)}."


def rule_book() -> str:
    """The fingerprint of the rule book: its codes, severities and sentences."""
    rules = sorted(f"{r.code}\t{r.ernst.value}\t{r.zin}" for r in REGELS)
    return sha256("\n".join(rules).encode()).hexdigest()


def templates_print(sjablonen: Path) -> str:
    """The fingerprint of the templates that letters are made with: their names and contents."""
    names = {p.name for folder in (sjablonen, BRIEFSJABLONEN) for p in folder.iterdir()}
    used = sorted(naam for naam in names if not naam.startswith((".", "~$")))
    files = ((naam, _template(sjablonen, naam)) for naam in used if not naam.endswith(".md"))
    prints = (f"{naam}\t{_content(path)}" for naam, path in files if path)
    return sha256("\n".join(prints).encode()).hexdigest()


def _template(sjablonen: Path, naam: str) -> Path | None:
    """The file that stands for this name; None for a folder."""
    try:
        return find_sjabloon(sjablonen, naam)
    except ToolError:
        return None


def _content(path: Path) -> str:
    """The fingerprint of a file; of a text without the line ends that git may have changed."""
    data = path.read_bytes()
    text = b"\0" not in data
    return sha256(data.replace(b"\r\n", b"\n") if text else data).hexdigest()
