"""The facts of a point in words: what `templates/brief/gegevens-*.yaml` say, filled for one record.

A point there is a list. A text is a sentence in a paragraph of its own, a list one paragraph of
several; besides these a choice (`bij`), bullets (`lijst`), a table (`tabel`) or sentences per row
(`rijen`). What no sentence or table says is said by a last one, so that no public fact is lost.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from toetsingskader.brief.sjabloon import Opmaak, escape
from toetsingskader.brief.soorten import ZINNEN
from toetsingskader.brief.tabellen import SPENDING, rows_table, spending
from toetsingskader.brief.zicht import Zicht
from toetsingskader.brief.zin import Zin, check_pattern, paragraph, sentence
from toetsingskader.document import Tabel
from toetsingskader.errors import ToolError
from toetsingskader.kader.antwoord import Blok, Feit
from toetsingskader.kader.veld import Bezoek
from toetsingskader.kader.weergave import decapitalise, name_of, show
from toetsingskader.sjablonen import read_words
from toetsingskader.source import dotted

_SHAPES = {"bij", "lijst", "tabel", "rijen", "weggelaten"}

Stuk = Opmaak | Tabel


class Gegevens:
    """The wording of all facts, read once per letter."""

    def __init__(self, sjablonen: Path) -> None:
        self._wording: dict[str, list[Any]] = {}
        for name in ZINNEN:
            self._wording |= read_words(sjablonen, name)
        for items in self._wording.values():
            for item in items:
                _check(item)

    def pieces(self, onderwerp: str, zicht: Zicht) -> Iterator[Stuk]:
        """The facts of this subject: paragraphs, lists and tables, in the order of the templates.

        What it says is not said again by a later subject of the same letter.
        """
        for item in self._subject(onderwerp):
            yield from _piece(item, zicht.houder, zicht)
        zicht.close()

    def point(self, punt: str, zicht: Zicht) -> Iterator[Stuk]:
        """The facts of a point, all of them: what has no sentence or table comes last."""
        for item in self._subject(punt):
            yield from _piece(item, zicht.houder, zicht)
        yield from _rest(zicht, set(self.left_out(punt)))
        zicht.close()

    def word(self, onderwerp: str, zicht: Zicht) -> str:
        """The words for a choice that was made, within a sentence of the letter."""
        item = self._subject(onderwerp)[0]
        found = zicht.find(zicht.houder, item["bij"])
        made = found.antwoord if found else None
        return str(item.get(str(made.waarde), "")) if isinstance(made, Feit) else str(item["leeg"])

    def choices(self, onderwerp: str) -> set[str]:
        """The fields of a subject whose answer is said by a sentence of its own."""
        return {pad.split(".")[-1] for pad in _choices(self._subject(onderwerp))}

    def _subject(self, onderwerp: str) -> list[Any]:
        if onderwerp not in self._wording:
            raise ToolError(f"In de sjablonen staat niets over '{onderwerp}' (gegevens-*.yaml).")
        return self._wording[onderwerp]

    def left_out(self, punt: str) -> dict[str, str]:
        """The fields that no letter prints, with the reason."""
        items = (i for i in self._subject(punt) if isinstance(i, dict))
        return {veld: why for i in items for veld, why in i.get("weggelaten", {}).items()}


def _piece(item: Any, houder: Blok, zicht: Zicht) -> Iterator[Stuk]:
    if isinstance(item, dict) and "tabel" in item:
        spend = item["rijen"] == SPENDING
        yield from spending(item["tabel"], zicht) if spend else rows_table(item, zicht)
    elif isinstance(item, dict) and "lijst" in item:
        yield from _bullets(item, zicht)
    elif isinstance(item, dict) and "rijen" in item:
        for rij in zicht.rows(item["rijen"]):
            for inner in item["zinnen"]:
                yield from _piece(inner, rij, zicht)
    elif isinstance(item, dict) and "weggelaten" in item:
        return
    else:
        zinnen = list(_sentences(item, houder, zicht))
        if zinnen:
            yield paragraph(zinnen)


def _sentences(item: Any, houder: Blok, zicht: Zicht) -> Iterator[Zin]:
    """The sentences of one paragraph."""
    if isinstance(item, list):
        for inner in item:
            yield from _sentences(inner, houder, zicht)
    elif isinstance(item, dict) and "rijen" in item:
        for rij in zicht.rows(item["rijen"], houder):
            yield from _sentences(item["zinnen"], rij, zicht)
    elif isinstance(item, dict):
        yield from _by_choice(item, houder, zicht)
    else:
        found = sentence(item, houder, zicht)
        yield from [found] if found else []


def _by_choice(item: dict[str, str], houder: Blok, zicht: Zicht) -> Iterator[Zin]:
    """The sentence that belongs to the choice that was made; an empty one says nothing."""
    found = zicht.find(houder, item["bij"])
    if found is None or not isinstance(found.antwoord, Feit):
        return
    pattern = item.get(str(found.antwoord.waarde))
    if pattern:
        text = sentence(pattern, houder, zicht, found)
        yield from [text] if text else []
    elif pattern is not None:
        zicht.say(found)


def _bullets(item: dict[str, str], zicht: Zicht) -> Iterator[Opmaak]:
    said = [sentence(item["zin"], rij, zicht) for rij in zicht.rows(item["rijen"])]
    lines = [f"- {paragraph([zin])}" for zin in said if zin]
    if lines:
        yield Opmaak(escape(item["lijst"]))
        yield Opmaak("\n".join(lines))
    elif "leeg" in item and zicht.answered_none(item["rijen"]):
        yield paragraph([Zin(item["leeg"])])


def _choices(item: Any) -> Iterator[str]:
    if isinstance(item, list):
        for inner in item:
            yield from _choices(inner)
    elif isinstance(item, dict):
        yield from [item["bij"]] if "bij" in item else []
        yield from _choices(item.get("zinnen", []))


def _rest(zicht: Zicht, aside: set[str]) -> Iterator[Opmaak]:
    """What the wording has no place for, in one sentence."""
    left = [x for x in zicht.unsaid() if dotted(x.pad) not in aside]
    if left:
        text = "; ".join(_plainly(x) for x in left)
        bronnen = tuple(v for x in left for v in _bronnen(zicht, x))
        yield paragraph([Zin(f"Verder is bekend: {text}", bronnen)])


def _plainly(bezoek: Bezoek) -> str:
    veld = bezoek.beschrijving
    wie = name_of(bezoek.rij) if bezoek.rij else ""
    text = show(veld, bezoek.antwoord).rstrip(".")
    of = f" ({wie})" if wie and wie != text else ""
    return f"{decapitalise(veld.veld.label)}{of}: {text}"


def _bronnen(zicht: Zicht, bezoek: Bezoek) -> Iterable[Any]:
    found = zicht.find(bezoek.houder, bezoek.beschrijving.naam)
    return found.bronnen if found else ()


def _check(item: Any) -> None:
    """Raises ToolError for wording that is not what the templates may hold."""
    if isinstance(item, list):
        for inner in item:
            _check(inner)
    elif isinstance(item, str):
        check_pattern(item)
    elif isinstance(item, dict) and set(item) & _SHAPES:
        for inner in (item.get("zin", ""), item.get("zinnen", "")):
            _check(inner)
        for keuze, pattern in item.items() if "bij" in item else ():
            _check("" if keuze == "bij" else pattern or "")
    else:
        raise ToolError(f"In de sjablonen staat iets wat geen zin of tabel is: {item}.")
