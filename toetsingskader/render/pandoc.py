"""The home of pandoc: one process per letter, from the job to typst text and a DOCX body."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from toetsingskader.document import MARKER, Blok, Document, Proza, Tabel
from toetsingskader.errors import ToolError
from toetsingskader.render.figuren import WITHOUT_ALT, Plaatje
from toetsingskader.render.proza import figure_key, inert
from toetsingskader.sjablonen import read_terms

WORKER = Path(__file__).parent / "lua" / "worker.lua"
_NEEDED = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR")


def executable() -> Path:
    """The pandoc that came with its wheel; importing pypandoc to ask for it would cost 80 ms."""
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    for folder in spec.submodule_search_locations or () if spec else ():
        path = Path(folder, "files", name)
        if path.is_file():
            return path
    raise ToolError(
        "Pandoc ontbreekt, en daarmee kan geen brief worden gemaakt. "
        "Installeer het pakket opnieuw: python -m pip install --force-reinstall pypandoc_binary."
    )


def surroundings(tijdstip: int) -> dict[str, str]:
    """The environment that pandoc gets: the same on every machine; `tijdstip` as in `Document`."""
    needed = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return needed | {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SOURCE_DATE_EPOCH": str(tijdstip)}


class Pandoc:
    """A running worker. `send` it a letter; ask for `typst` first, then for `docx`.

    It may be started before the letter is composed, with the prose that will stand in it: it
    reads that while the record is checked.
    """

    def __init__(self, tijdstip: int, prose: Iterable[str] = ()) -> None:
        """Start pandoc; `tijdstip` as in `Document`."""
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed on exit)
        self._process = subprocess.Popen(  # noqa: S603 (our own worker, no shell)
            [executable(), "lua", WORKER.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=WORKER.parent,
            env=surroundings(tijdstip),
        )
        early = json.dumps([inert(text) for text in prose], ensure_ascii=False)
        self._write(early.encode("utf-8") + b"\n")

    def send(
        self,
        document: Document,
        plaatjes: Mapping[str, Plaatje],
        template: Path,
        csl: Path,
        english: Path,
    ) -> None:
        """Give it the letter; of its pictures it gets names and sizes only.

        The lines of `english` are the terms that get that language.
        """
        _check_markers(document)
        self._write(_job(document, plaatjes, template, csl, english))
        with suppress(OSError):
            _pipe(self._process.stdin).close()

    def _write(self, data: bytes) -> None:
        # When it ended early, the first answer that is missing tells why.
        with suppress(OSError):
            _pipe(self._process.stdin).write(data)
            _pipe(self._process.stdin).flush()

    def __enter__(self) -> "Pandoc":
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()
        self._errors.close()

    def typst(self) -> str:
        """The body as typst markup; pandoc goes on writing the DOCX meanwhile."""
        return self._next().decode("utf-8")

    def docx(self) -> bytes:
        """The body as a DOCX in the styles of the template."""
        return self._next()

    def _next(self) -> bytes:
        output = _pipe(self._process.stdout)
        size = output.readline().strip()
        data = output.read(int(size)) if size.isdigit() else b""
        if not size.isdigit() or len(data) < int(size):
            self._process.wait()
            self._errors.seek(0)
            reason = self._errors.read().decode("utf-8", "replace").strip()
            raise ToolError(f"Pandoc kon de brief niet maken. Pandoc meldt: {reason}")
        return data


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _check_markers(document: Document) -> None:
    """A marker without its block is a mistake in the letter's template, not in the record."""
    lines = {line.strip() for line in document.skelet.split("\n")}
    for name in document.skelet.split(MARKER)[1::2]:
        if name not in document.blokken:
            raise ToolError(f"Het briefsjabloon vraagt om het blok '{name}', en dat bestaat niet.")
        if MARKER + name + MARKER not in lines:
            raise ToolError(
                f"Het blok '{name}' staat in het briefsjabloon niet in een eigen alinea."
            )


def _job(
    document: Document, plaatjes: Mapping[str, Plaatje], template: Path, csl: Path, english: Path
) -> bytes:
    job = {
        "skelet": document.skelet,
        "blokken": {name: _block(block) for name, block in document.blokken.items()},
        "referenties": list(document.referenties),
        "feiten": dict(document.feiten),
        "figuren": {
            figure_key(pad): {
                "naam": p.naam,
                "breedte": f"{p.breedte:.2f}",
                "hoogte": f"{p.hoogte:.2f}",
                "zonder_alt": WITHOUT_ALT,
            }
            for pad, p in plaatjes.items()
        },
        "sjabloon": str(template.resolve()),
        "csl": str(csl.resolve()),
        "engels": read_terms(english),
    }
    return json.dumps(job, ensure_ascii=False).encode("utf-8")


def _block(block: Blok) -> dict[str, Any]:
    fields = asdict(block)
    if isinstance(block, Proza):
        fields["tekst"] = inert(block.tekst)
    if isinstance(block, Tabel):
        fields["rechts"] = sorted(block.rechts)
    return {"soort": type(block).__name__, **fields}
