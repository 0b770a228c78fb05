"""What holds for every letter of every kind, of each record: the proof of what leaves this tool.

The validators that need more than Python are in `test_validatoren`, on the same letters.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import page
import pytest

from brieven import Brief
from ooxml_hulp import faults
from opbouw import docx_outline, pdf_outline
from teksten import docx_text, pdf_text
from toegankelijk import contrast, docx_faults, pdf_faults

_LEFTOVERS = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|[\ue000-\uf8ff]|\[\]|\b(?:None|nan|undefined|Undefined|True|False)\b"
    "|Verder is bekend"
)
"""The last is how a fact is said that our own wording forgot."""


@cache
def _words(letter: Path) -> str:
    return docx_text(letter.read_bytes())


def _wrong(letters: list[Brief], faults_of: Callable[[Brief], object]) -> dict[str, object]:
    """What is wrong, per letter."""
    found = {str(letter): faults_of(letter) for letter in letters}
    return {name: wrong for name, wrong in found.items() if wrong}


def test_word_and_pdf_say_the_same(letters: list[Brief]) -> None:
    assert not _wrong(letters, lambda x: _words(x.docx) != pdf_text(x.pdf.read_bytes()))


def test_word_and_pdf_are_built_the_same(letters: list[Brief]) -> None:
    """Headings, lists, tables with header cells, notes and figures, in the same order."""

    def differ(letter: Brief) -> list[tuple[str, str]]:
        pair = docx_outline(letter.docx.read_bytes()), pdf_outline(letter.pdf.read_bytes())
        longest = max(map(len, pair))
        padded = (lines + [""] * (longest - len(lines)) for lines in pair)
        return [(a, b) for a, b in zip(*padded, strict=True) if a != b]

    assert not _wrong(letters, differ)


def test_pdf_is_accessible_and_archivable(letters: list[Brief]) -> None:
    """PDF/UA-1 and PDF/A-2a, by an independent implementation of the rules of veraPDF."""

    def refused(letter: Brief) -> list[str]:
        results = {p: page.validate_pdf(str(letter.pdf), profile=p) for p in ("ua1", "2a")}
        return [profile for profile, result in results.items() if not result.is_compliant]

    assert not _wrong(letters, refused)


def test_word_file_is_sound(letters: list[Brief]) -> None:
    assert not _wrong(letters, lambda x: faults(x.docx.read_bytes()))


def test_word_file_is_accessible(letters: list[Brief]) -> None:
    assert not _wrong(letters, lambda x: docx_faults(x.docx.read_bytes()))


def test_pdf_has_what_validators_do_not_see(letters: list[Brief]) -> None:
    assert not _wrong(letters, lambda x: pdf_faults(x.pdf.read_bytes()))


def test_nothing_of_templates_or_python_is_left(letters: list[Brief]) -> None:
    def left(letter: Brief) -> Iterator[str]:
        record = "".join(proza.tekst for proza in letter.getoetst.beoordeling.proza.values())
        for found in _LEFTOVERS.finditer(_words(letter.docx)):
            if found[0] not in record:
                yield found[0]

    assert not _wrong(letters, lambda x: list(left(x)))


@pytest.mark.parametrize(
    ("colour", "enough"),
    [((0.0,), True), ((0.08, 0.26, 0.45), True), ((0.55,), False), ((1.0, 0.9, 0.2), False)],
)
def test_faint_text_would_be_seen(colour: tuple[float, ...], enough: bool) -> None:
    assert (contrast(colour, (1.0, 1.0, 1.0)) >= 4.5) is enough
