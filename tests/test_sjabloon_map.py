"""A ministry's own folder with templates: `sjabloon PAD` and `maak --sjablonen MAP`."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from render_hulp import TEMPLATES
from sjabloon_hulp import MAIN, PARAGRAPH, before_text, changed, packed, parts_of, replacing
from teksten import pdf_text
from toetsingskader.commands.proefdossiers import PROEVEN, Proef, write_record
from toetsingskader.commands.sjabloon import TEXTS
from toetsingskader.commands.toets import assess
from toetsingskader.errors import ExitCode
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.render.sjabloon.stijlen import STIJLEN
from toetsingskader.render.sjabloon.taal import VELDEN
from toetsingskader.toetsing import Ernst
from voorbeelden.draaien import prepare, run, snapshot
from voorbeelden.samenstellen import GOED

TEXT = "artikel-100.md.j2"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a good record and an empty folder `bz` for templates."""
    prepare(GOED / "volledig", tmp_path)
    (tmp_path / "bz").mkdir()
    return tmp_path


def test_our_own_templates_are_right(tmp_path: Path) -> None:
    result = run(tmp_path, "sjabloon", str(TEMPLATES))
    assert (result.code, result.fout) == (ExitCode.GOED, "")
    lines = result.uit.splitlines()
    assert lines[-1] == "Met dit sjabloon kunt u brieven maken."
    assert all(line.endswith(": in orde") for line in lines[:-2])
    files = [path for path in TEMPLATES.iterdir() if path.name != "STIJLEN.md"]
    assert len(lines[:-2]) == len(files) + len(TEXTS) * len(PROEVEN)


def test_a_word_template_under_any_name(here: Path) -> None:
    shutil.copyfile(TEMPLATES / "brief.docx", here / "Brief BZ (nieuw).docx")
    result = run(here, "sjabloon", "Brief BZ (nieuw).docx")
    assert (result.code, result.fout) == (ExitCode.GOED, "")
    assert "artikel 100-brief (lastige tekens): in orde" in result.uit


def test_what_is_wrong_and_where(here: Path) -> None:
    wrong = changed(before_text(PARAGRAPH.format("Zie {{ datums }}")))
    (here / "fout.docx").write_bytes(wrong)
    before = snapshot(here)
    result = run(here, "sjabloon", "fout.docx")
    assert result.code == ExitCode.BEVINDINGEN
    assert result.uit == (
        "brief.docx: fout bij 'Zie {{ datums }}': het veld 'datums' bestaat niet. Bedoelde u "
        "'datum'?\n\nEr is iets mis met dit sjabloon; zie hierboven.\n"
    )
    assert snapshot(here) == before


def test_only_a_letter_shows_it(here: Path) -> None:
    """An empty record empties the cell: no reading of the template sees that."""
    rows = "".join(PARAGRAPH.format(x) for x in ("{%p if bijlagen %}", "Bijlage", "{%p endif %}"))
    edit = before_text(
        f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{rows}</w:tc></w:tr></w:tbl>"
    )
    (here / "bz/brief.docx").write_bytes(changed(edit))
    result = run(here, "sjabloon", "bz")
    assert result.code == ExitCode.BEVINDINGEN
    assert "artikel 100-brief (leeg): fout: " in result.uit
    assert "een tabelcel eindigt niet met een alinea" in result.uit
    assert "artikel 100-brief (gewoon): in orde" in result.uit


def test_a_value_that_gets_lost(here: Path) -> None:
    cut = replacing("{{ betreft }}", "{{ betreft[:9] }}")
    (here / "bz/brief.docx").write_bytes(changed(cut))
    result = run(here, "sjabloon", "bz")
    assert result.code == ExitCode.BEVINDINGEN
    assert "fout: de waarde van 'betreft' komt niet heel in de brief." in result.uit


def macro_document() -> bytes:
    parts = parts_of((TEMPLATES / "brief.docx").read_bytes())
    types = parts["[Content_Types].xml"].decode()
    plain = "openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = types.replace(f"vnd.{plain}", "vnd.ms-word.document.macroEnabled.main+xml")
    assert macro != types
    return packed(parts | {"[Content_Types].xml": macro.encode(), "word/vbaProject.bin": b"x"})


def test_macros(here: Path) -> None:
    (here / "brief.docm").write_bytes(macro_document())
    result = run(here, "sjabloon", "brief.docm")
    assert result.code == ExitCode.BEVINDINGEN
    assert "het bestand bevat macro's" in result.uit


def _old(folder: Path) -> None:
    (folder / "brief.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest")


def _kind(folder: Path) -> None:
    parts = parts_of((TEMPLATES / "brief.docx").read_bytes())
    types = parts["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    (folder / "brief.docx").write_bytes(packed(parts | {"[Content_Types].xml": types}))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda f: (f / "brief.docx").write_bytes(b""), "is geen Word-document"),
        (lambda f: (f / "brief.docx").write_bytes(b"PK\x03\x04half"), "is geen Word-document"),
        (_old, "is een ouder Word-bestand (.doc), of beveiligd met een wachtwoord"),
        (_kind, "is een Word-bestand van een andere soort (.dotx of Strict Open XML)"),
        (lambda f: (f / "brief.docx").mkdir(), "het is een map"),
        (lambda f: None, "staat geen sjabloon. De namen zijn: brief.docx, "),
        (lambda f: (f / "logo.svg").write_text("x"), "staat geen sjabloon"),
        (shutil.rmtree, "bz' "),
    ],
)
def test_what_cannot_be_opened(make: Callable[[Path], object], message: str, here: Path) -> None:
    make(here / "bz")
    checked = run(here, "sjabloon", "bz")
    assert (checked.code, checked.uit) == (ExitCode.INVOER_ONTOEGANKELIJK, "")
    assert message in checked.fout
    made = run(here, "maak", "--sjablonen", "bz")
    assert (made.code, made.uit) == (ExitCode.GEREEDSCHAP_ONTBREEKT, "")
    assert message in made.fout
    assert not (here / "uitvoer").exists()


@pytest.mark.parametrize("name", ["brief.pdf", "nergens.md.j2", "nergens.docx"])
def test_a_file_that_is_no_template(name: str, here: Path) -> None:
    if name == "brief.pdf":
        (here / name).write_text("x")
    result = run(here, "sjabloon", name)
    assert (result.code, result.uit) == (ExitCode.INVOER_ONTOEGANKELIJK, "")
    assert name in result.fout


def test_a_folder_with_one_file_uses_ours_for_the_rest(here: Path) -> None:
    (here / "bz/brief.docx").write_bytes(changed(replacing(">Betreft<", ">Onderwerp<")))
    assert run(here, "maak").code == 0
    target = here / "uitvoer/dossier"
    ours = {p.name: p.read_bytes() for p in target.iterdir()}
    assert run(here, "maak", "--sjablonen", "bz").code == 0
    theirs = {p.name: p.read_bytes() for p in target.iterdir()}
    # All letters name the templates they were made with.
    letters = {f"artikel-100-brief-{x}" for x in ("tk.docx", "tk.pdf", "ek.docx", "ek.pdf")}
    assert {name for name in ours if ours[name] != theirs[name]} == letters
    pdfs = (pdf_text(files["artikel-100-brief-tk.pdf"]) for files in (ours, theirs))
    assert len({re.sub(r"sjabloon [0-9a-f]{12}", "", text) for text in pdfs}) == 1
    assert b"Onderwerp" in parts_of(theirs["artikel-100-brief-tk.docx"])[MAIN]


def test_the_earlier_letter_survives_a_wrong_template(here: Path) -> None:
    assert run(here, "maak").code == 0
    before = snapshot(here / "uitvoer")
    (here / "bz/brief.docx").write_bytes(changed(replacing("{{ tekst }}", "weg")))
    result = run(here, "maak", "--sjablonen", "bz")
    assert result.code == ExitCode.GEREEDSCHAP_ONTBREEKT
    assert "brief.docx: fout: er moet precies één alinea {{ tekst }} zijn" in result.fout
    assert snapshot(here / "uitvoer") == before


def test_a_file_with_another_name_is_named(here: Path) -> None:
    for name in ("brief.docx", "brief oud.docx", "~$brief.docx"):
        shutil.copyfile(TEMPLATES / "brief.docx", here / "bz" / name)
    result = run(here, "sjabloon", "bz")
    assert result.code == ExitCode.GOED
    assert result.uit.count("wordt niet gebruikt; de namen zijn: brief.docx,") == 1
    assert "brief oud.docx: let op: wordt niet gebruikt" in result.uit


@pytest.mark.parametrize("proef", PROEVEN, ids=lambda p: p.naam)
def test_the_records_to_try_with_can_be_read(proef: Proef, tmp_path: Path) -> None:
    write_record(proef, Briefsoort.ARTIKEL_100, tmp_path / "x")
    checked = assess(tmp_path / "x", Briefsoort.ARTIKEL_100)
    unreadable = [b for b in checked.toetsing.bevindingen if b.ernst is Ernst.ONGELDIG]
    assert unreadable == []
    assert len(checked.beoordeling.dossier.ondertekenaars.rijen) == proef.ondertekenaars


def test_the_list_beside_the_template_is_current(golden: Callable[[str, str], None]) -> None:
    """templates/brief/STIJLEN.md, for who makes a template."""
    styles = "".join(f"| {s.in_word} | {s.naam} | {s.waarvoor} |\n" for s in STIJLEN)
    names = "".join(f"| `{name}` | {what} |\n" for name, what in VELDEN.items())
    golden("../../templates/brief/STIJLEN.md", f"{HEAD}{styles}{FIELDS}{names}")


HEAD = """\
# Wat een Word-sjabloon van de brief nodig heeft

Controleer een sjabloon met `toetsingskader sjabloon brief.docx`. De uitleg staat in de handleiding,
onder "De brief aanpassen".

## Stijlen

In deze stijlen schrijft het programma de tekst van de brief. Geef ze de opmaak die u wilt; de
naam blijft zoals hij is. De stijlen van Word zelf heten in een Nederlandse Word zoals in de eerste
kolom; de andere maakt u zo nodig zelf, onder precies deze naam.

| in Word | naam in het bestand | waarvoor |
|---|---|---|
"""
FIELDS = """
Alle andere stijlen, zoals *Adres* en *Kenmerk*, zijn van het sjabloon zelf: die mag u anders
noemen.

## Velden

Een veld staat tussen dubbele accolades, zoals `{{ datum }}`.

| veld | wat er komt |
|---|---|
"""
