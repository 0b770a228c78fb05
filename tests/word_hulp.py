"""Edits of a DOCX as people and editors make them, on the XML itself."""

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"
MAIN = "word/document.xml"


class Word:
    """An opened DOCX, to be edited and saved."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts[MAIN])

    def save(self, path: Path) -> Path:
        """Write it, whole."""
        self.parts[MAIN] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        path.write_bytes(out.getvalue())
        return path

    def control(self, punt: str) -> etree._Element:
        """The content control around the text of a point."""
        return next(
            sdt
            for sdt in self.root.iter(f"{W}sdt")
            for tag in sdt.iterfind(f"{W}sdtPr/{W}tag")
            if tag.get(f"{W}val") == f"tk_{punt}"
        )

    def paragraphs(self, punt: str) -> list[etree._Element]:
        """The paragraphs in it."""
        return list(self.control(punt).iter(f"{W}p"))

    def containing(self, words: str) -> etree._Element:
        """The first paragraph with these words."""
        return next(p for p in self.root.iter(f"{W}p") if words in text_of(p))

    def replace(self, old: str, new: str) -> None:
        """Other words, as an author types them; they stand in one run."""
        run = next(t for t in self.root.iter(f"{W}t") if old in (t.text or ""))
        run.text = (run.text or "").replace(old, new, 1)

    def comment(self, words: str, says: str) -> None:
        """A remark of an author beside the paragraph with these words."""
        paragraph = self.containing(words)
        first = next(i for i, child in enumerate(paragraph) if child.tag == f"{W}r")
        paragraph.insert(first, element("commentRangeStart", id="7"))
        paragraph.append(element("commentRangeEnd", id="7"))
        reference = element("r")
        reference.append(element("commentReference", id="7"))
        paragraph.append(reference)
        self.parts["word/comments.xml"] = (
            f'<w:comments xmlns:w="{NS}"><w:comment w:id="7" w:author="J. de Vries" '
            f'w:date="2026-03-12T10:00:00Z" w:initials="JV"><w:p><w:r><w:t>{says}</w:t></w:r></w:p>'
            "</w:comment></w:comments>"
        ).encode()
        self._relate("comments", "comments.xml")

    def _relate(self, kind: str, target: str) -> None:
        name = "word/_rels/document.xml.rels"
        root = etree.fromstring(self.parts[name])
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        relation = etree.SubElement(root, f"{{{space}}}Relationship")
        relation.set("Id", f"rId-{kind}")
        relation.set(
            "Type", f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        )
        relation.set("Target", target)
        self.parts[name] = etree.tostring(root)


def element(tag: str, **attributes: str) -> etree._Element:
    """An element of Word with attributes of Word."""
    made = etree.Element(f"{W}{tag}")
    for name, value in attributes.items():
        made.set(f"{W}{name}", value)
    return made


def run_of(words: str, *marks: str, deleted: bool = False) -> etree._Element:
    """A run with these words, and marks such as "b"."""
    run = element("r", rsidR="00AB12CD")
    if marks:
        properties = etree.SubElement(run, f"{W}rPr")
        for mark in marks:
            properties.append(element(mark))
    text = etree.SubElement(run, f"{W}delText" if deleted else f"{W}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def paragraph_of(*runs: etree._Element) -> etree._Element:
    """A paragraph of these runs."""
    made = element("p", rsidR="00AB12CD", rsidRDefault="00EF3456")
    made.extend(runs)
    return made


def tracked(kind: str, *runs: etree._Element, author: str = "J. de Vries") -> etree._Element:
    """Runs that Word marked as added (ins, moveTo) or removed (del, moveFrom)."""
    made = element(kind, id="99", author=author, date="2026-03-12T10:00:00Z")
    made.extend(runs)
    return made


def text_of(paragraph: etree._Element) -> str:
    """The words of a paragraph."""
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t"))


def split_runs(word: Word) -> None:
    """Cut every run in two in the middle, as Word does after a while, with other rsids."""
    for run in list(word.root.iter(f"{W}r")):
        texts = run.findall(f"{W}t")
        if len(texts) != 1 or len(texts[0].text or "") < 2:
            continue
        words = texts[0].text or ""
        second = deepcopy(run)
        for part, own in ((words[: len(words) // 2], run), (words[len(words) // 2 :], second)):
            text = own.find(f"{W}t")
            assert text is not None
            text.text = part
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            own.set(f"{W}rsidR", f"00{len(part):06X}")
        run.addnext(second)
        run.addnext(element("proofErr", type="spellStart"))


Edit = Callable[[Word], None]


def edits(word: Word, *steps: Edit) -> Word:
    """The same, after these steps."""
    for step in steps:
        step(word)
    return word


def bodies(record: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file of a record with its bytes."""
    yield from ((p, p.read_bytes()) for p in sorted(record.rglob("*")) if p.is_file())
