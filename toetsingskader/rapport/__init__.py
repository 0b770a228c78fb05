"""The reports: one function per format, from `Toetsing` to text. Nothing here reads or writes.

Formats that hold several results (`sarif`, `junit`) or become a document (`oplegger`) have a
function of their own in the module of that name.
"""

from collections.abc import Callable, Mapping, Sequence

from toetsingskader.rapport.overzicht import Overzichtsrij, rij
from toetsingskader.toetsing import Toetsing

Links = Mapping[str, str]
"""Folder of an assessment to the address of its report."""


def _tekst(toetsing: Toetsing) -> str:
    from toetsingskader.rapport.tekst import tekst

    return tekst(toetsing)


def _markdown(toetsing: Toetsing) -> str:
    from toetsingskader.rapport.markdown import markdown

    return markdown(toetsing)


def _html(toetsing: Toetsing) -> str:
    from toetsingskader.rapport.html import html

    return html(toetsing)


def _json(toetsing: Toetsing) -> str:
    from toetsingskader.rapport.json_formaat import json_tekst

    return json_tekst(toetsing)


FORMATEN: dict[str, Callable[[Toetsing], str]] = {
    "tekst": _tekst,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}
"""Name of a format to its function; each imports what it needs only when it is called."""


def _overzicht_tekst(rijen: Sequence[Overzichtsrij], _: Links) -> str:
    from toetsingskader.rapport.overzicht_tekst import render_overzicht

    return render_overzicht(rijen)


def _overzicht_html(rijen: Sequence[Overzichtsrij], links: Links) -> str:
    from toetsingskader.rapport.html import html_overzicht

    return html_overzicht(rijen, links)


def _overzicht_json(rijen: Sequence[Overzichtsrij], _: Links) -> str:
    from toetsingskader.rapport.overzicht import json_overzicht

    return json_overzicht(rijen)


OVERZICHTEN: dict[str, Callable[[Sequence[Overzichtsrij], Links], str]] = {
    "tekst": _overzicht_tekst,
    "html": _overzicht_html,
    "json": _overzicht_json,
}
"""The same for all assessments together; `Links` says where the report of each is."""


def overzicht(toetsingen: Sequence[Toetsing]) -> str:
    """All assessments in one short table of at most 80 columns."""
    return _overzicht_tekst([rij(t) for t in toetsingen], {})
