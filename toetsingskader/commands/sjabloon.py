"""`sjabloon`: checks the letter templates of a ministry, and tries them."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.brief.soorten import ONBEKEND, ONDERDELEN, SOORTEN, ZINNEN, Kamer
from toetsingskader.commands.proefdossiers import PROEVEN, Proef, write_record
from toetsingskader.commands.toets import Getoetst, assess
from toetsingskader.errors import ExitCode, InputError, ToetsingskaderError, ToolError, reason
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.sjablonen import ADRESSEN, WORD, Gebrek

TEXTS = {row.sjabloon: soort for soort, row in SOORTEN.items()}
_WORDS = (*ZINNEN, ONBEKEND)
_OTHERS = (ADRESSEN, "brief.typ", "brief.csl", "engels.txt")
NAMES = (WORD, *TEXTS, *ONDERDELEN, *_WORDS, *_OTHERS)
"""What a folder with templates may hold."""
_LIKE_OURS = frozenset(Path(name).suffix for name in NAMES)
_OF_WORD = (".docx", ".docm", ".dotx", ".doc")


@dataclass(frozen=True)
class Gecontroleerd:
    """A template that was looked at, or a letter that was tried, and what is wrong with it."""

    naam: str
    gebreken: tuple[Gebrek, ...]

    @property
    def exit_code(self) -> ExitCode:
        """What the shell gets for it."""
        wrong = any(g.ernstig for g in self.gebreken)
        return ExitCode.BEVINDINGEN if wrong else ExitCode.GOED


def check_templates(path: Path) -> list[Gecontroleerd]:
    """Check one template or a folder of them; when nothing is wrong, try it with every record.

    Raises InputError when it cannot be opened.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = path
        if not path.is_dir():
            folder = Path(name) / "map"
            folder.mkdir()
            _copy(path, folder)
        found = _check_files(folder)
        if not found:
            raise InputError(_none_in(path))
        if all(f.exit_code == ExitCode.GOED for f in found):
            found += _try_all(folder, Path(name))
    return found


def require_templates(folder: Path) -> Path:
    """The folder that a ministry wants to use; raises ToolError when something in it is wrong."""
    if folder.is_file():
        raise ToolError(
            f"'{folder}' is een bestand. Geef de map waarin het staat; een Word-sjabloon heet daar "
            f"{WORD}."
        )
    if not folder.is_dir():
        raise ToolError(f"De map met sjablonen '{folder}' is er niet.")
    try:
        found = _check_files(folder)
    except InputError as error:
        raise ToolError(str(error)) from error
    if not found:
        raise ToolError(_none_in(folder))
    wrong = [f"\n  {f.naam}: {g}" for f in found for g in f.gebreken if g.ernstig]
    if wrong:
        raise ToolError(
            f"Met de sjablonen in '{folder}' kan geen brief worden gemaakt:{''.join(wrong)}"
        )
    return folder


def _none_in(folder: Path) -> str:
    """What to say of a folder without a template; a Word file may only have another name."""
    word = sorted(p.name for p in folder.iterdir() if p.suffix.lower() in _OF_WORD)
    if word:
        return f"In '{folder}' staat geen sjabloon. Geef '{word[0]}' de naam {WORD}."
    return f"In '{folder}' staat geen sjabloon. De namen zijn: {', '.join(NAMES)}."


def _copy(path: Path, folder: Path) -> None:
    """A single template under the name that it has in a folder."""
    if not path.exists():
        raise InputError(f"'{path}' bestaat niet. Noem een sjabloon, of een map met sjablonen.")
    name = WORD if path.suffix.lower() in _OF_WORD else path.name
    if name not in NAMES:
        raise InputError(f"'{path}' is geen sjabloon. De namen zijn: {', '.join(NAMES)}.")
    try:
        shutil.copyfile(path, folder / name)
    except OSError as error:
        raise InputError(f"'{path}' kan niet worden geopend ({reason(error)}).") from error


def _check_files(folder: Path) -> list[Gecontroleerd]:
    """Look at every template in a folder, without making anything."""
    files = [path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "~"))]
    ours = [Gecontroleerd(p.name, tuple(_check_file(p))) for p in files if p.name in NAMES]
    others = [p for p in files if p.name not in NAMES and p.suffix.lower() in _LIKE_OURS]
    unused = Gebrek(f"wordt niet gebruikt; de namen zijn: {', '.join(NAMES)}.", ernstig=False)
    return [*ours, *(Gecontroleerd(p.name, (unused,)) for p in others)] if ours else []


def _check_file(path: Path) -> Iterator[Gebrek]:
    from toetsingskader.brief.compose import template_names
    from toetsingskader.brief.gegevens import Gegevens
    from toetsingskader.brief.hoofd import address
    from toetsingskader.brief.onbekend import read_phrases
    from toetsingskader.brief.sjabloon import check_text
    from toetsingskader.render.sjabloon import check_template

    try:
        if path.name == WORD:
            yield from check_template(path.read_bytes())
        elif path.name in TEXTS or path.name in ONDERDELEN:
            soort = TEXTS.get(path.name, Briefsoort.ARTIKEL_100)
            with tempfile.TemporaryDirectory() as name:
                getoetst = _record(PROEVEN[0], soort, Path(name))
            b, toetsing = getoetst.beoordeling, getoetst.toetsing
            yield from check_text(path, *template_names(b, toetsing, soort, path.parent))
        elif path.name in _WORDS:
            Gegevens(path.parent)
            read_phrases(path.parent)
        elif path.name == ADRESSEN:
            for kamer in Kamer:
                address(kamer, path.parent)
    except ToolError as error:
        yield Gebrek(str(error))
    except (ValueError, OSError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise InputError(f"Het Word-sjabloon '{path}' {why}.") from error


def _record(proef: Proef, soort: Briefsoort, folder: Path) -> Getoetst:
    record = folder / f"{soort.value}-{proef.naam.replace(' ', '-')}"
    write_record(proef, soort, record)
    return assess(record, soort)


def _try_all(folder: Path, work: Path) -> list[Gecontroleerd]:
    """A letter of each kind that the folder has a text for; else of the one that prints most."""
    own = [soort for name, soort in TEXTS.items() if (folder / name).is_file()]
    return [
        Gecontroleerd(f"{soort.label} ({proef.naam})", tuple(_try(proef, soort, folder, work)))
        for soort in own or [Briefsoort.ARTIKEL_100]
        for proef in PROEVEN
    ]


def _try(proef: Proef, soort: Briefsoort, folder: Path, work: Path) -> Iterator[Gebrek]:
    from toetsingskader.brief.compose import compose
    from toetsingskader.render import render
    from toetsingskader.render.sjabloon import check_letter

    getoetst = _record(proef, soort, work)
    empty = not proef.tekst
    try:
        document = compose(
            getoetst.beoordeling, getoetst.toetsing, soort, Kamer.TWEEDE, folder, definitief=empty
        )
        result = render(document, folder)
    except ToetsingskaderError as error:
        yield Gebrek(str(error))
        return
    yield from check_letter(result.docx, document.hoofd)
