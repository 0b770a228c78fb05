"""A form that came back: which one it is, and what stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from toetsingskader.errors import InputError, reason
from toetsingskader.formulier import waarden
from toetsingskader.formulier.ingevuld import Opmerking, Terug, Teruggestuurd, Uitgangspunt
from toetsingskader.formulier.model import Puntformulier, bookmark
from toetsingskader.teruglezen import MAX_BYTES
from toetsingskader.teruglezen.bewerkt import Bewerkt, Passage, Soort, Stuk
from toetsingskader.teruglezen.formulier.besturing import Bookmarks, controls
from toetsingskader.teruglezen.formulier.rijen import Lezer
from toetsingskader.teruglezen.model import UnreadableError
from toetsingskader.teruglezen.opgemaakt import read_edited
from toetsingskader.teruglezen.pakket import Package, attribute, local, opened

_VALUES = "tv_"


@dataclass(frozen=True)
class Bestand:
    """A form, opened: ask it for its points one by one."""

    path: Path
    terug: Teruggestuurd
    _main: etree._Element
    _bewerkt: Bewerkt

    def point(self, punt: Puntformulier) -> Terug:
        """What it says of one point, as that was asked."""
        reader = Lezer(punt)
        found = [*controls(self._main)]
        reader.read(found)
        marks = Bookmarks(_VALUES)
        marks.walk(self._main)
        naming = {bookmark(punt.sleutel, vak.naam): vak for vak in punt.vakken()}
        reader.read_bookmarks(marks.texts(), naming)
        reader.drop_empty_rows()
        return Terug(
            reader.waarden,
            {pad: tuple(rows) for pad, rows in reader.rijen.items()},
            self._prose(punt.sleutel),
            tuple(reader.meldingen),
        )

    def _prose(self, sleutel: str) -> tuple[str, ...] | None:
        found = [p for p in self._bewerkt.passages if p.punt == sleutel]
        if found:
            return tuple(filter(None, (_markdown(p) for p in found)))
        names = (
            attribute(e, "val") if local(e) == "tag" else attribute(e, "name")
            for e in self._main.iter()
            if local(e) in ("tag", "bookmarkStart")
        )
        return () if f"tk_{sleutel}" in names else None

    @property
    def double(self) -> frozenset[str]:
        """The points whose prose stands in it more than once."""
        return self._bewerkt.dubbel


def read_form(path: Path) -> Bestand:
    """Open a form; raises InputError for a file that cannot be opened or is no Word file."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    except OSError as error:
        raise InputError(f"'{path}' kan niet worden geopend ({reason(error)}).") from error
    try:
        with opened(data) as package:
            main, properties = package.xml(package.main), package.properties()
            values = _values(package)
        edited = read_edited(data).resolved(lambda _: True)
    except UnreadableError as error:
        raise InputError(f"'{path}' kan niet worden gelezen: {error}") from error
    remarks = tuple(Opmerking(o.auteur, o.tekst, o.woorden) for o in edited.opmerkingen)
    return Bestand(path, Teruggestuurd(properties, values, remarks), main, edited)


def _values(package: Package) -> dict[str, Uitgangspunt]:
    """What the form was made from, where its editor kept that."""
    found = package.xml_parts_of_main("customXml")
    for root in found:
        if str(root.tag) == f"{{{waarden.NAMESPACE}}}formulier":
            return dict(waarden.read(root.text or ""))
    return {}


def _markdown(passage: Passage) -> str:
    """A paragraph as it stands in the prose of a record; marks that Word gave become Markdown."""
    text = "".join(_pieces(passage.stukken)).strip()
    text = text.replace("\u00a0", " ")
    prefix = {Soort.OPSOMMING: "- ", Soort.NUMMERING: "1. "}.get(passage.soort, "")
    indent = "  " * passage.niveau if prefix else ""
    return f"{indent}{prefix}{text}" if text else ""


def _pieces(stukken: tuple[Stuk, ...]) -> Iterator[str]:
    """Characters with the same marks together, each mark around words and not around spaces."""
    at = 0
    while at < len(stukken):
        first, end = stukken[at], at
        while end < len(stukken) and _marks(stukken[end]) == _marks(first):
            end += 1
        yield _marked("".join(s.tekst for s in stukken[at:end]), first)
        at = end


def _marks(stuk: Stuk) -> tuple[bool, bool, str, str | None]:
    return stuk.vet, stuk.cursief, stuk.doel, stuk.noot


def _marked(text: str, stuk: Stuk) -> str:
    if stuk.noot is not None:
        return f" ({stuk.noot})" if stuk.noot else ""
    mark = "**" * stuk.vet + "*" * stuk.cursief
    bare = text.strip()
    if not bare:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    inner = f"{mark}{bare}{mark[::-1]}"
    if stuk.doel and stuk.doel != bare:
        inner = f"[{inner}]({stuk.doel})"
    return f"{before}{inner}{after}"
