"""Rules about risks: which the register must hold, and which cannot be rated low.

Source: policy brief, p. 1, 4, 8 and 11: no effective deployment is without these risks.
"""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.kunnen.risicos import Risicos
from toetsingskader.kader.mogen.toestemming_partijen import ToestemmingPartijen
from toetsingskader.kader.weergave import show_veld
from toetsingskader.regels.oekraine.gegevens import REGELSET, deviates, of_source
from toetsingskader.regels.operatie import operations
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Ernst, Maatstaf

_NEVER_LOW = {"gevechtscontact", "verliezen", "rechtstreekse_oorlog", "mission_creep"}
_MUST_NAME = {
    "gevechtscontact": "gevechtscontact",
    "verliezen": "verliezen",
    "mission_creep": "verschuiving van de taak",
    "beproeving_europese_wil": "beproeving van de Europese wil",
    "nucleaire_dreiging": "nucleaire dreiging",
    "artikel_5_niet_gehonoreerd": "artikel 5 niet gehonoreerd",
    "afhankelijkheid_vs": "afhankelijkheid van de Verenigde Staten",
    "verlies_gereedheid": "verlies van gereedheid",
    "open_einde": "open einde",
    "geen_aflossing": "geen aflossing",
}
"""R1 to R12 of the register, but for R3 and R9, which have rules of their own (T15 and T14)."""


def _kinds(b: Beoordeling) -> set[str | None] | None:
    """The kinds of risk in the register; None when it is empty or kept elsewhere."""
    register = b.punt(Risicos).register_
    return {r.soort.waarde for r in register} if len(register) else None


def _register(b: Beoordeling) -> Iterator[Melding]:
    kinds = _kinds(b)
    rest = [zin for soort, zin in _MUST_NAME.items() if kinds is not None and soort not in kinds]
    if rest and None not in (kinds or set()):
        yield Melding(
            "risicos",
            ("register",),
            f"Deze risico's uit de bron staan niet in het register: {', '.join(rest)}. Voeg ze "
            "toe; is een risico er niet, schrijf dan bij de omschrijving waarom.",
        )


def _interest_of_host(b: Beoordeling) -> Iterator[Melding]:
    kinds = _kinds(b)
    if kinds is not None and not kinds & {"belang_gastland_bij_escalatie", None}:
        yield Melding(
            "risicos",
            ("register",),
            "Oekraïne kan er belang bij hebben dat landen van de NAVO bij de oorlog betrokken "
            "raken. Dat risico staat niet in het register; voeg het toe.",
        )


def _war_between_states(b: Beoordeling) -> Iterator[Melding]:
    kinds = _kinds(b)
    if kinds is not None and not kinds & {"rechtstreekse_oorlog", None}:
        yield Melding(
            "risicos",
            ("register",),
            "Een treffen tussen Europese en Russische militairen is in Russische ogen deelname aan "
            "de oorlog. Dat risico staat niet in het register; voeg het toe.",
        )


def _rated_low(b: Beoordeling) -> Iterator[Melding]:
    dangerous = any(True for _ in operations(b, "garantiemacht", "peace_enforcement"))
    for pad, risico in numbered("register", b.punt(Risicos).register_):
        for veld in ("kans", "restrisico"):
            low = getattr(risico, veld).waarde == "laag"
            if dangerous and low and risico.soort.waarde in _NEVER_LOW:
                zin = (
                    "geen vorm van doeltreffende inzet is zonder wezenlijk risico op "
                    f"{show_veld(risico, 'soort')}; hier staat '{veld}: laag'. Corrigeer dat, of "
                    "aanvaard de bevinding met een reden."
                )
                yield Melding("risicos", (*pad, veld), deviates("1, 11", zin))


def _expected_reaction(b: Beoordeling) -> Iterator[Melding]:
    kinds = _kinds(b)
    punt = b.punt(ToestemmingPartijen)
    if kinds is None or punt.verwachte_reactie.staat is Staat.VERTROUWELIJK:
        return
    expected = {
        "nucleaire_dreiging": "nucleaire_dreiging",
        "beproeving_wilskracht": "beproeving_europese_wil",
        "hybride_aanvallen": "hybride_en_cyber",
    }
    for reactie in punt.verwachte_reactie:
        soort = expected.get(reactie)
        if soort and soort not in kinds and None not in kinds:
            yield Melding(
                "risicos",
                ("register",),
                f"Bij de verwachte reactie staat {reactie.replace('_', ' ')}, maar het register "
                "noemt dat risico niet. Voeg het toe, of corrigeer de verwachte reactie.",
            )


REGELS = (
    of_source(
        "OEK-RISICO",
        Ernst.ONTBREEKT,
        "Het register noemt de risico's van de bron.",
        "1-12",
        _register,
        "risicos.register.soort",
        soorten="AVB",
    ),
    of_source(
        "T14",
        Ernst.LET_OP,
        "Het belang van het gastland bij escalatie staat in het register.",
        "4",
        _interest_of_host,
        "risicos.register.soort",
        soorten="AVB",
    ),
    of_source(
        "T15",
        Ernst.LET_OP,
        "Een rechtstreekse oorlog staat in het register.",
        "4",
        _war_between_states,
        "risicos.register.soort",
        soorten="AVB",
    ),
    of_source(
        "RK1",
        Ernst.TEGENSTRIJDIG,
        "Gevechtscontact, verliezen, oorlog en verschuiving van de taak zijn geen laag risico.",
        "1, 11",
        _rated_low,
        "risicos.register",
        "operatie.operaties.soort",
    ),
    Regel(
        "RISICO-REACTIE",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een reactie die wordt verwacht, staat als risico in het register.",
        "toestemming-partijen.verwachte_reactie en risicos.register in het dossier",
        ("risicos.register.soort", "toestemming-partijen.verwachte_reactie"),
        _expected_reaction,
        REGELSET,
    ),
)
