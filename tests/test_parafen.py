"""Approvals: registered for the version that was read, void when the point says something else."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from git_hulp import commit, git, name_version
from toetsingskader.commands.toets import assess
from toetsingskader.errors import ExitCode
from toetsingskader.kader import PROZA, PUNTEN, parafen_of
from toetsingskader.kader.parafen import Paraaf
from toetsingskader.source import Data, Pad
from toetsingskader.toetsing.paraafstand import Paraafstaat, Paraafstand
from voorbeelden.draaien import Gedraaid, prepare, run, snapshot
from voorbeelden.samenstellen import FOUT, GOED, approve
from voorbeelden.wijzigen import example, put, toets

OLD = Path(__file__).parent / "vingerafdruk" / "parafen-1"
"""A stored record with its approvals, by the first algorithm. Never change it."""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A repository with one record, of which one version has a name."""
    prepare(GOED / "volledig", tmp_path)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    name_version(tmp_path, 1, "naar MR")
    return tmp_path


def _record(here: Path) -> Path:
    return here / "assessments/dossier"


def _paraaf(here: Path, punt: str = "mandaat", *more: str, **options: str) -> Gedraaid:
    given = {
        "namens": "BZ/DJZ",
        "soort": "paraaf",
        "uitkomst": "akkoord",
        "versie": "1",
        "op": "2 mei 2026",
        **options,
    }
    words = [w for name, value in given.items() for w in (f"--{name}", value)]
    return run(here, "paraaf", punt, *words, *more)


def _edit(here: Path, bestand: str, old: str, new: str) -> None:
    path = _record(here) / bestand
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _stands(here: Path, punt: str = "mandaat") -> list[dict[str, Any]]:
    data = json.loads(run(here, "toets", "--formaat", "json").uit)
    return [p for p in data["parafen"]["lijst"] if p["punt"] == punt]


def _states(here: Path, punt: str = "mandaat") -> list[tuple[str, str, str]]:
    return [(p["soort"], p["namens"], p["staat"]) for p in _stands(here, punt)]


def test_an_approval_is_registered_for_the_version_that_was_read(here: Path) -> None:
    result = _paraaf(here, versie="naar MR", kenmerk="DMS-1", rol="hoofd")
    assert (result.code, result.fout) == (0, "")
    assert "de paraaf zelf staat in het DMS, met kenmerk DMS-1." in result.uit
    assert _states(here) == [("paraaf", "BZ/DJZ", "geldig"), ("medeparaaf", "", "ontbreekt")]
    first = _stands(here)[0]
    assert (first["versie"], first["op"]) == ("v1-naar-mr", "2 mei 2026")
    assert (first["kenmerk"], first["rol"]) == ("DMS-1", "hoofd")
    assert run(here, "toets", "--streng").code == 0


def test_rows_are_added_and_nothing_else_changes(here: Path) -> None:
    before = snapshot(_record(here))
    assert _paraaf(here, "kern", namens="BZ/DVB").code == 0
    file = _record(here) / "parafen.yaml"
    once = file.read_bytes()
    text = "Zie 'de nota': #2, {a}\nen -- \"verder\""
    assert _paraaf(here, uitkomst="akkoord_met_opmerking", reden=text).code == 0
    assert file.read_bytes().startswith(once)
    assert {k: v for k, v in snapshot(_record(here)).items() if k != "parafen.yaml"} == before
    assert _stands(here)[0]["reden"] == " ".join(text.split())
    shown = run(here, "toets").uit
    assert "geldig, met" in shown
    data = json.loads(_json(here))["parafen"]
    assert data["geldig"] == 2
    assert f"2 van {data['vereist']} vereiste parafen geldig" in shown


@pytest.mark.parametrize(
    "text",
    ["1", "v1", "versie 1", "naar MR", "Naar mr", "v1-naar-mr", "dossier/v1-naar-mr", "1, naar MR"],
)
def test_a_version_is_found_by_what_people_call_it(text: str, here: Path) -> None:
    assert _paraaf(here, versie=text).code == 0
    assert _stands(here)[0]["versie"] == "v1-naar-mr"


@pytest.mark.parametrize(
    "text", ["", "2", "naar", "HEAD", "none", "-2", "--all", "v9-elders", "0" * 40]
)
def test_what_is_no_version_is_refused(text: str, here: Path) -> None:
    git(here, "tag", "ander/v9-elders")
    result = _paraaf(here, versie=text)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert "is niet bekend" in result.fout


def test_a_commit_is_a_version_too(here: Path) -> None:
    head = git(here, "rev-parse", "HEAD")
    assert _paraaf(here, versie=head[:12]).code == 0
    assert _stands(here)[0]["versie"] == head
    assert f"commit {head[:12]}" in run(here, "toets", "--formaat", "markdown").uit


def test_today_is_the_day_when_none_is_given(here: Path) -> None:
    words = ("--soort", "paraaf", "--uitkomst", "akkoord", "--versie", "1")
    assert run(here, "paraaf", "kern", "--namens", "BZ/DVB", *words).code == 0
    assert re.search(r"op: '\d+ \w+ 20\d\d'", (_record(here) / "parafen.yaml").read_text("utf-8"))


def test_the_version_counts_and_not_the_folder(here: Path) -> None:
    _edit(here, "mogen/mandaat.md", "status: verkregen", "status: gevraagd")
    with (_record(here) / "mogen/mandaat.md").open("a", encoding="utf-8") as file:
        file.write("\nEen zin erbij.\n")
    result = _paraaf(here)
    since = r"is sinds versie 1, naar MR \([^)]+\) gewijzigd \(de tekst, het veld "
    assert re.search(since, result.uit)
    assert "dekt de tekst van nu dus niet" in result.uit
    assert _states(here)[0] == ("paraaf", "BZ/DJZ", "vervallen")
    changed = _stands(here)[0]["gewijzigd"]
    assert changed[0] == "de tekst"
    assert len(changed) == 2
    assert f"sindsdien gewijzigd: {', '.join(changed)}" in run(
        here, "toets", "--formaat", "markdown"
    ).uit.replace("\\", "")


def test_a_change_voids_only_what_covered_it(here: Path) -> None:
    approve(_record(here))
    before = [p for p in json.loads(_json(here))["parafen"]["lijst"] if p["staat"] != "geldig"]
    assert before == []
    _edit(here, "mogen/mandaat.md", "status: verkregen", "status: gevraagd")
    data = json.loads(_json(here))["parafen"]
    void = {p["punt"] for p in data["lijst"] if p["staat"] == "vervallen"}
    assert void == {"mandaat"}
    assert data["geldig"] == data["vereist"] - 2


def _json(here: Path) -> str:
    return run(here, "toets", "--formaat", "json").uit


def test_a_source_that_is_cited_is_named(here: Path) -> None:
    cited = re.search(r"@([a-z0-9-]+)", (_record(here) / "kern.md").read_text("utf-8"))
    if cited is None:
        with (_record(here) / "kern.md").open("a", encoding="utf-8") as file:
            file.write("\nEen zin [@verdrag-bouvet].\n")
    bronnen = (_record(here) / "bronnen.yaml").read_text("utf-8")
    key = cited[1] if cited else re.findall(r"id: (\S+)", bronnen)[0]
    if cited is None:
        _edit(here, "kern.md", "@verdrag-bouvet", f"@{key}")
    commit(here)
    name_version(here, 2, "naar onderraad")
    assert _paraaf(here, "kern", namens="BZ/DVB", versie="2").code == 0
    at = bronnen.index(f"id: {key}")
    title = re.search(r"title: .*", bronnen[at:])
    assert title
    _edit(here, "bronnen.yaml", title[0], f"{title[0].rstrip()} herzien")
    assert _stands(here, "kern")[0]["gewijzigd"] == [f"de bron '{key}'"]


@pytest.mark.parametrize("gone", ["tag", "git"])
def test_a_version_that_git_does_not_know_is_said(gone: str, here: Path) -> None:
    assert _paraaf(here).code == 0
    _edit(here, "mogen/mandaat.md", "status: verkregen", "status: gevraagd")
    if gone == "tag":
        git(here, "tag", "--delete", "dossier/v1-naar-mr")
    else:
        shutil.rmtree(here / ".git")
    assert _stands(here)[0]["gewijzigd"] == ["niet na te gaan welke wijziging"]


def test_who_refuses_stands_on_the_first_screen_and_blocks(here: Path) -> None:
    approve(_record(here))
    result = _paraaf(
        here, uitkomst="niet_akkoord", soort="medeparaaf", namens="FEZ BZ", reden="te duur"
    )
    assert "Zolang FEZ BZ niet akkoord is" in result.uit
    said = "FEZ BZ is niet akkoord met 'Rechtsgrondslag en mandaat': te duur"
    for formaat in ("tekst", "markdown"):
        text = " ".join(run(here, "toets", "--formaat", formaat).uit.split())
        assert said in text[: text.index("Wie is aan zet")]
    page = run(here, "toets", "--formaat", "html").uit.replace("&#39;", "'")
    assert said in page[: page.index('id="belet"')]
    assert run(here, "toets").code == 0
    refused = run(here, "maak", "--definitief")
    assert refused.code == ExitCode.BEVINDINGEN
    assert "PARAAF-NIET-AKKOORD" in refused.fout
    assert "PARAAF-ONTBREEKT" not in refused.fout
    # What changes in the text takes no refusal back; only who refused does.
    _edit(here, "mogen/mandaat.md", "status: verkregen", "status: gevraagd")
    assert ("medeparaaf", "FEZ BZ", "niet akkoord") in _states(here)
    commit(here)
    name_version(here, 2, "herzien")
    assert _paraaf(here, soort="medeparaaf", namens="FEZ BZ", versie="2").code == 0
    assert ("medeparaaf", "FEZ BZ", "geldig") in _states(here)


def test_a_final_letter_wants_every_approval(here: Path) -> None:
    refused = run(here, "maak", "--definitief")
    assert refused.code == ExitCode.BEVINDINGEN
    assert set(re.findall(r"\b([A-Z]+-[A-Z-]+):", refused.fout)) == {"PARAAF-ONTBREEKT"}
    asked = assess(_record(here)).toetsing.gevraagd
    assert refused.fout.count("PARAAF-ONTBREEKT") == len(asked) + len(PROZA)
    approve(_record(here))
    assert run(here, "maak", "--definitief").code == 0
    (folder,) = (here / "uitvoer/dossier").glob("2026-*")
    filed = folder / "dossier/parafen.yaml"
    assert filed.read_bytes() == (_record(here) / "parafen.yaml").read_bytes()
    assert "dossier/parafen.yaml" in (folder / "SHA256SUMS").read_text("ascii")


def test_a_final_letter_says_which_change_voided_an_approval(here: Path) -> None:
    approve(_record(here))
    name_version(here, 7, "v1")
    git(here, "tag", "dossier/v1")
    kern = _record(here) / "kern.md"
    kern.write_text(kern.read_text("utf-8") + "\nEen zin erbij.\n", encoding="utf-8")
    refused = run(here, "maak", "--definitief")
    assert refused.fout.count("PARAAF-VERVALLEN") == 2
    assert "de paraaf van BZ/DVB op versie 1 is vervallen; sindsdien gewijzigd: de tekst" in (
        refused.fout
    )
    assert "PARAAF-ONTBREEKT" not in refused.fout


def test_what_does_not_fill_what_is_needed_is_said(here: Path) -> None:
    result = _paraaf(here, "financien", namens="BZ/DVB")
    assert "een paraaf van BZ/DVB is bij 'Financiën' niet vereist" in result.uit
    assert "niet vereist. Hieronder" not in _paraaf(here).uit


def test_a_refusal_of_an_older_text_says_so(here: Path) -> None:
    _edit(here, "mogen/mandaat.md", "status: verkregen", "status: gevraagd")
    result = _paraaf(here, uitkomst="niet akkoord", reden="Het advies ontbreekt.")
    assert result.code == 0
    assert "Deze weigering gaat over de tekst van toen." in result.uit


def test_a_draft_does_not_miss_what_only_a_final_letter_wants(here: Path) -> None:
    shown = run(here, "toets", "--streng")
    assert shown.code == 0
    assert "Nog geen parafen geregistreerd" in shown.uit
    assert "PARAAF" not in shown.uit
    assert run(here, "maak").code == 0


@pytest.mark.parametrize(
    ("options", "zin"),
    [
        ({"punt": "mandat"}, "Het punt 'mandat' bestaat niet. Bedoelde u mandaat?"),
        (
            {"versie": "9"},
            "'9' van 'dossier' is niet bekend. Deze versies zijn er: 1, naar MR (",
        ),
        ({"uitkomst": "niet_akkoord"}, "Bij 'niet akkoord' hoort een reden."),
        ({"uitkomst": "akkoord_met_opmerking", "reden": " "}, "hoort een reden."),
        ({"namens": "bz-djz"}, "Bedoelde u 'BZ/DJZ'?"),
        ({"namens": "Jan Jansen"}, "is geen directie"),
        ({"namens": " "}, "is geen directie"),
        ({"soort": "medeparaaf"}, "BZ/DJZ heeft 'Rechtsgrondslag en mandaat' zelf opgesteld"),
        ({"op": "mei 2026"}, "Noem een dag"),
        ({"op": "1 mei 2099"}, "moet nog komen"),
        ({"uitkomst": "goed"}, "Kies uit: akkoord, akkoord_met_opmerking, niet_akkoord."),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, dict) else "",
)
def test_what_will_not_do_is_refused(options: dict[str, str], zin: str, here: Path) -> None:
    before = snapshot(here)
    result = _paraaf(here, **options)
    assert (result.code, result.uit) == (ExitCode.VERKEERD_GEBRUIK, "")
    assert zin in result.fout
    assert snapshot(here) == before


def test_an_option_that_is_needed_is_named(here: Path) -> None:
    result = run(here, "paraaf", "mandaat", "--namens", "BZ/DJZ")
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert "De optie '--soort' is nodig." in result.fout


def test_a_point_that_was_not_there_yet_cannot_be_approved(here: Path) -> None:
    path = _record(here) / "mogen/mandaat.md"
    text = path.read_bytes()
    path.unlink()
    number = commit(here)
    path.write_bytes(text)
    result = _paraaf(here, versie=number)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert "was 'Rechtsgrondslag en mandaat' er nog niet" in result.fout
    path.write_bytes(text.replace(b"status: verkregen", b"status: wie weet"))
    assert b"wie weet" in path.read_bytes()
    result = _paraaf(here, versie=commit(here))
    assert "niet helemaal te lezen" in result.fout
    assert not (_record(here) / "parafen.yaml").exists()


def test_a_record_that_was_not_there_yet_cannot_be_approved(here: Path) -> None:
    prepare(GOED / "volledig", here / "elders")
    shutil.move(here / "elders/assessments/dossier", here / "assessments/tweede")
    assert "Er zijn meer beoordelingen" in _paraaf(here).fout
    head = git(here, "rev-parse", "HEAD")
    result = _paraaf(here, "kern", "--beoordeling", "tweede", namens="BZ/DVB", versie=head)
    assert "was dit dossier er nog niet" in result.fout


def test_a_file_that_cannot_be_read_is_left_alone(here: Path) -> None:
    file = _record(here) / "parafen.yaml"
    file.write_text("parafen:\n  - punt: 'mandaat\n", encoding="utf-8")
    result = _paraaf(here)
    assert result.code == ExitCode.INVOER_ONTOEGANKELIJK
    assert "kan niet veilig worden aangevuld" in result.fout
    assert file.read_text("utf-8") == "parafen:\n  - punt: 'mandaat\n"


def test_the_newest_of_an_office_counts(tmp_path: Path) -> None:
    parafen = _of(FOUT / "paraaf-niet-akkoord", tmp_path)
    kern = [p for p in parafen if p.punt == "kern" and p.namens == "FEZ BZ"]
    assert [p.staat for p in kern] == [Paraafstaat.NIET_AKKOORD]
    assert [p.namens for p in parafen if p.staat is Paraafstaat.NIET_AKKOORD] == [
        "FEZ BZ",
        "Def/DJZ",
    ]


def test_a_medeparaaf_of_the_opsteller_does_not_count(tmp_path: Path) -> None:
    parafen = _of(FOUT / "paraaf-medeparaaf", tmp_path)
    missing = [p.punt for p in parafen if p.soort == "medeparaaf" and p.nodig and not p.namens]
    assert {"mandaat", "eenheden"} <= set(missing)
    assert "kern" not in missing


def _of(example: Path, here: Path) -> tuple[Paraafstand, ...]:
    return assess(prepare(example, here)).toetsing.parafen


def test_the_option_that_was_chosen_is_what_is_approved(tmp_path: Path) -> None:
    record = approve(prepare(GOED / "opties", tmp_path))
    aside = record / "opties/groot/kunnen/eenheden.md"
    aside.write_text(aside.read_text("utf-8") + "\nErbij.\n", encoding="utf-8")
    assert {s for _, _, s in _states(tmp_path, "eenheden")} == {"geldig"}
    dossier = record / "dossier.yaml"
    text = dossier.read_text("utf-8").replace("status: gekozen", "status: onderzocht")
    dossier.write_text(text.replace("status: afgevallen", "status: gekozen"), encoding="utf-8")
    assert {s for _, _, s in _states(tmp_path, "eenheden")} == {"vervallen"}
    assert {s for _, _, s in _states(tmp_path, "risicos")} == {"geldig"}


@pytest.mark.parametrize("pad", [*Paraaf.model_fields, ""])
def test_nothing_typed_here_breaks_the_program(pad: str) -> None:
    record = example(GOED / "parafen")
    shapes: list[Data] = [None, "", "{zin}", "onbekend", "vertrouwelijk", ["x"], {"waarde": "x"}]
    shapes += [{"x": "y"}, [["x"]], "9" * 400, "1:" + "g" * 64, "0:" + "0" * 64]
    for shape in shapes:
        place: Pad = ("parafen", 0, pad) if pad else ("parafen",)
        _, found = toets(put(record, [(("parafen", place), shape)]))
        assert all(b.tekst and b.wie and b.plaats.regel for b in found.bevindingen)


def test_every_point_says_which_approvals_it_needs(tmp_path: Path) -> None:
    data = json.loads(run(tmp_path, "kader", "--formaat", "json").uit)
    for sheet in data["punten"]:
        needed = parafen_of(sheet["sleutel"])
        assert sheet["parafen"] == [str(eis) for eis in needed]
        assert {eis.soort for eis in needed} == {"paraaf", "medeparaaf"}
        # Each is an office that somebody can register, and not a sentence about two.
        assert not [e for e in needed if re.search(r" en |,|\(met", e.namens)]


def test_an_upgrade_voids_nothing(tmp_path: Path) -> None:
    shutil.copytree(OLD, tmp_path / "dossier")
    result = assess(tmp_path / "dossier").toetsing
    registered = [p for p in result.parafen if p.staat is not Paraafstaat.ONTBREEKT]
    assert len({p.punt for p in registered}) == len([*PUNTEN, *PROZA])
    assert {p.staat for p in registered} == {Paraafstaat.GELDIG}


def test_a_refusal_stands_whatever_its_day_until_it_is_taken_back(here: Path) -> None:
    assert _paraaf(here, op="3 mei 2026").code == 0
    assert _paraaf(here, uitkomst="niet_akkoord", reden="Nee.", op="2 mei 2026").code == 0
    assert [x for x in _states(here) if x[1] == "BZ/DJZ"] == [("paraaf", "BZ/DJZ", "niet akkoord")]
    assert _paraaf(here, op="1 mei 2026").code == 0
    assert [x for x in _states(here) if x[1] == "BZ/DJZ"] == [("paraaf", "BZ/DJZ", "niet akkoord")]
    assert _paraaf(here, op="2 mei 2026").code == 0
    assert [x for x in _states(here) if x[1] == "BZ/DJZ"] == [("paraaf", "BZ/DJZ", "geldig")]


@pytest.mark.parametrize("namens", ["Directie Onzin", "DJZ", "Jan de Vries (BZ/DJZ)", "Jan"])
def test_only_an_office_that_is_known_approves(namens: str, here: Path) -> None:
    result = _paraaf(here, namens=namens)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert "directie" in result.fout


def test_a_role_is_no_name(here: Path) -> None:
    assert "geen directie of functie" in _paraaf(here, rol="Jan de Vries").fout


def test_a_final_letter_is_of_what_git_has(here: Path) -> None:
    approve(_record(here))
    _edit(here, "willen/invloed.md", "---\n", "---\n# let op\n")
    refused = run(here, "maak", "--definitief")
    assert refused.code == ExitCode.VERKEERD_GEBRUIK
    assert "nog niet zijn vastgelegd" in refused.fout
