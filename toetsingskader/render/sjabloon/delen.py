"""The parts of a Word file as XML, and the few questions that every check asks of them."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from toetsingskader.render.ooxml import W

MAIN = "word/document.xml"
LETTERHEAD = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
"""The parts in which fields are filled in."""

_TYPES = "[Content_Types].xml"
_MAX_BYTES = 200_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_NO_WORD = "is geen Word-document; sla het in Word op als .docx"
_PROTECTED = (
    "is een ouder Word-bestand (.doc), of beveiligd met een wachtwoord; sla het in Word op als "
    ".docx, zonder wachtwoord"
)
_OTHER_KIND = (
    "is een Word-bestand van een andere soort (.dotx of Strict Open XML); sla het in Word op als "
    "gewoon .docx"
)


@dataclass(frozen=True)
class Delen:
    """What is in a Word file: its XML, and the names of everything."""

    xml: dict[str, etree._Element]
    namen: frozenset[str]
    soorten: bytes
    """The list of what kind each part is, as it stands there."""

    @property
    def letterhead(self) -> Iterator[tuple[str, etree._Element]]:
        """The parts in which fields are filled in, the body first."""
        return ((n, self.xml[n]) for n in sorted(self.xml) if LETTERHEAD.fullmatch(n))


def open_parts(data: bytes) -> Delen:
    """Open a Word file; raises ValueError with the end of a Dutch sentence when it is none."""
    if data.startswith(_OLD):
        raise ValueError(_PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_BYTES:
                raise ValueError("is uitgepakt te groot voor een briefsjabloon")
            raw = {n: archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))}
            names = frozenset(archive.namelist())
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        delen = Delen(
            {name: etree.fromstring(content, parser) for name, content in raw.items()},
            names,
            raw[_TYPES],
        )
        main = delen.xml[MAIN]
    except (zipfile.BadZipFile, KeyError, EOFError, OSError) as error:
        raise ValueError(_NO_WORD) from error
    except (etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise ValueError(_NO_WORD) from error
    if b"template.main+xml" in delen.soorten or main.tag != f"{W}document":
        raise ValueError(_OTHER_KIND)
    return delen


def own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The pieces of text of a paragraph, without the text boxes that hang in it."""
    for element in paragraph.iter(f"{W}t"):
        if next(element.iterancestors(f"{W}p"), None) is paragraph:
            yield element


def own_text(paragraph: etree._Element) -> str:
    """What a paragraph says, without the text boxes that hang in it."""
    return "".join(element.text or "" for element in own_texts(paragraph))


def near(text: str) -> str:
    """How a place in the template is pointed at."""
    words = " ".join(text.split())
    return f"bij '{words if len(words) <= 60 else words[:57] + '…'}'" if words else ""
