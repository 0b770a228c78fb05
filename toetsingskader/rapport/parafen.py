"""What every report says of the approvals: who refuses, how many are valid, then per point."""

from collections.abc import Sequence

from toetsingskader.rapport import zinnen
from toetsingskader.rapport.samenvatting import Samenvatting, is_registered
from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand
from toetsingskader.toetsing.wijzigingen import Paraafwijziging, Wijzigingen

DMS = "Dit programma registreert parafen; de paraaf zelf staat in het DMS."
GEEN = "Nog geen parafen geregistreerd."
KOPPEN = ("Punt", "Paraaf", "Staat", "Toelichting")


def sentence(s: Samenvatting) -> str:
    """How many of the needed approvals are valid, or that there is none yet."""
    if not s.parafen_geregistreerd:
        return GEEN
    fell = len(s.vervallen)
    more = f"; {zinnen.aantal(fell, 'paraaf', 'parafen')} vervallen door een wijziging"
    return f"{s.parafen.zin}{more if fell else ''}."


def voided(stand: Paraafstand) -> str:
    """Whose approval of which point does not hold any more, and what changed."""
    changed = f"; sindsdien gewijzigd: {', '.join(stand.gewijzigd)}" if stand.gewijzigd else ""
    return f"{stand.soort} van {stand.namens} bij '{stand.titel}' is vervallen{changed}"


def refusal(stand: Paraafstand) -> str:
    """Who refuses which point, and why."""
    reden = f": {stand.reden}" if stand.reden else ""
    return f"{stand.namens} is niet akkoord met '{stand.titel}'{reden}"


def rows(parafen: Sequence[Paraafstand]) -> list[tuple[str, ...]]:
    """A row per approval, under `KOPPEN`, of the points of which any is registered."""
    begun = {p.punt for p in parafen if is_registered(p)}
    return [(p.titel, _whose(p), state(p), explanation(p)) for p in parafen if p.punt in begun]


def untouched(parafen: Sequence[Paraafstand]) -> str:
    """One sentence about the points of which nothing is registered; empty when there is none."""
    begun = {p.punt for p in parafen if is_registered(p)}
    titles = dict.fromkeys(p.titel for p in parafen if p.punt not in begun)
    return f"Nog geen paraaf geregistreerd bij: {'; '.join(titles)}." if titles else ""


def state(stand: Paraafstand) -> str:
    """Where it stands, and whether it says more than yes."""
    valid = stand.staat is Paraafstaat.GELDIG
    return "geldig, met opmerking" if valid and stand.reden else stand.staat.value


def explanation(stand: Paraafstand) -> str:
    """When, on which version, where it is filed, what was said, and what changed since."""
    filed = f"kenmerk {stand.kenmerk}" if stand.kenmerk else ""
    when = ", ".join(filter(None, (stand.op, stand.gelezen, filed)))
    changed = f"sindsdien gewijzigd: {', '.join(stand.gewijzigd)}" if stand.gewijzigd else ""
    said = f"reden: {stand.reden.rstrip('.')}" if stand.reden else ""
    return "; ".join(filter(None, (when, said, changed)))


def approval(stand: Paraafstand) -> str:
    """One approval in a line: "medeparaaf van BZ/DJZ: geldig (3 maart 2026, versie v4)"."""
    more = explanation(stand)
    return f"{_whose(stand)}: {state(stand)}{f' ({more})' if more else ''}"


def changes(w: Wijzigingen) -> tuple[str, list[str]]:
    """A heading and a line per approval that fell, came, went or was replaced."""
    return f"Parafen ({zinnen.parafen_zin(w)})", [_change(p) for p in w.parafen]


def _change(wijziging: Paraafwijziging) -> str:
    oud, nieuw = wijziging.oud, wijziging.nieuw
    if nieuw is None:
        return (
            f"{oud.titel}, {_whose(oud)}: niet meer geregistreerd (was {state(oud)})" if oud else ""
        )
    was = f" (was {state(oud)})" if oud and state(oud) != state(nieuw) else ""
    new = "" if oud else ", nieuw"
    more = explanation(nieuw)
    return f"{nieuw.titel}, {_whose(nieuw)}{new}: {state(nieuw)}{was}{f'; {more}' if more else ''}"


def _whose(stand: Paraafstand) -> str:
    role = f" ({stand.rol})" if stand.rol else ""
    extra = "" if stand.nodig else ", niet vereist"
    return f"{stand.soort} van {stand.wie}{role}{extra}"
