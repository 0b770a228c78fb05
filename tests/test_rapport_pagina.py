"""The page beyond its words: filters that need a script and a timeline that does not.

How they work in a browser is in `test_validatoren.py`.
"""

import base64
import hashlib
from dataclasses import replace

import pytest

from rapport_hulp import Pagina
from toetsing_voorbeeld import LEEG, VOORBEELD
from toetsingskader.rapport import FORMATEN
from toetsingskader.toetsing import Planstap, Toetsing

PUNTEN = VOORBEELD.punten
VREEMD = "<script>alert(1)</script>\" onclick='x' 1 2"


def page(toetsing: Toetsing) -> Pagina:
    return Pagina(FORMATEN["html"](toetsing))


def policy(pagina: Pagina) -> dict[str, str]:
    (content,) = [a["content"] for _, a in pagina.elementen if "http-equiv" in a]
    return dict(part.strip().split(" ", 1) for part in content.split(";"))


def choices(pagina: Pagina, naam: str) -> list[str]:
    """The values of the choices of a filter, that of everything included."""
    tags = pagina.elementen
    start = next(i for i, (_, attrs) in enumerate(tags) if attrs.get("id") == f"filter-{naam}")
    values = []
    for tag, attrs in tags[start + 1 :]:
        if tag != "option":
            break
        values.append(attrs["value"])
    return values


def test_the_policy_allows_exactly_the_script_of_the_page() -> None:
    pagina = page(VOORBEELD)
    (script,) = pagina.scripts
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    assert policy(pagina)["script-src"] == f"'sha256-{digest}'"
    assert policy(pagina)["default-src"] == "'none'"
    assert not [naam for _, attrs in pagina.elementen for naam in attrs if naam.startswith("on")]


def test_the_script_holds_nothing_of_a_record() -> None:
    assert page(replace(VOORBEELD, titel=VREEMD)).scripts == page(VOORBEELD).scripts


def test_controls_are_hidden_until_the_script_runs() -> None:
    (group,) = [a for _, a in page(VOORBEELD).elementen if a.get("id") == "filters"]
    assert "hidden" in group
    assert page(VOORBEELD).geraamte.count(("option", ("value",))) > 4


def test_every_choice_leaves_a_finding_and_every_finding_has_a_choice() -> None:
    pagina = page(VOORBEELD)
    for naam in ("pijler", "wie", "ernst", "maatstaf"):
        alles, *values = choices(pagina, naam)
        assert alles == ""
        per_finding = [numbers.split() for numbers in pagina.waarden(f"data-{naam}")]
        assert len(per_finding) == len(VOORBEELD.bevindingen)
        assert all(per_finding)
        assert {n for numbers in per_finding for n in numbers} == set(values)


def test_a_finding_of_two_owners_is_found_under_both() -> None:
    first, second, *rest = VOORBEELD.bevindingen
    found = (replace(first, wie=("B", "A")), replace(second, wie=("B",)))
    pagina = page(replace(VOORBEELD, bevindingen=(*found, *(replace(b, wie=()) for b in rest))))
    assert {"1 2", "2", "3"} == set(pagina.waarden("data-wie"))
    assert " A B niemand aangewezen " in pagina.tekst


def test_names_of_owners_cannot_leave_their_place() -> None:
    bevindingen = tuple(replace(b, wie=(VREEMD,)) for b in VOORBEELD.bevindingen[:1])
    pagina = page(replace(VOORBEELD, bevindingen=(*bevindingen, *VOORBEELD.bevindingen[1:])))
    assert len(pagina.scripts) == 1
    assert VREEMD in pagina.tekst
    assert all(n.isdigit() for v in pagina.waarden("data-wie") for n in v.split())


@pytest.mark.parametrize(
    "toetsing", [LEEG, replace(VOORBEELD, bevindingen=VOORBEELD.bevindingen[:1])]
)
def test_without_anything_to_choose_there_is_no_filter(toetsing: Toetsing) -> None:
    pagina = page(toetsing)
    assert "select" not in {tag for tag, _ in pagina.elementen}
    assert not pagina.scripts


def without_questions(*stappen: Planstap) -> Toetsing:
    punten = tuple(replace(p, open_vragen=()) for p in VOORBEELD.punten)
    return replace(VOORBEELD, punten=punten, planning=stappen)


def test_timeline_in_picture_words_and_table() -> None:
    stappen = (Planstap("ministerraad", "6 maart 2026"), Planstap("debat", "1 maart 2026"))
    pagina = page(replace(VOORBEELD, planning=stappen))
    (picture,) = [a for tag, a in pagina.elementen if tag == "svg" and a.get("role") == "img"]
    assert {picture["aria-labelledby"], picture["aria-describedby"]} <= set(pagina.waarden("id"))
    assert "Tijdlijn van 9 februari 2026 tot en met 31 augustus 2026" in pagina.tekst
    assert (
        "9 februari 2026: 1 open vraag, verstreken; 1 maart 2026: debat, 1 open vraag; "
        "6 maart 2026: ministerraad; medio 2026: 1 open vraag, geen precieze dag." in pagina.tekst
    )
    assert "medio 2026 (geen precieze dag) – 1 Defensie/DOPS" in pagina.tekst


def test_timeline_is_in_proportion() -> None:
    dagen = ("1 januari 2026", "11 januari 2026", "31 januari 2026")
    pagina = page(without_questions(*(Planstap("stap", dag) for dag in dagen)))
    assert pagina.waarden("cx")[:3] == ["3.0%", "34.3%", "97.0%"]
    assert "Wie antwoordt" not in pagina.tekst


@pytest.mark.parametrize(
    "dagen", [(), ("6 maart 2026",), ("6 maart 2026", "6 maart 2026"), ("6 maart 2026", "ooit")]
)
def test_one_date_makes_no_timeline(dagen: tuple[str, ...]) -> None:
    pagina = page(without_questions(*(Planstap("stap", dag) for dag in dagen)))
    assert "tijdlijn" not in pagina.waarden("id")
    assert "#tijdlijn" not in pagina.waarden("href")


def test_one_inexact_date_beside_a_day_of_it_is_a_timeline() -> None:
    stappen = (Planstap("debat", "maart 2026"), Planstap("verzending", "1 maart 2026"))
    pagina = page(without_questions(*stappen))
    assert "tijdlijn" in pagina.waarden("id")
    assert "maart 2026 (geen precieze dag)" in pagina.tekst


def test_a_year_comes_after_the_days_in_it() -> None:
    stappen = (Planstap("evaluatie", "2026"), Planstap("debat", "1 maart 2026"))
    pagina = page(without_questions(*stappen))
    assert "1 maart 2026: debat; 2026: evaluatie, geen precieze dag." in pagina.tekst
    assert "Tijdlijn van 1 januari 2026 tot en met 31 december 2026" in pagina.tekst


def test_picture_of_a_pillar_has_its_numbers_in_words() -> None:
    labels = page(VOORBEELD).waarden("aria-label")
    assert any("ingevuld" in label and "telt niet" in label for label in labels)


def _with_question(vraag: str) -> Toetsing:
    punten = tuple(replace(p, titel=f"Punt {i}", vraag=vraag) for i, p in enumerate(PUNTEN))
    return replace(VOORBEELD, punten=tuple(replace(p, gegevens=()) for p in punten))


def test_the_first_use_of_a_term_in_a_point_leads_to_its_meaning_on_the_page() -> None:
    pagina = page(_with_question("Is er een carve-out, en nog een carve-out?"))
    links = [a for _, a in pagina.elementen if a.get("class") == "begrip"]
    assert [(a["href"], a["lang"]) for a in links] == [("#begrip-carve-out", "en")] * len(PUNTEN)
    assert pagina.waarden("id").count("begrip-carve-out") == 1
    assert "Bron: Clingendael Policy Brief, p. 9." in pagina.tekst
    assert not pagina.waarden("title")


def test_every_link_to_a_term_has_its_meaning_and_no_other_term_is_explained() -> None:
    pagina = page(VOORBEELD)
    used = {a["href"] for _, a in pagina.elementen if a.get("class") == "begrip"}
    assert len(used) > 2
    assert used == {f"#{i}" for i in pagina.waarden("id") if i.startswith("begrip-")}


def test_a_page_without_terms_has_no_list_of_them() -> None:
    pagina = page(_with_question("Wie, wat, waar?"))
    assert "begrippen" not in pagina.waarden("id")
    assert "#begrippen" not in pagina.waarden("href")
