"""What a letter says of how it was made, and that it says the same on every machine."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

import toetsingskader
from ooxml_hulp import tags_and_bookmarks
from toetsingskader.commands.maak import make
from toetsingskader.commands.toets import assess
from toetsingskader.kader.vingerafdruk import fingerprint
from toetsingskader.sjablonen import BRIEFSJABLONEN, SJABLONEN
from voorbeelden.draaien import prepare, run
from voorbeelden.samenstellen import GOED, approve

PACKAGE = Path(toetsingskader.__file__).parent


def _git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.nl")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with one record."""
    prepare(GOED / "volledig", tmp_path / "een")
    _git(tmp_path / "een", "init", "--quiet")
    _commit(tmp_path / "een")
    return tmp_path / "een"


def _commit(here: Path) -> None:
    _git(here, "add", "assessments")
    _git(here, "commit", "--quiet", "--message", "x")


def _made(here: Path) -> tuple[bytes, bytes]:
    assert run(here, "maak").code == 0
    folder = here / "uitvoer/dossier"
    return tuple((folder / f"artikel-100-brief-tk.{x}").read_bytes() for x in ("docx", "pdf"))  # type: ignore[return-value]


def _properties(docx: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    return {p.get("name", ""): str(p[0].text) for p in root.iter("{*}property")}


def _changed(properties: dict[str, str]) -> bool:
    return properties["Commit"].endswith(" (gewijzigd sinds)")


@pytest.mark.usefixtures("unchanged_templates")
def test_version_commit_and_change_are_told(here: Path) -> None:
    first = _properties(_made(here)[0])
    head = _git(here, "rev-parse", "HEAD")
    assert first["Commit"] == head
    assert "Versie" not in first
    _git(here, "tag", "--annotate", "--message=naar MR", "dossier/v1-naar-mr")
    _git(here, "tag", "ander-dossier/later")
    (here / "elders.txt").write_text("x", encoding="utf-8")
    _git(here, "add", "elders.txt")
    _git(here, "commit", "--quiet", "--message", "buiten het dossier")
    named = _properties(_made(here)[0])
    assert named["Commit"] == head
    assert re.fullmatch(r"1, naar MR \(\d{1,2} [a-z]+ \d{4}\)", named["Versie"])
    kern = here / "assessments/dossier/kern.md"
    kern.write_text(kern.read_text(encoding="utf-8") + "\nErbij.\n", encoding="utf-8")
    assert _changed(_properties(_made(here)[0]))
    _commit(here)
    later = _properties(_made(here)[0])
    assert later["Versie"] == f"{named['Versie']}, daarna gewijzigd"
    assert later["Commit"] not in (head, f"{head} (gewijzigd sinds)")
    assert not _changed(later)


def test_without_git_there_is_no_commit(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nergens")
    found = _properties(_made(here)[0])
    assert "Commit" not in found
    assert found["Dossier"] == "dossier"


def test_both_files_tell_the_same(here: Path) -> None:
    docx, pdf = _made(here)
    properties = _properties(docx)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        keywords = str(file.docinfo["/Keywords"])
    told = {n: v for n, v in properties.items() if not n.startswith("Vingerafdruk ")}
    assert keywords == ", ".join(f"{naam}: {waarde}" for naam, waarde in told.items())
    assert set(told) >= {"Dossier", "Commit", "Kader", "Schema", "Regelboek", "Sjabloon"}
    b = assess(here / "assessments/dossier").beoordeling
    printed = {tag.removeprefix("tk_") for tag in tags_and_bookmarks(docx)[0]}
    assert 10 < len(printed) < len(b.proza)
    assert {n: v for n, v in properties.items() if n not in told} == {
        f"Vingerafdruk {sleutel}": fingerprint(b, sleutel) for sleutel in printed
    }


def test_properties_of_a_template_stay(here: Path, tmp_path: Path) -> None:
    templates = tmp_path / "eigen"
    shutil.copytree(BRIEFSJABLONEN, templates)
    word = templates / "brief.docx"
    docx, _ = _made(here)
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        custom = archive.read("docProps/custom.xml").replace(b'"Dossier"', b'"Van het ministerie"')
        relations, types = archive.read("_rels/.rels"), archive.read("[Content_Types].xml")
    with zipfile.ZipFile(word) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts |= {"docProps/custom.xml": custom, "_rels/.rels": relations, "[Content_Types].xml": types}
    # The parts that the letter's list of types names and a template may lack.
    with zipfile.ZipFile(word, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    made = make(here / "assessments/dossier", here, sjablonen=templates)
    path = next(p for p in made.bestanden if p.suffix == ".docx")
    found = _properties(path.read_bytes())
    assert found["Van het ministerie"] == found["Dossier"] == "dossier"
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    numbers = [p.get("pid") for p in root]
    assert len(numbers) == len(set(numbers))


def test_two_machines_give_the_same_bytes(here: Path, tmp_path: Path) -> None:
    """A clone elsewhere, in another time zone, with the program installed in another way."""
    approve(here / "assessments/dossier")
    _commit(here)
    other = tmp_path / "twee" / "anders"
    shutil.copytree(SJABLONEN, tmp_path / "site/toetsingskader/templates")
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "site/toetsingskader", dirs_exist_ok=True, ignore=skip)
    shutil.copytree(PACKAGE, tmp_path / "checkout/toetsingskader", ignore=skip)
    shutil.copytree(SJABLONEN, tmp_path / "checkout/templates")
    _git(tmp_path / "checkout", "init", "--quiet")
    _git(tmp_path / "checkout", "add", ".")
    _git(tmp_path / "checkout", "commit", "--quiet", "--message", "later dan het dossier")
    _git(tmp_path, "clone", "--quiet", str(here), str(other))
    outputs = []
    for folder, site, zone in ((here, "site", "UTC"), (other, "checkout", "Pacific/Auckland")):
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / site), "TZ": zone}
        command = [sys.executable, "-m", "toetsingskader", "maak", "--definitief"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        root = folder / "uitvoer"
        files = sorted(p for p in root.rglob("*") if p.is_file())
        outputs.append({p.relative_to(root): p.read_bytes() for p in files})
    assert len(outputs[0]) > 25
    assert outputs[0] == outputs[1]
