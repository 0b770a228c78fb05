"""The home of docxtpl: the Word template with the values of the letterhead filled in."""

import io
import zipfile
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from toetsingskader.document import Briefhoofd
from toetsingskader.errors import ToolError
from toetsingskader.render.graft import PLACE

if TYPE_CHECKING:
    import jinja2
    from docxtpl import DocxTemplate

TEXT_FIELD = "tekst"
FIELDS = frozenset(field.name for field in fields(Briefhoofd)) | {TEXT_FIELD}


def fill(template: Path, hoofd: Briefhoofd) -> bytes:
    """The letterhead with its values; a marker paragraph stands where the text must come."""
    import jinja2

    letter = _open(template)
    environment = _environment()
    values = {f.name: getattr(hoofd, f.name) for f in fields(hoofd)} | {TEXT_FIELD: PLACE}
    try:
        letter.render(values, environment, autoescape=True)
    except jinja2.TemplateSyntaxError as error:
        raise ToolError(_wrong(template, _syntax(error))) from error
    except jinja2.TemplateError as error:
        raise ToolError(_wrong(template, _unknown(letter, environment, error))) from error
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def declared(template: Path) -> frozenset[str]:
    """The fields that the template prints, headers and footers included."""
    return frozenset(_open(template).get_undeclared_template_variables(_environment()))


def _environment() -> "jinja2.Environment":
    """Without `autoescape` an ampersand would vanish; without `StrictUndefined` a typing error."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _open(template: Path) -> "DocxTemplate":
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from lxml.etree import XMLSyntaxError

    letter = DocxTemplate(template)
    try:
        letter.init_docx()
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        XMLSyntaxError,
        KeyError,
        ValueError,
    ) as error:
        raise ToolError(
            _wrong(template, "is geen Word-document; sla het in Word op als .docx")
        ) from error
    return letter


def _wrong(template: Path, reason: str) -> str:
    return f"Het Word-sjabloon {template.name} {reason}."


def _syntax(error: "jinja2.TemplateSyntaxError") -> str:
    """Docxtpl gives the paragraphs around the fault, at most three before it."""
    around = [str(line).strip() for line in getattr(error, "docx_context", ())]
    at = min(3, error.lineno - 1)
    place = f" bij '{around[at]}'" if at < len(around) else ""
    return f"heeft een fout in een veldcode{place} ({error.message})"


def _unknown(
    letter: "DocxTemplate", environment: "jinja2.Environment", error: "jinja2.TemplateError"
) -> str:
    names = sorted(letter.get_undeclared_template_variables(environment) - FIELDS)
    if not names:
        return f"gebruikt een veld op een manier die niet kan ({error.message})"
    known = ", ".join(sorted(FIELDS))
    return f"vraagt om een onbekend veld: {', '.join(names)}. De velden zijn: {known}"
