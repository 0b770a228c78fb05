"""Facts in a letter: every public fact is said, in a sentence or a table, with its source."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from brieven import Brief
from teksten import docx_text
from toetsingskader.brief.gegevens import Gegevens
from toetsingskader.brief.onbekend import read_phrases
from toetsingskader.brief.soorten import SOORTEN, Deel, Inhoud, Kamer
from toetsingskader.brief.woorden import in_cell, in_sentence
from toetsingskader.commands.maak import make
from toetsingskader.commands.toets import assess
from toetsingskader.errors import ToolError
from toetsingskader.kader import PUNTEN, Beoordeling
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.feiten import FEIT
from toetsingskader.kader.kunnen.eenheden import Eenheden
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Cijfer, Punt, Rij
from toetsingskader.kader.veld import Bezoek, Briefsoort, alle_velden, visits
from toetsingskader.kader.weergave import ADMINISTRATIVE
from toetsingskader.sjablonen import BRIEFSJABLONEN
from toetsingskader.source import find_citations
from voorbeelden.samenstellen import GOED, build

ROOT = Path(__file__).parents[1]
LETTERHEAD = (
    "titel",
    "fictief",
    "artikel",
    "brieven",
    "kamerdossiers",
    "afzender",
    "ondertekenaars",
    "mede_namens",
)
"""Facts of the dossier that stand in the letterhead, or decide which words the letter has."""
ELSEWHERE = {
    "besluit.uitkomst": "decides the words of the opening",
    "besluit.reden_negatief": "in the letter about a negative decision",
    "besluit.wat_veranderde": "in the letter about a negative decision",
    "besluit.wat_resteert": "in the letter about a negative decision",
    "missies.sleutel": "a key",
    "missies.afkorting": "the author's text uses it",
    "voorgeschiedenis.kamer": "decides in which list the row stands",
    "voorgeschiedenis.status": "only of a motion or a promise",
}
FULL = SOORTEN[Briefsoort.ARTIKEL_100].delen


def _letter(folder: Path, here: Path) -> tuple[Beoordeling, str]:
    checked = assess(folder, Briefsoort.ARTIKEL_100)
    made = make(folder, here, soort=Briefsoort.ARTIKEL_100, kamer=Kamer.TWEEDE)
    text = docx_text(next(p for p in made.bestanden if p.suffix == ".docx").read_bytes())
    return checked.beoordeling, " ".join(text.split()).casefold()


def _path(bezoek: Bezoek) -> str:
    return ".".join(p for p in bezoek.pad if isinstance(p, str))


def _known(houder: Punt | Dossier) -> Iterator[Bezoek]:
    """The known facts that are about the world, not about the record."""
    for bezoek in visits(houder):
        veld = bezoek.beschrijving
        common = isinstance(houder, Punt) and bezoek.pad[0] in GEMEENSCHAPPELIJK
        aside = veld.naam in ADMINISTRATIVE and not (
            veld.naam == "toelichting" and veld.veld.vereist.rij
        )
        within_figure = isinstance(bezoek.houder, Cijfer) and bezoek.houder is not bezoek.rij
        known = bezoek.antwoord.bekend and not veld.model
        if known and not (common or aside or within_figure):
            yield bezoek


def _said(b: Beoordeling, bezoek: Bezoek, text: str) -> bool:
    veld, antwoord = bezoek.beschrijving, bezoek.antwoord
    words = {in_cell(veld, antwoord), in_sentence(veld, antwoord)}
    # A reader meets a unit by its name, not by its key.
    units = b.punt(Eenheden).eenheden if veld.naam == "eenheid" else ()
    words |= {e.naam.waarde or "" for e in units if e.sleutel.waarde in words}
    words |= {w.rstrip(".") for w in words}
    return any(" ".join(w.split()).casefold() in text for w in words)


def _aside(b: Beoordeling, sleutel: str, gegevens: Gegevens, bezoek: Bezoek) -> bool:
    """Named as left out: by the wording with a reason, or by the author for the prose says it."""
    path = _path(bezoek)
    prose = b.proza[sleutel].tekst
    asked = {v.sleutel.removeprefix(f"{FEIT}{sleutel}.") for v in find_citations(prose)}
    parts = path.split(".")
    around = {".".join(parts[:n]) for n in range(1, len(parts) + 1)}
    return path in gegevens.left_out(sleutel) or bool(
        around & {*b.punten[sleutel].in_tekst, *asked}
    )


def _spoken(gegevens: Gegevens, sleutel: str, path: str) -> bool:
    """Whether a choice is said by a sentence of its own."""
    return path.rsplit(".", maxsplit=1)[-1] in gegevens.choices(sleutel)


def _asked(bezoek: Bezoek, soort: Briefsoort) -> bool:
    """Whether a letter of this kind requires the fact."""
    vereist = bezoek.beschrijving.veld.vereist
    return soort.letter in (bezoek.om.soorten if vereist.rij else vereist.soorten)


def _of_point(b: Beoordeling, soort: Briefsoort, deel: Deel, sleutel: str) -> Iterator[Bezoek]:
    """The facts of a point that a part of a letter has to print."""
    for bezoek in _known(b.punten[sleutel]):
        closed = isinstance(bezoek.rij, Rij) and not bezoek.rij.openbaar
        public = "b" in bezoek.naar and not closed
        note = "n" in bezoek.naar and not public
        if deel.inhoud is Inhoud.GEVRAAGD and not _asked(bezoek, soort):
            continue
        if note if deel.inhoud is Inhoud.NOTA else public or (note and soort == "beslisnota"):
            yield bezoek


def _of_dossier(b: Beoordeling, soort: Briefsoort, gegevens: Gegevens) -> Iterator[Bezoek]:
    """The facts of the dossier that a full letter has to print as such."""
    undecided = b.dossier.besluit.uitkomst.waarde == "in_onderzoek"
    nota = soort is Briefsoort.BESLISNOTA
    for bezoek in _known(b.dossier) if nota or SOORTEN[soort].delen == FULL else ():
        path = _path(bezoek)
        if nota:
            yield from [bezoek] if path.startswith("beslisnota.") else []
            continue
        elsewhere = bezoek.pad[0] in LETTERHEAD or path in ELSEWHERE
        by_choice = any(_spoken(gegevens, x, path) for x in ("gebied", "maxima", "aanleiding"))
        decision = undecided and path.startswith("besluit.")
        if "b" in bezoek.naar and not (elsewhere or by_choice or decision):
            yield bezoek


def _lost(letter: Brief, gegevens: Gegevens) -> Iterator[str]:
    """What the record knows and the letter neither says nor names as left out."""
    b, soort = letter.getoetst.beoordeling, letter.soort
    text = " ".join(docx_text(letter.docx.read_bytes()).split()).casefold()
    for deel in SOORTEN[soort].delen:
        for sleutel in deel.punten:
            for bezoek in _of_point(b, soort, deel, sleutel):
                spoken = _spoken(gegevens, sleutel, _path(bezoek))
                aside = _aside(b, sleutel, gegevens, bezoek)
                if not (b.punten[sleutel].nvt.bekend or spoken or aside or _said(b, bezoek, text)):
                    yield f"{sleutel}.{_path(bezoek)}"
    for bezoek in _of_dossier(b, soort, gegevens):
        if not _said(b, bezoek, text):
            yield f"dossier.{_path(bezoek)}"


def test_every_fact_is_in_the_letter_or_named_as_left_out(letters: list[Brief]) -> None:
    gegevens = Gegevens(BRIEFSJABLONEN)
    lost = {str(letter): list(_lost(letter, gegevens)) for letter in letters}
    assert not {name: facts for name, facts in lost.items() if facts}


def test_a_fact_from_a_source_has_that_source_as_a_note(tmp_path: Path) -> None:
    folder = tmp_path / "assessments" / "oekraine"
    shutil.copytree(ROOT / "assessments/oekraine-veiligheidsgaranties", folder)
    _, text = _letter(folder, tmp_path)
    said = "catastrofaal voor de deelnemers en voor de eenheid van de navo."
    assert f"{said}⟦" in text
    assert "\u27e6" in text.split("landen en hun bijdrage")[1].split("nederland")[1][:40]


def test_what_the_author_says_is_not_said_twice(tmp_path: Path) -> None:
    folder = build(GOED / "volledig", tmp_path / "assessments" / "dossier")
    path = folder / "mogen" / "mandaat.md"
    before = path.read_text(encoding="utf-8")
    fact = "het mandaat zegt niets over het opsporen van verdachten"
    assert _letter(folder, tmp_path)[1].count(fact) == 1
    path.write_text(before.replace("---\n", "---\nin_tekst: [leemten]\n", 1), encoding="utf-8")
    assert _letter(folder, tmp_path)[1].count(fact) == 0
    path.write_text(f"{before}\nLet wel: [@feit:mandaat.leemten]\n", encoding="utf-8")
    assert _letter(folder, tmp_path)[1].count(fact) == 1
    # Without the author's text nothing is said by it.
    front = before.split("\n---\n")[0].replace("---\n", "---\nin_tekst: [leemten]\n", 1)
    path.write_text(f"{front}\n---\n", encoding="utf-8")
    assert _letter(folder, tmp_path)[1].count(fact) == 1


def test_a_fact_without_a_sentence_is_said_all_the_same(tmp_path: Path) -> None:
    """A ministry's own wording may forget a field; the letter does not."""
    sjablonen = tmp_path / "sjablonen"
    shutil.copytree(BRIEFSJABLONEN, sjablonen)
    wording = sjablonen / "gegevens-mogen.yaml"
    text = wording.read_text(encoding="utf-8")
    wording.write_text(text.replace('  - "{terugkeer}"\n', ""), encoding="utf-8")
    folder = build(GOED / "volledig", tmp_path / "assessments" / "dossier")
    made = make(folder, tmp_path, kamer=Kamer.TWEEDE, sjablonen=sjablonen)
    letter = docx_text(next(p for p in made.bestanden if p.suffix == ".docx").read_bytes())
    assert "Verder is bekend: terugkeer: Het materieel komt over zee terug." in letter


@pytest.mark.parametrize(
    ("wrong", "about"),
    [
        ('"{terugkeerr}"', "terugkeerr"),
        ('"{terugkeer"', "{terugkeer"),
        ('"[leeg]{terugkeer}"', "[leeg]"),
        ("{zomaar: iets}", "zomaar"),
    ],
)
def test_wrong_wording_is_refused(tmp_path: Path, wrong: str, about: str) -> None:
    sjablonen = tmp_path / "sjablonen"
    shutil.copytree(BRIEFSJABLONEN, sjablonen)
    wording = sjablonen / "gegevens-mogen.yaml"
    text = wording.read_text(encoding="utf-8")
    wording.write_text(text.replace('"{terugkeer}"', wrong), encoding="utf-8")
    folder = build(GOED / "volledig", tmp_path / "assessments" / "dossier")
    with pytest.raises(ToolError) as error:
        make(folder, tmp_path, kamer=Kamer.TWEEDE, sjablonen=sjablonen)
    assert about in str(error.value)


def test_what_is_not_known_has_a_phrase_in_dutch() -> None:
    phrases = read_phrases(BRIEFSJABLONEN)
    public = set()
    for sleutel in SOORTEN[Briefsoort.ARTIKEL_100].punten:
        for path, veld in alle_velden(PUNTEN[sleutel]):
            public.add(f"{sleutel}.{path}")
            assert path.split(".")[0] in GEMEENSCHAPPELIJK or veld.veld.label
    assert set(phrases) <= public


def test_no_field_path_stands_in_what_is_not_known(tmp_path: Path) -> None:
    folder = tmp_path / "assessments" / "oekraine"
    shutil.copytree(ROOT / "assessments/oekraine-veiligheidsgaranties", folder)
    _, text = _letter(folder, tmp_path)
    said = text.split("wat nog niet bekend is")[-1].split("afweging zowel")[0]
    assert (
        "rechtsbasis en mandaat: of de rechtsgrond al is verkregen, wie het mandaat geeft" in said
    )
    assert "; " not in said
