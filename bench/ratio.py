"""How long one letter takes, as a ratio to three bare processes that do equal work.

Run by hand: `python bench/ratio.py [rounds]`. Baseline, on the letter's own text and sources:
pandoc --citeproc to docx; pandoc --citeproc to typst; typst to PDF with the same fonts and
standards. The job: `toetsingskader maak`, cold, with checks and five files. Both are measured in
turn in every round, and the text changes each round, so that nothing can be remembered.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

from toetsingskader.brief.compose import compose
from toetsingskader.brief.soorten import Kamer
from toetsingskader.commands.toets import assess
from toetsingskader.document import MARKER, Cel, Document, Openstaand, Proza
from toetsingskader.render.pandoc import executable
from toetsingskader.render.pdf import font_folder
from toetsingskader.sjablonen import BRIEFSJABLONEN

P = ParamSpec("P")
RECORD = Path(__file__).parents[1] / "assessments" / "oekraine-veiligheidsgaranties"
PREAMBLE = """#set document(title: "brief", date: datetime(year: 2026, month: 1, day: 1))
#set text(font: "Open Sans", lang: "nl", region: "NL")
"""
TYPST = """import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True,
              pdf_standards=["ua-1", "a-2a"])"""


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        record = work / "assessments" / RECORD.name
        shutil.copytree(RECORD, record)
        kern = (record / "kern.md").read_text(encoding="utf-8")
        job, bare = [], []
        for number in range(rounds + 1):
            (record / "kern.md").write_text(f"{kern}\nRonde {number}.\n", encoding="utf-8")
            text, sources = _markdown(record)
            bare.append(_time(_baseline, work, text, sources))
            job.append(_time(_maak, work))
    # The first round fills the disk cache and does not count.
    ratios = [j / b for j, b in zip(job[1:], bare[1:], strict=True)]
    print(f"three bare processes  {statistics.median(bare[1:]):.2f} s (median of {rounds})")
    print(f"toetsingskader maak   {statistics.median(job[1:]):.2f} s")
    print(f"ratio                 {statistics.median(ratios):.2f} (aim: at most 2.00)")


def _markdown(record: Path) -> tuple[str, str]:
    """The letter's text as one Markdown file, and its sources as CSL-JSON."""
    checked = assess(record)
    document = compose(
        checked.beoordeling,
        checked.toetsing,
        checked.soort,
        Kamer.TWEEDE,
        BRIEFSJABLONEN,
        definitief=False,
    )
    return _filled(document), json.dumps(list(document.referenties))


def _filled(document: Document) -> str:
    text = document.skelet
    for name, block in document.blokken.items():
        if isinstance(block, Proza):
            content = block.tekst
        elif isinstance(block, Openstaand):
            content = "\n\n".join(block.regels)
        else:
            head = ["| " + " | ".join(block.koppen) + " |", "|---" * len(block.koppen) + "|"]
            content = "\n".join(
                [*head, *("| " + " | ".join(_cell(c) for c in row) + " |" for row in block.rijen)]
            )
        text = text.replace(f"{MARKER}{name}{MARKER}", content)
    return text


def _cell(cell: str | Cel) -> str:
    return cell if isinstance(cell, str) else f"{cell.tekst} {cell.bron}"


def _baseline(work: Path, text: str, sources: str) -> None:
    (work / "brief.md").write_text(text, encoding="utf-8")
    (work / "bronnen.json").write_text(sources, encoding="utf-8")
    brief = BRIEFSJABLONEN
    pandoc = [
        str(executable()),
        str(work / "brief.md"),
        "--citeproc",
        f"--bibliography={work / 'bronnen.json'}",
        f"--csl={brief / 'brief.csl'}",
        "-Msuppress-bibliography=true",
        "-Mlang=nl-NL",
    ]
    _run([*pandoc, f"--reference-doc={brief / 'brief.docx'}", "-o", str(work / "bare.docx")])
    body = _run([*pandoc, "-t", "typst-citations"])
    (work / "bare.typ").write_text(PREAMBLE + body, encoding="utf-8")
    files = [str(work / "bare.typ"), str(work / "bare.pdf"), str(font_folder())]
    _run([sys.executable, "-c", TYPST, *files])


def _maak(work: Path) -> None:
    _run([sys.executable, "-m", "toetsingskader", "maak", "--kamer", "tweede"], cwd=work)


def _run(command: list[str], cwd: Path | None = None) -> str:
    # With bytecode at hand, as on a user's machine from the second run on.
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1767225600", "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(
        command, cwd=cwd, env=environment, check=True, capture_output=True, text=True
    ).stdout


def _time(work: Callable[P, None], *arguments: P.args, **options: P.kwargs) -> float:
    start = time.perf_counter()
    work(*arguments, **options)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
