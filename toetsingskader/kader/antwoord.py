"""How a question of the framework is answered in the record: a fact, a list, a block of fields.

Every answer may also be empty, `onbekend` (asked, not known) or `vertrouwelijk` (known, kept
elsewhere). A fact may be written short (`steun: onduidelijk`) or long, with its source, date and
explanation; a stance may be a dated list, of which the newest up to the peildatum counts.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final, Generic, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, PrivateAttr, model_validator
from pydantic.functional_validators import ModelWrapValidatorHandler
from pydantic_core import CoreSchema
from pydantic_core import core_schema as cs

from toetsingskader.source import Verwijzing, parse_citations
from toetsingskader.waarden.datum import DATUM, Datum
from toetsingskader.waarden.tekst import TEKST
from toetsingskader.waarden.waardetype import Waardetype, normalise, refuse

T_co = TypeVar("T_co", covariant=True)


class Staat(StrEnum):
    """Whether and how a question is answered."""

    LEEG = "leeg"
    BEKEND = "bekend"
    ONBEKEND = "onbekend"
    VERTROUWELIJK = "vertrouwelijk"


def _parse_bron(text: str) -> tuple[Verwijzing, ...]:
    found = parse_citations(text)
    if not found:
        raise refuse(
            "BRON",
            f"'{text}' is geen verwijzing naar een bron. Schrijf de sleutel uit bronnen.yaml met "
            "een apenstaart, tussen aanhalingstekens; bijvoorbeeld: '@rapport-2025, p. 7'.",
        )
    return tuple(found)


def _show_bron(bron: Any) -> str:
    return "; ".join(f"{v.sleutel}, {v.locator}" if v.locator else v.sleutel for v in bron)


BRON = Waardetype("een verwijzing naar een bron", _parse_bron, _show_bron, "'@rapport-2025, p. 7'")
BronVeld = Annotated[tuple[Verwijzing, ...], BRON]
_SPECIAL = {"onbekend": Staat.ONBEKEND, "vertrouwelijk": Staat.VERTROUWELIJK}
LONG_KEYS = frozenset({"waarde", "bron", "datum", "toelichting"})


def _special(raw: object) -> Staat | None:
    return _SPECIAL.get(normalise(raw)) if isinstance(raw, str) else None


_HERKOMST = {
    naam: cs.typed_dict_field(soort.schema, required=False)
    for naam, soort in (("bron", BRON), ("datum", DATUM), ("toelichting", TEKST))
}


def _long_form(value: CoreSchema) -> CoreSchema:
    """Give the schema of {waarde, bron, datum, toelichting}."""
    return cs.typed_dict_schema(
        {"waarde": cs.typed_dict_field(value, required=False), **_HERKOMST},
        extra_behavior="forbid",
    )


def _value_schema(item: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    """How one value is read; asking pydantic about each of our own types would cost 50 ms."""
    own = [a for a in get_args(item) if isinstance(a, Waardetype)]
    return own[0].schema if own else handler.generate_schema(item)


class Antwoord:
    """What a fact and a list have in common. Never changed after it was read.

    No dataclass: pydantic would read the class's own fields instead of asking it how to be read.
    """

    __slots__ = ("bron", "datum", "staat", "toelichting")

    def __init__(
        self,
        staat: Staat = Staat.LEEG,
        bron: tuple[Verwijzing, ...] = (),
        datum: Datum | None = None,
        toelichting: str = "",
    ) -> None:
        self.staat: Final = staat
        self.bron: Final = bron
        self.datum: Final = datum
        self.toelichting: Final = toelichting

    @property
    def bekend(self) -> bool:
        """Whether the value itself is in the record."""
        return self.staat is Staat.BEKEND


def _common(long: dict[str, Any]) -> dict[str, Any]:
    return {
        "bron": long.get("bron") or (),
        "datum": long.get("datum"),
        "toelichting": long.get("toelichting") or "",
    }


class Feit(Antwoord, Generic[T_co]):
    """One value; `waarde` is None unless `bekend`.

    `verloop` holds all dated values, oldest first, when the record gives more than one.
    """

    __slots__ = ("verloop", "waarde")

    def __init__(
        self,
        staat: Staat = Staat.LEEG,
        waarde: T_co | None = None,
        verloop: tuple["Feit[T_co]", ...] = (),
        **herkomst: Any,
    ) -> None:
        super().__init__(staat, **herkomst)
        self.waarde: Final = waarde
        self.verloop: Final = verloop

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = _value_schema(get_args(source)[0], handler)
        value = cs.no_info_wrap_validator_function(lambda raw, h: _special(raw) or h(raw), inner)
        # Always a list inside: a short value, a long one and a dated list are then one shape.
        return cs.with_info_wrap_validator_function(cls._read, cs.list_schema(_long_form(value)))

    @classmethod
    def _read(cls, raw: Any, handler: Any, info: Any) -> "Feit[T_co]":
        if raw is None:
            return cls()
        items = raw if isinstance(raw, list) else [raw]
        if len(items) > 1 and not all(isinstance(i, dict) and "datum" in i for i in items):
            raise refuse(
                "EEN_WAARDE",
                "Hier past één waarde. Meer waarden mag alleen als elke waarde een eigen datum "
                "heeft, zoals: - {waarde: nee, datum: 26 februari 2025}.",
            )
        longs = handler([i if isinstance(i, dict) else {"waarde": i} for i in items])
        feiten = [cls._make(long) for long in longs]
        if len(feiten) == 1:
            return feiten[0]
        return cls._newest(feiten, (info.context or {}).get("peildatum"))

    @classmethod
    def _make(cls, long: dict[str, Any]) -> "Feit[T_co]":
        value = long.get("waarde")
        if value is None or value == "":
            return cls(**_common(long))
        if isinstance(value, Staat):
            return cls(staat=value, **_common(long))
        return cls(staat=Staat.BEKEND, waarde=value, **_common(long))

    @classmethod
    def _newest(cls, feiten: list["Feit[T_co]"], peildatum: date | None) -> "Feit[T_co]":
        dated = sorted(
            (f for f in feiten if f.datum), key=lambda f: f.datum.van if f.datum else date.min
        )
        current = [f for f in dated if f.datum and (not peildatum or f.datum.van <= peildatum)]
        if not current:
            return cls(verloop=tuple(dated))
        last = current[-1]
        return cls(
            last.staat,
            last.waarde,
            tuple(dated),
            bron=last.bron,
            datum=last.datum,
            toelichting=last.toelichting,
        )


class Lijst(Antwoord, Generic[T_co]):
    """Rows or values; iterates over them, empty unless `bekend`."""

    __slots__ = ("rijen",)

    def __init__(
        self, staat: Staat = Staat.LEEG, rijen: tuple[T_co, ...] = (), **herkomst: Any
    ) -> None:
        super().__init__(staat, **herkomst)
        self.rijen: Final = rijen

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.rijen)

    def __len__(self) -> int:
        return len(self.rijen)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        item = get_args(source)[0]
        rows = isinstance(item, type) and issubclass(item, BaseModel)
        inner = cs.list_schema(_value_schema(item, handler))

        def read(raw: Any, h: Any) -> "Lijst[T_co]":
            return cls._read(raw, h, rows=rows)

        return cs.no_info_wrap_validator_function(read, _long_form(inner))

    @classmethod
    def _read(cls, raw: Any, handler: Any, *, rows: bool) -> "Lijst[T_co]":
        is_long = isinstance(raw, dict) and set(raw) <= LONG_KEYS and "waarde" in raw
        long = raw if is_long else {"waarde": raw}
        waarde = long["waarde"]
        if isinstance(waarde, list) and len(waarde) == 1 and _special(waarde[0]):
            waarde = waarde[0]
        staat = Staat.LEEG if waarde is None else _special(waarde) or Staat.BEKEND
        if staat is not Staat.BEKEND:
            waarde = []
        elif isinstance(waarde, str) and not rows:
            waarde = [waarde]
        if not isinstance(waarde, list):
            raise refuse("LIJST", f"Hier hoort een lijst. {_how_to_list(waarde)}")
        read = handler({**long, "waarde": waarde})
        values = tuple(v for v in read["waarde"] if v is not None)
        return cls(staat=staat, rijen=values, **_common(read))


def _how_to_list(raw: Any) -> str:
    if isinstance(raw, dict) and raw:
        return f"Zet '- ' voor '{next(iter(raw))}', en zo bij elke regel van de lijst."
    return "Zet elke regel op een nieuwe regel achter '- ', of schrijf 'onbekend'."


class Blok(BaseModel):
    """A block of fields; closed, frozen, and as a whole possibly `onbekend` or `vertrouwelijk`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    voorbeeld: ClassVar[str] = ""
    """What may be typed, where an example made from its fields would mislead."""

    _staat: Staat = PrivateAttr(Staat.LEEG)
    _visits: Any = PrivateAttr(None)
    """What `veld.visits` remembers."""

    @property
    def staat(self) -> Staat:
        """Whether and how the block as a whole is answered."""
        return self._staat

    @property
    def bekend(self) -> bool:
        """Whether its fields stand in the record."""
        return self._staat is Staat.BEKEND

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, raw: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(raw, cls):
            return raw
        staat = _special(raw) or (Staat.LEEG if raw in (None, {}) else Staat.BEKEND)
        if staat is not Staat.BEKEND:
            blok = handler({})
        elif isinstance(raw, str) and "waarde" in cls.model_fields:
            blok = handler({"waarde": raw})
        elif isinstance(raw, dict):
            blok = handler(raw)
        else:
            # What to type follows from the fields; see `validation.wording`.
            raise refuse("BLOK", "Hier horen velden, elk op een eigen regel.")
        blok._staat = blok._state_of_fields() if staat is Staat.BEKEND else staat
        return blok

    def _state_of_fields(self) -> Staat:
        """A block in which nothing was answered is empty; with only *onbekend* it is unknown."""
        staten = {getattr(self, naam).staat for naam in type(self).model_fields} - {Staat.LEEG}
        if not staten:
            return Staat.LEEG
        return Staat.ONBEKEND if staten == {Staat.ONBEKEND} else Staat.BEKEND
