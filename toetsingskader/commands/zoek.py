"""`zoek`: words in the facts, the prose and the sources of records."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from toetsingskader.commands.beoordelingen import all_records, find_record
from toetsingskader.commands.velen import for_each
from toetsingskader.commands.zoekvraag import Zoekvraag, fold
from toetsingskader.errors import ToetsingskaderError
from toetsingskader.kader import PROZA, Beoordeling
from toetsingskader.kader.antwoord import BRON, Antwoord, Blok, Feit, Lijst, Staat
from toetsingskader.kader.bronnen import Bron
from toetsingskader.kader.veld import Bezoek, find_field, visits
from toetsingskader.kader.weergave import label_of, name_of, show
from toetsingskader.rapport.treffers import Doorzocht, Treffer
from toetsingskader.record import Record, load
from toetsingskader.regels.tekst.lezen import read_with_notes
from toetsingskader.source import Data, Pad
from toetsingskader.validation import validate

GEGEVENS, TEKST, BRONNEN = "gegevens", "tekst", "bronnen"
_BLANK_LINES = re.compile(r"\n[ \t]*\n")
_BESIDE_TITLE = ("author", "number", "issued")
"""What of a source is shown with its title."""
_NO_TEXT = frozenset({"id", "type"})


def search(namen: Sequence[str], vraag: Zoekvraag, waar: str | None) -> list[Doorzocht]:
    """The hits in these records, or in all in `assessments/` here; `waar` None is everywhere.

    A record that cannot be opened says so. Raises InputError when there is none.
    """
    found = namen or [str(path) for path in all_records(Path())]
    return [*for_each(partial(_search, vraag, waar), found)]


def _search(vraag: Zoekvraag, waar: str | None, naam: str) -> Doorzocht:
    try:
        folder = find_record(naam, Path())
        record = load(folder)
    except ToetsingskaderError as error:
        return Doorzocht(naam, naam, fout=str(error), code=error.exit_code)
    # What is wrong in a record is for `toets` to say; here counts what could be read of it.
    b, _ = validate(record)
    hits = [*_Zoeker(b, record, vraag).hits()]
    for sleutel, optie in b.opties.items():
        hits += _Zoeker(optie, record.opties[sleutel], vraag, sleutel).hits()
    chosen = sorted(t for t in hits if waar in (None, t.soort))
    return Doorzocht(b.map, b.dossier.titel.waarde or b.slug, tuple(chosen))


@dataclass(frozen=True)
class _Zoeker:
    """Looks through one record, or through what an option has of its own."""

    b: Beoordeling
    record: Record
    vraag: Zoekvraag
    optie: str = ""

    def hits(self) -> Iterator[Treffer]:
        own = self.b.eigen if self.optie else None
        for sleutel, houder in [("dossier", self.b.dossier), *self.b.punten.items()]:
            if own is None or sleutel in own:
                yield from self._facts(sleutel, houder)
                yield from self._unreadable(sleutel, houder)
        for sleutel in self.b.proza:
            if own is None or sleutel in own:
                yield from self._prose(sleutel)
        for bron in self.b.bronnen.bronnen.values() if own is None else ():
            yield from self._source(bron)

    def _facts(self, sleutel: str, houder: Blok) -> Iterator[Treffer]:
        """Every answer with all the words, else every row that has them in its fields together."""
        answered = [v for v in visits(houder) if _is_answer(v)]
        for around, group in groupby(answered, key=lambda v: v.pad[:2]):
            together = [(v, _texts(v)) for v in group]
            hits = [
                (v, t)
                for v, texts in together
                for t in texts
                if self._has(v.beschrijving.veld.label, t)
            ]
            for v, text in hits:
                yield self._fact(sleutel, v.pad, label_of(v), text)
            if hits or len(around) < 2:
                continue
            row = " · ".join(f"{v.beschrijving.veld.label}: {t[0]}" for v, t in together)
            field, _ = find_field(type(houder), around[:1])
            if field and self._has(field.veld.label, row):
                name = name_of(together[0][0].houder)
                label = f"{field.veld.label} ({name})" if name else field.veld.label
                yield self._fact(sleutel, around, label, row)

    def _has(self, label: str, text: str) -> bool:
        return self.vraag.in_text(f"{label} {text}")

    def _fact(self, sleutel: str, pad: Pad, label: str, text: str) -> Treffer:
        return Treffer(
            self.b.place(sleutel, pad),
            GEGEVENS,
            self._title(sleutel),
            label,
            self.vraag.fragment(text),
            self.optie,
        )

    def _unreadable(self, sleutel: str, houder: Blok) -> Iterator[Treffer]:
        """What was typed where it could not be read as a value."""
        source = self.record.bronteksten.get(sleutel)
        for pad in self.b.bestanden[sleutel].onleesbare_velden if source else ():
            field, _ = find_field(type(houder), pad)
            label = f"{field.veld.label if field else pad[-1]} (onleesbaar)"
            text = " · ".join(_flat(_at(source.data if source else None, pad)))
            if text and self._has(label, text):
                yield self._fact(sleutel, pad, label, text)

    def _prose(self, sleutel: str) -> Iterator[Treffer]:
        """Every sentence with all the words, else every paragraph; the place is that of a word."""
        proza = self.b.proza[sleutel].tekst
        if not self.vraag.in_text(proza):
            return
        sentences = [
            (z.begin, proza[z.begin : z.begin + len(z.tekst)])
            for z in read_with_notes(proza).zinnen()
        ]
        for begin, paragraph in _paragraphs(proza):
            if not self.vraag.in_text(paragraph):
                continue
            end = begin + len(paragraph)
            inside = [s for s in sentences if begin <= s[0] < end and self.vraag.in_text(s[1])]
            for at, text in inside or [(begin, paragraph)]:
                position = at + self.vraag.position(text)
                yield Treffer(
                    self.b.place_in_prose(sleutel, position),
                    TEKST,
                    self._title(sleutel),
                    "tekst",
                    self.vraag.fragment(text),
                    self.optie,
                )

    def _source(self, bron: Bron) -> Iterator[Treffer]:
        """A source with all the words; what is shown is its title, and what holds the first."""
        fields = {n: " ".join(_flat(d)) for n, d in bron.velden.items() if n not in _NO_TEXT}
        if not self._has(bron.sleutel, " · ".join(fields.values())):
            return
        title = fields.get("title", "")
        holds = [n for n, t in fields.items() if self.vraag.woorden[0] in fold(t)]
        hit = "title" if "title" in holds else next(iter(holds), "")
        about = fields.get(hit, "") if hit != "title" else ", ".join(_about(fields))
        text = self.vraag.fragment(title) + (f" ({self.vraag.fragment(about)})" if about else "")
        place = self.b.place("bronnen", (*bron.pad, hit) if hit else bron.pad)
        yield Treffer(place, BRONNEN, "Bronnen", bron.sleutel, text)

    def _title(self, sleutel: str) -> str:
        punt = self.b.punten.get(sleutel)
        return punt.kader.titel if punt else PROZA.get(sleutel, "Dossier")


def _about(fields: Mapping[str, str]) -> Iterator[str]:
    return (fields[naam] for naam in _BESIDE_TITLE if fields.get(naam))


def _is_answer(v: Bezoek) -> bool:
    """A value, or that a whole block or list is unknown or kept elsewhere."""
    if v.antwoord.staat is Staat.LEEG:
        return isinstance(v.antwoord, Feit) and bool(v.antwoord.verloop)
    return v.beschrijving.model is None or v.antwoord.staat is not Staat.BEKEND


def _texts(v: Bezoek) -> list[str]:
    """The answer as text with what it says of itself; of a dated list every answer, newest last."""
    antwoord = v.antwoord
    if not isinstance(antwoord, Feit | Lijst):
        return [show(v.beschrijving, antwoord)]
    values: Iterable[Antwoord] = antwoord.verloop if isinstance(antwoord, Feit) else ()
    return [_text(v, value) for value in values or [antwoord]]


def _text(v: Bezoek, antwoord: Antwoord) -> str:
    about = [str(antwoord.datum or ""), antwoord.toelichting, BRON.show(antwoord.bron)]
    extra = "; ".join(filter(None, about))
    return f"{show(v.beschrijving, antwoord)}{f' ({extra})' if extra else ''}"


def _flat(data: Data) -> Iterator[str]:
    """Every text in something read from YAML."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _flat(part)


def _at(data: Data, pad: Pad) -> Data:
    """What stands at a path; None when nothing does."""
    for part in pad:
        if isinstance(data, dict) and isinstance(part, str):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for blank in _BLANK_LINES.finditer(text):
        yield begin, text[begin : blank.start()]
        begin = blank.end()
    yield begin, text[begin:]
