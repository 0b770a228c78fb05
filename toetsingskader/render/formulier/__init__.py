"""A form → a DOCX in the styles of the house template, every field a content control."""

from collections.abc import Iterator
from zipfile import BadZipFile

from lxml import etree

from toetsingskader.document import VINGERAFDRUK
from toetsingskader.errors import ToolError
from toetsingskader.formulier import waarden
from toetsingskader.formulier.model import Formulier, Puntformulier
from toetsingskader.formulier.proza import paragraphs
from toetsingskader.render.formulier.besturing import W15, Controls, run
from toetsingskader.render.formulier.onderdelen import Painter, paragraph, spaced
from toetsingskader.render.formulier.opmaak import add_styles, replace_pages, section
from toetsingskader.render.ooxml import R, W
from toetsingskader.render.package import MAIN, Package
from toetsingskader.render.properties import set_core, set_custom

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_VALUES = "customXml/item1.xml"
_HOW = (
    "Vul in wat u weet; laat leeg wat u niet weet of wat niet uw zaak is. Wat u niet aanraakt, "
    "blijft in het dossier zoals het is. Een sterretje (*) staat bij wat een brief nodig heeft.",
    "Kies of typ 'onbekend' als u het hebt nagegaan en het niet bekend is. Kies of typ "
    "'vertrouwelijk' als het bekend is, maar hier niet mag staan. Zet nooit gerubriceerde "
    "inhoud in dit formulier.",
    "In een lijst voegt u een regel toe met het plusje rechts van een regel, of in de lege regel "
    "onderaan. Een regel haalt u weg met de rechtermuisknop. Ziet u geen plusje, gebruik dan de "
    "lege regel.",
    "Noem bij een bron de sleutel uit de bronnenlijst met een apenstaart, zoals "
    "@rapport-2025, p. 7. Staat een bron er nog niet in, noem haar dan in de mail.",
    "Stuur dit bestand als bijlage terug aan de secretaris van het dossier. Die ziet eerst wat er "
    "wijzigt, en neemt het dan over.",
)


def render_form(formulier: Formulier, template: bytes) -> bytes:
    """The Word file of one owner; raises ToolError for a template that is no Word file."""
    try:
        package = Package(template)
    except (KeyError, ValueError, OSError, BadZipFile) as error:
        raise ToolError("Het Word-sjabloon van de brief is beschadigd.") from error
    titel = f"Formulier {formulier.eigenaar}"
    replace_pages(
        package, f"INTERN – {titel} – {formulier.titel}", f"Versie: {formulier.versie} – pagina "
    )
    main = _main(formulier, titel)
    add_styles(package, main)
    package.put(MAIN, main)
    package.parts[_VALUES] = waarden.write(formulier.punten)
    package.relate(MAIN, "formulier-waarden", f"{R[1:-1]}/customXml", f"../{_VALUES}")
    set_core(package, titel, formulier.titel, formulier.eigenaar, formulier.tijdstip)
    prints = {VINGERAFDRUK + p.sleutel: p.vingerafdruk for p in formulier.punten}
    set_custom(package, {**formulier.eigenschappen, **prints})
    return package.zipped()


def _main(formulier: Formulier, titel: str) -> etree._Element:
    names = {"w": W[1:-1], "r": R[1:-1], "w15": W15[1:-1], "mc": _MC}
    root = etree.Element(f"{W}document", nsmap=names)
    root.set(f"{{{_MC}}}Ignorable", "w15")
    body = etree.SubElement(root, f"{W}body")
    body.extend(_head(formulier, titel))
    for punt in formulier.punten:
        body.extend(_point(punt))
    body.append(section())
    return root


def _head(formulier: Formulier, titel: str) -> Iterator[etree._Element]:
    yield paragraph("Title", run(titel))
    yield paragraph("Kader", run("INTERN", "Veldlabel"))
    yield paragraph(
        "Kader",
        run(
            "Dit formulier is voor intern gebruik: het vraagt ook gegevens die niet in een brief "
            "komen. Stuur het niet buiten de betrokken directies."
        ),
    )
    for label, value in (
        ("Beoordeling", formulier.titel),
        ("Dossier", formulier.slug),
        ("Gemaakt uit versie", formulier.versie),
        ("Eigenaar", formulier.eigenaar),
        ("Punten", "; ".join(punt.titel for punt in formulier.punten)),
    ):
        yield labelled(label, value)
    yield paragraph("Heading1", run("Zo werkt dit formulier"))
    for sentence in _HOW:
        yield paragraph("BodyText", run(sentence))


def labelled(label: str, value: str) -> etree._Element:
    """A line that says something and asks nothing."""
    tab = etree.Element(f"{W}r")
    etree.SubElement(tab, f"{W}tab")
    return paragraph("Veld", run(label, "Veldlabel"), tab, run(value))


def _point(punt: Puntformulier) -> Iterator[etree._Element]:
    yield paragraph("Heading1", run(punt.titel), new_page=True)
    yield paragraph("BodyText", run(punt.vraag))
    yield paragraph("Hulp", run(f"Waarom deze vraag. {punt.waarom}"))
    for i, sentence in enumerate(punt.goed):
        yield paragraph("Hulp", run(f"{'Een goed antwoord. ' if i == 0 else ''}{sentence}"))
    controls = Controls(punt.sleutel)
    if not punt.leesbaar:
        yield paragraph(
            "Openstaand",
            run(
                f"Het bestand {punt.bestand} kan nu niet helemaal worden gelezen, en daarom is "
                "hier niets in te vullen. Vraag de secretaris het eerst te herstellen."
            ),
        )
        return
    painter = Painter(controls, punt.sleutel, punt.bestand)
    for kop, onderdelen in (("Gegevens", punt.onderdelen), ("Over dit punt", punt.over)):
        if onderdelen:
            yield spaced("Heading2", kop)
        for onderdeel in onderdelen:
            yield from painter.part(onderdeel)
    yield spaced("Heading2", "Tekst voor de brief")
    yield paragraph(
        "Hulp",
        run(
            "Een lege regel begint een nieuwe alinea. *Nadruk* staat tussen sterretjes en "
            "[@rapport-2025, p. 7] is een voetnoot met die bron: laat dat zo staan."
        ),
    )
    texts = [paragraph("BodyText", run(block)) for block in paragraphs(punt.tekst)]
    yield from controls.text(f"Tekst: {punt.titel}", texts or [paragraph("BodyText", run("", ""))])
