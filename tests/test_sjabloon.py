"""The traps of Word templates (peers.md 4a and 4b), each by the row that names it."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from ooxml_hulp import W
from render_hulp import HOOFD, LETTER, TEMPLATES
from sjabloon_hulp import (
    MAIN,
    PARAGRAPH,
    Change,
    before_text,
    change,
    changed,
    packed,
    parts_of,
    replacing,
)
from teksten import docx_text
from toetsingskader.document import Document
from toetsingskader.errors import ToolError
from toetsingskader.render import docx, render
from toetsingskader.render.sjabloon import check_letter, check_template
from toetsingskader.render.sjabloon.stijlen import STIJLEN

AANHEF = "{{ aanhef }}"
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def found(edit: Change, part: str = MAIN, **more: str) -> list[str]:
    """What is said of our template with one change."""
    return [str(g) for g in check_template(changed(edit, part, **more))]


def same(xml: str) -> str:
    return xml


def filled(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of the letterhead that this template gives."""
    path = tmp_path_factory.mktemp("sjabloon") / "brief.docx"
    path.write_bytes(data)
    root = etree.fromstring(parts_of(docx.fill(path, HOOFD))[MAIN])
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))


# 4a ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", ["R&D < 50 > 40", "<select>", "zonen <bv>", "a & b"])
def test_row_1_signs_of_xml_are_text(value: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("waarde")
    change(folder, MAIN, replacing(AANHEF, f"Zeer {AANHEF}"))
    letter = docx.fill(folder / "brief.docx", replace(HOOFD, aanhef=value, markering=value))
    assert check_letter(letter, replace(HOOFD, aanhef=value, markering=value)) == []


def test_row_2_no_codes_in_properties() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ betreft }}'
        "</dc:title></cp:coreProperties>"
    )
    assert found(same, docProps__core=core) == [
        "fout bij '{{ betreft }}': in de eigenschappen van het document worden velden niet "
        "ingevuld; de code zou zo in de brief staan."
    ]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("{{ groet }}", "het veld 'groet' bestaat niet."),
        ("{{ datums }}", "het veld 'datums' bestaat niet. Bedoelde u 'datum'?"),
        ("{{ datum|grootletter }}", "de bewerking 'grootletter' bestaat niet."),
        ("{{ datum. }}", "deze code tussen accolades kan niet worden gelezen."),
        ("{% if datum %}x", "deze 'if' eindigt nergens. Zet er verderop een 'endif' bij."),
        ("{% endfor %}", "hier eindigt een 'for' die niet is begonnen."),
        ("{% fro x in adres %}", "de opdracht 'fro' bestaat niet; er zijn for, if, elif en else."),
        ("{% vm %}", "de opdracht 'vm' bestaat niet; er zijn for, if, elif en else."),
        ("{{ ondertekenaars[0].rang }}", "het veld 'rang' bestaat niet. Er zijn: ambt, naam."),
        ("{{ datum }", "hier staan accolades zonder tegenhanger."),
        ("datum }}", "hier staan accolades zonder tegenhanger."),
    ],
)
def test_row_3_a_wrong_field_is_named_with_the_text_around_it(code: str, message: str) -> None:
    messages = found(before_text(PARAGRAPH.format(f"Zie {code}")))
    assert len(messages) >= 1
    assert any(re.match(rf"fout bij '.*{re.escape(code)}': ", m) for m in messages)
    assert any(message in m for m in messages)


def test_row_4_none_and_codes_left_over_are_seen() -> None:
    letter = changed(before_text(PARAGRAPH.format("Ons kenmerk: None")))
    texts = [str(g) for g in check_letter(letter, HOOFD)]
    assert "fout bij 'Ons kenmerk: None': in de brief blijft 'None' staan." in texts
    assert any("'{{' staan" in text for text in texts)


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (RUN.format("{{ aan") + RUN.format("hef }}"), None),
        (RUN.format("{") + "<w:proofErr w:type='spellStart'/>" + RUN.format("{ aanhef }}"), None),
        (
            RUN.format("{{ aan")
            + '<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/>'
            + RUN.format("hef }}"),
            "fout bij '{{ aanhef }}': tussen de letters van deze veldcode staat iets anders, "
            "zoals een bladwijzer, een tab of een koppeling. Typ de code opnieuw, in één keer.",
        ),
        (
            RUN.format("{{ aan")
            + '<w:hyperlink w:anchor="x">'
            + RUN.format("hef }}")
            + "</w:hyperlink>",
            "fout bij '{{ aanhef }}': tussen de letters van deze veldcode staat iets anders, "
            "zoals een bladwijzer, een tab of een koppeling. Typ de code opnieuw, in één keer.",
        ),
    ],
)
def test_row_5_a_field_split_over_runs(
    written: str, complaint: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    edit = replacing(RUN.format(AANHEF), written)
    assert found(edit) == ([complaint] if complaint else [])
    if not complaint:
        assert HOOFD.aanhef in filled(changed(edit), tmp_path_factory)


def test_row_5_curly_quotes_are_read_as_straight(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    edit = replacing(AANHEF, "{% if datum == “x” %}{% endif %}{{ aanhef }}")
    assert found(edit) == [
        "let op bij '{% if datum == “x” %}': hier staan gekrulde aanhalingstekens; ze worden "
        "gelezen als rechte."
    ]
    assert HOOFD.aanhef in filled(changed(edit), tmp_path_factory)


@pytest.mark.parametrize("sign", ["„", "\u00a0", "–", "\u200b"])
def test_row_5_other_signs_that_word_puts_in(sign: str) -> None:
    messages = found(replacing(AANHEF, f"{{{{{sign}aanhef }}}}"))
    assert any(f"(U+{ord(sign):04X})" in m and m.startswith("fout") for m in messages)


def test_row_6_no_arithmetic_with_percent() -> None:
    messages = found(
        before_text(PARAGRAPH.format("{%p if 3 % 2 %}") + PARAGRAPH.format("{%p endif %}"))
    )
    assert "fout bij '{%p if 3 % 2 %}': een veldcode kan niet rekenen met %." in messages


@pytest.mark.parametrize("code", ["{{r aanhef }}", "{{p aanhef }}"])
def test_row_7_fields_are_plain_text(code: str) -> None:
    messages = found(replacing(AANHEF, code))
    assert any("velden zijn gewone tekst" in m for m in messages)


def test_row_8_the_text_alone_in_its_paragraph() -> None:
    wrong = "{{ tekst }} moet in een eigen alinea staan"
    cell = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    text = re.compile(r"<w:p>(?:(?!<w:p>).)*\{\{ tekst \}\}.*?</w:p>", re.DOTALL)
    table = cell.format(PARAGRAPH.format("{{ tekst }}"))
    for edit in (
        replacing("{{ tekst }}", "Zie: {{ tekst }}"),
        lambda xml: text.sub(lambda _: table, xml),
    ):
        messages = found(edit)
        assert len(messages) == 1
        assert wrong in messages[0]
    assert found(replacing("{{ tekst }}", "hier")) == [
        "fout: er moet precies één alinea {{ tekst }} zijn, op de plaats van de tekst; er is er "
        "geen."
    ]
    assert any("er zijn er 2" in m for m in found(replacing(AANHEF, "{{ tekst }}")))
    looped = lambda xml: text.sub(  # noqa: E731
        lambda m: (
            PARAGRAPH.format("{%p for x in adres %}") + m[0] + PARAGRAPH.format("{%p endfor %}")
        ),
        xml,
    )
    assert found(looped) == ["fout bij '{{ tekst }}': {{ tekst }} staat in een herhaling."]


def test_row_9_a_cell_that_becomes_empty_is_refused_before_it_is_written(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rows = "".join(PARAGRAPH.format(x) for x in ("{%p if bijlagen %}", "Bijlage", "{%p endif %}"))
    edit = before_text(
        f"<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{rows}</w:tc></w:tr></w:tbl>"
    )
    folder = tmp_path_factory.mktemp("cel")
    change(folder, MAIN, edit)
    render(LETTER, folder)
    empty: Document = replace(LETTER, hoofd=replace(HOOFD, bijlagen=""))
    with pytest.raises(ToolError, match="een tabelcel eindigt niet met een alinea"):
        render(empty, folder)


COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="x">{}</w:comment></w:comments>'
)


def test_row_10_no_numbered_things_in_a_loop() -> None:
    mark = '<w:bookmarkStart w:id="7" w:name="logo"/><w:bookmarkEnd w:id="7"/>'
    said = "in een herhaling staat een bladwijzer; de kopieën kregen hetzelfde nummer"
    within = found(replacing(RUN.format("{{ regel }}"), mark + RUN.format("{{ regel }}")))
    assert len(within) == 1
    assert within[0].startswith(f"fout bij 'logo': {said}")
    assert found(replacing(RUN.format(AANHEF), mark + RUN.format(AANHEF))) == []


def test_row_10_no_comments_at_all() -> None:
    assert found(same, word__comments=COMMENTS.format(PARAGRAPH.format("Vraag aan DJZ"))) == [
        "fout bij 'Vraag aan DJZ': deze opmerking zou in elke brief staan. Verwijder haar."
    ]
    texts = found(same, word__comments=COMMENTS.format(PARAGRAPH.format("{{ datum }}")))
    assert any("in een opmerking worden velden niet ingevuld" in t for t in texts)


def test_row_11_no_fields_in_notes() -> None:
    note = f'<w:footnote w:id="3">{PARAGRAPH.format("{{ datum }}")}</w:footnote></w:footnotes>'
    assert found(replacing("</w:footnotes>", note), "word/footnotes.xml") == [
        "fout bij '{{ datum }}': in een voetnoot worden velden niet ingevuld; de code zou zo in de "
        "brief staan."
    ]


def test_row_12_headers_hold_fields_but_not_the_text(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert found(replacing("{{ markering }}", "{{ datum }}"), "word/header1.xml") == []
    assert found(replacing("{{ markering }}", "{{ tekst }}"), "word/header1.xml") == [
        "fout: {{ tekst }} kan niet in een kop- of voettekst staan."
    ]
    only_header = found(lambda xml: xml.replace("{{ markering }}", ""))
    assert len(only_header) == 1
    assert "leest een schermlezer niet voor" in only_header[0]


def test_row_13_a_row_code_takes_its_row_with_it(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    table = "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid>{}</w:tbl>" + PARAGRAPH.format("x")
    row = "<w:tr><w:tc>{}</w:tc></w:tr>"
    good = [PARAGRAPH.format(x) for x in ("{%tr for x in adres %}", "{{ x }}", "{%tr endfor %}")]
    edit = before_text(table.format("".join(row.format(x) for x in good)))
    assert found(edit) == []
    text = filled(changed(edit), tmp_path_factory)
    assert all(text.split("\n").count(line) == 2 for line in HOOFD.adres)
    good[0] = PARAGRAPH.format("{%tr for x in adres %} Adres")
    wrong = found(before_text(table.format("".join(row.format(x) for x in good))))
    assert len(wrong) == 1
    assert "neemt haar hele tabelrij mee: de andere woorden daar verdwijnen" in wrong[0]
    assert "hele alinea mee" in found(replacing("{%p endfor %}", "{%p endfor %} en"))[0]


def test_row_14_no_field_that_fetches() -> None:
    field = '<w:p><w:fldSimple w:instr=" INCLUDETEXT brief.docx "/></w:p>'
    assert found(before_text(field)) == [
        "fout bij 'INCLUDETEXT brief.docx': dit Word-veld haalt iets van buiten. Verwijder het."
    ]


def test_row_15_no_field_in_a_text_box() -> None:
    box = f"<w:p><w:r><w:pict><w:txbxContent>{PARAGRAPH.format('{{ datum }}')}</w:txbxContent>"
    assert found(before_text(f"{box}</w:pict></w:r></w:p>")) == [
        "fout bij '{{ datum }}': in een tekstvak wordt een veld niet goed ingevuld. Gebruik een "
        "tabel of een kader."
    ]


def test_row_16_a_content_control_survives(tmp_path_factory: pytest.TempPathFactory) -> None:
    control = '<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    edit = before_text(control.format(PARAGRAPH.format("Stand {{ datum }}")))
    assert found(edit) == []
    assert f"Stand {HOOFD.datum}" in filled(changed(edit), tmp_path_factory)


# 4b, and what goes out with a file --------------------------------------------------------------


def test_inserted_text_is_read_and_tracked_changes_are_refused() -> None:
    inserted = '<w:ins w:id="1" w:author="x">' + RUN.format("Nieuwe zin") + "</w:ins>"
    assert found(before_text(f"<w:p>{inserted}</w:p>")) == [
        "fout bij 'Nieuwe zin': er staan bijgehouden wijzigingen in. Aanvaard of weiger ze "
        "(Controleren)."
    ]


def test_another_language() -> None:
    english = replacing(
        '<w:name w:val="Body Text"/>',
        '<w:name w:val="Body Text"/><w:rPr><w:lang w:val="en-US"/></w:rPr>',
    )
    messages = found(english, "word/styles.xml")
    assert len(messages) == 1
    assert "de stijl 'Body Text' heeft de taal en-US in plaats van nl-NL" in messages[0]
    run = '<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>Yours</w:t></w:r>'
    assert found(before_text(f"<w:p>{run}</w:p>")) == [
        "let op bij 'Yours': deze tekst heeft de taal en-GB."
    ]


BUILT_IN = {
    "Heading1": "Kop1",
    "Heading2": "Kop2",
    "BodyText": "Plattetekst",
    "BlockText": "Bloktekst",
    "FootnoteText": "Voetnoottekst",
    "FootnoteReference": "Voetnootmarkering",
}


def test_styles_of_a_dutch_word_work_by_their_name(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Word in Dutch saves "heading 1" under the id "Kop1"."""

    def dutch(xml: str) -> str:
        for ours, theirs in BUILT_IN.items():
            xml = xml.replace(f'="{ours}"', f'="{theirs}"')
        return xml

    folder = tmp_path_factory.mktemp("kop")
    parts = parts_of((TEMPLATES / "brief.docx").read_bytes())
    edited = {n: dutch(parts[n].decode()).encode() for n in (MAIN, "word/styles.xml")}
    data = packed(parts | edited)
    assert check_template(data) == []
    (folder / "brief.docx").write_bytes(data)
    made = render(LETTER, folder).docx
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = archive.read(MAIN).decode() + archive.read("word/footnotes.xml").decode()
    assert all(
        f'"{theirs}"' in text and f'"{ours}"' not in text for ours, theirs in BUILT_IN.items()
    )
    assert docx_text(made) == docx_text(render(LETTER, TEMPLATES).docx)


@pytest.mark.parametrize("stijl", STIJLEN, ids=lambda s: s.naam)
def test_a_style_that_is_missing(stijl: object) -> None:
    naam = getattr(stijl, "naam", "")
    messages = found(
        replacing(f'<w:name w:val="{naam}"/>', '<w:name w:val="x"/>'), "word/styles.xml"
    )
    assert len(messages) == 1
    assert naam in messages[0]
    assert messages[0].startswith("fout" if naam.startswith("heading") else "let op")


def test_a_style_with_a_local_name_and_a_heading_without_level() -> None:
    local = found(replacing('w:val="heading 1"', 'w:val="Kop 1"'), "word/styles.xml")
    assert local == [
        "fout: 'Kop 1' is hier een eigen stijl, en niet die van Word zelf met die naam (heading "
        "1). Zonder die stijl heeft de brief geen koppen."
    ]
    flat = found(lambda xml: re.sub(r'<w:outlineLvl w:val="1"/>', "", xml), "word/styles.xml")
    assert len(flat) == 1
    assert "de stijl 'Kop 2' heeft niet overzichtsniveau 2" in flat[0]


def test_only_listed_styles_are_used_for_the_text() -> None:
    """STIJLEN.md, and what pandoc and we write."""
    made = parts_of(render(LETTER, TEMPLATES).docx)
    own = set(
        re.findall(rb'Style w:val="(\w+)"', parts_of((TEMPLATES / "brief.docx").read_bytes())[MAIN])
    )
    used = set(re.findall(rb'Style w:val="(\w+)"', made[MAIN] + made["word/footnotes.xml"])) - own
    listed = {s.naam.replace(" ", "").lower() for s in STIJLEN}
    assert {name.decode().lower() for name in used} <= listed


def test_macros_objects_and_things_from_outside() -> None:
    parts = parts_of((TEMPLATES / "brief.docx").read_bytes())
    with_macro = packed(parts | {"word/vbaProject.bin": b"x", "word/embeddings/a.bin": b"x"})
    assert [str(g) for g in check_template(with_macro)] == [
        "fout: het bestand bevat macro's. Sla het in Word op als .docx zonder macro's.",
        "fout: er zit een object van een ander programma in (OLE of ActiveX). Verwijder het.",
    ]
    link = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/{}" Target="https://voorbeeld.nl/x" TargetMode="External"/></Relationships>'
    )
    rels = "word/_rels/document.xml.rels"
    outside = found(replacing("</Relationships>", link.format("image")), rels)
    assert len(outside) == 1
    assert outside[0].startswith("fout bij 'https://voorbeeld.nl/x': het bestand haalt iets van")
    assert found(replacing("</Relationships>", link.format("hyperlink")), rels) == []


def test_what_is_hidden_and_goes_out_with_every_letter() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Intern</w:t></w:r></w:p>"
    assert found(before_text(hidden)) == [
        "fout bij 'Intern': hier staat verborgen tekst; zij gaat mee met elke brief."
    ]
    assert "customXml" in found(same, customXml__item1="<a/>")[0]


def test_a_template_without_page() -> None:
    messages = found(lambda xml: re.sub(r"<w:sectPr.*</w:sectPr>", "", xml, flags=re.DOTALL))
    assert messages == [
        "fout: er is geen pagina-instelling (papier en marges). Sla het op met Word."
    ]


@pytest.mark.parametrize(
    ("veld", "message"),
    [
        ("betreft", "fout: het veld 'betreft' ontbreekt: het onderwerp komt niet in de brief."),
        (
            "afzender",
            "let op: het veld 'afzender' ontbreekt. Dat is goed als dit vast op het briefpapier "
            "staat.",
        ),
    ],
)
def test_a_field_that_is_missing(veld: str, message: str) -> None:
    assert found(replacing(f"{{{{ {veld} }}}}", "")) == [message]
