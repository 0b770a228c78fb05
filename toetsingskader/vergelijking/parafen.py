"""The approvals of two versions of a record, each known by its point, kind and office."""

from collections.abc import Iterator, Sequence

from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand
from toetsingskader.toetsing.wijzigingen import Paraafwijziging
from toetsingskader.waarden.orgaan import same_orgaan


def compare_approvals(
    oud: Sequence[Paraafstand], nieuw: Sequence[Paraafstand]
) -> tuple[Paraafwijziging, ...]:
    """What was registered, withdrawn or voided; those that fell first, then as the record has them.

    An approval that is only needed was registered by nobody, and is no change.
    """
    found = _changed(list(filter(_is_registered, oud)), list(filter(_is_registered, nieuw)))
    return tuple(sorted(found, key=lambda wijziging: not wijziging.vervallen))


def _is_registered(stand: Paraafstand) -> bool:
    return stand.staat is not Paraafstaat.ONTBREEKT


def _changed(oud: list[Paraafstand], nieuw: list[Paraafstand]) -> Iterator[Paraafwijziging]:
    for now in nieuw:
        was = next((p for p in oud if _same(p, now)), None)
        if was is not None:
            oud.remove(was)
        if was is None or _says(was) != _says(now):
            yield Paraafwijziging(was, now)
    yield from (Paraafwijziging(was, None) for was in oud)


def _same(a: Paraafstand, b: Paraafstand) -> bool:
    return (a.punt, a.soort) == (b.punt, b.soort) and same_orgaan(a.namens, b.namens)


def _says(stand: Paraafstand) -> tuple[str, ...]:
    return stand.staat, stand.versie, stand.op, stand.reden, stand.kenmerk
