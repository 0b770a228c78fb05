"""The report as one HTML page that needs nothing else: no network.

Its one script filters the list of findings; the page allows no other, and is whole without it.

The wording and the markup stand in `templates/rapport/`; here is only what they read.
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from toetsingskader.begrippen import Begrip, EersteGebruik
from toetsingskader.rapport import parafen, zinnen
from toetsingskader.rapport.filters import filters
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.overzicht import Overzichtsrij, counted, ordered
from toetsingskader.rapport.samenvatting import NIEMAND, Pijler, eigen_bevindingen, vat_samen
from toetsingskader.rapport.termijn import is_verstreken
from toetsingskader.rapport.tijdlijn import tijdlijn
from toetsingskader.sjablonen import SJABLONEN
from toetsingskader.toetsing import Bevinding, Ernst, Puntverslag, Toestand, Toetsing

SJABLOON, VERGELIJKING = "volledigheid.html.j2", "vergelijking.html.j2"
OVERZICHT, SCRIPT = "overzicht.html.j2", "filter.js"


class Ankers:
    """Ids within the page: short, unique, and never made of unchecked text."""

    def __init__(self, toetsing: Toetsing) -> None:
        self._punten: dict[str, str] = {}
        for p in toetsing.punten:
            naam = "punt-" + (re.sub(r"[^a-z0-9]+", "-", p.sleutel.lower()).strip("-") or "x")
            vrij = naam not in self._punten.values()
            self._punten.setdefault(p.sleutel, naam if vrij else f"{naam}-{len(self._punten)}")
        self._bevindingen: dict[Bevinding, str] = {}
        for b in toetsing.bevindingen:
            self._bevindingen.setdefault(b, f"bevinding-{len(self._bevindingen) + 1}")

    def punt(self, sleutel: str | None) -> str:
        """Id of the section of a point; empty when the report has no such point."""
        return self._punten.get(sleutel or "", "")

    def bevinding(self, bevinding: Bevinding) -> str:
        """Id of a finding in the list of findings; empty when it is not in there."""
        return self._bevindingen.get(bevinding, "")


def html(toetsing: Toetsing) -> str:
    """The whole page."""
    veilig = inert_toetsing(toetsing)
    samenvatting, script = vat_samen(veilig), _script()
    return _page(
        SJABLOON,
        t=veilig,
        s=samenvatting,
        zinnen=zinnen,
        parafen=parafen,
        niemand=NIEMAND,
        is_verstreken=is_verstreken,
        eigen_bevindingen=eigen_bevindingen,
        ankers=Ankers(veilig),
        filters=filters(veilig, samenvatting),
        lijn=tijdlijn(veilig),
        script=script,
        script_hash=_hash(script),
        titels={p.sleutel: p.titel for p in veilig.punten},
        ernst_groepen=_per_ernst(veilig),
        eerste_gebruik=EersteGebruik,
        begrippen=_terms(veilig),
    )


def html_vergelijking(toetsing: Toetsing) -> str:
    """A page with only what changed."""
    return _page(VERGELIJKING, t=inert_toetsing(toetsing), zinnen=zinnen, parafen=parafen)


def html_overzicht(rijen: Sequence[Overzichtsrij], links: Mapping[str, str]) -> str:
    """A page that lists all assessments; `links` is the address of the report of each folder."""
    in_volgorde = ordered(rijen)
    veilig = [inert_toetsing(r) for r in in_volgorde]
    # Links go by the folder as it is, not as it is shown.
    rijen_met_link = [(v, links.get(r.map, "")) for v, r in zip(veilig, in_volgorde, strict=True)]
    return _page(
        OVERZICHT,
        rijen=rijen_met_link,
        zonder_rapport=any(not r.fout and not link for r, link in rijen_met_link),
        waarschuwingen=[*dict.fromkeys(r.waarschuwing for r in veilig if r.waarschuwing)],
        geteld=counted(veilig),
        zinnen=zinnen,
    )


def _page(sjabloon: str, **namen: object) -> str:
    """A template with what it reads, as a file."""
    return _sjabloon(sjabloon).render(**namen).rstrip() + "\n"


@cache
def _sjabloon(naam: str) -> Template:
    omgeving = Environment(
        loader=FileSystemLoader(SJABLONEN / "rapport"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    omgeving.filters["klasse"] = _klasse
    omgeving.filters["vak"] = _vak
    omgeving.filters["vakken_zin"] = _vakken_zin
    return omgeving.get_template(naam)


@cache
def _script() -> str:
    """The page's only script: ours, without anything of a record in it.

    Trimmed, for the Nu checker trims a script before it compares the hash.
    """
    return (SJABLONEN / "rapport" / SCRIPT).read_text(encoding="utf-8").strip()


def _hash(script: str) -> str:
    """What a Content-Security-Policy knows exactly this script by."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


def _terms(toetsing: Toetsing) -> list[Begrip]:
    """The terms that titles, questions and labels of the points use, by the alphabet."""
    met = EersteGebruik()
    for p in toetsing.punten:
        for text in (p.titel, p.vraag, *(g.label for g in p.gegevens)):
            list(met.pieces(text))
    return sorted(met.gevonden, key=lambda b: b.term.lower())


def _per_ernst(toetsing: Toetsing) -> list[tuple[Ernst, list[Bevinding]]]:
    open_ = [b for b in toetsing.bevindingen if b.aanvaard is None]
    groepen = [(ernst, [b for b in open_ if b.ernst is ernst]) for ernst in Ernst]
    return [(ernst, groep) for ernst, groep in groepen if groep]


def _klasse(waarde: str) -> str:
    """A word of ours as the name of a CSS class."""
    return re.sub(r"[^a-z]+", "-", waarde.lower())


def _vak(punt: Puntverslag) -> str:
    """CSS class of a point in the picture of a pillar."""
    if not punt.gevraagd or punt.toestand is Toestand.NIET_VAN_TOEPASSING:
        return "telt-niet"
    return _klasse(punt.toestand)


def _vakken_zin(pijler: Pijler) -> str:
    """The picture of a pillar in words: "4 ingevuld, 2 leeg, 1 telt niet"."""
    telling = Counter(map(_vak, pijler.punten))
    return ", ".join(f"{n} {vak.replace('-', ' ')}" for vak, n in telling.items())
