"""The main job: letter and completeness report of everything in assessments/, in uitvoer/."""

import sys

from toetsingskader.cli import main

sys.exit(main(["maak"]))
