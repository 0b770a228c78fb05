"""What parliament always asks, with the answers of the record: Markdown for internal use."""

from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.rapport import zinnen
from toetsingskader.rapport.inert import inert_toetsing
from toetsingskader.rapport.markdown_tekens import escape, lijst
from toetsingskader.toetsing import Bestemming, Gegeven

INTERN = (
    "Voor de voorbereiding van het debat, niet om te verzenden. De vragen zijn in onze woorden; "
    "de antwoorden zijn de gegevens van het dossier, met de plek waar zij mogen landen."
)
_SLECHTS = {
    Bestemming.NOTA: "niet in een brief; alleen in de beslisnota",
    Bestemming.INTERN: "niet in een brief; alleen intern",
}


@dataclass(frozen=True)
class Kamervraag:
    """One question, and what the record says to it."""

    vraag: str
    bron: str
    """What shows that members ask this."""
    geverifieerd: bool
    gegevens: tuple[Gegeven, ...]
    onbekend: tuple[str, ...]
    """Labels of what was asked and is not known."""
    vertrouwelijk: tuple[str, ...]
    """Labels of what is kept elsewhere."""
    bewaard: tuple[str, ...]
    """Where that is."""
    open_vragen: tuple[str, ...]
    """Who was asked for the answer, and before when."""
    nvt: tuple[str, ...]
    """Why the points it is about do not apply."""


@dataclass(frozen=True)
class Puntvragen:
    """The questions about one point."""

    titel: str
    eigenaar: str
    bestand: str
    vragen: tuple[Kamervraag, ...]


@dataclass(frozen=True)
class Vragenlijst:
    """All questions about one record."""

    titel: str
    fictief: bool
    briefsoort: str
    peildatum: str
    optie: str
    waarschuwing: str
    punten: tuple[Puntvragen, ...]


def markdown(vragenlijst: Vragenlijst) -> str:
    """The list as Markdown that ends with a newline."""
    v = inert_toetsing(vragenlijst)
    delen = [*_begin(v)]
    nummer = 0
    for punt in v.punten:
        delen += [
            f"## {escape(punt.titel)}",
            f"Opsteller: {escape(punt.eigenaar)}. De tekst staat in {escape(punt.bestand)}.",
        ]
        for vraag in punt.vragen:
            nummer += 1
            delen += [f"### {nummer}\\. {escape(vraag.vraag)}", *_answer(vraag), _origin(vraag)]
    return "\n\n".join(delen) + "\n"


def _begin(v: Vragenlijst) -> Iterator[str]:
    yield f"# Kamervragen: {escape(v.titel)}"
    yield f"> {escape(v.waarschuwing)}"
    if v.fictief:
        yield f"{escape(zinnen.FICTIEF)}"
    yield escape(INTERN)
    vragen = [x for p in v.punten for x in p.vragen]
    beantwoord = sum(bool(x.gegevens) for x in vragen)
    deels = sum(bool(x.gegevens and (x.onbekend or x.vertrouwelijk)) for x in vragen)
    telling = f"{beantwoord} van {len(vragen)} vragen hebben een antwoord in het dossier"
    feiten = [
        f"Soort brief: {v.briefsoort}",
        f"Peildatum: {v.peildatum or 'niet ingevuld'}",
        *([f"Optie: {v.optie}"] if v.optie else []),
        telling + (f", waarvan {deels} niet volledig" if deels else ""),
    ]
    yield lijst(*map(escape, feiten))


def _answer(vraag: Kamervraag) -> Iterator[str]:
    """What is known, then what is not, each said plainly."""
    regels = [_fact(g, vraag.gegevens) for g in vraag.gegevens]
    if not (regels or vraag.vertrouwelijk or vraag.nvt):
        niets = "In het dossier staat hierover geen gegeven."
        yield f"**Niet beantwoord.** {'Het antwoord is onbekend.' if vraag.onbekend else niets}"
    if vraag.onbekend:
        labels = "; ".join(vraag.onbekend)
        regels.append(escape(f"Onbekend (gevraagd, het antwoord is er niet): {labels}."))
    if vraag.vertrouwelijk:
        waar = "; ".join(vraag.bewaard) or "in het dossier staat niet waar"
        regels.append(
            escape(
                f"Vertrouwelijk (bekend, elders bewaard): {'; '.join(vraag.vertrouwelijk)}. "
                f"Vindplaats: {waar}."
            )
        )
    regels += [escape(f"Niet van toepassing: {reden}") for reden in vraag.nvt]
    regels += [escape(f"Hierover staat een vraag open: {v}") for v in vraag.open_vragen]
    if regels:
        yield lijst(*regels)


def _fact(g: Gegeven, alle: tuple[Gegeven, ...]) -> str:
    """The value as a letter prints it, with source, date and, when it is not public, where it may
    land.

    A row has no source of its own when what it says has one, in a line below.
    """
    slechts = _SLECHTS.get(g.bestemming, "")
    about = [f"bron: {g.bron}" if g.bron else "", g.datum, *g.kanttekening]
    below = any(other.bron and other.veld.startswith(f"{g.veld}.") for other in alle)
    origin = "; ".join(filter(None, about)) or ("" if below else "geen bron")
    waarde = g.waarde.removeprefix(f"{g.label}: ")
    text = f"{escape(g.label)}: {escape(waarde)}{f' ({escape(origin)})' if origin else ''}"
    if g.toelichting:
        text += f". Toelichting: {escape(g.toelichting)}"
    return f"**Let op: {slechts}.** {text}" if slechts else text


def _origin(vraag: Kamervraag) -> str:
    status = "" if vraag.geverifieerd else " (niet geverifieerd)"
    return f"*Waarom deze vraag: {escape(vraag.bron)}{status}.*"
