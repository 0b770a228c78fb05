"""A composed letter → the bytes of a DOCX and of a PDF: two renderings of one document tree."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from toetsingskader.document import Document
from toetsingskader.errors import ToolError
from toetsingskader.render import docx, pdf
from toetsingskader.render.graft import graft
from toetsingskader.render.logo import Logo, find_logo
from toetsingskader.render.pandoc import Pandoc

__all__ = ["Pandoc", "Resultaat", "render"]


TEMPLATES = ("brief.docx", "brief.csl", "engels.txt", "brief.typ")


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
    word_template, csl, english, typ = (_existing(templates / "brief" / name) for name in TEMPLATES)
    logo = find_logo(templates / "brief")
    with ThreadPoolExecutor(2) as pool, started or Pandoc(document.tijdstip) as pandoc:
        pandoc.send(document, word_template, csl, english)
        markup = pool.submit(pandoc.typst)
        compiled = pool.submit(lambda: pdf.write(document, markup.result(), typ, logo))
        letterhead = docx.fill(word_template, document.hoofd)
        markup.result()
        word = graft(letterhead, pandoc.docx(), document, _for_word(logo))
        portable, replaced = compiled.result()
    return Resultaat(word, portable, replaced)


def _for_word(logo: Logo | None) -> tuple[bytes, str] | None:
    """The logo as a PNG, which every Word can show, and its text."""
    if logo is None:
        return None
    return logo.beeld.read_bytes() if logo.beeld else pdf.as_png(logo.tekening), logo.tekst


def _existing(template: Path) -> Path:
    if not template.is_file():
        raise ToolError(f"Het sjabloon {template.name} ontbreekt in de map {template.parent}.")
    return template
