"""The rules about prose, both ways: they speak where a slip is, and are silent where it is none."""

import time
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toetsingskader.brief.soorten import SOORTEN
from toetsingskader.kader.veld import Briefsoort
from toetsingskader.regels import REGELS, oekraine, tekst
from toetsingskader.regels.tekst.afkortingen import BRIEFVOLGORDE
from toetsingskader.toetsing import Bevinding, Ernst
from voorbeelden.samenstellen import GOED
from voorbeelden.wijzigen import Plek, example, put, toets

CODES = {r.code for r in (*tekst.REGELS, *oekraine.tekst.REGELS)}


def _found(
    text: str, sleutel: str = "kern", changes: tuple[tuple[Plek, str], ...] = ()
) -> list[Bevinding]:
    """What the rules about prose say when this is the text of one file."""
    record = put(example(GOED / "oekraine"), changes)
    teksten = dict(record.bronteksten)
    teksten[sleutel] = replace(teksten[sleutel], body=text)
    _, toetsing = toets(replace(record, bronteksten=teksten))
    return [b for b in toetsing.bevindingen if b.code in CODES]


def _codes(text: str, sleutel: str = "kern") -> list[str]:
    return [b.code for b in _found(text, sleutel)]


SPEAKS = [
    ("TEKST-VOORBEELD", "Schrijf hier wat het kabinet heeft besloten."),
    ("TEKST-VOORBEELD", "Het besluit is [Nog in te vullen: besluit – ministerraad] genomen."),
    ("TEKST-INVULPLEK", "De inzet kost n.t.b. euro."),
    ("TEKST-INVULPLEK", "Er gaan niet meer dan xx militairen."),
    ("TEKST-INVULPLEK", "Er gaan XX militairen."),
    ("TEKST-INVULPLEK", "De minister, [naam], tekent."),
    ("TEKST-INVULPLEK", "Dit volgt nog. TODO de cijfers."),
    ("TEKST-INVULPLEK", "Zie de noot.[^a]\n\n[^a]: Het stuk van [datum]."),
    ("TEKST-KAMERSTUK", "Zie Kamerstuk 29 2521, nr. 469 van 22 december 2023."),
    ("TEKST-KAMERSTUK", "Zie de brief (29 2521, nr. 469)."),
    ("TEKST-KAMERSTUK", "Zie Kamerstuk 29.521, nr. 494 van 25 april 2025."),
    ("TEKST-KAMERSTUK", "Zie Kamerstuk 29521-494 van 25 april 2025."),
    ("TEKST-KAMERSTUK", "Zie Kamerstuk 29 521 van 25 april 2025."),
    ("TEKST-KAMERSTUK-DATUM", "Zie Kamerstuk 29 521, nr. 465."),
    ("TEKST-KAMERSTUK-DATUM", "Zie de noot.[^a]\n\n[^a]: Kamerstuk 34 775 X, nr. 88."),
    ("TEKST-DATUM", "De inzet begint op 31 november 2026."),
    ("TEKST-DATUM", "De inzet begint op 29 februari 2027."),
    ("TEKST-DATUM", "De inzet begint op 30 februari."),
    ("TEKST-DATUM", "De inzet begint op 12-13-2026."),
    ("M2B", "Voor deze inzet is de instemming van de Kamer vereist."),
    ("M2B", "Het kabinet vraagt uw Kamer om instemming met dit besluit."),
    ("M2B", "De inzet behoeft parlementaire goedkeuring."),
    ("TEKST-OORDEEL", "De inzet voldoet aan het toetsingskader."),
    ("TEKST-OORDEEL", "De inzet voldoet niet aan alle punten van het toetsingskader."),
    ("TEKST-OORDEEL", "Aan het toetsingskader is voldaan."),
    ("TEKST-AFKORTING", "De staf valt onder OPCON van de missie."),
    ("TEKST-MAXIMUM", "Nederland levert maximaal 700 militairen."),
    ("TEKST-MAXIMUM", "De staf telt ten hoogste 13."),
    ("TEKST-FIGUUR", "Figuur 1 De lijn\n\nZie figuur 1 en figuur 3."),
    ("TEKST-FIGUUR", "Zie ook tabel 2."),
    ("TEKST-AANHALING", "De minister zei: “de eenheden blijven’’, en vertrok."),
    ("TEKST-AANHALING", "Het rapport ‘De strijd: dilemma's op komst” verscheen."),
    ("TEKST-AANHALING", 'De minister noemde dit "een stap.'),
    ("TEKST-FEIT", "Er gaan [@feit:eenheden.totaaal] militairen."),
    ("TEKST-FEIT", "Er gaan [@feit:eenheden.eenheden] militairen."),
    ("TEKST-FEIT", "De gereedheid is [@feit:eenheden.gereedheid]."),
    ("TEKST-FEIT", "Het advies is van [@feit:mandaat.volkenrechtelijk_advies.kenmerk]."),
    ("TEKST-FEIT", "Er gaan @feit:eenheden.totaal militairen."),
    ("T12", "Nederland levert een bijdrage aan deze vredesmissie."),
    ("T12", "Het is niet alleen een vredesmacht."),
    ("T12", "Dit is geen gewone inzet maar een vredesmissie."),
    ("M4C-TEKST", "Artikel 5 van het Noord-Atlantisch Verdrag geldt ook voor deze inzet."),
    ("M4C-TEKST", "De eenheid valt onder artikel 5."),
    ("RK1-TEKST", "De inzet is zonder risico."),
    ("RK1-TEKST", "De risico's zijn beperkt."),
    ("RK1-TEKST", "Er is slechts een beperkt risico."),
    ("WQ2", "De veiligheid van Nederland is onlosmakelijk met die van Oekraïne verbonden."),
    ("K-AARD", "De Nederlandse bijdrage heeft een doorslaggevend militair effect."),
]


@pytest.mark.parametrize(("code", "text"), SPEAKS)
def test_speaks(code: str, text: str) -> None:
    assert _codes(text) == [code]


SILENT = [
    # Denied.
    "De Grondwet vereist geen instemming van de Kamer.",
    "De inzet is niet zonder risico.",
    "Er is géén vorm van inzet zonder risico.",
    "De Kamer besloot in 2009 af te zien van formeel instemmingsrecht.",
    "Geen enkele vorm is mogelijk zonder een substantieel risico.",
    "De garantiemacht is geen vredesmissie.",
    "Een vredesmissie is dit niet; het is een garantiemacht.",
    "Artikel 5 geldt niet in Oekraïne.",
    "De bijdrage heeft geen doorslaggevend militair effect.",
    "De veiligheid van beide landen is niet onlosmakelijk verbonden.",
    # What others said, and titles.
    "Het rapport ‘Naar een vredesmissie zonder risico’ kwam in mei uit.",
    "Het rapport “Naar een vredesmissie n.t.b.” kwam in mei uit.",
    'De krant sprak van een "vredesmacht" met een "beperkt risico".',
    "De krant sprak van een «vredesmacht».",
    "De krant sprak van een 'vredesmacht' in Oekraïne, 's avonds.",
    "> Wij willen een vredesmissie zonder risico,\nmet instemming van de Kamer.\n\nAldus de brief.",
    "Zie dossier 29 521 Nederlandse deelname aan vredesmissies.",
    "Het staat in het dossier Nederlandse deelname aan vredesmissies, bij de stukken.",
    "Dit staat in [de brief over vredesmissies](https://voorbeeld.nl/vredesmissie).",
    "Dit staat in het rapport [zie over de vredesmissie @voorbeeld-rapport, figuur 3].",
    "Zie de noot.[^a]\n\n[^a]: Anders dan bij een vredesmissie zonder risico.",
    # Asked, not stated.
    "Of de veiligheid van beide landen onlosmakelijk verbonden is, is een politieke vraag.",
    "Is de veiligheid van beide landen onlosmakelijk verbonden?",
    "Het kabinet oordeelt dat de veiligheid van beide landen onlosmakelijk verbonden is.",
    "Onderzocht wordt of de inzet onder artikel 5 valt.",
    "Het kabinet geeft geen oordeel of de inzet aan het toetsingskader voldoet.",
    "De punten van het toetsingskader zijn aandachtspunten; een inzet kan er niet aan voldoen.",
    "Bij een aanval geldt artikel 5 alleen voor bondgenoten.",
    "Er is een klein risico op ongevallen door kou.",
    "De bijdrage is politiek beslissend voor de onderhandelingen.",
    # About something else.
    "Uw Kamer vroeg het kabinet om toestemming van het gastland af te wachten.",
    "De begroting voldoet aan de eisen. Het toetsingskader vraagt meer.",
    # Right.
    "Zie Kamerstuk 29 521, nr. 465, d.d. 22 december 2023.",
    "Zie Kamerstukken 29 521, nrs. 465 en 471 (8 maart 2024).",
    "Zie Kamerstuk 29 521, BE, van 8 maart 2024.",
    "Zie Kamerstuk 21 501-20, nr. 2189 (4 maart 2025), en 34 775 X, nr. 88 (27 maart 2018).",
    "Op 4 maart 2025 (Kamerstuk 36 045, nr. 190) bleek dit. Kamerstuk 36 045, nr. 190 is kort.",
    "Op 29 februari 2028 eindigt de inzet, die op 29 februari begon.",
    "Voor een oorlogsverklaring vraagt artikel 96 de instemming van de Staten-Generaal.",
    "Rusland verleent geen toestemming. De Kamer wordt daarover ingelicht.",
    "De operationele controle\n(OPCON) ligt bij de missie. OPCON eindigt na de inzet.",
    "De OPCON (operationele controle) ligt bij de missie.",
    "De NAVO, de EU, de VN en BV-1 doen mee, met F-35's; zie hoofdstuk XX en deel IV.",
    "Nederland levert maximaal 642 militairen, van wie ten hoogste 12 in de staf.",
    "De inzet duurt maximaal 24 maanden en kost ten hoogste 112,5 miljoen euro.",
    "Nederland levert maximaal [@feit:eenheden.totaal] militairen.",
    "Figuur 1 De lijn\n\nDe lijn staat in figuur 1.",
    "Zie figuur 3 van het rapport en figuur 4 [@voorbeeld-rapport].",
    "De foto’s van ‘s avonds en ’s morgens, de ‘90 jaren, een buis van 5\" en Trumps' woorden.",
    "Hij zei: „ja”, „nee“ en “ik zei ‘misschien’ tegen hem”.",
    "Een no-fly zone boven zee.",
]


@pytest.mark.parametrize("text", SILENT)
def test_is_silent(text: str) -> None:
    assert _codes(text) == []


PAIR = (
    "Zonder Russische goedkeuring is peacekeeping feitelijk niet mogelijk.",
    "Russische toestemming is niet strikt noodzakelijk.",
)


def test_what_looks_like_a_contradiction_and_is_none() -> None:
    """Domain notes, 5.11: the first is about one kind of operation, the second about all."""
    assert _codes(" ".join(PAIR)) == []
    assert _codes(PAIR[0], "operatie") == _codes(PAIR[1], "afweging") == []
    usual, with_pair = (_all(t) for t in ("Er is nog niets besloten.", " ".join(PAIR)))
    assert usual == with_pair


def _all(text: str) -> set[str]:
    record = example(GOED / "oekraine")
    teksten = dict(record.bronteksten)
    teksten["afweging"] = replace(teksten["afweging"], body=text)
    return {b.code for b in toets(replace(record, bronteksten=teksten))[1].bevindingen}


def test_words_about_another_kind_of_operation() -> None:
    """A peacekeeping mission may be called one, and only with F-35s is a no-fly zone at hand."""
    vredesmissie = "Nederland levert een bijdrage aan deze vredesmissie, zonder risico."
    kind: Plek = ("operatie", ("operaties", 0, "soort"))
    assert _found(vredesmissie, changes=((kind, "training en advies"),)) == []
    unit: Plek = ("eenheden", ("eenheden", 0, "soort"))
    found = _found("Er komt een no-fly zone.", changes=((unit, "F-35"),))
    assert [b.code for b in found] == ["K3D"]
    assert _found("Er komt geen no-fly zone.", changes=((unit, "F-35"),)) == []


def test_abbreviations_follow_the_order_of_the_letter() -> None:
    assert ("kern", *SOORTEN[Briefsoort.ARTIKEL_100].punten, "afweging") == BRIEFVOLGORDE


def test_reading_prose_yields_no_more_than_let_op() -> None:
    for regel in (*tekst.REGELS, *oekraine.tekst.REGELS):
        assert regel.ernst is Ernst.LET_OP or regel.code in ("TEKST-FEIT", "FIGUUR-ALT")
    assert {*tekst.REGELS, *oekraine.tekst.REGELS} <= set(REGELS)


def test_quotes_the_sentence_at_its_place() -> None:
    text = "Eerste zin [@voorbeeld-rapport, p. 3].\n\nOp het eiland komt\neen vredesmissie. Slot."
    (found,) = _found(text)
    record = example(GOED / "oekraine")
    first = record.bronteksten["kern"].body_regel
    assert (found.plaats.regel, found.plaats.kolom) == (first + 3, 5)
    assert "'Op het eiland komt een vredesmissie'" in found.tekst
    (long,) = _found(f"{'woord ' * 100}vredesmissie {'woord ' * 100}.")
    assert len(long.tekst) < 400
    assert "… woord" in long.tekst
    assert "woord …" in long.tekst


def test_says_a_thing_at_most_so_often() -> None:
    assert len(_found("Een vredesmissie. " * 500)) == 20


WORDS = [
    *(text for _, text in SPEAKS),
    *SILENT,
    *"\"“”„«»‘’'>[]()^@.;:?!|*-\n\t \ufffc",
    *("[^a]: ", "[@feit:", "feit:eenheden.totaal", "29 521", "nr. ", "\n\n", "\u0660\u0661", "ſ"),
]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=8)), max_size=12).map("".join))
def test_no_prose_breaks_the_rules(text: str) -> None:
    for found in _found(text):
        assert found.tekst.endswith((".", "?"))
        assert found.plaats.regel >= 1


LONG = [
    *(
        "“",
        '"',
        "'",
        "‘a ",
        "[",
        "[@",
        "[^",
        "> ",
        "](",
        "a ",
        "a. ",
        "A.",
        ".'",
        "; ",
        "maar ",
        "1",
    ),
    *("x ", "Kamerstuk 1", "29 5", "maximaal 1 ", "1 mei ", "figuur ", "artikel 5 ", "of vraag "),
    *(
        "instemming van de ",
        "Kamer ",
        "toetsingskader ",
        "onlosmakelijk ",
        "NAVO (",
        "AB (a ",
        "\n ",
    ),
    *("[@feit:a.b] ", "@feit:a", "https://", "29 521 N", "vredesmissie niet; ", "doorslaggevend "),
    *("Kamerstuk 29 521, nr. 1, ", "voldoet aan toetsingskader ", "Kamer om instemming, "),
    *("onlosmakelijk verbonden ", "zonder risico "),
]


TAILS = ["", "aandachtspunt volgens artikel 96 beide op 1 mei 2025?"]


def _seconds(text: str) -> float:
    start = time.process_time()
    _found(text)
    return time.process_time() - start


@cache
def _usual() -> float:
    return _seconds("Er is nog niets besloten.")


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("piece", LONG)
def test_time_grows_with_the_text_and_no_faster(piece: str, tail: str) -> None:
    """Of eight times the text, sixteen times the work is already more than noise.

    A machine that does other work may spoil a measurement, but hardly three.
    """
    short, long = (piece * (size // len(piece)) + tail for size in (5_000, 40_000))
    _usual()
    assert any(_seconds(long) < 16 * _seconds(short) + 0.3 for _ in range(3))
