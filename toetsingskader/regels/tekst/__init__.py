"""Rules that read prose: they quote it, say what to do, and claim no more than *let op*.

They read what the author says himself: quotations, citations, links and titles are no claims of
his. Only slips (a date, a number, a filler) are looked for in footnotes as well.
"""

from toetsingskader.regels.tekst import (
    aantallen,
    afkortingen,
    beweringen,
    feiten,
    figuren,
    kalender,
    kamerstukken,
    resten,
    soort_brief,
)

REGELS = (
    *beweringen.REGELS,
    *resten.REGELS,
    *kamerstukken.REGELS,
    *kalender.REGELS,
    *afkortingen.REGELS,
    *aantallen.REGELS,
    *figuren.REGELS,
    *feiten.REGELS,
    *soort_brief.REGELS,
)
