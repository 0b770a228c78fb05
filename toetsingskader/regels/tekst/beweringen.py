"""Rules about what a letter may not claim: consent of parliament, a verdict about the framework."""

import re

from toetsingskader.regels.regel import Regel
from toetsingskader.regels.tekst.controle import is_question, where_said
from toetsingskader.regels.tekst.lezen import Vondst
from toetsingskader.toetsing import Ernst, Maatstaf

_JA = r"(?:toestemming|instemming|goedkeuring|fiat)"
_KAMER = r"(?:Kamers?|parlement|Staten-Generaal|volksvertegenwoordiging)\b"
_INSTEMMING = re.compile(
    rf"\b{_JA}\s+(?:van|door|aan|bij|in)\s+(?:(?:de|het|uw|beide|Tweede|Eerste|Nederlandse)\s+)*{_KAMER}"
    rf"|\b{_KAMER}[^,]{{0,80}}?\b(?:om|ter|haar|zijn|voor)\s+{_JA}\b(?!\s+(?:van|te)\b)"
    rf"|\b(?:om|ter)\s+{_JA}\b[^,]{{0,60}}?\b{_KAMER}"
    rf"|\bparlementaire\s+{_JA}\b"
    rf"|\b{_KAMER}[^,]{{0,40}}?\b(?:moet|moeten|dient|dienen)\b[^,]{{0,60}}?\b(?:instemmen|goedkeuren|{_JA})\b"
    rf"|\binstemmingsrecht\b",
    re.IGNORECASE,
)
_ARTIKEL_96 = re.compile(r"\b(?:artikel|art\.)\s+96\b|\boorlogsverklaring\b", re.IGNORECASE)


def _war(vondst: Vondst) -> bool:
    """Article 96 (a declaration of war) does ask for consent."""
    return is_question(vondst) or bool(_ARTIKEL_96.search(vondst.omgeving))


_OORDEEL = re.compile(
    r"\b(?:voldoe[nt]|voldaan|voldeed|voldeden|beantwoordt|strookt|spoort)\b[^.]{0,90}?"
    r"\btoetsingskader\b"
    r"|\btoetsingskader\b[^.]{0,90}?\b(?:voldoe[nt]|voldaan|voldeed|doorstaan|doorstaat|"
    r"positief\s+uit|negatief\s+uit)\b",
    re.IGNORECASE,
)
_GEEN_OORDEEL = re.compile(
    r"\b(?:kan|kunnen|geen\s+(?:uitspraak|oordeel|criteri\w+)|niet\s+of)\b|aandachtspunt",
    re.IGNORECASE,
)


def _says_that_it_is_none(vondst: Vondst) -> bool:
    return is_question(vondst) or bool(_GEEN_OORDEEL.search(vondst.omgeving))


_consent = where_said(
    _INSTEMMING,
    lambda v: (
        f"Hier lijkt het of de Kamer instemt of moet instemmen: '{v.citaat}'. Artikel 100 van de "
        "Grondwet vraagt inlichtingen vooraf, geen instemming. Schrijf dat de Kamer wordt "
        "geïnformeerd, of laat de zin staan als hij iets anders zegt."
    ),
    behalve=_war,
)

_verdict = where_said(
    _OORDEEL,
    lambda v: (
        f"Hier staat een oordeel over het toetsingskader: '{v.citaat}'. De punten zijn "
        "aandachtspunten en geen criteria. Schrijf per punt wat bekend is en wat niet."
    ),
    behalve=_says_that_it_is_none,
    ontkend=True,
)


REGELS = (
    Regel(
        "M2B",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "De brief stelt niet dat de Kamer met de inzet moet instemmen.",
        "Grondwet, artikel 100",
        (),
        _consent,
    ),
    Regel(
        "TEKST-OORDEEL",
        Ernst.LET_OP,
        Maatstaf.RECHT,
        "De brief zegt niet dat de inzet al dan niet aan het toetsingskader voldoet.",
        "Kamerstuk 23 591, nr. 6: aandachtspunten, zeker geen criteria",
        (),
        _verdict,
    ),
)
