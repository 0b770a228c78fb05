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

__all__ = ["Pandoc", "Resultaat", "render"]


TEMPLATES = ("brief.docx", "brief.csl", "engels.txt", "brief.typ")


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
    word_template, csl, english, typ = (find_sjabloon(templates, name) for name in TEMPLATES)
    plaatjes, logo = prepare(document.figuren), find_logo(templates)
    with ThreadPoolExecutor(2) as pool, started or Pandoc(document.tijdstip) as pandoc:
        pandoc.send(document, plaatjes, word_template, csl, english)
        markup = pool.submit(pandoc.typst)
        compiled = pool.submit(
            lambda: pdf.write(document, markup.result(), plaatjes.values(), typ, logo)
        )
        letterhead = docx.fill(word_template, document.hoofd)
        markup.result()
        word = graft(letterhead, pandoc.docx(), plaatjes, document, logo)
        _require_whole(word, word_template)
        portable, replaced = compiled.result()
    not_shown = tuple(pad for pad in document.figuren if pad not in plaatjes)
    return Resultaat(word, portable, replaced, not_shown)


def _require_whole(word: bytes, template: Path) -> None:
    if broken := check_letter(word):
        raise ToolError(
            f"Met het Word-sjabloon {template.name} ontstaat een beschadigd bestand: "
            f"{broken[0].tekst}"
        )
