"""Comparing dates that may be inexact: a comparison answers only when it is certain."""

from datetime import date

from toetsingskader.kader.punt import Periode
from toetsingskader.waarden import Datum


def ends_before(einde: Datum | None, begin: Datum | None) -> bool:
    """Whether the last possible day of `einde` certainly lies before `begin`."""
    return bool(einde and begin and einde.tot_en_met < begin.van)


def days_old(datum: Datum | None, peildatum: date | None) -> int:
    """How many days a date certainly lies before the peildatum; 0 when that is not known."""
    return max(0, (peildatum - datum.tot_en_met).days) if datum and peildatum else 0


def overlap(a: Periode, b: Periode) -> bool | None:
    """Whether two periods share a day; None when the dates given do not tell."""
    if ends_before(a.tot_en_met.waarde, b.van.waarde) or ends_before(
        b.tot_en_met.waarde, a.van.waarde
    ):
        return False
    latest_begins = [_last(a.van.waarde), _last(b.van.waarde)]
    earliest_ends = [_first(a.tot_en_met.waarde), _first(b.tot_en_met.waarde)]
    begins = [d for d in latest_begins if d]
    ends = [d for d in earliest_ends if d]
    if len(begins) == len(ends) == 2 and max(begins) <= min(ends):
        return True
    return None


def _last(datum: Datum | None) -> date | None:
    return datum.tot_en_met if datum else None


def _first(datum: Datum | None) -> date | None:
    return datum.van if datum else None
