"""`editor`: the files with which VS Code helps in a repository of assessments."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from toetsingskader.commands.toets import require_outside
from toetsingskader.naslag.schema import GEMAAKT, schema_text
from toetsingskader.naslag.snippets import snippets_text
from toetsingskader.output import write_all
from toetsingskader.sjablonen import SJABLONEN

MET_SCHEMA = ("dossier", "bronnen")
"""The files of a record of which a repository holds the schema."""


class Uitkomst(StrEnum):
    """What became of a file, as the screen says it."""

    GESCHREVEN = "geschreven"
    GELIJK = "was er al"
    VEROUDERD = "is van een andere versie; 'toetsingskader editor --vernieuw' vervangt het"
    EIGEN = "is van uzelf en blijft zoals het is"


@dataclass(frozen=True)
class Bestand:
    """A file, and what became of it."""

    pad: Path
    uitkomst: Uitkomst


def schema_line(naam: str) -> str:
    """The first line of dossier.yaml or bronnen.yaml: where an editor finds its schema."""
    return f"# yaml-language-server: $schema=../../docs/schema/{naam}.schema.json"


def editor_files() -> dict[Path, str]:
    """The files by their path in a repository."""
    own = sorted((SJABLONEN / "vscode").iterdir())
    return {
        **{Path(".vscode", path.name): path.read_text(encoding="utf-8") for path in own},
        Path(".vscode/toetsingskader.code-snippets"): snippets_text(),
        **{Path("docs/schema", f"{n}.schema.json"): schema_text(n) for n in MET_SCHEMA},
    }


def set_up_editor(here: Path, *, vernieuw: bool) -> list[Bestand]:
    """Write what is not there yet; with `vernieuw` also what the program made before.

    What a user made or changed stays as it is. Raises OutputError, and UsageError inside an
    assessment: these files are of all of them.
    """
    require_outside(here / ".vscode")
    files = editor_files()
    found = [Bestand(path, _judge(here / path, text, vernieuw)) for path, text in files.items()]
    new = [b.pad for b in found if b.uitkomst is Uitkomst.GESCHREVEN]
    write_all({here / path: files[path].encode("utf-8") for path in new})
    return found


def _judge(path: Path, text: str, vernieuw: bool) -> Uitkomst:
    if not path.exists():
        return Uitkomst.GESCHREVEN
    there = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if there == text:
        return Uitkomst.GELIJK
    if GEMAAKT not in there:
        return Uitkomst.EIGEN
    return Uitkomst.GESCHREVEN if vernieuw else Uitkomst.VEROUDERD
