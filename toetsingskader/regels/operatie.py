"""Rules about the kind of operation, from the definitions of the kinds; and its phases.

Source of the definitions: Clingendael Policy Brief 'Militaire inzet in Oekraïne' (2025), p. 3-5.
"""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.geweldsinstructie import Geweldsinstructie
from toetsingskader.kader.kunnen.operatie import Operatie, Operatieregel
from toetsingskader.kader.mogen.mandaat import Mandaat
from toetsingskader.regels.perioden import ends_before
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf

_BRON = "Clingendael Policy Brief 'Militaire inzet in Oekraïne' (2025)"
VREDESOPERATIES = ("peacekeeping", "peace_enforcement")
_AFDWINGEN = {"afdwingen_bestand", "offensief"}


def operations(b: Beoordeling, *soorten: str) -> Iterator[tuple[Pad, Operatieregel]]:
    """The operations of these kinds, each with its path; of every kind when none is named."""
    for pad, rij in numbered("operaties", b.punt(Operatie).operaties):
        if not soorten or rij.soort.waarde in soorten:
            yield pad, rij


def _partial(b: Beoordeling) -> Iterator[Melding]:
    guarantee = any(True for _ in operations(b, "garantiemacht"))
    for pad, operatie in operations(b, "peacekeeping"):
        if operatie.onpartijdig.waarde == "nee":
            yield Melding(
                "operatie",
                (*pad, "onpartijdig"),
                "Peacekeeping is strikt onpartijdig, en hier staat nee. Kies een andere soort "
                "operatie, of corrigeer het antwoord.",
            )
        elif guarantee and operatie.missie.waarde is None:
            yield Melding(
                "operatie",
                (*pad, "soort"),
                "Een garantiemacht kiest partij en peacekeeping doet dat niet; hier staan beide "
                "voor dezelfde missie. Kies er een, of noem bij elke regel de missie.",
            )


def _intervening(b: Beoordeling) -> Iterator[Melding]:
    roe = set(b.punt(Geweldsinstructie).geweld_toegestaan) & _AFDWINGEN
    mandates = [m.geweld.waarde for m in b.punt(Mandaat).mandaten]
    kinds = {o.soort.waarde for _, o in operations(b)}
    for pad, operatie in operations(b, "peacekeeping"):
        if operatie.bij_schending.waarde == "ingrijpen":
            yield Melding(
                "operatie",
                (*pad, "bij_schending"),
                "Peacekeeping neemt waar en meldt; ingrijpen bij een schending is peace "
                "enforcement. Kies een andere soort operatie of een andere handelwijze.",
            )
    if kinds == {"peacekeeping"} and (roe or "afdwingen" in mandates):
        yield Melding(
            "geweldsinstructie" if roe else "mandaat",
            ("geweld_toegestaan",) if roe else ("mandaten",),
            "Hier is geweld toegestaan om het bestand af te dwingen, en dat past niet bij "
            "peacekeeping. Beperk het toegestane geweld, of kies een andere soort operatie.",
        )


def _heavy_arms(b: Beoordeling) -> Iterator[Melding]:
    for pad, operatie in operations(b, "peacekeeping"):
        if operatie.bewapening.waarde == "zwaar":
            yield Melding(
                "operatie",
                (*pad, "bewapening"),
                "Peacekeeping is licht bewapend; hier staat zwaar. Controleer het antwoord, of "
                "beschrijf in de tekst waarom het nodig is.",
            )


def _no_air_component(b: Beoordeling) -> Iterator[Melding]:
    for pad, operatie in operations(b):
        needs = operatie.soort.waarde == "peace_enforcement" or operatie.vorm.waarde == (
            "struikeldraad"
        )
        if needs and operatie.luchtcomponent.waarde == "nee":
            yield Melding(
                "operatie",
                (*pad, "luchtcomponent"),
                "Deze vorm van inzet vraagt optreden op de grond en in de lucht; een "
                "luchtcomponent is er niet. Beschrijf in de tekst wie die levert, of waarom zij "
                "niet nodig is.",
            )


def _without_resolution(b: Beoordeling) -> Iterator[Melding]:
    gronden = b.punt(Mandaat).rechtsgronden
    kinds = [g.soort.waarde for g in gronden]
    if not kinds or None in kinds or "vn_resolutie" in kinds:
        return
    for _, operatie in operations(b, *VREDESOPERATIES):
        yield Melding(
            "mandaat",
            ("rechtsgronden",),
            f"Voor een vredesoperatie ({operatie.soort.waarde}) is een resolutie van de "
            "VN-Veiligheidsraad de beste grond, en die staat er niet bij. Beschrijf in de tekst "
            "waarom de inzet zonder kan.",
        )
        return


def _veto(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(Mandaat)
    awaited = any(
        g.soort.waarde == "vn_resolutie" and g.status.waarde in ("gevraagd", "voorzien")
        for g in punt.rechtsgronden
    )
    for pad, lid in numbered("permanente_leden", punt.permanente_leden):
        if awaited and lid.standpunt.waarde == "tegen":
            yield Melding(
                "mandaat",
                (*pad, "standpunt"),
                f"Er wordt een resolutie van de Veiligheidsraad verwacht, maar {lid.land.waarde} "
                "is tegen en heeft een veto. Noem een andere rechtsgrond, of werk het standpunt "
                "bij.",
            )


def _phases(b: Beoordeling) -> Iterator[Melding]:
    inzet = b.dossier.besluit.periode
    for pad, operatie in operations(b):
        for fase_pad, fase in numbered("fasen", operatie.fasen):
            outside = ends_before(fase.periode.van.waarde, inzet.van.waarde) or ends_before(
                inzet.tot_en_met.waarde, fase.periode.tot_en_met.waarde
            )
            if outside:
                yield Melding(
                    "operatie",
                    (*pad, *fase_pad, "periode"),
                    f"De fase '{fase.naam.waarde or 'zonder naam'}' ({fase.periode}) valt buiten "
                    f"de periode van het besluit ({inzet}). Corrigeer een van beide.",
                )


_SOORT = "operatie.operaties.soort"

REGELS = (
    Regel(
        "T3",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.BEGRIP,
        "Peacekeeping is strikt onpartijdig en geen deel van een garantiemacht.",
        f"{_BRON}, p. 4",
        (_SOORT, "operatie.operaties.onpartijdig"),
        _partial,
    ),
    Regel(
        "T4",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.BEGRIP,
        "Peacekeeping dwingt niets af: ingrijpen bij schendingen is peace enforcement.",
        f"{_BRON}, p. 4-5",
        (
            _SOORT,
            "operatie.operaties.bij_schending",
            "geweldsinstructie.geweld_toegestaan",
            "mandaat.mandaten.geweld",
        ),
        _intervening,
    ),
    Regel(
        "T5",
        Ernst.LET_OP,
        Maatstaf.BEGRIP,
        "Peacekeeping is licht bewapend.",
        f"{_BRON}, p. 4",
        (_SOORT, "operatie.operaties.bewapening"),
        _heavy_arms,
    ),
    Regel(
        "T8",
        Ernst.LET_OP,
        Maatstaf.BEGRIP,
        "Peace enforcement en een struikeldraad hebben een luchtcomponent.",
        f"{_BRON}, p. 4-5",
        (_SOORT, "operatie.operaties.vorm", "operatie.operaties.luchtcomponent"),
        _no_air_component,
    ),
    Regel(
        "M1B",
        Ernst.LET_OP,
        Maatstaf.BEGRIP,
        "Een vredesoperatie berust bij voorkeur op een resolutie van de VN-Veiligheidsraad.",
        f"{_BRON}, p. 7",
        (_SOORT, "mandaat.rechtsgronden.soort"),
        _without_resolution,
    ),
    Regel(
        "M1D",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.RECHT,
        "Een resolutie komt er niet als een permanent lid van de Veiligheidsraad tegen is.",
        f"veto van de permanente leden; {_BRON}, p. 7",
        (
            "mandaat.rechtsgronden.soort",
            "mandaat.rechtsgronden.status",
            "mandaat.permanente_leden.standpunt",
        ),
        _veto,
    ),
    Regel(
        "FASE-PERIODE",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De fasen van de operatie vallen binnen de periode van het besluit.",
        "operatie.fasen en besluit.periode in het dossier",
        ("operatie.operaties.fasen", "dossier.besluit.periode"),
        _phases,
    ),
)
