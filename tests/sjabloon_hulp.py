"""Word templates with one thing changed, as a secretary or Word itself would change it."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from render_hulp import TEMPLATES
from toetsingskader.render.sjabloon import check_template

Change = Callable[[str], str]

MAIN = "word/document.xml"
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(edit: Change, part: str = MAIN, **more: str) -> bytes:
    """Our Word template with one part rewritten, and more parts by name (`__` is `/`)."""
    parts = parts_of((TEMPLATES / "brief.docx").read_bytes())
    before = parts[part].decode("utf-8")
    parts[part] = edit(before).encode("utf-8")
    assert more or parts[part].decode("utf-8") != before
    extra = {name.replace("__", "/") + ".xml": text.encode() for name, text in more.items()}
    return packed(parts | extra)


def replacing(old: str, new: str) -> Change:
    """An edit that puts one text in the place of another, which must be there."""

    def edit(xml: str) -> str:
        assert old in xml, old
        return xml.replace(old, new, 1)

    return edit


def before_text(xml_to_add: str) -> Change:
    """An edit that adds XML before the paragraph of the salutation."""

    def edit(xml: str) -> str:
        at = xml.rindex("<w:p>", 0, xml.index("{{ aanhef }}"))
        return xml[:at] + xml_to_add + xml[at:]

    return edit


def change(folder: Path, part: str, edit: Change) -> None:
    """Rewrite one part of the Word template in a folder."""
    (folder / "brief.docx").write_bytes(changed(edit, part))


AANHEF = "{{ aanhef }}"
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def found(edit: Change, part: str = MAIN, **more: str) -> list[str]:
    """What is said of our template with one change."""
    return [str(g) for g in check_template(changed(edit, part, **more))]


def same(xml: str) -> str:
    """No edit: for a change that is only a part more."""
    return xml
