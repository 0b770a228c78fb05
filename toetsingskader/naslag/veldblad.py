"""A field of the framework as a reader sees it: what may stand there, when, where it lands."""

from collections.abc import Iterator
from dataclasses import dataclass

from toetsingskader.kader.antwoord import Blok
from toetsingskader.kader.punt import GEMEENSCHAPPELIJK, Punt
from toetsingskader.kader.veld import Veldbeschrijving, Vereist, alle_velden
from toetsingskader.naslag.brieven import letters

_NAAR = {"b": "brief", "n": "nota", "i": "intern"}


@dataclass(frozen=True)
class Veldblad:
    """One field as a reader sees it."""

    veld: str
    label: str
    uitleg: str
    soort: str
    keuzes: tuple[str, ...]
    vereist: str
    bestemming: str
    vertrouwelijk: bool
    """Whether `vertrouwelijk` may be answered."""


def own_fields(punt: type[Punt]) -> Iterator[Veldblad]:
    """The point's own fields; those every point has stand in the handleiding."""
    return (v for v in fields(punt) if v.veld.split(".")[0] not in GEMEENSCHAPPELIJK)


def fields(model: type[Blok]) -> Iterator[Veldblad]:
    """Every field of a file, those of rows and blocks included."""
    naar: dict[str, str] = {}
    secret: dict[str, bool] = {}
    for pad, beschrijving in alle_velden(model):
        around = pad.rpartition(".")[0]
        veld = beschrijving.veld
        naar[pad] = veld.naar or naar.get(around, "b")
        secret[pad] = veld.vertrouwelijk or secret.get(around, False)
        yield Veldblad(
            pad,
            veld.label,
            veld.uitleg,
            _kind(beschrijving),
            tuple(beschrijving.waardetype.options.values()) if beschrijving.waardetype else (),
            _required(veld.vereist),
            " en ".join(_NAAR[c] for c in naar[pad] if c in _NAAR),
            secret[pad],
        )


def _kind(beschrijving: Veldbeschrijving) -> str:
    if beschrijving.waardetype is None:
        return "lijst met regels" if beschrijving.meervoud else "blok met velden"
    name = beschrijving.waardetype.name
    return f"lijst, elk {name}" if beschrijving.meervoud else name


def _required(vereist: Vereist) -> str:
    if vereist.rij:
        return "in elke regel"
    if not vereist.soorten:
        return ""
    text = letters(vereist.soorten)
    if vereist.als is not None:
        text += ", in sommige gevallen"
    return f"{text}; 'onbekend' is niet genoeg" if vereist.bekend else text
