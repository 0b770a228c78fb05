"""Snippets for VS Code: the fields of each point, of the dossier and of a source, ready to fill in.

What is not filled in stays empty, or says `onbekend` where the editor must show a choice: a snippet
states no fact of its own.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from toetsingskader.kader import PUNTEN
from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.dossier import Dossier
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Punt
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.naslag.schema import GEMAAKT, NIET_WIJZIGEN
from toetsingskader.naslag.schema.bronnen import RANG, SOORTEN_UITGELEGD
from toetsingskader.naslag.veldwoorden import for_example, kind
from toetsingskader.validation.wording import LONG_FORM

Snippet = dict[str, Any]
_OOK_IN_PUNT = ("nvt", "open", "cijfers", "vertrouwelijk_stuk")
"""The fields that every point has and people write."""
_HERKOMST = ("datum", "bron", "toelichting")
_GENOEG = 4
"""How many fields of a block to show when none is required."""


def snippets() -> dict[str, Snippet]:
    """All snippets, each under the word that calls it."""
    found: dict[str, Snippet] = {}
    for sleutel, punt in PUNTEN.items():
        own = [b for b in beschrijf(punt) if b.naam not in GEMEENSCHAPPELIJK]
        found[sleutel] = _snippet("markdown", sleutel, _whole(own), punt.kader.vraag)
        found |= {f"{sleutel}.{b.naam}": _of_field("markdown", sleutel, b) for b in own}
    common = [b for b in beschrijf(Punt) if b.naam in _OOK_IN_PUNT]
    found |= {f"punt.{b.naam}": _of_field("markdown", "punt", b) for b in common}
    found |= {f"dossier.{b.naam}": _of_field("yaml", "dossier", b) for b in beschrijf(Dossier)}
    return {**found, "bron": _snippet("yaml", "bron", _source(), "Een bron voor bronnen.yaml.")}


def snippets_text() -> str:
    """The file of snippets, with a remark that VS Code passes over."""
    remark = f"// {GEMAAKT} editor'; {NIET_WIJZIGEN}"
    return f"{remark}\n{json.dumps(snippets(), ensure_ascii=False, indent=1)}\n"


def _snippet(scope: str, prefix: str, body: list[str], uitleg: str) -> Snippet:
    return {"scope": scope, "prefix": prefix, "description": uitleg, "body": body}


def _of_field(scope: str, om: str, b: Veldbeschrijving) -> Snippet:
    uitleg = " ".join(filter(None, (f"{b.veld.label}.", b.veld.uitleg, _hints(b))))
    return _snippet(scope, f"{om}.{b.naam}", list(_Stops().field(b)), uitleg)


def _hints(b: Veldbeschrijving) -> str:
    """What is to be typed at each stop."""
    parts = _shown(b.model) if b.model else [b]
    said = [f"{p.naam}: {kind(p)}{for_example(p)}" for p in parts if p.waardetype]
    return f"({'; '.join(said)})" if said else ""


def _whole(fields: list[Veldbeschrijving]) -> list[str]:
    """All facts of a point, for a file that is still empty."""
    stops = _Stops()
    return ["---", *(line for b in fields for line in stops.field(b)), "---", "", "$0"]


def _source() -> list[str]:
    stops = _Stops()
    return [
        f"- id: {stops.free()}",
        f"  type: {stops.choice(SOORTEN_UITGELEGD)}",
        f"  title: {stops.free()}",
        f"  author: [{{literal: {stops.free()}}}]",
        f"  issued: {stops.free()}",
        f"  URL: {stops.free()}",
        f"  custom: {{rang: {stops.choice(RANG)}}}",
    ]


class _Stops:
    """Writes fields with numbered places to fill in."""

    def __init__(self) -> None:
        self._last = 0

    def free(self) -> str:
        """A place for any value."""
        self._last += 1
        return f"${self._last}"

    def choice(self, options: Iterable[str]) -> str:
        """A place for one of these words, which hold no sign of snippets; the first until then."""
        self._last += 1
        return f"${{{self._last}|{','.join(['onbekend', *options])}|}}"

    def field(self, b: Veldbeschrijving) -> Iterator[str]:
        """The lines of one field."""
        if b.model is None:
            yield from self._value(b)
            return
        yield f"{b.naam}:"
        lines = (line for inner in _shown(b.model) for line in self.field(inner))
        for i, line in enumerate(lines):
            yield f"  {'- ' if b.meervoud and i == 0 else '  ' if b.meervoud else ''}{line}"

    def _value(self, b: Veldbeschrijving) -> Iterator[str]:
        assert b.waardetype
        options = b.waardetype.options
        stop = self.choice(options) if options else self.free()
        yield from (f"{b.naam}:", f"  - {stop}") if b.meervoud else (f"{b.naam}: {stop}",)


def _shown(model: type[Blok]) -> list[Veldbeschrijving]:
    """The fields of a block that are worth a line: what is required, else the first; its source."""
    fields = beschrijf(model)
    own = [b for b in fields if b.naam not in LONG_FORM or b.veld.vereist.gevraagd]
    needed = [b for b in own if b.veld.vereist.gevraagd and not b.veld.vereist.als]
    chosen = needed or own[:_GENOEG]
    shown = [b for b in fields if b in chosen or b.naam == "bron"]
    return sorted(shown, key=lambda b: b.naam in _HERKOMST)
