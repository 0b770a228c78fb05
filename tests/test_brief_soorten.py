"""The kinds of letter: what each prints, to whom, and in which words."""

from pathlib import Path

import pytest

from brieven import Brief
from teksten import docx_text
from toetsingskader.brief.soorten import SOORTEN, Kamer
from toetsingskader.commands.maak import make
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.veld import Briefsoort
from voorbeelden.draaien import run
from voorbeelden.samenstellen import GOED, build, replace_lines

KINDS = list(SOORTEN)
VOLLEDIG = ("artikel_100", "verlenging", "aanvullend", "artikel_97")


def _record(here: Path, changes: dict[str, str] | None = None) -> Path:
    """The complete record, with single lines of dossier.yaml changed."""
    folder = build(GOED / "volledig", here / "assessments" / "dossier")
    for old, new in (changes or {}).items():
        replace_lines(folder / "dossier.yaml", [old], new.split("\n"))
    return folder


def _text(here: Path, soort: Briefsoort, kamer: Kamer = Kamer.TWEEDE) -> str:
    made = make(here / "assessments/dossier", here, soort=soort, kamer=kamer)
    return docx_text(next(p for p in made.bestanden if p.suffix == ".docx").read_bytes())


@pytest.mark.parametrize("soort", KINDS)
def test_every_point_occurs_once_or_is_left_out_for_a_reason(soort: Briefsoort) -> None:
    row = SOORTEN[soort]
    assert len(row.punten) == len(set(row.punten))
    assert set(row.punten) <= set(PUNTEN)
    left_out = set(PUNTEN) - set(row.punten)
    assert bool(left_out) == bool(row.weggelaten)
    if soort in VOLLEDIG:
        assert left_out == {"alternatieven"}


def test_every_kind_can_be_written() -> None:
    assert set(Briefsoort) == set(SOORTEN)


def test_a_full_letter_prints_the_heading_of_each_point_once(letters: list[Brief]) -> None:
    for letter in (x for x in letters if x.soort in VOLLEDIG and x.dossier == "volledig"):
        lines = docx_text(letter.docx.read_bytes()).split("\n")
        for sleutel in SOORTEN[letter.soort].punten:
            kop = PUNTEN[sleutel].kader.kop
            assert lines.count(kop) == 1, f"{letter}: {kop}"


@pytest.mark.parametrize("soort", KINDS)
def test_a_letter_has_a_copy_for_each_chamber_and_a_note_has_none(
    tmp_path: Path, soort: Briefsoort
) -> None:
    made = make(_record(tmp_path), tmp_path, soort=soort)
    copies = [p.name for p in made.bestanden if p.suffix == ".docx" and p.stem != "oplegger"]
    names = ["-tk", "-ek"] if SOORTEN[soort].aan_kamer else [""]
    assert copies == [f"{SOORTEN[soort].bestand}{name}.docx" for name in names]


def test_each_chamber_gets_its_copy_with_its_address_and_references(tmp_path: Path) -> None:
    folder = _record(tmp_path)
    result = run(tmp_path, "maak", folder.name, "--brief", "artikel_100")
    assert result.code == 0
    names = {p.name for p in (tmp_path / "uitvoer/dossier").glob("*brief*.docx")}
    assert names == {"artikel-100-brief-tk.docx", "artikel-100-brief-ek.docx"}
    tk, ek = (_text(tmp_path, Briefsoort.ARTIKEL_100, kamer) for kamer in Kamer)
    assert "De voorzitter van de Tweede Kamer" in tk
    assert "De voorzitter van de Eerste Kamer" in ek
    assert "⟦Kamerstuk 99 999, nr. 1, d.d. 2 maart 2026.⟧" in tk
    assert "⟦Tweede Kamerstuk 99 999, nr. 1, d.d. 2 maart 2026.⟧" in ek
    # The briefing was given to the Tweede Kamer only.
    assert "Met de Tweede Kamer is over dit onderwerp het volgende gewisseld." in ek
    assert "Met de Tweede Kamer is" not in tk


def test_one_copy_when_one_is_asked(tmp_path: Path) -> None:
    folder = _record(tmp_path)
    assert run(tmp_path, "maak", folder.name, "--kamer", "eerste").code == 0
    assert {p.name for p in (tmp_path / "uitvoer/dossier").glob("*brief*.docx")} == {
        "artikel-100-brief-ek.docx"
    }


def test_article_100_stands_once_in_an_opening_by_interest(tmp_path: Path) -> None:
    _record(
        tmp_path,
        {"  - soort: artikel_100": "  - soort: artikel_100\n    opening: het belang eerst"},
    )
    text = _text(tmp_path, Briefsoort.ARTIKEL_100)
    opening = text.split("Geachte voorzitter,\n")[1].split("\n")
    assert opening[0].startswith("Vrede en veiligheid: ")
    assert "artikel 100" not in opening[0]
    assert text.count("n overeenstemming met artikel 100 van de Grondwet") == 1
    # What the opening has said is not said again.
    assert text.count("Een rustig Bouveteiland") + text.count("een rustig Bouveteiland") == 1


def test_an_article_97_letter_has_no_formula_of_article_100(tmp_path: Path) -> None:
    _record(tmp_path)
    text = _text(tmp_path, Briefsoort.ARTIKEL_97)
    assert "langs de lijnen van het toetsingskader" in text
    assert "overeenstemming met artikel 100" not in text


@pytest.mark.parametrize("soort", [Briefsoort(s) for s in VOLLEDIG])
@pytest.mark.parametrize("uitkomst", ["onbekend", "", "geheimzinnig", "in onderzoek"])
def test_announces_no_decision_that_is_not_there(
    tmp_path: Path, soort: Briefsoort, uitkomst: str
) -> None:
    _record(tmp_path, {"  uitkomst: positief": f"  uitkomst: {uitkomst}"})
    text = _text(tmp_path, soort)
    opening = text.split("Geachte voorzitter,\n")[1].split("\n")[0]
    assert "besluit" not in opening
    undecided = uitkomst == "in onderzoek"
    assert ("[Nog in te vullen: stand van het besluit – BZ/DVB]" in text) is not undecided
    assert "Kern van het besluit" not in text
    if undecided:
        assert "een mogelijke Nederlandse bijdrage" in opening
        assert "inhoud van het besluit" not in text


def test_a_letter_without_missions_has_an_open_place(tmp_path: Path) -> None:
    folder = _record(tmp_path)
    path = folder / "dossier.yaml"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("missies:\n"), text.index("artikel:")
    path.write_text(text[:begin] + "missies: onbekend\n" + text[end:], encoding="utf-8")
    assert "bijdrage aan [Nog in te vullen: missie – BZ/DVB]." in _text(
        tmp_path, Briefsoort.ARTIKEL_100
    )


def test_the_note_shows_what_no_letter_may(tmp_path: Path) -> None:
    build(GOED / "opties", tmp_path / "assessments" / "dossier")
    nota = _text(tmp_path, Briefsoort.BESLISNOTA)
    brief = _text(tmp_path, Briefsoort.ARTIKEL_100)
    for inside in ("Opties naast elkaar", "De alternatieven naast elkaar", "Restrisico"):
        assert inside in nota
        assert inside not in brief
    assert "Geachte voorzitter" not in nota
    assert "Aan de minister van Defensie" in nota


def test_what_must_stay_open_is_not_in_the_published_note(tmp_path: Path) -> None:
    folder = _record(tmp_path)
    path = folder / "willen" / "invloed.md"
    text = path.read_text(encoding="utf-8")
    block = (
        "---\nstrategische_onzekerheid: {overweging: Wij sluiten niets uit., openbaar: OPENBAAR}\n"
    )
    for openbaar, shown in (("nee", False), ("gedeeltelijk", False), ("ja", True)):
        new = block.replace("OPENBAAR", openbaar)
        path.write_text(text.replace("---\n", new, 1), encoding="utf-8")
        assert ("Wij sluiten niets uit" in _text(tmp_path, Briefsoort.BESLISNOTA)) is shown
