"""What the reports say: the same in every format, the warning first, never a verdict."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from rapport_hulp import Pagina, parse_markdown
from toetsing_voorbeeld import LEEG, VOORBEELD
from toetsing_voorbeeld_bevindingen import ONTBREEKT_DEKKING
from toetsingskader.rapport import FORMATEN, overzicht
from toetsingskader.rapport.markdown import HOOGSTENS, markdown
from toetsingskader.rapport.tekst import tekst
from toetsingskader.toetsing import Bestemming, Ernst, Gegeven, OpenVraag, Toetsing

Golden = Callable[[str, str], None]

EXTENSIES = {"tekst": "txt", "markdown": "md", "html": "html", "json": "json"}
ZONDER_BEVINDINGEN = replace(VOORBEELD, slug="zonder-bevindingen", bevindingen=())


@pytest.mark.parametrize("formaat", FORMATEN)
def test_golden(formaat: str, golden: Golden) -> None:
    golden(f"rapport/volledigheid.{EXTENSIES[formaat]}", FORMATEN[formaat](VOORBEELD))


def test_golden_voluit(golden: Golden) -> None:
    golden("rapport/volledigheid-voluit.txt", tekst(VOORBEELD, voluit=True))


def test_golden_overzicht(golden: Golden) -> None:
    golden("rapport/overzicht.txt", overzicht([VOORBEELD, LEEG]))


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize(
    "toetsing", [VOORBEELD, LEEG, ZONDER_BEVINDINGEN], ids=lambda t: str(t.slug)
)
def test_no_verdict_and_nothing_unrendered(formaat: str, toetsing: Toetsing) -> None:
    text = FORMATEN[formaat](toetsing)
    assert text.endswith("\n")
    for word in ("voldoet", "goedgekeurd", "Undefined", "None,", "Bestemming.", "{{"):
        assert word.lower() not in text.lower()


@pytest.mark.parametrize("formaat", FORMATEN)
def test_same_input_same_text(formaat: str) -> None:
    assert FORMATEN[formaat](VOORBEELD) == FORMATEN[formaat](VOORBEELD)


def test_warning_comes_first() -> None:
    flat = " ".join(tekst(VOORBEELD).split())
    assert flat.startswith(VOORBEELD.waarschuwing)
    assert markdown(VOORBEELD).startswith(f"> **{VOORBEELD.waarschuwing}**")
    page = Pagina(FORMATEN["html"](VOORBEELD)).tekst
    assert page.startswith(f"Naar de inhoud {VOORBEELD.waarschuwing} FICTIEF")
    assert list(json.loads(FORMATEN["json"](VOORBEELD)))[:2] == ["versie", "waarschuwing"]
    assert " ".join(overzicht([VOORBEELD, LEEG]).split()).startswith(VOORBEELD.waarschuwing)


@pytest.mark.parametrize("formaat", ["tekst", "markdown", "html"])
def test_fictief_only_when_it_is(formaat: str) -> None:
    assert "FICTIEF" in FORMATEN[formaat](VOORBEELD)
    assert "FICTIEF" not in FORMATEN[formaat](replace(VOORBEELD, fictief=False))


def test_numbers_agree() -> None:
    numbers = json.loads(FORMATEN["json"](VOORBEELD))["samenvatting"]
    punten, vragen = numbers["punten"], numbers["vragen"]
    sentences = [
        f"{punten['ingevuld']} van {punten['gevraagd']} gevraagde punten",
        f"{vragen['beantwoord']} van {vragen['vereist']} vereiste vragen",
        f"{numbers['belet_definitief']} bevindingen houden een definitieve brief tegen",
        f"{numbers['open_vragen']} open vragen, waarvan {numbers['verstreken_vragen']}",
        f"Van de tegenstrijdige is {numbers['tegenstrijdig_volgens_bron']} alleen",
        *(f"{p['ingevuld']} van {p['gevraagd']} gevraagde punten" for p in numbers["pijlers"]),
    ]
    texts = {
        "tekst": " ".join(tekst(VOORBEELD).split()),
        "markdown": markdown(VOORBEELD).replace("**", ""),
        "html": Pagina(FORMATEN["html"](VOORBEELD)).tekst,
    }
    for name, text in texts.items():
        for sentence in sentences:
            assert sentence.lower() in text.lower(), (name, sentence)
    for ernst, n in numbers["bevindingen"].items():
        label = Ernst(ernst).label
        assert f"{n} {label}" in texts["tekst"]
        assert f"{n} {label}" in texts["markdown"]
        assert f"{label} {n} " in texts["html"]


def test_counts_are_those_of_the_result() -> None:
    numbers = json.loads(FORMATEN["json"](VOORBEELD))["samenvatting"]
    assert numbers["punten"]["ingevuld"] == VOORBEELD.ingevuld == 3
    assert numbers["punten"]["gevraagd"] == len(VOORBEELD.gevraagd) == 7
    assert numbers["belet_definitief"] == len(VOORBEELD.belet_definitief) == 7
    assert sum(numbers["punten"][k] for k in ("niet_van_toepassing", "niet_gevraagd")) == 2


def test_every_finding_and_fact_is_in_every_full_format() -> None:
    for text in (
        Pagina(FORMATEN["html"](VOORBEELD)).tekst,
        json.dumps(parse_markdown(markdown(VOORBEELD)), ensure_ascii=False),
        FORMATEN["json"](VOORBEELD),
    ):
        for b in VOORBEELD.bevindingen:
            assert b.code in text
            assert str(b.plaats.bestand).rsplit("/", 1)[-1] in text
        for g in (*VOORBEELD.dossier_gegevens, *(g for p in VOORBEELD.punten for g in p.gegevens)):
            assert g.waarde.split()[-1] in text


def test_terminal_lists_findings_as_lines_to_click() -> None:
    flat = " ".join(tekst(VOORBEELD).split())
    for b in VOORBEELD.bevindingen:
        assert " ".join(str(b).split()) in flat


@pytest.mark.parametrize("text", [tekst(VOORBEELD), tekst(LEEG), overzicht([VOORBEELD] * 3)])
def test_terminal_is_at_most_80_columns(text: str) -> None:
    assert max(map(len, text.splitlines())) <= 80


def test_colour_changes_no_word() -> None:
    coloured = tekst(VOORBEELD, kleur=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == tekst(VOORBEELD)


def test_who_acts_is_ordered_by_deadline() -> None:
    taken = json.loads(FORMATEN["json"](VOORBEELD))["samenvatting"]["taken"]
    assert [t["wie"] for t in taken] == [
        "Defensie/DJZ",
        "BZ/DJZ",
        "Defensie/DOPS",
        "BZ/DVB",
        "Defensie/FEZ",
    ]
    assert taken[0] == {
        "wie": "Defensie/DJZ",
        "belet": 0,
        "let_op": 0,
        "open_vragen": 1,
        "termijn": "9 februari 2026",
        "verstreken": True,
    }


def test_accepted_finding_is_shown_and_does_not_count() -> None:
    data = json.loads(FORMATEN["json"](VOORBEELD))
    accepted = [b for b in data["bevindingen"] if b["aanvaard"]]
    assert [b["code"] for b in accepted] == ["EENHEDEN-AFLOSSING"]
    assert not accepted[0]["belet_definitief"]
    for formaat in ("tekst", "markdown", "html"):
        text = " ".join(FORMATEN[formaat](VOORBEELD).split())
        assert "aanvaard door Defensie/DOPS op 2 februari 2026: De genie blijft" in text


def test_nobody_to_act_is_said() -> None:
    one = replace(ONTBREEKT_DEKKING, wie=())
    text = tekst(replace(LEEG, bevindingen=(one,)))
    assert "niemand aangewezen" in text
    assert "1 bevinding houdt een definitieve brief tegen" in text


def test_question_without_owner_or_deadline() -> None:
    vraag = OpenVraag("Wie betaalt?", "", "", in_brief=False)
    toetsing = replace(LEEG, punten=(replace(VOORBEELD.punten[0], open_vragen=(vraag,)),))
    question = "Wie betaalt? → niemand aangewezen (komt niet in de brief)"
    assert question in markdown(toetsing)
    page = Pagina(FORMATEN["html"](toetsing)).tekst
    assert "Wie betaalt? aan zet: niemand aangewezen (komt niet in de brief)" in page
    assert "niemand aangewezen" in tekst(toetsing)


def test_markdown_fits_in_a_comment() -> None:
    feit = Gegeven("veld", "Gegeven", "waarde " * 100, Bestemming.BRIEF)
    vraag = OpenVraag("Waarom? " * 100, "BZ", "", in_brief=True)
    with_facts = tuple(replace(p, gegevens=(feit,) * 20) for p in VOORBEELD.punten)
    with_questions = tuple(replace(p, open_vragen=(vraag,) * 20) for p in with_facts)
    long_text = tuple(replace(p, tekst=("woord " * 5000,)) for p in VOORBEELD.punten)
    for punten, left_out in (
        (long_text, "De tekst per punt is hier weggelaten"),
        (with_facts, "De tekst en de gegevens per punt zijn hier weggelaten"),
        (with_questions, "De vragen, de tekst en de gegevens per punt zijn hier weggelaten"),
    ):
        text = markdown(replace(VOORBEELD, punten=punten))
        assert len(text) <= HOOGSTENS
        assert left_out in text
    assert "weggelaten" not in markdown(VOORBEELD)


def test_open_question_that_is_a_finding_is_said_once_per_point() -> None:
    vraag = OpenVraag("Wie betaalt?", "BZ", "1 maart 2026", in_brief=True)
    b = replace(ONTBREEKT_DEKKING, tekst="Open vraag, uiterlijk 1 maart 2026: Wie betaalt?")
    p = replace(VOORBEELD.punten[0], open_vragen=(vraag,), bevindingen=(b,))
    toetsing = replace(LEEG, punten=(p,), bevindingen=(b,))
    assert markdown(toetsing).count("Wie betaalt?") == 2
    assert Pagina(FORMATEN["html"](toetsing)).tekst.count("Wie betaalt?") == 2
    for formaat in ("tekst", "markdown", "html"):
        sentence = "Een open vraag kan ook een bevinding zijn"
        assert sentence in " ".join(FORMATEN[formaat](toetsing).split())
        assert sentence not in " ".join(FORMATEN[formaat](VOORBEELD).split())


def test_place_of_a_condition_is_shown_only_when_it_differs() -> None:
    same = tuple(replace(v, bron=VOORBEELD.voorwaarden_bron) for v in VOORBEELD.voorwaarden)
    for formaat in ("markdown", "html"):
        assert "Vindplaats" in FORMATEN[formaat](VOORBEELD)
        assert "Vindplaats" not in FORMATEN[formaat](replace(VOORBEELD, voorwaarden=same))


def test_html_stands_alone() -> None:
    page = Pagina(FORMATEN["html"](VOORBEELD))
    tags = {tag for tag, _ in page.elementen}
    assert not tags & {"link", "img", "iframe", "object", "embed", "form", "base"}
    assert not page.waarden("src")
    assert "url(" not in page.stijl
    assert "@import" not in page.stijl


def test_html_links_resolve_and_ids_are_unique() -> None:
    page = Pagina(FORMATEN["html"](VOORBEELD))
    ids = page.waarden("id")
    assert len(ids) == len(set(ids))
    for href in page.waarden("href"):
        assert href.startswith("#")
        assert href[1:] in ids
    for reference in page.waarden("aria-labelledby"):
        assert reference in ids


def test_html_headings_never_skip_a_level() -> None:
    page = Pagina(FORMATEN["html"](VOORBEELD))
    levels = [int(tag[1]) for tag, _ in page.elementen if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_html_tables_have_captions_and_scopes() -> None:
    page = Pagina(FORMATEN["html"](VOORBEELD))
    tags = [tag for tag, _ in page.elementen]
    assert tags.count("table") == tags.count("caption") > 3
    assert all("scope" in attrs for tag, attrs in page.elementen if tag == "th")
    assert ("html", {"lang": "nl"}) in page.elementen


def test_terminal_report_needs_neither_jinja_nor_rich() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); "
        "from toetsing_voorbeeld import VOORBEELD; "
        "from toetsingskader.rapport import FORMATEN, overzicht; "
        "FORMATEN['tekst'](VOORBEELD); overzicht([VOORBEELD]); overzicht([VOORBEELD]); "
        "sys.exit(str({'jinja2', 'rich', 'pydantic', 'click'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert result.stderr.strip() == "set()"


def test_overview_of_nothing() -> None:
    assert overzicht([]) == "Er zijn geen beoordelingen.\n"
