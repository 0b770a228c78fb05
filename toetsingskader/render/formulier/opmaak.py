"""The looks of a form: styles of its own on top of those of the house template, and its pages."""

import posixpath

from lxml import etree

from toetsingskader.render.ooxml import R, W, body_styles, style_ids
from toetsingskader.render.package import MAIN, Package, relations_of

LABEL_WIDTH = 3000
"""The column of the labels, in twentieths of a point."""
_STYLES = f"""
<styles xmlns:w="{W[1:-1]}">
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Veld"><w:name w:val="Veld"/>
<w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="left" w:pos="{LABEL_WIDTH}"/></w:tabs>
<w:suppressAutoHyphens/><w:spacing w:before="40" w:after="40" w:line="260" w:lineRule="atLeast"/>
<w:ind w:left="{LABEL_WIDTH}" w:hanging="{LABEL_WIDTH}"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Hulp"><w:name w:val="Hulp"/>
<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="60" w:after="0" w:line="220"
 w:lineRule="atLeast"/></w:pPr><w:rPr><w:color w:val="535353"/><w:sz w:val="16"/>
<w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Veldhulp"><w:name w:val="Veldhulp"/>
<w:basedOn w:val="Veld"/><w:pPr><w:spacing w:before="0" w:after="60" w:line="220"
 w:lineRule="atLeast"/></w:pPr><w:rPr><w:color w:val="535353"/><w:sz w:val="16"/>
<w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Rijkop"><w:name w:val="Rijkop"/>
<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="20" w:line="240"
 w:lineRule="atLeast"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="154273"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Rijwaarde"><w:name w:val="Rijwaarde"/>
<w:basedOn w:val="Normal"/><w:pPr><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="40"
 w:line="260" w:lineRule="atLeast"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kader"><w:name w:val="Kader"/>
<w:basedOn w:val="Normal"/><w:pPr><w:shd w:val="clear" w:color="auto" w:fill="EEF3F9"/>
<w:spacing w:before="0" w:after="0" w:line="270" w:lineRule="atLeast"/></w:pPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Veldlabel"><w:name w:val="Veldlabel"/>
<w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Invulling"><w:name w:val="Invulling"/>
<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="EEF3F9"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Uitnodiging"><w:name w:val="Uitnodiging"/>
<w:rPr><w:color w:val="535353"/><w:shd w:val="clear" w:color="auto" w:fill="EEF3F9"/></w:rPr>
</w:style>
</styles>"""
_SECTION = (
    f'<w:sectPr xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}">'
    '<w:headerReference w:type="default" r:id="formulier-kop"/>'
    '<w:footerReference w:type="default" r:id="formulier-voet"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1304" w:bottom="1304" w:left="1304" w:header="624"'
    ' w:footer="567" w:gutter="0"/></w:sectPr>'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."


_HOUSE = {
    "Title": "title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "BodyText": "body text",
    "Openstaand": "openstaand",
    "Normal": "normal",
}
"""Styles of the house template that a form uses, with the names by which Word knows them."""


def section() -> etree._Element:
    """The size of the pages, and what stands on each."""
    return etree.fromstring(_SECTION)


def add_styles(package: Package, main: etree._Element) -> None:
    """Our styles beside those of the template; one that it has already stays as it is.

    The template's own are called by its own ids: Word in Dutch has "Kop1" for "heading 1".
    """
    styles = package.xml("word/styles.xml")
    ids = style_ids(styles)
    own = {ours: ids.get(naam, ours) for ours, naam in _HOUSE.items()}
    for style in main.iter(f"{W}pStyle"):
        used = style.get(f"{W}val", "")
        style.set(f"{W}val", own.get(used, used))
    body_styles(styles, dict.fromkeys(own.values(), "paragraph"))
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    ours = etree.fromstring(" ".join(_STYLES.split("\n")).strip())
    for based in ours.iter(f"{W}basedOn"):
        based.set(f"{W}val", own.get(based.get(f"{W}val", ""), based.get(f"{W}val", "")))
    styles.extend([style for style in ours if style.get(f"{W}styleId") not in known])
    package.put("word/styles.xml", styles)


def replace_pages(package: Package, kop: str, voet: str) -> None:
    """Our head and foot instead of those of a letter."""
    relations = package.relations()
    for relation in list(relations):
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind in ("header", "footer"):
            relations.remove(relation)
            target = posixpath.join("/word", relation.get("Target", ""))
            package.drop(posixpath.normpath(target).lstrip("/"))
    package.put(relations_of(MAIN), relations)
    for kind, naam, text in (("header", "kop", kop), ("footer", "voet", voet)):
        part = f"word/formulier-{naam}.xml"
        package.put(part, _page_part(kind, text))
        package.declare(part, f"{_KIND}{kind}+xml")
        package.relate(MAIN, f"formulier-{naam}", f"{R[1:-1]}/{kind}", f"formulier-{naam}.xml")


def _page_part(kind: str, text: str) -> etree._Element:
    root = etree.Element(f"{W}{'hdr' if kind == 'header' else 'ftr'}", nsmap={"w": W[1:-1]})
    paragraph = etree.SubElement(root, f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", "Hulp")
    words = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if kind == "footer":
        field = etree.SubElement(paragraph, f"{W}fldSimple")
        field.set(f"{W}instr", " PAGE ")
        etree.SubElement(etree.SubElement(field, f"{W}r"), f"{W}t").text = "1"
    return root
