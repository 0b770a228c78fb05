"""The letters of people's names in the PDF, and what a reader meets where the font lacks one."""

import unicodedata

from mes2 import mes_2
from render_hulp import document, rendered
from teksten import normalised
from toetsingskader.document import Ondertekenaar, Proza, Tabel

NAMES = "Đoković, Łukasz, Ștefan, GROẞ, PARAL·LEL en Ŀ, Þór, Ğül, Ẅ, Ÿ, Ĳsbrand, Οδυσσέας, Ђорђе"


def test_every_letter_of_names_is_shown() -> None:
    signer = Ondertekenaar("De minister van Đ,", NAMES)
    result, text = rendered(
        document(
            Proza("p", "P", f"*{NAMES}* en **{NAMES}**[^1]\n\n[^1]: {NAMES}\n"),
            betreft=NAMES,
            ondertekenaars=(signer,),
        )
    )
    assert result.vervangen == ()
    assert text.count(NAMES) == 5


def test_of_mes_2_only_signs_are_written_out() -> None:
    signs = [c for c in mes_2() if c.strip()]
    assert len(signs) > 1000
    rows = [" ".join(f"a{c}b" for c in signs[i : i + 16]) for i in range(0, len(signs), 16)]
    result, text = rendered(document(Tabel("Tekens", ("Teken",), tuple((r,) for r in rows))))
    for sign in signs:
        shown = unicodedata.normalize("NFC", sign)
        if shown in result.vervangen:
            assert not unicodedata.category(sign).startswith("L")
            shown = f"[U+{ord(shown):04X}]"
        assert normalised(f"a{shown}b") in text
