"""The oplegger of a record: the report on two pages, as Word and as PDF."""

from collections.abc import Iterator
from dataclasses import replace

from toetsingskader.commands.toets import OPLEGGER, Getoetst
from toetsingskader.kader import Beoordeling
from toetsingskader.kader.weergave import decapitalise, show_blok
from toetsingskader.sjablonen import SJABLONEN
from toetsingskader.totstandkoming import Herkomst, colophon, properties

MAP = SJABLONEN / "oplegger"
"""Its own page; how sources and English terms are written it shares with the letter."""


def make_oplegger(
    getoetst: Getoetst, herkomst: Herkomst, *, definitief: bool = False
) -> dict[str, bytes]:
    """The file by extension, "docx" and "pdf".

    Raises ToolError when a tool or a template is missing.
    """
    # Imported here: checking must not pay for it.
    from toetsingskader.brief.hoofd import marking
    from toetsingskader.document import Slot
    from toetsingskader.rapport.oplegger import Toelichting, oplegger
    from toetsingskader.render import render

    b, soort = getoetst.beoordeling, getoetst.soort
    made = properties(b, herkomst, MAP, soort, "")
    toelichting = Toelichting(
        markering=marking(b, soort, definitief=definitief),
        versie=herkomst.versie,
        vertrouwelijk=tuple(_kept_elsewhere(b)),
    )
    document = replace(
        oplegger(getoetst.toetsing, toelichting),
        tijdstip=herkomst.tijdstip,
        slot=Slot(colofon=colophon(made)),
        eigenschappen={"Stuk": OPLEGGER} | made,
    )
    result = render(document, MAP)
    return {"docx": result.docx, "pdf": result.pdf}


def _kept_elsewhere(b: Beoordeling) -> Iterator[str]:
    """Per point the paper that holds its confidential answers, as "Eenheden: DEF-1, …"."""
    for punt in b.punten.values():
        stuk = punt.vertrouwelijk_stuk
        if stuk.bekend:
            yield f"{punt.kader.titel}: {decapitalise(show_blok(stuk))}"
