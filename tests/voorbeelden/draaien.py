"""Runs the command on an example record, the way a user does."""

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toetsingskader.cli import main
from voorbeelden.samenstellen import build


@dataclass(frozen=True)
class Gedraaid:
    """What one call of the program gave."""

    code: int
    uit: str
    fout: str


def run(here: Path, *argumenten: str) -> Gedraaid:
    """Call the program in the folder `here`."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(here), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(list(argumenten))
    return Gedraaid(code, out.getvalue(), err.getvalue())


@dataclass(frozen=True)
class Oordeel:
    """What `toets` says of an example, as data."""

    code: int
    code_streng: int
    bevindingen: tuple[dict[str, Any], ...]
    niet_beoordeeld: tuple[str, ...]
    fout: str

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all findings."""
        return frozenset(b["code"] for b in self.bevindingen)

    @property
    def regels(self) -> str:
        """The findings as a user sees them, one per line; the record's folder is `dossier/`."""
        return "".join(f"{_line(b)}\n" for b in self.bevindingen)

    @property
    def uitkomst(self) -> str:
        """Exit codes, rules that could not look, and findings that were accepted."""
        lines = [f"uitkomst {self.code}, met --streng {self.code_streng}"]
        if self.niet_beoordeeld:
            lines.append(f"niet beoordeeld: {', '.join(self.niet_beoordeeld)}")
        lines += [
            f"aanvaard: {b['code']} door {b['aanvaard']['besloten_door']}"
            for b in self.bevindingen
            if b["aanvaard"]
        ]
        return "\n".join(lines) + "\n"


def _line(b: dict[str, Any]) -> str:
    plaats = b["plaats"]
    bestand = plaats["bestand"].removeprefix("assessments/")
    ernst = b["ernst"].replace("_", " ")
    where = f"{bestand}:{plaats['regel']}:{plaats['kolom']}"
    return f"{where}: {ernst} {b['code']}: {b['tekst']} → {', '.join(b['wie'])}"


def prepare(example: Path, here: Path) -> Path:
    """Put the record of an example in `here`, beside a file that no record may reach."""
    here.mkdir(parents=True, exist_ok=True)
    (here / "buiten.md").write_text("GEHEIM-BUITEN\n", encoding="utf-8")
    return build(example, here / "assessments" / "dossier")


def judge(here: Path) -> Oordeel:
    """Check the record that was put in `here`."""
    result = run(here, "toets", "dossier", "--formaat", "json")
    data = json.loads(result.uit)
    return Oordeel(
        result.code,
        run(here, "toets", "dossier", "--streng").code,
        tuple(data["bevindingen"]),
        tuple(n["code"] for n in data["niet_beoordeeld"]),
        result.fout,
    )


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file in a folder with its time and bytes."""
    return {
        p.relative_to(folder).as_posix(): (p.stat().st_mtime_ns, p.read_bytes())
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }
