"""What a text template may ask for by name: points, prose and facts of the record."""

from collections.abc import Callable

from toetsingskader.kader import PROZA, PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.veld import beschrijf


class UnknownNameError(Exception):
    """A template asks for something that no record has; the text is Dutch."""


def _is_fact(pad: str) -> bool:
    model: type[Blok] | None = Dossier
    *around, last = pad.split(".")
    for naam in around:
        model = next((v.model for v in beschrijf(model) if v.naam == naam), None) if model else None
    return model is not None and any(v.naam == last for v in beschrijf(model))


_KNOWN: dict[str, tuple[str, Callable[[str], bool]]] = {
    "punt": ("het punt", PUNTEN.__contains__),
    "kop": ("het punt", PUNTEN.__contains__),
    "tekst": ("de tekst", PROZA.__contains__),
    "feit": ("het gegeven", _is_fact),
    "bekend": ("het gegeven", _is_fact),
}
"""Per function of a template: what its first argument names, and whether that exists."""


def require_known(function: str, name: object) -> None:
    """Raise UnknownNameError when a function of a template is asked for what does not exist."""
    what, exists = _KNOWN.get(function, ("", lambda _: True))
    if not (isinstance(name, str) and exists(name)) and what:
        raise UnknownNameError(f"{what} '{name}' in {function}(…) bestaat niet")
