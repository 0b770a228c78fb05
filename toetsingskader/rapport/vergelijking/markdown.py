"""The changes as Markdown that may be pasted under a merge request; data is inert there too."""

from collections.abc import Iterator

from toetsingskader.rapport import parafen, zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.markdown_tekens import escape, lijst
from toetsingskader.toetsing import Toetsing
from toetsingskader.toetsing.wijzigingen import Aard, Deelwijziging, Wijzigingen, Woorden

_MERK = {Aard.WEG: "~~", Aard.ERBIJ: "**"}
_HOOGSTENS = 65_000
_INGEKORT = "De lijst is te lang voor een bericht; het vervolg staat in 'toetsingskader vergelijk'."


def markdown(toetsing: Toetsing) -> str:
    """All changes of a result, as many as fit in a comment."""
    veilig = inert_toetsing(toetsing)
    w = veilig.wijzigingen
    assert w is not None
    blokken = [f"# Wijzigingen: {escape(veilig.titel)}", escape(zinnen.tussen(w))]
    size = sum(map(len, blokken))
    for blok in (*(_deel(d) for d in w.delen), *_parafen(w), *_bevindingen(w)):
        size += len(blok) + 2
        if size > _HOOGSTENS:
            blokken.append(f"*{_INGEKORT}*")
            break
        blokken.append(blok)
    return "\n\n".join(blokken) + "\n"


def _deel(deel: Deelwijziging) -> str:
    items = [escape(zinnen.feit_zin(feit)) for feit in deel.gegevens]
    items += [" ".join(_marked(stuk) for stuk in alinea) for alinea in deel.tekst]
    return f"## {escape(zinnen.deel_titel(deel))}\n\n{lijst(*items)}"


def _marked(stuk: Woorden) -> str:
    mark = _MERK.get(stuk.aard, "")
    return f"{mark}{escape(stuk.tekst)}{mark}"


def _parafen(w: Wijzigingen) -> Iterator[str]:
    if w.parafen:
        titel, regels = parafen.changes(w)
        yield f"## {titel}\n\n{lijst(*map(escape, regels))}"


def _bevindingen(w: Wijzigingen) -> Iterator[str]:
    for titel, bevindingen in zinnen.bevindingen_groepen(w):
        items = (escape(zinnen.bevinding_zin(b)) for b in bevindingen)
        yield f"## {titel}\n\n{lijst(*items)}"
