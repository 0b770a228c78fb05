"""One round of following a record: what came, what went, and where it stands, on lines of a screen.

A person wants the difference; an editor wants every finding between a line that begins and a line
that ends, and marks their places anew. `templates/vscode/tasks.json` reads these very lines.
"""

from collections.abc import Iterator

from toetsingskader.rapport import zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.kort import counts, line
from toetsingskader.toetsing import Bevinding, Toetsing
from toetsingskader.toetsing.wijzigingen import Wijzigingen

BEGIN = "Toetsingskader: begin van de bevindingen"
EINDE = "Toetsingskader: einde van de bevindingen"


def ronde(toetsing: Toetsing, gewijzigd: Wijzigingen | None, *, editor: bool = False) -> str:
    """The lines of one round; `gewijzigd` is None in the first.

    The first says what is unreadable or contradictory, each later one what came and went.
    """
    veilig = inert_toetsing(toetsing)
    delen = [*_difference(gewijzigd)]
    if editor:
        delen += [BEGIN, *(line(b) for b in veilig.bevindingen if b.aanvaard is None), EINDE]
    elif gewijzigd is None:
        delen += [line(b) for b in veilig.bevindingen if b.breekt]
    return "\n".join([*delen, counts(veilig)])


def _difference(gewijzigd: Wijzigingen | None) -> Iterator[str]:
    """A word before each finding: that tells them apart aloud, and from those an editor marks."""
    if gewijzigd is None:
        return
    veilig = inert_toetsing(gewijzigd)
    yield from (f"erbij: {_line(b)}" for b in veilig.bevindingen_erbij)
    yield from (f"weg: {_line(b)}" for b in veilig.bevindingen_weg)
    yield f"Sinds de vorige keer: {zinnen.bevindingen_zin(veilig)}."


def _line(b: Bevinding) -> str:
    return f"{line(b)}{' (aanvaard)' if b.aanvaard else ''}"
