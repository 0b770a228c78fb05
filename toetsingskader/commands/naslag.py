"""`regels`, `kader` and `uitleg`: the reference pages, on screen or as a file."""

from collections.abc import Sequence


def reference(boek: str, namen: Sequence[str], formaat: str) -> str:
    """The page of one of the books, whole or only about these; raises UsageError for an unknown."""
    # Only these commands need the books.
    from toetsingskader.naslag import kader, regels, uitleg

    if boek == "regels":
        return regels(namen, voluit=formaat == "markdown").render(formaat)
    return (uitleg if boek == "uitleg" else kader)(namen).render(formaat)
