"""`bron`: add a parliamentary paper to the sources of a record, from its number."""

import re
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.errors import InputError, UsageError
from toetsingskader.output import write_all
from toetsingskader.record import BESTANDEN
from toetsingskader.record.schijf import leads_outside, read_file
from toetsingskader.source import Data, Lines, Source, parse_yaml, quoted
from toetsingskader.validation import read_bronnen, refusal
from toetsingskader.waarden import Datum, Kamerstuk
from toetsingskader.waarden.datum import parse_datum
from toetsingskader.waarden.kamerstuk import parse_kamerstuk

_ITEM = re.compile(r"( *)-( +)")
_HEAD = "references:"


@dataclass(frozen=True)
class Toegevoegd:
    """What was added, and to which file."""

    bestand: Path
    regels: tuple[str, ...]


def read_paper(text: str) -> Kamerstuk:
    """The paper that was named; raises UsageError with a sentence that shows the form."""
    zin = refusal(parse_kamerstuk, text)
    if zin:
        raise UsageError(zin)
    return parse_kamerstuk(text)


def read_day(text: str) -> Datum:
    """The day of a paper; raises UsageError when it is no date or no single day."""
    zin = refusal(parse_datum, text)
    if zin:
        raise UsageError(zin)
    datum = parse_datum(text)
    if not datum.exact:
        raise UsageError(f"'{text}' is geen dag. Noem een dag, zoals 6 januari 2026.")
    return datum


def read_title(text: str) -> str:
    """A title on one line; raises UsageError for an empty one."""
    titel = " ".join(text.split())
    if not titel:
        raise UsageError("De titel is leeg. Noem de titel van het stuk zoals die erboven staat.")
    return titel


def check_absent(folder: Path, stuk: Kamerstuk) -> None:
    """Raise UsageError when the record has this paper already."""
    bronnen, _ = read_bronnen(_read(folder)[1])
    for sleutel, bron in bronnen.bronnen.items():
        if stuk.sleutel == sleutel or bron.kamerstuk == stuk:
            raise UsageError(
                f"Kamerstuk {stuk} staat al in '{folder / BESTANDEN['bronnen']}', met de sleutel "
                f"'{sleutel}'. Verwijs ernaar met [@{sleutel}]."
            )


def add_paper(folder: Path, stuk: Kamerstuk, datum: Datum, titel: str) -> Toegevoegd:
    """Add the paper after the last source; every other byte of the file stays.

    Raises UsageError when it is there already, InputError when the file cannot be changed safely.
    """
    check_absent(folder, stuk)
    raw, source = _read(folder)
    path = folder / BESTANDEN["bronnen"]
    new: dict[str, Data] = {
        "id": stuk.sleutel,
        "type": "legislation",
        "title": titel,
        "issued": datum.van.isoformat(),
        "number": str(stuk),
        "URL": stuk.url,
        "custom": {"kamerstuk": str(stuk), "kamer": stuk.kamer, "rang": "officieel"},
    }
    lines = Lines(raw)
    regels = _insert(lines, source, new)
    content = lines.encode()
    after = parse_yaml(content)
    if after.broken or _items(after.data) != [*(_items(source.data) or ()), new]:
        raise InputError(
            f"'{path}' kan niet veilig worden aangevuld; er is niets geschreven. Herstel eerst wat "
            "er volgens 'toetsingskader toets' ongeldig is, of zet zelf in het bestand:\n"
            + "\n".join(regels)
        )
    write_all({path: content})
    return Toegevoegd(path, regels)


def _read(folder: Path) -> tuple[bytes, Source]:
    path = folder / BESTANDEN["bronnen"]
    if leads_outside(path, folder):
        raise InputError(f"'{path}' is een koppeling en wordt niet gelezen.")
    raw = read_file(path) if path.exists() else b""
    return raw, parse_yaml(raw)


def _items(data: Data) -> list[Data] | None:
    """The list of sources, as Zotero wraps it or bare."""
    rows = data.get("references") if isinstance(data, dict) else data
    return rows if isinstance(rows, list) else None


def _insert(lines: Lines, source: Source, new: dict[str, Data]) -> tuple[str, ...]:
    """Put the source after the last one, in the same layout; gives its lines."""
    head: list[str] = []
    indent, gap, after = "  ", " ", len(lines.lines) - (not lines.lines[-1])
    rows = _items(source.data)
    pad = ("references",) if isinstance(source.data, dict) else ()
    if rows:
        place = source.values[*pad, len(rows) - 1]
        item = _ITEM.match(lines.lines[place.regel - 1])
        if item:
            indent, gap = item[1], item[2]
        after = _end_of_item(lines.lines, place.regel, len(indent))
    elif source.data in (None, ""):
        head = [_HEAD]
    regels = tuple(_lines(new, f"{indent}-{gap}"))
    lines.insert(after, [*head, *([""] if rows else []), *regels])
    return regels


def _end_of_item(lines: list[str], start: int, indent: int) -> int:
    """The last line of the list item that begins on line `start`; comments after it are not."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip():
            continue
        if len(line) - len(line.lstrip(" ")) <= indent:
            break
        if not line.lstrip().startswith("#"):
            end = number
    return end


def _lines(new: dict[str, Data], dash: str) -> list[str]:
    lines = []
    for naam, waarde in new.items():
        if isinstance(waarde, dict):
            inner = ", ".join(f"{k}: {_scalar(k, v)}" for k, v in waarde.items())
            lines.append(f"{naam}: {{{inner}}}")
        else:
            lines.append(f"{naam}: {_scalar(naam, waarde)}")
    return [dash + lines[0], *(" " * len(dash) + line for line in lines[1:])]


def _scalar(naam: str, waarde: Data) -> str:
    text = str(waarde)
    return quoted(text) if naam in ("title", "issued", "number", "kamerstuk") else text
