"""Where every value of a file ends: what a change needs to know, and reading does not."""

from dataclasses import dataclass
from typing import Any

import yaml

from toetsingskader.source.fences import split
from toetsingskader.source.model import Data

Place = tuple[int, int]
"""Line and column, both from 0."""


@dataclass(frozen=True)
class Node:
    """A value as it stands in the file, from its first character up to the one after its last."""

    data: Data
    start: Place
    end: Place
    flow: bool = False
    """Whether it stands on a line with brackets, or in such a value."""
    style: str = ""
    """How text is written: one of `'` `"` `|` `>`, empty when it is plain."""
    fields: "tuple[tuple[str, Place, Node], ...]" = ()
    """Of a block: key, where the key begins, value."""
    rows: "tuple[Node, ...]" = ()


@dataclass(frozen=True)
class Structure:
    """The structured part of a file; `root` is None when nothing stands in it."""

    root: Node | None
    first: int
    """Its first line."""
    end: int
    """The line after its last one."""
    fenced: bool
    """Whether a line of dashes stands around it."""


def structure(lines: list[str], *, markdown: bool) -> Structure:
    """The values of a file that was read without faults."""
    if not markdown:
        return Structure(_root(lines, 0, len(lines)), 0, len(lines), fenced=False)
    parts = split(lines)
    found = _root(lines, parts.start, parts.end)
    return Structure(found, parts.start, parts.end, fenced=parts.end > 0 or parts.body > 0)


def _root(lines: list[str], first: int, end: int) -> Node | None:
    # Kept on their own lines, so that every mark is a place in the file.
    text = "\n" * first + "\n".join(lines[first:end])
    composed = yaml.compose(text, Loader=yaml.CSafeLoader)
    return None if composed is None else _node(composed, lines, flow=False)


def _node(node: Any, lines: list[str], *, flow: bool) -> Node:
    start = (node.start_mark.line, node.start_mark.column)
    end = (node.end_mark.line, node.end_mark.column)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, lines, start, end, flow)
    flow = flow or bool(node.flow_style)
    if isinstance(node, yaml.MappingNode):
        fields = tuple(
            (str(k.value), (k.start_mark.line, k.start_mark.column), _node(v, lines, flow=flow))
            for k, v in node.value
        )
        last = fields[-1][2].end if fields and not flow else end
        data: Data = {key: value.data for key, _, value in fields}
        return Node(data, start, last, flow, fields=fields)
    rows = tuple(_node(item, lines, flow=flow) for item in node.value)
    last = rows[-1].end if rows and not flow else end
    return Node([row.data for row in rows], start, last, flow, rows=rows)


def _scalar(node: Any, lines: list[str], start: Place, end: Place, flow: bool) -> Node:
    style = node.style or ""
    if style in ("|", ">"):
        # It ends where the next thing begins; what is white before that is not its own.
        last = end[0] if end[1] else end[0] - 1
        last = min(last, len(lines) - 1)
        margin = len(lines[start[0]]) - len(lines[start[0]].lstrip(" "))
        while last > start[0] and not _inside(lines[last], margin):
            last -= 1
        end = (last, len(lines[last]))
    empty = not style and node.value in ("", "~", "null", "Null", "NULL")
    return Node(None if empty else str(node.value), start, end, flow, style)


def _inside(line: str, margin: int) -> bool:
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) > margin
