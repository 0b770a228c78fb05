"""All assessments in one table, for the end of `python build.py`."""

from collections import Counter
from collections.abc import Sequence

from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.kolommen import Kolom, afbreken, tabel
from toetsingskader.rapport.samenvatting import eerste_termijn, vat_samen
from toetsingskader.toetsing import Ernst, Toetsing

_KOLOMMEN = (
    Kolom("Beoordeling", 30),
    Kolom("Ingevuld", 10),
    Kolom("Houdt tegen", 11, rechts=True),
    Kolom("Let op", 6, rechts=True),
    Kolom("Eerste termijn", 15),
)


def render_overzicht(toetsingen: Sequence[Toetsing]) -> str:
    """The warnings first, then a row per assessment, then what the columns mean."""
    veilig = [inert_toetsing(t) for t in toetsingen]
    if not veilig:
        return "Er zijn geen beoordelingen.\n"
    regels: list[str] = []
    for waarschuwing in dict.fromkeys(t.waarschuwing for t in veilig):
        regels += afbreken(waarschuwing)
    titels = Counter(t.titel for t in veilig)
    rijen = [_rij(t, met_map=titels[t.titel] > 1) for t in veilig]
    regels += ["", *tabel(_KOLOMMEN, rijen, ""), ""]
    regels += afbreken(
        "Ingevuld: van de gevraagde punten. Houdt tegen: bevindingen die een definitieve brief "
        "tegenhouden. Eerste termijn: van de open vragen."
    )
    return "\n".join(regels) + "\n"


def _rij(toetsing: Toetsing, *, met_map: bool) -> tuple[str, ...]:
    """One row; of assessments with the same title the folder tells which it is."""
    s = vat_samen(toetsing)
    naam = f"{toetsing.titel} (fictief)" if toetsing.fictief else toetsing.titel
    return (
        f"{naam}: {toetsing.briefsoort}{f' (map {toetsing.slug})' if met_map else ''}",
        s.punten.kort,
        str(len(s.belet)),
        str(toetsing.aantal(Ernst.LET_OP)),
        eerste_termijn(s),
    )
