"""YAML events → data and places. Refuses what a record may not hold; every scalar stays text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from toetsingskader.source import wording
from toetsingskader.source.decoding import has_invisible, visible
from toetsingskader.source.draft import Draft
from toetsingskader.source.lines import DASH
from toetsingskader.source.model import Data, Fault, Location, Pad
from toetsingskader.source.phrasing import (
    COMMENT,
    CURLY,
    HASH,
    in_curly,
    strip_curly,
    without_comment,
)

MAX_DEPTH = 50
MAX_FIELDS = 20_000
LOOKS_STRUCTURED = re.compile(r"[•‣◦▪●○■·–—]\s|-[^\W\d]|[a-z][a-z_]*:[^\s:/]")
"""How a list or field begins of which the dash or the space is wrong."""
CUT_OFF = re.compile(r"\s*[,}]")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


class LimitError(Exception):
    """The file is too deep or too long to read on; `faults` says so."""


@dataclass
class _Frame:
    """A block or list that is being read; `pad` is None within what will be left out."""

    node: list[Data] | dict[str, Data]
    pad: Pad | None
    flow: bool = False
    """Whether it stands between brackets."""
    key: str | None = None
    has_key: bool = False
    places: dict[str, Location] = field(default_factory=dict)


class Builder:
    """Builds the data of one file; partly filled when the parser stops halfway."""

    def __init__(self, draft: Draft) -> None:
        self.data: Data = None
        self.places: dict[Pad, Location] = {}
        self.values: dict[Pad, Location] = {}
        self.faults: list[Fault] = []
        self.suspect = False
        self._draft = draft
        self._stack: list[_Frame] = []
        self._skip = 0
        self._fields = 0

    def read(self, events: Iterator[Any]) -> None:
        """Take all events; passes on what the parser raises."""
        for event in events:
            if isinstance(event, yaml.CollectionEndEvent):
                self._end()
            elif isinstance(event, yaml.NodeEvent):
                self._check_properties(event)
                self._node(event)

    def _place(self, mark: Any) -> Location:
        return self._draft.location(mark.line, mark.column)

    def _end(self) -> None:
        if self._skip:
            self._skip -= 1
            if self._skip == 0:
                self._stack[-1].key, self._stack[-1].has_key = None, True
        else:
            self._stack.pop()

    def _check_properties(self, event: Any) -> None:
        """A record has no aliases, anchors and tags; before plain text they are part of it."""
        place = self._place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self.faults.append(wording.alias(place, self._key(), event.anchor or ""))
        elif text := self._text_with_sign(event):
            self.faults.append(wording.first_sign(place, self._key(), text))
        else:
            if event.anchor:
                self.faults.append(wording.anchor(place, event.anchor))
            if event.tag:
                self.faults.append(wording.tag(place, event.tag))

    def _text_with_sign(self, event: Any) -> str:
        """Plain text with the `&word` or `!word` before it; '' when there is none."""
        is_scalar = isinstance(event, yaml.ScalarEvent)
        if not is_scalar or event.style or not event.value or not (event.anchor or event.tag):
            return ""
        line, start = event.end_mark.line, event.start_mark
        if start.line != line:
            return ""
        text: str = self._draft.lines[line]
        return text[int(start.column) : int(event.end_mark.column)]

    def _key(self) -> str:
        return (self._stack[-1].key or "") if self._stack else ""

    def _node(self, event: Any) -> None:
        collection = isinstance(event, yaml.CollectionStartEvent)
        if collection and len(self._stack) + self._skip >= MAX_DEPTH:
            self.faults.append(wording.too_deep(self._place(event.start_mark), MAX_DEPTH))
            raise LimitError
        if self._skip:
            self._skip += collection
            return
        frame = self._stack[-1] if self._stack else None
        if frame is not None and isinstance(frame.node, dict) and not frame.has_key:
            self._read_key(frame, event)
        else:
            self._read_value(frame, event)

    def _count(self, event: Any) -> None:
        self._fields += 1
        if self._fields > MAX_FIELDS:
            self.faults.append(wording.too_many_fields(self._place(event.start_mark), MAX_FIELDS))
            raise LimitError

    def _read_key(self, frame: _Frame, event: Any) -> None:
        self._count(event)
        place = self._place(event.start_mark)
        if isinstance(event, yaml.CollectionStartEvent):
            self.faults.append(wording.strange_key(place))
            self._skip = 1
            return
        if frame.flow and not self._has_colon(event.end_mark):
            self.suspect = True
        key = self._text(event) or ""
        frame.has_key, frame.key = True, None
        if not key:
            self.faults.append(wording.no_key(place))
        elif key in frame.places:
            self.faults.append(wording.duplicate(place, key, frame.places[key]))
        else:
            frame.key = key
            frame.places[key] = place
            if frame.pad is not None:
                self.places[(*frame.pad, key)] = place

    def _first(self, mark: Any) -> bool:
        """Whether nothing stands before it on its line."""
        return mark.column < 200 and not self._draft.lines[mark.line][: mark.column].strip()

    def _has_colon(self, mark: Any) -> bool:
        """Whether a colon follows; without it a comma has cut a text in two."""
        line = self._draft.lines[mark.line] if mark.line < len(self._draft.lines) else ""
        return not CUT_OFF.match(line, mark.column)

    def _read_value(self, frame: _Frame | None, event: Any) -> None:
        pad = self._attach(frame, event)
        node: Data
        if isinstance(event, yaml.MappingStartEvent):
            node = {}
        elif isinstance(event, yaml.SequenceStartEvent):
            node = []
        else:
            node = self._text(event)
        if frame is None:
            self.data = node
            self.suspect = self.suspect or isinstance(node, str)
        elif isinstance(frame.node, list):
            frame.node.append(node)
        elif frame.key is not None:
            frame.node[frame.key] = node
        if frame is not None:
            frame.has_key, frame.key = False, None
        if isinstance(node, dict | list):
            self._stack.append(_Frame(node, pad, bool(event.flow_style)))

    def _attach(self, frame: _Frame | None, event: Any) -> Pad | None:
        """Note the places of a value; gives its path, None when it will be left out."""
        pad: Pad | None = ()
        if frame is not None and isinstance(frame.node, list):
            self._count(event)
            pad = None if frame.pad is None else (*frame.pad, len(frame.node))
        elif frame is not None:
            pad = None if frame.pad is None or frame.key is None else (*frame.pad, frame.key)
        if pad is not None:
            place = self._place(event.start_mark)
            self.values[pad] = place
            self.places.setdefault(pad, place)
        return pad

    def _text(self, event: Any) -> str | None:
        """The text of a scalar as it was typed."""
        if isinstance(event, yaml.AliasEvent):
            return "*" + str(event.anchor)
        value = str(event.value)
        if event.style:
            if has_invisible(value):
                self.faults.append(wording.escape(self._place(event.start_mark)))
            return visible(value)[0]
        return self._plain(event, value)

    def _plain(self, event: Any, value: str) -> str | None:
        """Text without quotation marks: look for what its author did not mean."""
        place, mark = self._place(event.start_mark), event.end_mark
        flow = bool(self._stack) and self._stack[-1].flow
        line = self._draft.lines[mark.line] if mark.line < len(self._draft.lines) else ""
        value = self._text_with_sign(event) or value
        if HASH.match(line, mark.column) and not flow:
            value = f"{value} {without_comment(line[mark.column + 1 :])}".strip()
            hash_place = self._draft.location(mark.line, mark.column + 1)
            self.faults.append(wording.hash_sign(hash_place, self._key(), value))
        elif value and (comment := COMMENT.match(line, mark.column)):
            hash_place = self._draft.location(mark.line, comment.start("text"))
            self.faults.append(wording.comment(hash_place, self._key(), value, comment["text"]))
        if in_curly(value) or (flow and value and value[0] in CURLY and value[-1] not in CURLY):
            self.faults.append(wording.curly(place, self._key(), value))
            return strip_curly(value)
        odd = value[:1].isspace() or LOOKS_STRUCTURED.match(value)
        below = self._draft.lines[event.start_mark.line + 1 : mark.line + 1]
        if (odd and self._first(event.start_mark)) or any(DASH.match(x.lstrip()) for x in below):
            self.suspect = True
        return None if value in _NULL else value
