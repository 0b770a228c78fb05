"""The rule book as a page: every rule by what it is about, and what the other codes mean."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toetsingskader.errors import UsageError
from toetsingskader.kader import EIGENAAR_DOSSIER, PUNTEN, SECRETARIS
from toetsingskader.naslag.blad import Alinea, Blad, Deel, Kop, Rooster
from toetsingskader.naslag.brieven import letters
from toetsingskader.naslag.codes import CODEFAMILIES, explain
from toetsingskader.regels import REGELS, WAARSCHUWING
from toetsingskader.regels.regel import Regel
from toetsingskader.source import FOUTEN
from toetsingskader.toetsing import Maatstaf

_INLEIDING = (
    "Wat het programma nagaat. Een regel spreekt tegen, wijst aan wat ontbreekt of vraagt "
    "aandacht; hij oordeelt niet over de inzet. Leeg en onbekend spreken nooit tegen. Codes zijn "
    "blijvend."
)
_ALLES = "Alle bestanden"


@dataclass(frozen=True)
class Regelblad:
    """One rule as a reader sees it."""

    code: str
    ernst: str
    maatstaf: str
    zin: str
    bron: str
    leest: tuple[str, ...]
    aan_zet: str
    brieven: str
    regelset: str


@dataclass(frozen=True)
class Familie:
    """Rules about the same part of the record, or of the same rule set."""

    titel: str
    regels: tuple[Regelblad, ...]


@dataclass(frozen=True)
class Code:
    """A code, or a family of codes, that is no rule."""

    code: str
    uitleg: str


@dataclass(frozen=True)
class Regelboek:
    """What the page says, as data."""

    families: tuple[Familie, ...]
    codes: tuple[Code, ...]


def regels(codes: Sequence[str] = (), *, voluit: bool = False) -> Blad:
    """The whole book, or what these codes mean; raises UsageError for one that does not exist.

    `voluit` gives every column, for a page that is not bound to the width of a terminal.
    """
    if codes:
        return _some([code.upper() for code in codes])
    boek = Regelboek(
        tuple(_families()),
        (
            *(Code(f.naam, f.uitleg) for f in CODEFAMILIES),
            *(Code(code, zin) for code, zin in FOUTEN.items()),
        ),
    )
    delen: list[Deel] = [Alinea(WAARSCHUWING, nadruk=True), Kop("Regels", 1), Alinea(_INLEIDING)]
    delen.append(Rooster(("Maatstaf", "Betekent"), tuple((m, m.uitleg) for m in Maatstaf), (8, 70)))
    for familie in boek.families:
        delen += [Kop(familie.titel), _table(familie.regels, voluit=voluit)]
    rijen = tuple((c.code, c.uitleg) for c in boek.codes)
    delen += [Kop("Andere codes"), Rooster(("Code", "Betekent"), rijen, (20, 58))]
    return Blad(tuple(delen), boek)


def _some(codes: Sequence[str]) -> Blad:
    found = {r.code: r for r in REGELS if r.code in codes}
    other = {code: explain(code) for code in codes if code not in found}
    for code, uitleg in other.items():
        if not uitleg:
            near = difflib.get_close_matches(code, [*(r.code for r in REGELS), *FOUTEN], 1)
            hint = f" Bedoelde u {near[0]}?" if near else ""
            raise UsageError(f"De code '{code}' bestaat niet.{hint} Zie 'toetsingskader regels'.")
    sheets = tuple(_sheet(found[code]) for code in codes if code in found)
    boek = Regelboek(
        (Familie("", sheets),) if sheets else (), tuple(Code(*item) for item in other.items())
    )
    delen: list[Deel] = [_table(sheets, voluit=True)] if sheets else []
    if other:
        delen.append(Rooster(("Code", "Betekent"), tuple(other.items())))
    return Blad(tuple(delen), boek)


def _families() -> Iterator[Familie]:
    """General rules by the first part of the record they read, then those of each rule set."""
    general = [r for r in REGELS if not r.regelset]
    titles = {"dossier": "Dossier", **{s: p.kader.titel for s, p in PUNTEN.items()}}
    titles |= {"parafen": "Parafen", "bronnen": "Bronnen", "": _ALLES}
    for subject, titel in titles.items():
        own = [r for r in general if _subjects(r)[:1] == ([subject] if subject else [])]
        if own:
            yield Familie(titel, _sheets(own))
    for regelset in dict.fromkeys(r.regelset for r in REGELS if r.regelset):
        own = [r for r in REGELS if r.regelset == regelset]
        yield Familie(f"Regelset {regelset}", _sheets(own))


def _subjects(regel: Regel) -> list[str]:
    """The files it reads, in order."""
    return list(dict.fromkeys(veld.split(".")[0] for veld in regel.leest))


def _sheets(own: Iterable[Regel]) -> tuple[Regelblad, ...]:
    return tuple(_sheet(regel) for regel in own)


def _sheet(regel: Regel) -> Regelblad:
    return Regelblad(
        regel.code,
        regel.ernst.label,
        regel.maatstaf.value,
        regel.zin,
        regel.bron,
        regel.leest,
        _who(regel),
        letters(regel.soorten),
        regel.regelset or "geen: geldt voor elke missie",
    )


def _who(regel: Regel) -> str:
    """Who may have to act, by the framework; in a record the author of the point may be another."""
    subjects = [s for s in _subjects(regel) if s != "bronnen"]
    owners = [_owner(s) for s in subjects]
    together = regel.beide_eigenaren
    first = "; ".join(dict.fromkeys(owners)) if together or len(set(owners)) == 1 else ""
    first = first or "eigenaar van het bestand waar de bevinding staat"
    if len(set(owners)) > 1 and not together:
        first += f": {' of '.join(dict.fromkeys(owners))}"
    return "; ".join((first, *regel.ook))


def _owner(subject: str) -> str:
    if subject == "parafen":
        return SECRETARIS
    return PUNTEN[subject].kader.eigenaar if subject in PUNTEN else EIGENAAR_DOSSIER


def _table(sheets: tuple[Regelblad, ...], *, voluit: bool) -> Rooster:
    if not voluit:
        rijen = tuple((r.code, r.ernst, r.maatstaf, r.zin) for r in sheets)
        return Rooster(("Code", "Ernst", "Maatstaf", "Regel"), rijen, (20, 14, 8, 32))
    return Rooster(
        ("Code", "Ernst", "Maatstaf", "Regel", "Bron", "Leest", "Aan zet", "Brieven", "Regelset"),
        tuple(
            (
                r.code,
                r.ernst,
                r.maatstaf,
                r.zin,
                r.bron,
                ", ".join(r.leest) or "alle velden",
                r.aan_zet,
                r.brieven,
                r.regelset,
            )
            for r in sheets
        ),
    )
