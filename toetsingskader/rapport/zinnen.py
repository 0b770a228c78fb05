"""The Dutch sentences that more than one format says, so that they say the same."""

from collections import Counter
from collections.abc import Iterable, Sequence
from textwrap import shorten

from toetsingskader.rapport.samenvatting import NIEMAND, Samenvatting, deadline_order
from toetsingskader.rapport.termijn import ouderdom
from toetsingskader.toetsing import (
    Aanvaarding,
    Bestemming,
    Bevinding,
    Ernst,
    Gegeven,
    Herkomst,
    OpenVraag,
    Puntverslag,
    Toestand,
    Toetsing,
)
from toetsingskader.toetsing.wijzigingen import Deelwijziging, Feitwijziging, Wijzigingen

FICTIEF = "FICTIEF: dit dossier is verzonnen, als voorbeeld of oefening."
GEEN_OORDEEL = (
    "Dit verslag telt en wijst aan; het oordeelt niet over de inzet. "
    "De punten zijn aandachtspunten, geen criteria."
)


def kenmerken(toetsing: Toetsing) -> list[tuple[str, str]]:
    """What a report says in its head of the decision, of what comes next and of its version."""
    stap = min(toetsing.planning, key=lambda s: deadline_order(s.datum)[0], default=None)
    wie = f", {stap.wie}" if stap and stap.wie else ""
    volgende = f"{stap.stap} ({stap.datum}{wie})" if stap else ""
    found = (
        ("Gevraagd besluit", toetsing.gevraagd_besluit),
        ("Volgende stap", volgende),
        ("Versie", toetsing.versie),
    )
    return [(naam, waarde) for naam, waarde in found if waarde]


def aantal(n: int, enkelvoud: str, meervoud: str) -> str:
    """A number with its noun: "1 bevinding", "geen bevindingen", "4 bevindingen"."""
    return f"{n or 'geen'} {enkelvoud if n == 1 else meervoud}"


def tel_ernst(bevindingen: Iterable[Bevinding], niets: str = "geen") -> str:
    """Such as "1 tegenstrijdig, 2 ontbreekt"; accepted findings are counted as such."""
    lijst = list(bevindingen)
    telling = Counter(b.ernst for b in lijst if b.aanvaard is None)
    delen = [f"{telling[ernst]} {ernst.label}" for ernst in Ernst if telling[ernst]]
    if aanvaard := sum(b.aanvaard is not None for b in lijst):
        delen.append(f"{aanvaard} aanvaard")
    return ", ".join(delen) or niets


def herkomst(punt: Puntverslag) -> str:
    """Where the point comes from, and that nobody compared it when nobody did."""
    waar = (
        f"Toetsingskader 2014, nr. {punt.nummer}".removesuffix(", nr. ")
        if punt.herkomst is Herkomst.TOETSINGSKADER
        else "aanvulling"
    )
    return waar if punt.geverifieerd else f"{waar} (niet geverifieerd)"


def toestand(punt: Puntverslag) -> str:
    """The state, and whether this letter asks the point at all."""
    return punt.toestand.value if punt.gevraagd else f"niet gevraagd ({punt.toestand.value})"


def antwoorden(punt: Puntverslag) -> str:
    """How many required questions are answered, or why that is not counted."""
    if not punt.gevraagd or punt.toestand is Toestand.NIET_VAN_TOEPASSING:
        return "telt niet"
    return f"{punt.beantwoord} van {punt.vereist}"


def bron(gegeven: Gegeven) -> str:
    """The sources of a fact, and what to know of them: "reuters-2025; bron: media"."""
    return "; ".join(filter(None, (gegeven.bron, *gegeven.kanttekening)))


def datum(gegeven: Gegeven, peildatum: str) -> str:
    """The date of a fact and its age: "26 februari 2025 (9 maanden oud)"; empty without a date."""
    oud = ouderdom(gegeven.datum, peildatum)
    return f"{gegeven.datum} ({oud})" if oud else gegeven.datum


def open_vraag(vraag: OpenVraag) -> str:
    """An open question, who answers it and by when."""
    uiterlijk = f", uiterlijk {vraag.uiterlijk}" if vraag.uiterlijk else ""
    buiten = "" if vraag.in_brief else " (komt niet in de brief)"
    return f"{vraag.vraag} → {vraag.wie or NIEMAND}{uiterlijk}{buiten}"


KANTTEKENINGEN = "Uit de media of uit tweede hand"


def kanttekeningen(toetsing: Toetsing) -> list[str]:
    """The facts of which the origin asks for care, for formats that do not show every fact."""
    punten = ((p.titel, p.gegevens) for p in toetsing.punten)
    return [
        f"{titel}, {g.label}: {shorten(g.waarde, 120, placeholder=' …')} "
        f"({'; '.join(g.kanttekening)})"
        for titel, gegevens in (("Dossier", toetsing.dossier_gegevens), *punten)
        for g in gegevens
        if g.kanttekening
    ]


def gegevens_zin(gegevens: Sequence[Gegeven]) -> str:
    """How many facts, and how many of them stay out of the letter."""
    zin = aantal(len(gegevens), "gegeven", "gegevens")
    telling = Counter(g.bestemming for g in gegevens)
    delen = [
        f"{telling[b]} {woord}"
        for b, woord in ((Bestemming.NOTA, "voor de nota"), (Bestemming.INTERN, "alleen intern"))
        if telling[b]
    ]
    return f"{zin}, waarvan {' en '.join(delen)}" if delen else zin


def tekst_zin(punt: Puntverslag) -> str:
    """How much prose there is for the letter."""
    return aantal(punt.woorden, "woord", "woorden") if punt.woorden else "nog geen tekst"


def aanvaarding(aanvaard: Aanvaarding) -> str:
    """Who accepted a finding, when and why."""
    return f"aanvaard door {aanvaard.besloten_door} op {aanvaard.op}: {aanvaard.reden}"


def belet_zin(samenvatting: Samenvatting) -> str:
    """One sentence about the final letter; says how many findings, never that all is well."""
    n, parafen = len(samenvatting.belet), samenvatting.parafen
    nodig = parafen.geheel - parafen.deel
    ook = f" Ook nodig: nog {nodig} van de {parafen.geheel} {parafen.noemer}." if nodig else ""
    if not n:
        return f"Geen bevinding houdt een definitieve brief tegen.{ook}"
    werkwoord = "houdt" if n == 1 else "houden"
    return (
        f"{aantal(n, 'bevinding', 'bevindingen')} {werkwoord} een definitieve brief tegen: "
        f"wat ongeldig of tegenstrijdig is, of ontbreekt, en niet met reden is aanvaard.{ook}"
    )


def telwijze_zin(samenvatting: Samenvatting) -> str:
    """What not to add up in the table of who acts."""
    zin = "Een bevinding waarvoor twee partijen aan zet zijn, telt bij beide mee."
    vraag = " Een open vraag kan ook een bevinding zijn; tel die niet bij elkaar op."
    return f"{zin}{vraag if samenvatting.vraag_is_bevinding else ''}"


def eigen_vindplaatsen(toetsing: Toetsing) -> bool:
    """Whether the conditions name other places than the source above them."""
    return any(v.bron not in ("", toetsing.voorwaarden_bron) for v in toetsing.voorwaarden)


def buiten_brief_zin(samenvatting: Samenvatting) -> str:
    """A warning that this report holds more than the letter may."""
    n = samenvatting.buiten_brief
    return (
        f"Dit verslag noemt ook {aantal(n, 'gegeven dat', 'gegevens die')} niet in de brief "
        f"{'komt' if n == 1 else 'komen'} (nota of intern). Deel het daarom alleen met wie aan "
        "het dossier werkt."
    )


def tussen(w: Wijzigingen) -> str:
    """Which versions were compared, and that nothing changed when nothing did."""
    wat = "Er is niets gewijzigd" if w.leeg else "Dit is er gewijzigd"
    return f"{wat} tussen {w.van} en {w.tot}."


def deel_titel(deel: Deelwijziging) -> str:
    """The part of the record, and the option it belongs to."""
    return f"Optie {deel.optie}: {deel.titel}" if deel.optie else deel.titel


def deel_zin(deel: Deelwijziging) -> str:
    """How much changed in a part: "2 gegevens, 1 alinea"."""
    parts = [(len(deel.gegevens), "gegeven", "gegevens"), (len(deel.tekst), "alinea", "alinea's")]
    return ", ".join(aantal(n, one, more) for n, one, more in parts if n)


def feit_zin(feit: Feitwijziging) -> str:
    """A fact that changed, in one line: "Duur: van '1 jaar' naar '2 jaar'"."""
    binnen = "" if feit.bestemming is Bestemming.BRIEF else f" ({feit.bestemming.value})"
    if not feit.oud:
        return f"{feit.label}{binnen}, nieuw: {feit.nieuw}"
    if not feit.nieuw:
        return f"{feit.label}{binnen}, weg: {feit.oud}"
    return f"{feit.label}{binnen}: {feit.oud} → {feit.nieuw}"


def sinds_titel(w: Wijzigingen) -> str:
    """The head of a panel: since which version."""
    return f"Gewijzigd sinds {w.van}"


def sinds_regels(w: Wijzigingen) -> list[str]:
    """A line per part of the record that changed, and one about the findings."""
    if w.leeg:
        return ["er is niets gewijzigd"]
    delen = [f"{deel_titel(d)}: {deel_zin(d)}" for d in w.delen]
    return [*delen, bevindingen_zin(w), *([parafen_zin(w)] if w.parafen else [])]


def bevindingen_zin(w: Wijzigingen) -> str:
    """How many findings came and went."""
    erbij = aantal(len(w.bevindingen_erbij), "bevinding", "bevindingen")
    return f"{erbij} erbij gekomen, {len(w.bevindingen_weg) or 'geen'} verdwenen"


def parafen_zin(w: Wijzigingen) -> str:
    """How many approvals fell, and how many came, went or were replaced."""
    fell = sum(p.vervallen for p in w.parafen)
    other = len(w.parafen) - fell
    delen = [f"{aantal(fell, 'paraaf', 'parafen')} vervallen"]
    if other:
        delen.append(aantal(other, "andere wijziging", "andere wijzigingen"))
    return ", ".join(delen)


def bevindingen_groepen(w: Wijzigingen) -> list[tuple[str, tuple[Bevinding, ...]]]:
    """The findings that came and those that went, each under its heading; without an empty one."""
    groepen = (
        ("Bevindingen die erbij zijn gekomen", w.bevindingen_erbij),
        ("Bevindingen die weg zijn", w.bevindingen_weg),
    )
    return [(f"{titel} ({len(groep)})", groep) for titel, groep in groepen if groep]


def bevinding_zin(b: Bevinding) -> str:
    """A finding without its place: what it is and says."""
    return f"{b.ernst.label} {b.code}: {b.tekst}"
