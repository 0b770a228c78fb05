"""Guidance in place: points, fields and terms explained to who has to write about them."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toetsingskader.begrippen import EersteGebruik, begrippen
from toetsingskader.errors import ExitCode
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.prozastuk import PROZASTUKKEN
from toetsingskader.kader.veld import beschrijf
from toetsingskader.naslag.voorbeeld import sample
from toetsingskader.regels import REGELS
from toetsingskader.sjablonen import BRIEFSJABLONEN, read_terms
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED

DOCS = Path(__file__).parents[1] / "docs"


def _said(here: Path, *namen: str) -> str:
    result = run(here, "uitleg", *namen)
    assert (result.code, result.fout) == (0, "")
    return " ".join(result.uit.split())


@pytest.mark.parametrize("sleutel", PUNTEN)
def test_a_point_says_why_what_fields_and_which_rules(sleutel: str, tmp_path: Path) -> None:
    kader = PUNTEN[sleutel].kader
    text = _said(tmp_path, sleutel)
    for part in (kader.titel, kader.vraag, kader.waarom, *kader.goed, kader.bron, kader.eigenaar):
        assert " ".join(part.split()) in text
    page = run(tmp_path, "uitleg", sleutel, "--formaat", "markdown").uit.replace("\\", "")
    for regel in REGELS:
        reads = any(v.split(".")[0] == sleutel for v in regel.leest)
        assert (f"| {regel.code} | {regel.ernst.label} | {regel.zin} |" in page) == reads


@pytest.mark.parametrize("sleutel", PROZASTUKKEN)
def test_a_text_that_is_no_point(sleutel: str, tmp_path: Path) -> None:
    stuk = PROZASTUKKEN[sleutel]
    text = _said(tmp_path, f"{sleutel}.md")
    for part in (stuk.titel, stuk.vraag, stuk.waarom, *stuk.goed):
        assert part in text


def test_without_a_name_the_points_with_their_question(tmp_path: Path) -> None:
    page = run(tmp_path, "uitleg", "--formaat", "markdown").uit
    for sleutel, punt in PUNTEN.items():
        assert f"| {sleutel} | {punt.kader.vraag} |" in page
    for sleutel, stuk in PROZASTUKKEN.items():
        assert f"| {sleutel} | {stuk.vraag} |" in page


def test_a_field_says_what_to_type_when_and_where_it_lands(tmp_path: Path) -> None:
    text = _said(tmp_path, "mandaat.rechtsgronden")
    assert "mandaat.rechtsgronden, een veld van Rechtsgrondslag en mandaat." in text
    assert "een keuze: resolutie van de VN-Veiligheidsraad, uitnodiging van het gastland" in text
    assert "nodig voor artikel 100-brief, verlengingsbrief" in text
    assert "- bron: '@rapport-2025, p. 7' soort: resolutie van de VN-Veiligheidsraad" in text
    assert "M1A ontbreekt" in text
    assert "mag 'vertrouwelijk' zijn" in _said(tmp_path, "eenheden.eenheden.aantal_max")
    assert "zoals 1.250" in _said(tmp_path, "eenheden.eenheden.aantal_max")
    needed = _said(tmp_path, "draagvlak.steun_kamer")
    assert "met regelset oekraine-2025 artikel 100-brief" in needed


@pytest.mark.parametrize(
    ("naam", "veld"),
    [
        ("eenheden.aantal_max", "eenheden.eenheden.aantal_max"),
        ("eenheden.eenheden.0.aantal_max", "eenheden.eenheden.aantal_max"),
        ("Mandaat.Rechtsgronden.Status", "mandaat.rechtsgronden.status"),
        ("rechtsgronden.status", "mandaat.rechtsgronden.status"),
        ("MANDAAT-RECHTSGRONDEN", "mandaat.rechtsgronden"),
        ("besluit.periode", "dossier.besluit.periode"),
        ("dossier.peildatum", "dossier.peildatum"),
        ("mandaat.open", "mandaat.open"),
    ],
)
def test_a_field_by_what_people_type(naam: str, veld: str, tmp_path: Path) -> None:
    assert f"{veld}, een veld van" in _said(tmp_path, naam)


@pytest.mark.parametrize(
    ("naam", "kop"),
    [
        ("mogen/mandaat.md", "Rechtsgrondslag en mandaat"),
        ("Rechtsgrondslag en mandaat", "Rechtsgrondslag en mandaat"),
        ("RISICO'S", "Risico's"),
        ("dossier.yaml", "Gegevens van de beoordeling"),
        ("carve-outs", "carve-out"),
        ("Rules of Engagement", "geweldsinstructie"),
        ("sofa", "SOFA"),
    ],
)
def test_a_name_as_people_write_it(naam: str, kop: str, tmp_path: Path) -> None:
    page = run(tmp_path, "uitleg", naam, "--formaat", "markdown").uit
    assert f"# {kop}\n" in page


def test_words_of_one_name_need_no_quotes(tmp_path: Path) -> None:
    page = run(tmp_path, "uitleg", "rules", "of", "engagement").uit
    assert page == run(tmp_path, "uitleg", "Rules of Engagement").uit
    assert "Geweldsinstructie" not in page


def test_a_word_that_is_a_point_and_a_term_gives_both(tmp_path: Path) -> None:
    page = run(tmp_path, "uitleg", "mandaat", "--formaat", "markdown").uit
    assert page.index("# Rechtsgrondslag en mandaat\n") < page.index("# mandaat\n")


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("mandat", "Over 'mandat' is er geen uitleg. Bedoelde u mandaat?"),
        ("mandaat.rechtsgrond", "Bedoelde u mandaat.rechtsgronden?"),
        ("carve-uot", "Bedoelde u carve-out?"),
        ("T2", "'T2' is een code uit het rapport. Zie 'toetsingskader regels T2'."),
        ("toelichting", "velden die 'toelichting' heten, zoals"),
        ("xyzzy", "zie 'toetsingskader uitleg' en 'toetsingskader uitleg begrippen'."),
        ("bronnen", "Over 'bronnen' is er geen uitleg. Er is uitleg bij"),
        ("alles", "'alles' is al de hele lijst. Laat de andere namen weg."),
        ("", "Over '' is er geen uitleg."),
    ],
)
def test_what_means_nothing_gets_a_hint(naam: str, zin: str, tmp_path: Path) -> None:
    result = run(tmp_path, "uitleg", "risicos", naam)
    assert (result.code, result.uit) == (ExitCode.VERKEERD_GEBRUIK, "")
    assert zin in result.fout


@given(st.text(max_size=40))
def test_any_name_gives_a_page_or_a_sentence(naam: str) -> None:
    result = run(Path.cwd(), "uitleg", "--", naam)
    assert result.code in (ExitCode.GOED, ExitCode.VERKEERD_GEBRUIK)


def test_the_page_of_kader_about_a_point_is_this_page(tmp_path: Path) -> None:
    for formaat in ("tekst", "markdown"):
        asked = [run(tmp_path, o, "risicos", "--formaat", formaat).uit for o in ("kader", "uitleg")]
        assert asked[0] == asked[1]


def test_guidance_as_data(tmp_path: Path) -> None:
    assert run(tmp_path, "uitleg", "mandaat", "SOFA", "--naar", "uit.json").code == 0
    data = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert data["punten"][0]["waarom"] == PUNTEN["mandaat"].kader.waarom
    assert [b["term"] for b in data["begrippen"]] == ["mandaat", "SOFA"]


@pytest.mark.parametrize("sleutel", PUNTEN)
def test_what_a_page_says_to_type_can_be_read(sleutel: str, tmp_path: Path) -> None:
    """Every example of a field, all of a point together, is accepted as it stands."""
    punt = PUNTEN[sleutel]
    lines = [line for field in beschrijf(punt) for line in sample(field)]
    _put(tmp_path, f"{punt.kader.bestand}", "\n".join(["---", *lines, "---", "", "Tekst.", ""]))


def test_what_the_page_of_the_dossier_says_to_type_can_be_read(tmp_path: Path) -> None:
    lines = [line for field in beschrijf(Dossier) for line in sample(field)]
    _put(tmp_path, "dossier.yaml", "\n".join([*lines, ""]))


def _put(here: Path, name: str, text: str) -> None:
    record = prepare(GOED / "volledig", here)
    # Where only words fit, a page shows three dots; they are no answer.
    (record / name).write_text(text.replace("…", "een tekst"), encoding="utf-8")
    data = json.loads(run(here, "toets", "dossier", "--formaat", "json").uit)
    wrong = [b for b in data["bevindingen"] if b["plaats"]["bestand"].endswith(name)]
    assert [b["tekst"] for b in wrong if b["ernst"] == "ongeldig"] == []


def test_terms_say_what_they_mean_and_whether_that_was_checked() -> None:
    assert len(begrippen()) >= 40
    forms = [vorm.lower() for b in begrippen() for vorm in b.vormen]
    assert len(forms) == len(set(forms))
    assert len({b.anker for b in begrippen()}) == len(begrippen())
    for b in begrippen():
        assert re.search(r"[.]$", b.betekenis), b.term
        assert b.betekenis[0].isupper(), b.term
        assert not (b.bron and b.zie), b.term
        assert b.bron or b.vindplaats.startswith("niet geverifieerd")


def test_english_terms_are_those_the_letter_marks_as_english() -> None:
    english = {term.lower() for term in read_terms(BRIEFSJABLONEN / "engels.txt")}
    terms = {b.term: b for b in begrippen()}
    assert terms["carve-out"].is_english("Carve-outs")
    assert not terms["geweldsinstructie"].is_english("geweldsinstructie")
    assert terms["geweldsinstructie"].is_english("Rules of Engagement")
    for b in begrippen():
        assert set(b.engels) <= english


@given(st.lists(st.one_of(st.text(), st.sampled_from([b.term for b in begrippen()]))))
def test_looking_for_terms_changes_no_text(texts: list[str]) -> None:
    first = EersteGebruik()
    seen = []
    for text in texts:
        pieces = list(first.pieces(text))
        assert "".join(piece for piece, _ in pieces) == text
        seen += [begrip for _, begrip in pieces if begrip]
    assert seen == list(first.gevonden)


def test_the_longest_term_counts_and_only_whole_words() -> None:
    pieces = list(EersteGebruik().pieces("De artikel 100-brief, artikel 100 en artikel 1000."))
    assert [(p, b.term) for p, b in pieces if b] == [
        ("artikel 100-brief", "artikel 100-brief"),
        ("artikel 100", "artikel 100"),
    ]


def test_every_link_to_a_term_in_docs_leads_somewhere() -> None:
    docs = {p.name: p.read_text(encoding="utf-8") for p in DOCS.glob("*.md")}
    heads = re.findall(r"^### (.+)$", docs["begrippen.md"], re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", h.lower()).replace(" ", "-") for h in heads}
    for name in ("handleiding.md", "uitleg.md"):
        links = re.findall(r"\(begrippen\.md#([^)]+)\)", docs[name])
        assert len(links) > 5, name
        assert set(links) <= anchors, name
