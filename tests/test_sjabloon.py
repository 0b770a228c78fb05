"""The traps of Word templates, each by the row of the list of known bugs that names it."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from ooxml_hulp import W
from render_hulp import HOOFD, LETTER
from sjabloon_hulp import (
    AANHEF,
    MAIN,
    PARAGRAPH,
    RUN,
    before_text,
    change,
    changed,
    found,
    parts_of,
    replacing,
    same,
)
from toetsingskader.document import Document
from toetsingskader.errors import ToolError
from toetsingskader.render import docx, render
from toetsingskader.render.sjabloon import check_letter


def filled(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of the letterhead that this template gives."""
    path = tmp_path_factory.mktemp("sjabloon") / "brief.docx"
    path.write_bytes(data)
    root = etree.fromstring(parts_of(docx.fill(path, HOOFD))[MAIN])
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))


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
