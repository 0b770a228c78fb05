"""A model of the framework as JSON Schema: every field, in each form in which it may be written."""

from collections.abc import Callable

from toetsingskader.kader.antwoord import BRON, Blok
from toetsingskader.kader.veld import Veldbeschrijving, beschrijf
from toetsingskader.naslag.schema.json_schema import Schema, array, closed, scalar, words
from toetsingskader.naslag.veldwoorden import destination, for_example, kind, required
from toetsingskader.waarden import Waardetype
from toetsingskader.waarden.datum import DATUM
from toetsingskader.waarden.tekst import TEKST

_ONBEKEND = {"onbekend": "Ernaar is gevraagd, en het antwoord is er niet."}
_VERTROUWELIJK = {"vertrouwelijk": "Bekend, en elders bewaard. Noem het stuk, nooit de inhoud."}
_TABEL = "Het bestand met de regels, zoals bijlagen/kosten.csv."


def model_schema(model: type[Blok], titel: str, uitleg: str, naar: str) -> Schema:
    """The schema of a file whose fields are those of a model."""
    maker = _Maker()
    body = maker.block(model, naar, v=False)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": titel,
        "description": uitleg,
        **body,
        "type": ["object", "null"],
        "definitions": dict(sorted(maker.definitions.items())),
    }


class _Maker:
    """Collects what several fields share; `v` says that an answer may be vertrouwelijk."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self._choices: dict[str, tuple[str, ...]] = {}

    def block(self, model: type[Blok], naar: str, *, v: bool) -> Schema:
        """A block with the fields of a model."""
        names = [b.naam for b in beschrijf(model) if b.naam != "migratie"]
        message = (
            f"Hier horen velden: {', '.join(names)}. Een ander veld wordt niet gelezen; kijk naar "
            "de spelling en naar hoe ver de regel inspringt."
        )
        fields = {b.naam: self._field(b, naar, v=v) for b in beschrijf(model)}
        return closed(fields, message)

    def _field(self, b: Veldbeschrijving, naar: str, *, v: bool) -> Schema:
        naar, v = b.veld.naar or naar, v or b.veld.vertrouwelijk
        forms = self._rows(b, naar, v=v) if b.meervoud else self._one(b, naar, v=v)
        hidden = {"doNotSuggest": True} if b.naam == "migratie" else {}
        return {
            "title": b.veld.label,
            "description": _description(b, naar, v=v),
            **hidden,
            "oneOf": forms,
        }

    def _one(self, b: Veldbeschrijving, naar: str, *, v: bool) -> list[Schema]:
        if b.model is None:
            assert b.waardetype
            value = self._value(b.waardetype, v=v)
            name = value["$ref"].rpartition("/")[2]
            long = self._shared(f"{name}-lang", lambda: self._long(value))
            more = self._shared(f"{name}-verloop", lambda: array({"oneOf": [value, long]}))
            return [value, long, more]
        return [self._block(b.model, naar, v=v), *self._instead(b.model, v=v)]

    def _rows(self, b: Veldbeschrijving, naar: str, *, v: bool) -> list[Schema]:
        if b.model is None:
            assert b.waardetype
            value = self._value(b.waardetype, v=v)
            values = array(value)
            return [values, value, self._long({"oneOf": [values, value]})]
        rows = array({"oneOf": [self._block(b.model, naar, v=v), *self._instead(b.model, v=v)]})
        none = self._no_answer(v=v)
        tabel = {"title": "Tabel", "description": _TABEL, **scalar()}
        long = self._long({"oneOf": [rows, none]})
        long["properties"] = {"tabel": tabel, **long["properties"]}
        return [rows, none, long]

    def _instead(self, model: type[Blok], *, v: bool) -> list[Schema]:
        """What may stand in the place of a block: no answer, or for some its only value."""
        for b in beschrijf(model):
            if b.naam == "waarde" and b.waardetype:
                return [self._value(b.waardetype, v=v)]
        return [self._no_answer(v=v)]

    def _block(self, model: type[Blok], naar: str, *, v: bool) -> Schema:
        name = f"{model.__name__}-{''.join(c for c in naar if c.isalpha())}{'-v' if v else ''}"
        return self._shared(name, lambda: self.block(model, naar, v=v))

    def _no_answer(self, *, v: bool) -> Schema:
        """Nothing, or the word that says so."""
        said = {**_ONBEKEND, **(_VERTROUWELIJK if v else {})}
        message = f"Hier horen velden, elk op een eigen regel, of het woord {' of '.join(said)}."
        name = f"geen-antwoord{'-v' if v else ''}"
        return self._shared(name, lambda: {"oneOf": words(said, (), message)})

    def _value(self, soort: Waardetype, *, v: bool) -> Schema:
        """One value of this type, or a word in its place."""
        said = {**_ONBEKEND, **(_VERTROUWELIJK if v else {})}
        name = f"{self._name(soort)}{'-v' if v else ''}"
        if not soort.options:
            other = {**scalar(), "pattern": f"^(?!(?:{'|'.join(said)})$)"}
            offered = {"enum": list(said), "markdownEnumDescriptions": list(said.values())}
            return self._shared(name, lambda: {"oneOf": [offered, other]})
        labels = list(soort.options.values())
        message = f"Dit is hier geen keuze. Kies uit: {', '.join(labels)}; of schrijf 'onbekend'."
        choices = words({**soort.options, **said}, labels, message)
        return self._shared(name, lambda: {"oneOf": choices})

    def _name(self, soort: Waardetype) -> str:
        """What a type is called among the definitions; each choice by the words to choose from."""
        if not soort.options:
            return soort.name.replace(" ", "-").replace("'", "")
        name = "keuze-" + "-".join(list(soort.options)[:3])
        while self._choices.setdefault(name, tuple(soort.options)) != tuple(soort.options):
            name += "-en-meer"
        return name

    def _long(self, value: Schema) -> Schema:
        """A value with where it comes from."""
        fields = {
            "waarde": {"title": "Waarde", "description": "Het antwoord zelf.", **_of(value)},
            "bron": {
                "title": "Bron",
                "description": f"Waar het staat: {BRON.example}.",
                **_of(self._value(BRON, v=False)),
            },
            "datum": {
                "title": "Datum",
                "description": f"Van wanneer het is: {DATUM.example}.",
                **_of(self._value(DATUM, v=False)),
            },
            "toelichting": {
                "title": "Toelichting",
                "description": "Wat een lezer erbij moet weten.",
                **_of(self._value(TEKST, v=False)),
            },
        }
        message = (
            "Een antwoord met zijn herkomst heeft deze velden: waarde, bron, datum, toelichting."
        )
        return closed(fields, message)

    def _shared(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to what is described once."""
        if name not in self.definitions:
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}


def _of(schema: Schema) -> Schema:
    """A schema beside words of its own, which nothing may stand beside in draft 7."""
    return {"oneOf": [schema]} if "$ref" in schema else schema


def _description(b: Veldbeschrijving, naar: str, *, v: bool) -> str:
    """What a reader is told of a field, a sentence for each thing."""
    options = list(b.waardetype.options.values()) if b.waardetype else []
    soort = f"een {kind(b)}" if b.waardetype is None or b.meervoud else kind(b)
    parts = [
        b.veld.uitleg,
        f"Hier past {soort}{for_example(b)}.",
        f"Kies uit: {'; '.join(options)}." if options else "",
        f"Nodig: {need}." if (need := required(b.veld.vereist)) else "",
        "Blijft intern." if naar == "i" else f"Komt in: {destination(naar)}.",
        "Mag vertrouwelijk zijn." if v else "",
    ]
    return "\n".join(part for part in parts if part)
