"""How long checking takes, as a ratio to only importing the framework and reading the files.

Run by hand: `python bench/toets.py [rounds]`. Both are cold processes, measured in turn in every
round: `toetsingskader toets` over all of assessments/, and a process that imports the framework
(`toetsingskader.kader` and what reads a record) and loads the same files. Both have Python's
bytecode at hand, as on a user's machine from the second run on.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
READING = """from pathlib import Path
from toetsingskader.record import load
import toetsingskader.validation
for folder in sorted(Path("assessments").glob("*/dossier.yaml")):
    load(folder.parent)
"""


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    reading, checking = [], []
    for _ in range(rounds + 1):
        reading.append(_time("-c", READING))
        checking.append(_time("-m", "toetsingskader", "toets"))
    # The first round fills the disk cache and writes the bytecode, and does not count.
    ratios = [c / r for c, r in zip(checking[1:], reading[1:], strict=True)]
    print(f"framework and files   {statistics.median(reading[1:]):.2f} s (median of {rounds})")
    print(f"toetsingskader toets  {statistics.median(checking[1:]):.2f} s")
    print(f"ratio                 {statistics.median(ratios):.2f} (aim: under 2.00)")


def _time(*arguments: str) -> float:
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
