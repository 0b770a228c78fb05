"""The answers of a record to a question, by the names of the facts that hold them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from toetsingskader.errors import ToolError
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.antwoord import Blok, Lijst, Staat
from toetsingskader.kader.berekend import Berekend, computed
from toetsingskader.kader.pad import destination_of, near_field
from toetsingskader.kader.punt import Punt, Rij
from toetsingskader.kader.veld import Bezoek, beschrijf, visits
from toetsingskader.kader.weergave import ADMINISTRATIVE, label_of, show, show_veld
from toetsingskader.rapport.kamervragen import Kamervraag
from toetsingskader.regels.gegevens import destination, facts, origin_of
from toetsingskader.source import dotted
from toetsingskader.toetsing import Bestemming, Gegeven

_NAME = re.compile(r"([\w-]+)\.([\w.]+)(?:\[(\w+)=([\w-]+)\])?")
ALLEEN_BEREKEND = re.compile(
    r"eenheden\.totaal|besluit\.duur|"
    r"financien\.(?:totaal|eenmalig|doorlopend|per_maand|per_jaar|per_dekking)|"
    r"(?:haalbaarheid|operatie)\.dichtheid"
)
"""What is computed (see `kader.berekend`), also where a record has nothing to compute it from."""


def split_name(naam: str) -> tuple[str, str, str, str]:
    """A name in its parts: the point, the field, and which rows of it: a field with its value."""
    match = _NAME.fullmatch(naam)
    return (match[1], match[2], match[3] or "", match[4] or "") if match else ("", "", "", "")


@dataclass(frozen=True)
class Vraag:
    """A question as the table has it."""

    punt: str
    vraag: str
    gegevens: tuple[str, ...]
    bron: str
    geverifieerd: bool


@dataclass
class _Gevonden:
    """What was found for one question."""

    gegevens: list[Gegeven] = field(default_factory=list)
    onbekend: list[str] = field(default_factory=list)
    vertrouwelijk: list[str] = field(default_factory=list)
    punten: dict[str, set[str]] = field(default_factory=dict)
    """The points that were asked, each with its fields."""

    def without_value(self, staat: Staat, label: str) -> None:
        if staat is Staat.ONBEKEND:
            self.onbekend.append(label)
        elif staat is Staat.VERTROUWELIJK:
            self.vertrouwelijk.append(label)


class Antwoorden:
    """Finds answers in one record."""

    def __init__(self, b: Beoordeling) -> None:
        self._b = b
        self._computed = [*computed(b)]

    def to(self, vraag: Vraag) -> Kamervraag:
        """The question with all that the record says to it; ToolError for an unknown fact."""
        found = _Gevonden()
        for naam in vraag.gegevens:
            self._find(naam, found)
        return Kamervraag(
            vraag.vraag,
            vraag.bron,
            vraag.geverifieerd,
            tuple(replace(g, bron=self._sources(g.bron)) for g in dict.fromkeys(found.gegevens)),
            tuple(dict.fromkeys(found.onbekend)),
            tuple(dict.fromkeys(found.vertrouwelijk)),
            tuple(self._kept(found)) if found.vertrouwelijk else (),
            tuple(x for p, velden in found.punten.items() for x in self._open(p, velden)),
            tuple(x for p in found.punten if (x := self._b.punten[p].nvt.reden.waarde)),
        )

    def _find(self, naam: str, found: _Gevonden) -> None:
        if ALLEEN_BEREKEND.fullmatch(naam):
            for c in self._computed:
                if f"{c.naam}.".startswith(f"{naam}."):
                    _add_computed(c, found)
            return
        om, pad, veld, waarde = split_name(naam)
        holder = self._holder(om)
        asked = f"{pad}.{veld}" if veld else pad
        if holder is None or destination_of(type(holder), asked) is None:
            near = near_field(type(holder), pad) if holder and not veld else None
            hint = f" Bedoelde u '{om}.{near}'?" if near else ""
            raise ToolError(
                f"In de lijst van Kamervragen staat het gegeven '{naam}'; dat bestaat niet.{hint}"
            )
        if om in self._b.punten:
            found.punten.setdefault(om, set()).add(pad)
        rows = _rows(holder, pad, veld, waarde) if veld else None
        found.gegevens += self._known(holder, pad, rows)
        for v in visits(holder):
            own = f"{dotted(v.pad)}.".startswith(f"{pad}.")
            if own and v.beschrijving.naam not in ADMINISTRATIVE and _chosen(v, rows):
                found.without_value(v.antwoord.staat, label_of(v))

    def _holder(self, naam: str) -> Blok | None:
        fixed = {"dossier": self._b.dossier, "besluit": self._b.dossier.besluit}
        return fixed.get(naam) or self._b.punten.get(naam)

    def _known(self, holder: Blok, pad: str, rows: set[int] | None) -> Iterator[Gegeven]:
        """The values of a field that is asked, of these rows of it only."""
        if "." in pad:
            yield from (_nested(v) for v in visits(holder) if _is_known(v, pad))
            return
        others = frozenset(v.naam for v in beschrijf(type(holder))) - {pad}
        for g in facts(holder, self._b.bronnen, "b", others):
            row = re.match(r"\w+\[(\d+)\]", g.veld)
            chosen = rows is None or (row is not None and int(row[1]) - 1 in rows)
            if chosen and g.waarde not in (Staat.ONBEKEND, Staat.VERTROUWELIJK):
                yield g

    def _sources(self, bron: str) -> str:
        """Sources by what a reader calls them, instead of by their keys."""
        parts = (part.partition(", ") for part in bron.split("; ") if part)
        return "; ".join(f"{self._name(key)}{comma}{place}" for key, comma, place in parts)

    def _name(self, sleutel: str) -> str:
        bron = self._b.bronnen.bronnen.get(sleutel)
        if bron is None:
            return sleutel
        return f"Kamerstuk {bron.kamerstuk}" if bron.kamerstuk else bron.veld("title") or sleutel

    def _kept(self, found: _Gevonden) -> Iterator[str]:
        for sleutel in found.punten:
            stuk = self._b.punten[sleutel].vertrouwelijk_stuk
            if stuk.bekend:
                about = [show_veld(stuk, "niveau"), show_veld(stuk, "inzage")]
                yield f"{show_veld(stuk, 'kenmerk')} ({', '.join(filter(None, about))})"

    def _open(self, sleutel: str, velden: set[str]) -> Iterator[str]:
        punt: Punt = self._b.punten[sleutel]
        for vraag in punt.open:
            veld = vraag.veld.waarde or ""
            if vraag.vraag.bekend and any(f"{veld}.".startswith(f"{v}.") for v in velden):
                uiterlijk = vraag.uiterlijk.waarde
                voor = f", uiterlijk {uiterlijk}" if uiterlijk else ""
                yield f"{vraag.vraag.waarde} ({vraag.wie.waarde or punt.eigenaar}{voor})"


def _add_computed(c: Berekend, found: _Gevonden) -> None:
    if c.feit.bekend:
        how, value = ("berekend uit het dossier",), str(c.feit.waarde)
        gegeven = Gegeven(c.naam, c.label, value, Bestemming.BRIEF, kanttekening=how)
        found.gegevens.append(gegeven)
    else:
        found.without_value(c.feit.staat, c.label)


def _rows(holder: Blok, naam: str, veld: str, waarde: str) -> set[int]:
    """Which rows of a list have this value in this field."""
    lijst = getattr(holder, naam)
    rows = enumerate(lijst) if isinstance(lijst, Lijst) else ()
    return {i for i, rij in rows if getattr(rij, veld).waarde == waarde}


def _chosen(v: Bezoek, rows: set[int] | None) -> bool:
    return rows is None or len(v.pad) < 2 or v.pad[1] in rows


def _is_known(v: Bezoek, pad: str) -> bool:
    return (
        dotted(v.pad) == pad and v.antwoord.staat is Staat.BEKEND and not isinstance(v.pad[-1], int)
    )


def _nested(v: Bezoek) -> Gegeven:
    """A field of a row; it has its row's source where it has none of its own."""
    own = origin_of(v.antwoord)
    if not own[0] and v.rij:
        own = (*origin_of(v.rij)[:2], own[2])
    closed = isinstance(v.rij, Rij) and not v.rij.openbaar
    doel = Bestemming.NOTA if closed else destination(v.naar)
    return Gegeven(dotted(v.pad), label_of(v), show(v.beschrijving, v.antwoord), doel, *own)
