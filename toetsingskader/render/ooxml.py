"""Small pieces of WordprocessingML: tables as the house style wants them, and styles."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LANGUAGE = "nl-NL"

CELL_STYLE = "Tabeltekst"
"""Paragraphs in tables; a template without it gets a plain one."""

LINE = 240
"""A line of text in twentieths of a point."""

SHORT_TABLE = 16
"""Lines of a table that is not divided over pages."""

CHARACTER = 105
"""About the width of a letter in a table, in twentieths of a point."""

NARROW_CELL = 25 * CHARACTER
"""In cells up to this width words are not divided, when they fit."""

INDENT = 340
"""What a list is indented per level."""

PANDOC_LISTS = 990
"""Its definitions have this number or higher; those below are the template's."""

_BEFORE_SPACING = {f"{W}pStyle", f"{W}keepNext", f"{W}keepLines", f"{W}numPr"}
"""Of what pandoc and we write, the properties that the schema wants before `spacing`."""


def tidy_table(table: etree._Element, width: int) -> None:
    """Columns that fill the text's width, a header row Word repeats, rows that stay whole."""
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    total = sum(int(column.get(f"{W}w", "0")) for column in columns) or 1
    widths = [int(column.get(f"{W}w", "0")) * width // total for column in columns]
    for column, value in zip(columns, widths, strict=True):
        column.set(f"{W}w", str(value))
    rows = table.findall(f"{W}tr")
    _keep_rows(rows, widths)
    for row in rows:
        _tidy_row(row)
        for cell, value in zip(row.findall(f"{W}tc"), widths, strict=False):
            _set_width(cell, value)
            if value < NARROW_CELL and _longest_word(cell) * CHARACTER <= value:
                _keep_words(cell)
    for style in table.iter(f"{W}pStyle"):
        if style.get(f"{W}val") == "Compact":
            style.set(f"{W}val", CELL_STYLE)


def _longest_word(cell: etree._Element) -> int:
    texts = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in cell.iter(f"{W}p"))
    return max((len(word) for text in texts for word in text.split()), default=0)


def _keep_words(cell: etree._Element) -> None:
    for paragraph in cell.iter(f"{W}p"):
        _put(paragraph, etree.Element(f"{W}suppressAutoHyphens"), _BEFORE_SPACING)


def space_after(table: etree._Element) -> None:
    """A table has no white below it of its own, and Word makes one of two that touch."""
    following = _following(table)
    if following is not None and following.tag == f"{W}p":
        set_spacing(following, before=LINE)
    else:
        table.addnext(etree.Element(f"{W}p"))


def set_spacing(paragraph: etree._Element, **white: int) -> None:
    """White `before` or `after` a paragraph, whatever its style says."""
    spacing = etree.Element(f"{W}spacing")
    for side, value in white.items():
        spacing.set(W + side, str(value))
    _put(paragraph, spacing, _BEFORE_SPACING)


def _following(table: etree._Element) -> etree._Element | None:
    """The next paragraph or table, inside a content control or not."""
    for element in (table, *table.iterancestors()):
        for sibling in element.itersiblings():
            for block in sibling.iter(f"{W}p", f"{W}tbl"):
                return block
    return None


def keep_with_next(paragraph: etree._Element) -> None:
    """No page break between this paragraph and what follows it."""
    if paragraph.find(f"{W}pPr/{W}keepNext") is None:
        _put(paragraph, etree.Element(f"{W}keepNext"), {f"{W}pStyle"})


def keep_with_list(content: etree._Element) -> None:
    """No page break between a sentence and the list that it leads in."""
    for paragraph in content.iter(f"{W}p"):
        following = paragraph.getnext()
        if following is not None and _in_list(following) and not _in_list(paragraph):
            keep_with_next(paragraph)


def _in_list(element: etree._Element) -> bool:
    return element.tag == f"{W}p" and element.find(f"{W}pPr/{W}numPr") is not None


def _put(paragraph: etree._Element, element: etree._Element, before: set[str]) -> None:
    """Add a property of a paragraph behind those that the schema wants `before` it."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    properties.insert(sum(1 for other in properties if other.tag in before), element)


def tidy_lists(numbering: etree._Element) -> etree._Element:
    """Pandoc's lists begin at the margin and have bullets that exist in every font."""
    for definition in numbering.iter(f"{W}abstractNum"):
        if int(definition.get(f"{W}abstractNumId", "0")) >= PANDOC_LISTS:
            for level in definition.iter(f"{W}lvl"):
                _tidy_level(level)
    return numbering


def _tidy_level(level: etree._Element) -> None:
    depth = int(level.get(f"{W}ilvl", "0"))
    for indent in level.iter(f"{W}ind"):
        indent.set(f"{W}left", str(INDENT * (depth + 1)))
        indent.set(f"{W}hanging", str(INDENT))
    mark, font = level.find(f"{W}lvlText"), level.find(f"{W}rPr")
    if mark is not None and font is not None and font.find(f"{W}rFonts") is not None:
        mark.set(f"{W}val", "–" if depth % 2 else "•")
        level.remove(font)


def _tidy_row(row: etree._Element) -> None:
    properties = row.find(f"{W}trPr")
    header = properties is not None and properties.find(f"{W}tblHeader") is not None
    if properties is not None:
        row.remove(properties)
    properties = etree.Element(f"{W}trPr")
    etree.SubElement(properties, f"{W}cantSplit")
    if header:
        etree.SubElement(properties, f"{W}tblHeader")
    row.insert(0, properties)


def _keep_rows(rows: list[etree._Element], widths: list[int]) -> None:
    """A low table stays on one page; of a high one, no row stands alone at an end."""
    low = sum(_lines(row, widths) for row in rows) <= SHORT_TABLE
    for row in rows[:-1] if low else [*rows[:2], rows[-2]]:
        for paragraph in row.iter(f"{W}p"):
            keep_with_next(paragraph)


def _lines(row: etree._Element, widths: list[int]) -> int:
    """About how many lines a row takes."""
    cells = zip(row.findall(f"{W}tc"), widths, strict=False)
    lengths = ((sum(len(t.text or "") for t in cell.iter(f"{W}t")), width) for cell, width in cells)
    return max((1 + length * CHARACTER // max(width, 1) for length, width in lengths), default=1)


def _set_width(cell: etree._Element, width: int) -> None:
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    measure = properties.find(f"{W}tcW")
    if measure is None:
        measure = etree.Element(f"{W}tcW")
        properties.insert(0, measure)
    measure.set(f"{W}w", str(width))
    measure.set(f"{W}type", "dxa")


def body_styles(styles: etree._Element, used: dict[str, str]) -> etree._Element:
    """The template's styles, plain ones for what it lacks, and Dutch as the language."""
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    for name, kind in sorted(used.items()):
        if name not in known:
            styles.append(_plain_style(name, kind))
    defaults = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        defaults = child_with_tag(defaults, W + name, first=name != "lang")
    defaults.set(f"{W}val", LANGUAGE)
    return styles


def style_ids(styles: etree._Element) -> dict[str, str]:
    """The styles by name: Word in Dutch calls "heading 1" by the id "Kop1"."""
    return {
        name.get(f"{W}val", "").lower(): style.get(f"{W}styleId", "")
        for style in styles.iter(f"{W}style")
        for name in style.iter(f"{W}name")
    }


def child_with_tag(parent: etree._Element, tag: str, *, first: bool) -> etree._Element:
    """The child with this tag, made when it is not there."""
    found = parent.find(tag)
    if found is None:
        found = etree.Element(tag)
        parent.insert(0 if first else len(parent), found)
    return found


def _plain_style(name: str, kind: str) -> etree._Element:
    style = etree.Element(f"{W}style")
    style.set(f"{W}type", kind)
    style.set(f"{W}customStyle", "1")
    style.set(f"{W}styleId", name)
    etree.SubElement(style, f"{W}name").set(f"{W}val", name)
    if name == "FootnoteReference":
        effects = etree.SubElement(style, f"{W}rPr")
        etree.SubElement(effects, f"{W}vertAlign").set(f"{W}val", "superscript")
    return style
