"""Each point in full on a terminal: its question, text, facts and open questions, in 80 columns."""

from collections.abc import Iterator, Sequence

from toetsingskader.rapport import zinnen
from toetsingskader.rapport.kolommen import afbreken, kleuren
from toetsingskader.toetsing import Gegeven, Puntverslag, Toetsing

NAAR_MEER = "Met '--formaat voluit' staan hier ook de tekst en de gegevens van elk punt."


def punt_voor_punt(toetsing: Toetsing, *, kleur: bool = False) -> Iterator[list[str]]:
    """A block of lines per point, then one with the facts of the dossier; the result is inert."""
    for punt in toetsing.punten:
        yield list(_punt(punt, toetsing.peildatum, kleur))
    if toetsing.dossier_gegevens:
        kop = kleuren("Gegevens van het dossier", "vet", kleur)
        yield [kop, *_gegevens(toetsing.dossier_gegevens, toetsing.peildatum)]


def _punt(punt: Puntverslag, peildatum: str, kleur: bool) -> Iterator[str]:
    yield from (kleuren(regel, "vet", kleur) for regel in afbreken(punt.titel))
    yield from afbreken(punt.vraag, eerste="  ")
    stand = (zinnen.toestand(punt), zinnen.antwoorden(punt), zinnen.herkomst(punt), punt.bestand)
    yield from afbreken(f"{'; '.join(stand)} → {punt.eigenaar}", eerste="  ")
    if punt.nvt_reden:
        yield from afbreken(f"niet van toepassing: {punt.nvt_reden}", eerste="  ")
    if punt.tekst:
        yield "  Tekst voor de brief:"
    for alinea in punt.tekst:
        yield from afbreken(alinea, eerste="    | ", vervolg="    | ")
    yield from _lijst("Open vragen", [zinnen.open_vraag(v) for v in punt.open_vragen])
    yield from _lijst("Nog niet bekend", punt.onbekend)
    if punt.gegevens:
        yield f"  {zinnen.gegevens_zin(punt.gegevens)}:"
        yield from _gegevens(punt.gegevens, peildatum)


def _lijst(kop: str, regels: Sequence[str]) -> Iterator[str]:
    if regels:
        yield f"  {kop}:"
    for regel in regels:
        yield from afbreken(regel, eerste="    - ")


def _gegevens(gegevens: Sequence[Gegeven], peildatum: str) -> Iterator[str]:
    for g in gegevens:
        origin = (zinnen.bron(g), zinnen.datum(g, peildatum), f"naar: {g.bestemming.value}")
        waarde = f"{g.waarde} ({g.toelichting})" if g.toelichting else g.waarde
        yield from afbreken(f"{g.label}: {waarde}", eerste="    - ")
        yield from afbreken(f"[{'; '.join(filter(None, origin))}]", eerste="      ")
