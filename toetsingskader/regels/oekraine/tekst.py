"""Rules about the words of a letter: what a guarantee force is not, what its source denies."""

import re
from collections.abc import Callable, Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.operatie import Operatie
from toetsingskader.regels.oekraine.gegevens import BRON, REGELSET, deviates
from toetsingskader.regels.regel import Functie, Melding, Regel
from toetsingskader.regels.tekst.controle import is_question, where_said
from toetsingskader.regels.tekst.lezen import Vondst
from toetsingskader.toetsing import Ernst, Maatstaf

_SOORT = ("operatie.operaties.soort",)


def _kinds(b: Beoordeling) -> set[str | None]:
    return {o.soort.waarde for o in b.punt(Operatie).operaties}


def _only_guarantee_force(b: Beoordeling) -> bool:
    return "garantiemacht" in _kinds(b) and not _kinds(b) & {"peacekeeping", "peace_enforcement"}


def _forceful(b: Beoordeling) -> bool:
    return bool(_kinds(b) & {"garantiemacht", "peace_enforcement"})


def _flies_f35(b: Beoordeling) -> bool:
    return any(e.soort.waarde == "f35" for e in b.punt(Eenheden).eenheden)


def _when(condition: Callable[[Beoordeling], bool], functie: Functie) -> Functie:
    def check(b: Beoordeling) -> Iterator[Melding]:
        if condition(b):
            yield from functie(b)

    return check


_VREDESMACHT = re.compile(
    r"\b(?:vredesmissies?|vredesmacht(?:en)?|vredestroepen|vredessoldaten|blauwhelmen|"
    r"peacekeepers?|peacekeeping(?:-|\s)?(?:missie|macht|operatie)s?)\b",
    re.IGNORECASE,
)
_ARTIKEL_5 = re.compile(
    r"\b(?:artikel|art\.)\s+(?:5|vijf)\b[^.]{0,120}?\b(?:geldt|gelden|van\s+toepassing|dekt|"
    r"beschermt|dekking|gedekt)\b"
    r"|\b(?:geldt|dekt|beschermt|gedekt|valt|vallen)\b[^.]{0,80}?\b(?:artikel|art\.)\s+(?:5|vijf)\b",
    re.IGNORECASE,
)
_GEEN_RISICO = re.compile(
    r"\b(?:zonder|nauwelijks|amper)\s+(?:\w+\s+)?risico(?:'s|’s)?\b|\brisicoloos\b|\brisicoloze\b"
    r"|\b(?:beperkte?|gering|geringe|kleine?|lage?|verwaarloosba(?:ar|re)|minimale?)\s+"
    r"risico(?:'s|’s)?\b"
    r"|\brisico(?:'s|’s)?\s+(?:is|zijn|blijft|blijven)\s+(?:\w+\s+)?"
    r"(?:beperkt|gering|klein|laag|nihil|verwaarloosbaar|minimaal|beheersbaar)\b",
    re.IGNORECASE,
)
_VERBONDEN = re.compile(r"\bonlosmakelijk\b[^.]{0,60}?\bverbonden\b", re.IGNORECASE)
_TOEGESCHREVEN = re.compile(
    r"\b(?:volgens|oordeelt|oordeel|acht|vindt|meent|beschouwt|overtuigd|mening|als|indien|wanneer|"
    r"mits|zouden?)\b",
    re.IGNORECASE,
)
_NO_FLY = re.compile(r"\bno[- ]?fly[- ]?zones?\b|\bvliegverbod(?:en|szones?)?\b", re.IGNORECASE)
_BESLISSEND = re.compile(
    r"\b(?:doorslaggevend|beslissend)e?\b[^.,]{0,40}?"
    r"\b(?:effect|bijdrage|rol|verschil|betekenis|invloed|gewicht|slagkracht)\b"
    r"|\b(?:effect|bijdrage|verschil|betekenis|invloed|inzet|eenheid|eenheden|troepenmacht|missie)\b"
    r"[^.,]{0,60}?\b(?:doorslaggevend|beslissend)\b",
    re.IGNORECASE,
)


_ALLEEN = re.compile(r"\b(?:alleen|slechts|uitsluitend)\b", re.IGNORECASE)
_ONGEVAL = re.compile(
    r"\s+op\s+(?:een\s+)?(?:ongeval|ongeluk|ziekte|schade|vertraging)", re.IGNORECASE
)
_POLITIEK = re.compile(r"\b(?:politie\w+|onderhandel\w+|besluit\w*|diplomat\w+)\b", re.IGNORECASE)


def _only_for_allies(vondst: Vondst) -> bool:
    return is_question(vondst) or bool(_ALLEEN.search(vondst.omgeving))


def _risk_of_accidents(vondst: Vondst) -> bool:
    after = _ONGEVAL.match(vondst.deel.tekst, vondst.match.end())
    return is_question(vondst) or bool(after)


def _political_effect(vondst: Vondst) -> bool:
    return is_question(vondst) or bool(_POLITIEK.search(vondst.omgeving))


def _not_as_fact(vondst: Vondst) -> bool:
    """A question, or what somebody thinks: then it is presented as a judgement."""
    return is_question(vondst) or bool(_TOEGESCHREVEN.search(vondst.omgeving))


_peace_force = where_said(
    _VREDESMACHT,
    lambda v: (
        f"Hier staat '{v.woord}', maar de operatie is een garantiemacht. Die kiest partij en is "
        f"geen vredesoperatie: '{v.citaat}'. Schrijf 'garantiemacht', of corrigeer de soort "
        "operatie."
    ),
)
_article_5 = where_said(
    _ARTIKEL_5,
    lambda v: deviates(
        "8",
        f"hier lijkt te staan dat artikel 5 de inzet dekt: '{v.citaat}'. Oekraïne is geen "
        "bondgenoot. Schrijf wat wel en wat niet is toegezegd.",
    ),
    behalve=_only_for_allies,
)
_no_risk = where_said(
    _GEEN_RISICO,
    lambda v: deviates(
        "1 en 11",
        f"'{v.woord}' staat hier bij een inzet die niet zonder substantieel risico kan: "
        f"'{v.citaat}'. Beschrijf het risico, of zeg waar het over gaat.",
    ),
    behalve=_risk_of_accidents,
)
_inseparable = where_said(
    _VERBONDEN,
    lambda v: deviates(
        "6-7",
        f"dit staat er als feit, en het is een politieke vraag: '{v.citaat}'. Schrijf wie dat "
        "oordeel heeft gegeven en waarom, of maak er een vraag van.",
    ),
    behalve=_not_as_fact,
)
_no_fly_zone = where_said(
    _NO_FLY,
    lambda v: deviates(
        "9",
        f"'{v.woord}' zegt meer dan een inzet van F-35's: '{v.citaat}'. De bron wijst juist op het "
        "risico op escalatie daarvan. Beschrijf de taken van de toestellen.",
    ),
)
_decisive = where_said(
    _BESLISSEND,
    lambda v: deviates(
        "1 en 11-12",
        "een Nederlandse bijdrage heeft vooral politieke en symbolische betekenis, en hier staat: "
        f"'{v.citaat}'. Beschrijf het beoogde effect, of noem de bron.",
    ),
    behalve=_political_effect,
)


def _regel(
    code: str,
    maatstaf: Maatstaf,
    zin: str,
    pagina: str,
    functie: Functie,
    leest: tuple[str, ...] = (),
) -> Regel:
    bron = f"{BRON}, p. {pagina}"
    return Regel(code, Ernst.LET_OP, maatstaf, zin, bron, leest, functie, REGELSET)


REGELS = (
    _regel(
        "T12",
        Maatstaf.BEGRIP,
        "Een garantiemacht heet in de brief geen vredesmissie.",
        "3-4",
        _when(_only_guarantee_force, _peace_force),
        _SOORT,
    ),
    _regel(
        "M4C-TEKST",
        Maatstaf.BRON,
        "De brief stelt niet dat artikel 5 van het Noord-Atlantisch Verdrag in Oekraïne geldt.",
        "8",
        _article_5,
    ),
    _regel(
        "RK1-TEKST",
        Maatstaf.BRON,
        "De brief noemt een garantiemacht of vredesafdwinging niet zonder of met beperkt risico.",
        "1, 11",
        _when(_forceful, _no_risk),
        _SOORT,
    ),
    _regel(
        "WQ2",
        Maatstaf.BRON,
        "Dat de veiligheid van beide landen onlosmakelijk verbonden is, staat er niet als feit.",
        "6-7",
        _inseparable,
    ),
    _regel(
        "K3D",
        Maatstaf.BRON,
        "De brief spreekt bij een inzet van F-35's niet van een no-fly zone.",
        "9",
        _when(_flies_f35, _no_fly_zone),
        ("eenheden.eenheden.soort",),
    ),
    _regel(
        "K-AARD",
        Maatstaf.BRON,
        "De brief schrijft een Nederlandse bijdrage geen doorslaggevend militair effect toe.",
        "1, 11-12",
        _decisive,
    ),
)
