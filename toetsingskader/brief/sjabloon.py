"""The text template of a letter: sandboxed Jinja that gives Markdown.

A template asks for values and blocks by name. Every value is escaped, so that it can only be text;
prose and tables enter as markers, which the renderer replaces by blocks that were read apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    meta,
    nodes,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from toetsingskader import document
from toetsingskader.brief.namen import UnknownNameError, require_known
from toetsingskader.errors import ToolError
from toetsingskader.sjablonen import Gebrek, code_in_dutch, find_sjabloon

_SUFFIX = ".md.j2"


class Opmaak(str):
    """Markdown made by this program: markers and citations, not to be escaped."""

    __slots__ = ()


def escape(value: object) -> str:
    """One line of Markdown that reads as exactly this text."""
    return value if isinstance(value, Opmaak) else document.escape(str(value))


def _environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """Templates may include others, from this folder or else our own."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        path = find_sjabloon(folder, name)
        return _read(path), str(path), lambda: True

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def fill(path: Path, functions: Mapping[str, Callable[..., Any]], values: Mapping[str, Any]) -> str:
    """Give the Markdown of a letter; raises ToolError when the template is wrong."""
    known = {name: _guarded(name, function) for name, function in functions.items()}
    source = _read(path)
    try:
        return _environment(path.parent).from_string(source).render({**known, **values})
    except TemplateError as error:
        wat = code_in_dutch(error.message or "")
        raise ToolError(_wrong(*_place(error, path), wat)) from error
    except UnknownNameError as error:
        raise ToolError(_wrong(*_place(error, path), str(error))) from error
    except (TypeError, ArithmeticError, ValueError) as error:
        if _place(error, path, innermost=True)[1]:
            wat = "hier wordt iets gevraagd dat met deze waarde niet kan"
            raise ToolError(_wrong(*_place(error, path), wat)) from error
        raise  # it happened in our own code: a bug


def check_text(path: Path, functions: Iterable[str], values: Iterable[str]) -> Iterator[Gebrek]:
    """What is wrong in a text template, without a record; raises ToolError when unreadable."""
    source = _read(path)
    functions, names = set(functions), {*functions, *values}
    try:
        _environment(path.parent).compile(source)
        tree = _environment(path.parent).parse(source)
    except TemplateSyntaxError as error:
        yield Gebrek(f"{code_in_dutch(error.message or '')}.", f"op regel {error.lineno}")
        return
    unknown = meta.find_undeclared_variables(tree) - names
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            meant = get_close_matches(node.name, names, 1)
            hint = f" Bedoelde u '{meant[0]}'?" if meant else ""
            yield Gebrek(f"de naam '{node.name}' bestaat niet.{hint}", f"op regel {node.lineno}")
    for call in tree.find_all(nodes.Call):
        given = call.args[0] if call.args else None
        if isinstance(call.node, nodes.Name) and isinstance(given, nodes.Const):
            try:
                require_known(call.node.name, given.value)
            except UnknownNameError as error:
                yield Gebrek(f"{error}.", f"op regel {call.lineno}")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ToolError(f"Het briefsjabloon '{path}' kan niet worden gelezen.") from error


def _wrong(path: Path, line: int, what: str) -> str:
    where = f", regel {line}" if line else ""
    return (
        f"Het briefsjabloon '{path}'{where} klopt niet: {what}. Controleer het met: "
        f"toetsingskader sjabloon '{path.parent}'"
    )


def _guarded(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, that first looks whether what it is asked for exists."""

    def call(*given: Any, **named: Any) -> Any:
        if given:
            require_known(name, given[0])
        return function(*given, **named)

    return call


def _place(error: Exception, path: Path, *, innermost: bool = False) -> tuple[Path, int]:
    """The template, or one that it includes, and the line at which an error arose; 0 elsewhere."""
    if isinstance(error, TemplateSyntaxError):
        return Path(error.filename or path), error.lineno
    frames = list(walk_tb(error.__traceback__))
    if innermost:
        frames = [f for f in frames if "jinja2" not in f[0].f_code.co_filename][-1:]
    names = [(frame.f_code.co_filename, line) for frame, line in frames]
    found = [(n, line) for n, line in names if n == "<template>" or n.endswith(_SUFFIX)]
    name, line = found[-1] if found else ("<template>", 0)
    return path if name == "<template>" else Path(name), line
