"""What people changed in a letter in Word comes back: to the word, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from git_hulp import commit, git
from voorbeelden.draaien import Gedraaid, prepare, run, snapshot
from voorbeelden.samenstellen import GOED
from word_hulp import Word, element, paragraph_of, run_of, split_runs, tracked

BRON = "voorbeeld-resolutie"
RIJK = f"""
De eerste alinea zegt *iets* met een bron [@{BRON}, p. 3]. Daarna volgt nog een zin over het
mandaat, die over twee regels loopt.

Er gaan [@feit:eenheden.totaal] militairen, en dat staat [hier](https://www.voorbeeld.nl/a) te
lezen.[^a]

- een eerste onderdeel
- een **tweede** onderdeel [@{BRON}, p. 5]

1. stap een
2. stap twee

> Een aanhaling
> van twee regels.

| Kop | Waarde |
| --- | --- |
| links | rechtsonder |

De laatste alinea heeft 5 \\* 3 sterren.

[^a]: Een noot van de schrijver.
"""
LETTER = "uitvoer/dossier/artikel-100-brief-tk.docx"
MANDAAT = "mogen/mandaat.md"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with one record, and the letter made from it."""
    record = prepare(GOED / "volledig", tmp_path)
    path = record / MANDAAT
    front = path.read_text(encoding="utf-8").split("\n---\n")[0]
    path.write_text(f"{front}\n---\n{RIJK}", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    assert run(tmp_path, "maak", "--kamer", "tweede").code == 0
    return tmp_path


def _edited(here: Path, *steps: Callable[[Word], object], name: str = "terug.docx") -> str:
    word = Word(here / LETTER)
    for step in steps:
        step(word)
    return str(word.save(here / name))


def _read(here: Path, *files: str, more: tuple[str, ...] = ("--ja",)) -> Gedraaid:
    return run(here, "inlezen", *files, *more)


def _prose(here: Path, bestand: str = MANDAAT) -> str:
    return (here / "assessments/dossier" / bestand).read_text("utf-8").split("\n---\n", 1)[1]


def _replaced(old: str, new: str) -> Callable[[Word], object]:
    return lambda word: word.replace(old, new)


def test_a_letter_that_nobody_edited_changes_nothing(here: Path) -> None:
    before = snapshot(here)
    for steps in ((), (split_runs,)):
        result = _read(here, _edited(here, *steps))
        assert (result.code, result.fout) == (0, "")
        assert "Er is niets gewijzigd." in result.uit
        (here / "terug.docx").unlink()
    assert snapshot(here) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("De eerste alinea zegt", "De eerste alinea beweert"),
        ("nog een zin over", "nog twee zinnen over"),
        ("een eerste onderdeel", "een heel ander onderdeel"),
        ("stap twee", "stap drie"),
        ("Een aanhaling", "Een citaat"),
        ("rechtsonder", "midden"),
        ("De laatste alinea", "Tot slot: de alinea"),
        ("militairen, en dat staat", "vrouwen en mannen, en dat staat"),
        ("sterren", "sterren_en_[haken]"),
        ("tweede", "derde"),
    ],
)
def test_only_the_words_that_were_changed_change(here: Path, old: str, new: str) -> None:
    result = _read(here, _edited(here, _replaced(old, new)))
    assert (result.code, result.fout) == (0, "")
    typed = new.replace("_", "\\_").replace("[", "\\[").replace("]", "\\]")
    assert _prose(here) == RIJK.replace(old, typed, 1)
    changed = git(here, "status", "--porcelain", "--", "assessments").split()
    assert changed == ["M", f"assessments/dossier/{MANDAAT}"]


def test_what_comes_back_reads_as_it_was_edited(here: Path) -> None:
    """The letter that is made next is the letter that came back."""

    def edit(word: Word) -> None:
        first = word.paragraphs("mandaat")[0]
        new = run_of("Een nieuwe alinea met "), run_of("nadruk", "b"), run_of(" en een *.")
        first.addnext(paragraph_of(*new))
        word.replace("een eerste onderdeel", "een onderdeel vooraf")
        last = word.paragraphs("mandaat")[-1]
        first.addprevious(last)  # moved to the top

    file = _edited(here, edit)
    assert _read(here, file).code == 0
    commit(here)
    assert run(here, "maak", "--kamer", "tweede").code == 0
    again = run(here, "inlezen", file)
    assert "Er is niets gewijzigd." in again.uit, again.uit
    assert _prose(here).startswith("\nDe laatste alinea heeft 5 \\* 3 sterren.")
    assert "\n\nEen nieuwe alinea met **nadruk** en een \\*.\n\n" in _prose(here)


def test_a_paragraph_may_go_and_its_note_stays_a_note(here: Path) -> None:
    def edit(word: Word) -> None:
        first, second = word.paragraphs("mandaat")[:2]
        first.getparent().remove(first)  # type: ignore[union-attr]
        second.append(run_of(" En meer."))

    assert _read(here, _edited(here, edit)).code == 0
    assert "eerste alinea" not in _prose(here)
    assert "te\nlezen.[^a] En meer.\n" in _prose(here)
    assert "[^a]: Een noot van de schrijver." in _prose(here)


@pytest.mark.parametrize(
    ("mode", "text"), [("alles", "De eerste nieuwe alinea"), ("geen", "De eerste oude alinea")]
)
def test_tracked_changes_are_taken_or_left(here: Path, mode: str, text: str) -> None:
    def edit(word: Word) -> None:
        word.replace("De eerste alinea", "De eerste ")
        paragraph = word.paragraphs("mandaat")[0]
        at = next(i for i, c in enumerate(paragraph) if c.tag.endswith("}r"))
        rest = paragraph[at]
        parts = [
            run_of("De eerste "),
            tracked("del", run_of("oude", deleted=True)),
            tracked("ins", run_of("nieuwe")),
            run_of(" alinea"),
        ]
        text = next(t for t in rest.iter() if t.tag.endswith("}t"))
        text.text = (text.text or "").replace("De eerste ", "", 1)
        for part in reversed(parts):
            paragraph.insert(at, part)

    result = _read(here, _edited(here, edit), more=("--ja", "--wijzigingen", mode))
    assert result.code == 0, result.fout
    assert text in _prose(here)


def test_tracked_changes_are_asked_about(here: Path) -> None:
    def edit(word: Word) -> None:
        word.paragraphs("mandaat")[0].append(tracked("ins", run_of(" Extra.")))

    result = _read(here, _edited(here, edit))
    assert result.code == 2
    assert "Word heeft 1 wijziging bijgehouden" in result.fout
    assert "--wijzigingen alles" in result.fout


def test_a_remark_stands_in_opmerkingen_once(here: Path) -> None:
    file = _edited(here, lambda word: word.comment("eerste alinea", "Klopt dit *wel*?"))
    for _ in range(2):
        result = _read(here, file)
        assert (result.code, result.fout) == (0, "")
    text = (here / "assessments/dossier/opmerkingen.md").read_text("utf-8")
    assert text.count("## 12 maart 2026, J. de Vries bij 'Rechtsgrondslag en mandaat'") == 1
    assert "\n> De eerste alinea zegt iets met een bron" in text
    assert "\nKlopt dit \\*wel\\*?\n" in text
    assert run(here, "toets").code == 0


def test_changed_on_both_sides_is_a_conflict(here: Path) -> None:
    path = here / "assessments/dossier" / MANDAAT
    text = path.read_text("utf-8").replace("stap een", "stap nul")
    path.write_text(text, encoding="utf-8")
    file = _edited(here, _replaced("stap twee", "stap drie"), _replaced("Kern", "Kern"))
    result = _read(here, file)
    assert result.code == 1
    shown = " ".join(result.uit.split())
    assert "Conflict bij 'Rechtsgrondslag en mandaat': ook in het dossier gewijzigd" in shown
    assert "drie" in shown
    assert path.read_text("utf-8") == text


def test_two_files_that_disagree_are_a_conflict_and_the_rest_is_taken(here: Path) -> None:
    kern = _prose_of_kern(here)
    word = "Aanleiding is een verzoek"
    one = _edited(here, _replaced("stap twee", "stap drie"), name="een.docx")
    two = _edited(
        here, _replaced("stap twee", "stap vier"), _replaced(word, f"Ook {word}"), name="twee.docx"
    )
    result = _read(here, one, two)
    assert result.code == 1
    assert "in twee bestanden anders" in result.uit
    assert _prose(here) == RIJK
    assert _prose_of_kern(here) == kern.replace(word, f"Ook {word}", 1)


def _prose_of_kern(here: Path) -> str:
    return (here / "assessments/dossier/kern.md").read_text("utf-8")


def test_a_record_that_moved_on_elsewhere_is_no_conflict(here: Path) -> None:
    path = here / "assessments/dossier/kern.md"
    path.write_text(path.read_text("utf-8") + "\nEen zin erbij.\n", encoding="utf-8")
    commit(here)
    result = _read(here, _edited(here, _replaced("stap twee", "stap drie")))
    assert result.code == 0, result.uit
    assert _prose(here) == RIJK.replace("stap twee", "stap drie")
    assert "Een zin erbij." in path.read_text("utf-8")


def test_where_the_control_is_gone_the_bookmark_tells(here: Path) -> None:
    def edit(word: Word) -> None:
        control = word.control("mandaat")
        content = next(c for c in control if c.tag.endswith("}sdtContent"))
        for child in list(content):
            control.addprevious(child)
        control.getparent().remove(control)  # type: ignore[union-attr]
        word.replace("stap twee", "stap drie")

    assert _read(here, _edited(here, edit)).code == 0
    assert _prose(here) == RIJK.replace("stap twee", "stap drie")


@pytest.mark.parametrize(
    ("how", "message"),
    [("twice", "staat twee keer in het bestand"), ("gone", "uit het bestand gehaald")],
)
def test_a_control_that_is_gone_or_there_twice_is_said(here: Path, how: str, message: str) -> None:
    def edit(word: Word) -> None:
        from copy import deepcopy

        control = word.control("mandaat")
        if how == "twice":
            control.addnext(deepcopy(control))
        else:
            control.getparent().remove(control)  # type: ignore[union-attr]

    result = _read(here, _edited(here, edit))
    assert result.code == 1
    assert message in " ".join(result.uit.split())
    assert _prose(here) == RIJK


def test_what_changed_outside_the_texts_is_reported_and_not_taken(here: Path) -> None:
    before = snapshot(here / "assessments")

    def edit(word: Word) -> None:
        sdt = word.control("mandaat")
        sdt.addnext(paragraph_of(run_of("Deze zin staat buiten elk vak.")))

    result = _read(here, _edited(here, edit))
    assert result.code == 1
    assert "Deze zin staat buiten elk vak." in " ".join(result.uit.split())
    assert "wordt niet overgenomen" in " ".join(result.uit.split())
    assert snapshot(here / "assessments") == before


def test_a_row_more_in_a_table_is_said(here: Path) -> None:
    def edit(word: Word) -> None:
        from copy import deepcopy

        row = next(r for r in word.control("mandaat").iter() if r.tag.endswith("}tr"))
        row.addnext(deepcopy(row))

    result = _read(here, _edited(here, edit))
    assert result.code == 1
    assert "rijen of kolommen" in " ".join(result.uit.split())
    assert _prose(here) == RIJK


def test_nothing_is_written_without_a_yes(here: Path) -> None:
    before = snapshot(here / "assessments")
    result = _read(here, _edited(here, _replaced("stap twee", "stap drie")), more=())
    assert "Met '--ja' wordt dit overgenomen." in result.uit
    assert "Er is niets geschreven." in result.uit
    assert snapshot(here / "assessments") == before


def test_fields_and_their_comments_stay_to_the_byte(here: Path) -> None:
    path = here / "assessments/dossier" / MANDAAT
    raw = path.read_bytes().replace(b"\n", b"\r\n").replace(b"---\r\n", b"---\r\n# let op\r\n", 1)
    path.write_bytes(raw)
    commit(here)
    assert run(here, "maak", "--kamer", "tweede").code == 0
    assert _read(here, _edited(here, _replaced("stap twee", "stap drie"))).code == 0
    assert path.read_bytes() == raw.replace(b"stap twee", b"stap drie")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7", "is een PDF"),
        (b"geen zip", "geen Word-bestand"),
        (b"PK\x03\x04kapot", "beschadigd"),
    ],
)
def test_what_is_no_word_file_is_said(here: Path, content: bytes, message: str) -> None:
    (here / "x.docx").write_bytes(content)
    result = _read(here, "x.docx")
    assert result.code == 3
    assert message in result.fout
    assert run(here, "inlezen", "nergens.docx").code == 3


def test_moved_words_count_once(here: Path) -> None:
    def edit(word: Word) -> None:
        first, second = word.paragraphs("mandaat")[:2]
        first.append(tracked("moveTo", run_of(" Verplaatst.")))
        second.append(tracked("moveFrom", run_of(" Verplaatst.")))

    result = _read(here, _edited(here, edit), more=("--ja", "--wijzigingen", "alles"))
    assert result.code == 0
    assert _prose(here).count("Verplaatst.") == 1


def test_an_end_of_a_paragraph_that_was_taken_away_joins_two(here: Path) -> None:
    def edit(word: Word) -> None:
        first = word.paragraphs("mandaat")[0]
        properties = next(c for c in first if c.tag.endswith("}pPr"))
        mark = element("rPr")
        mark.append(element("del", id="5", author="x", date="2026-01-01T00:00:00Z"))
        properties.append(mark)

    result = _read(here, _edited(here, edit), more=("--ja", "--wijzigingen", "alles"))
    assert result.code == 0
    assert "loopt.Er gaan" in " ".join(_prose(here).split()).replace("loopt. Er", "loopt.Er")
