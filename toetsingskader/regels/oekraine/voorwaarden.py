"""The four minimal conditions of the policy brief (MC1 to MC4): how far the record shows them.

Source: Clingendael Policy Brief 'Militaire inzet in Oekraïne' (2025), p. 1 and 11. Each condition
is judged on typed answers only: *nee* means not met, empty or unknown means not shown.
"""

from collections.abc import Callable, Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.geweldsinstructie import Geweldsinstructie
from toetsingskader.kader.mogen.draagvlak import Draagvlak
from toetsingskader.kader.mogen.exit_strategie import ExitStrategie
from toetsingskader.kader.mogen.mandaat import Mandaat
from toetsingskader.kader.weergave import decapitalise
from toetsingskader.regels.oekraine.gegevens import (
    BRON,
    REGELSET,
    backing_is_secret,
    bondgenoot,
)
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.toetsing import Ernst, Maatstaf, Voorwaarde

VOORWAARDEN_BRON = f"{BRON}, p. 1 en 11"
_MET, _NOT_SHOWN, _NOT_MET = "aangetoond", "niet aangetoond", "niet vervuld"
_ELSEWHERE = "vertrouwelijk"
Oordeel = tuple[str, str]
"""State and the words that explain it."""


def _mandate_and_roe(b: Beoordeling) -> Oordeel:
    mandaat, roe = b.punt(Mandaat), b.punt(Geweldsinstructie).roe
    if roe.status.waarde == "geen":
        return _NOT_MET, "er is geen geweldsinstructie"
    rijen = [*mandaat.rechtsgronden, *mandaat.mandaten]
    verkregen = bool(mandaat.mandaten.rijen and mandaat.rechtsgronden.rijen) and all(
        r.status.waarde == "verkregen" for r in rijen
    )
    missing = [] if verkregen else ["het mandaat is niet verkregen"]
    if roe.status.waarde != "vastgesteld":
        missing.append("de geweldsinstructie is niet vastgesteld")
    return _judge(missing, "mandaat verkregen en geweldsinstructie vastgesteld")


def _broad_support(b: Beoordeling) -> Oordeel:
    punt = b.punt(Draagvlak)
    kanten = {"Tweede Kamer": punt.steun_kamer, "samenleving": punt.steun_samenleving}
    narrow = [f"{k}: {s.waarde.waarde}" for k, s in kanten.items() if s.waarde.bekend]
    narrow = [tekst for tekst in narrow if not tekst.endswith("breed")]
    if narrow:
        return _NOT_MET, f"de steun is niet breed ({', '.join(narrow)})"
    unknown = [k for k, s in kanten.items() if s.waarde.waarde != "breed"]
    return _judge(
        [f"niet bekend is hoe breed de steun is in de {' en de '.join(unknown)}"]
        if unknown
        else [],
        "brede steun in de Tweede Kamer en in de samenleving",
    )


def _american_backing(b: Beoordeling) -> Oordeel:
    if backing_is_secret(b):
        return _ELSEWHERE, "vertrouwelijk: zie het stuk dat bij dit punt is genoemd"
    found = bondgenoot(b, "US")
    if found is None:
        return _NOT_SHOWN, "over de Amerikaanse steun staat niets in het dossier"
    steun, rugdekking = found[1].steun.waarde, found[1].rugdekking_bij_gevecht.waarde
    if steun == "geen" or rugdekking == "geweigerd":
        return _NOT_MET, "er is geen Amerikaanse rugdekking"
    missing = []
    if steun != "geloofwaardig":
        missing.append(_of_answer("de Amerikaanse steun", steun))
    if rugdekking != "toegezegd":
        missing.append(_of_answer("rugdekking bij een gevecht", rugdekking))
    return _judge(missing, "geloofwaardige steun en toegezegde rugdekking")


def _of_answer(wat: str, antwoord: str | None) -> str:
    return f"{wat} is {antwoord.replace('_', ' ')}" if antwoord else f"{wat} is niet bekend"


def _clear_exit(b: Beoordeling) -> Oordeel:
    punt = b.punt(ExitStrategie)
    afgelost = punt.aflossing.status.waarde
    if punt.verwachte_duur.open_einde.waarde == "aanvaard" and afgelost == "niet_voorzien":
        return _NOT_MET, "een open einde is aanvaard en aflossing is niet voorzien"
    missing = []
    if not len(punt.succescriteria):
        missing.append("er is geen succescriterium")
    if afgelost != "toegezegd" and not b.dossier.besluit.periode.tot_en_met.bekend:
        missing.append("er is geen einddatum en geen toegezegde aflossing")
    return _judge(missing, "succescriterium en einde of aflossing vastgelegd")


def _judge(missing: list[str], met: str) -> Oordeel:
    return (_NOT_SHOWN, "; ".join(missing)) if missing else (_MET, met)


_TABLE: tuple[tuple[str, str, str, tuple[str, ...], Callable[[Beoordeling], Oordeel]], ...] = (
    (
        "MC1",
        "Helder mandaat en heldere geweldsinstructie",
        "mandaat",
        ("mandaat.rechtsgronden.status", "mandaat.mandaten.status", "geweldsinstructie.roe"),
        _mandate_and_roe,
    ),
    (
        "MC2",
        "Brede steun in politiek en samenleving",
        "draagvlak",
        ("draagvlak.steun_kamer", "draagvlak.steun_samenleving"),
        _broad_support,
    ),
    (
        "MC3",
        "Geloofwaardige Amerikaanse rugdekking",
        "steun-bondgenoten",
        (
            "steun-bondgenoten.bondgenoten.naam",
            "steun-bondgenoten.bondgenoten.steun",
            "steun-bondgenoten.bondgenoten.rugdekking_bij_gevecht",
        ),
        _american_backing,
    ),
    (
        "MC4",
        "Duidelijke exit-strategie",
        "exit-strategie",
        (
            "exit-strategie.succescriteria",
            "exit-strategie.aflossing.status",
            "exit-strategie.verwachte_duur.open_einde",
            "dossier.besluit.periode.tot_en_met",
        ),
        _clear_exit,
    ),
)


def panel(b: Beoordeling, niet_beoordeeld: frozenset[str]) -> Iterator[Voorwaarde]:
    """The four conditions, each with its state; unreadable answers leave it not shown."""
    for code, titel, _, _, judge in _TABLE:
        if code in niet_beoordeeld:
            staat, tekst = _NOT_SHOWN, "niet beoordeeld: een gegeven is niet te lezen"
        else:
            staat, tekst = judge(b)
        yield Voorwaarde(code, titel, staat, tekst, VOORWAARDEN_BRON)


def _finding(
    titel: str, sleutel: str, judge: Callable[[Beoordeling], Oordeel], b: Beoordeling
) -> Iterator[Melding]:
    staat, tekst = judge(b)
    if staat == _NOT_MET:
        zin = f"Wijkt af van {VOORWAARDEN_BRON}: de minimale voorwaarde '{titel}' is niet vervuld"
        yield Melding(
            sleutel,
            (),
            f"{zin}: {tekst}. Los dit op, of aanvaard de bevinding in dossier.yaml met een reden "
            "en wie dat besloot.",
        )
    elif staat == _NOT_SHOWN:
        yield Melding(
            sleutel,
            (),
            f"De minimale voorwaarde '{titel}' is niet aangetoond: {tekst}. Vul dit aan, of "
            "aanvaard de bevinding in dossier.yaml met een reden en wie dat besloot.",
            Ernst.ONTBREEKT,
        )


def _rule(
    code: str,
    titel: str,
    sleutel: str,
    leest: tuple[str, ...],
    judge: Callable[[Beoordeling], Oordeel],
) -> Regel:
    def check(b: Beoordeling) -> Iterator[Melding]:
        yield from _finding(titel, sleutel, judge, b)

    return Regel(
        code,
        Ernst.TEGENSTRIJDIG,
        Maatstaf.BRON,
        f"Minimale voorwaarde volgens de bron: {decapitalise(titel)}.",
        VOORWAARDEN_BRON,
        leest,
        check,
        REGELSET,
        "AVB",
    )


REGELS = tuple(_rule(*row) for row in _TABLE)
