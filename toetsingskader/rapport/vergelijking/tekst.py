"""The changes for a terminal: at most 80 columns, what went and what came marked."""

from collections.abc import Iterator

from toetsingskader.rapport import parafen, zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.kolommen import afbreken, kleuren
from toetsingskader.toetsing import Toetsing
from toetsingskader.toetsing.wijzigingen import Aard, Deelwijziging, Wijzigingen, Woorden
from toetsingskader.vergelijking.tekst import compare_texts

_MERK = {
    Aard.WEG: ("[-", "-]", "rood"),
    Aard.ERBIJ: ("[+", "+]", "groen"),
}
LEGENDA = "In de tekst staat tussen [- -] wat weg is, en tussen [+ +] wat erbij is gekomen."


def tekst(toetsing: Toetsing, *, kleur: bool = False) -> str:
    """All changes of a result, on a screen."""
    veilig = inert_toetsing(toetsing)
    w = veilig.wijzigingen
    assert w is not None
    kop = afbreken(f"Wijzigingen: {veilig.titel}")
    delen = [[*kop, "═" * max(map(len, kop)), *afbreken(zinnen.tussen(w))]]
    if any(deel.tekst for deel in w.delen):
        delen[0] += afbreken(LEGENDA)
    delen += [list(_deel(deel, kleur)) for deel in w.delen]
    delen += [list(_parafen(w, kleur)), list(_bevindingen(w, kleur))]
    return "\n\n".join("\n".join(deel) for deel in delen if deel) + "\n"


def _deel(deel: Deelwijziging, kleur: bool) -> Iterator[str]:
    yield kleuren(zinnen.deel_titel(deel), "vet", kleur)
    for feit in deel.gegevens:
        yield from afbreken(zinnen.feit_zin(feit), eerste="  - ", vervolg="    ")
    yield from _paragraphs(deel.tekst)


def changed_text(oud: str, nieuw: str) -> list[str]:
    """The paragraphs of a text that changed, with the words that went and came marked."""
    return [*_paragraphs(inert_toetsing(tuple(compare_texts(oud, nieuw))))]


def _paragraphs(alineas: tuple[tuple[Woorden, ...], ...]) -> Iterator[str]:
    for alinea in alineas:
        shown = " ".join(_marked(stuk) for stuk in alinea)
        yield from afbreken(shown, eerste="  tekst: ", vervolg="    ")


def _marked(stuk: Woorden) -> str:
    begin, end, _ = _MERK.get(stuk.aard, ("", "", ""))
    return f"{begin}{stuk.tekst}{end}"


def _parafen(w: Wijzigingen, kleur: bool) -> Iterator[str]:
    if w.parafen:
        titel, regels = parafen.changes(w)
        yield kleuren(titel, "vet", kleur)
        for regel in regels:
            yield from afbreken(regel, eerste="  - ", vervolg="    ")


def _bevindingen(w: Wijzigingen, kleur: bool) -> Iterator[str]:
    for titel, bevindingen in zinnen.bevindingen_groepen(w):
        yield kleuren(titel, "vet", kleur)
        for bevinding in bevindingen:
            yield from afbreken(zinnen.bevinding_zin(bevinding), eerste="  - ", vervolg="    ")
