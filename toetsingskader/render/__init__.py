"""A composed letter → the bytes of a DOCX and of a PDF: two renderings of one document tree."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.document import Document
from toetsingskader.errors import ToolError
from toetsingskader.render import docx, pdf
from toetsingskader.render.graft import graft
from toetsingskader.render.pandoc import Pandoc

__all__ = ["Pandoc", "Resultaat", "render", "render_docx"]


TEMPLATES = ("brief.docx", "brief.csl", "brief.typ")


@dataclass(frozen=True)
class Resultaat:
    """The letter twice, and the characters that the PDF's fonts lack (the DOCX has them)."""

    docx: bytes
    pdf: bytes
    vervangen: tuple[str, ...]


def render(document: Document, templates: Path, started: Pandoc | None = None) -> Resultaat:
    """Render with the letter templates in `templates/brief`.

    Typst compiles in a thread while pandoc writes the DOCX and the letterhead is filled. `started`
    is a pandoc that has read the prose already; it is used up.
    """
    word_template, csl, typ = (_existing(templates / "brief" / name) for name in TEMPLATES)
    with ThreadPoolExecutor(2) as pool, started or Pandoc(document.tijdstip) as pandoc:
        pandoc.send(document, word_template, csl)
        markup = pool.submit(pandoc.typst)
        compiled = pool.submit(lambda: pdf.write(document, markup.result(), typ))
        letterhead = docx.fill(word_template, document.hoofd)
        markup.result()
        word = graft(letterhead, pandoc.docx(), document)
        portable, replaced = compiled.result()
    return Resultaat(word, portable, replaced)


def render_docx(document: Document, templates: Path) -> bytes:
    """Only the DOCX, for its words."""
    word_template, csl, _ = (_existing(templates / "brief" / name) for name in TEMPLATES)
    with Pandoc(document.tijdstip) as pandoc:
        pandoc.send(document, word_template, csl)
        letterhead = docx.fill(word_template, document.hoofd)
        pandoc.typst()  # what pandoc writes first
        return graft(letterhead, pandoc.docx(), document)


def _existing(template: Path) -> Path:
    if not template.is_file():
        raise ToolError(f"Het sjabloon {template.name} ontbreekt in de map {template.parent}.")
    return template
