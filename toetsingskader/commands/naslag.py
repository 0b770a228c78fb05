"""What there is to refer to: reference pages and schemas, on screen or as a file."""

from collections.abc import Sequence


def reference(boek: str, namen: Sequence[str], formaat: str) -> str:
    """The page of one of the books, whole or only about these; raises UsageError for an unknown."""
    # Only these commands need the books.
    from toetsingskader.naslag import kader, regels, uitleg

    if boek == "regels":
        return regels(namen, voluit=formaat == "markdown").render(formaat)
    return (uitleg if boek == "uitleg" else kader)(namen).render(formaat)


def json_schema(naam: str) -> str:
    """The schema of a file of the record, or of a point; raises UsageError when there is none."""
    from toetsingskader.naslag.schema import schema_text

    return schema_text(naam)
