"""All assessments in one table of at most 80 columns."""

from collections import Counter
from collections.abc import Sequence

from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.kolommen import Kolom, afbreken, tabel
from toetsingskader.rapport.overzicht import Overzichtsrij, counted, ordered

_KOLOMMEN = (
    Kolom("Beoordeling", 26),
    Kolom("Ingevuld", 8),
    Kolom("Houdt tegen", 5, rechts=True),
    Kolom("Tegen- strijdig", 8, rechts=True),
    Kolom("Eerstvolgende termijn", 13),
    Kolom("Meeste bij", 10),
)
_UITLEG = (
    "Ingevuld: van de gevraagde punten. Houdt tegen: bevindingen die een definitieve brief "
    "tegenhouden. Termijn: van een open vraag of een stap in de planning; verstreken als hij voor "
    "de peildatum ligt. Meeste bij: wie het meeste heeft van wat tegenhoudt."
)


def render_overzicht(rijen: Sequence[Overzichtsrij]) -> str:
    """The warning first, then a row per assessment, then what the columns mean."""
    veilig = [inert_toetsing(r) for r in ordered(rijen)]
    if not veilig:
        return "Er zijn geen beoordelingen.\n"
    regels: list[str] = []
    for waarschuwing in dict.fromkeys(r.waarschuwing for r in veilig if r.waarschuwing):
        regels += afbreken(waarschuwing)
    titels = Counter(r.titel for r in veilig)
    cellen = [_cells(r, met_map=titels[r.titel] > 1) for r in veilig]
    regels += ["", *tabel(_KOLOMMEN, cellen, ""), ""]
    if len(veilig) > 1:
        regels += afbreken(counted(veilig))
    regels += afbreken(_UITLEG)
    return "\n".join(regels) + "\n"


def _cells(r: Overzichtsrij, *, met_map: bool) -> tuple[str, ...]:
    """One row; of assessments with the same title the folder tells which it is."""
    where = f" (map {r.slug})" if met_map else ""
    if r.fout:
        return (f"{r.titel}{where}: niet te lezen", "–", "–", "–", "–", "–")
    stand = f", {r.besluit}" if r.besluit else ""
    stand += f", {r.niet_akkoord} × niet akkoord" if r.niet_akkoord else ""
    stand += f" (peildatum {r.peildatum})" if r.peildatum else ""
    verstreken = " (verstreken)" if r.verstreken else ""
    return (
        f"{r.naam}{where}: {r.briefsoort}{stand}",
        r.van_gevraagd,
        str(r.houdt_tegen),
        str(r.tegenstrijdig),
        f"{r.termijn}{verstreken}: {r.termijn_van}" if r.termijn else "",
        f"{r.meeste_open} ({r.meeste_aantal})" if r.meeste_open else "",
    )
