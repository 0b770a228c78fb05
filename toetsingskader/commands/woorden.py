"""`woorden`: the words of a letter as lines of text, so that git can show what changed in it."""

from collections.abc import Iterator
from pathlib import Path

from toetsingskader.rapport.inert import inert
from toetsingskader.teruglezen import Teruggelezen, read_letter

VOETNOTEN = "Voetnoten"


def words(bestand: Path) -> str:
    """The words of a DOCX or PDF: a line per paragraph, then a line per footnote.

    Footnotes have no number: one that is added would else change every line after it. Raises
    InputError when the file cannot be read.
    """
    _, letter = read_letter(bestand)
    return "".join(f"{line}\n" for line in _lines(letter))


def _lines(letter: Teruggelezen) -> Iterator[str]:
    yield from filter(None, (inert(alinea.tekst) for alinea in letter.alineas))
    notes = [*filter(None, (inert(noot.tekst) for noot in letter.noten))]
    if notes:
        yield from ("", VOETNOTEN, *notes)
