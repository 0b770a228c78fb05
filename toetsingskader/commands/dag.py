"""A day that a person types on the command line."""

from toetsingskader.errors import UsageError
from toetsingskader.validation import refusal
from toetsingskader.waarden import Datum
from toetsingskader.waarden.datum import parse_datum


def read_day(text: str) -> Datum:
    """The day of a paper; raises UsageError when it is no date or no single day."""
    zin = refusal(parse_datum, text)
    # What may be typed elsewhere, such as "medio 2026", is no single day.
    if zin and "medio" not in zin:
        raise UsageError(zin)
    if zin or not (datum := parse_datum(text)).exact:
        raise UsageError(f"'{text}' is geen dag. Noem een dag, zoals 6 januari 2026.")
    return datum
