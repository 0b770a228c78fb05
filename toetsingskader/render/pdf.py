"""The home of typst: markup and the letterhead's values in, PDF/UA-1 and PDF/A-2a out."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from toetsingskader.document import Document
from toetsingskader.errors import ToolError
from toetsingskader.render.figuren import Plaatje
from toetsingskader.render.glyphs import replace_missing
from toetsingskader.render.logo import Logo


def font_folder() -> Path:
    """The folder of the packaged text font."""
    spec = find_spec("ttf_opensans")
    for folder in spec.submodule_search_locations or () if spec else ():
        path = Path(folder, "ttf")
        if path.is_dir():
            return path
    raise ToolError(
        "Het lettertype van de PDF ontbreekt. "
        "Installeer het pakket opnieuw: python -m pip install --force-reinstall ttf-opensans."
    )


_DRAWING = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.breedte) * 1mm)"""
_SHARPNESS = 300
_LETTERS = '<style xmlns="http://www.w3.org/2000/svg">*{font-family:"Open Sans" !important}</style>'
"""Put into a drawing: the font it asks for is not there, and another would be chosen unseen."""


def draw(svg: str, breedte: float) -> bytes | None:
    """A drawing as PNG, `breedte` millimetres wide; None when typst cannot draw it."""
    import typst

    fonts = font_folder()
    shown = replace_missing({"svg": svg}, fonts)[0]["svg"]
    with_font = re.sub(r"(<(?:\w+:)?svg\b[^>]*[^/]>)", rf"\1{_LETTERS}", shown, count=1)
    try:
        png = typst.compile(
            _DRAWING,
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[fonts]),
            sys_inputs={"svg": with_font, "breedte": str(breedte)},
            format="png",
            ppi=_SHARPNESS,
        )
    except typst.TypstError:
        return None
    return png if isinstance(png, bytes) else None


def write(
    document: Document,
    markup: str,
    plaatjes: Iterable[Plaatje],
    template: Path,
    logo: Logo | None = None,
) -> tuple[bytes, tuple[str, ...]]:
    """The letter as PDF, and the characters that were replaced because no font has them."""
    import typst

    head = {**asdict(document.hoofd), "titel": document.titel, "onderwerp": document.onderwerp}
    fonts = font_folder()
    texts, replaced = replace_missing(
        {"hoofd": json.dumps(head, ensure_ascii=False), "tekst": markup}, fonts
    )
    if logo:
        texts |= {"logo": logo.plaatje.as_svg(), "logotekst": logo.tekst}
    texts["figuren"] = json.dumps({p.naam: p.as_svg() for p in plaatjes})
    try:
        data, warnings = typst.compile_with_warnings(
            template,
            root=template.parent,
            font_paths=[fonts],
            ignore_system_fonts=True,
            sys_inputs=texts,
            pdf_standards=["ua-1", "a-2a"],
            timestamp=document.tijdstip,
        )
    except typst.TypstError as error:
        raise ToolError(_failure(template, error.message, error.hints)) from error
    for warning in warnings:
        if "font" in warning.message:
            raise ToolError(_failure(template, warning.message, warning.hints))
    assert isinstance(data, bytes)
    return with_clear_ends(data), replaced


def with_clear_ends(data: bytes) -> bytes:
    """A stream whose last byte happens to be CR gets CR LF behind it instead of only LF.

    A check that takes the CR for part of that line end finds the stream too short for PDF/A.
    """
    places = [m.start() + 1 for m in re.finditer(rb"\r\nendstream\nendobj", data)]
    start = data.rindex(b"startxref\n")
    table = int(data[start:].split()[1])
    if not places or not data.startswith(b"xref", table):
        return data

    def moved(offset: int) -> int:
        return offset + bisect_left(places, offset)

    entries = re.sub(
        rb"(\d{10})(?= \d{5} n)", lambda m: b"%010d" % moved(int(m[1])), data[table:start]
    )
    pieces = zip([0, *places], [*places, table], strict=True)
    body = b"\r".join(data[begin:end] for begin, end in pieces)
    return body + entries + b"startxref\n%d\n%%%%EOF" % moved(table)


def _failure(template: Path, message: str, hints: list[str]) -> str:
    detail = "; ".join([message, *hints])
    return (
        f"De PDF van de brief kon niet worden gemaakt met het sjabloon {template.name}. "
        f"Typst meldt: {detail}."
    )
