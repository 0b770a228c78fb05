"""A DOCX as its author edited it: per point the paragraphs with their marks, notes and changes.

The content control `tk_<punt>` says which point a paragraph belongs to; where an editor dropped
its tag, the bookmark of the same name does.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from toetsingskader.teruglezen.bewerkt import Bewerkt, Opmerking, Passage, Soort, Stuk, Wijziging
from toetsingskader.teruglezen.model import plain
from toetsingskader.teruglezen.opmaak import Opmaak
from toetsingskader.teruglezen.pakket import Package, attribute, local, opened

TAG = "tk_"
_SKIP = frozenset(
    {"Fallback", "sectPr", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr"}
)
_TRACKED = {"ins": True, "moveTo": True, "del": False, "moveFrom": False}


def read_edited(data: bytes) -> Bewerkt:
    """The letter in a DOCX, with all that was tracked in it; raises UnreadableError."""
    with opened(data) as package:
        reader = _Reader(Opmaak(package), _notes(package), package.links(package.main))
        reader.walk(package.xml(package.main))
        comments = package.of_main("comments")
        return Bewerkt(
            tuple(reader.passages),
            tuple(reader.changes),
            tuple(_remarks(comments, reader)) if comments is not None else (),
            frozenset(naam for naam, times in reader.controls.items() if times > 1),
            package.properties(),
        )


def _notes(package: Package) -> dict[str, str]:
    """The texts of the notes by their ids, without what was tracked as removed."""
    found = package.of_main("footnotes")
    return {attribute(note, "id"): _words(note) for note in (() if found is None else found)}


def _words(element: etree._Element) -> str:
    return plain("".join(t.text or "" for t in element.iter() if local(t) == "t"))


def _remarks(comments: etree._Element, reader: "_Reader") -> Iterator[Opmerking]:
    for comment in comments:
        punt, words = reader.remarks.get(attribute(comment, "id"), ("", []))
        text = " ".join(_words(p) for p in comment.iter() if local(p) == "p")
        author, when = attribute(comment, "author"), attribute(comment, "date")
        yield Opmerking(author, when, text, punt, plain("".join(words)))


@dataclass
class _Reader:
    """Walks through the text in the order of reading."""

    opmaak: Opmaak
    notes: dict[str, str]
    links: dict[str, str]
    passages: list[Passage] = field(default_factory=list)
    changes: list[Wijziging] = field(default_factory=list)
    controls: Counter[str] = field(default_factory=Counter)
    remarks: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    """Of each remark the point and the words that it is about."""
    _control: str = ""
    _bookmarks: dict[str, str] = field(default_factory=dict)
    _open_remarks: set[str] = field(default_factory=set)
    _pieces: list[Stuk] = field(default_factory=list)
    _change: int | None = None
    _point: str = ""
    """The point of the paragraph that is being read, as soon as anything tells."""
    _target: str = ""
    _cells: int = 0

    def walk(self, element: etree._Element) -> None:
        """Read an element and what is in it."""
        kind = local(element)
        if kind in _SKIP:
            return
        method = getattr(self, f"_{kind}", None)
        if kind in _TRACKED and element.getparent() is not None:
            self._tracked(element, erbij=_TRACKED[kind])
        elif method:
            method(element)
        else:
            self._inside(element)

    def _inside(self, element: etree._Element) -> None:
        for child in element:
            self.walk(child)

    def _here(self) -> str:
        return self._control or next(iter(self._bookmarks.values()), "")

    def _sdt(self, element: etree._Element) -> None:
        tags = (attribute(t, "val") for pr in element if local(pr) == "sdtPr" for t in pr
                if local(t) == "tag")  # fmt: skip
        tag = next(tags, "")
        outer = self._control
        if tag.startswith(TAG):
            self._control = tag.removeprefix(TAG)
            self.controls[self._control] += 1
        self._inside(element)
        self._control = outer

    def _bookmarkStart(self, element: etree._Element) -> None:  # noqa: N802
        naam = attribute(element, "name")
        if naam.startswith(TAG):
            self._bookmarks[attribute(element, "id")] = naam.removeprefix(TAG)

    def _bookmarkEnd(self, element: etree._Element) -> None:  # noqa: N802
        # LibreOffice may begin a bookmark twice, and end it once.
        ended = self._bookmarks.get(attribute(element, "id"))
        self._bookmarks = {n: naam for n, naam in self._bookmarks.items() if naam != ended}

    def _commentRangeStart(self, element: etree._Element) -> None:  # noqa: N802
        number = attribute(element, "id")
        self._open_remarks.add(number)
        self.remarks[number] = (self._here(), [])

    def _commentRangeEnd(self, element: etree._Element) -> None:  # noqa: N802
        self._open_remarks.discard(attribute(element, "id"))

    def _commentReference(self, element: etree._Element) -> None:  # noqa: N802
        self.remarks.setdefault(attribute(element, "id"), (self._here(), []))

    def _tc(self, element: etree._Element) -> None:
        self._cells += 1
        self._inside(element)
        self._cells -= 1

    def _p(self, element: etree._Element) -> None:
        outer, self._pieces, self._point = self._pieces, [], self._here()
        self._inside(element)
        soort, niveau = self.opmaak.kind(element)
        if self._cells and soort is not Soort.KOP:
            soort, niveau = Soort.CEL, 0
        end = self._end_of(element)
        if end is not None or any(s.noot is not None or s.tekst.strip() for s in self._pieces):
            pieces = tuple(self._pieces)
            self.passages.append(Passage(self._point, soort, niveau, pieces, end))
        self._pieces, self._point = outer, ""

    def _end_of(self, element: etree._Element) -> int | None:
        """The change that the mark at the end of a paragraph is part of."""
        for mark in element.iterfind("./{*}pPr/{*}rPr/*"):
            if local(mark) in ("ins", "del"):
                return self._new_change(mark, erbij=local(mark) == "ins")
        return None

    def _hyperlink(self, element: etree._Element) -> None:
        outer, self._target = self._target, self.links.get(attribute(element, "}id"), "")
        self._inside(element)
        self._target = outer

    def _tracked(self, element: etree._Element, *, erbij: bool) -> None:
        outer, self._change = self._change, self._new_change(element, erbij=erbij)
        self._inside(element)
        self._change = outer

    def _new_change(self, element: etree._Element, *, erbij: bool) -> int:
        number = len(self.changes)
        author, when = attribute(element, "author"), attribute(element, "date")
        self.changes.append(Wijziging(number, erbij, author, when, "", self._here()))
        return number

    def _r(self, element: etree._Element) -> None:
        vet, cursief = self.opmaak.marks(element)
        for child in element:
            kind = local(child)
            if kind in ("t", "delText"):
                self._add(Stuk(child.text or "", vet, cursief, self._target))
            elif kind in ("tab", "br", "cr"):
                self._add(Stuk(" "))
            elif kind == "noBreakHyphen":
                self._add(Stuk("\u2011", vet, cursief))
            elif kind == "footnoteReference":
                self._add(Stuk("", noot=self.notes.get(attribute(child, "id"), "")))
            else:
                self.walk(child)

    def _add(self, piece: Stuk) -> None:
        self._point = self._point or self._here()
        self._pieces.append(replace(piece, wijziging=self._change))
        for number in self._open_remarks:
            self.remarks[number][1].append(piece.tekst)
        if self._change is not None:
            change = self.changes[self._change]
            words = change.tekst + (piece.tekst if piece.noot is None else f" ({piece.noot})")
            self.changes[self._change] = replace(change, tekst=words, punt=self._point)
