"""`bron`: add a parliamentary paper to the sources of a record, from its number."""

from pathlib import Path

from toetsingskader.commands.aanvullen import Toegevoegd, add_row, read_list
from toetsingskader.errors import UsageError
from toetsingskader.record import BESTANDEN
from toetsingskader.source import Data, quoted
from toetsingskader.validation import read_bronnen, refusal
from toetsingskader.waarden import Datum, Kamerstuk
from toetsingskader.waarden.kamerstuk import parse_kamerstuk


def read_paper(text: str) -> Kamerstuk:
    """The paper that was named; raises UsageError with a sentence that shows the form."""
    zin = refusal(parse_kamerstuk, text)
    if zin:
        raise UsageError(zin)
    return parse_kamerstuk(text)


def read_title(text: str) -> str:
    """A title on one line; raises UsageError for an empty one."""
    titel = " ".join(text.split())
    if not titel:
        raise UsageError("De titel is leeg. Noem de titel van het stuk zoals die erboven staat.")
    return titel


def check_absent(folder: Path, stuk: Kamerstuk) -> None:
    """Raise UsageError when the record has this paper already."""
    bronnen, _ = read_bronnen(read_list(folder, "bronnen")[1])
    for sleutel, bron in bronnen.bronnen.items():
        if stuk.sleutel == sleutel or bron.kamerstuk == stuk:
            raise UsageError(
                f"Kamerstuk {stuk} staat al in '{folder / BESTANDEN['bronnen']}', met de sleutel "
                f"'{sleutel}'. Verwijs ernaar met [@{sleutel}]."
            )


def add_paper(folder: Path, stuk: Kamerstuk, datum: Datum, titel: str) -> Toegevoegd:
    """Add the paper after the last source; every other byte of the file stays.

    Raises UsageError when it is there already, InputError when the file cannot be changed safely.
    """
    check_absent(folder, stuk)
    new: dict[str, Data] = {
        "id": stuk.sleutel,
        "type": "legislation",
        "title": titel,
        "issued": datum.van.isoformat(),
        "number": str(stuk),
        "URL": stuk.url,
        "custom": {"kamerstuk": str(stuk), "kamer": stuk.kamer, "rang": "officieel"},
    }
    return add_row(folder, "bronnen", "references", new, _scalar)


def _scalar(naam: str, waarde: Data) -> str:
    text = str(waarde)
    return quoted(text) if naam in ("title", "issued", "number", "kamerstuk") else text
