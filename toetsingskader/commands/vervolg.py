"""A follow-up: what stays valid of an earlier assessment, and what must be looked at again.

Points, their text, sources and attachments are carried over byte for byte; each point that the
letter asks gets an open question for its owner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.commands.aanvullen import insert_row
from toetsingskader.commands.toets import Getoetst, assess
from toetsingskader.commands.vervolg_dossier import carry_dossier, was_sent
from toetsingskader.errors import InputError
from toetsingskader.kader import PROZA, PUNTEN
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.record import BESTANDEN, OPTIES
from toetsingskader.record.schijf import all_files, read_file
from toetsingskader.scaffold import Opgave, new_record
from toetsingskader.source import Data, Lines, parse_markdown, yaml_value
from toetsingskader.source.fences import split
from toetsingskader.toetsing import Ernst


@dataclass(frozen=True)
class Vervolg:
    """The files of a follow-up, and what its maker should know."""

    bestanden: dict[str, bytes | Path]
    na_te_kijken: tuple[str, ...]
    """The points that got a question."""
    opmerkingen: tuple[str, ...]


def read_earlier(folder: Path) -> Getoetst:
    """The earlier assessment; raises InputError when it cannot be carried over as it is."""
    getoetst = assess(folder)
    wrong = [b for b in getoetst.toetsing.bevindingen if b.ernst is Ernst.ONGELDIG]
    if wrong:
        raise InputError(
            f"In '{folder}' is {len(wrong)} keer iets ongeldig, en dat zou meegaan. Herstel het "
            f"eerst: 'toetsingskader toets {folder.name}' zegt waar."
        )
    if any(b.code == "SCHEMA-OUDER" for b in getoetst.toetsing.bevindingen):
        raise InputError(
            f"'{folder}' is in een ouder schema geschreven. Werk het eerst bij met "
            f"'toetsingskader migreer {folder.name} --schrijf'."
        )
    return getoetst


def follow_up(earlier: Getoetst, opgave: Opgave, uiterlijk: str) -> Vervolg:
    """What a follow-up begins with; `uiterlijk` is when its points must have been looked at.

    Raises InputError when a file cannot be carried over safely.
    """
    folder, b = earlier.map, earlier.beoordeling
    try:
        dossier = carry_dossier(read_file(folder / BESTANDEN["dossier"]), b.dossier, opgave)
        carried = dict(_points(earlier, opgave, uiterlijk))
    except (UnicodeDecodeError, ValueError) as error:
        raise InputError(
            f"Een bestand in '{folder}' kan niet veilig worden overgenomen; er is niets gemaakt. "
            "Bewaar de bestanden als UTF-8 en probeer het opnieuw."
        ) from error
    files: dict[str, bytes | Path] = dict(new_record(opgave))
    files |= {naam: content for naam, (content, _) in carried.items()}
    for sleutel in PROZA:
        naam = BESTANDEN[sleutel]
        files[naam] = _with_earlier_text(files[naam], b.proza[sleutel].tekst, folder.name)
    files |= {
        naam: path
        for naam, path in all_files(folder).items()
        if naam.startswith("bijlagen/") or naam in ("opmerkingen.md", BESTANDEN["bronnen"])
    }
    files[BESTANDEN["dossier"]] = dossier
    asked = tuple(naam for naam, (_, marked) in carried.items() if marked)
    return Vervolg(files, asked, tuple(_remarks(earlier)))


def _points(
    earlier: Getoetst, opgave: Opgave, uiterlijk: str
) -> Iterator[tuple[str, tuple[bytes, bool]]]:
    """The file of each point that says anything, and whether it got a question."""
    asked = {
        v.sleutel
        for v in assess(earlier.map, opgave.soort, earlier.geheel.gekozen).toetsing.punten
        if v.gevraagd
    }
    b = earlier.beoordeling
    when = f" (bijgewerkt tot {b.dossier.peildatum.waarde})" if b.dossier.peildatum.waarde else ""
    for sleutel in PUNTEN:
        raw = _raw(earlier, sleutel)
        source = parse_markdown(raw)
        if not source.data and not source.body.strip():
            continue
        row: dict[str, Data] = {
            "vraag": f"Klopt dit nog? Dit punt is overgenomen uit '{b.slug}'{when}.",
            "wie": b.punten[sleutel].eigenaar,
            "uiterlijk": uiterlijk,
        }
        marked = sleutel in asked
        yield BESTANDEN[sleutel], (_with_question(raw, row) if marked else raw, marked)


def _raw(earlier: Getoetst, sleutel: str) -> bytes:
    """A point's file: that of the option that was chosen, when it has one of its own."""
    gekozen = earlier.geheel.gekozen
    own = earlier.map / OPTIES / gekozen / BESTANDEN[sleutel] if gekozen else None
    path = own if own and own.exists() else earlier.map / BESTANDEN[sleutel]
    return read_file(path) if path.exists() else b""


def _with_question(raw: bytes, row: dict[str, Data]) -> bytes:
    """The file with one open question more; raises InputError when that cannot be done safely."""
    before = parse_markdown(raw)
    lines = Lines(raw)
    if not split(lines.lines).start:
        lines.insert(0, ["---", "---", ""])
    now = parse_markdown(lines.encode())
    end = split(lines.lines).end
    insert_row(lines, now, "open", row, lambda _, value: yaml_value(value), end)
    made = lines.encode()
    after = parse_markdown(made)
    data = before.data if isinstance(before.data, dict) else {}
    questions = data.get("open")
    expected = {**data, "open": [*(questions if isinstance(questions, list) else ()), row]}
    if after.broken or after.data != expected or after.body.strip() != before.body.strip():
        raise ValueError("open")
    return made


def _with_earlier_text(made: bytes | Path, text: str, slug: str) -> bytes:
    """A fresh file of prose, with the text of then as a remark: it told the earlier decision."""
    assert isinstance(made, bytes)
    if not text.strip():
        return made
    quoted = "".join(f"##   {line}".rstrip() + "\n" for line in text.strip().split("\n"))
    head = f"##\n## De tekst van toen, uit '{slug}':\n##\n"
    return made.removesuffix(b"---\n") + f"{head}{quoted}---\n".encode()


def _remarks(earlier: Getoetst) -> Iterator[str]:
    dossier = earlier.beoordeling.dossier
    for brief in dossier.brieven:
        if brief.soort.waarde and not was_sent(brief):
            yield (
                f"De {Briefsoort(brief.soort.waarde).label} van toen is volgens het dossier niet "
                "verzonden en staat dus niet in de voorgeschiedenis."
            )
    if dossier.opties.bekend and len(dossier.opties):
        gekozen = earlier.geheel.gekozen
        yield (
            f"Van de opties is alleen de gekozen ('{gekozen}') overgenomen."
            if gekozen
            else "Er was geen optie gekozen; alleen het dossier zelf is overgenomen."
        )
