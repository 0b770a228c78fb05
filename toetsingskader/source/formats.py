"""Recognises files that are no text of a record, by how they begin."""

import re

from toetsingskader.source import wording
from toetsingskader.source.model import Fault

_WORD = (b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How files of Word begin: a zip archive, rich text, and a .doc of before 2007."""
_REFERENCES = "Voer de bronnen in Zotero uit als CSL YAML, en zet die tekst in bronnen.yaml."
_OTHER = (
    (re.compile(rb"%PDF-"), "een PDF", "Zet de tekst zelf in het bestand."),
    (
        re.compile(rb"<(?:!doctype|html)", re.IGNORECASE),
        "een webpagina",
        "Zet alleen de tekst zelf in het bestand, zonder opmaak.",
    ),
    (re.compile(rb"@\w+\s*\{"), "een lijst van bronnen in BibTeX", _REFERENCES),
    (re.compile(rb"TY  - "), "een lijst van bronnen in RIS", _REFERENCES),
)


def other_format(raw: bytes) -> Fault | None:
    """What is wrong with a file that is no plain text; None when it may be."""
    head = raw[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(_WORD):
        return wording.word_file()
    found = next((x for x in _OTHER if x[0].match(head)), None)
    return wording.other_kind(found[1], found[2]) if found else None
