"""A form against what it was made from: every change, and what the record says there now."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from toetsingskader.formulier.boom import choice_key
from toetsingskader.formulier.gelijk import same
from toetsingskader.formulier.ingevuld import Terug
from toetsingskader.formulier.model import Deel, Plek, Puntformulier, Rijen, Vak, controls
from toetsingskader.formulier.samenstellen import fields_of
from toetsingskader.formulier.zetten import fact_with, put
from toetsingskader.inlezen.formulier.plaats import at, located, rows_in
from toetsingskader.inlezen.formulier.voorstel import Aard, Beslissing, Feitvoorstel, Uitkomst
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.veld import find_field
from toetsingskader.kader.weergave import decapitalise
from toetsingskader.source import Data, Pad

_GONE = "deze regel is er niet meer"
_OTHERWISE = "staat er nu op een andere manier"
_NAME = 40
"""Characters of the name of a row."""
_BOTH = "het geheel is op onbekend, vertrouwelijk of geen gezet, en dit is toch ingevuld"


@dataclass
class Vergelijking:
    """One point of one form, beside the record as it was and as it is."""

    bestand: str
    punt: Puntformulier
    """As the form asked it, with what the record said then."""
    terug: Terug
    nu: Data
    meldingen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._then: dict[Plek, Vak] = {vak.plek: vak for vak in self.punt.vakken()}
        now = controls(fields_of(self.punt.sleutel, self.nu))
        self._now: dict[Plek, str] = {vak.plek: vak.waarde for vak in now}
        self._lists = {rijen.pad: rijen for rijen in self.punt.lijsten()}
        self._gone = {*self._rows_gone()}
        self._whole = [
            vak.pad
            for vak in self._then.values()
            if vak.deel is Deel.STAND and self._turned(vak) and self._typed(vak)
        ]

    def decisions(self) -> Iterator[Beslissing]:
        """Every change, in the order of the form."""
        self.meldingen += self.terug.meldingen
        lost = []
        for vak in self._then.values():
            if self._hidden(vak):
                continue
            if vak.plek not in self.terug.waarden:
                lost.append(self.label(vak.pad, vak.deel))
            elif self._turned(vak):
                yield self._value(vak)
        if lost:
            more = f" en {len(lost) - 3} andere" if len(lost) > 3 else ""
            self.meldingen.append(
                f"Het vak van {'; '.join(lost[:3])}{more} is uit het bestand verdwenen. Wat daar "
                "in het dossier staat, is zo gelaten."
            )
        for rijen in self._lists.values():
            if rijen.pad in self.terug.rijen and not self._inside_new(rijen.pad):
                yield from self._rows(rijen, self.terug.rijen[rijen.pad])

    def _typed(self, vak: Vak) -> str:
        text = self.terug.waarden.get(vak.plek, "")
        return choice_key(text, dict(vak.opties)) if vak.opties else text

    def _turned(self, vak: Vak) -> bool:
        found = self.terug.waarden.get(vak.plek)
        return found is not None and not same(vak, vak.waarde, found)

    def _rows_gone(self) -> Iterator[Pad]:
        """Rows that were taken out, or of which everything was."""
        for pad, rijen in self._lists.items():
            if pad not in self.terug.rijen:
                continue
            for rij in rijen.rijen[:-1]:
                here = (*pad, rij.nummer)
                texts = [t for (p, _), t in self.terug.waarden.items() if p[: len(here)] == here]
                filled = any(vak.waarde for vak in controls(rij.onderdelen))
                if rij.nummer not in self.terug.rijen[pad] or (filled and not any(texts)):
                    yield here

    def _inside_new(self, pad: Pad) -> bool:
        """Whether it is in a row that the form had empty, or that was taken out."""
        for i, part in enumerate(pad):
            if isinstance(part, int):
                rijen = self._lists.get(pad[:i])
                if pad[: i + 1] in self._gone or rijen is None or part >= len(rijen.rijen) - 1:
                    return True
        return False

    def _hidden(self, vak: Vak) -> bool:
        """Whether it says nothing by itself: its row is new or gone, or the whole is unknown."""
        under = (w for w in self._whole if len(vak.pad) > len(w) and vak.pad[: len(w)] == w)
        unchanged = not self._turned(vak) or not self._typed(vak)
        return self._inside_new(vak.pad) or (any(under) and unchanged)

    def _value(self, vak: Vak) -> Beslissing:
        pad = located(self.punt.gegevens, self.nu, vak.pad)
        wordt = self._typed(vak)
        voorstel = Feitvoorstel(
            self.bestand,
            self.punt.sleutel,
            Aard.WAARDE,
            vak.pad if pad is None else pad,
            self.label(vak.pad, vak.deel),
            vak.waarde,
            wordt,
            vak.deel,
            vak,
        )
        if any(len(vak.pad) > len(w) and vak.pad[: len(w)] == w for w in self._whole):
            return Beslissing(voorstel, Uitkomst.CONFLICT, reden=_BOTH)
        now = _GONE if pad is None else self._now.get((pad, vak.deel), self._unasked(pad))
        if same(vak, now, wordt):
            return Beslissing(voorstel, Uitkomst.AL_ZO, now)
        if not same(vak, now, vak.waarde):
            return Beslissing(voorstel, Uitkomst.CONFLICT, now)
        around = self._turned_around(vak.pad)
        outcome = Uitkomst.CONFLICT if around else Uitkomst.OVERNEMEN
        return Beslissing(voorstel, outcome, around or now)

    def _unasked(self, pad: Pad) -> str:
        """Where the record has a value without a source of its own, that source is empty."""
        known = (pad, Deel.WAARDE) in self._now or (pad, Deel.STAND) in self._now
        return "" if known else _OTHERWISE

    def _turned_around(self, pad: Pad) -> str:
        """What the record now says of the block or list around, when that changed."""
        for i in range(1, len(pad)):
            before = self._then.get((pad[:i], Deel.STAND))
            here = located(self.punt.gegevens, self.nu, pad[:i])
            now = self._now.get((here or (), Deel.STAND), "")
            if before is not None and now and not same(before, before.waarde, now):
                return f"{before.label}: {now}"
        return ""

    def _rows(self, rijen: Rijen, order: tuple[int, ...]) -> Iterator[Beslissing]:
        pad = located(self.punt.gegevens, self.nu, rijen.pad)
        known = range(len(rijen.rijen) - 1)
        if rijen.pad in self._whole:
            known, order = range(0), tuple(n for n in order if n not in known)
        for n in known:
            if (*rijen.pad, n) in self._gone:
                yield self._removed(rijen, n)
        kept = [n for n in order if n in known and (*rijen.pad, n) not in self._gone]
        after = -1
        for n in order:
            if n in kept:
                here = located(self.punt.gegevens, self.nu, (*rijen.pad, n))
                after = int(here[-1]) if here else after
            elif n not in known:
                yield self._added(rijen, n, pad, after)
        if kept != sorted(kept):
            yield self._moved(rijen, kept, pad)

    def _removed(self, rijen: Rijen, n: int) -> Beslissing:
        pad = located(self.punt.gegevens, self.nu, (*rijen.pad, n))
        before = at(self.punt.gegevens, (*rijen.pad, n))
        voorstel = Feitvoorstel(
            self.bestand,
            self.punt.sleutel,
            Aard.WEG,
            pad or (*rijen.pad, n),
            self.label((*rijen.pad, n)),
            row_words(before),
            "",
        )
        if pad is None:
            return Beslissing(voorstel, Uitkomst.AL_ZO)
        now = at(self.nu, pad)
        if now != before:
            return Beslissing(voorstel, Uitkomst.CONFLICT, row_words(now))
        return Beslissing(voorstel, Uitkomst.OVERNEMEN)

    def _added(self, rijen: Rijen, n: int, pad: Pad | None, after: int) -> Beslissing:
        row = self._new_row((*rijen.pad, n))
        voorstel = Feitvoorstel(
            self.bestand,
            self.punt.sleutel,
            Aard.ERBIJ,
            pad or rijen.pad,
            f"{self.label(rijen.pad)}, nieuwe regel",
            "",
            row_words(row),
            rij=row,
            na=after,
        )
        if rijen.pad in self._whole:
            return Beslissing(voorstel, Uitkomst.CONFLICT, reden=_BOTH)
        if pad is None or (pad, Deel.STAND) not in self._now:
            return Beslissing(voorstel, Uitkomst.CONFLICT, _GONE if pad is None else _OTHERWISE)
        if row in rows_in(at(self.nu, pad)) and row not in rows_in(
            at(self.punt.gegevens, rijen.pad)
        ):
            return Beslissing(voorstel, Uitkomst.AL_ZO)
        stand = self._now[pad, Deel.STAND]
        if stand and not same(rijen.stand, rijen.stand.waarde, stand):
            return Beslissing(voorstel, Uitkomst.CONFLICT, stand)
        return Beslissing(voorstel, Uitkomst.OVERNEMEN)

    def _moved(self, rijen: Rijen, kept: list[int], pad: Pad | None) -> Beslissing:
        here = [located(self.punt.gegevens, self.nu, (*rijen.pad, n)) for n in sorted(kept)]
        now = [int(p[-1]) for p in here if p]
        places = dict(zip(sorted(kept), now, strict=False))
        voorstel = Feitvoorstel(
            self.bestand,
            self.punt.sleutel,
            Aard.VOLGORDE,
            pad or rijen.pad,
            f"{self.label(rijen.pad)}, volgorde",
            ", ".join(str(n + 1) for n in sorted(kept)),
            ", ".join(str(n + 1) for n in kept),
            volgorde=tuple(places[n] for n in kept) if len(now) == len(kept) else (),
        )
        if len(now) < len(kept) or now != sorted(now):
            same_now = len(now) == len(kept) and [places[n] for n in kept] == sorted(now)
            return Beslissing(voorstel, Uitkomst.AL_ZO if same_now else Uitkomst.CONFLICT)
        return Beslissing(voorstel, Uitkomst.OVERNEMEN)

    def _new_row(self, pad: Pad) -> Data:
        """The row as the data of a file have it."""
        model = PUNTEN[self.punt.sleutel]
        b, _ = find_field(model, pad[:-1])
        texts = [(p[len(pad) :], d, t) for (p, d), t in self.terug.waarden.items()
                 if p[: len(pad)] == pad and t]  # fmt: skip
        row: Data = None
        for rest, deel, text in texts:
            vak = self._vak_like((*pad, *rest), deel)
            value = choice_key(text, dict(vak.opties)) if vak and vak.opties else text
            if b is not None and b.model is not None:
                row = put(row, b.model, self._counted(pad, rest), deel, value)
            else:
                row = fact_with(row, deel, value)
        return row

    def _counted(self, pad: Pad, rest: Pad) -> Pad:
        """A path within a new row, its rows counted as they stand."""
        done: list[str | int] = []
        for i, part in enumerate(rest):
            if isinstance(part, int):
                order = self.terug.rijen.get((*pad, *rest[:i]), ())
                done.append(order.index(part) if part in order else 0)
            else:
                done.append(part)
        return tuple(done)

    def _vak_like(self, pad: Pad, deel: Deel) -> Vak | None:
        """Any control that asks the same, in whichever row."""
        names = tuple(p for p in pad if isinstance(p, str))
        return next(
            (
                vak
                for (other, d), vak in self._then.items()
                if d is deel and tuple(p for p in other if isinstance(p, str)) == names
            ),
            None,
        )

    def label(self, pad: Pad, deel: Deel = Deel.WAARDE) -> str:
        """What a reader calls an answer: "Partijen, regel 1, uitspraken, regel 2: strekking"."""
        parts: list[str] = []
        for i, part in enumerate(pad, 1):
            if isinstance(part, int):
                naam = self._row_name(pad[:i])
                parts.append(f"regel {part + 1}{f' ({naam})' if naam else ''}")
                continue
            vak = self._then.get((pad[:i], Deel.STAND)) or self._then.get((pad[:i], Deel.WAARDE))
            naam = vak.label if vak else part
            parts.append(decapitalise(naam) if parts else naam)
        end = {Deel.WAARDE: "", Deel.STAND: " als geheel"}.get(deel, f" ({deel.value})")
        return ", ".join(parts) + end

    def _row_name(self, pad: Pad) -> str:
        """What a row is known by: its first answer."""
        rijen = self._lists.get(pad[:-1])
        at_row = int(pad[-1])
        if rijen is None or at_row >= len(rijen.rijen) or rijen.waarden:
            return ""
        found = next((v.waarde for v in controls(rijen.rijen[at_row].onderdelen) if v.waarde), "")
        return found if len(found) <= _NAME else f"{found[:_NAME]}…"


def row_words(row: Data) -> str:
    """A row as a person reads it."""
    if isinstance(row, dict):
        return "; ".join(f"{key}: {row_words(value)}" for key, value in row.items())
    if isinstance(row, list):
        return " / ".join(row_words(item) for item in row)
    return " ".join((row or "").split())
