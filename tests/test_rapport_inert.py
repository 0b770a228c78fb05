"""Hostile data comes out as text, in every format."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport_hulp import Pagina, parse_markdown, raw_html, skeleton, with_texts
from toetsing_voorbeeld import VOORBEELD
from toetsingskader.rapport import FORMATEN, overzicht
from toetsingskader.rapport.inert import inert
from toetsingskader.rapport.kolommen import cellen
from toetsingskader.rapport.markdown_tekens import escape
from toetsingskader.rapport.tekst import tekst
from toetsingskader.toetsing import Toetsing

VIJANDIG = [
    pytest.param("<script>alert(1)</script>", id="script"),
    pytest.param("</style></title></textarea><img src=x onerror=alert(1)>", id="break out"),
    pytest.param("\"' onmouseover='alert(1)' x=\"", id="attribute"),
    pytest.param("{{ 7 * 7 }}{% raw %}{# #}", id="template"),
    pytest.param("a | b || c\\|d", id="pipes"),
    pytest.param("een\ntwee\r\n\n\tdrie\u2028vier\u0085vijf", id="newlines"),
    pytest.param("```\ncode\n`` ` ~~~ $x$ $$y$$", id="fences"),
    pytest.param("\n/close\n/merge\n@iedereen @team/alles #12 !34 a@b.nl", id="platform"),
    pytest.param("[x](http://evil.nl) ![y](z) <http://a.nl> https://b.nl www.c.nl", id="links"),
    pytest.param("\n# kop\n- lijst\n1. een\n> citaat\n---\n===\n[^1]: noot [^1]", id="blocks"),
    pytest.param("*vet* _schuin_ ~~weg~~ :smile: &amp; &#60;b&#62; H~2~O x^2^", id="inline"),
    pytest.param("\x1b[31mrood\x1b]0;titel\x07\x9b2J\x7f\x00\b", id="terminal"),
    pytest.param("\u202egnp.exe\u202c\u200b\ufeff\u2066x\u2069\U000e0041", id="bidi and hidden"),
    pytest.param("\ud800 los \udfff \ufffe \U0010ffff \ue000", id="not a character"),
    pytest.param("漢字かな交じり文" * 12 + " e\u0301\u0301" * 9, id="wide and combining"),
    pytest.param("x" * 90, id="one long word"),
]


def hostile(text: str) -> Toetsing:
    return with_texts(VOORBEELD, lambda original: f"{original} x{text}x")


PLAIN = hostile("")


def check_terminal(text: str) -> None:
    for report in (tekst(hostile(text)), overzicht([hostile(text)])):
        assert not [c for c in report if unicodedata.category(c) == "Cc" and c != "\n"]
        assert max(map(cellen, report.split("\n"))) <= 80
        report.encode("utf-8")


def check_html(text: str) -> None:
    report = FORMATEN["html"](hostile(text))
    page = Pagina(report)
    assert page.geraamte == Pagina(FORMATEN["html"](PLAIN)).geraamte
    assert " ".join(inert(f"x{text}x").split()) in page.tekst
    report.encode("utf-8")


def check_markdown(text: str) -> None:
    report = FORMATEN["markdown"](hostile(text))
    assert not re.search(r"@(?!&#8203;)", report.replace("&#64;", "@"))
    assert not re.search(r"^\s*/", report, re.MULTILINE)
    blocks = parse_markdown(report)
    assert skeleton(blocks) == skeleton(parse_markdown(FORMATEN["markdown"](PLAIN)))
    for raw in raw_html(blocks):
        assert set(re.findall(r"<(\S*?)>", raw)) <= {
            "details",
            "summary",
            "/details",
            "/summary",
            "br",
        }
        assert "<" not in re.sub(r"</?(details|summary|br)>", "", raw)


def check_json(text: str) -> None:
    report = FORMATEN["json"](hostile(text))
    report.encode("utf-8")
    assert not [c for c in report if unicodedata.category(c) in {"Cc", "Cs"} and c != "\n"]
    assert json.loads(report)["dossier"]["titel"] == hostile(text).titel


@pytest.mark.parametrize("text", VIJANDIG)
@pytest.mark.parametrize(
    "check",
    [check_terminal, check_html, check_markdown, check_json],
    ids=["tekst", "html", "markdown", "json"],
)
def test_hostile_data_is_only_text(check: object, text: str) -> None:
    assert callable(check)
    check(text)


ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)
MARKUP = st.text("ax1 \n\t\\`*_{}[]<>|~$&#!@:/.-+=^%'\"()w;", max_size=40)


@given(ANY_TEXT | MARKUP)
@settings(max_examples=60, deadline=None)
def test_any_text_is_inert_on_screen(text: str) -> None:
    check_terminal(text)
    check_html(text)
    check_json(text)


@given(ANY_TEXT | MARKUP)
@settings(max_examples=25, deadline=None)
def test_any_text_is_inert_in_markdown(text: str) -> None:
    check_markdown(text)


@given(MARKUP)
@settings(max_examples=100, deadline=None)
def test_inert_is_stable(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  veel   ruimte\t hier ", "veel ruimte hier", id="spaces"),
        pytest.param("een\r\n\r\ntwee", "een\ntwee", id="lines"),
        pytest.param("€\u00a012,5 mln", "€\u00a012,5 mln", id="no-break space is kept"),
        pytest.param("\x1b[0m", "[U+001B][0m", id="escape stays visible"),
        pytest.param("Financiën – 'zo' “zo”", "Financiën – 'zo' “zo”", id="Dutch is untouched"),
    ],
)
def test_inert(text: str, expected: str) -> None:
    assert inert(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Defensie: 2.000-3.000, p. 7", "Defensie: 2.000-3.000, p. 7", id="plain"),
        pytest.param("@defensie", "@&#8203;defensie", id="mention"),
        pytest.param("zie #12", r"zie \#&#8203;12", id="reference"),
        pytest.param("12. maart", r"12\. maart", id="no list"),
        pytest.param("/close", r"\/close", id="quick action"),
        pytest.param("https://a.nl", r"https\://a.nl", id="address"),
    ],
)
def test_escape(text: str, expected: str) -> None:
    assert escape(text) == expected
