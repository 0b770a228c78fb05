"""What went before in parliament, as the chamber that reads the letter knows it."""

from typing import Any

from toetsingskader.brief.soorten import Kamer
from toetsingskader.brief.zin import citation
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.dossier import Voorval
from toetsingskader.kader.weergave import show_veld


def history(b: Beoordeling, kamer: Kamer) -> dict[str, Any]:
    """The values about it that a template may use."""
    voorvallen = list(b.dossier.voorgeschiedenis)
    own = [v for v in voorvallen if v.kamer.waarde in ("beide", kamer.value)]
    elsewhere = [v for v in voorvallen if v.kamer.waarde == kamer.andere.value]
    # Where the record does not say which chamber, the letter claims neither.
    somewhere = [v for v in voorvallen if v.kamer.waarde is None]
    notices = [v for v in own if v.soort.waarde == "kennisgeving"]
    notices += [v for v in voorvallen if v.soort.waarde == "kennisgeving" and v not in own]
    letters = [v for v in (*own, *somewhere) if v.soort.waarde == "artikel_100_brief"]
    notice = _row(notices[0], kamer) if notices else None
    if notice:
        told = {True: "uw Kamer", False: "de Kamer"}[notices[0] in own]
        notice["wie"] = kamer.andere.naam if notices[0] in elsewhere else told
    return {
        "gewisseld": [_row(v, kamer) for v in own],
        "elders_gewisseld": [_row(v, kamer) for v in elsewhere],
        "ergens_gewisseld": [_row(v, kamer) for v in somewhere],
        "andere_kamer": kamer.andere.naam,
        "kennisgeving": notice,
        "vorige_brief": _row(letters[-1], kamer) if letters else None,
    }


def _row(voorval: Voorval, kamer: Kamer) -> dict[str, Any]:
    stuk = voorval.kamerstuk.waarde
    motion = voorval.soort.waarde in ("motie", "toezegging")
    return {
        "datum": str(voorval.datum.waarde or ""),
        "soort": show_veld(voorval, "soort"),
        "onderwerp": voorval.onderwerp.waarde or "",
        "status": show_veld(voorval, "status") if motion and voorval.status.bekend else "",
        "kamerstuk": stuk.in_letter_to(kamer) if stuk else "",
        "bron": citation(voorval.bron.waarde or ()),
    }
