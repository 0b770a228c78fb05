"""Sources in the notes of a letter: every kind in its own form, repeated ones short, no more notes
than needed."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render_hulp import BRONNEN, LETTER, document, rendered
from teksten import docx_text
from toetsingskader.document import Proza
from toetsingskader.kader.bronnen import Bron
from toetsingskader.source import parse_yaml
from toetsingskader.validation import read_bronnen
from toetsingskader.waarden.kamerstuk import parse_kamerstuk
from voorbeelden.draaien import judge, prepare, run
from voorbeelden.samenstellen import GOED

KAMERSTUK = "Kamerstuk 29 521, nr. 494"
RAPPORT = "Instituut Clingendael, Militaire inzet: *willen*, mogen en kunnen we dat?"
KRANT = "EU over 'inzet' - verslag"


def _prose(text: str, bronnen: Iterable[dict[str, Any]] = BRONNEN) -> str:
    """The text of a letter that says this."""
    return rendered(document(Proza("p", "P", text), referenties=tuple(bronnen)))[1]


def _sources(text: str) -> dict[str, Bron]:
    found, wrong = read_bronnen(parse_yaml(text.encode()))
    assert wrong == []
    return dict(found.bronnen)


def _note(bron: str, kamer: str = "tweede") -> str:
    """The first note about a source of bronnen.yaml."""
    sources = [source.csl(kamer) for source in _sources(bron).values()]
    text = _prose(f"Zin.[@{sources[0]['id']}]", sources)
    found = re.search(r"Zin\.⟦(.*)⟧", text)
    assert found, text
    return found[1]


def test_sources_in_notes() -> None:
    text = rendered(LETTER)[1]
    begin = f"Zin [bron ontbreekt: onbekend, p. 3] en⟦Zie {KAMERSTUK}, d.d. 25 april 2025.⟧"
    assert begin in text
    assert "[bron ontbreekt: weg]." in text
    assert f"⟦{RAPPORT}, Clingendael, maart 2025, p. 7.⟧" in text
    assert f"Tweede zin.⟦{KAMERSTUK} (noot 1).⟧" in text
    assert f"Weer.⟦{KAMERSTUK} (noot 1), p. 4; {KAMERSTUK} (noot 1).⟧" in text
    assert f"noot.⟦Toelichting. {RAPPORT} (noot 2).⟧" in text


def test_sources_that_are_no_kamerstuk() -> None:
    once = "Zin.[@krant] En.[@grondwet] Weer.[@krant, p. 3] En weer.[@grondwet] [@onbekend]"
    text = _prose(once + " (zie [^1])\n\n[^1]: Zie [@krant, p. 4].")
    assert f"⟦Ajit Niranjan en C. Gijs, ‘{KRANT}’, The Guardian, 24 februari 2025.⟧" in text
    assert f"Weer.⟦Niranjan en Gijs, {KRANT} (noot 1), p. 3.⟧" in text
    assert "En.⟦Grondwet, artikel 97.⟧" in text
    assert "En weer.⟦Grondwet, artikel 97 (noot 2).⟧ [bron ontbreekt: onbekend]" in text
    assert f"(zie⟦Zie Niranjan en Gijs, {KRANT} (noot 1), p. 4.⟧" in text


@pytest.mark.parametrize(
    ("bron", "noot"),
    [
        pytest.param(
            "- {id: a, type: legislation, title: Inzet, issued: '2025-04-25', "
            "custom: {kamerstuk: '29 521, nr. 494'}}",
            "Kamerstuk 29 521, nr. 494, d.d. 25 april 2025.",
            id="kamerstuk",
        ),
        pytest.param(
            "- {id: a, type: legislation, title: Inzet, issued: 2025-04, number: '34 775 X, "
            "nr. 88'}",
            "Kamerstuk 34 775 X, nr. 88, april 2025.",
            id="kamerstuk by its number, of a month, with a Roman suffix",
        ),
        pytest.param(
            "- {id: a, type: webpage, title: Steun, author: [{literal: Defensie}], container-title:"
            " Defensie.nl, issued: '2025-02-18', custom: {opgehaald_op: 3 maart 2025}}",
            "Defensie, ‘Steun’, Defensie.nl, 18 februari 2025, geraadpleegd op 3 maart 2025.",
            id="web",
        ),
        pytest.param(
            "- {id: a, type: webpage, title: Steun, accessed: '2025-03-03'}",
            "‘Steun’, geraadpleegd op 3 maart 2025.",
            id="web without date, read on a day that Zotero gives",
        ),
        pytest.param(
            "- {id: a, type: article-newspaper, title: Trump, container-title: NRC, accessed: "
            "'2025-03-03', issued: '1995-07-05'}",
            "‘Trump’, NRC, 5 juli 1995.",
            id="newspaper",
        ),
        pytest.param(
            "- {id: a, type: article-journal, title: Recht, author: [{family: Wit, given: J.}], "
            "container-title: NJB, volume: '2025', issue: '12', issued: 2025}",
            "J. Wit, ‘Recht’, NJB 2025/12, 2025.",
            id="journal",
        ),
        pytest.param(
            "- {id: a, type: report, title: Peace, author: [{literal: US Army}], publisher: JCS, "
            "issued: 2018}",
            "US Army, Peace, JCS, 2018.",
            id="report",
        ),
        pytest.param(
            "- {id: a, type: legislation, title: 'Grondwet, artikel 100'}",
            "Grondwet, artikel 100.",
            id="constitution",
        ),
        pytest.param(
            "- {id: a, type: legislation, title: Rijkswet van 22 juni 2000, container-title: Stb., "
            "number: '2000, 294', issued: '2000-06-22'}",
            "Rijkswet van 22 juni 2000, Stb. 2000, 294.",
            id="law",
        ),
        pytest.param(
            "- {id: a, type: treaty, title: Voorbeeldverdrag, publisher-place: Den Haag, issued: "
            "'2001-02-03', container-title: Trb., number: '2001, 4'}",
            "Voorbeeldverdrag, Den Haag 3 februari 2001, Trb. 2001, 4.",
            id="treaty",
        ),
        pytest.param(
            "- {id: a, type: personal_communication, title: Kamerbrief over X, issued: 2025-09-10}",
            "Kamerbrief over X, 10 september 2025.",
            id="description",
        ),
    ],
)
def test_every_kind_has_its_form(bron: str, noot: str) -> None:
    assert _note(bron) == noot


@pytest.mark.parametrize(
    ("nummer", "kamer", "naam", "adres"),
    [
        ("29 521, nr. 494", "tweede", "Kamerstuk 29 521, nr. 494", "kst-29521-494"),
        ("29 521, nr. 494", "eerste", "Tweede Kamerstuk 29 521, nr. 494", "kst-29521-494"),
        ("29 521, BE", "tweede", "Kamerstuk 29 521, BE", "kst-29521-BE"),
        ("29 521, BE", "eerste", "Kamerstuk 29 521, BE", "kst-29521-BE"),
        ("34 775 X, nr. 88", "eerste", "Tweede Kamerstuk 34 775 X, nr. 88", "kst-34775-X-88"),
        ("21 501-20, nr. 2189", "tweede", "Kamerstuk 21 501-20, nr. 2189", "kst-21501-20-2189"),
    ],
)
def test_names_and_addresses_of_papers(nummer: str, kamer: str, naam: str, adres: str) -> None:
    stuk = parse_kamerstuk(nummer)
    assert stuk.in_letter_to(kamer) == naam
    assert stuk.url == f"https://zoek.officielebekendmakingen.nl/{adres}.html"


def test_the_copy_for_the_eerste_kamer(tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    for kamer, naam in (("tweede", "⟦Kamerstuk 99 999"), ("eerste", "⟦Tweede Kamerstuk 99 999")):
        assert run(tmp_path, "maak", "dossier", "--kamer", kamer).code == 0
        file = tmp_path / f"uitvoer/dossier/artikel-100-brief-{kamer[0]}k.docx"
        assert naam in docx_text(file.read_bytes())


def test_a_date_of_reading_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    record = prepare(GOED / "volledig", tmp_path)
    path = record / "bronnen.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - id:", "  - accessed: gisteren\n    id:", 1), encoding="utf-8")
    assert "BRONNEN-DATUM" in judge(tmp_path).codes


@pytest.mark.parametrize(
    ("tekst", "gedrukt"),
    [
        pytest.param(
            "Een.[@kst] Twee.[@kst] Drie.[@kst]",
            f"Een. Twee. Drie.⟦{KAMERSTUK}, d.d. 25 april 2025.⟧",
            id="the same place",
        ),
        pytest.param(
            "Een [@kst, p. 8]. Twee [@kst, p. 4]. Drie [@kst, p. 4-5].",
            f"Een. Twee. Drie.⟦{KAMERSTUK}, d.d. 25 april 2025, achtereenvolgens p. 8, p. 4 en "
            "p. 4-5.⟧",
            id="places that differ",
        ),
        pytest.param(
            "Een [@kst, p. 8] en twee.[@kst, p. 8] Drie.[@kst, p. 9]",
            f"Een en twee. Drie.⟦{KAMERSTUK}, d.d. 25 april 2025, achtereenvolgens p. 8 en p. 9.⟧",
            id="within a sentence",
        ),
        pytest.param(
            "Een.[@kst] Van mij. Twee.[@kst]",
            f"Een.⟦{KAMERSTUK}, d.d. 25 april 2025.⟧ Van mij. Twee.⟦{KAMERSTUK} (noot 1).⟧",
            id="a sentence without source between them",
        ),
        pytest.param(
            "Een.[@kst] Van mij. Half [@kst] zo.",
            f"Een.⟦{KAMERSTUK}, d.d. 25 april 2025.⟧ Van mij. Half⟦{KAMERSTUK} (noot 1).⟧ zo.",
            id="a sentence without source, then half a one with",
        ),
        pytest.param(
            "Een.[@kst] Twee.[@grondwet] Drie.[@kst]",
            f"Een.⟦{KAMERSTUK}, d.d. 25 april 2025.⟧ Twee.⟦Grondwet, artikel 97.⟧ "
            f"Drie.⟦{KAMERSTUK} (noot 1).⟧",
            id="another source between them",
        ),
        pytest.param(
            "Een.[@kst] Twee.[@kst, p. 3]",
            f"Een.⟦{KAMERSTUK}, d.d. 25 april 2025.⟧ Twee.⟦{KAMERSTUK} (noot 1), p. 3.⟧",
            id="the whole and a place in it",
        ),
        pytest.param(
            "Een.[zie @kst] Twee.[@kst]",
            f"Een.⟦Zie {KAMERSTUK}, d.d. 25 april 2025.⟧ Twee.⟦{KAMERSTUK} (noot 1).⟧",
            id="words of the author before it",
        ),
        pytest.param(
            "Een.[@kst]\n\nTwee.[@kst]",
            f"Een.⟦{KAMERSTUK}, d.d. 25 april 2025.⟧\nTwee.⟦{KAMERSTUK} (noot 1).⟧",
            id="another paragraph",
        ),
        pytest.param(
            "Een.[@kst, p. 3][@kst, p. 3] [@grondwet]",
            f"Een.⟦{KAMERSTUK}, d.d. 25 april 2025, p. 3; Grondwet, artikel 97.⟧",
            id="side by side",
        ),
        pytest.param(
            "Een.[@kst] Twee.[^a] Drie.[@kst]\n\n[^a]: Van mij.",
            f"Een.⟦{KAMERSTUK}, d.d. 25 april 2025.⟧ Twee.⟦Van mij.⟧ Drie.⟦{KAMERSTUK} (noot 1).⟧",
            id="a footnote of the author between them",
        ),
    ],
)
def test_notes_to_one_source_become_one(tekst: str, gedrukt: str) -> None:
    assert gedrukt in _prose(tekst)


PIECES = (
    "Zin.", "Zin", "*Zin.*", "[@kst]", "[@kst, p. 3]", "[@rapport, p. 7-8]", "[zie @krant]",
    "[@kst; @grondwet]", "[@weg]", "[^a]",
)  # fmt: skip
SHOWN = {"@kst": KAMERSTUK, "@rapport": RAPPORT, "@krant": KRANT, "@grondwet": "artikel 97"}
IN_FULL = re.compile(r"d\.d\. 25 april|Clingendael, maart 2025|The Guardian|artikel 97")


@given(st.lists(st.sampled_from(PIECES), max_size=14))
@settings(max_examples=40, deadline=None)
def test_every_claim_keeps_its_source(pieces: list[str]) -> None:
    said = [*pieces, *(["[@kst, p. 9]"] if "[^a]" in pieces else [])]
    note = "\n\n[^a]: Van mij [@kst, p. 9]." if "[^a]" in pieces else ""
    body = _prose("Begin " + " ".join(pieces) + "." + note).partition("\nBegin")[2]
    assert body.count("Zin") == sum("Zin" in piece for piece in pieces)
    for key, shown in SHOWN.items():
        assert (shown in body) == any(key in piece for piece in said)
    for place in ("p. 3", "p. 7-8", "p. 9"):
        assert (place in body) == any(place in piece for piece in said)
    assert body.count("[bron ontbreekt: weg]") == pieces.count("[@weg]")
    notes = re.findall(r"⟦(.*?)⟧", body)
    for number in re.findall(r"\(noot (\d+)\)", body):
        assert IN_FULL.search(notes[int(number) - 1])
