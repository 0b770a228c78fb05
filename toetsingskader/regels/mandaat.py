"""Rules about the legal basis, the mandate, the use of force, and informing parliament first."""

from collections.abc import Iterator, Sequence

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.geweldsinstructie import Geweldsinstructie
from toetsingskader.kader.mogen.mandaat import Mandaat, Mandaatregel, Rechtsgrond
from toetsingskader.kader.punt import Periode
from toetsingskader.kader.veld import Briefsoort, beschrijf
from toetsingskader.kader.weergave import name_of, show_veld
from toetsingskader.regels.perioden import ends_before
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden import Datum

_FORCE_OF_MANDATE = {"geen": 0, "zelfverdediging": 1, "verdediging_mandaat": 2, "afdwingen": 3}
_FORCE_OF_ROE = {
    "zelfverdediging": 1,
    # Coming to the aid of others is part of self-defence in Dutch law.
    "verdediging_anderen": 1,
    "bescherming_burgers": 2,
    "verdediging_mandaat": 2,
    "afdwingen_bestand": 3,
    "offensief": 3,
}


_INFORMING = (Briefsoort.ARTIKEL_100, Briefsoort.VERLENGING, Briefsoort.AANVULLEND)
"""The letters that inform parliament before units go."""


def _no_legal_basis(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(Mandaat)
    if not len(punt.rechtsgronden):
        yield Melding(
            "mandaat",
            ("rechtsgronden",),
            "Er is geen rechtsgrond ingevuld. Noem ten minste één volkenrechtelijke grond, ook "
            "als die nog wordt verwacht, bijvoorbeeld een uitnodiging van het gastland.",
        )


def _not_obtained(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(Mandaat)
    for veld, woord in (("rechtsgronden", "rechtsgrond"), ("mandaten", "mandaat")):
        for i, rij in enumerate(getattr(punt, veld)):
            if rij.status.bekend and rij.status.waarde != "verkregen":
                yield Melding(
                    "mandaat",
                    (veld, i, "status"),
                    f"{woord.capitalize()} '{name_of(rij)}' is nog niet verkregen "
                    f"({show_veld(rij, 'status')}). Een definitieve brief vraagt een verkregen "
                    f"{woord}; werk de status bij zodra dat zo is.",
                )


def _rows(punt: Mandaat) -> Iterator[tuple[str, int, str, Sequence[Rechtsgrond | Mandaatregel]]]:
    """Every legal basis and mandate: list, number, how a sentence begins, and the whole list."""
    for i, grond in enumerate(punt.rechtsgronden):
        yield "rechtsgronden", i, f"De rechtsgrond '{name_of(grond)}'", punt.rechtsgronden.rijen
    for i, mandaat in enumerate(punt.mandaten):
        yield "mandaten", i, f"Het mandaat '{name_of(mandaat)}'", punt.mandaten.rijen


def _may_be_covered(
    rijen: Sequence[Rechtsgrond | Mandaatregel], i: int, begin: Datum | None
) -> bool:
    """Whether another row for the same mission may hold when the deployment begins."""
    missie = rijen[i].missie.waarde
    return any(
        missie in (None, ander.missie.waarde) or ander.missie.waarde is None
        for j, ander in enumerate(rijen)
        if j != i
        and not ends_before(ander.geldig.tot_en_met.waarde, begin)
        and not ends_before(begin, ander.geldig.van.waarde)
    )


def _misses(geldig: Periode, inzet: Periode) -> tuple[str, str, Ernst | None] | None:
    """How a validity misses the deployment: its wrong end, the rest of the sentence, severity."""
    einde, begin = geldig.tot_en_met.waarde, geldig.van.waarde
    van, tot = inzet.van.waarde, inzet.tot_en_met.waarde
    fix = "Corrigeer een van beide data, of noem de grond die dan geldt."
    if ends_before(einde, van):
        return "tot_en_met", f"eindigt op {einde}, vóór het begin van de inzet ({van}). {fix}", None
    if ends_before(tot, begin):
        return "van", f"begint op {begin}, na het einde van de inzet ({tot}). {fix}", None
    if ends_before(van, begin):
        zin = (
            f"begint op {begin}; de inzet begint al op {van}. Noem de grond voor de tussenliggende "
            "tijd, of corrigeer een van beide data."
        )
        return "van", zin, None
    if ends_before(einde, tot):
        zin = (
            f"eindigt op {einde}; de inzet duurt tot en met {tot}. Schrijf in de tekst hoe de "
            "verlenging wordt geregeld."
        )
        return "tot_en_met", zin, Ernst.LET_OP
    return None


def _too_short(b: Beoordeling) -> Iterator[Melding]:
    inzet = b.dossier.besluit.periode
    for lijst, i, wat, rijen in _rows(b.punt(Mandaat)):
        found = _misses(rijen[i].geldig, inzet)
        if found:
            veld, zin, ernst = found
            if _may_be_covered(rijen, i, inzet.van.waarde):
                ernst = Ernst.LET_OP
            yield Melding("mandaat", (lijst, i, "geldig", veld), f"{wat} {zin}", ernst)


def _parliament_first(b: Beoordeling) -> Iterator[Melding]:
    dossier = b.dossier
    if dossier.artikel.waarde != "artikel_100_lid_1":
        return
    begin = dossier.besluit.periode.van.waarde
    brieven = [x for x in dossier.brieven if x.soort.waarde in _INFORMING]
    verzonden = [x.verzonden_op.waarde or x.datum.waarde for x in brieven]
    data = [d for d in verzonden if d]
    # A letter without a date may have been in time.
    if begin and data and len(data) == len(verzonden) and ends_before(begin, min(data)):
        yield Melding(
            "dossier",
            ("besluit", "periode", "van"),
            f"De inzet begint op {begin}, vóór de brief aan de Kamer van {min(data)}. Artikel 100, "
            "eerste lid, van de Grondwet vraagt inlichtingen vooraf. Corrigeer een van beide data; "
            "kon het niet vooraf, kies dan het artikel dat geldt en motiveer dat.",
        )


def _force_beyond_mandate(b: Beoordeling) -> Iterator[Melding]:
    mandaten = list(b.punt(Mandaat).mandaten)
    ruimte = [_FORCE_OF_MANDATE[m.geweld.waarde] for m in mandaten if m.geweld.waarde]
    if not mandaten or len(ruimte) < len(mandaten):
        return
    roe = b.punt(Geweldsinstructie)
    wider = [g for g in roe.geweld_toegestaan if _FORCE_OF_ROE[g] > max(ruimte)]
    if wider:
        breedst = max(mandaten, key=lambda m: _FORCE_OF_MANDATE[m.geweld.waarde or "geen"])
        yield Melding(
            "geweldsinstructie",
            ("geweld_toegestaan",),
            f"De geweldsinstructie staat meer toe ({_labels(roe, wider)}) dan het "
            f"mandaat ({show_veld(breedst, 'geweld')}). Beperk de geweldsinstructie of corrigeer "
            "het toegestane geweld in het mandaat.",
        )


def _labels(roe: Geweldsinstructie, keuzes: list[str]) -> str:
    veld = next(v for v in beschrijf(type(roe)) if v.naam == "geweld_toegestaan")
    assert veld.waardetype
    return ", ".join(veld.waardetype.show(k) for k in keuzes)


_STATUS = ("mandaat.rechtsgronden.status", "mandaat.mandaten.status")

REGELS = (
    Regel(
        "M1A",
        Ernst.ONTBREEKT,
        Maatstaf.RECHT,
        "Elke inzet heeft ten minste één volkenrechtelijke grond, verkregen of verwacht.",
        "notitie rechtsgrondslag en mandaat, Kamerstuk 29 521, nr. 41",
        ("mandaat.rechtsgronden.soort",),
        _no_legal_basis,
        soorten="AVL",
        vervangt="mandaat.rechtsgronden",
    ),
    Regel(
        "MANDAAT-STATUS",
        Ernst.ONTBREEKT,
        Maatstaf.RECHT,
        "Voor een definitieve brief zijn rechtsgrond en mandaat verkregen.",
        "notitie rechtsgrondslag en mandaat, Kamerstuk 29 521, nr. 41",
        _STATUS,
        _not_obtained,
        soorten="AV",
    ),
    Regel(
        "MANDAAT-EINDE",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Rechtsgrond en mandaat gelden wanneer de inzet begint; eindigen zij eerder dan de inzet, "
        "dan zegt de tekst hoe de verlenging wordt geregeld.",
        "besluit.periode en mandaat.geldig in het dossier",
        (
            "mandaat.rechtsgronden.geldig",
            "mandaat.mandaten.geldig",
            "dossier.besluit.periode",
        ),
        _too_short,
    ),
    Regel(
        "KAMER-VOORAF",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.RECHT,
        "Bij artikel 100, eerste lid, is de Kamer ingelicht voordat de inzet begint.",
        "artikel 100, eerste lid, van de Grondwet",
        (
            "dossier.artikel",
            "dossier.besluit.periode.van",
            "dossier.brieven.soort",
            "dossier.brieven.datum",
            "dossier.brieven.verzonden_op",
        ),
        _parliament_first,
    ),
    Regel(
        "MANDAAT-GEWELD",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De geweldsinstructie staat niet meer geweld toe dan het mandaat.",
        "geweldsinstructie.geweld_toegestaan en mandaat.mandaten.geweld in het dossier",
        ("geweldsinstructie.geweld_toegestaan", "mandaat.mandaten.geweld"),
        _force_beyond_mandate,
    ),
)
