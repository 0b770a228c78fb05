"""Facts by name in prose: `[@feit:naam]` prints what the record says, in both renderings."""

from pathlib import Path

import pytest

from teksten import docx_text, pdf_text
from toetsingskader.kader.feiten import fact_names, find_fact
from voorbeelden.draaien import run
from voorbeelden.samenstellen import GOED, approve, build
from voorbeelden.wijzigen import Plek, example, put, toets

BEOORDELING, _ = toets(example(GOED / "volledig"))


def _letter(here: Path, text: str) -> str:
    """The text of the letter when this stands in kern.md; the same in DOCX and PDF."""
    folder = build(GOED / "volledig", here / "assessments" / "dossier")
    (folder / "kern.md").write_text(text, encoding="utf-8")
    assert run(here, "maak", "dossier").code == 0
    docx, pdf = (next((here / "uitvoer").rglob(f"*-tk.{kind}")) for kind in ("docx", "pdf"))
    said = docx_text(docx.read_bytes())
    assert said == pdf_text(pdf.read_bytes())
    return said


def test_prints_the_value_of_each_kind_of_fact(tmp_path: Path) -> None:
    said = _letter(
        tmp_path,
        "Er gaan [@feit:eenheden.totaal] militairen, [@feit:besluit.periode; @kst-99999-1], van "
        "wie [@feit:eenheden.eenheden.bouvet-staf.aantal_max] in de staf.[^n] Kosten: **[ten "
        "hoogste @feit:financien.cijfers.kosten.waarde, of minder]**.\n\n"
        "| wat | hoeveel |\n|---|---|\n"
        "| land | [@feit:besluit.maxima.landcomponent.aantal_max] |\n\n"
        "[^n]: Het eiland telt [@feit:politieke-context.cijfers.bewoners].\n",
    )
    assert "Er gaan 642 militairen, van 1 september 2026 tot en met 31 augustus 2028,⟦" in said
    assert "van wie 12 in de staf.⟦Het eiland telt circa 2.000 tot 3.000 mensen.⟧" in said
    assert "Kosten: ten hoogste € 112,5 mln, of minder." in said
    assert "land\n450\n" in said
    assert "feit:" not in said


def test_prints_an_open_place_for_what_it_cannot_print(tmp_path: Path) -> None:
    said = _letter(
        tmp_path,
        "Het is [@feit:eenheden.totaaal], [@feit:eenheden.gereedheid] en "
        "[@feit:mandaat.volkenrechtelijk_advies.kenmerk; @bestaat-niet].\n",
    )
    assert "Het is [Nog in te vullen: eenheden.totaaal – BZ/DVB], [Nog in te vullen: " in said
    assert "DJZ-FICTIEF-1" not in said
    assert "kenmerk – BZ/DJZ] [bron ontbreekt: bestaat-niet]." in said


def test_a_final_letter_has_no_such_place(tmp_path: Path) -> None:
    folder = build(GOED / "volledig", tmp_path / "assessments" / "dossier")
    (folder / "kern.md").write_text("Wat resteert: [@feit:besluit.wat_resteert].", "utf-8")
    approve(folder)
    result = run(tmp_path, "maak", "dossier", "--definitief")
    assert result.code == 1
    assert "BRIEF-OPEN" in result.uit + result.fout


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [
        ("eenheden.totaal", "642"),
        ("dossier.titel", "Nederlandse bijdrage aan de missies op en rond Bouveteiland"),
        ("dossier.besluit.totaal_maximaal", "642"),
        ("besluit.maxima.Ploeg-voor-de-opbouw.aantal_max", "1.250"),
        ("exit-strategie.verwachte_duur.tekst", "twee jaar"),
        ("toestemming-partijen.partijen.de-Vissersraad.standpunt", "stemt in"),
        ("operatie.operaties.Stabilisatie.omvang_missie", "circa 2.000 tot 3.000 militairen"),
        ("eenheden.inhuur", "nee"),
    ],
)
def test_finds_a_fact_by_its_name(naam: str, tekst: str) -> None:
    found = find_fact(BEOORDELING, naam)
    assert found
    assert (found.tekst, found.openbaar) == (tekst, True)


@pytest.mark.parametrize(
    "naam",
    [
        *("", ".", "eenheden", "eenheden.", "eenheden.eenheden", "eenheden.eenheden.niemand"),
        *(
            "eenheden.totaal.meer",
            "geen.punt",
            "besluit",
            "mandaat.status_van_troepen",
            "bronnen.a",
        ),
    ],
)
def test_finds_nothing_else(naam: str) -> None:
    assert find_fact(BEOORDELING, naam) is None


def test_every_name_that_is_suggested_leads_to_a_fact() -> None:
    names = list(fact_names(BEOORDELING))
    assert len(names) > 50
    assert len(names) == len(set(names))
    for naam in names:
        found = find_fact(BEOORDELING, naam)
        assert found, naam
        assert found.openbaar, naam
        assert found.tekst, naam


EERSTE: tuple[str | int, ...] = ("eenheden", 0)


@pytest.mark.parametrize(
    ("changes", "staat"),
    [
        ([(("eenheden", (*EERSTE, "aantal_max")), "vertrouwelijk")], "vertrouwelijk"),
        ([(("eenheden", (*EERSTE, "aantal_max")), "onbekend")], "onbekend"),
        ([(("eenheden", (*EERSTE, "in_totaal_begrepen")), None)], "leeg"),
        ([(("eenheden", ("eenheden",)), "onbekend")], "onbekend"),
        ([(("eenheden", ("eenheden", i, "in_totaal_begrepen")), "nee") for i in range(3)], "leeg"),
    ],
)
def test_a_total_is_as_known_as_its_parts(changes: list[tuple[Plek, str]], staat: str) -> None:
    b, _ = toets(put(example(GOED / "volledig"), changes))
    found = find_fact(b, "eenheden.totaal")
    assert found
    assert (found.staat.value, found.tekst) == (staat, "")


def test_a_field_of_a_block_that_is_kept_elsewhere_is_so_too() -> None:
    plek: Plek = ("eenheden", (*EERSTE, "periode"))
    b, _ = toets(put(example(GOED / "volledig"), [(plek, "vertrouwelijk")]))
    found = find_fact(b, "eenheden.eenheden.pinguin-bataljon.periode.van")
    assert found
    assert found.staat.value == "vertrouwelijk"
