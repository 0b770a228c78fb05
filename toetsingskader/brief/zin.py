"""Facts as sentences: patterns such as "De inzet begint op {van}[ en eindigt op {tot_en_met}]."

What stands in braces is the way to a fact. A sentence is printed when every fact outside square
brackets is known; a part in square brackets when the facts in it are. Sources become a footnote.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from toetsingskader.brief.sjabloon import Opmaak, escape
from toetsingskader.brief.zicht import Gevonden, Zicht
from toetsingskader.errors import ToolError
from toetsingskader.kader.antwoord import Blok, Feit
from toetsingskader.source import Verwijzing
from toetsingskader.waarden.land import Land

_PART = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_PAGES = re.compile(r"p\. ?(\d{1,6}(?:-\d{1,6})?(?:, ?\d{1,6}(?:-\d{1,6})?)*)")
_FACT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Zin:
    """A sentence without its note and full stop, and the sources that carry it."""

    tekst: str
    bronnen: tuple[Verwijzing, ...] = ()


def sentence(pattern: str, houder: Blok, zicht: Zicht, *extra: Gevonden) -> Zin | None:
    """The sentence with its facts; None when one is missing.

    `extra` are facts that the words of the pattern themselves express.
    """
    text, used = "", list(extra)
    for option, plain in _PART.findall(pattern):
        found = [zicht.find(houder, pad) for pad in _FACT.findall(option or plain)]
        known = [f for f in found if f]
        if option and known and _repeats(text, known):
            used += known
        elif len(known) == len(found):
            literals = _FACT.split(option or plain)[::2]
            words = [f.zin for f in known] + [""]
            text += "".join(a + b for a, b in zip(literals, words, strict=True))
            used += known
        elif not option:
            return None
    if not used or (zicht.bereik.alleen_nota and not any(f.nota for f in used)):
        return None
    for fact in used:
        zicht.say(fact)
    return Zin(text, tuple(v for f in used for v in f.bronnen))


def _repeats(text: str, known: list[Gevonden]) -> bool:
    """Whether a part only names again whom the sentence has named: "Rusland, namens Rusland"."""
    names = [f.zin for f in known if isinstance(f.antwoord, Feit) and _is_name(f.antwoord.waarde)]
    return len(names) == len(known) and all(name.casefold() in text.casefold() for name in names)


def _is_name(waarde: object) -> bool:
    return isinstance(waarde, Land) or (isinstance(waarde, str) and len(waarde) > 3)


def paragraph(zinnen: Iterable[Zin]) -> Opmaak:
    """Sentences after each other; of neighbours with the same sources only the last has a note."""
    row = list(dict.fromkeys(zinnen))
    notes = [citation(zin.bronnen) for zin in row]
    noted = [here != after for here, after in pairwise(notes)] + [True]
    return Opmaak(" ".join(_finished(*pair) for pair in zip(row, noted, strict=True)))


def _finished(zin: Zin, noted: bool) -> str:
    """A capital, its sources, a full stop."""
    text = " ".join(zin.tekst.split())
    body = text.rstrip(".") if not text.endswith(("?", "!", ":")) else text[:-1]
    stop = text[len(body) :][:1] or "."
    note = citation(zin.bronnen) if noted else ""
    return escape(body[:1].upper() + body[1:]) + (f" {note}" if note else "") + stop


def citation(bronnen: Iterable[Verwijzing]) -> Opmaak:
    """These sources, each once, as one citation; empty without any."""
    places: dict[str, list[str]] = {}
    for v in bronnen:
        places.setdefault(v.sleutel, []).append(v.locator)
    parts = (
        f"@{sleutel}, {escape(place)}" if place else f"@{sleutel}"
        for sleutel, locators in places.items()
        for place in _together(locators)
    )
    return Opmaak(f"[{'; '.join(parts)}]" if places else "")


def _together(locators: list[str]) -> list[str]:
    """Places in one source: pages in one row, other places each once."""
    pages = [m[1].replace(" ", "").split(",") for x in locators if (m := _PAGES.fullmatch(x))]
    if len(pages) < len(locators):
        return list(dict.fromkeys(locators))
    row = sorted({page for own in pages for page in own}, key=lambda x: int(x.split("-")[0]))
    return [f"p. {', '.join(row)}"]


def check_pattern(pattern: str) -> None:
    """Raises ToolError for brackets that do not match, or that hold no fact."""
    rest = _FACT.sub("", _PART.sub(lambda m: m[1] or m[2], pattern))
    empty = [o for o, plain in _PART.findall(pattern) if not plain and not _FACT.search(o)]
    if empty or set(rest) & set("{}[]"):
        raise ToolError(
            f"Een zin in de sjablonen klopt niet: '{pattern}'. Sluit elke accolade en elke rechte "
            "haak, en zet tussen rechte haken altijd een gegeven."
        )
