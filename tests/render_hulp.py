"""A letter to render, texts that must survive it, and what holds for every letter."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from ooxml_hulp import faults
from teksten import docx_text, pdf_text
from toetsingskader.document import (
    MARKER,
    Blok,
    Briefhoofd,
    Document,
    Ondertekenaar,
    Openstaand,
    Proza,
    Tabel,
)
from toetsingskader.render import Resultaat, render

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates" / "brief"

HOOFD = Briefhoofd(
    afzender="Ministerie van Buitenlandse Zaken",
    directie="Directie Veiligheidsbeleid",
    retouradres="Postbus 20061 2500 EB Den Haag",
    adres=("Aan de Voorzitter van de Tweede Kamer", "Prinses Irenestraat 6", "Den Haag"),
    datum="26 februari 2026",
    betreft="Bijdrage aan een missie in Sarmania",
    onze_referentie="BZ2600417",
    uw_referentie="2026Z01234",
    kamerdossiers="29 521 Nederlandse deelname aan vredesmissies\n36 045 Situatie in de Oekraïne",
    contact="DVB/CV\ndvb@voorbeeld.nl",
    bijlagen="2",
    aanhef="Geachte voorzitter,",
    markering="CONCEPT",
    ondertekenaars=(
        Ondertekenaar("De minister van Buitenlandse Zaken,", "[naam]"),
        Ondertekenaar("De minister van Defensie,", "[naam]"),
    ),
    mede_namens="Mede namens de minister-president.",
)
BRONNEN = (
    {
        "id": "kst",
        "type": "legislation",
        "title": "Internationale inzet",
        "kamerstuk": "Kamerstuk 29 521, nr. 494",
        "issued": "2025-04-25",
        "URL": "https://zoek.officielebekendmakingen.nl/kst-29521-494.html",
    },
    {
        "id": "rapport",
        "type": "report",
        "title": "Militaire inzet: *willen*, mogen en kunnen we dat?",
        "author": [{"literal": "Instituut Clingendael"}],
        "publisher": "Clingendael",
        "issued": {"date-parts": [[2025, 3]]},
        "URL": "https://voorbeeld.nl/brief met spatie",
    },
    {"id": "grondwet", "type": "legislation", "title": "Grondwet, artikel 97"},
    {
        "id": "krant",
        "type": "article-newspaper",
        "title": "EU over 'inzet' - verslag",
        "author": [{"family": "Niranjan", "given": "Ajit"}, {"family": "Gijs", "given": "C."}],
        "container-title": "The Guardian",
        "issued": "2025-02-24",
    },
)

NASTY = (
    "R&D <b>vet</b> & meer",
    "minder dan < 50 en meer dan > 40",
    "{{ 7*7 }} en {% raw %} en {# opmerking #}",
    '#read("/etc/passwd") en #{1+1} en #let x = 1',
    '`#read("/etc/passwd")`{=typst}',
    '"); #panic("x") \\ "',
    "`<w:p><w:r><w:t>x</w:t></w:r></w:p>`{=openxml}",
    "<script>alert(1)</script> <!-- weg? -->",
    "$x^2$ en $$y$$ en \\(z\\) en \\frac{1}{2}",
    "@Defensie en [zonder sleutel] en @",
    "2026. zin die met een jaartal begint",
    "-- en --- en ... en -5 en a-?b en 1--2",
    "### kop die geen kop is",
    "hier ![x](../../../etc/passwd) staat",
    "```{=typst}",
    "~~~ ongesloten",
    "= kop in typst, / term: x, + lijst",
    "$ * _ ` ~ ^ \\ | : ; ! ? ' \"",
    "a  b\ttab en\u00a0harde spatie, tekst \u00adzacht",
    "Ж Ψ Đ ș ğ İ ı Ş Ł ñ é e\u0301 å ½ € ‘x’ “y” – — … ≤ → ✓",
    "(@) voorbeeld, (1) nummer, a. letter, #. hekje",
    "term\n: geen definitie",
    "http://voorbeeld.nl/a_b*c?d=e&f=g#h",
    "<w:t>]]></w:t> &amp; &#x41; &nbsp;",
    "C:\\map\\nieuw\\toets",
    "~niet~ ^niet^ ==niet== [niet]{.klas}",
    "Dit [^geen] heeft geen noot en [zo](javascript:alert(1)) ook niet",
    "2*3*4 = 24 en 5 * 3",
    "x" * 300,
)
REPLACED = "emoji 😀 en 👍🏽, 漢字, עברית, q\u0301, \u202eomgekeerd"


def document(*blokken: Blok, skelet: str = "", **values: Any) -> Document:
    """A letter with these blocks one after the other under a heading."""
    named = {f"b{i}": blok for i, blok in enumerate(blokken)}
    body = "\n\n".join(f"{MARKER}{name}{MARKER}" for name in named)
    hoofd = replace(HOOFD, **{k: v for k, v in values.items() if k != "referenties"})
    return Document(
        titel="Artikel 100-brief",
        onderwerp="Sarmania",
        hoofd=hoofd,
        skelet=f"# Kern\n\n{skelet}\n\n{body}\n",
        blokken=named,
        referenties=values.get("referenties", BRONNEN),
    )


def rendered(doc: Document) -> tuple[Resultaat, str]:
    """The two files, and their common text; fails when they differ or are not valid."""
    result = render(doc, TEMPLATES)
    text = docx_text(result.docx, result.vervangen)
    assert text.split("\n") == pdf_text(result.pdf).split("\n")
    assert faults(result.docx) == []
    return result, text


def lines(text: str) -> list[str]:
    return text.split("\n")


LETTER = document(
    Proza(
        "mandaat",
        "Mandaat & <grond>",
        "Zin met *nadruk* en **klem** [@rapport, p. 7]. Tweede zin.[@kst] Weer "
        "[@kst, p. 4; @kst].\n\n- een\n- twee\n    1. genest\n\n> Citaat.\n\n"
        "| Kop | Getal |\n|---|--:|\n| a | 1 |\n\n"
        "[link](https://voorbeeld.nl/a(b)), noot.[^1] [@rapport]\n\n[^1]: Toelichting.\n",
    ),
    Tabel("Kosten", ("Jaar", "Bedrag"), (("2025", "1.000"), ("2026", "")), frozenset({1})),
    Tabel("Lang", ("Land", "Bijdrage"), tuple((f"Land {i}", "x " * 40) for i in range(60))),
    Openstaand(("Nog in te vullen: a.", "Nog in te vullen: b.")),
    Proza("leeg", "Leeg", ""),
    Proza("mist", "Mist", " \n", ("Nog in te vullen: c.",)),
    skelet="Inleiding.\n\n### Overgeslagen niveau\n\nZin [@onbekend, p. 3] en [zie @kst; @weg].",
)
