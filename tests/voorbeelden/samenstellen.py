"""Puts an example record together: its base, and what the example changes in it.

The base of all is the fictitious assessment that is shipped, in `templates/voorbeeld`. An example
is a folder with files that replace those of its base, and may hold

- `basis.txt`: the example under `goed/` it is based on; without it that is `volledig`. With a
  slash it is a path from here (`brief/peacekeeping`) or one of our own records, whole
  (`assessments/<slug>`) or with one of its options laid over it (`assessments/<slug>/opties/f35`);
- `wijziging.txt`: changes to single lines, so that one sees at a glance what is wrong, and a base
  that grows does not leave copies behind. `bestand:` names the file; lines with `- ` that stand
  there once, next to each other, make place for the lines with `+ ` after them. `verwijder: pad`
  takes a file away, `leeg: patroon` empties files, `koppeling: pad -> doel` puts a link in its
  place, `# ` is a remark;
- `bevindingen.txt`: every finding; `uitkomst.txt`: exit codes, what was accepted or not judged;
- `conclusies.txt`, under `brief/`: what the policy brief concludes (see `test_conclusies.py`).
"""

import shutil
from itertools import groupby
from pathlib import Path

from toetsingskader.commands.toets import assess
from toetsingskader.kader import parafen_of
from toetsingskader.kader.vingerafdruk import fingerprint
from toetsingskader.sjablonen import VOORBEELD

HERE = Path(__file__).parent
GOED = HERE / "goed"
FOUT = HERE / "fout"
BRIEF = HERE / "brief"
OWN = HERE.parents[1]
_ABOUT = {"basis.txt", "wijziging.txt", "bevindingen.txt", "uitkomst.txt", "conclusies.txt"}


def build(example: Path, target: Path) -> Path:
    """Write the record of an example to `target`, an absent folder; gives `target`."""
    if example == GOED / "volledig":
        shutil.copytree(VOORBEELD, target)
    else:
        _lay_base(_base(example), target)
    for file in sorted(p for p in example.rglob("*") if p.is_file()):
        name = file.relative_to(example)
        if name.as_posix() not in _ABOUT:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / name)
    changes = example / "wijziging.txt"
    if changes.exists():
        _change(changes.read_text(encoding="utf-8").splitlines(), target)
    return target


def approve(record: Path) -> Path:
    """Register every approval that a final letter needs, of the record as it is; gives `record`.

    What was registered before makes place: a test may change the record and approve it again.
    """
    file = record / "parafen.yaml"
    file.unlink(missing_ok=True)
    b = assess(record).beoordeling
    rows = ["parafen:"]
    for sleutel in b.proza:
        for eis in parafen_of(sleutel):
            own = b.eigen_directies(sleutel)
            other = next(naam for naam in ("BZ/DJZ", "Def/DJZ", "BZ/DVB") if naam not in own)
            rows.append(
                f"  - {{punt: {sleutel}, versie: v1, vingerafdruk: '{fingerprint(b, sleutel)}', "
                f"namens: {eis.namens or other}, soort: {eis.soort}, uitkomst: akkoord, "
                "op: 1 mei 2026}"
            )
    file.write_text("\n".join([*rows, ""]), encoding="utf-8")
    return record


def _lay_base(name: str, target: Path) -> None:
    if not name.startswith("assessments/"):
        build(HERE / name if "/" in name else GOED / name, target)
        return
    record, _, option = name.partition("/opties/")
    shutil.copytree(OWN / record, target, ignore=shutil.ignore_patterns("opties"))
    if option:
        shutil.copytree(OWN / name, target, dirs_exist_ok=True)


def _base(example: Path) -> str:
    path = example / "basis.txt"
    return path.read_text(encoding="utf-8").strip() if path.exists() else "volledig"


def _change(lines: list[str], target: Path) -> None:
    file = target
    old: list[str] = []
    for kind, group in groupby(lines, key=_kind):
        texts = [line if kind == "directive" else line[2:] for line in group]
        if kind == "-":
            old = texts
        elif kind == "+":
            replace_lines(file, old, texts)
            old = []
        else:
            if old:
                replace_lines(file, old, [])
                old = []
            for text in texts:
                file = _directive(text, file, target)
    if old:
        replace_lines(file, old, [])


def _kind(line: str) -> str:
    return line[:1] if line[:2] in ("- ", "+ ", "-", "+") else "directive"


def _directive(text: str, file: Path, target: Path) -> Path:
    if not text.strip() or text.startswith("#"):
        return file
    word, _, rest = text.partition(": ")
    if word == "bestand":
        return target / rest
    if word == "verwijder":
        (target / rest).unlink()
    elif word == "leeg":
        for path in target.glob(rest):
            path.write_text("", encoding="utf-8")
    elif word == "koppeling":
        name, _, goal = rest.partition(" -> ")
        (target / name).unlink(missing_ok=True)
        (target / name).symlink_to(goal)
    else:
        raise ValueError(f"wijziging.txt: {text!r}")
    return file


def replace_lines(file: Path, old: list[str], new: list[str]) -> None:
    """Put the lines `new` in the place of the lines `old`, which must occur exactly once.

    Without `old` the new lines come first in the front matter, or first in a YAML file.
    """
    lines = file.read_bytes().decode("utf-8").split("\n")
    if not old:
        at = 1 if lines[0] == "---" else 0
        lines[at:at] = new
    else:
        found = [i for i in range(len(lines)) if lines[i : i + len(old)] == old]
        if len(found) != 1:
            raise ValueError(f"{file}: {len(found)} times {old!r}")
        lines[found[0] : found[0] + len(old)] = new
    file.write_bytes("\n".join(lines).encode("utf-8"))
