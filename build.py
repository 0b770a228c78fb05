"""The main job: letter and completeness report of everything in assessments/, in uitvoer/."""

from toetsingskader.__main__ import run

run(["maak"])
