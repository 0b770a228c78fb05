"""Citations: what is one, in prose and in a `bron:` field."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toetsingskader.render.proza import inert
from toetsingskader.source import Verwijzing, find_citations, parse_citations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("x [@a, p. 7; zie @b-c]", [Verwijzing("a", "p. 7", 3), Verwijzing("b-c", "", 17)]),
        ("[zie @a, p. 3, 5].", [Verwijzing("a", "p. 3, 5", 5)]),
        ("🎉[@a p. 2]", [Verwijzing("a", "p. 2", 2)]),
        (r"a@b.nl, @Defensie, [mail a@b.nl], \[@a] en [@a", []),
        ("[@a\n\n@b]", []),
    ],
)
def test_find_citations(text: str, found: list[Verwijzing]) -> None:
    assert find_citations(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@a, p. 7", [Verwijzing("a", "p. 7", 0)]),
        ("@a, p. 1; @b", [Verwijzing("a", "p. 1", 0), Verwijzing("b", "", 10)]),
        ("[@a, p. 7]", [Verwijzing("a", "p. 7", 1)]),
        *((text, None) for text in ("", "@", "bericht van @Defensie", "a@b.nl", "@a @b", "[@a")),
    ],
)
def test_parse_citations(text: str, found: list[Verwijzing] | None) -> None:
    assert parse_citations(text) == found


@given(st.text("[]@;ab ,.\\(1", max_size=30))
@example("[(@1]")
def test_prose_and_loader_agree_on_citations(text: str) -> None:
    def keys(t: str) -> list[str]:
        return [v.sleutel for v in find_citations(t)]

    # Pandoc reads `\(` within a citation as the bracket; the scanner reads what authors type.
    as_typed = re.sub(r"\\\\|\\([^\w\s\[\]*])", lambda m: m[1] or m[0], inert(f"x {text}"))
    assert keys(as_typed) == keys(f"x {text}")
