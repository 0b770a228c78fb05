"""Rule about markup that the letter does not know: it stands in the letter as it was typed."""

import re
from collections.abc import Iterator

from toetsingskader.kader import PROZA, PUNTEN, Beoordeling
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.verwijzingen import TEKST
from toetsingskader.source import stray_figures
from toetsingskader.source.pijptabel import uneven_rows
from toetsingskader.toetsing import Ernst, Maatstaf

_HEADING = re.compile(r"^ {0,3}(?P<mark>#{1,6}) +\S", re.MULTILINE)


def _literal(b: Beoordeling) -> Iterator[Melding]:
    for sleutel in (*PROZA, *PUNTEN):
        tekst = b.proza[sleutel].tekst
        for kop in _HEADING.finditer(tekst):
            yield Melding(
                sleutel,
                (TEKST, kop.start("mark")),
                f"Een tussenkop met '{kop['mark']}' staat zo letterlijk in de brief. Haal de regel "
                "weg; de koppen staan in het briefsjabloon.",
            )
        for positie, found, columns in uneven_rows(tekst):
            yield Melding(
                sleutel,
                (TEKST, positie),
                f"Deze regel van een tabel heeft {found} {'cel' if found == 1 else 'cellen'}, en "
                f"het zijn er in deze tabel {columns}. Zet tussen elke twee cellen één streep (|), "
                "in de kop, in de regel met streepjes en in elke rij even veel.",
            )
        for positie in stray_figures(tekst):
            yield Melding(
                sleutel,
                (TEKST, positie),
                "Een figuur staat op een eigen regel, niet in een zin, opsomming of citaat; wat u "
                "typte, staat hier letterlijk in de brief. Zet op een eigen regel: "
                '![bijschrift](bijlagen/kaart.png){alt="wat er te zien is"}.',
            )


REGELS = (
    Regel(
        "TEKST-OPMAAK",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "De tekst gebruikt alleen opmaak die de brief kent.",
        "de handleiding, 'Tekst schrijven'",
        (),
        _literal,
    ),
)
