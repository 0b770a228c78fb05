"""The oplegger: two pages at most, the same in Word and PDF, proven as letters are."""

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import page
import pikepdf
import pytest
from PIL import Image

from beeld import pages
from brieven import OWN, ROOT
from ooxml_hulp import faults
from opbouw import docx_outline, pdf_outline
from rapport_hulp import with_texts
from teksten import docx_text, normalised, pdf_text
from toegankelijk import docx_faults, pdf_faults
from toetsing_voorbeeld import LEEG, VOORBEELD
from toetsing_voorbeeld_bevindingen import ONTBREEKT_DEKKING
from toetsingskader.commands.oplegger import MAP, make_oplegger
from toetsingskader.commands.toets import assess
from toetsingskader.rapport.inert import inert
from toetsingskader.rapport.oplegger import Toelichting, oplegger
from toetsingskader.rapport.samenvatting import vat_samen
from toetsingskader.render import render
from toetsingskader.render.sjabloon import check_template
from toetsingskader.toetsing import Bestemming, Ernst, Maatstaf, OpenVraag, Toetsing, Voorwaarde
from toetsingskader.totstandkoming import Herkomst
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import FOUT, GOED, approve, build

TOELICHTING = Toelichting("CONCEPT – FICTIEF", "1.2", ("Risico's: kenmerk: X-1",))
VOL = Toelichting("CONCEPT – FICTIEF", "v" * 500, ("Punt: X " * 99,) * 9)
NASTY = "x{{ 7 }} <b> [@bron] #set *vet* $x$ \x1b[31m\u202e R&D [link](http://kwaad.nl) 漢字 "


def _crowded() -> Toetsing:
    """More of everything than two pages hold, in long words and many."""
    zin = "Het een sluit het ander uit; kies wat geldt en schrijf het op. " * 6
    hard = [
        replace(
            ONTBREEKT_DEKKING,
            code=f"VOL{i}",
            ernst=Ernst.TEGENSTRIJDIG,
            maatstaf=Maatstaf.DOSSIER,
            tekst=zin + "x" * 900 * (i == 0),
            wie=("w" * 200, f"Partij {i}"),
        )
        for i in range(50)
    ]
    vragen = tuple(OpenVraag(zin, f"Bureau {i}", "1 maart 2026", False) for i in range(30))
    punten = [
        replace(p, sleutel=f"{p.sleutel}-{i}", titel=f"{p.titel} {zin}", open_vragen=vragen)
        for i in range(5)
        for p in VOORBEELD.punten
    ]
    ontbreekt = [replace(ONTBREEKT_DEKKING, punt=p.sleutel) for p in punten for _ in range(3)]
    return replace(
        VOORBEELD,
        titel=zin,
        punten=tuple(punten),
        bevindingen=(*hard, *ontbreekt),
        voorwaarden=tuple(Voorwaarde(f"MC{i}", zin, "niet vervuld", zin, zin) for i in range(20)),
        voorwaarden_bron=zin,
    )


def _everything() -> Toetsing:
    """The example that answers every question."""
    with TemporaryDirectory() as here:
        return assess(build(GOED / "alles", Path(here) / "assessments/alles")).toetsing


CASES: dict[str, Callable[[], Toetsing]] = {
    "voorbeeld": lambda: VOORBEELD,
    "leeg": lambda: LEEG,
    "vol": _crowded,
    "alles": _everything,
    "kwaad": lambda: with_texts(VOORBEELD, lambda text: f"{text} {NASTY}"),
    **{naam: lambda naam=naam: assess(ROOT / "assessments" / naam).toetsing for naam in OWN},  # type: ignore[misc]
}


@cache
def _made(naam: str) -> tuple[bytes, bytes]:
    """Word and PDF of a case."""
    result = render(oplegger(CASES[naam](), VOL if naam == "vol" else TOELICHTING), MAP)
    return result.docx, result.pdf


@pytest.mark.parametrize("naam", CASES)
def test_two_pages_at_most(naam: str) -> None:
    with pikepdf.open(io.BytesIO(_made(naam)[1])) as pdf:
        assert len(pdf.pages) <= 2


def test_the_pages_look_as_they_did(golden_page: Callable[[str, Image.Image], None]) -> None:
    for number, picture in enumerate(pages(_made("voorbeeld")[1]), 1):
        golden_page(f"oplegger/voorbeeld-{number}", picture)


@pytest.mark.parametrize("naam", sorted(set(CASES) - {"kwaad"}))
def test_word_and_pdf_are_one_document(naam: str) -> None:
    word, portable = _made(naam)
    assert docx_text(word) == pdf_text(portable)
    assert docx_outline(word) == pdf_outline(portable)


@pytest.mark.parametrize("naam", CASES)
def test_both_are_valid_and_accessible(naam: str, tmp_path: Path) -> None:
    word, portable = _made(naam)
    path = tmp_path / "oplegger.pdf"
    path.write_bytes(portable)
    assert all(page.validate_pdf(str(path), profile=p).is_compliant for p in ("ua1", "2a"))
    assert (faults(word), docx_faults(word), pdf_faults(portable)) == ([], [], [])


def test_our_template_is_right() -> None:
    from toetsingskader.document import OPLEGGER

    assert check_template((MAP / "oplegger.docx").read_bytes(), OPLEGGER) == []


def test_hostile_data_is_only_text() -> None:
    text = docx_text(_made("kwaad")[0])
    assert text.count("x{{ 7 }} <b> [@bron] #set *vet* $x$ [U+001B][31m[U+202E] R&D [link]") > 15
    assert "[@bron]" in pdf_text(_made("kwaad")[1])
    # As long, so that as much fits.
    as_long = "gewoon " * 20
    plain = with_texts(VOORBEELD, lambda text: f"{text} {as_long[: len(inert(NASTY))]}")
    kinds = [line.partition(" ")[0] for line in docx_outline(_made("kwaad")[0])]
    expected = docx_outline(render(oplegger(plain, TOELICHTING), MAP).docx)
    assert kinds == [line.partition(" ")[0] for line in expected]


@pytest.mark.parametrize("naam", CASES)
def test_the_warning_comes_before_the_numbers_and_nothing_is_a_verdict(naam: str) -> None:
    text, toetsing = docx_text(_made(naam)[0]), CASES[naam]()
    assert normalised(toetsing.waarschuwing)[:60] in text.partition("Wat wordt gevraagd")[0]
    for word in ("voldoet", "goedgekeurd", "Undefined", "None", "{%"):
        assert word.lower() not in text.lower()


def test_what_cannot_be_read_or_contradicts_is_there_in_full() -> None:
    text = docx_text(_made("voorbeeld")[0])
    for b in vat_samen(VOORBEELD).belet_voorop:
        assert f"{b.ernst.label} {b.code}: {b.tekst}" in text
    assert "3 van 7 gevraagde punten ingevuld (1 niet van toepassing, 1 niet gevraagd)" in text
    assert "Dat is nog niet ingevuld" in text
    assert "Risico's: kenmerk: X-1" in text


def test_what_does_not_fit_is_counted() -> None:
    text, s = docx_text(_made("vol")[0]), vat_samen(_crowded())
    shown = sum(f" VOL{i}: " in text for i in range(50))
    assert 3 <= shown < 50
    assert f"en nog {50 - shown} die ongeldig of tegenstrijdig zijn" in text
    outline = docx_outline(_made("vol")[0])
    head = next(i for i, line in enumerate(outline) if "Punt waarbij iets ontbreekt" in line)
    rest = len(s.ontbreekt_per_punt) - int(outline[head - 1].split()[2]) + 1
    assert f"En nog {rest} punten, met {3 * rest} bevindingen" in text
    assert f"en nog {s.open_vragen - 4}; zie het volledige rapport" in text


def test_facts_outside_the_letter_are_counted_and_not_shown() -> None:
    outside = [
        g
        for p in VOORBEELD.punten
        for g in p.gegevens
        if g.bestemming is not Bestemming.BRIEF and len(g.waarde) > 12
    ]
    assert outside
    text = docx_text(_made("voorbeeld")[0])
    assert not [g.waarde for g in outside if g.waarde in text]
    assert "Niet in de brief: van" in text


def test_it_says_what_is_asked_and_where_secrets_are_kept(tmp_path: Path) -> None:
    record = build(GOED / "oekraine-alles", tmp_path / "assessments/dossier")
    dossier = record / "dossier.yaml"
    text = dossier.read_text(encoding="utf-8")
    dossier.write_text(f"{text}\nbeslisnota: {{geadviseerd_besluit: Stem in.}}\n", encoding="utf-8")
    made = make_oplegger(assess(record), Herkomst(0, "abc" * 14, versie="2.0"))
    text = docx_text(made["docx"])
    assert "Stem in." in text
    assert "kenmerk: DEF-FICTIEF-8; niveau: Stg. GEHEIM" in text
    assert "versie 2.0" in text
    assert "commit abcabcabcabc;" in text


def test_a_concept_says_so_and_what_is_filed_does_not(tmp_path: Path) -> None:
    approve(prepare(GOED / "volledig", tmp_path))
    assert run(tmp_path, "maak", "--definitief").code == 0
    (final,) = (tmp_path / "uitvoer/dossier").glob("*/oplegger.docx")
    assert "CONCEPT" not in docx_text(final.read_bytes())
    assert run(tmp_path, "toets", "dossier", "--naar", "blad.DOCX").code == 0
    assert docx_text((tmp_path / "blad.DOCX").read_bytes()).startswith("FICTIEF – CONCEPT\n")


def test_a_refused_letter_leaves_an_oplegger_that_says_why(tmp_path: Path) -> None:
    prepare(FOUT / "k1c-totaal", tmp_path)
    assert run(tmp_path, "maak", "--definitief").code == 1
    folder = tmp_path / "uitvoer/dossier"
    assert "tegenstrijdig K1C: " in docx_text((folder / "oplegger.docx").read_bytes())


def test_toets_and_maak_make_the_same(tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    assert run(tmp_path, "maak", "--kamer", "tweede").code == 0
    for form in ("docx", "pdf"):
        assert run(tmp_path, "toets", "dossier", "--naar", f"blad.{form}").code == 0
        made = (tmp_path / f"uitvoer/dossier/oplegger.{form}").read_bytes()
        assert (tmp_path / f"blad.{form}").read_bytes() == made


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_it_is_not_taken_for_a_letter(form: str, tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    assert run(tmp_path, "toets", "dossier", "--naar", f"blad.{form}").code == 0
    result = run(tmp_path, "controleer", f"blad.{form}")
    assert result.code == 2
    assert "geen brief: het is de oplegger" in result.fout
