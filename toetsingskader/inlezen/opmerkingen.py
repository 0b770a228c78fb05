"""Remarks beside a letter, as they stand in `opmerkingen.md`."""

import re
from collections.abc import Sequence
from datetime import date

from toetsingskader.teruglezen.bewerkt import Opmerking
from toetsingskader.waarden.datum import as_day

KOP = "# Opmerkingen bij brieven"
_SYMBOL = re.compile(r"([\\`*_{}\[\]<>#|])")


def added(text: str, opmerkingen: Sequence[Opmerking], titels: dict[str, str], bestand: str) -> str:
    """The file with the remarks that it did not have yet; unchanged when it has them all."""
    done = text
    for opmerking in opmerkingen:
        block = _block(opmerking, titels.get(opmerking.punt, ""), bestand)
        if block not in done.replace("\r\n", "\n"):
            done = f"{done.rstrip() or KOP}\n\n{block}\n"
    return done


def _block(opmerking: Opmerking, titel: str, bestand: str) -> str:
    who = _plain(opmerking.auteur) or "onbekende auteur"
    about = f" bij '{titel}'" if titel else ""
    head = f"## {_day(opmerking.datum)}{who}{about}, in {_plain(bestand)}"
    quoted = f"> {_plain(opmerking.woorden)}\n\n" if opmerking.woorden else ""
    return f"{head}\n\n{quoted}{_plain(opmerking.tekst) or '(zonder tekst)'}"


def _day(moment: str) -> str:
    try:
        return f"{as_day(date.fromisoformat(moment[:10]))}, "
    except ValueError:
        return ""


def _plain(text: str) -> str:
    return _SYMBOL.sub(r"\\\1", " ".join(text.split()))
