"""`volg`: what each save brings, and that no save ends it."""

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from teksten import pdf_text
from toetsingskader.commands.waarnemen import look
from toetsingskader.errors import ExitCode
from toetsingskader.rapport.volgen import BEGIN, EINDE
from volgen import MADE, followed
from voorbeelden.draaien import judge, prepare, run, snapshot
from voorbeelden.samenstellen import FOUT, GOED, replace_lines

TITLE = "titel: "


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with one record in which nothing is wrong."""
    prepare(GOED / "volledig", tmp_path)
    return tmp_path


def dossier(here: Path) -> Path:
    """The file that the tests save."""
    return here / "assessments/dossier/dossier.yaml"


def change(path: Path, old: str, new: str) -> None:
    """Save a file with other words."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_save_brings_a_check_and_a_letter(here: Path) -> None:
    with followed(here) as volg:
        first = volg.until(MADE)
        assert "'assessments/dossier' wordt gevolgd. Stoppen: Ctrl+C." in first
        assert "erbij" not in first
        change(dossier(here), "fictief: ", "fictief: misschien # ")
        broken = volg.until(MADE)
        came = [x for x in broken.splitlines() if x.startswith("erbij: ")]
        (choice,) = [x for x in came if ": ongeldig VELD-KEUZE: " in x]
        assert choice.startswith("erbij: assessments/dossier/dossier.yaml:")
        assert choice.endswith(" → secretaris van het dossier")
        assert f"Sinds de vorige keer: {len(came)} bevinding" in broken
        change(dossier(here), "misschien # ", "")
        mended = volg.until(MADE)
        for line in came:
            assert line.replace("erbij: ", "weg: ") in mended
        code, last = volg.stop()
    assert code == ExitCode.GOED
    assert last.strip().endswith(
        "Gestopt met volgen. Wat het laatst is gemaakt, staat in 'uitvoer/dossier'."
    )


def test_what_is_there_already_is_said_once(tmp_path: Path) -> None:
    prepare(FOUT / "veld-keuze", tmp_path)
    with followed(tmp_path, "dossier") as volg:
        first = volg.until(MADE)
        shown = [x for x in first.splitlines() if x.startswith("assessments/dossier/")]
        expected = [
            b for b in judge(tmp_path).bevindingen if b["ernst"] in ("ongeldig", "tegenstrijdig")
        ]
        assert len(shown) == len(expected) > 0
        change(dossier(tmp_path), TITLE, TITLE + "Een andere ")
        assert "assessments/dossier/" not in volg.until(MADE)


def _remove(path: Path) -> None:
    path.unlink()


def _rename_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elders"))


def _become_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _write(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


BROKEN: dict[str, tuple[Callable[[Path], None], str]] = {
    "half": (_write(b"titel: [half"), "erbij: "),
    "empty": (_write(b"\n"), "erbij: "),
    "no text": (_write(bytes(range(256))), "erbij: "),
    "zip": (_write(b"PK\x03\x04" + b"x" * 99), "erbij: "),
    "gone": (_remove, "dossier.yaml' is er niet. Is het er weer, dan gaat dit verder."),
    "renamed": (_rename_folder, "is er niet. Is zij er weer, dan gaat dit verder."),
    "folder": (_become_folder, "dossier.yaml"),
}


def test_no_save_ends_it(here: Path) -> None:
    record = here / "assessments/dossier"
    shutil.copytree(record, here / "bewaard")
    with followed(here) as volg:
        volg.until(MADE)
        for naam, (damage, said) in BROKEN.items():
            damage(dossier(here))
            assert "fout in het programma" not in volg.until(said), naam
            shutil.rmtree(here / "assessments")
            shutil.copytree(here / "bewaard", record)
            back = volg.until(MADE)
            while "Getoetst" not in back:  # of the letter of what was broken
                back = volg.until(MADE)
            assert "ongeldig" not in back.splitlines()[-2], naam
        assert volg.stop()[0] == ExitCode.GOED


def test_letter_that_cannot_be_written(here: Path) -> None:
    (here / "uitvoer").write_text("in de weg", encoding="utf-8")
    with followed(here) as volg:
        said = volg.until("De brief is niet vernieuwd.")
        assert "kan niet worden geschreven" in said
        (here / "uitvoer").unlink()
        change(dossier(here), TITLE, TITLE + "Een andere ")
        volg.until(MADE)
        assert volg.stop()[0] == ExitCode.GOED


def test_whole_folder_that_goes_away(here: Path) -> None:
    place = here / "los"
    shutil.copytree(here / "assessments", place / "assessments")
    with followed(place) as volg:
        volg.until(MADE)
        shutil.rmtree(place)
        volg.until("De map 'assessments/dossier' is er niet.")
        code, last = volg.stop()
    assert (code, "Gestopt met volgen." in last) == (ExitCode.GOED, True)


def test_templates_are_followed_too(here: Path) -> None:
    text = here / "bz/artikel-100.md.j2"
    text.parent.mkdir()
    text.write_text("Eerste tekst.\n", encoding="utf-8")
    with followed(here, "--sjablonen", "bz") as volg:
        volg.until(MADE)
        text.write_text("{{ bestaat_niet }}\n", encoding="utf-8")
        said = volg.until("De brief is niet vernieuwd.")
        assert "bestaat_niet" in said
        text.write_text("Tweede tekst.\n", encoding="utf-8")
        volg.until(MADE)
        letter = here / "uitvoer/dossier/artikel-100-brief-tk.pdf"
        assert "Tweede tekst." in pdf_text(letter.read_bytes())


def test_burst_of_saves_is_one_round(here: Path) -> None:
    with followed(here, "--alleen-toetsen") as volg:
        volg.until("Getoetst")
        for n in range(40):
            change(dossier(here), TITLE, f"{TITLE}{n} ")
        change(dossier(here), "fictief: ", "fictief: misschien # ")
        assert volg.until("erbij: ").count("Getoetst") <= 2
    assert not (here / "uitvoer").exists()


def test_what_is_saved_while_a_letter_is_made_is_in_the_next(here: Path) -> None:
    letter = here / "uitvoer/dossier/artikel-100-brief-tk.pdf"
    with followed(here) as volg:
        volg.until("Getoetst")
        change(here / "assessments/dossier/kern.md", "", "Dit kwam later. ")
        volg.until("Sinds de vorige keer")
        volg.until(MADE)
        code, last = volg.stop()
        assert code == ExitCode.GOED
        assert MADE not in last
    assert "Dit kwam later." in pdf_text(letter.read_bytes())


def test_what_only_the_letter_shows_comes_and_goes_once(here: Path) -> None:
    kern = here / "assessments/dossier/kern.md"
    with followed(here) as volg:
        volg.until(MADE)
        change(kern, "", "Een vlag \U0001f1f3 hier. ")
        said = volg.until("erbij: ")
        assert "PDF-TEKEN" in said
        volg.until(MADE)
        change(kern, "Een vlag", "De vlag")
        assert "PDF-TEKEN" not in volg.until(MADE)
        change(kern, "\U0001f1f3", "")
        assert "PDF-TEKEN" in volg.until("weg: ")


def test_editor_gets_every_finding_in_every_round(tmp_path: Path) -> None:
    prepare(FOUT / "veld-keuze", tmp_path)
    with followed(tmp_path, "--formaat", "editor", "--alleen-toetsen") as volg:
        first = _between(volg.until(EINDE))
        assert [*judge(tmp_path).regels.splitlines()] == [
            x.removeprefix("assessments/") for x in first
        ]
        change(dossier(tmp_path), TITLE, TITLE + "Een andere ")
        assert _between(volg.until(EINDE)) == first


def _between(said: str) -> list[str]:
    lines = said.splitlines()
    return lines[lines.index(BEGIN) + 1 : lines.index(EINDE)]


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="a system without these signals")
@pytest.mark.parametrize("naam", ["SIGTERM", "SIGHUP"])
def test_ending_the_task_of_an_editor_is_a_stop(naam: str, here: Path) -> None:
    with followed(here) as volg:
        volg.until("Getoetst")
        code, last = volg.stop(signal.Signals[naam])
    assert code == ExitCode.GOED
    assert "Gestopt met volgen." in last
    assert not list((here / "uitvoer").rglob(".*"))


def test_record_is_never_written(here: Path) -> None:
    before = snapshot(here / "assessments")
    with followed(here) as volg:
        volg.until(MADE)
    assert snapshot(here / "assessments") == before


def test_which_record_is_meant(here: Path) -> None:
    shutil.copytree(here / "assessments/dossier", here / "assessments/tweede")
    several = run(here, "volg")
    assert several.code == ExitCode.VERKEERD_GEBRUIK
    assert "Er zijn meer beoordelingen. Noem welke u bedoelt: dossier, tweede." in several.fout
    unknown = run(here, "volg", "derde")
    assert unknown.code == ExitCode.INVOER_ONTOEGANKELIJK
    with followed(here, "assessments/tweede/mogen/mandaat.md", "--alleen-toetsen") as volg:
        assert "'assessments/tweede' wordt gevolgd" in volg.until("Getoetst")


def test_hidden_and_lock_files_are_not_looked_at(here: Path) -> None:
    record = here / "assessments/dossier"
    before = look([record])
    for naam in (".kern.md.swp", "~$brief.docx", ".git/index"):
        (record / naam).parent.mkdir(exist_ok=True)
        (record / naam).write_text("x", encoding="utf-8")
    assert look([record]) == before
    replace_lines(record / "kern.md", [], ["Nieuw."])
    assert look([record]) != before
