"""How the house is built: imports run one way, each outside library has one home, files are small.

See "The house" in the design: cli → commands → scaffold → naslag → {rapport, render, brief …} →
{regels, validation} → record → migratie → kader → {toetsing, source} → waarden → errors.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import toetsingskader

PACKAGE = Path(toetsingskader.__file__).parent
ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
assert len(MODULES) > 50

LAYERS: tuple[frozenset[str], ...] = tuple(
    map(
        frozenset,
        (
            {"__main__"},
            {"cli"},
            {"cli_nl", "commands"},
            {"scaffold"},
            {"naslag"},
            {"inlezen"},
            {
                "brief",
                "render",
                "rapport",
                "teruglezen",
                "totstandkoming",
                "output",
                "voorvertoning",
            },
            {"begrippen"},
            {"document", "sjablonen", "vergelijking", "moment"},
            {"formulier"},
            {"regels"},
            {"validation"},
            {"record"},
            {"migratie", "schrijven"},
            {"kader"},
            {"toetsing", "source", "afbeelding", "bestandsnaam", "versies"},
            {"waarden", "git"},
            {"errors", "__init__"},
        ),
    )
)
"""From the top down; a module may import what stands below it, and its own package."""

SEPARATE = [
    ("brief", "render"),
    ("render", "brief"),
    ("rapport", "brief"),
    ("rapport", "render"),
    ("render", "kader"),
    ("render", "regels"),
    ("rapport", "kader"),
    ("rapport", "regels"),
    ("source", "kader"),
    ("kader", "regels"),
]
"""Pairs that know nothing of each other: reports read a Toetsing, renderers a document."""

HOMES = {
    "babel": {"waarden.land"},
    "click": {"cli", "cli_nl"},
    "cookiecutter": {"scaffold.cutter"},
    "docx": {"render.docx"},
    "docxtpl": {"render.docx"},
    "fontTools": {"render.glyphs"},
    "jinja2": {"brief.sjabloon", "rapport.html", "render.docx", "render.sjabloon"},
    "lxml": {"render", "teruglezen"},
    "pydantic": {"waarden", "kader", "validation"},
    "pydantic_core": {"waarden", "kader", "validation"},
    "pypandoc": {"render.pandoc"},
    "pypdf": {"teruglezen.pdf"},
    "ttf_opensans": {"render.glyphs", "render.pdf"},
    "typst": {"render.pdf"},
    "yaml": {"source"},
}
"""Where an outside library may be imported: a module, or a package and all within it."""


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def _imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            if node.module == "toetsingskader":
                yield from (f"toetsingskader.{alias.name}" for alias in node.names)
            else:
                yield node.module


def _own(path: Path) -> set[str]:
    """The parts of the package that a file imports, such as "kader"."""
    own = {n.split(".")[1] for n in _imports(path) if n.startswith("toetsingskader.")}
    return own - {"__version__"}


def _layer(part: str) -> int:
    found = [i for i, layer in enumerate(LAYERS) if part in layer]
    assert found, f"{part} has no place in LAYERS"
    return found[0]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_run_one_way(path: Path) -> None:
    part = _name(path).split(".")[0]
    for other in _own(path) - {part}:
        assert _layer(other) > _layer(part), f"{part} imports {other}"


@pytest.mark.parametrize(("part", "other"), SEPARATE, ids=lambda x: x)
def test_these_know_nothing_of_each_other(part: str, other: str) -> None:
    assert not [_name(p) for p in MODULES if _name(p).split(".")[0] == part and other in _own(p)]


def test_layers_name_what_exists() -> None:
    there = {p.relative_to(PACKAGE).parts[0].removesuffix(".py") for p in MODULES}
    assert set().union(*LAYERS) == there


def test_outside_libraries_have_one_home() -> None:
    used = set()
    for path in MODULES:
        name = _name(path)
        for imported in _imports(path):
            library = imported.split(".")[0]
            if library == "toetsingskader" or library in sys.stdlib_module_names:
                continue
            used.add(library)
            homes = HOMES.get(library, set())
            assert any(name == h or name.startswith(f"{h}.") for h in homes), f"{name}: {library}"
    assert used <= set(HOMES)


def test_renderers_are_imported_only_when_a_letter_is_made() -> None:
    """At the top of a file the commands import nothing that loads docxtpl, lxml or typst."""
    for path in (PACKAGE / "commands").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        top = [n.module or "" for n in tree.body if isinstance(n, ast.ImportFrom)]
        assert not [m for m in top if m.startswith("toetsingskader.render")]
        assert "toetsingskader.brief.compose" not in top


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_functions_are_short(path: Path) -> None:
    assert not [(name, size) for name, size in _functions(path) if size > 40]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_command_line_prints(path: Path) -> None:
    if _name(path).split(".")[0] in ("cli", "__main__"):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [n.func for n in ast.walk(tree) if isinstance(n, ast.Call)]
    assert not [f for f in names if isinstance(f, ast.Name) and f.id in ("print", "exit")]
    assert not [f for f in names if isinstance(f, ast.Attribute) and f.attr == "echo"]


def test_the_framework_mirrors_the_record() -> None:
    from toetsingskader.kader import PUNTEN

    for sleutel, punt in PUNTEN.items():
        expected = f"{punt.kader.pijler}/{sleutel.replace('-', '_')}.py"
        assert (PACKAGE / "kader" / expected).exists()
        assert punt.__module__ == "toetsingskader.kader." + expected[:-3].replace("/", ".")
    files = [p for p in MODULES if p.parent.parent.name == "kader" and p.stem != "__init__"]
    assert len(files) == len(PUNTEN)


def test_nothing_of_one_theatre_stands_in_the_framework() -> None:
    """Ukraine, Russia and the tripwire of one brief belong in a rule set; examples may name it."""
    for path in (PACKAGE / "kader").rglob("*.py"):
        for imported in _imports(path):
            assert "regels" not in imported
        code = ast.parse(path.read_text(encoding="utf-8"))
        assert not [
            n.value
            for n in ast.walk(code)
            if isinstance(n, ast.Constant) and n.value in ("RU", "UA", "US")
        ]
