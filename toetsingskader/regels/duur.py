"""Rules about how long it lasts and how it ends."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.financien import Financien
from toetsingskader.kader.mogen.exit_strategie import ExitStrategie
from toetsingskader.kader.mogen.mandaat import Mandaat
from toetsingskader.regels.perioden import ends_before
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Ernst, Maatstaf

_BRIEF_P8 = "Clingendael Policy Brief 'Militaire inzet in Oekraïne' (2025), p. 8"


def _open_end(b: Beoordeling) -> Iterator[Melding]:
    duur = b.punt(ExitStrategie).verwachte_duur
    if duur.open_einde.waarde == "aanvaard" and not duur.besloten_door.bekend:
        yield Melding(
            "exit-strategie",
            ("verwachte_duur", "besloten_door"),
            "Een open einde is aanvaard, maar er staat niet door wie. Vul 'besloten_door' in.",
        )


def _moments(b: Beoordeling) -> Iterator[Melding]:
    inzet = b.dossier.besluit.periode
    for pad, moment in numbered("toetsmomenten", b.punt(ExitStrategie).toetsmomenten):
        datum = moment.datum.waarde
        if ends_before(datum, inzet.van.waarde) or ends_before(inzet.tot_en_met.waarde, datum):
            yield Melding(
                "exit-strategie",
                (*pad, "datum"),
                f"Het toetsmoment van {datum} valt buiten de periode van het besluit ({inzet}). "
                "Corrigeer een van beide.",
            )


def _extension(b: Beoordeling) -> Iterator[Melding]:
    uiterste = b.punt(ExitStrategie).verlenging.uiterste_besluitdatum.waarde
    for mandaat in b.punt(Mandaat).mandaten:
        einde = mandaat.geldig.tot_en_met.waarde
        if ends_before(einde, uiterste):
            yield Melding(
                "exit-strategie",
                ("verlenging", "uiterste_besluitdatum"),
                f"Over verlenging wordt uiterlijk {uiterste} besloten, maar het mandaat eindigt al "
                f"op {einde}. Kies een eerdere datum, of schrijf hoe de tussentijd is geregeld.",
            )
            return


def _way_home(b: Beoordeling) -> Iterator[Melding]:
    kosten = b.punt(Financien).kosten
    fasen = {k.fase.waarde for k in kosten}
    told = b.punt(ExitStrategie).terugkeer.bekend
    if told and fasen and None not in fasen and "afbouw" not in fasen:
        yield Melding(
            "financien",
            ("kosten",),
            "De terugkeer is beschreven, maar bij de kosten staat niets voor de afbouw. Voeg een "
            "post met fase 'afbouw' toe, of schrijf waarom die er niet is.",
        )


REGELS = (
    Regel(
        "OPEN-EINDE",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "Wie een open einde aanvaardt, staat erbij.",
        _BRIEF_P8,
        ("exit-strategie.verwachte_duur",),
        _open_end,
    ),
    Regel(
        "TOETSMOMENT",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Toetsmomenten vallen binnen de periode van het besluit.",
        "exit-strategie.toetsmomenten en besluit.periode in het dossier",
        ("exit-strategie.toetsmomenten.datum", "dossier.besluit.periode"),
        _moments,
    ),
    Regel(
        "VERLENGING-DATUM",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Over verlenging wordt besloten voordat het mandaat eindigt.",
        "exit-strategie.verlenging en mandaat.mandaten.geldig in het dossier",
        ("exit-strategie.verlenging", "mandaat.mandaten.geldig"),
        _extension,
    ),
    Regel(
        "TERUGKEER-KOSTEN",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Wie de terugkeer beschrijft, raamt ook de kosten van de afbouw.",
        "exit-strategie.terugkeer en financien.kosten in het dossier",
        ("exit-strategie.terugkeer", "financien.kosten.fase"),
        _way_home,
    ),
)
