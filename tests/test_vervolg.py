"""A follow-up: what stays valid is carried over byte for byte; what must be looked at is asked."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from toetsingskader.errors import ExitCode
from toetsingskader.kader import PUNTEN
from toetsingskader.record import BESTANDEN
from toetsingskader.source import parse_markdown, parse_yaml
from voorbeelden.draaien import Gedraaid, prepare, run, snapshot
from voorbeelden.samenstellen import FOUT, GOED, HERE, OWN, approve, replace_lines

OUD, NIEUW = Path("assessments/dossier"), Path("assessments/vervolg")


def _start(here: Path, *options: str, slug: str = "dossier") -> Gedraaid:
    return run(here, "nieuw", "--op-basis-van", slug, "--map", "vervolg", *options)


def _findings(here: Path) -> list[dict[str, Any]]:
    return list(json.loads(run(here, "toets", "vervolg", "--formaat", "json").uit)["bevindingen"])


def _dossier(here: Path, folder: Path = NIEUW) -> dict[str, Any]:
    source = parse_yaml((here / folder / "dossier.yaml").read_bytes())
    assert source.faults == ()
    assert isinstance(source.data, dict)
    return source.data


def _lines(path: Path) -> list[bytes]:
    return path.read_bytes().split(b"\n")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a complete record of which the letter was sent, approved."""
    record = prepare(GOED / "volledig", tmp_path)
    sent = ["    verzonden_op: 15 mei 2026", "    kamerstuk_tk: 99 999, nr. 2"]
    sent += ["    kamerstuk_ek: 99 999, B"]
    kenmerk = "    kenmerk: BZ-FICTIEF-2026-1"
    replace_lines(record / "dossier.yaml", [kenmerk], [kenmerk, *sent])
    approve(record)
    return tmp_path


def test_the_letter_decision_and_planning_begin_anew(here: Path) -> None:
    result = _start(here, "--verzending", "1 maart 2028")
    assert (result.code, result.fout) == (0, "")
    was, dossier = _dossier(here, OUD), _dossier(here)
    assert not {"aanleiding", "besluit", "eerdere_aankondiging"} & set(dossier)
    assert dossier["titel"] == f"{was['titel']}: verlenging"
    assert dossier["brieven"] == [{"soort": "verlenging", "betreft": dossier["titel"]}]
    assert dossier["planning"] == [{"stap": "verzending", "datum": "1 maart 2028"}]
    for naam in ("missies", "artikel", "afzender", "ondertekenaars", "schema", "fictief"):
        assert dossier[naam] == was[naam]
    assert not (here / NIEUW / "parafen.yaml").exists()


def test_letters_that_were_sent_become_history(here: Path) -> None:
    _start(here)
    was, now = _dossier(here, OUD), _dossier(here)
    assert now["voorgeschiedenis"][:2] == was["voorgeschiedenis"]
    assert now["voorgeschiedenis"][2:] == [
        {
            "soort": "artikel_100_brief",
            "kamer": kamer,
            "kamerstuk": stuk,
            "datum": "15 mei 2026",
            "onderwerp": was["brieven"][0]["betreft"],
        }
        for kamer, stuk in (("tweede", "99 999, nr. 2"), ("eerste", "99 999, B"))
    ]


def test_a_letter_that_was_not_sent_is_no_history(tmp_path: Path) -> None:
    prepare(GOED / "volledig", tmp_path)
    result = _start(tmp_path)
    assert "is volgens het dossier niet verzonden" in result.uit
    assert _dossier(tmp_path)["voorgeschiedenis"] == _dossier(tmp_path, OUD)["voorgeschiedenis"]


@pytest.mark.parametrize("sleutel", PUNTEN)
def test_points_are_carried_over_with_one_question_each(sleutel: str, here: Path) -> None:
    _start(here, "--nakijken-voor", "1 februari 2028")
    before, after = (_lines(here / folder / BESTANDEN[sleutel]) for folder in (OUD, NIEUW))
    added = [line for line in after if line not in before]
    if before == after:
        assert sleutel == "alternatieven"  # a verlengingsbrief does not ask it
        return
    kept = [line for line in after if line in before]
    assert kept == before
    assert len(added) in (3, 4)
    data: Any = parse_markdown(b"\n".join(after)).data
    vraag = data["open"][-1]
    assert vraag["vraag"].startswith("Klopt dit nog? Dit punt is overgenomen uit 'dossier'")
    assert vraag["uiterlijk"] == "1 februari 2028"
    assert vraag["wie"]


def test_it_reads_without_a_fault_and_asks_what_must_be_looked_at(here: Path) -> None:
    result = _start(here)
    assert "Bij 19 overgenomen punten staat een open vraag" in result.uit
    found = _findings(here)
    assert not [b for b in found if b["ernst"] in ("ongeldig", "tegenstrijdig")]
    asked = {b["code"] for b in found if b["tekst"].startswith("Open vraag")}
    assert len(asked) == 19
    assert run(here, "toets", "vervolg").code == 0
    assert run(here, "maak", "vervolg").code == 0
    assert run(here, "maak", "vervolg", "--definitief").code == ExitCode.BEVINDINGEN


def test_a_progress_report_asks_only_what_it_tells(here: Path) -> None:
    result = _start(here, "--brief", "voortgangsrapportage")
    assert "Bij 4 overgenomen punten" in result.uit
    asked = [b for b in _findings(here) if b["tekst"].startswith("Open vraag")]
    assert len(asked) == 4
    mandaat = BESTANDEN["mandaat"]
    assert (here / NIEUW / mandaat).read_bytes() == (here / OUD / mandaat).read_bytes()


def test_the_earlier_decision_is_not_told_again(here: Path) -> None:
    _start(here)
    for naam in ("kern.md", "afweging.md"):
        text = (here / OUD / naam).read_text(encoding="utf-8").splitlines()[0]
        source = parse_markdown((here / NIEUW / naam).read_bytes())
        assert (source.body, source.faults) == ("", ())
        assert f"##   {text}" in (here / NIEUW / naam).read_text(encoding="utf-8")
    assert {"KERN-TEKST", "AFWEGING-TEKST"} <= {b["code"] for b in _findings(here)}


def test_remarks_and_attachments_stay(here: Path) -> None:
    dossier = here / OUD / "dossier.yaml"
    replace_lines(dossier, ["missies:"], ["# Afgestemd met de ambassade.", "missies:"])
    (here / OUD / "bijlagen").mkdir()
    (here / OUD / "bijlagen/kaart.txt").write_text("kaart", encoding="utf-8")
    bronnen = (here / OUD / "bronnen.yaml").read_bytes()
    before = snapshot(here)
    _start(here)
    assert (
        "# Afgestemd met de ambassade.\nmissies:\n" in (here / NIEUW / "dossier.yaml").read_text()
    )
    assert (here / NIEUW / "bijlagen/kaart.txt").read_text(encoding="utf-8") == "kaart"
    assert (here / NIEUW / "bronnen.yaml").read_bytes() == bronnen
    after = snapshot(here)
    assert {k: after[k] for k in before} == before


def test_of_the_options_the_chosen_one_goes_on(tmp_path: Path) -> None:
    record = prepare(GOED / "opties", tmp_path)
    chosen = next(
        o["sleutel"] for o in _dossier(tmp_path, OUD)["opties"] if o["status"] == "gekozen"
    )
    assert f"alleen de gekozen ('{chosen}') overgenomen" in _start(tmp_path).uit
    assert not (tmp_path / NIEUW / "opties").exists()
    assert "opties" not in _dossier(tmp_path)
    for path in (record / "opties" / chosen).rglob("*.md"):
        naam = path.relative_to(record / "opties" / chosen)
        source, was = (parse_markdown(p.read_bytes()) for p in (tmp_path / NIEUW / naam, path))
        assert source.body == was.body


@pytest.mark.parametrize("bron", ["voorgeschiedenis: []", ""], ids=["empty", "absent"])
def test_history_may_begin_here(bron: str, here: Path) -> None:
    dossier = here / OUD / "dossier.yaml"
    text = dossier.read_text(encoding="utf-8")
    start, end = text.index("voorgeschiedenis:"), text.index("brieven:")
    dossier.write_text(text[:start] + f"{bron}\n" + text[end:], encoding="utf-8")
    assert _start(here).code == 0
    assert [v["kamerstuk"] for v in _dossier(here)["voorgeschiedenis"]] == [
        "99 999, nr. 1",
        "99 999, nr. 2",
        "99 999, B",
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_ends_stay(ends: str, here: Path) -> None:
    for naam in ("dossier.yaml", "mogen/mandaat.md"):
        path = here / OUD / naam
        path.write_bytes(path.read_bytes().replace(b"\n", ends.encode()))
    assert _start(here).code == 0
    made = (here / NIEUW / "mogen/mandaat.md").read_bytes()
    assert made.replace(ends.encode(), b"").count(b"\n") == 0
    assert not [b for b in _findings(here) if b["ernst"] == "ongeldig"]


@pytest.mark.parametrize(
    "slug", ["eufor-althea-2025", "oekraine-veiligheidsgaranties", "rode-zee-2024"]
)
def test_our_own_records_can_go_on_twice(slug: str, tmp_path: Path) -> None:
    shutil.copytree(OWN / "assessments" / slug, tmp_path / "assessments" / slug)
    assert _start(tmp_path, slug=slug).code == 0
    assert not [b for b in _findings(tmp_path) if b["ernst"] == "ongeldig"]
    result = run(tmp_path, "nieuw", "--op-basis-van", "vervolg", "--map", "tweede")
    assert (result.code, result.fout) == (0, "")
    text = (tmp_path / "assessments/tweede/dossier.yaml").read_text(encoding="utf-8")
    assert text.count("## Besluit.") == 1
    assert _dossier(tmp_path, Path("assessments/tweede"))["titel"].count("verlenging") == 1


def test_a_fresh_record_can_go_on(tmp_path: Path) -> None:
    run(tmp_path, "nieuw", "--naam", "Dossier")
    assert _start(tmp_path).code == 0
    assert {b["ernst"] for b in _findings(tmp_path)} == {"ontbreekt"}


def test_what_is_wrong_is_not_carried_over(tmp_path: Path) -> None:
    prepare(FOUT / "veld-datum", tmp_path)
    before = snapshot(tmp_path)
    result = _start(tmp_path)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "keer iets ongeldig, en dat zou meegaan" in result.fout
    assert snapshot(tmp_path) == before


def test_an_older_schema_is_brought_up_to_date_first(tmp_path: Path) -> None:
    shutil.copytree(HERE / "schema-1" / "volledig", tmp_path / OUD)
    result = _start(tmp_path)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "toetsingskader migreer dossier --schrijf" in result.fout


def test_a_dossier_between_brackets_is_refused(here: Path) -> None:
    (here / OUD / "dossier.yaml").write_text(
        "{schema: 2, kader: toetsingskader-2014,\n titel: Proef, besluit: {uitkomst: positief}}\n",
        encoding="utf-8",
    )
    result = _start(here)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "kan niet veilig worden overgenomen" in result.fout
    assert not (here / NIEUW).exists()


@pytest.mark.parametrize(
    ("options", "zin", "code"),
    [
        (["--missie", "A"], "'--missie' gaat niet samen met '--op-basis-van'", 2),
        (["--ministerie", "BZ"], "'--ministerie' gaat niet samen", 2),
        (["--nakijken-voor", "ooit"], "'ooit' is geen datum", 2),
    ],
)
def test_wrong_usage(options: list[str], zin: str, code: int, here: Path) -> None:
    result = _start(here, *options)
    assert (result.code, zin in result.fout) == (code, True)
    assert not (here / NIEUW).exists()


def test_an_earlier_one_that_is_not_there(here: Path) -> None:
    result = _start(here, slug="mali")
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "Wel gevonden: dossier." in result.fout
