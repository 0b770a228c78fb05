"""A point as reports and letters show it: its facts as Dutch text, questions, unknowns, state."""

from collections.abc import Iterator

from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Blok, Staat
from toetsingskader.kader.berekend import Berekend
from toetsingskader.kader.bronnen import Bronnen
from toetsingskader.kader.dossier import Dossier, Stap
from toetsingskader.kader.pad import destination_of
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Punt
from toetsingskader.kader.veld import Bezoek, beschrijf, visits
from toetsingskader.kader.weergave import (
    ADMINISTRATIVE,
    decapitalise,
    label_of,
    name_of,
    show_veld,
)
from toetsingskader.regels.gegevens import destination, facts
from toetsingskader.regels.proza import as_read
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.regels.volledigheid import Volledigheid
from toetsingskader.source import dotted
from toetsingskader.toetsing import (
    Bestemming,
    Bevinding,
    Gegeven,
    OpenVraag,
    Planstap,
    Puntverslag,
    Toestand,
)


def questions(punt: Punt) -> Iterator[OpenVraag]:
    """The open questions; in the letter come only those about something that lands there too."""
    for vraag in punt.open:
        veld = vraag.veld.waarde or ""
        naar = "b" if veld == TEKST else destination_of(type(punt), veld)
        if vraag.vraag.bekend:
            yield OpenVraag(
                vraag.vraag.waarde or "",
                vraag.wie.waarde or punt.eigenaar,
                str(vraag.uiterlijk.waarde or ""),
                in_brief=naar is not None and destination(naar) is Bestemming.BRIEF,
            )


def planning(dossier: Dossier) -> Iterator[Planstap]:
    """The steps that are still to be taken.

    A step whose day has passed is over unless it says *gepland*: records of what happened give
    their steps no status.
    """
    peil = dossier.peildatum.waarde
    for stap in dossier.planning:
        datum = stap.datum.waarde
        if datum and stap.stap.bekend and _ahead(stap, not peil or datum.tot_en_met >= peil.van):
            yield Planstap(show_veld(stap, "stap"), str(datum), stap.wie.waarde or "")


def _ahead(stap: Stap, in_future: bool) -> bool:
    return stap.status.waarde == "gepland" or (in_future and not stap.status.bekend)


def _missing(punt: Punt, maat: Volledigheid) -> Iterator[str]:
    """Labels of the public fields that are required and empty, and that no question covers."""
    empty = {leemte.pad for leemte in maat.leemten if not leemte.wie}
    for bezoek in visits(punt):
        public = destination(bezoek.naar) is Bestemming.BRIEF
        if bezoek.pad in empty and public and bezoek.antwoord.staat is Staat.LEEG:
            yield label_of(bezoek)


def unknowns(houder: Blok) -> Iterator[str]:
    """The public fields that were asked and are not known, as "mandaten: geldig, status".

    A row is named only where the same field is known of another row.
    """
    labels = {b.naam: b.veld.label for b in beschrijf(type(houder))}
    groups: dict[str, list[Bezoek]] = {}
    for bezoek in visits(houder):
        groups.setdefault(dotted(bezoek.pad), []).append(bezoek)
    found: dict[str, list[str]] = {}
    for bezoeken in groups.values():
        unknown = [b for b in bezoeken if is_unknown(houder, b)]
        if unknown:
            top = labels[str(bezoeken[0].pad[0])]
            own = found.setdefault(top, [])
            if len(bezoeken[0].pad) > 1:
                own.append(_with_rows(bezoeken, unknown))
    for top, own in found.items():
        yield f"{top}: {', '.join(own)}" if own else top


def _with_rows(bezoeken: list[Bezoek], unknown: list[Bezoek]) -> str:
    label = decapitalise(bezoeken[0].beschrijving.veld.label)
    names = [name_of(b.rij) for b in unknown if b.rij]
    named = any(names) and len(unknown) < len(bezoeken)
    return f"{label} ({' en '.join(names)})" if named else label


def is_unknown(houder: Blok, bezoek: Bezoek) -> bool:
    """Whether this public fact was asked and is not known."""
    administrative = bezoek.beschrijving.naam in ADMINISTRATIVE
    common = isinstance(houder, Punt) and bezoek.pad[0] in GEMEENSCHAPPELIJK
    public = destination(bezoek.naar) is Bestemming.BRIEF
    unknown = bezoek.antwoord.staat is Staat.ONBEKEND
    return unknown and public and not common and not administrative


def report(
    b: Beoordeling,
    sleutel: str,
    maat: Volledigheid,
    bevindingen: tuple[Bevinding, ...],
    berekend: tuple[Berekend, ...],
) -> Puntverslag:
    """One point of the record, complete for every report format."""
    punt, kader = b.punten[sleutel], b.punten[sleutel].kader
    gegevens = (
        *facts(punt, b.bronnen, "b", GEMEENSCHAPPELIJK),
        *_figures(punt, b.bronnen),
        *(_computed(c) for c in berekend if c.punt == sleutel and c.feit.bekend),
    )
    return Puntverslag(
        sleutel=sleutel,
        pijler=kader.pijler,
        titel=kader.titel,
        vraag=kader.vraag,
        eigenaar=punt.eigenaar,
        herkomst=kader.herkomst,
        nummer=kader.nummer,
        geverifieerd=kader.geverifieerd,
        bestand=b.bestanden[sleutel].pad,
        toestand=_state(b, sleutel, maat, bool(gegevens)),
        gevraagd=maat.gevraagd,
        vereist=maat.vereist,
        beantwoord=maat.beantwoord,
        woorden=b.proza[sleutel].woorden,
        tekst=as_read(b, sleutel),
        gegevens=gegevens,
        open_vragen=tuple(questions(punt)),
        onbekend=tuple(unknowns(punt)),
        bevindingen=bevindingen,
        nvt_reden=punt.nvt.reden.waarde or "",
        ontbreekt=tuple(_missing(punt, maat)),
    )


def _figures(punt: Punt, bronnen: Bronnen) -> Iterator[Gegeven]:
    only = frozenset(b.naam for b in beschrijf(type(punt))) - {"cijfers"}
    return facts(punt, bronnen, "n", only)


def _computed(c: Berekend) -> Gegeven:
    """What follows from other facts; never typed."""
    return Gegeven(c.naam, f"{c.label} (berekend)", str(c.feit.waarde), Bestemming.BRIEF)


def _state(b: Beoordeling, sleutel: str, maat: Volledigheid, has_facts: bool) -> Toestand:
    punt, prose = b.punten[sleutel], b.proza[sleutel].tekst.strip()
    if not b.bestanden[sleutel].leesbaar:
        return Toestand.ONLEESBAAR
    if punt.nvt.bekend:
        return Toestand.NIET_VAN_TOEPASSING
    if not has_facts and not prose:
        return Toestand.LEEG
    complete = maat.beantwoord == maat.vereist and not len(punt.open)
    written = prose or not maat.tekst_nodig
    return Toestand.INGEVULD if complete and written else Toestand.IN_BEWERKING
