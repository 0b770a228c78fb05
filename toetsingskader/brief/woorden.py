"""How a fact reads in a letter: in a cell of a table, and within a sentence."""

from toetsingskader.kader.antwoord import Antwoord, Blok, Lijst
from toetsingskader.kader.punt import Cijfer
from toetsingskader.kader.veld import Veldbeschrijving
from toetsingskader.kader.weergave import show

_FULL = {
    "BZ": "ministerie van Buitenlandse Zaken",
    "BZ/DJZ": "ministerie van Buitenlandse Zaken",
    "BZ/DVB": "ministerie van Buitenlandse Zaken",
    "BZ (regiodirectie)": "ministerie van Buitenlandse Zaken",
    "Def": "ministerie van Defensie",
    "Def/CDS": "Commandant der Strijdkrachten",
    "Def/DJZ": "ministerie van Defensie",
    "Def/DOPS": "ministerie van Defensie",
    "IOB": "Directie Internationaal Onderzoek en Beleidsevaluatie (IOB)",
    "MIVD": "Militaire Inlichtingen- en Veiligheidsdienst (MIVD)",
}
"""Bodies that the record names as offices do among themselves, as parliament knows them."""
_ARTICLES = {
    "ministerie van Buitenlandse Zaken": "het",
    "ministerie van Defensie": "het",
    "Commandant der Strijdkrachten": "de",
    "Directie Internationaal Onderzoek en Beleidsevaluatie (IOB)": "de",
    "Militaire Inlichtingen- en Veiligheidsdienst (MIVD)": "de",
    "ministerraad": "de",
    "rijksministerraad": "de",
    "NAVO": "de",
    "Europese Unie": "de",
    "Tweede Kamer": "de",
    "Eerste Kamer": "de",
    "Verenigde Naties": "de",
    "VN-Veiligheidsraad": "de",
    "Verenigde Staten": "de",
    "Verenigd Koninkrijk": "het",
    "Russische Federatie": "de",
}
_SMALL = frozenset(
    word
    for line in (
        "aan als alle beide bij binnen buiten dat de deze die dit door drie een elk elke er geen",
        "het hoe iedere in indien is met na naar nu om onder op over per sinds te ten ter tot",
        "tussen twee uit vanaf van vier voor waar wat wie zij zijn zo zodra zonder",
    )
    for word in line.split()
)
"""Words that keep no capital when a text that began with one stands within a sentence."""


def enumerate_dutch(items: list[str]) -> str:
    """ "a", "a en b", "a, b en c"."""
    *first, last = items or [""]
    return f"{', '.join(first)} en {last}" if first else last


def in_cell(veld: Veldbeschrijving, antwoord: Antwoord | Blok) -> str:
    """A fact in a cell of a table, or alone."""
    text = show(veld, antwoord)
    return _FULL.get(text, text)


def in_sentence(veld: Veldbeschrijving, antwoord: Antwoord | Blok) -> str:
    """A fact within a sentence: lists with "en", names with their article, no full stop."""
    if isinstance(antwoord, Cijfer):
        return antwoord.getal
    if isinstance(antwoord, Lijst) and veld.waardetype and len(antwoord):
        return enumerate_dutch([within(veld.waardetype.show(w)) for w in antwoord])
    return within(show(veld, antwoord))


def within(text: str) -> str:
    """A text as it stands within a sentence."""
    text = _FULL.get(text, text)
    text = f"{_ARTICLES[text]} {text}" if text in _ARTICLES else text.rstrip(".")
    first, space, rest = text.partition(" ")
    return first.lower() + space + rest if first.lower() in _SMALL else text
