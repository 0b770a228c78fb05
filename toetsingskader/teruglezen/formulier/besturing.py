"""The content controls and bookmarks of a DOCX, with what stands in each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from toetsingskader.teruglezen.pakket import attribute, local

_REMOVED = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "sdtPr", "sdtEndPr"})
_INVITATION = re.compile(r"Typ\b|Kies\b|zie hieronder$")
"""How an invitation of ours begins, also one of another version of the program."""
OURS = "Uitnodiging"
"""The style of what stands in an empty control that we made."""


@dataclass(frozen=True)
class Inhoud:
    """What stands in a control or between the ends of a bookmark."""

    tekst: str
    leeg: bool = False
    """Whether Word says that it is only an invitation to type."""
    dag: str = ""
    """The day that was picked in a calendar, as 2026-02-26."""


@dataclass(frozen=True)
class Besturing:
    """A control with those in it: a value, a list or a row."""

    tag: str
    nummer: int
    soort: str
    """"waarde", "lijst" or "rij"."""
    inhoud: Inhoud
    binnen: tuple["Besturing", ...] = ()


def controls(element: etree._Element) -> Iterator[Besturing]:
    """The controls in a part of the text, the outer ones with those inside them."""
    for child in element:
        if local(child) in _REMOVED:
            continue
        if local(child) == "sdt":
            yield from _control(child)
        else:
            yield from controls(child)


def _control(element: etree._Element) -> Iterator[Besturing]:
    properties = next((c for c in element if local(c) == "sdtPr"), None)
    content = next((c for c in element if local(c) == "sdtContent"), None)
    if content is None:
        return
    inner = tuple(controls(content))
    found = {local(c): c for c in (() if properties is None else properties)}
    kinds = {"repeatingSection": "lijst", "repeatingSectionItem": "rij"}
    soort = next((kind for naam, kind in kinds.items() if naam in found), "waarde")
    tag = attribute(found["tag"], "val") if "tag" in found else ""
    number = attribute(found["id"], "val") if "id" in found else ""
    if not tag and soort == "waarde":
        yield from inner
        return
    day = attribute(found["date"], "fullDate")[:10] if "date" in found else ""
    inhoud = Inhoud(_text(content), _is_empty(found, content), day)
    identifier = int(number) if number.lstrip("-").isdigit() else 0
    yield Besturing(tag, identifier, soort, inhoud, inner)


def _is_empty(found: dict[str, etree._Element], content: etree._Element) -> bool:
    """Whether the invitation still stands there, in whatever words.

    An editor that does not know the mark leaves it while somebody types; what stands there then
    is no invitation, but still in the style of ours.
    """
    flag = found.get("showingPlcHdr")
    if flag is None or attribute(flag, "val") in ("0", "false", "off"):
        return False
    styles = {attribute(s, "val") for s in content.iter() if local(s) == "rStyle"}
    return OURS not in styles or bool(_INVITATION.match(_text(content)))


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element)).strip("\n")


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        kind = local(child)
        if kind in _REMOVED:
            continue
        if kind == "t":
            yield child.text or ""
        elif kind in ("br", "cr"):
            yield "\n"
        elif kind == "tab":
            yield " "
        elif kind == "noBreakHyphen":
            yield "-"
        else:
            yield from _pieces(child)
            if kind == "p":
                yield "\n"


@dataclass
class Bookmarks:
    """What stands between the ends of each bookmark of ours."""

    begin: str
    """How their names begin."""
    found: dict[str, list[str]] = field(default_factory=dict)
    _open: dict[str, str] = field(default_factory=dict)

    def walk(self, element: etree._Element) -> None:
        """Read a part of the text in the order of reading."""
        for child in element:
            kind = local(child)
            if kind in _REMOVED:
                continue
            if kind == "bookmarkStart":
                self._start(attribute(child, "name"), attribute(child, "id"))
            elif kind == "bookmarkEnd":
                self._end(attribute(child, "id"))
            elif kind == "t":
                self._add(child.text or "")
            elif kind in ("br", "cr"):
                self._add("\n")
            elif kind == "tab":
                self._add(" ")
            else:
                self.walk(child)

    def texts(self) -> dict[str, str]:
        """The texts by the names of the bookmarks."""
        return {naam: "".join(parts) for naam, parts in self.found.items()}

    def _start(self, naam: str, number: str) -> None:
        # LibreOffice may begin a bookmark twice: only the first is ours.
        if naam.startswith(self.begin) and naam not in self.found:
            self.found[naam] = []
            self._open[number] = naam

    def _end(self, number: str) -> None:
        self._open.pop(number, None)

    def _add(self, text: str) -> None:
        for naam in self._open.values():
            self.found[naam].append(text)
