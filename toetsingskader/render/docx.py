"""The home of docxtpl: the Word template with the values of the letterhead filled in."""

import io
from dataclasses import fields
from pathlib import Path

from toetsingskader.document import BRIEF, Briefhoofd, Vorm
from toetsingskader.errors import ToolError
from toetsingskader.render.graft import PLACE
from toetsingskader.render.sjabloon import check_template
from toetsingskader.render.sjabloon.taal import TEXT_FIELD, environment
from toetsingskader.sjablonen import code_in_dutch

_REFUSED = (ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError)
"""What docxtpl raises for a file that is not what it expects, and codes for what cannot be."""

_SHOWN = 5
"""How many things that are wrong one message names."""


def fill(template: Path, hoofd: Briefhoofd, vorm: Vorm = BRIEF) -> bytes:
    """The letterhead with its values; a marker paragraph stands where the text must come.

    Raises ToolError for a template that is wrong, before anything is made of it.
    """
    import jinja2
    from docxtpl import DocxTemplate

    _require_right(template, vorm)
    letter = DocxTemplate(template)
    values = {f.name: getattr(hoofd, f.name) for f in fields(hoofd)} | {TEXT_FIELD: PLACE}
    out = io.BytesIO()
    try:
        letter.render(values, environment(), autoescape=True)
        letter.save(out)
    except jinja2.TemplateError as error:
        raise ToolError(
            f"Het Word-sjabloon {template.name} gebruikt een veld op een manier die niet kan: "
            f"{code_in_dutch(error.message or '')}."
        ) from error
    except _REFUSED as error:
        # The values are plain texts and lists: what fails is what the template does with them.
        raise ToolError(
            f"Het Word-sjabloon {template.name} is beschadigd, of gebruikt een veld op een manier "
            "die niet kan. Open het in Word en sla het opnieuw op; helpt dat niet, vergelijk de "
            "velden dan met die in ons eigen sjabloon."
        ) from error
    return out.getvalue()


def _require_right(template: Path, vorm: Vorm) -> None:
    try:
        wrong = [str(g) for g in check_template(template.read_bytes(), vorm) if g.ernstig]
    except ValueError as error:
        raise ToolError(f"Het Word-sjabloon {template.name} {error}.") from error
    if wrong:
        lines = "".join(f"\n  {line}" for line in wrong[:_SHOWN])
        raise ToolError(
            f"Met het Word-sjabloon {template} kan geen brief worden gemaakt:{lines}\n"
            f"Alles op een rij: toetsingskader sjabloon {template}"
        )
