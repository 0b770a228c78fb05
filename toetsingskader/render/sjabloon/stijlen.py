"""The styles that the text of a letter is written in, and the language of all styles."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from toetsingskader.render.ooxml import LANGUAGE, W
from toetsingskader.render.sjabloon.delen import Delen, near
from toetsingskader.sjablonen import Gebrek


@dataclass(frozen=True)
class Stijl:
    """A style by the name in the file, and as Word in Dutch shows it."""

    naam: str
    in_word: str
    waarvoor: str
    niveau: int = 0
    """Which level of heading it must be."""


STIJLEN = (
    Stijl("heading 1", "Kop 1", "kop van een onderwerp", 1),
    Stijl("heading 2", "Kop 2", "tussenkop", 2),
    Stijl("heading 3", "Kop 3", "kop van een optie of bijlage", 3),
    Stijl("Body Text", "Platte tekst", "alinea"),
    Stijl("First Paragraph", "First Paragraph", "eerste alinea na een kop, lijst of tabel"),
    Stijl("Compact", "Compact", "punt van een opsomming"),
    Stijl("Block Text", "Bloktekst", "citaat"),
    Stijl("footnote text", "Voetnoottekst", "voetnoot"),
    Stijl("footnote reference", "Voetnootmarkering", "cijfer van een voetnoot"),
    Stijl("Footnote Block Text", "Footnote Block Text", "citaat in een voetnoot"),
    Stijl("Hyperlink", "Hyperlink", "koppeling"),
    Stijl("Table", "Table", "tabel"),
    Stijl("Tabeltekst", "Tabeltekst", "tekst in een tabel"),
    Stijl("Table Caption", "Table Caption", "titel van een tabel"),
    Stijl("Captioned Figure", "Captioned Figure", "figuur met onderschrift"),
    Stijl("Figure", "Figure", "figuur zonder onderschrift"),
    Stijl("Image Caption", "Image Caption", "onderschrift van een figuur"),
    Stijl("Openstaand", "Openstaand", "plek die nog open is, in een concept"),
    Stijl("Colofon", "Colofon", "hoe de brief is gemaakt, onder de laatste regel"),
)
"""By these names pandoc and we write; those of Word itself may have any id in the file."""


_LEVELS = tuple("012345678")
"""As the file counts them; a 9 is plain text."""


def check_styles(delen: Delen) -> Iterator[Gebrek]:
    """Styles that are missing or have another name, headings without level, another language."""
    styles = delen.xml.get("word/styles.xml")
    if styles is None:
        yield Gebrek("er zijn geen stijlen; sla het bestand op met Word.")
        return
    named = {_name(style).lower(): style for style in styles.iter(f"{W}style")}
    for stijl in STIJLEN:
        found = named.get(stijl.naam.lower())
        if found is None:
            yield _absent(stijl, named)
        elif stijl.niveau and _level(found, named) != stijl.niveau:
            yield Gebrek(
                f"de stijl '{stijl.in_word}' heeft niet overzichtsniveau {stijl.niveau}; een "
                "schermlezer herkent de koppen dan niet. Stel het in bij Alinea, Overzichtsniveau."
            )
    yield from _languages(delen, styles)


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return name.get(f"{W}val", "") if name is not None else ""


def _absent(stijl: Stijl, named: dict[str, etree._Element]) -> Gebrek:
    """Headings are needed by who cannot see; of the rest only the looks are lost."""
    shown = stijl.in_word if stijl.in_word == stijl.naam else f"{stijl.in_word} ({stijl.naam})"
    local = named.get(stijl.in_word.lower())
    if local is not None and stijl.in_word != stijl.naam:
        text = (
            f"'{_name(local)}' is hier een eigen stijl, en niet die van Word zelf met die naam "
            f"({stijl.naam})."
        )
    else:
        text = f"de stijl {shown} ontbreekt ({stijl.waarvoor})."
    if stijl.niveau:
        return Gebrek(f"{text} Zonder die stijl heeft de brief geen koppen.")
    return Gebrek(f"{text} Dat wordt dan gewone tekst.", ernstig=False)


def _level(style: etree._Element, named: dict[str, etree._Element]) -> int:
    """The level of a heading, of the style or of what it is based on; 0 when it is none."""
    by_id = {s.get(f"{W}styleId"): s for s in named.values()}
    seen: set[int] = set()
    current: etree._Element | None = style
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        level = current.find(f"{W}pPr/{W}outlineLvl")
        if level is not None:
            value = level.get(f"{W}val", "")
            return int(value) + 1 if value in _LEVELS else 0
        based = current.find(f"{W}basedOn")
        current = by_id.get(based.get(f"{W}val")) if based is not None else None
    return 0


def _languages(delen: Delen, styles: etree._Element) -> Iterator[Gebrek]:
    """Another language in a style of paragraphs is wrong; in a piece of text it may be meant."""
    for style in styles.iter(f"{W}style"):
        language = _language(style)
        if style.get(f"{W}type") == "paragraph" and _is_foreign(language):
            yield Gebrek(
                f"de stijl '{_name(style)}' heeft de taal {language} in plaats van {LANGUAGE}; een "
                "schermlezer spreekt de tekst dan verkeerd uit. Kies bij de stijl Opmaak, Taal."
            )
    for _, root in delen.letterhead:
        for run in root.iter(f"{W}r"):
            text = "".join(t.text or "" for t in run.iter(f"{W}t"))
            if text.strip() and _is_foreign(_language(run)):
                yield Gebrek(f"deze tekst heeft de taal {_language(run)}.", near(text), False)


def _language(element: etree._Element) -> str:
    found = element.find(f"{W}rPr/{W}lang")
    return found.get(f"{W}val", "") if found is not None else ""


def _is_foreign(language: str) -> bool:
    return bool(language) and language.split("-", maxsplit=1)[0].lower() != LANGUAGE.split("-")[0]
