"""A file of a record → the same file with other data or other prose; every other byte stays.

Says what a file must hold, not how to get there: which places change follows from the difference.
What comes out is read again and must hold exactly that, else nothing is changed.
"""

from toetsingskader.schrijven.bewerken import Edit, Editor, align
from toetsingskader.schrijven.opmaak import field
from toetsingskader.source import Data, Lines, parse_markdown, parse_yaml
from toetsingskader.source.nodes import Structure, structure

__all__ = ["UnsafeEditError", "align", "rewrite", "rewrite_yaml"]


class UnsafeEditError(Exception):
    """A file that cannot be changed without the risk of changing what it says."""


def rewrite(raw: bytes, data: Data, body: str | None = None) -> bytes:
    """The Markdown file with these fields, and with this prose unless it is None.

    Raises UnsafeEditError when the file has faults, or when what comes out would say something
    else.
    """
    before = parse_markdown(raw)
    if before.broken:
        raise UnsafeEditError
    lines = Lines(raw)
    if body is not None and body != before.body:
        lines.replace_from(before.body_regel, body)
    if data != before.data:
        _change_data(lines, structure(lines.lines, markdown=True), data)
    return _checked(lines, data, before.body if body is None else body, markdown=True)


def rewrite_yaml(raw: bytes, data: Data) -> bytes:
    """The same for a file that is wholly YAML."""
    if parse_yaml(raw).broken:
        raise UnsafeEditError
    lines = Lines(raw)
    _change_data(lines, structure(lines.lines, markdown=False), data)
    return _checked(lines, data, "", markdown=False)


def _checked(lines: Lines, data: Data, body: str, *, markdown: bool) -> bytes:
    raw = lines.encode()
    after = parse_markdown(raw) if markdown else parse_yaml(raw)
    if after.broken or (after.data or {}) != (data or {}) or (markdown and after.body != body):
        raise UnsafeEditError
    return raw


def _change_data(lines: Lines, found: Structure, data: Data) -> None:
    if found.root is None or not found.root.fields:
        if not isinstance(data, dict) or not data:
            return
        new = [line for key, value in data.items() for line in field(key, value, 0)]
        lines.insert(found.end if found.fenced else 0, new if found.fenced else _fenced(new))
        return
    editor = Editor(lines.lines)
    if isinstance(data, dict) and data:
        editor.change(found.root, data, 0)
    else:
        last = found.root.end[0]
        editor.edits.append(Edit((found.first, 0), (last, len(lines.lines[last])), ""))
    # From the back, so that the places before an edit stay right.
    numbered = sorted(enumerate(editor.edits), key=lambda e: (e[1].start, e[0]), reverse=True)
    for _, edit in numbered:
        lines.splice(edit.start, edit.end, edit.text)


def _fenced(lines: list[str]) -> list[str]:
    return ["---", *lines, "---"]
