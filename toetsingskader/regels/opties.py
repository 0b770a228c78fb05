"""The options side by side, and rules about their folders.

An option is a projection of the record; each is checked as any record is. The letter takes the
chosen one, a report and a beslisnota show all of them in one table.
"""

from collections.abc import Callable, Iterator

from toetsingskader.kader import PROZA, PUNTEN, Beoordeling
from toetsingskader.kader.berekend import computed
from toetsingskader.kader.dossier import Optie
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.operatie import Operatie
from toetsingskader.kader.weergave import show_veld
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Bevinding, Ernst, Maatstaf, Optievergelijking, Voorwaarde

_ASPECTS = (
    "Stand",
    "Reden",
    "Soort operatie",
    "Inzetgebied",
    "Eenheden",
    "Maximaal totaal",
    "Gaat ten koste van",
    "Verschilt in",
    "Minimale voorwaarden",
    "Bevindingen",
)


Oordeel = tuple[tuple[Bevinding, ...], tuple[Voorwaarde, ...]]
"""What checking one option gives: its findings and the minimal conditions."""


def compare(b: Beoordeling, judge: Callable[[Beoordeling], Oordeel]) -> Optievergelijking | None:
    """All options of a record in one table: an aspect per row, an option per column."""
    opties = [o for o in b.dossier.opties if o.sleutel.waarde]
    if not opties:
        return None
    columns = []
    for optie in opties:
        projected = b.voor_optie(optie.sleutel.waarde)
        columns.append(tuple(_column(optie, projected, *judge(projected))))
    rows = tuple((aspect, *cells) for aspect, *cells in zip(_ASPECTS, *columns, strict=True))
    titels = tuple(o.titel.waarde or o.sleutel.waarde or "" for o in opties)
    return Optievergelijking(titels, tuple(row for row in rows if any(row[1:])))


def _column(
    optie: Optie,
    b: Beoordeling,
    bevindingen: tuple[Bevinding, ...],
    voorwaarden: tuple[Voorwaarde, ...],
) -> Iterator[str]:
    """What one option says about each aspect, in the order of the table."""
    operaties = list(b.punt(Operatie).operaties)
    eenheden = b.punt(Eenheden)
    yield show_veld(optie, "status")
    yield optie.reden.waarde or ""
    yield _join(show_veld(o, "soort") for o in operaties)
    yield _join(show_veld(o, "gebied") for o in operaties)
    yield _join(e.naam.waarde or "" for e in eenheden.eenheden)
    total = next(c.feit for c in computed(b) if c.naam == "eenheden.totaal")
    yield str(total.waarde) if total.bekend else total.staat.value.replace("leeg", "niet ingevuld")
    yield _join(show_veld(r, "wat") for r in eenheden.ten_koste_van)
    titels = {**PROZA, **{s: punt.kader.titel for s, punt in PUNTEN.items()}}
    yield _join(titels[s] for s in titels if s in b.eigen) or "niets"
    yield _join(f"{v.code} {v.staat}" for v in voorwaarden)
    open_ = [x.ernst for x in bevindingen if x.aanvaard is None]
    shown = [e for e in (Ernst.TEGENSTRIJDIG, Ernst.ONTBREEKT, Ernst.LET_OP) if e in open_]
    yield ", ".join(f"{open_.count(e)} {e.label}" for e in shown) or "geen"


def _join(texts: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(t for t in texts if t))


def _folder_without_option(b: Beoordeling) -> Iterator[Melding]:
    rijen = [o.sleutel.waarde for o in b.dossier.opties]
    for naam in b.opties:
        if all(rijen) and naam not in rijen:
            yield Melding(
                "dossier",
                ("opties",),
                f"De map 'opties/{naam}' hoort bij geen optie in dossier.yaml en telt niet mee. "
                "Voeg onder 'opties' een regel toe met deze sleutel, of haal de map weg.",
            )


def _empty_option(b: Beoordeling) -> Iterator[Melding]:
    for pad, optie in numbered("opties", b.dossier.opties):
        projected = b.opties.get(optie.sleutel.waarde or "")
        if projected is not None and not projected.eigen:
            yield Melding(
                "dossier",
                pad,
                f"In de map 'opties/{optie.sleutel.waarde}' staat geen enkel punt. Zet daar de "
                "punten die in deze optie anders zijn, of haal de map weg.",
            )


REGELS = (
    Regel(
        "OPTIE-MAP",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Elke map in 'opties' hoort bij een optie in dossier.yaml.",
        "opties in het dossier",
        ("dossier.opties.sleutel",),
        _folder_without_option,
    ),
    Regel(
        "OPTIE-LEEG",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "In de map van een optie staat wat daarin anders is.",
        "opties in het dossier",
        ("dossier.opties.sleutel",),
        _empty_option,
    ),
)
