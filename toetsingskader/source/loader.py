"""Bytes → Source: decode, split, read; repair what cannot be read, so that the rest is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

import yaml

from toetsingskader.source import fences, wording
from toetsingskader.source.decoding import MAX_BYTES, decode, find_invisible, visible
from toetsingskader.source.draft import Draft
from toetsingskader.source.events import Builder, LimitError
from toetsingskader.source.formats import other_format
from toetsingskader.source.lines import is_empty, value_start
from toetsingskader.source.lint import Lint
from toetsingskader.source.model import Fault, Location, Source

MAX_FAULTS = 200
_MAX_REPAIRS = 50
_MAX_WORK = 20_000_000
"""How many characters may be parsed again because of repairs."""


@dataclass
class _Text:
    """A file as lines of visible characters, and what was wrong with its bytes."""

    lines: list[str] = field(default_factory=list)
    origins: Mapping[int, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    refused: bool = False


def parse_yaml(raw: bytes) -> Source:
    """Read a file that is wholly YAML."""
    text = _open(raw)
    if text.refused:
        return Source(None, faults=tuple(text.faults), readable=False)
    first = next((i for i, line in enumerate(text.lines) if not is_empty(line)), None)
    result = _read(Draft(list(text.lines), 0, text.origins))
    stray = any(fault.code == "LEES-REGEL" for fault in result.faults)
    if first is not None and result.builder.data is None and stray:
        # Nothing was found that looks like a field: one finding says more than one per line.
        fault = wording.no_fields(Location(first + 1, 1), text.lines[first])
        return Source(None, faults=(*text.faults, fault), readable=False)
    return _source(text, result, None)


def parse_markdown(raw: bytes) -> Source:
    """Read a file with front matter between `---` lines, and prose after it."""
    text = _open(raw)
    if text.refused:
        return Source({}, faults=tuple(text.faults), readable=False)
    parts = fences.split(text.lines)
    text.faults += parts.faults
    draft = Draft(text.lines[parts.start : parts.end], parts.start, text.origins)
    return _source(text, _read(draft), parts.body)


def _open(raw: bytes) -> _Text:
    if len(raw) > MAX_BYTES:
        return _Text(faults=[wording.too_large(MAX_BYTES // 1_000_000)], refused=True)
    if fault := other_format(raw):
        return _Text(faults=[fault], refused=True)
    text, faults = decode(raw)
    faults += islice(find_invisible(text), MAX_FAULTS)
    seen, origins = visible(text)
    lines = seen.split("\n")
    if fault := _conflict(lines):
        return _Text(faults=[fault], refused=True)
    return _Text(lines, origins, faults)


def _conflict(lines: list[str]) -> Fault | None:
    """What git leaves where two changes could not be joined: it is no text to read on in."""
    begin = next((n for n, line in enumerate(lines) if line.startswith("<<<<<<< ")), None)
    if begin is None or not any(line.startswith(">>>>>>> ") for line in lines[begin:]):
        return None
    return wording.conflict(Location(begin + 1, 1))


@dataclass(frozen=True)
class _Result:
    builder: Builder
    faults: list[Fault]
    readable: bool = True


def _read(draft: Draft) -> _Result:
    """Parse; when that fails, repair all slips and parse again, then line by line."""
    faults = list(islice(fences.drop_markers(draft), MAX_FAULTS))
    builder, work = Builder(draft), _MAX_WORK
    for repairs in range(_MAX_REPAIRS):
        if len(faults) >= MAX_FAULTS:
            break
        builder = Builder(draft)
        text = draft.text()
        work -= len(text)
        try:
            builder.read(yaml.parse(text, Loader=yaml.CSafeLoader))
        except LimitError:
            return _Result(builder, faults, readable=False)
        except yaml.YAMLError as error:
            if repairs == 0:
                faults += Lint(draft, MAX_FAULTS).faults
            elif work < 0 or not _cut(draft, error, faults):
                break
            continue
        if repairs or not builder.suspect:
            return _Result(builder, faults)
        faults += Lint(draft, MAX_FAULTS).faults
    faults.append(wording.more(max((f.location for f in faults), default=Location(1, 1))))
    return _Result(builder, faults, readable=False)


def _cut(draft: Draft, error: yaml.YAMLError, faults: list[Fault]) -> bool:
    """Take out the value, or else the line, that stopped the parser; False if there is none."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = min(mark.line if mark else 0, len(draft.lines) - 1)
    while line >= 0 and is_empty(draft.lines[line]):
        line -= 1
    if line < 0:
        return False
    text = draft.lines[line]
    start = value_start(text)
    place = draft.location(line, len(text) - len(text.lstrip()))
    if not any(f.location == place and f.code == "LEES-VORM" for f in faults):
        faults.append(wording.unreadable(place, text))
    draft.replace(line, start, len(text), "")
    return True


def _source(text: _Text, result: _Result, body: int | None) -> Source:
    """Put together what was read; `body` is the line of the prose, None when there is none."""
    builder = result.builder
    found = {*text.faults, *result.faults, *builder.faults}
    bullets = {f.location for f in found if f.code == "LEES-OPSOMMING"}
    found = {f for f in found if f.code != "LEES-TEKEN" or f.location not in bullets}
    faults = sorted(found, key=lambda f: (f.location, f.code == "LEES-MEER", f.code, f.tekst))
    if len(faults) > MAX_FAULTS:
        faults[MAX_FAULTS:] = [wording.more(faults[MAX_FAULTS].location)]
    data = {} if builder.data is None and body is not None else builder.data
    return Source(
        data,
        builder.places,
        builder.values,
        "" if body is None else "\n".join(text.lines[body:]),
        1 if body is None else body + 1,
        tuple(faults),
        result.readable,
    )
