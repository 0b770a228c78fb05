"""What the rules of this set share: its name, its source, and the rows of the countries it asks.

Source: Clingendael Policy Brief 'Militaire inzet in Oekraïne: willen, mogen en kunnen we dat?'
(2025). Page numbers follow from the page breaks; the text itself has none.
"""

from datetime import date

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Antwoord, Staat
from toetsingskader.kader.mogen.steun_bondgenoten import Bondgenoot, SteunBondgenoten
from toetsingskader.kader.mogen.toestemming_partijen import Partij, ToestemmingPartijen
from toetsingskader.regels.regel import Functie, Regel
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden import Datum

REGELSET = "oekraine-2025"
NEWEST_SOURCE = date(2025, 2, 26)
"""The newest dated source in the brief; what it says of attitudes is of that day at the latest."""
BRON = "Clingendael Policy Brief 'Militaire inzet in Oekraïne' (2025)"


def partij(b: Beoordeling, code: str) -> tuple[int, Partij] | None:
    """The row of a country in toestemming-partijen."""
    for i, rij in enumerate(b.punt(ToestemmingPartijen).partijen):
        if rij.partij.waarde and rij.partij.waarde.code == code:
            return i, rij
    return None


def bondgenoot(b: Beoordeling, code: str) -> tuple[int, Bondgenoot] | None:
    """The row of a country in steun-bondgenoten."""
    for i, rij in enumerate(b.punt(SteunBondgenoten).bondgenoten):
        if rij.naam.waarde and rij.naam.waarde.code == code:
            return i, rij
    return None


def backing_is_secret(b: Beoordeling) -> bool:
    """Whether what is known of American backing is kept elsewhere: answered, and not to judge."""
    found = bondgenoot(b, "US")
    answers: list[Antwoord] = [b.punt(SteunBondgenoten).bondgenoten]
    if found:
        answers += [found[1].steun, found[1].rugdekking_bij_gevecht]
    return any(a.staat is Staat.VERTROUWELIJK for a in answers)


def after_source(datum: Datum | None) -> bool:
    """Whether a date certainly lies after the newest source of the brief."""
    return datum is not None and datum.van > NEWEST_SOURCE


def of_source(
    code: str,
    ernst: Ernst,
    zin: str,
    pagina: str,
    functie: Functie,
    *leest: str,
    soorten: str = "",
    vervangt: str = "",
) -> Regel:
    """A rule by the judgement of the brief, at these pages."""
    return Regel(
        code,
        ernst,
        Maatstaf.BRON,
        zin,
        f"{BRON}, p. {pagina}",
        leest,
        functie,
        REGELSET,
        soorten,
        vervangt,
    )


def page(pagina: str) -> str:
    """The source as a sentence names it; the rule names it in full."""
    return f"Clingendael (2025), p. {pagina}"


def deviates(pagina: str, zin: str) -> str:
    """A sentence about a deviation from the source."""
    return f"Wijkt af van {page(pagina)}: {zin}"
