"""A choice from a short list, forgiving in how it is typed."""

import difflib
from typing import Annotated

from toetsingskader.waarden.waardetype import Waardetype, normalise, refuse


def keuze(keys: str, **labels: str) -> Waardetype:
    """Give a choice type: the value is the key, the label is what a reader sees.

    `keuze("ja nee")` takes labels from the keys; `keuze("ja nee", nee="bepaald niet")` overrides
    one. Case, spaces, hyphens, diacritics and a final full stop do not matter when typing.
    """
    options = {key: labels.get(key, key.replace("_", " ")) for key in keys.split()}
    # A label may be typed as well as its key.
    known = {normalise(label): key for key, label in options.items()}
    known |= {normalise(key): key for key in options}

    def parse(text: str) -> str:
        key = known.get(normalise(text))
        if key is None:
            raise refuse("KEUZE", _unknown_choice(text, options, known))
        return key

    example = " of ".join(list(options.values())[:2])
    return Waardetype("een keuze", parse, options.__getitem__, example, options=options)


def _unknown_choice(text: str, options: dict[str, str], known: dict[str, str]) -> str:
    near = _nearest(text, known)
    hint = f" Bedoelde u '{options[near]}'?" if near else ""
    return f"'{text}' is hier geen keuze.{hint} Kies uit: {', '.join(options.values())}."


def _nearest(text: str, known: dict[str, str]) -> str | None:
    if any(text.casefold().startswith(f"{key} ") for key in known):
        # Who writes "akkoord mits …" does not mean "akkoord".
        return None
    close = difflib.get_close_matches(normalise(text), known, n=1, cutoff=0.6)
    # A short word within a long answer, such as "nee" in "ja en nee", is no near miss.
    if close and 2 * len(close[0]) > len(normalise(text)):
        return known[close[0]]
    # "uitnodiging Oekraïne" should still lead to "uitnodiging gastland".
    first = normalise(text.split(maxsplit=1)[0]) if text.split() else ""
    starts = [key for folded, key in known.items() if len(first) > 3 and folded.startswith(first)]
    return starts[0] if starts else None


JA_NEE = keuze("ja nee")
JaNee = Annotated[str, JA_NEE]
