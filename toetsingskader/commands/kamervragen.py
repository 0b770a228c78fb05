"""`kamervragen`: what parliament always asks, and what the record answers.

The questions stand in `templates/kamervragen/vragen.yaml`, where a policy officer can change them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from toetsingskader.commands.antwoorden import Antwoorden, Vraag
from toetsingskader.commands.toets import assess
from toetsingskader.errors import ToolError
from toetsingskader.kader import PUNTEN
from toetsingskader.moment import document_time
from toetsingskader.rapport.kamervragen import Puntvragen, Vragenlijst, markdown
from toetsingskader.sjablonen import SJABLONEN, read_words

VORMEN = {"markdown": "md", "docx": "docx"}
"""Format to file extension; the first is the default."""

FOLDER, FILE = SJABLONEN / "kamervragen", "vragen.yaml"


def question_list(folder: Path) -> Vragenlijst:
    """The questions about this record with what it answers.

    Raises InputError, and ToolError when the table of questions is wrong.
    """
    getoetst = assess(folder)
    b, t = getoetst.beoordeling, getoetst.toetsing
    antwoorden, vragen = Antwoorden(b), [*questions()]
    punten = []
    for sleutel in PUNTEN:
        own = [v for v in vragen if v.punt == sleutel]
        if own:
            punt = b.punten[sleutel]
            answered = tuple(antwoorden.to(v) for v in own)
            pad = b.bestanden[sleutel].pad
            punten.append(Puntvragen(punt.kader.titel, punt.eigenaar, pad, answered))
    return Vragenlijst(
        t.titel, t.fictief, t.briefsoort, t.peildatum, t.optie, t.waarschuwing, tuple(punten)
    )


def written(vragenlijst: Vragenlijst, formaat: str) -> str | bytes:
    """The list in this format. Raises ToolError when pandoc is missing."""
    text = markdown(vragenlijst)
    if formaat == "markdown":
        return text
    # Only a Word file needs pandoc.
    from toetsingskader.render.blad import markdown_to_docx

    return markdown_to_docx(text, document_time([]))


def questions() -> Iterator[Vraag]:
    """The questions of the table. Raises ToolError for one that lacks something."""
    rows = read_words(FOLDER, FILE).get("vragen")
    for row in rows if isinstance(rows, list) else [None]:
        vraag = _question(row) if isinstance(row, dict) else None
        if vraag is None:
            raise ToolError(
                f"In '{FOLDER / FILE}' is een vraag niet compleet: {row}. Een vraag heeft een "
                "punt, een vraag, gegevens, een bron en geverifieerd (ja of nee)."
            )
        yield vraag


def _question(row: Mapping[str, object]) -> Vraag | None:
    texts = [row.get(k) for k in ("punt", "vraag", "bron", "geverifieerd")]
    gegevens = row.get("gegevens")
    if not all(isinstance(t, str) and t for t in texts) or not isinstance(gegevens, list):
        return None
    punt, vraag, bron, geverifieerd = map(str, texts)
    known = punt in PUNTEN and geverifieerd in ("ja", "nee")
    names = tuple(str(g) for g in gegevens)
    return Vraag(punt, vraag, names, bron, geverifieerd == "ja") if known else None
