"""The text template of a letter: sandboxed Jinja that gives Markdown.

A template asks for values and blocks by name. Every value is escaped, so that it can only be text;
prose and tables enter as markers, which the renderer replaces by blocks that were read apart.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from toetsingskader.errors import ToolError

_SYMBOL = re.compile(r"([!-/:-@\[-`{-~])")


class Opmaak(str):
    """Markdown made by this program: markers and citations, not to be escaped."""

    __slots__ = ()


def escape(value: object) -> str:
    """One line of Markdown that reads as exactly this text."""
    if isinstance(value, Opmaak):
        return value
    return _SYMBOL.sub(r"\\\1", " ".join(str(value).split()))


def fill(path: Path, functions: Mapping[str, Callable[..., Any]], values: Mapping[str, Any]) -> str:
    """Give the Markdown of a letter; raises ToolError when the template is wrong."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(path.parent),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    try:
        source = path.read_text(encoding="utf-8")
        return environment.from_string(source).render({**functions, **values})
    except (OSError, UnicodeDecodeError) as error:
        raise ToolError(f"Het briefsjabloon '{path}' kan niet worden gelezen.") from error
    except TemplateError as error:
        regel = getattr(error, "lineno", None)
        waar = f", regel {regel}" if regel else ""
        raise ToolError(
            f"Het briefsjabloon '{path}'{waar} klopt niet: {error.message}. Controleer de namen "
            "tussen {{ en }}, en of elke {% if %} en {% for %} wordt afgesloten."
        ) from error
