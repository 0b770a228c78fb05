"""A composed letter → the bytes of a DOCX and of a PDF: two renderings of one document tree."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.document import Document
from toetsingskader.errors import ToolError
from toetsingskader.render import docx, pdf
from toetsingskader.render.figuren import prepare
from toetsingskader.render.graft import graft
from toetsingskader.render.logo import find_logo
from toetsingskader.render.pandoc import Pandoc
from toetsingskader.render.sjabloon import check_letter
from toetsingskader.sjablonen import find_sjabloon

__all__ = ["Pandoc", "Resultaat", "render", "render_docx"]


_WORDS = ("brief.csl", "engels.txt")
"""What every document is written with: how a source is cited, which terms are English."""


@dataclass(frozen=True)
class Resultaat:
    """The letter twice, and the characters that the PDF's fonts lack (the DOCX has them)."""

    docx: bytes
    pdf: bytes
    vervangen: tuple[str, ...]
    niet_getoond: tuple[str, ...] = ()
    """The paths of drawings that could not be drawn; in their place the letter says so."""


def render(document: Document, templates: Path, started: Pandoc | None = None) -> Resultaat:
    """Render with the letter templates in this folder, and our own for what it does not hold.

    Typst compiles in a thread while pandoc writes the DOCX and the letterhead is filled. `started`
    is a pandoc that has read the prose already; it is used up.
    """
    word_template, typ = _pages(document, templates)
    words = [find_sjabloon(templates, name) for name in _WORDS]
    plaatjes, logo = prepare(document.figuren), find_logo(templates)
    with ThreadPoolExecutor(2) as pool, started or Pandoc(document.tijdstip) as pandoc:
        pandoc.send(document, plaatjes, word_template, *words)
        markup = pool.submit(pandoc.typst)
        compiled = pool.submit(
            lambda: pdf.write(document, markup.result(), plaatjes.values(), typ, logo)
        )
        letterhead = docx.fill(word_template, document.hoofd, document.vorm)
        markup.result()
        word = graft(letterhead, pandoc.docx(), plaatjes, document, logo)
        _require_whole(word, word_template)
        portable, replaced = compiled.result()
    not_shown = tuple(pad for pad in document.figuren if pad not in plaatjes)
    return Resultaat(word, portable, replaced, not_shown)


def _pages(document: Document, templates: Path) -> tuple[Path, Path]:
    """The page in Word and the page in typst."""
    naam = document.vorm.naam
    return find_sjabloon(templates, f"{naam}.docx"), find_sjabloon(templates, f"{naam}.typ")


def _require_whole(word: bytes, template: Path) -> None:
    if broken := check_letter(word):
        raise ToolError(
            f"Met het Word-sjabloon {template.name} ontstaat een beschadigd bestand: "
            f"{broken[0].tekst}"
        )


def render_docx(document: Document, templates: Path) -> bytes:
    """Only the DOCX, for its words."""
    word_template, _ = _pages(document, templates)
    words = [find_sjabloon(templates, name) for name in _WORDS]
    plaatjes = prepare(document.figuren)
    with Pandoc(document.tijdstip) as pandoc:
        pandoc.send(document, plaatjes, word_template, *words)
        letterhead = docx.fill(word_template, document.hoofd, document.vorm)
        pandoc.typst()  # what pandoc writes first
        return graft(letterhead, pandoc.docx(), plaatjes, document)
