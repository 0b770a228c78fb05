"""A page of our own, written in Markdown, as a Word file; a letter goes another way."""

import io
import subprocess
import zipfile

from lxml import etree

from toetsingskader.errors import ToolError
from toetsingskader.render.ooxml import W
from toetsingskader.render.pandoc import executable, surroundings

_MAIN = "word/document.xml"
_A4 = {"w": "11906", "h": "16838"}
_MARGIN = {"top": "1418", "right": "1418", "bottom": "1418", "left": "1418"}
_MARGIN |= {"header": "709", "footer": "709", "gutter": "0"}


def markdown_to_docx(text: str, moment: int) -> bytes:
    """Markdown whose first heading is the title → DOCX, in Dutch; the same text gives the same.

    The text is ours and every value in it is escaped: nothing in it is HTML or a citation. Raises
    ToolError.
    """
    options = ["--from=commonmark", "--to=docx", "--shift-heading-level-by=-1", "--output=-"]
    done = subprocess.run(  # noqa: S603 (our own pandoc, no shell)
        [executable(), *options, "--metadata=lang:nl-NL"],
        input=text.encode("utf-8"),
        capture_output=True,
        check=False,
        env=surroundings(moment),
    )
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise ToolError(f"Pandoc kon het Word-bestand niet maken. Pandoc meldt: {reason}")
    return _on_a4(done.stdout)


def _on_a4(data: bytes) -> bytes:
    """The same file with a size of page, which pandoc leaves to Word: in Letter."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as pages, zipfile.ZipFile(out, "w") as sized:
        for part in pages.infolist():
            content = pages.read(part)
            sized.writestr(part, _sized(content) if part.filename == _MAIN else content)
    return out.getvalue()


def _sized(document: bytes) -> bytes:
    root = etree.fromstring(document)
    for section in root.iter(f"{W}sectPr"):
        for name, values in (("pgSz", _A4), ("pgMar", _MARGIN)):
            element = etree.SubElement(section, f"{W}{name}")
            for key, value in values.items():
                element.set(f"{W}{key}", value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
