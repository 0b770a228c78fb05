"""Rules about parliamentary papers in prose: their number is well formed, their date is given.

Source of the form: printed Kamerstukken; 29 521, nr. 471 itself prints "29 2521, nr. 469".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.kader import Beoordeling
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import MEESTE, Tekst, in_each_text, texts
from toetsingskader.regels.tekst.kalender import DATUM
from toetsingskader.regels.tekst.lezen import Vondst
from toetsingskader.toetsing import Ernst, Maatstaf

_GOED = re.compile(
    r"(?P<a>\d\d)[ \u00a0]?(?P<b>\d{3})(?!\d)(?P<sub>-\d\d?|[ \u00a0][IVX]{1,6}(?![\w]))?"
    r"(?:\s?\([\w-]{1,20}\))?,?\s*(?:nrs?\.?\s*(?P<nr>\d{1,5})(?!\d)|(?P<ek>[A-Z]{1,3})\b)"
)
_NA_HET_WOORD = re.compile(
    r"\bKamerstuk(?:ken)?\s+(?:II?\s+)?(?:\d{4}[/–-]\d{2,4},\s*)?(?=\d)", re.IGNORECASE
)
_LOS = re.compile(r"(?<![\w.,/:-])(?=\d{1,3}[ \u00a0.]\d{1,5}[^,.;:()\d]{0,8},?\s*nrs?\.?\s*\d)")
_DOSSIER = re.compile(r"\d\d[ \u00a0]?\d{3}(?![-\d])")
_SAMEN = re.compile(r"\b(?:nrs|beide|beiden|alle|allemaal|die\s+dag|respectievelijk)\b")
"""One date may hold for several papers."""


@dataclass(frozen=True)
class _Stuk:
    """A paper that a text names: where its number begins, and the number if it is well formed."""

    vondst: Vondst
    positie: int
    goed: re.Match[str] | None

    @property
    def einde(self) -> int:
        return self.goed.end() if self.goed else self.positie

    @property
    def nummer(self) -> str:
        """The number, however it was spaced."""
        assert self.goed
        parts = (self.goed[name] or "" for name in ("a", "b", "sub", "nr", "ek"))
        return "-".join(part.strip() for part in parts)


def _papers(tekst: Tekst) -> list[_Stuk]:
    """Every paper that a text names, in order."""
    found = {}
    for patroon in (_NA_HET_WOORD, _LOS):
        for vondst in tekst.lezing.zoek(patroon, ontkend=True):
            at = vondst.positie + len(vondst.match[0])
            found[at] = _Stuk(vondst, at, _GOED.match(tekst.lezing.masker, at))
    return [found[at] for at in sorted(found)]


def _malformed(tekst: Tekst) -> Iterator[Melding]:
    for stuk in _papers(tekst):
        if stuk.goed is None:
            after = tekst.lezing.tekst[stuk.positie : stuk.positie + 30]
            typed = re.split(r"[;)\]\n]", after)[0].strip()
            dossier = None if "nr" in typed else _DOSSIER.match(typed)
            wrong = (
                f"Bij dossier {dossier[0]} staat niet welk stuk het is."
                if dossier
                else f"'{typed}' is geen nummer van een Kamerstuk."
            )
            yield tekst.melding(
                stuk.positie,
                f"{wrong} Schrijf dossier en nummer als '29 521, nr. 494' of, voor de Eerste "
                "Kamer, '29 521, BE'.",
            )


def _dated(tekst: Tekst) -> Iterator[tuple[_Stuk, bool]]:
    """The well-formed papers of a text, and whether the words around each give its date."""
    masker = tekst.lezing.masker
    papers = [stuk for stuk in _papers(tekst) if stuk.goed]
    together: dict[int, bool] = {}
    for i, stuk in enumerate(papers):
        zin = stuk.vondst.deel.zin
        if zin.begin not in together:
            together[zin.begin] = bool(_SAMEN.search(zin.tekst) and DATUM.search(zin.tekst))
        begin = max(zin.begin, papers[i - 1].einde if i else 0)
        end = min(zin.begin + len(zin.tekst), papers[i + 1].positie if papers[i + 1 :] else 1 << 62)
        yield stuk, together[zin.begin] or bool(DATUM.search(masker, begin, end))


def _undated(b: Beoordeling) -> Iterator[Melding]:
    """A paper must be dated once in the letter: where it is named, or by its source."""
    named = [(tekst, *found) for tekst in texts(b, noten=True) for found in _dated(tekst)]
    known = {stuk.nummer for _, stuk, has_date in named if has_date}
    said = 0
    for tekst, stuk, _ in named:
        if stuk.nummer in known or said == MEESTE:
            continue
        known.add(stuk.nummer)
        said += 1
        yield tekst.melding(
            stuk.positie,
            f"Bij Kamerstuk {stuk.goed and stuk.goed[0]} staat geen datum. Elk eerder stuk wordt "
            "aangehaald met nummer en datum; schrijf die erbij, zoals "
            "'(Kamerstuk 29 521, nr. 465, d.d. 22 december 2023)'.",
        )
    yield from _undated_sources(b)


def _undated_sources(b: Beoordeling) -> Iterator[Melding]:
    for sleutel, bron in b.bronnen.bronnen.items():
        if bron.kamerstuk and not bron.veld("issued"):
            yield Melding(
                "bronnen",
                bron.pad,
                f"De bron '{sleutel}' is een Kamerstuk zonder datum, en komt zo in de voetnoot. "
                "Vul 'issued' in, zoals 2025-04-25.",
            )


REGELS = (
    Regel(
        "TEKST-KAMERSTUK",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Het nummer van een Kamerstuk is goed geschreven.",
        "de tekst in het dossier",
        (),
        in_each_text(_malformed, noten=True),
    ),
    Regel(
        "TEKST-KAMERSTUK-DATUM",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Elk eerder Kamerstuk wordt aangehaald met nummer en datum.",
        "de tekst en bronnen.yaml in het dossier",
        ("bronnen",),
        _undated,
    ),
)
