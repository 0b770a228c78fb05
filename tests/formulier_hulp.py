"""Forms filled in as people do in Word: a text typed, a row added, moved or taken out."""

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

from docx import Document
from lxml import etree

from git_hulp import commit, git
from toetsingskader.source import parse_markdown
from voorbeelden.draaien import Gedraaid, prepare, run
from voorbeelden.samenstellen import GOED
from word_hulp import W, Word, element, run_of

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


class Form(Word):
    """An opened form."""

    def controls(self, tag: str) -> list[etree._Element]:
        """The controls with this tag."""
        return [
            sdt
            for sdt in self.root.iter(f"{W}sdt")
            for found in sdt.iterfind(f"{W}sdtPr/{W}tag")
            if found.get(f"{W}val") == tag
        ]

    def fill(self, tag: str, text: str, number: int = 0) -> None:
        """Type in a control, the way Word leaves it: the invitation gone, runs cut in two."""
        fill(self.controls(tag)[number], text)

    def pick(self, tag: str, day: str, shown: str) -> None:
        """Pick a day in the calendar of a control."""
        self.fill(tag, shown)
        date = self.controls(tag)[0].find(f"{W}sdtPr/{W}date")
        assert date is not None
        date.set(f"{W}fullDate", f"{day}T00:00:00Z")

    def rows(self, naam: str) -> list[etree._Element]:
        """The rows of a list."""
        (section,) = self.controls(f"{naam}[]")
        content = section.find(f"{W}sdtContent")
        assert content is not None
        return list(content)

    def repeat(self, naam: str, at: int) -> etree._Element:
        """Press the plus behind a row: a copy with numbers of its own and empty controls."""
        original = self.rows(naam)[at]
        copy = deepcopy(original)
        for i, number in enumerate(copy.iter(f"{W}id")):
            number.set(f"{W}val", str(-500 - i - 100 * len(self.rows(naam))))
        for mark in [*copy.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        for control in copy.iter(f"{W}sdt"):
            if control.find(f"{W}sdtPr/{W15}repeatingSectionItem") is None and not [
                *control.iter(f"{W15}repeatingSection")
            ]:
                _empty(control)
        original.addnext(copy)
        return copy

    def fill_in(self, row: etree._Element, **texts: str) -> None:
        """Type in the controls of one row, by the names of their fields."""
        for naam, text in texts.items():
            for control in row.iter(f"{W}sdt"):
                tag = control.find(f"{W}sdtPr/{W}tag")
                if tag is not None and tag.get(f"{W}val", "").endswith(f"].{naam}"):
                    fill(control, text)
                    break
            else:
                raise AssertionError(f"no control for {naam}")


def fill(control: etree._Element, text: str) -> None:
    """Type in a control."""
    flag = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if flag is not None:
        flag.getparent().remove(flag)  # type: ignore[union-attr]
    content = control.find(f"{W}sdtContent")
    assert content is not None
    for child in list(content):
        content.remove(child)
    for i, line in enumerate(text.split("\n")):
        if i:
            run = element("r")
            run.append(element("br"))
            content.append(run)
        half = len(line) // 2
        content.append(run_of(line[:half]))
        content.append(element("proofErr", type="spellStart"))
        content.append(run_of(line[half:]))


def _empty(control: etree._Element) -> None:
    """What Word shows in a control that was emptied, in its own style and words."""
    fill(control, "Klik of tik om tekst in te voeren.")
    properties = control.find(f"{W}sdtPr")
    assert properties is not None
    properties.append(element("showingPlcHdr"))
    for shown in control.iter(f"{W}r"):
        style = element("rPr")
        style.append(element("rStyle", val="Tekstvantijdelijkeaanduiding"))
        shown.insert(0, style)


def through_python_docx(path: Path) -> None:
    """Open and save with a library that many macros and services use."""
    out = io.BytesIO()
    Document(str(path)).save(out)
    path.write_bytes(out.getvalue())


def through_libreoffice(paths: Iterator[Path], profile: Path) -> None:
    """Open and save with LibreOffice, which drops the tags of controls."""
    found = list(paths)
    target = profile / "uit"
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
            "--convert-to", "docx", "--outdir", str(target), *map(str, found),
        ],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    for path in found:
        shutil.copyfile(target / path.name, path)


Edit = Callable[[Form], object]


MANDAAT = "mogen/mandaat.md"
TOESTEMMING = "mogen/toestemming-partijen.md"
DOSSIER = "assessments/dossier"
INHOUD = """\
---
# Bovenaan.
opsteller: BZ/DJZ   # wie
peildatum: 6 januari 2026
rechtsgronden:
  # De eerste.
  - soort: uitnodiging_gastland
    door: Oekraïne   # het gastland
    status: onbekend
    bron: '@voorbeeld-resolutie, p. 7'
  - soort: verdrag
    door: Nederland
    status: verkregen
    bron: '@voorbeeld-resolutie, p. 8'
  - soort: vn_resolutie
    door: VN-Veiligheidsraad
    status: verkregen
    bron: '@voorbeeld-resolutie, p. 9'
mandaten: onbekend
status_van_troepen: onbekend
leemten: >-
  Wat het mandaat niet toestaat,
  is niet bekend.
in_tekst: [leemten]
---

De eerste alinea, die
over twee regels loopt [@voorbeeld-resolutie, p. 3].

- een onderdeel
- een *tweede* onderdeel

De laatste alinea.
"""


def with_form(tmp_path: Path) -> Path:
    """A repository with one record, whose form of one point was made."""
    prepare(GOED / "volledig", tmp_path)
    (tmp_path / DOSSIER / MANDAAT).write_text(INHOUD, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert run(tmp_path, "formulier", "mandaat").code == 0
    return tmp_path


def edited(here: Path, *steps: Edit, name: str = "terug.docx") -> str:
    """The form after these steps, saved under another name."""
    form = Form(here / "uitvoer/dossier/formulier-bz-djz.docx")
    for step in steps:
        step(form)
    form.save(here / name)
    return name


def read(here: Path, *steps: Edit, ja: bool = True) -> Gedraaid:
    """Read the form after these steps."""
    return run(here, "inlezen", edited(here, *steps), *(["--ja"] if ja else []))


def text_in(here: Path) -> str:
    """The file as it is now."""
    return (here / DOSSIER / MANDAAT).read_text(encoding="utf-8")


def typed(naam: str, text: str) -> Edit:
    """Somebody typed this in a control."""
    return lambda form: form.fill(f"mandaat.{naam}", text)


def rows_in(here: Path, naam: str = "rechtsgronden") -> list[dict[str, str]]:
    """The rows of a list as the file has them."""
    data = parse_markdown((here / DOSSIER / MANDAAT).read_bytes()).data
    assert isinstance(data, dict)
    return data.get(naam) or []  # type: ignore[return-value]
