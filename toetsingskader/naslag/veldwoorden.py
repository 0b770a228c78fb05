"""What a reader is told of a field: what may stand there, when it is needed, where it lands."""

from toetsingskader.kader.veld import Veldbeschrijving, Vereist
from toetsingskader.naslag.brieven import letters
from toetsingskader.waarden.tekst import REGEL, TEKST

_NAAR = {"b": "brief", "n": "nota", "i": "intern"}


def kind(beschrijving: Veldbeschrijving) -> str:
    """What may stand there: "een datum", "lijst met regels"."""
    if beschrijving.waardetype is None:
        return "lijst met regels" if beschrijving.meervoud else "blok met velden"
    name = beschrijving.waardetype.name
    return f"lijst, elk {name}" if beschrijving.meervoud else name


def for_example(beschrijving: Veldbeschrijving) -> str:
    """What may be typed, where that is not just any text: ", bijvoorbeeld: 26 februari 2025"."""
    soort = beschrijving.waardetype
    if soort is None or soort.options or soort in (REGEL, TEKST):
        return ""
    return f", bijvoorbeeld: {soort.example.removesuffix('.')}"


def required(vereist: Vereist) -> str:
    """For which letters, or where, it is needed; empty when nothing asks for it."""
    return "in elke regel" if vereist.rij else asked(vereist)


def asked(vereist: Vereist) -> str:
    """For which letters it is needed, apart from the rows it stands in."""
    if not vereist.soorten:
        return ""
    text = letters(vereist.soorten)
    if vereist.als is not None:
        text += ", in sommige gevallen"
    return f"{text}; 'onbekend' is niet genoeg" if vereist.bekend else text


def destination(naar: str) -> str:
    """Where it may land: "brief en nota"."""
    return " en ".join(_NAAR[c] for c in naar if c in _NAAR)
