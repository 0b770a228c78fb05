"""Text templates, addresses, and what the PDF and the notes use, in a ministry's own folder."""

import re
from pathlib import Path

import pytest

from render_hulp import TEMPLATES
from toetsingskader.brief.compose import template_names
from toetsingskader.brief.namen import UnknownNameError, require_known
from toetsingskader.brief.soorten import ONDERDELEN
from toetsingskader.commands.proefdossiers import Proef, write_record
from toetsingskader.commands.sjabloon import TEXTS
from toetsingskader.commands.toets import assess
from toetsingskader.errors import ExitCode
from toetsingskader.kader.veld import Briefsoort
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED

TEXT = "artikel-100.md.j2"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a good record and an empty folder `bz` for templates."""
    prepare(GOED / "volledig", tmp_path)
    (tmp_path / "bz").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a\n{{ peildatums }}",
            "fout op regel 2: de naam 'peildatums' bestaat niet. Bedoelde u 'peildatum'?",
        ),
        ('{{ punt("mandaaat") }}', "fout op regel 1: het punt 'mandaaat' in punt(…) bestaat niet."),
        ('{{ tekst("slot") }}', "fout op regel 1: de tekst 'slot' in tekst(…) bestaat niet."),
        (
            '\n\n{{ feit("besluit.x", "x") }}',
            "fout op regel 3: het gegeven 'besluit.x' in feit(…) bestaat niet.",
        ),
        ('{% if bekend("titel") %}', "fout op regel 1: een for of if eindigt nergens."),
        (
            "{% fro x in y %}",
            "fout op regel 1: de opdracht 'fro' bestaat niet; er zijn for, if, elif en else.",
        ),
        ("{{ peildatum|groot }}", "fout op regel 1: de bewerking 'groot' bestaat niet."),
        ("{{ }}", "fout op regel 1: deze code tussen accolades kan niet worden gelezen."),
    ],
)
def test_a_wrong_text(text: str, message: str, here: Path) -> None:
    (here / "bz" / TEXT).write_text(text, encoding="utf-8")
    checked = run(here, "sjabloon", "bz")
    assert checked.code == ExitCode.BEVINDINGEN
    assert checked.uit.splitlines()[0] == f"{TEXT}: {message}"
    made = run(here, "maak", "--sjablonen", "bz")
    assert (made.code, made.uit) == (ExitCode.GEREEDSCHAP_ONTBREEKT, "")
    assert message in made.fout
    assert not (here / "uitvoer").exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{% set x = "mandaaat" %}{{ punt(x) }}',
            ", regel 1 klopt niet: het punt 'mandaaat' in punt(…)",
        ),
        ("x\n{{ missies + 1 }}", ", regel 2 klopt niet: hier wordt iets gevraagd dat met deze"),
        ("{{ peildatum.dag }}", ", regel 1 klopt niet: het onderdeel 'dag' bestaat niet"),
        ("zin {{ tekst('kern') }}", "staat in het briefsjabloon niet in een eigen alinea"),
    ],
)
def test_a_text_that_is_wrong_only_when_used(text: str, message: str, here: Path) -> None:
    (here / "bz" / TEXT).write_text(text, encoding="utf-8")
    made = run(here, "maak", "--sjablonen", "bz")
    assert made.code == ExitCode.GEREEDSCHAP_ONTBREEKT
    assert message in made.fout
    assert not (here / "uitvoer").exists()
    checked = run(here, "sjabloon", "bz")
    assert checked.code == ExitCode.BEVINDINGEN
    assert message in checked.uit


def test_every_function_that_is_asked_by_name_refuses_an_unknown_one(tmp_path: Path) -> None:
    write_record(Proef("leeg"), Briefsoort.ARTIKEL_100, tmp_path / "x")
    checked = assess(tmp_path / "x", Briefsoort.ARTIKEL_100)
    functions, _ = template_names(
        checked.beoordeling, checked.toetsing, Briefsoort.ARTIKEL_100, TEMPLATES
    )
    source = "\n".join(
        (TEMPLATES / name).read_text(encoding="utf-8") for name in (*TEXTS, *ONDERDELEN)
    )
    asked = {f for f in functions if re.search(rf"\b{f}\(\"", source)}
    assert {"tekst", "feit", "gegevens", "woord", "open"} == asked - {"bekend"}
    # `open` has words of its own; the subjects of the other two stand in the wording itself.
    for function in sorted(asked - {"open", "gegevens", "woord"} | {"punt", "kop"}):
        with pytest.raises(UnknownNameError, match="bestaat niet"):
            require_known(function, "bestaat-niet")


@pytest.mark.parametrize(
    "text",
    ["", "eerste: geen lijst", "tweede:\n  - Postbus: 20018\n", "tweede: []", "tweede: [x", "\x00"],
)
def test_wrong_addresses(text: str, here: Path) -> None:
    (here / "bz/adressen.yaml").write_text(text, encoding="utf-8")
    checked = run(here, "sjabloon", "bz")
    assert checked.code == ExitCode.BEVINDINGEN
    assert "adressen.yaml staan onder 'tweede' geen adresregels" in checked.uit
    made = run(here, "maak", "--sjablonen", "bz")
    assert (made.code, made.uit) == (ExitCode.GEREEDSCHAP_ONTBREEKT, "")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("brief.typ", "#par(", "Typst meldt: unclosed delimiter"),
        ("brief.csl", "<style", "Pandoc meldt: "),
    ],
)
def test_wrong_files_for_pdf_and_notes(name: str, text: str, message: str, here: Path) -> None:
    (here / "bz" / name).write_text(text, encoding="utf-8")
    checked = run(here, "sjabloon", "bz")
    assert checked.code == ExitCode.BEVINDINGEN
    assert message in checked.uit
    assert run(here, "maak", "--sjablonen", "bz").code == ExitCode.GEREEDSCHAP_ONTBREEKT
    assert not (here / "uitvoer").exists()
