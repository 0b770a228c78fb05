"""The lines of dashes: around the front matter of a Markdown file, and within YAML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from toetsingskader.source import structure_wording as wording
from toetsingskader.source.draft import Draft
from toetsingskader.source.model import Fault, Location

_DASHES = re.compile(r"[-‐‑‒–—―−]{2,}\s*$|[—―]\s*$")
_INDENTED = re.compile(r"\s{1,3}---\s*$")
_FIELD = re.compile(r"[a-z][a-z_]*:(?:\s|$)")
_BELONGS = re.compile(r"\s|[-#\]}]|[^\s:]+:(?:\s|$)")
_MARKER = re.compile(r"(?:---|\.\.\.)(?=\s|$)")


@dataclass(frozen=True)
class Parts:
    """Which lines hold the fields (from 0, `end` excluded), and where the prose begins."""

    start: int
    end: int
    body: int
    faults: list[Fault] = field(default_factory=list)
    closed: bool = True


def split(lines: list[str]) -> Parts:
    """Find the front matter; what is no front matter is prose."""
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines):
        return Parts(0, 0, 0)
    if _DASHES.match(lines[first]) or _INDENTED.match(lines[first]):
        return _opened(lines, first)
    start = first if _begins_with_fields(lines, first) else _fields_below_text(lines, first)
    if start is None:
        return Parts(0, 0, 0)
    if _DASHES.match(lines[start]):
        parts = _opened(lines, start)
    else:
        parts = _until_dashes(lines, start)
        parts.faults.append(wording.unopened_front_matter(Location(start + 1, 1)))
    if start > first:
        text = " ".join(" ".join(lines[first:start]).split())
        parts.faults.append(wording.text_above(Location(first + 1, 1), text))
    return parts


def _opened(lines: list[str], at: int) -> Parts:
    """The fields below the line of dashes at `at`."""
    parts = _until_dashes(lines, at + 1)
    if not parts.closed:
        parts.faults.append(wording.unclosed_front_matter(Location(at + 1, 1)))
    parts.faults.extend(_wrong(lines, at))
    return parts


def _fields_below_text(lines: list[str], first: int) -> int | None:
    """Where the fields begin, or the dashes above them, when something else stands above.

    Dashes within prose have no field right below them; a single field-like line is prose as well.
    """
    for i in range(first, len(lines) - 1):
        if _DASHES.match(lines[i]):
            below = next((k for k in range(i + 1, len(lines)) if lines[k].strip()), i)
            if _begins_with_fields(lines, below):
                return i
        two = _FIELD.match(lines[i]) and _FIELD.match(lines[i + 1])
        if two and _begins_with_fields(lines, i):
            return i
    return None


def _begins_with_fields(lines: list[str], first: int) -> bool:
    """Whether fields stand here although the dashes above them are lost."""
    if not _FIELD.match(lines[first]):
        return False
    end = next((i for i, line in enumerate(lines) if _DASHES.match(line)), None)
    if end is not None and _all_fields(lines[first:end]):
        return True
    return first + 1 < len(lines) and bool(_FIELD.match(lines[first + 1]))


def _all_fields(lines: list[str]) -> bool:
    return all(not line.strip() or _BELONGS.match(line) for line in lines)


def _until_dashes(lines: list[str], start: int) -> Parts:
    """The fields up to the line that closes them, or up to what can only be prose."""
    for i in range(start, len(lines)):
        if _DASHES.match(lines[i]) or lines[i].rstrip() == "..." or _closes_indented(lines, i):
            return Parts(start, i, i + 1, list(_wrong(lines, i)))
    end = len(lines)
    for i in range(start, len(lines) - 1):
        if not lines[i].strip() and lines[i + 1].strip() and not _BELONGS.match(lines[i + 1]):
            end = i
            break
    return Parts(start, end, end, closed=False)


def _closes_indented(lines: list[str], at: int) -> bool:
    """Whether dashes with a space before them close the fields: below them stands prose only."""
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    return bool(_INDENTED.match(lines[at])) and not _BELONGS.match(below)


def _wrong(lines: list[str], at: int) -> Iterator[Fault]:
    if lines[at].rstrip() not in ("---", "..."):
        yield wording.fence(Location(at + 1, 1), lines[at])


def drop_markers(draft: Draft) -> Iterator[Fault]:
    """Take out what divides YAML into documents; only one `---` at the very start is right."""
    started = False
    for number, line in enumerate(draft.lines):
        match = _MARKER.match(line)
        if match:
            if started or match[0] == "...":
                yield wording.documents(draft.location(number, 0), line)
            draft.replace(number, 0, 3, "   " if line[3:].strip() else "")
        elif _DASHES.match(line):
            yield wording.fence(draft.location(number, 0), line)
            draft.replace(number, 0, len(line), "")
        elif line.startswith("%"):
            yield wording.directive(draft.location(number, 0), line)
            draft.replace(number, 0, len(line), "")
        started = started or bool(line.strip() and not line.startswith("#"))
