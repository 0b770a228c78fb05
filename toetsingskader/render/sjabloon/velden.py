"""The fields in a Word template: where they may stand, and whether Word left them whole."""

import re
from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from toetsingskader.document import Vorm
from toetsingskader.render.ooxml import W
from toetsingskader.render.sjabloon.delen import LETTERHEAD, MAIN, Delen, near, own_text, own_texts
from toetsingskader.render.sjabloon.taal import (
    CODE,
    LOOP,
    LOOSE,
    TEXT_FIELD,
    VELDEN,
    check_lines,
    printed,
)
from toetsingskader.sjablonen import Gebrek

OP_BRIEFPAPIER = frozenset({"afzender", "directie", "retouradres", "contact"})
"""Fields that a ministry may have on its paper as fixed text."""

_WHOLE = re.compile(r"\{[{%#](p|tr|tc) [^}]*\}")
_AROUND = {"p": "alinea", "tr": "tabelrij", "tc": "cel"}
_RICH = re.compile(r"\{\{(?:p|r) ")
_REMAINDER = re.compile(r"\{%[^%]*%(?!\})")
_TEXT = re.compile(r"\{\{\s*" + TEXT_FIELD + r"\s*\}\}")
_CURLY = re.compile("[“”‘’]")
_WRONG_SIGN = re.compile("[„‚«»\u00a0\u2013\u2014\u00ad\u200b]")
"""Signs that Word puts in of its own accord, and that no code can hold."""
_HARMLESS = {W + tag for tag in ("r", "t", "proofErr", "lastRenderedPageBreak")}
_REPEATED = {
    f"{W}bookmarkStart": ("een bladwijzer", "Verwijder hem met Invoegen, Bladwijzer"),
    f"{W}commentRangeStart": ("een opmerking", "Verwijder haar"),
    f"{W}commentReference": ("een opmerking", "Verwijder haar"),
    f"{W}sdt": ("een inhoudsbesturingselement", "Verwijder het; de tekst mag blijven"),
    f"{W}footnoteReference": ("een voetnoot", "Verwijder haar"),
}


def check_fields(delen: Delen, vorm: Vorm) -> Iterator[Gebrek]:
    """Everything about fields: where they stand, how they are written, which are missing."""
    shown: dict[str, frozenset[str] | None] = {}
    for name, root in delen.letterhead:
        paragraphs = list(root.iter(f"{W}p"))
        lines = [own_text(p) for p in paragraphs]
        shown[name] = printed(lines)
        for paragraph, line in zip(paragraphs, lines, strict=True):
            yield from _check_paragraph(paragraph, line)
        yield from check_lines(lines)
        yield from _repeated(root)
        if name == MAIN:
            yield from _place(paragraphs, lines)
        elif TEXT_FIELD in (shown[name] or ()):
            yield Gebrek("{{ tekst }} kan niet in een kop- of voettekst staan.")
    yield from _misplaced(delen)
    readable = [names for names in shown.values() if names is not None]
    if len(readable) == len(shown):  # of a part that cannot be read, nobody knows what it prints
        used = frozenset().union(*readable)
        yield from _missing(used, shown[MAIN] or frozenset(), vorm)


def _check_paragraph(paragraph: etree._Element, line: str) -> Iterator[Gebrek]:
    codes = CODE.findall(line)
    if LOOSE.search(CODE.sub("", line)):
        yield Gebrek(
            "hier staan accolades zonder tegenhanger. Een veldcode staat heel in één alinea, "
            "tussen {{ en }} of tussen {% en %}.",
            near(line),
        )
    if codes and any(True for _ in paragraph.iterancestors(f"{W}txbxContent")):
        yield Gebrek(
            "in een tekstvak wordt een veld niet goed ingevuld. Gebruik een tabel of een kader.",
            near(line),
        )
    for code in codes:
        yield from _check_code(code)
    yield from _broken(paragraph, line)
    yield from _besides(paragraph, line)


def _check_code(code: str) -> Iterator[Gebrek]:
    where = f"bij '{code}'"
    if _CURLY.search(code):
        yield Gebrek(
            "hier staan gekrulde aanhalingstekens; ze worden gelezen als rechte.", where, False
        )
    if found := _WRONG_SIGN.search(code):
        yield Gebrek(
            f"in deze veldcode staat een teken dat Word heeft ingevoegd (U+{ord(found[0]):04X}). "
            "Typ de code opnieuw, met gewone spaties en rechte aanhalingstekens.",
            where,
        )
    if _RICH.match(code):
        yield Gebrek("velden zijn gewone tekst; schrijf {{ naam }}, zonder p of r.", where)
    if _REMAINDER.search(code):
        yield Gebrek("een veldcode kan niet rekenen met %.", where)


def _broken(paragraph: etree._Element, line: str) -> Iterator[Gebrek]:
    """Codes with something between their letters that is no text, such as a bookmark."""
    pieces = list(own_texts(paragraph))
    owner = [piece for piece in pieces for _ in piece.text or ""]
    order = list(paragraph.iter(tag=etree.Element))
    for found in CODE.finditer(line):
        first, last = owner[found.start()], owner[found.end() - 1]
        between = order[order.index(first) : order.index(last)]
        strange = [e for e in between if not _is_plain(e)]
        if strange or first.getparent().getparent() is not last.getparent().getparent():  # type: ignore[union-attr]
            yield Gebrek(
                "tussen de letters van deze veldcode staat iets anders, zoals een bladwijzer, een "
                "tab of een koppeling. Typ de code opnieuw, in één keer.",
                f"bij '{found[0]}'",
            )


def _is_plain(element: etree._Element) -> bool:
    formatting = element.tag == f"{W}rPr" or any(True for _ in element.iterancestors(f"{W}rPr"))
    return formatting or element.tag in _HARMLESS


def _besides(paragraph: etree._Element, line: str) -> Iterator[Gebrek]:
    """Text beside a code that takes its whole paragraph, row or cell with it."""
    for found in _WHOLE.finditer(line):
        tag, dutch = found[1], _AROUND[found[1]]
        candidates = (paragraph, *paragraph.iterancestors(W + tag))
        around = next((e for e in candidates if e.tag == W + tag), None)
        if around is None:
            yield Gebrek(f"deze veldcode hoort in een {dutch}.", f"bij '{found[0]}'")
            continue
        text = "".join(own_text(p) for p in around.iter(f"{W}p"))
        if text.strip() != found[0]:
            yield Gebrek(
                f"een code met {{%{found[1]} neemt haar hele {dutch} mee: de andere woorden daar "
                "verdwijnen. Zet haar apart.",
                near(text),
            )


def _repeated(root: etree._Element) -> Iterator[Gebrek]:
    """What has a number of its own, within a loop: its copies would share that number."""
    depth, inside = 0, False
    for element in root.iter(tag=etree.Element):
        if element.tag == f"{W}p":
            loops = list(LOOP.findall(own_text(element)))
            depth_before = depth
            depth += loops.count("for") - loops.count("endfor")
            inside = depth_before > 0 or bool(loops)
        within = any(True for _ in element.iterancestors(f"{W}p"))
        if element.tag in _REPEATED and (inside if within else depth > 0):
            what, remedy = _REPEATED[str(element.tag)]
            paragraph = next(element.iterancestors(f"{W}p"), None)
            label = element.get(f"{W}name") or (
                own_text(paragraph) if paragraph is not None else ""
            )
            yield Gebrek(
                f"in een herhaling staat {what}; de kopieën kregen hetzelfde nummer en Word noemt "
                f"het bestand dan beschadigd. {remedy}.",
                near(label),
            )


def _place(paragraphs: list[etree._Element], lines: list[str]) -> Iterator[Gebrek]:
    found = [(p, line) for p, line in zip(paragraphs, lines, strict=True) if _TEXT.search(line)]
    if len(found) != 1:
        yield Gebrek(
            "er moet precies één alinea {{ tekst }} zijn, op de plaats van de tekst; er "
            f"{'is er geen' if not found else f'zijn er {len(found)}'}."
        )
        return
    paragraph, line = found[0]
    parent = paragraph.getparent()
    if not _TEXT.fullmatch(line.strip()) or parent is None or parent.tag != f"{W}body":
        yield Gebrek(
            "{{ tekst }} moet in een eigen alinea staan, niet in een tabel of tekstvak en zonder "
            "andere woorden.",
            near(line),
        )
        return
    before = list(takewhile(lambda p: p is not paragraph, paragraphs))
    loops = [word for p in before for word in LOOP.findall(own_text(p))]
    if loops.count("for") > loops.count("endfor"):
        yield Gebrek("{{ tekst }} staat in een herhaling.", near(line))


def _misplaced(delen: Delen) -> Iterator[Gebrek]:
    for name, root in sorted(delen.xml.items()):
        if LETTERHEAD.fullmatch(name) or name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        text = "".join(element.text or "" for element in root.iter(etree.Element))
        if code := CODE.search(text):
            yield Gebrek(
                f"in {_PART_NAMES.get(name.split('/')[-1], name)} worden velden niet ingevuld; de "
                "code zou zo in de brief staan.",
                f"bij '{code[0]}'",
            )


_PART_NAMES = {
    "footnotes.xml": "een voetnoot",
    "endnotes.xml": "een eindnoot",
    "comments.xml": "een opmerking",
    "core.xml": "de eigenschappen van het document",
    "app.xml": "de eigenschappen van het document",
    "custom.xml": "de eigenschappen van het document",
}


def _missing(used: frozenset[str], in_body: frozenset[str], vorm: Vorm) -> Iterator[Gebrek]:
    """Fields that stand nowhere; the text has its own message."""
    if "markering" in used - in_body:
        yield Gebrek(
            "{{ markering }} staat alleen in een kop- of voettekst, en die leest een schermlezer "
            "niet voor. Zet het veld ook boven de brief."
        )
    for name in sorted(vorm.velden - used):
        if name in OP_BRIEFPAPIER:
            yield Gebrek(
                f"het veld '{name}' ontbreekt. Dat is goed als dit vast op het briefpapier staat.",
                ernstig=False,
            )
        else:
            yield Gebrek(
                f"het veld '{name}' ontbreekt ({VELDEN[name]}); dat komt dan niet in de brief."
            )
