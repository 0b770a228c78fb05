"""A day that a person types on the command line."""

from toetsingskader.errors import UsageError
from toetsingskader.validation import refusal
from toetsingskader.waarden import Datum
from toetsingskader.waarden.datum import parse_datum


def read_day(text: str) -> Datum:
    """The day of a paper; raises UsageError when it is no date or no single day."""
    zin = refusal(parse_datum, text)
    if zin:
        raise UsageError(zin)
    datum = parse_datum(text)
    if not datum.exact:
        raise UsageError(f"'{text}' is geen dag. Noem een dag, zoals 6 januari 2026.")
    return datum
