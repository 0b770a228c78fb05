"""The framework and the rule table: everything has its words, owner, source and place."""

import re
from collections.abc import Iterator

import pytest

from toetsingskader.kader import PROZA, PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.parafen import Parafen
from toetsingskader.kader.prozastuk import PROZASTUKKEN, Prozastuk
from toetsingskader.kader.punt import Aandachtspunt
from toetsingskader.kader.veld import Briefsoort, Veldbeschrijving, beschrijf
from toetsingskader.regels import REGELS, oekraine, tekst
from toetsingskader.regels.oekraine import VEREIST
from toetsingskader.regels.regel import Regel
from toetsingskader.regels.verwijzingen import TEKST

LETTERS = {soort.letter for soort in Briefsoort}


_READS_ALL = {
    "CIJFER-VERSCHIL",
    "MIGRATIE-VRAGEN",
    "NVT-GEVULD",
    "ORGAAN-NAAM",
    "PERIODE-VOLGORDE",
    "SLEUTEL-DUBBEL",
    "TEKST-OPMAAK",
    "VERWIJZING-VELD",
}
"""Rules about every block, list, body or text there is; they name no fields."""


def _reads_prose(regel: Regel) -> bool:
    return regel in tekst.REGELS or regel in oekraine.tekst.REGELS


def test_rules_are_complete() -> None:
    for regel in REGELS:
        assert re.fullmatch(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", regel.code)
        assert regel.zin.endswith(".")
        assert regel.bron
        assert regel.leest or regel.code in _READS_ALL or _reads_prose(regel)
        assert set(regel.soorten) <= LETTERS
        for veld in regel.leest:
            assert _exists(veld), (regel.code, veld)
        if regel.vervangt:
            assert _exists(regel.vervangt), regel.code


def _exists(veld: str) -> bool:
    sleutel, _, rest = veld.partition(".")
    if sleutel == "bronnen":
        return not rest
    if rest == TEKST:
        return sleutel in {*PUNTEN, *PROZA}
    model: type[Blok] | None = MODELS[sleutel]
    for naam in filter(None, rest.split(".")):
        found = next((b for b in beschrijf(model) if b.naam == naam), None) if model else None
        if found is None:
            return False
        model = found.model
    return True


@pytest.mark.parametrize(
    "wat",
    [*(punt.kader for punt in PUNTEN.values()), *PROZASTUKKEN.values()],
    ids=lambda wat: wat.sleutel,
)
def test_every_point_says_why_it_is_asked_and_what_a_good_answer_has(
    wat: Aandachtspunt | Prozastuk,
) -> None:
    """In whole, short sentences, for people who do not know the framework."""
    assert 1 <= len(re.findall(r"[.?](?= |$)", wat.waarom)) <= 3
    assert len(wat.waarom) <= 260
    assert 2 <= len(wat.goed) <= 5
    for zin in (wat.vraag, wat.waarom, *wat.goed):
        assert zin[0].isupper()
        assert zin.endswith((".", "?"))
    assert max(map(len, wat.goed)) <= 100


@pytest.mark.parametrize("sleutel", PUNTEN)
def test_every_point_says_what_it_is(sleutel: str) -> None:
    kader = PUNTEN[sleutel].kader
    assert kader.sleutel == sleutel
    assert kader.pijler in ("willen", "mogen", "kunnen")
    assert kader.titel
    assert kader.vraag.endswith("?")
    assert kader.eigenaar
    assert kader.kop
    assert kader.bron
    assert set(kader.soorten) - {" "} <= LETTERS
    assert kader.nummer or "aanvulling" in kader.bron or sleutel == "draagvlak"


def _all_fields(model: type[Blok], pad: str) -> Iterator[tuple[str, Veldbeschrijving]]:
    for b in beschrijf(model):
        yield f"{pad}.{b.naam}", b
        if b.model:
            yield from _all_fields(b.model, f"{pad}.{b.naam}")


MODELS: dict[str, type[Blok]] = {"dossier": Dossier, "parafen": Parafen, **PUNTEN}
ALL_FIELDS = [item for sleutel, model in MODELS.items() for item in _all_fields(model, sleutel)]
_ENGLISH = re.compile(
    r"\b(the|of the|field|value|name|date|list|type|source|number)\b", re.IGNORECASE
)


def test_every_field_has_a_dutch_label_and_a_place() -> None:
    assert len(ALL_FIELDS) > 300
    for pad, b in ALL_FIELDS:
        veld = b.veld
        assert veld.label, pad
        assert veld.label[0].isupper(), pad
        assert "_" not in veld.label, pad
        assert not _ENGLISH.search(f"{veld.label} {veld.uitleg}"), pad
        assert set(veld.naar) <= set("bni "), pad
        assert set(veld.vereist.soorten) <= LETTERS, pad
        assert pad.isascii(), pad
        if pad.count(".") == 1:
            assert veld.naar, pad


def _asks(soort: Briefsoort) -> set[str]:
    """The points that print in this letter, or have a field it requires, without a rule set."""
    printed = {s for s, punt in PUNTEN.items() if punt.kader.gevraagd(soort)}
    required = {p.split(".")[0] for p, b in ALL_FIELDS if soort.letter in b.veld.vereist.soorten}
    return printed | required - {"dossier"}


@pytest.mark.parametrize(
    ("soort", "punten"),
    [
        (Briefsoort.KENNISGEVING, {"gronden-voor-deelname", "politieke-context", "operatie"}),
        (Briefsoort.NEGATIEF, set()),
        (Briefsoort.STAND_VAN_ZAKEN, set()),
        (Briefsoort.ARTIKEL_100, set(PUNTEN) - {"alternatieven"}),
        (
            Briefsoort.VOORTGANGSRAPPORTAGE,
            {"politieke-context", "haalbaarheid", "financien", "monitoring-evaluatie"},
        ),
    ],
    ids=lambda x: x.value if isinstance(x, Briefsoort) else "",
)
def test_a_letter_asks_only_what_it_needs(soort: Briefsoort, punten: set[str]) -> None:
    assert _asks(soort) == punten


def test_fields_of_rule_sets_exist() -> None:
    assert all(_exists(pad) for pad in VEREIST)
