"""A composed letter → the bytes of a DOCX and of a PDF: two renderings of one document tree."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.document import Document
from toetsingskader.errors import ToolError
from toetsingskader.render import docx, pdf
from toetsingskader.render.figuren import prepare
from toetsingskader.render.graft import graft
from toetsingskader.render.pandoc import Pandoc

__all__ = ["Pandoc", "Resultaat", "render"]


TEMPLATES = ("brief.docx", "brief.csl", "brief.typ")


@dataclass(frozen=True)
class Resultaat:
    """The letter twice, and the characters that the PDF's fonts lack (the DOCX has them)."""

    docx: bytes
    pdf: bytes
    vervangen: tuple[str, ...]
    niet_getoond: tuple[str, ...] = ()
    """The paths of drawings that could not be drawn; in their place the letter says so."""


def render(document: Document, templates: Path, started: Pandoc | None = None) -> Resultaat:
    """Render with the letter templates in `templates/brief`.

    Typst compiles in a thread while pandoc writes the DOCX and the letterhead is filled. `started`
    is a pandoc that has read the prose already; it is used up.
    """
    word_template, csl, typ = (_existing(templates / "brief" / name) for name in TEMPLATES)
    plaatjes = prepare(document.figuren)
    with ThreadPoolExecutor(2) as pool, started or Pandoc(document.tijdstip) as pandoc:
        pandoc.send(document, plaatjes, word_template, csl)
        markup = pool.submit(pandoc.typst)
        compiled = pool.submit(lambda: pdf.write(document, markup.result(), plaatjes.values(), typ))
        letterhead = docx.fill(word_template, document.hoofd)
        markup.result()
        word = graft(letterhead, pandoc.docx(), plaatjes, document)
        portable, replaced = compiled.result()
    not_shown = tuple(pad for pad in document.figuren if pad not in plaatjes)
    return Resultaat(word, portable, replaced, not_shown)


def _existing(template: Path) -> Path:
    if not template.is_file():
        raise ToolError(f"Het sjabloon {template.name} ontbreekt in de map {template.parent}.")
    return template
