"""Ministries, directorates and other bodies, as the record names them; any other text may stand.

The names are those of the specification, the owners in the framework and the assessments.
"""

import difflib
import re
from typing import Annotated

from toetsingskader.waarden.tekst import one_line
from toetsingskader.waarden.waardetype import Waardetype, normalise

ORGANEN = (
    "BZ", "BZ/DJZ", "BZ/DVB", "BZ (regiodirectie)", "Def", "Def/CDS", "Def/DJZ", "Def/DOPS",
    "FEZ BZ", "FEZ Def", "IOB", "IRF", "MIVD", "BHO", "JenV", "BZK", "Buitenlandse Zaken",
    "Defensie", "Commandant der Strijdkrachten", "ministerraad", "rijksministerraad",
    "Tweede Kamer", "Eerste Kamer", "Verenigde Naties", "VN-Veiligheidsraad",
)  # fmt: skip
_PERSON = re.compile(
    r"(?:(?:dhr|mw|drs|mr|dr|ir)\.? )*(?:(?:[A-Z]\.)+|[A-Z][a-zà-ÿ]+)"
    r"(?: (?:van|de|der|den|het|ten|ter|el|'t))* [A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)?"
)
_NO_PERSON = re.compile(
    r"Ministerie|Directie|Directoraat|Dienst|Raad|Commissie|Commando|Bureau|Europese|Verenigde|"
    r"Koninklijke|Nationaal|Algemene|Tweede|Eerste|Buitenlandse|Zaken|Kamer",
    re.IGNORECASE,
)


def near_orgaan(text: str) -> str | None:
    """The known body that was probably meant; None when it is one, or looks like none."""
    if text in ORGANEN:
        return None
    turned = {_parts(naam): naam for naam in ORGANEN}
    if _parts(text) in turned:
        return turned[_parts(text)]
    known = {_fold(naam): naam for naam in ORGANEN}
    near = difflib.get_close_matches(_fold(text), known, 1, 0.85)
    return known[near[0]] if near else None


def same_orgaan(a: str, b: str) -> bool:
    """Whether two texts name the same body, apart from case, spaces and signs."""
    return _fold(a) == _fold(b)


def looks_like_person(text: str) -> bool:
    """Whether a text has the form of somebody's name and holds no word of an office."""
    return bool(_PERSON.fullmatch(text)) and text not in ORGANEN and not _NO_PERSON.search(text)


def _parts(text: str) -> frozenset[str]:
    """The words of a name in whatever order: "Def/FEZ" is "FEZ Def" turned around."""
    return frozenset(re.findall(r"[a-z0-9]+", normalise(text.replace(" ", "/"))))


def _fold(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", normalise(text))


ORGAAN = Waardetype("een ministerie, directie of ander orgaan", one_line, str, "BZ/DJZ")
Orgaan = Annotated[str, ORGAAN]
