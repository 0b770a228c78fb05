"""How long an overview of a thousand records takes, and how much memory.

Run by hand: `python bench/overzicht.py [records]`. The records are made in a temporary folder: in
turn a complete one (the example of the tests) and each of our own, with other titles and dates.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "templates" / "voorbeeld"


def main() -> None:
    """Make the records, measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), number)
        for command in (["overzicht"], ["overzicht", "--formaat", "json"], ["zoek", "escalatie"]):
            _measure(Path(folder), command, number)


def make(here: Path, number: int) -> None:
    """Write this many records to `assessments/` here."""
    own = sorted(p.parent for p in (ROOT / "assessments").glob("*/dossier.yaml"))
    for i, base in enumerate(islice(cycle([EXAMPLE, *own]), number), 1):
        target = here / "assessments" / f"beoordeling-{i:04}"
        shutil.copytree(base, target)
        dossier = target / "dossier.yaml"
        text = dossier.read_text(encoding="utf-8").replace("titel: ", f"titel: Nummer {i}, ", 1)
        year = 2020 + i % 6
        dossier.write_text(text.replace("2026", str(year)), encoding="utf-8")


def _measure(here: Path, command: list[str], number: int) -> None:
    start = time.perf_counter()
    call = [sys.executable, "-m", "toetsingskader", *command]
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": ""}
    with tempfile.TemporaryFile() as out:
        code = subprocess.run(call, cwd=here, check=False, stdout=out, env=environment).returncode
    took = time.perf_counter() - start
    # The largest process of all that were started, not their sum.
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{' '.join(command):<28} {number} records: {took:.1f} s, exit code {code}")
    print(f"{'':<28} largest process so far {most:.0f} MB")


if __name__ == "__main__":
    main()
