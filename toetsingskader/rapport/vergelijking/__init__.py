"""What changed between two versions, as text, Markdown and HTML; from `Toetsing.wijzigingen`."""

from collections.abc import Callable

from toetsingskader.toetsing import Toetsing


def _tekst(toetsing: Toetsing) -> str:
    from toetsingskader.rapport.vergelijking.tekst import tekst

    return tekst(toetsing)


def _markdown(toetsing: Toetsing) -> str:
    from toetsingskader.rapport.vergelijking.markdown import markdown

    return markdown(toetsing)


def _html(toetsing: Toetsing) -> str:
    from toetsingskader.rapport.html import html_vergelijking

    return html_vergelijking(toetsing)


VORMEN: dict[str, Callable[[Toetsing], str]] = {
    "tekst": _tekst,
    "markdown": _markdown,
    "html": _html,
}
"""Name of a format to its function; each imports what it needs only when it is called."""
EXTENSIES = {"tekst": "txt", "markdown": "md", "html": "html"}
"""How a file in each format is called; the first is the default."""
