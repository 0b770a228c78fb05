"""One point as a reader of a reference page sees it: question, guidance, fields and rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.prozastuk import Prozastuk
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Punt
from toetsingskader.naslag.blad import Alinea, Deel, Kop, Opsomming, Rooster
from toetsingskader.naslag.brieven import letters
from toetsingskader.naslag.veldblad import Veldblad, field_sheets
from toetsingskader.regels import REGELS
from toetsingskader.regels.regel import Regel
from toetsingskader.toetsing import Herkomst

ELK_PUNT = (
    "Daarnaast heeft elk punt de velden "
    f"{', '.join(n for n in Punt.model_fields if n != 'migratie')}. "
    "Zo toont 'toetsingskader uitleg mandaat.open' hoe u open vragen opschrijft."
)
VAN_ELKE_REGEL = (
    "Bij elk gegeven mogen ook bron, datum en toelichting staan, en bij een regel van een lijst de "
    "missie waarover zij gaat."
)


@dataclass(frozen=True)
class Kijkregel:
    """A rule that looks at a field of the point."""

    code: str
    ernst: str
    zin: str


@dataclass(frozen=True)
class Puntblad:
    """One point."""

    sleutel: str
    pijler: str
    titel: str
    nummer: str
    vraag: str
    waarom: str
    goed: tuple[str, ...]
    eigenaar: str
    brieven: str
    bron: str
    geverifieerd: str
    parafen: tuple[str, ...]
    """The approvals that a final letter needs."""
    velden: tuple[Veldblad, ...] = ()
    regels: tuple[Kijkregel, ...] = ()


def sheet_of(punt: type[Punt], *, voluit: bool = True) -> Puntblad:
    """A point of the framework; without `voluit` its fields and rules are left out."""
    k = punt.kader
    return Puntblad(
        k.sleutel,
        k.pijler,
        k.titel,
        f"nr. {k.nummer}" if k.herkomst is Herkomst.TOETSINGSKADER else "aanvulling",
        k.vraag,
        k.waarom,
        k.goed,
        k.eigenaar,
        letters(k.soorten),
        k.bron,
        "ja" if k.geverifieerd else "nee",
        tuple(map(str, k.parafen)),
        own_fields(punt) if voluit else (),
        rules_about(k.sleutel) if voluit else (),
    )


def own_fields(punt: type[Punt]) -> tuple[Veldblad, ...]:
    """The fields of a point itself, without those that every point has."""
    return tuple(
        v
        for v in field_sheets(punt.kader.sleutel, punt)
        if v.veld.split(".")[0] not in GEMEENSCHAPPELIJK
    )


def rules_about(pad: str) -> tuple[Kijkregel, ...]:
    """The rules that look at a point, or at one field of it, as "mandaat.rechtsgronden"."""
    return tuple(Kijkregel(r.code, r.ernst.label, r.zin) for r in REGELS if _reads(r, pad))


def _reads(regel: Regel, pad: str) -> bool:
    return any(
        f"{leest}.".startswith(f"{pad}.") or pad.startswith(f"{leest}.") for leest in regel.leest
    )


def shown(sheet: Puntblad, niveau: int = 1) -> Iterator[Deel]:
    """The page of a point, or its section of a longer page."""
    yield Kop(sheet.titel, niveau)
    yield from _guidance(sheet.vraag, sheet.waarom, sheet.goed, niveau)
    yield from field_parts(sheet.velden, niveau + 1)
    if niveau == 1:
        yield Alinea(ELK_PUNT)
    yield from rule_parts(sheet.regels, niveau + 1)
    yield Kop("Over dit punt", niveau + 1)
    table = table_of([sheet])
    yield Rooster(table.koppen[1:3] + table.koppen[4:], (table.rijen[0][1:3] + table.rijen[0][4:],))


def shown_text(stuk: Prozastuk, niveau: int = 1) -> Iterator[Deel]:
    """The same of prose that is no point."""
    yield Kop(stuk.titel, niveau)
    yield from _guidance(stuk.vraag, stuk.waarom, stuk.goed, niveau)
    yield Alinea(
        f"Deze tekst is geen aandachtspunt en heeft geen velden. Zij staat in {stuk.bestand}. "
        f"Nodig voor: {letters(stuk.soorten)}."
    )


def shown_dossier(niveau: int = 1) -> Iterator[Deel]:
    """The fields of the assessment as a whole."""
    yield Kop("Gegevens van de beoordeling", niveau)
    yield Alinea(
        "In dossier.yaml staat wat voor de hele beoordeling geldt: de missie, het besluit, de "
        "brieven en wie ze ondertekent."
    )
    yield from field_parts(tuple(field_sheets("dossier", Dossier)), niveau + 1)
    yield from rule_parts(rules_about("dossier"), niveau + 1)


def _guidance(vraag: str, waarom: str, goed: tuple[str, ...], niveau: int) -> Iterator[Deel]:
    yield Alinea(vraag)
    yield Kop("Waarom de Kamer dit wil weten", niveau + 1)
    yield Alinea(waarom)
    yield Kop("Een goed antwoord", niveau + 1)
    yield Opsomming(goed)


def field_parts(velden: Iterable[Veldblad], niveau: int) -> Iterator[Deel]:
    """A table of fields under its heading; what any row may have is said once."""
    all_ = tuple(velden)
    yield Kop("Velden", niveau)
    yield Rooster(
        ("Veld", "Betekenis", "Wat u typt", "Nodig voor", "Komt in"),
        tuple((v.veld, v.betekenis, v.typen, v.vereist, v.komt_in) for v in all_ if not v.overal),
    )
    if any(v.overal for v in all_):
        yield Alinea(VAN_ELKE_REGEL)


def rule_parts(regels: tuple[Kijkregel, ...], niveau: int) -> Iterator[Deel]:
    """A table of rules under its heading; nothing when there is none."""
    if regels:
        yield Kop("Regels die hiernaar kijken", niveau)
        rijen = tuple((r.code, r.ernst, r.zin) for r in regels)
        yield Rooster(("Code", "Ernst", "Regel"), rijen, (20, 14, 42))


def table_of(sheets: Iterable[Puntblad]) -> Rooster:
    """Points, with who owns them and where they come from."""
    return Rooster(
        (
            "Punt",
            "Sleutel",
            "Nummer",
            "Vraag",
            "Eigenaar",
            "Gevraagd in",
            "Bron",
            "Geverifieerd",
            "Parafen",
        ),
        tuple(
            (
                s.titel,
                s.sleutel,
                s.nummer,
                s.vraag,
                s.eigenaar,
                s.brieven,
                s.bron,
                s.geverifieerd,
                ", ".join(s.parafen),
            )
            for s in sheets
        ),
    )


def all_sheets(*, voluit: bool) -> tuple[Puntblad, ...]:
    """Every point, in the order of a record."""
    return tuple(sheet_of(punt, voluit=voluit) for punt in PUNTEN.values())
