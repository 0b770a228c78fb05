"""`bron`: a parliamentary paper added from its number, and nothing else in the file touched."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toetsingskader.errors import ExitCode
from toetsingskader.source import parse_yaml
from toetsingskader.waarden.kamerstuk import parse_kamerstuk
from voorbeelden.draaien import Gedraaid, prepare, run, snapshot
from voorbeelden.samenstellen import GOED

_GIVEN = ("--datum", "6 januari 2026", "--titel", "Coalition of the 'Willing': # stand van zaken")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    prepare(GOED / "volledig", tmp_path)
    return tmp_path


def _bronnen(here: Path) -> Path:
    return here / "assessments/dossier/bronnen.yaml"


@pytest.mark.parametrize(
    ("getypt", "sleutel", "kamerstuk", "kamer"),
    [
        ("kst-36045-264", "kst-36045-264", "36 045, nr. 264", "tweede"),
        ("36 045, nr. 264", "kst-36045-264", "36 045, nr. 264", "tweede"),
        ("29 521, BE", "kst-29521-BE", "29 521, BE", "eerste"),
        ("kst-29521-D", "kst-29521-D", "29 521, D", "eerste"),
        ("kst-34775-X-88", "kst-34775-X-88", "34 775 X, nr. 88", "tweede"),
        ("34 775 X, nr. 88", "kst-34775-X-88", "34 775 X, nr. 88", "tweede"),
        ("kst-21501-20-2189", "kst-21501-20-2189", "21 501-20, nr. 2189", "tweede"),
    ],
)
def test_a_paper_is_added(
    getypt: str, sleutel: str, kamerstuk: str, kamer: str, here: Path
) -> None:
    before = _bronnen(here).read_bytes()
    result = run(here, "bron", getypt, *_GIVEN)
    assert (result.code, result.fout) == (0, "")
    after = _bronnen(here).read_bytes()
    assert after.startswith(before)
    added = after[len(before) :].decode("utf-8")
    assert added.strip("\n") in result.uit
    data = parse_yaml(after).data
    assert isinstance(data, dict)
    assert isinstance(data["references"], list)
    assert data["references"][-1] == {
        "id": sleutel,
        "type": "legislation",
        "title": _GIVEN[3],
        "issued": "2026-01-06",
        "number": kamerstuk,
        "URL": f"https://zoek.officielebekendmakingen.nl/{sleutel}.html",
        "custom": {"kamerstuk": kamerstuk, "kamer": kamer, "rang": "officieel"},
    }
    findings = run(here, "toets").uit
    assert "ongeldig" not in findings.split("Bevindingen\n")[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "references:\n{}", id="empty file"),
        pytest.param("references:\n", "references:\n{}", id="no sources yet"),
        pytest.param(
            "# van Zotero\n---\nreferences:\n- id: a\n  title: b  # c\n# slot\n",
            "# van Zotero\n---\nreferences:\n- id: a\n  title: b  # c\n\n{}# slot\n",
            id="no indent, comments",
        ),
        pytest.param(
            "- id: a\n  title: >-\n    lang\n\n    verhaal", None, id="bare list, no last line end"
        ),
        pytest.param(
            "references:\n  - id: a\n    title: b\nnocite: x\n",
            "references:\n  - id: a\n    title: b\n\n{}nocite: x\n",
            id="something after the list",
        ),
        pytest.param("references:\r\n  - id: a\r\n    title: b\r\n", None, id="other line ends"),
    ],
)
def test_the_rest_of_the_file_stays(text: str, expected: str | None, here: Path) -> None:
    _bronnen(here).write_bytes(text.encode())
    result = run(here, "bron", "kst-36045-264", *_GIVEN)
    assert (result.code, result.fout) == (0, "")
    after = _bronnen(here).read_bytes().decode()
    if expected is None:
        assert after.startswith(text)
    else:
        before, _, rest = expected.partition("{}")
        assert after.startswith(before)
        assert after.endswith(rest)
    assert ("\r\n" in text) == ("\r\n" in after)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("references: [{id: a, title: b}]\n", 3, id="one line"),
        pytest.param("references:\n\t- id: a\n", 3, id="tab"),
        pytest.param("references:\n  - id: kst-36045-264\n    title: b\n", 2, id="key"),
        pytest.param(
            "references:\n  - {id: a, title: b, custom: {kamerstuk: '36 045, nr. 264'}}\n",
            2,
            id="another key, same paper",
        ),
    ],
)
def test_what_cannot_be_added_changes_nothing(text: str, code: int, here: Path) -> None:
    _bronnen(here).write_text(text, encoding="utf-8")
    before = snapshot(here)
    result = run(here, "bron", "kst-36045-264", *_GIVEN)
    assert (result.code, result.uit) == (code, "")
    assert "bronnen.yaml" in result.fout
    assert snapshot(here) == before


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["onzin", *_GIVEN], "'onzin' is geen Kamerstuknummer."),
        (["kst-36045-264", "--datum", "2026"], "'--datum' en '--titel'"),
        (["kst-36045-264", "--datum", "31 februari", "--titel", "x"], "is geen dag"),
        (["kst-36045-264", "--datum", "januari 2026", "--titel", "x"], "is geen dag"),
        (["kst-36045-264", "--datum", "6 januari 2026", "--titel", " "], "De titel is leeg."),
        (["kst-36045-264"], "Noem datum en titel"),
        ([], "Noem bij deze opdracht een kamerstuk."),
    ],
)
def test_wrong_usage(argumenten: list[str], zin: str, here: Path) -> None:
    before = snapshot(here)
    result = run(here, "bron", *argumenten)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert zin in result.fout
    assert snapshot(here) == before


def test_which_record_is_asked_when_there_are_more(here: Path) -> None:
    prepare(GOED / "volledig", here / "elders")
    (here / "elders/assessments/dossier").rename(here / "assessments/tweede")
    result = run(here, "bron", "kst-36045-264", *_GIVEN)
    assert result.code == ExitCode.VERKEERD_GEBRUIK
    assert "Noem welke u bedoelt: dossier, tweede." in result.fout
    assert run(here, "bron", "kst-36045-264", "--beoordeling", "tweede", *_GIVEN).code == 0
    assert run(here, "bron", "kst-1", "--beoordeling", "derde").code != 0


class _Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def _typed(monkeypatch: pytest.MonkeyPatch, here: Path, text: str) -> Gedraaid:
    monkeypatch.setattr("sys.stdin", _Keyboard(text))
    return run(here, "bron", "kst-36045-264")


def test_date_and_title_are_asked_until_they_can_be_read(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _typed(monkeypatch, here, "gisteren\njanuari 2026\n6 januari 2026\n\nEen titel\n")
    assert result.code == 0
    for zin in ("'gisteren' is geen dag", "'januari 2026' is geen dag", "De titel is leeg."):
        assert zin in result.fout
    assert "Datum van het stuk" in result.uit
    assert "title: 'Een titel'" in _bronnen(here).read_text(encoding="utf-8")


def test_stopping_halfway_adds_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(here)
    result = _typed(monkeypatch, here, "6 januari 2026\n")
    assert result.code == 130
    assert snapshot(here) == before


@given(
    st.integers(10_000, 99_999),
    st.sampled_from(["", "-20", "-X", "-XVII"]),
    st.one_of(st.integers(1, 99_999).map(str), st.from_regex(r"[A-Z]{1,3}", fullmatch=True)),
)
def test_key_and_number_are_the_same_paper(dossier: int, suffix: str, nummer: str) -> None:
    stuk = parse_kamerstuk(f"kst-{dossier}{suffix}-{nummer}")
    assert stuk.sleutel == f"kst-{dossier}{suffix}-{nummer}"
    assert parse_kamerstuk(str(stuk)) == stuk
