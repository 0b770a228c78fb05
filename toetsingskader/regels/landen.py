"""Rules about other countries: who takes part, takes over, supports, and what they said."""

from collections.abc import Iterable, Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.deelnemende_landen import DeelnemendeLanden
from toetsingskader.kader.kunnen.haalbaarheid import Haalbaarheid
from toetsingskader.kader.kunnen.navo_carve_out import NavoCarveOut
from toetsingskader.kader.mogen.steun_bondgenoten import SteunBondgenoten
from toetsingskader.kader.mogen.toestemming_partijen import ToestemmingPartijen
from toetsingskader.kader.punt import Uitspraak
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.source import Pad
from toetsingskader.toetsing import Ernst, Maatstaf
from toetsingskader.waarden import Land


def _declined(b: Beoordeling) -> set[Land]:
    landen = b.punt(DeelnemendeLanden).landen
    return {r.land.waarde for r in landen if r.land.waarde and r.status.waarde == "afgezien"}


def _backfill_by_who_declined(b: Beoordeling) -> Iterator[Melding]:
    declined = _declined(b)
    for pad, onttrekking in numbered("onttrekkingen", b.punt(NavoCarveOut).onttrekkingen):
        for i, rij in enumerate(onttrekking.backfill):
            if rij.status.waarde in ("toegezegd", "in_overleg") and rij.land.waarde in declined:
                yield Melding(
                    "navo-carve-out",
                    (*pad, "backfill", i, "land"),
                    f"{rij.land.waarde} neemt volgens dit punt de NAVO-taak over, maar heeft "
                    "volgens deelnemende-landen.md van deelname afgezien. Controleer of beide "
                    "kloppen en corrigeer een van de twee.",
                )


def _without_us(b: Beoordeling) -> Iterator[Melding]:
    landen = [r.land.waarde for r in b.punt(DeelnemendeLanden).landen]
    if landen and all(landen) and not any(land and land.code == "NL" for land in landen):
        yield Melding(
            "deelnemende-landen",
            ("landen",),
            "Nederland staat zelf niet bij de deelnemende landen. Voeg een regel toe met de "
            "Nederlandse bijdrage.",
        )


def _missing_means(b: Beoordeling) -> Iterator[Melding]:
    oordeel = b.punt(Haalbaarheid).oordeel.waarde.waarde
    for pad, rij in numbered("enablers", b.punt(SteunBondgenoten).enablers):
        absent = rij.nodig.waarde == "ja" and rij.status.waarde == "niet_beschikbaar"
        if absent and oordeel == "haalbaar":
            yield Melding(
                "steun-bondgenoten",
                (*pad, "status"),
                "Dit middel is nodig en niet beschikbaar, terwijl haalbaarheid.md de inzet zonder "
                "voorwaarden haalbaar noemt. Werk het oordeel of de status bij.",
            )


def _article_5(b: Beoordeling) -> Iterator[Melding]:
    hosts = [g.navo_bondgenoot.waarde for m in b.dossier.missies for g in m.gastlanden]
    covered = b.punt(SteunBondgenoten).artikel_5.dekking_inzetgebied.waarde == "ja"
    if covered and hosts and all(h == "nee" for h in hosts):
        yield Melding(
            "steun-bondgenoten",
            ("artikel_5", "dekking_inzetgebied"),
            "Artikel 5 van het Noord-Atlantisch Verdrag geldt voor het grondgebied van "
            "bondgenoten, en het gastland is geen bondgenoot. Corrigeer het antwoord, of dat bij "
            "het gastland.",
        )


def _judgement_of_the_cabinet(b: Beoordeling) -> Iterator[Melding]:
    oordeel = b.punt(Haalbaarheid).oordeel.waarde.waarde
    if oordeel == "niet_haalbaar" and b.dossier.besluit.uitkomst.waarde == "positief":
        yield Melding(
            "haalbaarheid",
            ("oordeel", "waarde"),
            "Het oordeel is dat de inzet niet haalbaar is, maar het besluit is positief. Corrigeer "
            "een van beide.",
        )


def _second_hand(b: Beoordeling) -> Iterator[Melding]:
    stances: list[tuple[str, Pad, bool, Iterable[Uitspraak]]] = [
        ("toestemming-partijen", pad, p.standpunt.bekend, p.uitspraken)
        for pad, p in numbered("partijen", b.punt(ToestemmingPartijen).partijen)
    ]
    stances += [
        ("steun-bondgenoten", pad, a.steun.bekend, a.uitspraken)
        for pad, a in numbered("bondgenoten", b.punt(SteunBondgenoten).bondgenoten)
    ]
    for sleutel, pad, known, uitspraken in stances:
        hands = [u.uit_tweede_hand.waarde for u in uitspraken]
        if known and hands and all(hand == "ja" for hand in hands):
            yield Melding(
                sleutel,
                (*pad, "uitspraken"),
                "Dit standpunt berust alleen op uitspraken uit de tweede hand. Zoek een uitspraak "
                "van de betrokkene zelf, of noem in de tekst dat die er niet is.",
            )


REGELS = (
    Regel(
        "CB3",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Een land dat van deelname heeft afgezien, neemt ook geen NAVO-taak over.",
        "navo-carve-out.onttrekkingen en deelnemende-landen.landen in het dossier",
        (
            "navo-carve-out.onttrekkingen.backfill",
            "deelnemende-landen.landen.land",
            "deelnemende-landen.landen.status",
        ),
        _backfill_by_who_declined,
    ),
    Regel(
        "LANDEN-NEDERLAND",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Nederland staat zelf bij de deelnemende landen.",
        "deelnemende-landen.landen in het dossier",
        ("deelnemende-landen.landen.land",),
        _without_us,
    ),
    Regel(
        "MIDDELEN",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Wat nodig is en niet beschikbaar, maakt de inzet niet zonder voorwaarden haalbaar.",
        "steun-bondgenoten.enablers en haalbaarheid.oordeel in het dossier",
        (
            "steun-bondgenoten.enablers.nodig",
            "steun-bondgenoten.enablers.status",
            "haalbaarheid.oordeel",
        ),
        _missing_means,
    ),
    Regel(
        "M4C",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.RECHT,
        "Artikel 5 dekt alleen het grondgebied van bondgenoten.",
        "artikelen 5 en 6 van het Noord-Atlantisch Verdrag",
        ("steun-bondgenoten.artikel_5", "dossier.missies.gastlanden.navo_bondgenoot"),
        _article_5,
    ),
    Regel(
        "OORDEEL-BESLUIT",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Het kabinet besluit niet positief over wat het zelf niet haalbaar noemt.",
        "haalbaarheid.oordeel en besluit.uitkomst in het dossier",
        ("haalbaarheid.oordeel", "dossier.besluit.uitkomst"),
        _judgement_of_the_cabinet,
    ),
    Regel(
        "TWEEDE-HAND",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Een standpunt berust op een uitspraak van de betrokkene zelf.",
        "uitspraken in het dossier",
        (
            "toestemming-partijen.partijen.uitspraken",
            "steun-bondgenoten.bondgenoten.uitspraken",
        ),
        _second_hand,
    ),
)
