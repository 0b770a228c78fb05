"""Which control of a form is which: rows may have been added, removed, moved or pasted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toetsingskader.formulier.gelijk import same, tidy
from toetsingskader.formulier.ingevuld import NIEUW
from toetsingskader.formulier.model import (
    Plek,
    Puntformulier,
    Rijen,
    Vak,
    Vaksoort,
    number,
    tag,
)
from toetsingskader.source import Pad
from toetsingskader.teruglezen.formulier.besturing import Besturing, Inhoud
from toetsingskader.waarden.datum import as_day, find_datum

LEEG = "– leeg –"


@dataclass(frozen=True)
class _Frame:
    """A row that is being read: which row of the form it was or is a copy of, and which it is."""

    was: Pad
    now: Pad


@dataclass
class Lezer:
    """Gathers what stands in the controls of one point."""

    punt: Puntformulier
    waarden: dict[Plek, str] = field(default_factory=dict)
    rijen: dict[Pad, list[int]] = field(default_factory=dict)
    meldingen: list[str] = field(default_factory=list)
    _double: set[Plek] = field(default_factory=set)

    def __post_init__(self) -> None:
        naam = self.punt.sleutel
        self._vakken: Mapping[str, Vak] = {tag(naam, v.naam): v for v in self.punt.vakken()}
        lists = [*self.punt.lijsten()]
        self._lists: Mapping[str, Rijen] = {tag(naam, f"{x.stand.naam}[]"): x for x in lists}
        self._rows: Mapping[int, Pad] = {
            number(naam, f"{x.stand.naam}[{rij.nummer}]"): (*x.pad, rij.nummer)
            for x in lists
            for rij in x.rijen
        }

    def read(self, found: Iterable[Besturing], frame: _Frame = _Frame((), ())) -> None:
        """Read controls, and what is in the rows of lists."""
        for control in found:
            if control.soort == "lijst" and control.tag in self._lists:
                self._list(self._lists[control.tag], control, frame)
            elif control.soort == "waarde" and control.tag in self._vakken:
                self._value(self._vakken[control.tag], control.inhoud, frame)
            else:
                self.read(control.binnen, frame)

    def _value(self, vak: Vak, inhoud: Inhoud, frame: _Frame) -> None:
        if vak.pad[: len(frame.was)] != frame.was:
            self.meldingen.append(
                f"Het vak '{vak.label}' staat ook op een plek waar het niet hoort, bij een andere "
                "regel; wat daar staat, is niet gelezen."
            )
            return
        plek = ((*frame.now, *vak.pad[len(frame.was) :]), vak.deel)
        text = answer(vak, inhoud)
        earlier = self.waarden.get(plek)
        if plek in self._double or (earlier is not None and not same(vak, earlier, text)):
            if plek not in self._double:
                self.meldingen.append(
                    f"Het vak '{vak.label}' staat er meer dan eens, met '{earlier}' en met "
                    f"'{text}'. Er is niets van overgenomen; laat er één staan."
                )
            self._double.add(plek)
            self.waarden.pop(plek, None)
            return
        self.waarden[plek] = text

    def _list(self, rijen: Rijen, control: Besturing, frame: _Frame) -> None:
        if rijen.pad[: len(frame.was)] != frame.was:
            return
        pad = (*frame.now, *rijen.pad[len(frame.was) :])
        copied = frame.now != frame.was
        items = [item for item in control.binnen if item.soort == "rij"]
        order = self.rijen.setdefault(pad, [])
        for item, was, is_it in self._claims(rijen, items):
            n = was if is_it and not copied else NIEUW + len(order)
            while n in order:
                n = NIEUW + len(order) + n % NIEUW + 1
            order.append(n)
            self.read(item.binnen, _Frame((*rijen.pad, was), (*pad, n)))

    def _claims(self, rijen: Rijen, items: list[Besturing]) -> list[tuple[Besturing, int, bool]]:
        """Of each row in the file: which row it was or was copied from, and whether it is that."""
        by_number = {i: self._rows.get(item.nummer, ()) for i, item in enumerate(items)}
        claimed: dict[int, int] = {}
        for i, pad in by_number.items():
            if pad[:-1] == rijen.pad and pad and pad[-1] not in claimed.values():
                claimed[i] = int(pad[-1])
        result = []
        for i, item in enumerate(items):
            origin = claimed.get(i, self._origin(rijen, item))
            free = i in claimed or origin not in claimed.values()
            if free:
                claimed[i] = origin
            result.append((item, origin, free))
        return result

    def _origin(self, rijen: Rijen, item: Besturing) -> int:
        """The row whose controls these are, by their tags; the empty one when there are none."""
        depth = len(rijen.pad)
        for control in _all(item.binnen):
            vak = self._vakken.get(control.tag)
            if vak and vak.pad[:depth] == rijen.pad and len(vak.pad) > depth:
                return int(vak.pad[depth])
        return rijen.rijen[-1].nummer

    def read_bookmarks(self, texts: Mapping[str, str], naming: Mapping[str, Vak]) -> None:
        """Take from bookmarks what no control was found for."""
        for naam, text in texts.items():
            vak = naming.get(naam)
            if vak is None or vak.plek in self.waarden or vak.plek in self._double:
                continue
            self.waarden[vak.plek] = answer(vak, Inhoud(text))
        for rijen in self.punt.lijsten():
            if rijen.pad in self.rijen or rijen.stand.plek not in self.waarden:
                continue
            there = (rij.nummer for rij in rijen.rijen if self._any((*rijen.pad, rij.nummer)))
            self.rijen[rijen.pad] = list(there)

    def _any(self, pad: Pad) -> bool:
        return any(p[: len(pad)] == pad for p, _ in self.waarden)

    def drop_empty_rows(self) -> None:
        """Rows that are new and hold nothing are no rows; the deepest first."""
        known = {
            (*x.pad, rij.nummer) for x in self.punt.lijsten() for rij in x.rijen if not rij.nieuw
        }
        for pad in sorted(self.rijen, key=len, reverse=True):
            self.rijen[pad] = [
                n for n in self.rijen[pad] if (*pad, n) in known or self._filled((*pad, n))
            ]

    def _filled(self, pad: Pad) -> bool:
        return any(text and p[: len(pad)] == pad for (p, _), text in self.waarden.items())


def answer(vak: Vak, inhoud: Inhoud) -> str:
    """What was filled in; nothing while the invitation stands there."""
    text = tidy(vak, inhoud.tekst)
    if inhoud.leeg or text in ("", vak.uitnodiging, LEEG, "leeg"):
        return ""
    if vak.soort is Vaksoort.DATUM and inhoud.dag and (day := find_datum(inhoud.dag)):
        # Word writes a day in its own language; what somebody typed over it has words.
        typed = find_datum(text)
        numeric = not any(c.isalpha() for c in text)
        if typed is None or (numeric and typed != day):
            return as_day(day.van)
    return text


def _all(found: Iterable[Besturing]) -> Iterable[Besturing]:
    for control in found:
        yield control
        yield from _all(control.binnen)
