"""One field of the framework as a reader of a reference page sees it."""

from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.veld import Veldbeschrijving, Vereist, alle_velden
from toetsingskader.naslag.veldwoorden import asked, destination
from toetsingskader.regels import oekraine

_OVERAL = frozenset({"bron", "datum", "toelichting", "missie"})


@dataclass(frozen=True)
class Veldblad:
    """What there is to know of a field before one types in it."""

    veld: str
    label: str
    uitleg: str
    soort: str
    keuzes: tuple[str, ...]
    voorbeeld: str
    """What may be typed; empty where that follows from the kind, or for a block of fields."""
    vereist: str
    bestemming: str
    vertrouwelijk: bool
    """Whether `vertrouwelijk` may be answered."""

    @property
    def overal(self) -> bool:
        """Whether it is one of those that any row or block may have, with nothing special."""
        name = self.veld.rpartition(".")
        return bool(name[0]) and name[2] in _OVERAL and not (self.vereist or self.uitleg)

    @property
    def betekenis(self) -> str:
        """Its name for people, and what it is for."""
        return ". ".join(filter(None, (self.label, self.uitleg)))

    @property
    def typen(self) -> str:
        """What one types: the kind of value, and its choices or an example."""
        if self.keuzes:
            return f"{self.soort}: {', '.join(self.keuzes)}"
        return f"{self.soort}, zoals {self.voorbeeld}" if self.voorbeeld else self.soort

    @property
    def komt_in(self) -> str:
        """Where it lands, and whether it may stay elsewhere."""
        return self.bestemming + ("; mag 'vertrouwelijk' zijn" if self.vertrouwelijk else "")


def field_sheets(sleutel: str, model: type[Blok]) -> Iterator[Veldblad]:
    """Every field of a point or the dossier, those of rows and blocks included."""
    naar: dict[str, str] = {}
    rows: dict[str, bool] = {}
    secret: dict[str, bool] = {}
    for pad, beschrijving in alle_velden(model):
        around = pad.rpartition(".")[0]
        veld = beschrijving.veld
        naar[pad] = veld.naar or naar.get(around, "b")
        rows[pad] = beschrijving.meervoud
        secret[pad] = veld.vertrouwelijk or secret.get(around, False)
        kind = beschrijving.waardetype
        yield Veldblad(
            pad,
            veld.label,
            veld.uitleg,
            _kind(beschrijving),
            tuple(kind.options.values()) if kind else (),
            "" if beschrijving.voorbeeld == "…" else beschrijving.voorbeeld,
            _required(f"{sleutel}.{pad}", veld.vereist, in_row=rows.get(around, False)),
            destination(naar[pad]),
            secret[pad],
        )


def _kind(beschrijving: Veldbeschrijving) -> str:
    if beschrijving.waardetype is None:
        return f"{'regels, elk met ' if beschrijving.meervoud else ''}de velden hieronder"
    name = beschrijving.waardetype.name
    return f"lijst, elk {name}" if beschrijving.meervoud else name


def _required(pad: str, vereist: Vereist, *, in_row: bool) -> str:
    if vereist.rij:
        return "in elke regel" if in_row else "als u dit onderdeel invult"
    extra = oekraine.VEREIST.get(pad)
    return "; ".join(
        filter(
            None,
            (
                asked(vereist),
                f"met regelset {oekraine.REGELSET} {asked(extra)}" if extra else "",
            ),
        )
    )
