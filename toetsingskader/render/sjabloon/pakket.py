"""What must not be in a Word template: what runs, what is fetched from elsewhere, what leaks."""

import re
from collections.abc import Iterator

from toetsingskader.render.ooxml import W
from toetsingskader.render.sjabloon.delen import MAIN, Delen, near, own_text
from toetsingskader.sjablonen import Gebrek

_TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange",
            "trPrChange", "tcPrChange", "sectPrChange", "numberingChange")  # fmt: skip
_MAIN_RELATIONS = "word/_rels/document.xml.rels"
_INTEGER = re.compile(r"-?\d{1,10}")
_NUMBERS = (
    (f"{W}bookmarkStart", ("id",)),
    (f"{W}bookmarkEnd", ("id",)),
    (f"{W}id", ("val",)),
    (f"{W}pgSz", ("w",)),
    (f"{W}pgMar", ("left", "right")),
)
"""What the letter's text is fitted to."""
_FETCHED = ("INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO")


def check_package(delen: Delen) -> Iterator[Gebrek]:
    """Macros, objects, links outside, tracked changes, comments, hidden text, no page."""
    if "word/vbaProject.bin" in delen.namen or b"macroEnabled" in delen.soorten:
        yield Gebrek("het bestand bevat macro's. Sla het in Word op als .docx zonder macro's.")
    if any(n.startswith(("word/embeddings/", "word/activeX/")) for n in delen.namen) or any(
        True for _, root in delen.letterhead for _ in root.iter(f"{W}object", f"{W}control")
    ):
        yield Gebrek(
            "er zit een object van een ander programma in (OLE of ActiveX). Verwijder het."
        )
    yield from _outside(delen)
    yield from _left_behind(delen)
    yield from _not_of_word(delen)
    if next(delen.xml[MAIN].iter(f"{W}pgSz"), None) is None or (
        next(delen.xml[MAIN].iter(f"{W}pgMar"), None) is None
    ):
        yield Gebrek("er is geen pagina-instelling (papier en marges). Sla het op met Word.")


def _not_of_word(delen: Delen) -> Iterator[Gebrek]:
    """Numbers that are none, and lists of parts that are none: no Word writes those."""
    main = delen.xml[MAIN]
    numbers = [e.get(W + a, "0") for tag, names in _NUMBERS for e in main.iter(tag) for a in names]
    lists = [root for name, root in delen.xml.items() if name.endswith(".rels")]
    if (
        _MAIN_RELATIONS not in delen.xml
        or not all(_INTEGER.fullmatch(n) for n in numbers)
        or not all(str(root.tag).endswith("}Relationships") for root in lists)
    ):
        yield Gebrek("het bestand is beschadigd. Open het in Word en sla het opnieuw op.")


def _outside(delen: Delen) -> Iterator[Gebrek]:
    """Everything that is fetched from elsewhere; a hyperlink is only followed when asked."""
    for name, root in sorted(delen.xml.items()):
        for relation in root if name.endswith(".rels") else ():
            if relation.get("TargetMode") == "External" and not relation.get("Type", "").endswith(
                "/hyperlink"
            ):
                kind = relation.get("Type", "").rpartition("/")[2]
                yield Gebrek(
                    f"het bestand haalt iets van buiten ({kind}). Sluit een afbeelding in, en "
                    "koppel een documentsjabloon los (Ontwikkelaars, Documentsjabloon).",
                    near(relation.get("Target", "")),
                )
    for _, root in delen.letterhead:
        for element in root.iter(f"{W}instrText", f"{W}fldSimple"):
            code = (element.text or element.get(f"{W}instr") or "").split()
            if code and code[0].upper() in _FETCHED:
                yield Gebrek(
                    "dit Word-veld haalt iets van buiten. Verwijder het.", near(" ".join(code))
                )


def _left_behind(delen: Delen) -> Iterator[Gebrek]:
    """What authors of the template left, and would go out with every letter."""
    for _, root in delen.letterhead:
        for change in root.iter(*(W + tag for tag in _TRACKED)):
            paragraph = next(change.iterancestors(f"{W}p"), None)
            yield Gebrek(
                "er staan bijgehouden wijzigingen in. Aanvaard of weiger ze (Controleren).",
                near(own_text(paragraph)) if paragraph is not None else "",
            )
            break
        for hidden in root.iter(f"{W}vanish"):
            run = next(hidden.iterancestors(f"{W}r"), None)
            text = "".join(t.text or "" for t in run.iter(f"{W}t")) if run is not None else ""
            if text.strip():
                yield Gebrek("hier staat verborgen tekst; zij gaat mee met elke brief.", near(text))
    comments = delen.xml.get("word/comments.xml")
    for comment in comments.iter(f"{W}comment") if comments is not None else ():
        text = "".join(t.text or "" for t in comment.iter(f"{W}t"))
        yield Gebrek("deze opmerking zou in elke brief staan. Verwijder haar.", near(text))
    if any(n.startswith("customXml/") for n in delen.namen):
        yield Gebrek(
            "het bestand bevat verborgen gegevens (customXml), die met elke brief meegaan. "
            "Verwijder ze met Bestand, Info, Document controleren.",
            ernstig=False,
        )
