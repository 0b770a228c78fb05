"""Rules about the contribution: brigade, Patriot battery, F-35, and what it costs elsewhere.

Source: policy brief, p. 8-10. Nothing that can be deployed is without cost to NATO or ourselves.
"""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Staat
from toetsingskader.kader.kunnen.eenheden import Eenheden, Eenheid
from toetsingskader.kader.kunnen.geweldsinstructie import Geweldsinstructie
from toetsingskader.regels.oekraine.gegevens import deviates, of_source, page
from toetsingskader.regels.regel import Melding, numbered
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst

_BRIGADE = (2_000, 3_000)
_AIR_QUESTIONS = {
    "gevolgd_door_radar": "als het toestel door radar wordt gevolgd",
    "onder_vuur_uit_derde_land": "als het uit een derde land wordt beschoten",
    "afstand_frontlinie": "hoe dicht het bij de frontlinie komt",
    "afstand_luchtruim": "hoe dicht het bij het luchtruim van een derde land komt",
}


def _units(b: Beoordeling, soort: str) -> Iterator[tuple[Pad, Eenheid]]:
    for pad, eenheid in numbered("eenheden", b.punt(Eenheden).eenheden):
        if eenheid.soort.waarde == soort:
            yield pad, eenheid


def _has(b: Beoordeling, soort: str) -> bool:
    return any(True for _ in _units(b, soort))


def _brigade(b: Beoordeling) -> Iterator[Melding]:
    for pad, eenheid in _units(b, "brigade"):
        aantal = eenheid.aantal_max.waarde
        outside = aantal and (aantal.hoog < _BRIGADE[0] or aantal.laag > _BRIGADE[1])
        if outside and not eenheid.toelichting_aantal.bekend:
            zin = (
                f"een brigade met ondersteuning telt 2.000 tot 3.000 militairen, en hier staat "
                f"{aantal}. Schrijf in 'toelichting_aantal' waarom dat anders is."
            )
            yield Melding("eenheden", (*pad, "aantal_max"), deviates("9", zin))


def _why_manned(b: Beoordeling) -> Iterator[Melding]:
    patriot = b.punt(Eenheden).patriot
    manned = patriot.bemand.waarde == "ja" and not patriot.waarom_bemand.bekend
    if _has(b, "patriot_batterij") and manned:
        yield Melding(
            "eenheden",
            ("patriot", "waarom_bemand"),
            "Materieel geven is volgens de bron goedkoper en doeltreffender dan een bemande "
            f"batterij sturen ({page('9')}). Schrijf in 'waarom_bemand' waarom dat hier niet "
            "volstaat.",
        )


def _can_be_missed(b: Beoordeling) -> Iterator[Melding]:
    if _has(b, "patriot_batterij") and b.punt(Eenheden).patriot.kan_gemist_worden.waarde == "ja":
        zin = (
            "een Patriot-batterij gaat rechtstreeks ten koste van de luchtverdediging van "
            "Nederland en de NAVO; hier staat dat zij gemist kan worden. Corrigeer het antwoord, "
            "of aanvaard de bevinding met een reden."
        )
        yield Melding("eenheden", ("patriot", "kan_gemist_worden"), deviates("9", zin))


def _american_permission(b: Beoordeling) -> Iterator[Melding]:
    f35 = b.punt(Eenheden).f35
    secret = Staat.VERTROUWELIJK in (f35.staat, f35.toestemming_vs.staat)
    toestemming = f35.toestemming_vs.waarde
    if not _has(b, "f35") or secret or toestemming == "ja":
        return
    pad = ("f35", "toestemming_vs")
    if toestemming == "nee":
        zin = (
            "de F-35 kan niet worden ingezet zonder uitdrukkelijke toestemming van de Verenigde "
            "Staten, en die is geweigerd. Kies een andere eenheid, of werk het antwoord bij."
        )
        yield Melding("eenheden", pad, deviates("9", zin))
    else:
        yield Melding(
            "eenheden",
            pad,
            "De F-35 vraagt uitdrukkelijke toestemming van de Verenigde Staten, en die is er nog "
            "niet. Vul bij 'toestemming_vs' de uitkomst in.",
            Ernst.ONTBREEKT,
        )


def _air_questions(b: Beoordeling) -> Iterator[Melding]:
    vragen = b.punt(Geweldsinstructie).vragen_luchtinzet
    if not _has(b, "f35") or vragen.staat is Staat.VERTROUWELIJK:
        return
    rest = [
        zin for veld, zin in _AIR_QUESTIONS.items() if getattr(vragen, veld).staat is Staat.LEEG
    ]
    if rest:
        yield Melding(
            "geweldsinstructie",
            ("vragen_luchtinzet",),
            f"Er staat niet wat geldt {', of '.join(rest)}. Beantwoord dit onder "
            "'vragen_luchtinzet', of schrijf 'vertrouwelijk'.",
        )


def _base_in_host(b: Beoordeling) -> Iterator[Melding]:
    basis = b.punt(Eenheden).f35.basis.waarde
    hosts = {
        g.land.waarde: g.navo_bondgenoot.waarde for m in b.dossier.missies for g in m.gastlanden
    }
    if _has(b, "f35") and basis and hosts.get(basis) == "nee":
        zin = (
            f"de F-35 kan vanaf het grondgebied van de NAVO vliegen; hier is de basis {basis}. "
            "Kies een andere basis, of beschrijf in de tekst waarom dit nodig is."
        )
        yield Melding("eenheden", ("f35", "basis"), deviates("9", zin))


def _nothing_is_free(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(Eenheden)
    rijen = list(numbered("ten_koste_van", punt.ten_koste_van))
    for pad, rij in rijen:
        if rij.wat.waarde == "niets":
            zin = (
                "er zijn geen middelen die zonder gevolgen voor de NAVO of de eigen opbouw kunnen "
                "worden ingezet; hier staat 'niets'. Noem wat de inzet kost, of aanvaard de "
                "bevinding met een reden."
            )
            yield Melding("eenheden", (*pad, "wat"), deviates("9", zin))
    if not rijen:
        yield Melding(
            "eenheden",
            ("ten_koste_van",),
            "Er staat niet waar de inzet ten koste van gaat. Noem ten minste één gevolg: voor "
            "NAVO-verplichtingen, de eigen opbouw, opleiding of andere missies.",
            Ernst.ONTBREEKT,
        )


_SOORT = "eenheden.eenheden.soort"

REGELS = (
    of_source(
        "K1A",
        Ernst.LET_OP,
        "Een brigade met ondersteuning telt 2.000 tot 3.000 militairen.",
        "9",
        _brigade,
        _SOORT,
        "eenheden.eenheden.aantal_max",
        "eenheden.eenheden.toelichting_aantal",
    ),
    of_source(
        "K2A",
        Ernst.ONTBREEKT,
        "Bij een bemande Patriot-batterij staat waarom materieel geven niet volstaat.",
        "9",
        _why_manned,
        _SOORT,
        "eenheden.patriot",
        soorten="AVB",
    ),
    of_source(
        "K2B",
        Ernst.TEGENSTRIJDIG,
        "Een Patriot-batterij kan niet zonder gevolgen worden gemist.",
        "9",
        _can_be_missed,
        _SOORT,
        "eenheden.patriot",
    ),
    of_source(
        "K3A",
        Ernst.TEGENSTRIJDIG,
        "Voor inzet van de F-35 is toestemming van de Verenigde Staten nodig.",
        "9",
        _american_permission,
        _SOORT,
        "eenheden.f35",
        soorten="AVB",
    ),
    of_source(
        "K3B",
        Ernst.ONTBREEKT,
        "Bij inzet van de F-35 zijn de vragen over radar, beschieting en afstand beantwoord.",
        "9",
        _air_questions,
        _SOORT,
        "geweldsinstructie.vragen_luchtinzet",
        soorten="AVB",
    ),
    of_source(
        "F35-BASIS",
        Ernst.LET_OP,
        "De F-35 vliegt vanaf het grondgebied van de NAVO.",
        "9",
        _base_in_host,
        _SOORT,
        "eenheden.f35",
        "dossier.missies.gastlanden",
    ),
    of_source(
        "KS1",
        Ernst.TEGENSTRIJDIG,
        "Geen inzet is zonder gevolgen voor de NAVO of de eigen opbouw.",
        "9",
        _nothing_is_free,
        "eenheden.ten_koste_van",
        soorten="AVB",
        vervangt="eenheden.ten_koste_van",
    ),
)
