"""Rules about money: cover, years against the deployment, agreement of the financial offices."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.financien import Financien
from toetsingskader.kader.kunnen.monitoring_evaluatie import MonitoringEvaluatie
from toetsingskader.regels.regel import Melding, Regel, numbered
from toetsingskader.toetsing import Ernst, Maatstaf


def _uncovered(b: Beoordeling) -> Iterator[Melding]:
    for pad, post in numbered("kosten", b.punt(Financien).kosten):
        if post.dekking.waarde == "ongedekt":
            jaar = f" ({post.jaar.waarde})" if post.jaar.waarde else ""
            yield Melding(
                "financien",
                (*pad, "dekking"),
                f"Voor de post '{post.post.waarde or 'zonder naam'}'{jaar} is nog geen dekking. "
                "Noem waaruit hij wordt betaald; tot die tijd kan de brief niet definitief zijn.",
            )


def _sums(b: Beoordeling) -> Iterator[Melding]:
    for pad, post in numbered("kosten", b.punt(Financien).kosten):
        naam = post.post.waarde or ""
        if naam.casefold().strip(" :.").startswith(("totaal", "totale", "subtotaal")):
            yield Melding(
                "financien",
                (*pad, "post"),
                f"De regel '{naam}' lijkt een optelling, en telt nu mee als een post. Haal haar "
                "weg: totalen rekent het programma zelf uit.",
            )


def _years(b: Beoordeling) -> Iterator[Melding]:
    inzet = b.dossier.besluit.periode
    van, tot = inzet.van.waarde, inzet.tot_en_met.waarde
    for pad, post in numbered("kosten", b.punt(Financien).kosten):
        jaar = post.jaar.waarde
        early = jaar and van and jaar < van.van.year
        late = jaar and tot and jaar > tot.tot_en_met.year
        if post.fase.waarde == "uitvoering" and (early or late):
            yield Melding(
                "financien",
                (*pad, "jaar"),
                f"De post '{post.post.waarde or 'zonder naam'}' voor de uitvoering valt in {jaar}, "
                f"maar de inzet duurt {inzet}. Corrigeer het jaar, de fase of de periode.",
            )
    if van and tot and van.exact and tot.exact:
        yield from _years_without_money(b, van.van.year, tot.van.year)


def _years_without_money(b: Beoordeling, first: int, last: int) -> Iterator[Melding]:
    kosten = list(b.punt(Financien).kosten)
    paid = {post.jaar.waarde for post in kosten}
    missing = [str(j) for j in range(first, last + 1) if j not in paid]
    if kosten and missing and None not in paid:
        yield Melding(
            "financien",
            ("kosten",),
            f"Voor {' en '.join(missing)} staan er geen kosten, terwijl de inzet dan duurt. Voeg "
            "de posten toe, of zet er een post van 0 met een toelichting.",
            Ernst.ONTBREEKT,
        )


def _additional(b: Beoordeling) -> Iterator[Melding]:
    punt = b.punt(Financien)
    article_1 = any(p.dekking.waarde == "defensie_artikel_1" for p in punt.kosten)
    if punt.additioneel.waarde == "nee" and article_1:
        yield Melding(
            "financien",
            ("additioneel",),
            "Op artikel 1 van de Defensiebegroting staan alleen additionele uitgaven, en hier "
            "staat dat zij dat niet alle zijn. Corrigeer het antwoord of de dekking.",
        )


def _agreed(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in numbered("afgestemd_met", b.punt(Financien).afgestemd_met):
        if rij.uitkomst.waarde == "niet_akkoord":
            yield Melding(
                "financien",
                (*pad, "uitkomst"),
                f"{rij.orgaan.waarde or 'Een orgaan'} is niet akkoord met de financiën. Werk de "
                "uitkomst bij zodra er overeenstemming is.",
            )


def _aftercare(b: Beoordeling) -> Iterator[Melding]:
    genoemd = b.punt(MonitoringEvaluatie).nazorg.dekking.waarde
    posten = [p.post.waarde for p in b.punt(Financien).kosten]
    if genoemd and posten and all(posten) and genoemd not in posten:
        yield Melding(
            "monitoring-evaluatie",
            ("nazorg", "dekking"),
            f"De post '{genoemd}' staat niet onder 'kosten' in financien.md. Daar staat: "
            f"{', '.join(sorted({p for p in posten if p}))}. Corrigeer de naam of voeg de post "
            "toe.",
        )


REGELS = (
    Regel(
        "DEKKING",
        Ernst.ONTBREEKT,
        Maatstaf.RECHT,
        "Alle kosten zijn gedekt voordat de brief definitief is.",
        "opbouw van het Budget Internationale Veiligheid (33 694, nr. 61)",
        ("financien.kosten.dekking",),
        _uncovered,
    ),
    Regel(
        "KOSTEN-TOTAAL",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "Onder de kosten staan alleen posten; totalen rekent het programma uit.",
        "financien.kosten in het dossier",
        ("financien.kosten.post",),
        _sums,
    ),
    Regel(
        "KOSTEN-JAREN",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De kosten van de uitvoering vallen in de jaren van de inzet, en elk jaar heeft kosten.",
        "financien.kosten en besluit.periode in het dossier",
        ("financien.kosten.jaar", "financien.kosten.fase", "dossier.besluit.periode"),
        _years,
    ),
    Regel(
        "ADDITIONEEL",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.RECHT,
        "Op artikel 1 van de Defensiebegroting staan alleen additionele uitgaven.",
        "jaarverslag Defensie 2016",
        ("financien.additioneel", "financien.kosten.dekking"),
        _additional,
    ),
    Regel(
        "FINANCIEN-AKKOORD",
        Ernst.ONTBREEKT,
        Maatstaf.DOSSIER,
        "De financiële directies zijn akkoord voordat de brief definitief is.",
        "financien.afgestemd_met in het dossier",
        ("financien.afgestemd_met.uitkomst",),
        _agreed,
    ),
    Regel(
        "VERWIJZING-POST",
        Ernst.TEGENSTRIJDIG,
        Maatstaf.DOSSIER,
        "De post die de nazorg betaalt, staat bij de kosten.",
        "financien.kosten in het dossier",
        ("monitoring-evaluatie.nazorg.dekking", "financien.kosten.post"),
        _aftercare,
    ),
)
