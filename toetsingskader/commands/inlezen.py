"""`inlezen`: what somebody changed in a Word file of a letter, taken over into the record.

A file names the version that it was made from, so that what changed is told from what the record
itself changed since. Nothing is written before it was shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.commands.briefbestand import (
    COLOPHON,
    chamber_of,
    is_concept,
    kind_of,
    letter_anew,
    other_version,
    record_of,
)
from toetsingskader.commands.toets import Getoetst, assess
from toetsingskader.document import VINGERAFDRUK
from toetsingskader.errors import InputError, UsageError, reason
from toetsingskader.git import earlier
from toetsingskader.inlezen.opmerkingen import added
from toetsingskader.inlezen.voorstel import Conflict, Overname, Voorstel, decide
from toetsingskader.kader import Beoordeling, title_of
from toetsingskader.kader.vingerafdruk import covers
from toetsingskader.record.schijf import read_file
from toetsingskader.sjablonen import BRIEFSJABLONEN
from toetsingskader.source import Lines, parse_markdown
from toetsingskader.totstandkoming import origin

if TYPE_CHECKING:
    from toetsingskader.teruglezen import Verschil
    from toetsingskader.teruglezen.bewerkt import Bewerkt, Keuze, Opmerking, Passage, Wijziging

REMARKS = "opmerkingen.md"
_MAX_BYTES = 100_000_000


@dataclass(frozen=True)
class Bestand:
    """What one file brings back."""

    naam: str
    map: Path
    soort: str
    voorstellen: tuple[Voorstel, ...] = ()
    niet_gelezen: tuple[tuple[str, str], ...] = ()
    """Titles of texts that were not read, each with the reason."""
    buiten: tuple["Verschil", ...] = ()
    """What changed outside the texts, and is not taken over."""
    opmerkingen: tuple["Opmerking", ...] = ()


@dataclass(frozen=True)
class Inlezing:
    """What all files together bring back, and what taking it over would write."""

    bestanden: tuple[Bestand, ...]
    overnames: tuple[Overname, ...]
    conflicten: tuple[Conflict, ...]
    nieuw: Mapping[Path, bytes] = field(default_factory=dict)

    @property
    def rest(self) -> bool:
        """Whether something is left for a person to do."""
        return bool(self.conflicten or any(b.niet_gelezen or b.buiten for b in self.bestanden))


def open_edited(bestand: Path) -> "Bewerkt":
    """A Word file as its author left it; raises InputError when it is none or cannot be read."""
    from toetsingskader.teruglezen.model import UnreadableError
    from toetsingskader.teruglezen.opgemaakt import read_edited

    try:
        with bestand.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"'{bestand}' kan niet worden geopend ({reason(error)}).") from error
    if data.startswith(b"%PDF"):
        raise InputError(f"'{bestand}' is een PDF. Lees het Word-bestand in waarin is gewerkt.")
    if not data.startswith(b"PK") or len(data) > _MAX_BYTES:
        raise InputError(f"'{bestand}' is geen Word-bestand (.docx).")
    try:
        return read_edited(data)
    except UnreadableError as error:
        raise InputError(f"'{bestand}' kan niet worden gelezen: {error}") from error


def read_files(
    files: Mapping[Path, "Bewerkt"], here: Path, naam: str | None, keuze: "Keuze"
) -> Inlezing:
    """What these files change in their record, with the tracked changes that `keuze` takes.

    Raises UsageError for files of several records or that are no letters, InputError when a record
    cannot be read. Nothing is written.
    """
    folders = {record_of(edited.eigenschappen, naam, here) for edited in files.values()}
    if len(folders) != 1:
        raise UsageError(
            "Deze bestanden horen bij verschillende beoordelingen. Lees de bestanden van elke "
            "beoordeling apart in."
        )
    (folder,) = folders
    now = assess(here / folder)
    bestanden = tuple(
        _Reading(path, edited.resolved(keuze), folder, here, now).read()
        for path, edited in files.items()
    )
    b = now.beoordeling
    proposed = [v for bestand in bestanden for v in bestand.voorstellen]
    texts = {v.punt: b.proza[v.punt].tekst for v in proposed}
    taken, conflicts = decide(proposed, texts)
    new = {here / path: data for path, data in _contents(b, taken, here)}
    new |= _remarks(here / folder, bestanden)
    return Inlezing(bestanden, taken, conflicts, new)


def _contents(
    b: Beoordeling, taken: Sequence[Overname], here: Path
) -> "Sequence[tuple[str, bytes]]":
    return [(b.bestanden[o.punt].pad, _with_body(here / b.bestanden[o.punt].pad, o)) for o in taken]


def _with_body(path: Path, overname: Overname) -> bytes:
    """The file with another text below its fields, which stay to the byte."""
    raw = read_file(path)
    source, lines = parse_markdown(raw), Lines(raw)
    lines.replace_from(source.body_regel, overname.nieuw)
    return lines.encode()


def _remarks(folder: Path, bestanden: Sequence[Bestand]) -> dict[Path, bytes]:
    path = folder / REMARKS
    old = read_file(path).decode("utf-8") if path.exists() else ""
    text = old
    for bestand in bestanden:
        titles = {o.punt: title_of(o.punt) for o in bestand.opmerkingen if o.punt}
        text = added(text, bestand.opmerkingen, titles, bestand.naam)
    return {path: text.encode("utf-8")} if text != old else {}


@dataclass(frozen=True)
class _Basis:
    """A version of the record, and the letter that it gives."""

    b: Beoordeling
    passages: Mapping[str, Sequence["Passage"]]


class _Reading:
    """One file beside the record that it was made from, and as it is now."""

    def __init__(
        self, path: Path, edited: "Bewerkt", folder: Path, here: Path, now: Getoetst
    ) -> None:
        from toetsingskader.teruglezen import Alinea

        self._edited = edited
        self._folder = here / folder
        self._now = now
        self._name = path.name
        self._herkomst = origin(self._folder, BRIEFSJABLONEN)
        alineas = [Alinea(p.tekst) for p in edited.passages]
        # A file that was edited has no checksum that a record would know.
        self._kind = kind_of(now.beoordeling, edited.eigenschappen, "")
        self._chamber = chamber_of(alineas, BRIEFSJABLONEN)
        self._final = not is_concept(alineas)

    def read(self) -> Bestand:
        """What the file brings back."""
        bases = self._bases()
        proposed, unread = self._texts(bases)
        return Bestand(
            self._name,
            self._folder,
            self._kind.label,
            tuple(proposed),
            tuple(unread),
            tuple(self._outside(bases[0])),
            self._edited.opmerkingen,
        )

    def _bases(self) -> list[_Basis]:
        """The versions it may have been made from: the one it names, and the record as it is."""
        other = other_version(self._edited.eigenschappen, self._herkomst)
        bases = []
        with earlier(self._folder, other) as then:
            if then is not None:
                bases.append(self._letter(assess(then, self._kind)))
        return [*bases, self._letter(assess(self._folder, self._kind))]

    def _letter(self, getoetst: Getoetst) -> _Basis:
        from toetsingskader.teruglezen.opgemaakt import read_edited

        _, data = letter_anew(
            getoetst,
            self._chamber,
            self._herkomst,
            self._folder,
            BRIEFSJABLONEN,
            definitief=self._final,
        )
        return _Basis(getoetst.beoordeling, _by_point(read_edited(data).passages))

    def _texts(self, bases: Sequence[_Basis]) -> tuple[list[Voorstel], list[tuple[str, str]]]:
        from toetsingskader.inlezen.tekst import UnmergeableError, known_notes, merge_text

        proposed, unread = [], []
        edited = _by_point(self._edited.passages)
        known = {
            note: typed
            for basis in bases
            for punt, passages in basis.passages.items()
            if punt
            for note, typed in known_notes(basis.b.proza[punt].tekst, passages).items()
        }
        for punt in filter(None, bases[0].passages):
            basis = self._basis_of(punt, bases)
            if lost := self._lost(punt, edited):
                unread.append((title_of(punt), lost))
                continue
            source = bases if basis is None else [basis]
            old = source[0].b.proza[punt].tekst
            try:
                new = merge_text(old, source[0].passages[punt], edited[punt], known)
            except UnmergeableError as error:
                unread.append((title_of(punt), str(error)))
                continue
            proposed.append(Voorstel(punt, self._name, None if basis is None else old, new))
        return proposed, unread

    def _basis_of(self, punt: str, bases: Sequence[_Basis]) -> _Basis | None:
        """The version whose text of this point the file was made from; None when none is."""
        print_ = self._edited.eigenschappen.get(f"{VINGERAFDRUK}{punt}", "")
        fitting = (x for x in bases if print_ and punt in x.passages and covers(x.b, punt, print_))
        return next(fitting, None)

    def _lost(self, punt: str, edited: Mapping[str, Sequence["Passage"]]) -> str:
        if punt in self._edited.dubbel:
            return (
                "het vak met deze tekst staat twee keer in het bestand; haal een van beide weg en "
                "lees het opnieuw in"
            )
        if punt not in edited:
            return "het vak met deze tekst is leeg, of uit het bestand gehaald"
        return ""

    def _outside(self, basis: _Basis) -> Sequence["Verschil"]:
        from toetsingskader.teruglezen import Alinea, Teruggelezen, differences

        sides = (basis.passages, _by_point(self._edited.passages))
        expected, found = (
            Teruggelezen(
                tuple(
                    Alinea(p.tekst)
                    for p in side.get("", ())
                    if p.tekst and not COLOPHON.fullmatch(p.tekst)
                ),
                (),
            )
            for side in sides
        )
        return [v for v in differences(expected, found) if not v.toegestaan]


def _by_point(passages: Sequence["Passage"]) -> dict[str, list["Passage"]]:
    found: dict[str, list[Passage]] = {}
    for passage in passages:
        found.setdefault(passage.punt, []).append(passage)
    return found


def tracked(files: Mapping[Path, "Bewerkt"]) -> list["Wijziging"]:
    """Every change that Word kept track of."""
    return [w for edited in files.values() for w in edited.wijzigingen]
