"""The one scanner for citations: `[@sleutel, p. 7; zie @andere]`, as pandoc reads them.

A citation stands in square brackets. An e-mail address, `@Defensie` in a sentence and brackets
with a backslash are text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

KEY = r"@[A-Za-z0-9](?>(?:[\w:./+-]*\w)?)"
"""The key of a source with its at sign."""

CITED = rf"[^\[\]@;\\]*+(?<![^\s(\[;]){KEY}(?![\w@])[^\[\]@;\\]*+"
"""One source within the brackets: words before it, its key, what follows.

The groups are atomic: with backtracking an unclosed bracket takes exponential time.
"""

_CITATION = re.compile(rf"\\[*_\[\]|]|\[(?P<cited>{CITED}(?:;{CITED})*)\]")
_PART = re.compile(rf"(?P<key>{KEY})(?P<rest>[^;]*)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Verwijzing:
    """A reference to a source: its key, the place in it, and where in the text its `@` stands."""

    sleutel: str
    locator: str
    positie: int


def find_citations(text: str) -> list[Verwijzing]:
    """Give every citation in prose."""
    return [
        verwijzing
        for match in _CITATION.finditer(text)
        if match["cited"] and not _BLANK_LINE.search(match["cited"])
        for verwijzing in _read(match["cited"], match.start("cited"))
    ]


def replace_citations(text: str, words: Callable[[list[Verwijzing]], str]) -> str:
    """The text with other words in the place of each citation, brackets and all."""

    def replace(match: re.Match[str]) -> str:
        if not match["cited"] or _BLANK_LINE.search(match["cited"]):
            return match[0]
        return words(list(_read(match["cited"], match.start("cited"))))

    return _CITATION.sub(replace, text)


def parse_citations(text: str) -> list[Verwijzing] | None:
    """Read a field that is one citation, with or without brackets; None when it is anything else.

    Without brackets each source begins with its key, so that `bericht van @Defensie` is text.
    """
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    match = _CITATION.fullmatch(stripped)
    if match and match["cited"]:
        return list(_read(match["cited"], start + 1))
    match = _CITATION.fullmatch(f"[{stripped}]")
    if match and match["cited"] and all(p.lstrip().startswith("@") for p in stripped.split(";")):
        return list(_read(stripped, start))
    return None


def _read(cited: str, start: int) -> Iterator[Verwijzing]:
    for match in _PART.finditer(cited):
        locator = " ".join(match["rest"].split()).removeprefix(",").strip()
        yield Verwijzing(match["key"][1:], locator, start + match.start())
