"""What reading a file gives: data, the place of everything, prose and faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

Data = None | str | list["Data"] | dict[str, "Data"]
"""What a file holds: every value is text, as it was typed, or None where nothing stands."""

Pad = tuple[str | int, ...]
"""The way to a value: keys, and positions in lists from 0."""


@cache  # As many paths as the framework has fields.
def dotted(pad: Pad) -> str:
    """A path without row numbers: "mandaat.rechtsgronden.status"."""
    return ".".join(str(p) for p in pad if not isinstance(p, int))


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file, from 1; columns in code points."""

    regel: int
    kolom: int
    bestand: str = ""
    """Which file, where that is another than the one being read: a table it refers to."""


@dataclass(frozen=True)
class Fault:
    """Something that cannot be read as written, with a sentence for its author."""

    location: Location
    code: str
    tekst: str
    let_op: bool = False
    """Whether it was read as written, and only a person can tell whether that is what was meant."""


@dataclass(frozen=True)
class Source:
    """A file as read. Whatever its faults, the rest of it stands here."""

    data: Data
    places: Mapping[Pad, Location] = field(default_factory=dict)
    """Where each key and each list item begins; the path () is the structured part itself."""
    values: Mapping[Pad, Location] = field(default_factory=dict)
    """Where each value begins; an empty one right after its key or dash."""
    body: str = ""
    """The Markdown after the front matter, with `\\n` as line end."""
    body_regel: int = 1
    """The line on which `body` begins."""
    faults: tuple[Fault, ...] = ()
    readable: bool = True
    """False only when the structured part cannot be used at all."""

    @property
    def broken(self) -> bool:
        """Whether something cannot be read as written; a mere *let op* does not count."""
        return not self.readable or any(not fault.let_op for fault in self.faults)
