"""The facts of two versions of a block, fact by fact; rows are known by their key or name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from toetsingskader.kader.antwoord import Antwoord, Blok, Feit, Lijst, Staat
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.kader.weergave import decapitalise, name_of, show, show_blok
from toetsingskader.regels.gegevens import destination
from toetsingskader.source import Verwijzing
from toetsingskader.toetsing.wijzigingen import Feitwijziging
from toetsingskader.waarden import normalise

_ALIKE = 0.5
"""How much of two rows must be the same to take the one for the other under a new name."""
_NOT_THE_WORLD = frozenset({"migratie"})
"""Written by the program, about the form of the record."""


def compare_facts(
    oud: Blok, nieuw: Blok, around: str = "", naar: str = "b"
) -> Iterator[Feitwijziging]:
    """Every fact that differs, with how it reads in both versions."""
    for veld in beschrijf(type(nieuw)):
        if veld.naam in _NOT_THE_WORLD:
            continue
        before, after = getattr(oud, veld.attribuut), getattr(nieuw, veld.attribuut)
        label = f"{around}: {decapitalise(veld.veld.label)}" if around else veld.veld.label
        lands = veld.veld.naar or naar
        if veld.model and isinstance(after, Lijst):
            yield from _rows(before, after, label, lands, veld)
        elif isinstance(after, Blok) and not _reads_itself(after):
            yield from _blocks(before, after, label, lands)
        else:
            yield from _leaf(before, after, label, lands, veld)


def _reads_itself(blok: Blok) -> bool:
    return "__str__" in vars(type(blok))


def _blocks(before: Blok, after: Blok, label: str, naar: str) -> Iterator[Feitwijziging]:
    """Fields one by one, unless the block as a whole was or is not known."""
    whole = {before.staat, after.staat} & {Staat.ONBEKEND, Staat.VERTROUWELIJK}
    if whole and before.staat is not after.staat:
        yield Feitwijziging(label, _whole(before), _whole(after), destination(naar))
    else:
        yield from compare_facts(before, after, label, naar)


def _whole(blok: Blok) -> str:
    if blok.staat in (Staat.ONBEKEND, Staat.VERTROUWELIJK):
        return blok.staat.value
    return show_blok(blok)


def _leaf(
    before: Antwoord | Blok, after: Antwoord | Blok, label: str, naar: str, veld: Veldbeschrijving
) -> Iterator[Feitwijziging]:
    lands = destination(naar)
    was, now = show(veld, before), show(veld, after)
    if _words(was) != _words(now):
        yield Feitwijziging(label, was, now, lands)
    elif isinstance(before, Antwoord) and isinstance(after, Antwoord):
        for what, old, new in _origin(before, after):
            if old != new:
                yield Feitwijziging(f"{label} ({what})", old, new, lands)


def _origin(before: Antwoord, after: Antwoord) -> Iterator[tuple[str, str, str]]:
    """Where a value comes from, when the value itself stayed."""
    yield "bron", _cited(before.bron), _cited(after.bron)
    yield "datum", str(before.datum or ""), str(after.datum or "")
    yield "toelichting", _words(before.toelichting), _words(after.toelichting)
    if isinstance(before, Feit) and isinstance(after, Feit):
        yield "verloop", _course(before), _course(after)


def _course(feit: Feit[object]) -> str:
    return "; ".join(f"{f.datum}: {f.waarde}" for f in feit.verloop)


def _cited(bron: tuple[Verwijzing, ...]) -> str:
    return "; ".join(sorted(f"{v.sleutel}, {v.locator}" if v.locator else v.sleutel for v in bron))


def _words(text: str) -> str:
    return " ".join(text.split())


def _rows(
    before: Lijst[Blok], after: Lijst[Blok], label: str, naar: str, veld: Veldbeschrijving
) -> Iterator[Feitwijziging]:
    lands = destination(naar)
    if not (before.bekend and after.bekend):
        was, now = show(veld, before), show(veld, after)
        if was != now:
            yield Feitwijziging(label, was, now, lands)
        return
    for old, new in paired(list(before), list(after)):
        if old is None and new is not None:
            yield Feitwijziging(f"{label} ({row_name(new)})", "", show_blok(new), lands)
        elif new is None and old is not None:
            yield Feitwijziging(f"{label} ({row_name(old)})", show_blok(old), "", lands)
        elif old is not None and new is not None:
            yield from compare_facts(old, new, f"{label} ({row_name(new)})", naar)


def row_name(rij: Blok) -> str:
    """What a reader calls a row; of one year among several, with its year."""
    jaar = getattr(rij, "jaar", None)
    year = f", {jaar.waarde}" if isinstance(jaar, Feit) and jaar.bekend else ""
    return f"{name_of(rij) or show_blok(rij) or 'zonder naam'}{year}"


def paired(
    before: Sequence[Blok], after: Sequence[Blok]
) -> Iterator[tuple[Blok | None, Blok | None]]:
    """The rows of two lists that are the same one: in the new order, then those that are gone."""
    left = dict(zip(_keys(before), before, strict=True))
    rows = dict(zip(_keys(after), after, strict=True))
    partner = {key: left.pop(key) for key in rows if key in left}
    for key, row in rows.items():
        if key not in partner and left:
            best = max(left, key=lambda k: _alike(left[k], row))
            if _alike(left[best], row) >= _ALIKE:
                partner[key] = left.pop(best)
    yield from ((partner.get(key), row) for key, row in rows.items())
    yield from ((row, None) for row in left.values())


def _keys(rows: Sequence[Blok]) -> list[tuple[str, int]]:
    """What each row is known by; rows of one name are told apart by which of them it is."""
    seen: Counter[str] = Counter()
    keys = []
    for row in rows:
        sleutel = getattr(row, "sleutel", None)
        missie = getattr(row, "missie", None)
        own = (str(f.waarde) for f in (sleutel, missie) if isinstance(f, Feit) and f.bekend)
        name = normalise(" ".join([*own, "" if sleutel and sleutel.bekend else name_of(row)]))
        seen[name] += 1
        keys.append((name, seen[name]))
    return keys


def _alike(one: Blok, other: Blok) -> float:
    """The part of the answered fields that is the same in both rows."""
    pairs = [
        (_words(show(v, getattr(one, v.attribuut))), _words(show(v, getattr(other, v.attribuut))))
        for v in beschrijf(type(one))
    ]
    answered = [pair for pair in pairs if any(pair)]
    return sum(a == b for a, b in answered) / len(answered) if answered else 0.0
