"""The reference pages: complete, current, narrow enough for a terminal, and helpful when wrong."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from toetsingskader.errors import ExitCode
from toetsingskader.kader import PUNTEN
from toetsingskader.kader.veld import alle_velden
from toetsingskader.rapport.kolommen import cellen
from toetsingskader.regels import REGELS, WAARSCHUWING
from voorbeelden.draaien import run
from voorbeelden.samenstellen import HERE

Golden = Callable[[str, str], None]


@pytest.mark.parametrize(
    ("opdracht", "blad"),
    [
        ("regels", "regels"),
        ("kader", "kader"),
        ("uitleg alles", "uitleg"),
        ("uitleg begrippen", "begrippen"),
    ],
)
def test_the_page_in_docs_is_current(
    opdracht: str, blad: str, golden: Golden, tmp_path: Path
) -> None:
    assert run(tmp_path, *opdracht.split(), "--naar", "blad.md").code == 0
    golden(f"../../docs/{blad}.md", (tmp_path / "blad.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "argumenten",
    [
        ["regels"],
        ["regels", *(r.code for r in REGELS)],
        ["kader"],
        ["kader", *PUNTEN],
        ["uitleg"],
        ["uitleg", "alles"],
        ["uitleg", "begrippen"],
    ],
    ids=lambda argumenten: " ".join(argumenten[:2]),
)
def test_a_page_fits_a_terminal(argumenten: list[str], tmp_path: Path) -> None:
    result = run(tmp_path, *argumenten)
    assert (result.code, result.fout) == (0, "")
    assert max(map(cellen, result.uit.splitlines())) <= 80


@pytest.mark.parametrize("formaat", ["tekst", "markdown"])
def test_the_warning_stands_first(formaat: str, tmp_path: Path) -> None:
    for argumenten in (
        ["regels"],
        ["kader"],
        ["kader", "mandaat"],
        ["uitleg"],
        ["uitleg", "mandaat.leemten"],
    ):
        text = run(tmp_path, *argumenten, "--formaat", formaat).uit
        plain = " ".join(text.replace("> **", "").split())
        assert plain.startswith(WAARSCHUWING)


def test_every_rule_stands_in_the_book_once(tmp_path: Path) -> None:
    data = json.loads(run(tmp_path, "regels", "--formaat", "json").uit)
    codes = [r["code"] for familie in data["families"] for r in familie["regels"]]
    assert sorted(codes) == sorted(r.code for r in REGELS)


def test_every_code_of_a_finding_is_explained(tmp_path: Path) -> None:
    found = {
        code
        for path in HERE.rglob("bevindingen.txt")
        for code in re.findall(
            r": (?:ongeldig|tegenstrijdig|ontbreekt|let op|ter informatie) (\S+): ",
            path.read_text(encoding="utf-8"),
        )
    }
    assert len(found) > 50
    result = run(tmp_path, "regels", *sorted(found), "BRIEF-OPEN", "PDF-TEKEN")
    assert (result.code, result.fout) == (0, "")
    for code in found:
        assert re.search(rf"^{re.escape(code)}$", result.uit, re.MULTILINE), code


def test_a_rule_in_full(tmp_path: Path) -> None:
    text = " ".join(run(tmp_path, "regels", "mandaat-geweld").uit.split())
    for part in ("ernst tegenstrijdig", "maatstaf dossier", "leest geweldsinstructie.geweld_toe"):
        assert part in text
    # Two points contradict each other: both owners act.
    assert "aan zet Def/DJZ en Def/DOPS; BZ/DJZ" in text


def test_every_point_and_field_stands_in_the_framework(tmp_path: Path) -> None:
    data = json.loads(run(tmp_path, "kader", *PUNTEN, "--formaat", "json").uit)
    assert [p["sleutel"] for p in data["punten"]] == list(PUNTEN)
    for sheet in data["punten"]:
        common = {
            "opsteller",
            "nvt",
            "open",
            "cijfers",
            "migratie",
            "in_tekst",
            "peildatum",
            "houdbaar_tot",
        }
        own = {pad for pad, _ in alle_velden(PUNTEN[sheet["sleutel"]])}
        shown = {v["veld"] for v in sheet["velden"]}
        assert shown <= own
        assert {pad.split(".")[0] for pad in own - shown} <= common | {
            "medebetrokken",
            "rubricering",
            "vertrouwelijk_stuk",
        }


def test_a_field_in_full(tmp_path: Path) -> None:
    data = json.loads(run(tmp_path, "kader", "eenheden", "--formaat", "json").uit)
    velden = {v["veld"]: v for v in data["punten"][0]["velden"]}
    assert "Patriot-batterij" in velden["eenheden.soort"]["keuzes"]
    assert velden["eenheden.soort"]["vereist"] == "in elke regel"
    assert velden["eenheden"]["vereist"].endswith("'onbekend' is niet genoeg")
    assert velden["andere_toewijzingen.periode.van"]["bestemming"] == "nota"
    assert velden["patriot.bemand"]["vertrouwelijk"] is True


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["regels", "T22"], "De code 'T22' bestaat niet. Bedoelde u T2?"),
        (["regels", "LEES-ONZIN"], "De code 'LEES-ONZIN' bestaat niet."),
        (["kader", "mandat"], "Het punt 'mandat' bestaat niet. Bedoelde u mandaat?"),
    ],
)
def test_what_does_not_exist(argumenten: list[str], zin: str, tmp_path: Path) -> None:
    result = run(tmp_path, *argumenten)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert result.uit == ""
    assert zin in result.fout
