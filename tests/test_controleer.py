"""Whether a file has the words of its record: in Word, in PDF, and after others had it in hand."""

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from toetsingskader.errors import ExitCode
from toetsingskader.teruglezen import VRIJ, Alinea, Teruggelezen, differences
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED, approve, replace_lines

NAME = "2026-05-15-artikel-100-brief-dossier"
FORMATS = ["docx", "pdf"]
DOSSIER = "assessments/dossier/dossier.yaml"
SAME = "De woorden zijn dezelfde."


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record and its final letter."""
    here = tmp_path_factory.mktemp("verzonden")
    approve(prepare(GOED / "volledig", here))
    assert run(here, "maak", "--definitief").code == 0
    return here


@pytest.fixture
def here(sent: Path, tmp_path: Path) -> Path:
    """The same record, to be changed, and the two letters in `brief.docx` and `brief.pdf`."""
    prepare(GOED / "volledig", tmp_path)
    for extension in FORMATS:
        source = sent / "uitvoer/dossier" / NAME / f"{NAME}-tk.{extension}"
        (tmp_path / f"brief.{extension}").write_bytes(source.read_bytes())
    return tmp_path


def _edit(here: Path, bestand: str, old: str, new: str) -> None:
    path = here / "assessments/dossier" / bestand
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("extension", FORMATS)
def test_a_letter_has_the_words_of_its_record(extension: str, here: Path) -> None:
    result = run(here, "controleer", f"brief.{extension}")
    assert (result.code, result.fout) == (0, "")
    assert SAME in result.uit
    assert "nog geen controlegetal" in result.uit


@pytest.mark.parametrize("extension", FORMATS)
def test_a_concept_too(extension: str, here: Path) -> None:
    _edit(here, "dossier.yaml", "    kenmerk: BZ-FICTIEF-2026-1\n", "")
    assert run(here, "maak", "--kamer", "eerste").code == 0
    result = run(here, "controleer", f"uitvoer/dossier/artikel-100-brief-ek.{extension}")
    assert result.code == 0
    assert "aan de Eerste Kamer" in result.uit


@pytest.mark.parametrize("extension", FORMATS)
def test_a_note_goes_to_no_chamber(extension: str, here: Path) -> None:
    assert run(here, "maak", "--brief", "beslisnota").code == 0
    result = run(here, "controleer", f"uitvoer/dossier/beslisnota.{extension}")
    assert result.code == 0
    assert "de beslisnota aan de bewindspersonen" in result.uit


@pytest.mark.parametrize("extension", FORMATS)
def test_an_embargo_is_lifted_by_sending(extension: str, here: Path) -> None:
    line = "    kenmerk: BZ-FICTIEF-2026-1"
    embargo = [line, "    verzenden_na: 14 mei 2026"]
    replace_lines(here / DOSSIER, [line], embargo)
    approve(here / "assessments/dossier")
    assert run(here, "maak", "--definitief").code == 0
    letter = f"uitvoer/dossier/{NAME}/{NAME}-tk.{extension}"
    assert run(here, "controleer", letter).code == 0
    replace_lines(here / DOSSIER, embargo, [*embargo, "    verzonden_op: 15 mei 2026"])
    assert run(here, "controleer", letter).code == 0
    assert run(here, "controleer", f"brief.{extension}").code == 0


@pytest.mark.parametrize("extension", FORMATS)
def test_a_difference_is_shown_with_its_point(extension: str, here: Path) -> None:
    text = (here / "assessments/dossier/mogen/mandaat.md").read_text(encoding="utf-8")
    words = text.rpartition("---\n")[2].split()[:3]
    _edit(here, "mogen/mandaat.md", " ".join(words), f"{words[0]} zeker {' '.join(words[1:])}")
    result = run(here, "controleer", f"brief.{extension}")
    assert result.code == ExitCode.BEVINDINGEN
    assert "Op 1 plaats zijn de woorden anders." in result.uit
    place, expected, found = result.uit.split("\n\n")[1].splitlines()
    assert place == "Rechtsgrondslag en mandaat"
    assert expected.startswith("  in het dossier: ")
    assert f"{words[0]} zeker {words[1]}" in expected
    assert f"{words[0]} {words[1]}" in found


def _commit(here: Path) -> str:
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "versie"]):
        identity = ["-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl"]
        subprocess.run(["git", *identity, *command], cwd=here, check=True)
    head = ["git", "rev-parse", "HEAD"]
    return subprocess.run(head, cwd=here, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.usefixtures("unchanged_templates")
@pytest.mark.parametrize("extension", FORMATS)
def test_the_version_that_it_was_made_from_is_what_it_is_held_against(
    extension: str, here: Path
) -> None:
    (here / ".gitignore").write_text("uitvoer/\n", encoding="utf-8")
    first = _commit(here)
    assert run(here, "maak", "--kamer", "tweede").code == 0
    letter = f"uitvoer/dossier/artikel-100-brief-tk.{extension}"
    assert "zoals dat dossier was" not in run(here, "controleer", letter).uit
    _edit(here, "kern.md", "eiland", "schiereiland")
    _commit(here)
    then = run(here, "controleer", letter)
    assert (then.code, then.fout) == (0, "")
    assert f"zoals dat dossier was in commit {first[:12]}:" in then.uit
    assert "Het dossier is sindsdien gewijzigd" in then.uit
    now = run(here, "controleer", letter, "--nu")
    assert now.code == ExitCode.BEVINDINGEN
    assert "schiereiland" in now.uit
    assert f"gemaakt uit commit {first}; vergeleken is met het dossier zoals het nu" in now.uit


@pytest.mark.parametrize("extension", FORMATS)
def test_reference_date_and_names_may_differ(extension: str, here: Path) -> None:
    _edit(here, "dossier.yaml", "    kenmerk: BZ-FICTIEF-2026-1", "    kenmerk: BZ-ANDERS-9")
    _edit(here, "dossier.yaml", "    datum: 15 mei 2026", "    datum: 18 mei 2026")
    _edit(here, "dossier.yaml", "naam: A. Voorbeeld", "naam: C. Vervanger")
    result = run(here, "controleer", f"brief.{extension}")
    assert (result.code, result.fout) == (0, "")
    allowed = result.uit.partition("Wat anders mag zijn")[2]
    assert "BZ-FICTIEF-2026-1" in allowed
    assert "A. Voorbeeld" in allowed


@pytest.mark.parametrize(
    ("bestand", "old", "new", "place"),
    [
        ("bronnen.yaml", "title: ", "title: Herzien ", "Voetnoten"),
        ("dossier.yaml", "ambt: minister van Defensie", "ambt: staatssecretaris", "Ondertekening"),
        ("dossier.yaml", "betreft: Nederlandse", "betreft: Mogelijke", "Briefhoofd en opening"),
        ("kunnen/eenheden.md", "aantal_max: 180", "aantal_max: 1801", "Nederlandse eenheden"),
    ],
)
def test_these_may_not(bestand: str, old: str, new: str, place: str, here: Path) -> None:
    _edit(here, bestand, old, new)
    for extension in FORMATS:
        result = run(here, "controleer", f"brief.{extension}")
        assert result.code == ExitCode.BEVINDINGEN
        assert place in result.uit.splitlines() or bestand.startswith("kunnen/")


@pytest.mark.parametrize(
    "text", ["Een zin van een ander. " * n for n in (1, 8)], ids=["a line", "a paragraph"]
)
@pytest.mark.parametrize("place", ["before the signatures", "at the end"])
def test_a_sentence_that_was_added_is_seen(text: str, place: str, here: Path) -> None:
    path = here / "brief.docx"
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"].decode("utf-8")
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    signature = xml.index("De minister van Buitenlandse Zaken")
    at = (
        xml.rindex("<w:p>", 0, signature) if place.startswith("before") else xml.rindex("<w:sectPr")
    )
    parts["word/document.xml"] = (xml[:at] + paragraph + xml[at:]).encode("utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    result = run(here, "controleer", "brief.docx")
    assert "Een zin van een ander." in result.uit
    assert result.code == ExitCode.BEVINDINGEN or (place, len(text)) == ("at the end", 23)


def test_the_checksum_says_whether_it_is_the_file_that_was_sent(here: Path) -> None:
    shown = run(here, "controleer", "brief.pdf").uit
    number = re.search(r"\b[0-9a-f]{64}\b", shown)
    assert number
    line = "    kenmerk: BZ-FICTIEF-2026-1"
    stored = [line, "    verzonden_op: 15 mei 2026", f"    sha256_tk: {number[0].upper()}"]
    replace_lines(here / DOSSIER, [line], stored)
    assert "dit is het bestand dat is verzonden" in run(here, "controleer", "brief.pdf").uit
    other = run(here, "controleer", "brief.docx")
    assert "dit is niet het bestand dat is verzonden" in other.uit
    assert other.code == 0


def test_the_record_is_taken_from_the_file(here: Path) -> None:
    (here / "assessments/ander").mkdir()
    (here / "assessments/ander/dossier.yaml").write_text("titel: x\n", encoding="utf-8")
    assert SAME in run(here, "controleer", "brief.pdf").uit
    result = run(here, "controleer", "brief.pdf", "--beoordeling", "ander")
    assert result.code == ExitCode.BEVINDINGEN
    assert run(here, "controleer", "brief.pdf", "--beoordeling", "x").code == 3


def _without_tags(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root["/StructTreeRoot"]
        pdf.save(out)
    return out.getvalue()


def _locked(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="geheim", owner="geheim", R=4))
    return out.getvalue()


def _zip_of_something_else(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("brief.txt", data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda data: b"", "geen Word-bestand", id="empty"),
        pytest.param(lambda data: b"geen brief", "geen Word-bestand", id="text"),
        pytest.param(_zip_of_something_else, "geen Word-document", id="other zip"),
        pytest.param(lambda data: data[:3000], "kan niet worden gelezen", id="half a PDF"),
        pytest.param(_without_tags, "geen structuur", id="no tags"),
        pytest.param(_locked, "beveiligd", id="password"),
    ],
)
def test_what_cannot_be_read(make: Callable[[bytes], bytes], reason: str, here: Path) -> None:
    path = here / "stuk"
    path.write_bytes(make((here / "brief.pdf").read_bytes()))
    result = run(here, "controleer", "stuk")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert reason in result.fout
    assert result.uit == ""


def test_what_is_not_there(here: Path) -> None:
    for name in ("nergens.pdf", "assessments"):
        assert run(here, "controleer", name).code == ExitCode.INVOER_ONTOEGANKELIJK


@pytest.mark.parametrize("extension", FORMATS)
def test_a_damaged_file_is_never_a_bug(extension: str, here: Path) -> None:
    """It is refused, or its words differ; some bytes make no difference at all."""
    path = here / f"brief.{extension}"
    data, chance = path.read_bytes(), random.Random(4)
    for _ in range(12):
        spoiled = bytearray(data)
        for _ in range(20):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        path.write_bytes(spoiled)
        assert run(here, "controleer", path.name).code in (0, 1, 3)


def _letter(*texts: str, notes: tuple[str, ...] = ()) -> Teruggelezen:
    body = tuple(Alinea(text, "Kern") for text in texts)
    return Teruggelezen(body, tuple(Alinea(note, "Voetnoten") for note in notes))


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        pytest.param("De militairen gaan.", "De mili- tairen gaan.", True, id="line end"),
        pytest.param("Er gaan 175 weg.", "Er gaan 1752 weg.", False, id="a longer number"),
        pytest.param("Dat staat vast. En zo.", "Dat staat vast.1 En zo.", True, id="note mark"),
        pytest.param("Een tekort van -5 mln.", "Een tekort van 5 mln.", False, id="minus"),
        pytest.param("Van 2026-2028.", "Van 20262028.", False, id="years"),
    ],
)
def test_what_another_program_may_change(expected: str, found: str, same: bool) -> None:
    """A PDF that was made from the Word file, with its notes' numbers as text."""
    letter = _letter(expected, notes=("Kamerstuk 1.",))
    assert (differences(letter, _letter(found, notes=("1 Kamerstuk 1.",))) == []) is same


def test_without_numbers_in_the_notes_a_mark_is_a_difference() -> None:
    letter = _letter("Dat staat vast.", notes=("Kamerstuk 1.",))
    assert differences(letter, _letter("Dat staat vast.1", notes=("Kamerstuk 1.",)))


def test_lines_of_the_letterhead_may_change_places() -> None:
    expected = Teruggelezen(
        (Alinea("Ministerie"), Alinea(f"Datum {VRIJ}"), Alinea("Betreft x")), ()
    )
    found = Teruggelezen(
        (Alinea("Betreft x"), Alinea("Datum 1 mei 2026"), Alinea("Ministerie")), ()
    )
    assert [(v.gelezen, v.toegestaan) for v in differences(expected, found)] == [
        ("Datum 1 mei 2026", True)
    ]


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Datum 12 maart 2026", True),
        ("Datum 12 maart 2026 De inzet duurt tien jaar.", False),
        ("Datum Nederland levert daarnaast 5.000 militairen zonder tijdslimiet.", False),
        ("Datum een twee drie vier vijf zes zeven acht negen", False),
    ],
)
def test_a_free_place_holds_no_sentence(text: str, may: bool) -> None:
    expected = Teruggelezen((Alinea(f"Datum {VRIJ}"),), ())
    found = differences(expected, Teruggelezen((Alinea(text),), ()))
    assert [v.toegestaan for v in found] == [may]
