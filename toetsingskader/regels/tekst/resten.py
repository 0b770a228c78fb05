"""Rules about what was left behind in prose: example text, fillers, a quotation mark."""

import re
from collections.abc import Iterator

from toetsingskader.kader import PUNTEN, Beoordeling
from toetsingskader.regels.regel import Melding, Regel
from toetsingskader.regels.tekst.controle import Tekst, in_each_text, where_said
from toetsingskader.regels.tekst.lezen import Vondst
from toetsingskader.toetsing import Ernst, Maatstaf

_VOORBEELD = re.compile(
    r"\b(?:voorbeeldtekst|plaatshouder|lorem\s+ipsum)\b"
    r"|\b(?:vervang|verwijder)\s+deze\s+(?:tekst|zin|regel|alinea)\b"
    r"|\b(?:schrijf|typ|beschrijf|vul)\s+hier\b|\bhier\s+komt\s+(?:de|een)\s+tekst\b"
    r"|\[Nog\s+in\s+te\s+vullen\b|\[bron\s+ontbreekt\b|<!--",
    re.IGNORECASE,
)
_INVULPLEK = re.compile(
    r"(?<![\w.-])(?:n\.\s?[tn]\.\s?b\.|ntb|nnb|n\.\s?t\.\s?k\.|(?:TODO|TBD|FIXME)\b|"
    r"(?:x{2,}|X{2,}(?=\s+[a-z]))(?![\w-])|\?{2,}|_{3,})"
    r"|[\[<](?:naam|datum|aantal|nummer|bedrag|land|plaats|missie|eenheid|titel|periode|jaar|"
    r"maand|in\s+te\s+vullen|invullen|nader\s+in\s+te\s+vullen|pm|\.{3}|…)(?!\w)[^\[\]<>\n]{0,40}[\]>]"
)
_GENUMMERD = re.compile(
    r"(?:\d|\b(?:hoofdstuk|titel|deel|bijlage|protocol|artikel|begroting))\s+$", re.IGNORECASE
)


def _is_numeral(vondst: Vondst) -> bool:
    """XX may be twenty: "hoofdstuk XX", "36 800 XX"."""
    start = vondst.match.start()
    before = vondst.deel.tekst[max(0, start - 12) : start]
    return vondst.woord.startswith("X") and bool(_GENUMMERD.search(before))


def _question_as_text(tekst: Tekst) -> Iterator[Melding]:
    """The guiding question of a point, copied into its text."""
    punt = PUNTEN.get(tekst.sleutel)
    at = tekst.lezing.masker.find(punt.kader.vraag) if punt else -1
    if at >= 0:
        yield tekst.melding(
            at,
            "Hier staat de vraag van dit aandachtspunt zelf in de tekst van de brief. Schrijf het "
            "antwoord en haal de vraag weg.",
        )


_example = where_said(
    _VOORBEELD,
    lambda v: (
        f"'{v.woord}' lijkt tekst uit een voorbeeld of sjabloon: '{v.citaat}'. Vervang haar door "
        "de eigen tekst, of haal haar weg."
    ),
    ontkend=True,
    noten=True,
)


def _left_over(b: Beoordeling) -> Iterator[Melding]:
    yield from _example(b)
    yield from in_each_text(_question_as_text)(b)


_filler = where_said(
    _INVULPLEK,
    lambda v: (
        f"'{v.woord}' is een plek die nog ingevuld moet worden: '{v.citaat}'. Vul haar in, of "
        "schrijf in een hele zin dat dit nog niet bekend is."
    ),
    behalve=_is_numeral,
    ontkend=True,
    noten=True,
)


def _without_partner(tekst: Tekst) -> Iterator[Melding]:
    whole = tekst.lezing.tekst
    for at in tekst.lezing.los:
        near = " ".join(whole[max(0, at - 30) : at + 40].split())
        yield tekst.melding(
            at,
            f"Bij het aanhalingsteken {whole[at]} ontbreekt het teken dat erbij hoort, of dat is "
            f"een ander teken: '{near}'. Zet begin en einde van het citaat in hetzelfde paar.",
        )


REGELS = (
    Regel(
        "TEKST-VOORBEELD",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "In de tekst staat geen tekst van een voorbeeld of sjabloon meer.",
        "de tekst in het dossier",
        (),
        _left_over,
    ),
    Regel(
        "TEKST-INVULPLEK",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "In de tekst staan geen plekken die nog ingevuld moeten worden, zoals 'n.t.b.' of 'xx'.",
        "de tekst in het dossier",
        (),
        _filler,
    ),
    Regel(
        "TEKST-AANHALING",
        Ernst.LET_OP,
        Maatstaf.DOSSIER,
        "Elk aanhalingsteken heeft zijn tegenhanger.",
        "de tekst in het dossier",
        (),
        in_each_text(_without_partner, noten=True),
    ),
)
