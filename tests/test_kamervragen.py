"""What parliament always asks: a table that is right, and answers that say what they are."""

import json
from pathlib import Path

import pytest

from ooxml_hulp import faults
from rapport_hulp import parse_markdown, raw_html, skeleton
from teksten import docx_text
from toegankelijk import docx_faults
from toetsingskader.commands import kamervragen
from toetsingskader.commands.antwoorden import ALLEEN_BEREKEND, split_name
from toetsingskader.commands.toets import assess
from toetsingskader.errors import ExitCode
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.berekend import computed
from toetsingskader.kader.dossier import Besluit
from toetsingskader.kader.veld import alle_velden
from voorbeelden.draaien import prepare, run, snapshot
from voorbeelden.samenstellen import GOED, OWN, replace_lines

VRAGEN = [*kamervragen.questions()]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    prepare(GOED / "volledig", tmp_path)
    return tmp_path


def _text(here: Path) -> str:
    result = run(here, "kamervragen")
    assert (result.code, result.fout) == (0, "")
    return result.uit


def _answer(text: str, vraag: str) -> str:
    """What stands below the question that begins with these words."""
    begin = text.index(f" {vraag}")
    return text[begin : text.find("*Waarom deze vraag", begin)]


@pytest.mark.parametrize(
    "naam", sorted({naam for vraag in VRAGEN for naam in vraag.gegevens}), ids=str
)
def test_every_fact_in_the_table_exists(naam: str, tmp_path: Path) -> None:
    if ALLEEN_BEREKEND.fullmatch(naam):
        b = assess(prepare(GOED / "volledig", tmp_path)).beoordeling
        assert any(f"{c.naam}.".startswith(f"{naam}.") for c in computed(b))
        return
    om, pad, veld, waarde = split_name(naam)
    model = Besluit if om == "besluit" else PUNTEN[om]
    velden = dict(alle_velden(model))
    assert pad in velden
    if veld:
        waardetype = velden[f"{pad}.{veld}"].waardetype
        assert waardetype
        assert waarde in waardetype.options


def test_the_table_asks_what_members_always_ask() -> None:
    gelezen = {v.punt for v in VRAGEN if v.geverifieerd}
    assert {"financien", "geweldsinstructie", "exit-strategie", "deelnemende-landen"} <= gelezen
    assert all("algemene kennis" not in v.bron for v in VRAGEN if v.geverifieerd)
    assert any("opbouw" in naam for v in VRAGEN for naam in v.gegevens)
    assert all(v.vraag.endswith("?") for v in VRAGEN)


def test_a_complete_record_answers_every_question(here: Path) -> None:
    text = _text(here)
    assert f"{len(VRAGEN)} van {len(VRAGEN)} vragen hebben een antwoord" in text
    assert "Niet beantwoord" not in text
    for vraag in VRAGEN:
        assert vraag.vraag in text


def test_an_answer_has_its_value_source_and_date(here: Path) -> None:
    text = _text(here)
    assert "- Totale uitgaven: € 112,5 mln (berekend uit het dossier)" in text
    grondslag = _answer(text, "Wat is de volkenrechtelijke grondslag")
    assert "bron: Resolutie over de stabilisatie van Bouveteiland; 2 april 2026" in grondslag
    assert "*Waarom deze vraag: algemene kennis van debatten (niet geverifieerd).*" in text


def test_scaling_up_and_down_has_only_the_rows_of_those_phases(here: Path) -> None:
    answer = _answer(_text(here), "Welk deel van de kosten is eenmalig")
    assert "Kosten 1: Post: opbouw van het kamp" in answer
    assert "Kosten 4: Post: inzet en terugkeer" in answer
    assert "Kosten 2" not in answer


def test_what_is_not_in_the_record_is_not_answered(here: Path) -> None:
    financien = here / "assessments/dossier/kunnen/financien.md"
    vraag = "open:\n  - {vraag: Wat kost het?, wie: FEZ BZ, uiterlijk: 1 juni 2026, veld: kosten}"
    financien.write_text(f"---\n{vraag}\n---\n", encoding="utf-8")
    answer = _answer(_text(here), "Wat kost de inzet in totaal")
    assert "**Niet beantwoord.** In het dossier staat hierover geen gegeven." in answer
    assert (
        "- Hierover staat een vraag open: Wat kost het? (FEZ BZ, uiterlijk 1 juni 2026)" in answer
    )


def test_unknown_is_said_plainly(here: Path) -> None:
    financien = here / "assessments/dossier/kunnen/financien.md"
    financien.write_text("---\nkosten: onbekend\n---\n", encoding="utf-8")
    answer = _answer(_text(here), "Wat kost de inzet in totaal")
    assert "**Niet beantwoord.** Het antwoord is onbekend." in answer
    assert "Onbekend (gevraagd, het antwoord is er niet): Totale uitgaven; Kosten." in answer


def test_unknown_in_a_row_makes_an_answer_incomplete(here: Path) -> None:
    financien = here / "assessments/dossier/kunnen/financien.md"
    text = financien.read_text(encoding="utf-8")
    financien.write_text(text.replace("bedrag: 40 mln", "bedrag: onbekend"), encoding="utf-8")
    answer = _answer(_text(here), "Wat kost de inzet in totaal")
    assert "Bedrag (inzet)" in answer
    assert "Uitgaven in 2026: € 37,5 mln" in answer


def test_confidential_says_where_it_is_kept(here: Path) -> None:
    answer = _answer(_text(here), "Gaat de inzet ten koste van")
    assert "Vertrouwelijk (bekend, elders bewaard): Gereedheid." in answer
    assert "Vindplaats: DEF-FICTIEF-2026-7 (Dep. VERTROUWELIJK, ter inzage" in answer


def test_what_no_letter_may_say_is_marked(here: Path) -> None:
    text = _text(here)
    report = json.loads(run(here, "toets", "dossier", "--formaat", "json").uit)
    seen = set()
    for g in (g for p in report["punten"] for g in p["gegevens"]):
        fact = f"{g['label']}: {g['waarde']} ("
        lines = [line for line in text.splitlines() if fact in line]
        only = {"nota": "alleen in de beslisnota", "intern": "alleen intern"}.get(g["bestemming"])
        if only:
            assert all(
                line.startswith(f"- **Let op: niet in een brief; {only}.**") for line in lines
            )
        else:
            assert not any("Let op" in line for line in lines)
        seen |= {g["bestemming"]} if lines else set()
    assert {"brief", "nota"} <= seen


def test_not_applicable(here: Path) -> None:
    punt = here / "assessments/dossier/kunnen/navo-carve-out.md"
    punt.write_text("---\nnvt: {reden: geen NAVO-taken, besloten_door: Def/CDS}\n---\n", "utf-8")
    answer = _answer(_text(here), "Gaat de inzet ten koste van")
    assert "- Niet van toepassing: geen NAVO-taken" in answer


def test_a_value_stays_text(here: Path) -> None:
    financien = here / "assessments/dossier/kunnen/financien.md"
    old = "onzekerheid: {marge: tien procent, oorzaken: De prijs van brandstof kan stijgen.}"
    hostile = "x **vet** <b>y</b> [link](https://z) # kop"
    replace_lines(
        financien, [old], [f"onzekerheid: {{marge: tien procent, oorzaken: '{hostile}'}}"]
    )
    text = _text(here)
    plain = _text(prepare(GOED / "volledig", here / "ander").parents[1])
    assert raw_html(parse_markdown(text)) == []
    assert skeleton(parse_markdown(text)) == skeleton(parse_markdown(plain))
    assert run(here, "kamervragen", "--naar", "v.docx").code == 0
    assert hostile in docx_text((here / "v.docx").read_bytes())


def test_word(here: Path) -> None:
    before = snapshot(here / "assessments")
    for naam in ("een.docx", "twee.docx"):
        result = run(here, "kamervragen", "dossier", "--naar", naam)
        assert (result.code, result.uit) == (0, f"Geschreven: {naam}\n")
    data = (here / "een.docx").read_bytes()
    assert data == (here / "twee.docx").read_bytes()
    assert faults(data) == []
    assert docx_faults(data) == []
    text = docx_text(data)
    assert "Kamervragen: Nederlandse bijdrage" in text
    assert all(vraag.vraag in text for vraag in VRAGEN)
    assert snapshot(here / "assessments") == before


@pytest.mark.parametrize("naam", sorted(p.parent.name for p in OWN.glob("assessments/*/kern.md")))
def test_our_own_records(naam: str) -> None:
    result = run(OWN, "kamervragen", naam)
    assert (result.code, result.fout) == (0, "")
    assert result.uit.count("\n### ") == len(VRAGEN)


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["--formaat", "docx"], "Een Word-bestand past niet op het scherm."),
        (["--naar", "x.pdf"], "eindigt op een van: .md, .docx."),
        (["--naar", "assessments/dossier/x.md"], "daar schrijft het programma niet"),
    ],
)
def test_wrong_use(argumenten: list[str], zin: str, here: Path) -> None:
    result = run(here, "kamervragen", *argumenten)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert zin in result.fout


@pytest.mark.parametrize(
    ("table", "zin"),
    [
        ("vragen: [{punt: financien}]", "is een vraag niet compleet"),
        ("vragen: onzin", "is een vraag niet compleet"),
        ("- a: [", "kan niet worden gelezen"),
        (
            "vragen: [{punt: financien, vraag: W?, gegevens: [financien.kostten], bron: x,"
            " geverifieerd: nee}]",
            "'financien.kostten'; dat bestaat niet. Bedoelde u 'financien.kosten'?",
        ),
        (
            "vragen: [{punt: financien, vraag: W?, gegevens: ['financien.kosten[faze=opbouw]'],"
            " bron: x, geverifieerd: nee}]",
            "'financien.kosten[faze=opbouw]'; dat bestaat niet.",
        ),
    ],
)
def test_a_table_that_is_wrong(
    table: str, zin: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "vragen.yaml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(kamervragen, "FOLDER", here)
    result = run(here, "kamervragen")
    assert result.code == ExitCode.GEREEDSCHAP_ONTBREEKT
    assert zin in result.fout
