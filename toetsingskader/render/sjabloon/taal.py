"""The language of field codes: which fields there are, and what is wrong in a code.

Nothing here knows Word: a text comes in as lines, one per paragraph.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from toetsingskader.document import Briefhoofd
from toetsingskader.render.sjabloon.delen import near
from toetsingskader.sjablonen import Gebrek, code_in_dutch

if TYPE_CHECKING:
    import jinja2
    from jinja2 import nodes

TEXT_FIELD = "tekst"

VELDEN: Mapping[str, str] = MappingProxyType(
    {
        "afzender": "het ministerie",
        "directie": "de directie",
        "retouradres": "het retouradres, op één regel",
        "adres": "de adresregels van de Kamer; een lijst",
        "datum": "de datum van de brief",
        "betreft": "het onderwerp",
        "onze_referentie": "ons kenmerk",
        "uw_referentie": "het kenmerk van de Kamer",
        "kamerdossiers": "de dossiers van de Kamer, elk op een regel",
        "contact": "wie inlichtingen geeft",
        "bijlagen": "de bijlagen",
        "aanhef": "de aanhef",
        "markering": "CONCEPT, FICTIEF of een embargo; leeg als er niets van is",
        "ondertekenaars": "wie ondertekenen; een lijst, elk met ambt en naam",
        "mede_namens": "namens wie de brief ook wordt verzonden",
        TEXT_FIELD: "de tekst van de brief, in een eigen alinea",
    }
)
"""What a template prints, and what it is; a ministry reads this beside the template."""

CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
LOOSE = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
LOOP = re.compile(r"\{%(?:p|tr|tc|r)?-?\s*(for|endfor)\b")
_PREFIX = re.compile(r"(\{[{%#])(?:p|tr|tc|r) ")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_KEYWORD = re.compile(r"\{%-?\s*(\w+)")
_ENDS = {"endfor": "for", "endif": "if"}


def environment() -> "jinja2.Environment":
    """Without `autoescape` an ampersand would vanish; without `StrictUndefined` a typing error."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def check_lines(lines: list[str]) -> list[Gebrek]:
    """What is wrong in the codes of a text; names are looked at when the rest is right."""
    plain = _plain(lines)
    return list(_unbalanced(plain)) or list(_unreadable(plain)) or list(_unknown(plain))


def printed(lines: list[str]) -> frozenset[str] | None:
    """The names that a text prints or goes through; None when its codes cannot be read."""
    import jinja2
    from jinja2 import nodes

    try:
        tree = environment().parse("\n".join(_plain(lines)))
    except jinja2.TemplateSyntaxError:
        return None
    shown: list[nodes.Node] = [*tree.find_all(nodes.Output)]
    shown += [nodes.Output([loop.iter]) for loop in tree.find_all(nodes.For)]
    return frozenset(name.name for node in shown for name in node.find_all(nodes.Name))


def _plain(lines: list[str]) -> list[str]:
    """The lines as docxtpl has them read: without letters for paragraphs, with straight quotes."""
    return [CODE.sub(lambda m: m[0].translate(_STRAIGHT), _PREFIX.sub(r"\1 ", x)) for x in lines]


def _unbalanced(lines: list[str]) -> Iterator[Gebrek]:
    """Loops and conditions that do not end, or end without having begun."""
    opened: list[tuple[str, str]] = []
    for line, code in ((x, code) for x in lines for code in CODE.findall(x)):
        word = found[1] if (found := _KEYWORD.match(code)) else ""
        if word in _ENDS.values():
            opened.append((word, line))
        elif word in _ENDS:
            if not opened or opened[-1][0] != _ENDS[word]:
                yield Gebrek(f"hier eindigt een '{_ENDS[word]}' die niet is begonnen.", near(line))
                return
            opened.pop()
    for word, line in opened:
        yield Gebrek(
            f"deze '{word}' eindigt nergens. Zet er verderop een 'end{word}' bij.", near(line)
        )


def _unreadable(lines: list[str]) -> Iterator[Gebrek]:
    import jinja2

    try:
        environment().compile("\n".join(lines))
    except jinja2.TemplateSyntaxError as error:
        where = lines[min(error.lineno, len(lines)) - 1]
        yield Gebrek(f"{code_in_dutch(error.message or '')}.", near(where))


def _unknown(lines: list[str]) -> Iterator[Gebrek]:
    """Fields that do not exist, and parts of fields that do not exist."""
    from jinja2 import meta, nodes

    tree = environment().parse("\n".join(lines))
    unknown = meta.find_undeclared_variables(tree) - set(VELDEN)
    seen: set[str] = set()
    for node in tree.find_all(nodes.Name):
        if node.name in unknown - seen:
            seen.add(node.name)
            yield Gebrek(_no_field(node.name, VELDEN), _line(lines, node))
    for part in tree.find_all(nodes.Getattr):
        if part.attr not in _parts() and not _is_loop(part.node):
            yield Gebrek(_no_field(part.attr, dict.fromkeys(_parts())), _line(lines, part))


def _is_loop(node: "nodes.Node") -> bool:
    return getattr(node, "name", "") == "loop"


def _line(lines: list[str], node: "nodes.Node") -> str:
    return near(lines[node.lineno - 1])


def _no_field(name: str, known: Mapping[str, Any]) -> str:
    meant = get_close_matches(name, known, 1)
    hint = f" Bedoelde u '{meant[0]}'?" if meant else f" Er zijn: {', '.join(sorted(known))}."
    return f"het veld '{name}' bestaat niet.{hint}"


@cache
def _parts() -> frozenset[str]:
    """The fields of what stands in lists, such as the name of a signer."""
    hints = get_type_hints(Briefhoofd).values()
    inner = [t for hint in hints for t in get_args(hint) if is_dataclass(t)]
    return frozenset(f.name for kind in inner for f in fields(kind))
