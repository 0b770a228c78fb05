"""A text that only says that there is no answer yet is none, whatever the field asks."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from toetsingskader.waarden import AantalVeld, DatumVeld, JaNee, LandVeld, Regel, Tekst

NOT_YET = ["n.n.b.", "N.N.B. (PM)", "n.t.b.", "nog niet bekend", "PM", "p.m.", "?", "tbd", "…"]
NOT_HERE = ["nvt", "n.v.t.", "Niet van toepassing.", "nvt (PM)"]


@pytest.mark.parametrize("soort", [Regel, Tekst, DatumVeld, AantalVeld, JaNee, LandVeld], ids=str)
@pytest.mark.parametrize("text", [*NOT_YET, *NOT_HERE])
def test_it_is_refused_with_what_to_type(soort: Any, text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter[Any](soort).validate_python(text)
    (error,) = caught.value.errors(include_url=False)
    assert error["ctx"]["code"] == "GEEN_ANTWOORD"
    assert ("nvt: {reden" if text in NOT_HERE else "schrijf 'onbekend'") in error["ctx"]["zin"]


@pytest.mark.parametrize(
    "text",
    [
        "Het bataljon is nog niet bekend met het gebied.",
        "De kosten zijn n.n.b.; raming volgt in maart",
        "PM-nota",
        "N.v.t. op zee",
        "Volgt Althea",
    ],
)
def test_such_words_in_a_sentence_are_fine(text: str) -> None:
    assert TypeAdapter[str](Regel).validate_python(text) == text
