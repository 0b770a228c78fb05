"""The value types, as people type them: what is read, what it becomes, what is refused and how."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Feit, Staat
from toetsingskader.kader.dossier import Besluit
from toetsingskader.kader.mogen.mandaat import Mandaat
from toetsingskader.waarden import (
    Aantal,
    AantalVeld,
    Bedrag,
    BedragVeld,
    Datum,
    DatumVeld,
    Getal,
    GetalVeld,
    JaarVeld,
    JaNee,
    Kamerstuk,
    KamerstukVeld,
    Land,
    LandOfRegel,
    LandVeld,
    ProcentVeld,
    Regel,
    Sleutel,
    Tekst,
    keuze,
)

KLEUR = keuze("beeindiging in_onderzoek vn_resolutie", beeindiging="beëindiging")
SOORTEN: dict[str, Any] = {
    "aantal": AantalVeld,
    "bedrag": BedragVeld,
    "procent": ProcentVeld,
    "getal": GetalVeld,
    "jaar": JaarVeld,
    "datum": DatumVeld,
    "land": LandVeld,
    "partij": LandOfRegel,
    "kamerstuk": KamerstukVeld,
    "ja_nee": JaNee,
    "keuze": Annotated[str, KLEUR],
    "regel": Regel,
    "tekst": Tekst,
    "sleutel": Sleutel,
}
_READERS = {naam: TypeAdapter[Any](soort) for naam, soort in SOORTEN.items()}


def read(soort: str, text: object) -> Any:
    return _READERS[soort].validate_python(text)


def refusal(soort: str, text: object) -> str:
    """The sentence with which a text is refused."""
    with pytest.raises(ValidationError) as caught:
        read(soort, text)
    errors = caught.value.errors(include_url=False)
    assert [e["type"] for e in errors] == ["waarde"]
    zin: str = errors[0]["ctx"]["zin"]
    assert errors[0]["ctx"]["code"]
    assert zin.endswith((".", "?"))
    return zin


def days(van: str, tot: str, tekst: str) -> Datum:
    return Datum(date.fromisoformat(van), date.fromisoformat(tot), tekst)


def day(iso: str, tekst: str) -> Datum:
    return days(iso, iso, tekst)


FEB_26 = day("2025-02-26", "26 februari 2025")
READ: list[tuple[str, str, Any, str]] = [
    ("aantal", "0", Aantal(0, 0), "0"),
    ("aantal", "175", Aantal(175, 175), "175"),
    ("aantal", "1250", Aantal(1250, 1250), "1.250"),
    ("aantal", "1.250", Aantal(1250, 1250), "1.250"),
    ("aantal", " 1.250.000 ", Aantal(1_250_000, 1_250_000), "1.250.000"),
    ("aantal", "2.000-3.000", Aantal(2000, 3000), "2.000 tot 3.000"),
    ("aantal", "2.000 – 3.000", Aantal(2000, 3000), "2.000 tot 3.000"),
    ("bedrag", "12,5 mln", Bedrag(Decimal(12_500_000)), "€ 12,5 mln"),
    ("bedrag", "€ 1,2 mld", Bedrag(Decimal(1_200_000_000)), "€ 1,2 mld"),
    ("bedrag", "EUR 250.000", Bedrag(Decimal(250_000)), "€ 250.000"),
    ("bedrag", "12 miljoen euro", Bedrag(Decimal(12_000_000)), "€ 12 mln"),
    ("bedrag", "99,95", Bedrag(Decimal("99.95")), "€ 99,95"),
    ("procent", "48", Decimal(48), "48 procent"),
    ("procent", "12,5 %", Decimal("12.5"), "12,5 procent"),
    ("procent", "100 procent", Decimal(100), "100 procent"),
    ("getal", "30.000", Getal(Aantal(30000, 30000)), "30.000"),
    ("getal", "2.000-3.000", Getal(Aantal(2000, 3000)), "2.000 tot 3.000"),
    ("getal", "62,5 %", Getal(Decimal("62.5"), procent=True), "62,5 procent"),
    ("getal", "22 miljard euro", Getal(Bedrag(Decimal(22_000_000_000))), "€ 22 mld"),
    ("getal", "5,2", Getal(Decimal("5.2")), "5,2"),
    ("jaar", "2026", 2026, "2026"),
    ("datum", "26 februari 2025", FEB_26, "26 februari 2025"),
    ("datum", "26  FEB. 2025", FEB_26, "26 februari 2025"),
    ("datum", "2025-02-26", FEB_26, "26 februari 2025"),
    ("datum", "26-02-2025", FEB_26, "26 februari 2025"),
    ("datum", "26/2/2025", FEB_26, "26 februari 2025"),
    ("datum", "26.2.2025", FEB_26, "26 februari 2025"),
    ("datum", "1 mrt 2024", day("2024-03-01", "1 maart 2024"), "1 maart 2024"),
    ("datum", "29 februari 2024", day("2024-02-29", "29 februari 2024"), "29 februari 2024"),
    ("datum", "2025-02", days("2025-02-01", "2025-02-28", "februari 2025"), "februari 2025"),
    ("datum", "Sept. 2025", days("2025-09-01", "2025-09-30", "september 2025"), "september 2025"),
    ("datum", "medio 2027", days("2027-05-01", "2027-08-31", "medio 2027"), "medio 2027"),
    ("datum", "Begin 2027", days("2027-01-01", "2027-04-30", "begin 2027"), "begin 2027"),
    ("datum", "eind 2027", days("2027-09-01", "2027-12-31", "eind 2027"), "eind 2027"),
    ("datum", "2027", days("2027-01-01", "2027-12-31", "2027"), "2027"),
    ("land", "NO", Land("Noorwegen", "NO"), "Noorwegen"),
    ("land", "no", Land("Noorwegen", "NO"), "Noorwegen"),
    ("land", "oekraine", Land("Oekraïne", "UA"), "Oekraïne"),
    ("land", "Rusland", Land("Russische Federatie", "RU"), "Russische Federatie"),
    ("land", "russische federatie", Land("Russische Federatie", "RU"), "Russische Federatie"),
    ("land", "VS", Land("Verenigde Staten", "US"), "Verenigde Staten"),
    ("land", "VK", Land("Verenigd Koninkrijk", "GB"), "Verenigd Koninkrijk"),
    ("land", "bosnie", Land("Bosnië en Herzegovina", "BA"), "Bosnië en Herzegovina"),
    ("partij", "Vissersraad", Land("Vissersraad"), "Vissersraad"),
    ("partij", "amerika", Land("Verenigde Staten", "US"), "Verenigde Staten"),
    ("kamerstuk", "29 521, nr. 494", Kamerstuk("29 521", "494"), "29 521, nr. 494"),
    ("kamerstuk", "29521 nr 494", Kamerstuk("29 521", "494"), "29 521, nr. 494"),
    ("kamerstuk", "Kamerstuk 29 521, BE", Kamerstuk("29 521", "BE"), "29 521, BE"),
    ("kamerstuk", "21 501-20, nr. 2189", Kamerstuk("21 501-20", "2189"), "21 501-20, nr. 2189"),
    ("kamerstuk", "34 775 X, nr. 88", Kamerstuk("34 775 X", "88"), "34 775 X, nr. 88"),
    ("kamerstuk", "kst-29521-471", Kamerstuk("29 521", "471"), "29 521, nr. 471"),
    ("ja_nee", "Ja.", "ja", "ja"),
    ("ja_nee", "NEE", "nee", "nee"),
    ("ja_nee", "já", "ja", "ja"),
    ("keuze", "Beëindiging", "beeindiging", "beëindiging"),
    ("keuze", "IN ONDERZOEK", "in_onderzoek", "in onderzoek"),
    ("keuze", "in-onderzoek", "in_onderzoek", "in onderzoek"),
    ("keuze", "VN-resolutie", "vn_resolutie", "vn resolutie"),
    ("regel", "  een   regel ", "een regel", "een regel"),
    ("tekst", "een  \ntwee\n", "een\ntwee", "een\ntwee"),
    ("sleutel", "bataljon-11lmb", "bataljon-11lmb", "bataljon-11lmb"),
]


@pytest.mark.parametrize(
    ("soort", "text", "value", "shown"), [pytest.param(*r, id=f"{r[0]}: {r[1]}") for r in READ]
)
def test_read_and_shown(soort: str, text: str, value: Any, shown: str) -> None:
    assert read(soort, text) == value
    waardetype = SOORTEN[soort].__metadata__[0]
    assert waardetype.show(value) == shown


# type, text, parts of the sentence: what stood there, and what to type
REFUSED: list[tuple[str, str, tuple[str, ...]]] = [
    ("aantal", "1,250", ("'1,250'", "1.250", "achter de komma")),
    ("aantal", "circa 2.500", ("toelichting",)),
    ("aantal", "max. 10", ("toelichting",)),
    ("aantal", "1.5", ("1.250",)),
    ("aantal", "3.000-2.000", ("laagste getal vooraan",)),
    ("aantal", "-5", ("175",)),
    ("aantal", "007", ("175",)),
    ("aantal", "1.25.000", ("1.250",)),
    ("aantal", "٣", ("heel getal",)),
    ("aantal", "", ("heel getal",)),
    ("bedrag", "112.5 mln", ("12,5 mln",)),
    ("bedrag", "veel", ("12,5 mln",)),
    ("procent", "101", ("0 tot en met 100",)),
    ("procent", "0.5", ("12,5",)),
    ("getal", "ruim 12 mensen", ("toelichting",)),
    ("jaar", "26", ("vier cijfers",)),
    ("jaar", "1.926", ("2026",)),
    ("datum", "30 februari 2025", ("28 dagen",)),
    ("datum", "29-02-2025", ("28 dagen",)),
    ("datum", "02/26/2025", ("eerst de dag",)),
    ("datum", "26-02-25", ("2025-02-26",)),
    ("datum", "binnenkort", ("medio 2026",)),
    ("datum", "26 febr 20255", ("26 februari 2025",)),
    ("land", "Norwegen", ("'Noorwegen'",)),
    ("land", "Atlantis", ("landcode",)),
    ("kamerstuk", "29 521", ("nr. 494",)),
    ("kamerstuk", "29/521/494", ("29 521, BE",)),
    ("ja_nee", "misschien", ("ja, nee",)),
    ("ja_nee", "true", ("ja, nee",)),
    ("keuze", "beindiging", ("Bedoelde u 'beëindiging'?",)),
    ("sleutel", "11 Luchtmobiele", ("kleine letters",)),
    ("aantal", "ca. 2.000-3.000", ("in 'aard', of in 'toelichting'",)),
    ("regel", "geheim", ("schrijf dan 'vertrouwelijk'",)),
    ("tekst", "Stg. CONFIDENTIEEL", ("'vertrouwelijk_stuk'",)),
]


def test_a_hint_is_never_a_short_word_within_a_long_answer() -> None:
    """ "ja en nee" is no slip of the pen for "nee"."""
    for text in ("ja en nee", "volgens de een ja, volgens de ander nee"):
        assert "Bedoelde u" not in refusal("ja_nee", text)


@pytest.mark.parametrize("text", ["Het rapport is geheim.", "geheimhouding is afgesproken"])
def test_a_sentence_may_speak_of_secrecy(text: str) -> None:
    assert read("tekst", text) == text


@pytest.mark.parametrize(
    ("soort", "text", "parts"), [pytest.param(*r, id=f"{r[0]}: {r[1]}") for r in REFUSED]
)
def test_refused_with_what_to_type(soort: str, text: str, parts: tuple[str, ...]) -> None:
    zin = refusal(soort, text)
    for part in parts:
        assert part in zin


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("raw", [["a"], {"a": "b"}], ids=["list", "block"])
def test_a_list_or_block_is_no_value(soort: str, raw: object) -> None:
    assert "verwacht wordt" in refusal(soort, raw)


@pytest.mark.parametrize("text", ["0000-01-01", "1-1-0000", "medio 0000"])
def test_year_zero(text: str) -> None:
    refusal("datum", text)


@pytest.mark.parametrize("soort", SOORTEN)
@given(text=st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_or_refused(soort: str, text: str) -> None:
    try:
        read(soort, text)
    except ValidationError as error:
        types = [e["type"] for e in error.errors(include_url=False)]
        assert types == ["waarde"]


@given(st.integers(0, 10**9), st.integers(0, 10**6))
def test_numbers_come_back(low: int, more: int) -> None:
    value = Aantal(low, low + more)
    assert read("aantal", str(value).replace(" tot ", "-")) == value
    assert read("aantal", str(low)) == Aantal(low, low)
    assert read("bedrag", str(Bedrag(Decimal(low)))).euro == low


@given(st.decimals(0, 100, places=3))
def test_percentages_come_back(value: Decimal) -> None:
    assert read("procent", SOORTEN["procent"].__metadata__[0].show(value)) == value


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_dates_come_back(when: date) -> None:
    datum = read("datum", when.isoformat())
    assert (datum.van, datum.tot_en_met, datum.exact) == (when, when, True)
    for text in (str(datum), f"{when:%d-%m-%Y}", f"{when.day}/{when.month}/{when.year}"):
        assert read("datum", text) == datum
    month = read("datum", f"{when:%Y-%m}")
    assert month.van <= when <= month.tot_en_met
    assert read("datum", str(month)) == month


@given(st.integers(10_000, 99_999), st.integers(1, 99_999))
def test_papers_come_back(dossier: int, number: int) -> None:
    stuk = read("kamerstuk", f"{dossier} nr {number}")
    assert read("kamerstuk", str(stuk)) == stuk
    assert stuk.kamer == "tweede"
    assert re.fullmatch(r"https://\S+/kst-\d{5}-\d+\.html", stuk.url)


@pytest.mark.parametrize("text", ["ONBEKEND", "Onbekend.", " onbekend "])
def test_unknown_is_an_answer_of_any_fact(text: str) -> None:
    besluit = Besluit.model_validate({"datum": text, "totaal_maximaal": {"waarde": text}})
    assert besluit.datum.staat is Staat.ONBEKEND
    assert besluit.totaal_maximaal.staat is Staat.ONBEKEND
    assert besluit.uitkomst.staat is Staat.LEEG


def test_short_long_and_dated() -> None:
    verloop = [
        {"waarde": "nee", "datum": "3 mei 2026"},
        {"waarde": "ja", "datum": "2026-04"},
        {"waarde": "onbekend", "datum": "medio 2027"},
    ]
    adapter = TypeAdapter[Any](Feit[JaNee])
    day_before, later = date(2026, 5, 2), date(2030, 1, 1)
    assert adapter.validate_python("ja").waarde == "ja"
    assert adapter.validate_python({"waarde": "ja", "toelichting": "x"}).toelichting == "x"
    assert adapter.validate_python(verloop, context={"peildatum": day_before}).waarde == "ja"
    assert adapter.validate_python(verloop, context={"peildatum": later}).staat == "onbekend"
    before = adapter.validate_python(verloop, context={"peildatum": date(2020, 1, 1)})
    assert before.staat is Staat.LEEG
    assert len(before.verloop) == 3


def test_a_point_reads_what_people_type() -> None:
    punt = Mandaat.model_validate({"medebetrokken": "BZ/DVB", "leemten": {"waarde": "geen"}})
    assert list(punt.medebetrokken) == ["BZ/DVB"]
    assert punt.leemten.waarde == "geen"
    assert set(PUNTEN) >= {punt.kader.sleutel}
