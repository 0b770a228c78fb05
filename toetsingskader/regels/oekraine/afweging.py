"""Rules about wanting: the key question, the risk that is accepted, what stands against it.

Source: policy brief, p. 5-7 and 11-12.
"""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.kunnen.deelnemende_landen import DeelnemendeLanden
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.kunnen.haalbaarheid import Haalbaarheid
from toetsingskader.kader.willen.gronden_voor_deelname import GrondenVoorDeelname
from toetsingskader.kader.willen.invloed import Invloed
from toetsingskader.regels.oekraine.gegevens import (
    after_source,
    deviates,
    of_source,
    page,
)
from toetsingskader.regels.regel import Melding, numbered
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.toetsing import Ernst


def _key_question(b: Beoordeling) -> Iterator[Melding]:
    answer = b.punt(GrondenVoorDeelname).onlosmakelijk_verbonden
    worked_out = len(b.punt(Eenheden).eenheden) or len(b.dossier.opties)
    if worked_out and not answer.waarde.bekend:
        yield Melding(
            "gronden-voor-deelname",
            ("onlosmakelijk_verbonden",),
            "De militaire opties zijn uitgewerkt terwijl de vraag of onze veiligheid onlosmakelijk "
            "met die van Oekraïne is verbonden, niet is beantwoord. Beantwoord die eerst, of "
            f"beschrijf waarom dat later kan ({page('6-7')}).",
        )


def _risk_accepted(b: Beoordeling) -> Iterator[Melding]:
    bereid = b.punt(GrondenVoorDeelname).risicobereidheid
    pad = ("risicobereidheid",)
    if bereid.oordeel.waarde == "niet_aanvaard" and b.dossier.besluit.uitkomst.waarde == "positief":
        yield Melding(
            "gronden-voor-deelname",
            (*pad, "oordeel"),
            "Het risico is niet aanvaard, maar het besluit is positief. Corrigeer een van beide.",
        )
    elif not bereid.bekend or bereid.oordeel.waarde in (None, "nog_niet_besloten"):
        yield Melding(
            "gronden-voor-deelname",
            pad,
            "Er staat niet of het risico op gesneuvelden en op een rechtstreekse oorlog is "
            "aanvaard, en door wie. Vul 'risicobereidheid' in.",
            Ernst.ONTBREEKT,
        )


def _first_duty(b: Beoordeling) -> Iterator[Melding]:
    if not b.punt(GrondenVoorDeelname).hoofdplicht.bekend:
        yield Melding(
            "gronden-voor-deelname",
            ("hoofdplicht",),
            "De eerste plicht, de veiligheid van Nederland en de NAVO, staat niet als tegenwicht "
            "bij de gronden. Vul 'hoofdplicht' in.",
        )


def _uncertainty_told(b: Beoordeling) -> Iterator[Melding]:
    blok = b.punt(Invloed).strategische_onzekerheid
    text = " ".join((blok.overweging.waarde or "").split())
    if len(text) < 20 or blok.openbaar.waarde == "ja":
        return
    for sleutel, proza in b.proza.items():
        found = proza.tekst.find(text)
        if found >= 0:
            yield Melding(
                sleutel,
                (TEKST, found),
                "Deze tekst is de overweging over strategische onzekerheid, en die is niet "
                "openbaar. Haal haar uit de tekst van de brief.",
            )


def _decisive(b: Beoordeling) -> Iterator[Melding]:
    if b.punt(Haalbaarheid).aard_effect.waarde == "doorslaggevend":
        zin = (
            "een Nederlandse bijdrage is naar verwachting bescheiden en dient politieke doelen; "
            "hier staat dat zij doorslaggevend is. Beschrijf in de tekst waarop dat berust."
        )
        yield Melding("haalbaarheid", ("aard_effect",), deviates("11-12", zin))


def _poland(b: Beoordeling) -> Iterator[Melding]:
    for pad, rij in numbered("landen", b.punt(DeelnemendeLanden).landen):
        joins = rij.status.waarde in ("toegezegd", "voorwaardelijk")
        poland = rij.land.waarde and rij.land.waarde.code == "PL"
        if poland and joins and not after_source(rij.datum.waarde):
            zin = (
                "Polen zag volgens de bron voorlopig af van deelname. Noem een bron van na 26 "
                "februari 2025, of corrigeer de status."
            )
            yield Melding("deelnemende-landen", (*pad, "status"), deviates("6", zin))


REGELS = (
    of_source(
        "WQ1",
        Ernst.LET_OP,
        "De kernvraag is beantwoord voordat militaire opties zijn uitgewerkt.",
        "6-7",
        _key_question,
        "gronden-voor-deelname.onlosmakelijk_verbonden",
        "eenheden.eenheden",
        "dossier.opties",
        soorten="AVB",
    ),
    of_source(
        "WR1",
        Ernst.TEGENSTRIJDIG,
        "Wie het risico op gesneuvelden en oorlog aanvaardt, staat erbij.",
        "7",
        _risk_accepted,
        "gronden-voor-deelname.risicobereidheid",
        "dossier.besluit.uitkomst",
        soorten="AVB",
        vervangt="gronden-voor-deelname.risicobereidheid",
    ),
    of_source(
        "W4",
        Ernst.ONTBREEKT,
        "De veiligheid van Nederland en de NAVO staat als tegenwicht bij de gronden.",
        "6",
        _first_duty,
        "gronden-voor-deelname.hoofdplicht",
        soorten="AVB",
        vervangt="gronden-voor-deelname.hoofdplicht",
    ),
    of_source(
        "W3",
        Ernst.LET_OP,
        "Wat strategisch open moet blijven, staat niet in de brief.",
        "6",
        _uncertainty_told,
        "invloed.strategische_onzekerheid",
    ),
    of_source(
        "K-EFFECT",
        Ernst.LET_OP,
        "Een Nederlandse bijdrage is naar verwachting bescheiden.",
        "11-12",
        _decisive,
        "haalbaarheid.aard_effect",
    ),
    of_source(
        "W-O",
        Ernst.LET_OP,
        "Landen die volgens de bron afzagen, doen alleen mee volgens een jongere bron.",
        "6",
        _poland,
        "deelnemende-landen.landen.land",
        "deelnemende-landen.landen.status",
        "deelnemende-landen.landen.datum",
    ),
)
