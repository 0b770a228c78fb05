"""VS Code as far as it matters here: how a task's output becomes marks, and how a snippet expands.

The rules are those of its WatchingProblemCollector: a line that begins a round forgets what was
collected, one that ends it takes away the marks of files that were not named again; any other line
is tried with each matcher in turn. Its patterns are used here by Python, which reads them alike.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

SEVERITIES = {"error", "warning", "info"}


@dataclass(frozen=True, order=True)
class Mark:
    """A squiggle."""

    file: str
    line: int
    column: int
    severity: str
    code: str
    message: str


@dataclass
class Collector:
    """Collects the marks of a task in the background, a line of its output at a time."""

    matchers: list[dict[str, Any]]
    marks: dict[tuple[str, str], list[Mark]] = field(default_factory=dict)
    """What the editor shows, by owner and file."""
    busy: bool = False
    """Whether the task is shown as at work."""
    _active: set[int] = field(default_factory=set)
    _stale: set[tuple[str, str]] = field(default_factory=set)
    _collected: dict[tuple[str, str], list[Mark]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for i, matcher in enumerate(self.matchers):
            assert matcher["severity"] in SEVERITIES
            if matcher["background"]["activeOnStart"]:
                self._active.add(i)
        assert len({m["owner"] for m in self.matchers}) == len(self.matchers)
        self.busy = bool(self._active)

    def process(self, lines: Iterable[str]) -> None:
        """Take lines of output."""
        for line in lines:
            if not (self._begins(line) or self._ends(line)):
                self._match(line)

    def _begins(self, line: str) -> bool:
        begun = False
        for i, matcher in enumerate(self.matchers):
            if re.search(matcher["background"]["beginsPattern"], line) and i not in self._active:
                self._active.add(i)
                self._collected.clear()
                self._stale |= {key for key in self.marks if key[0] == matcher["owner"]}
                begun = self.busy = True
        return begun

    def _ends(self, line: str) -> bool:
        ended = False
        for i, matcher in enumerate(self.matchers):
            if re.search(matcher["background"]["endsPattern"], line) and i in self._active:
                self._active.remove(i)
                self.marks.update(self._collected)
                for key in {key for key in self._stale if key[0] == matcher["owner"]}:
                    self._stale.discard(key)
                    self.marks.pop(key, None)
                ended = True
        if ended:
            self._collected.clear()
            self.busy = bool(self._active)
        return ended

    def _match(self, line: str) -> None:
        for matcher in self.matchers:
            pattern = matcher["pattern"]
            found = re.search(pattern["regexp"], line)
            if found is None:
                continue
            mark = Mark(
                found[pattern["file"]],
                int(found[pattern["line"]]),
                int(found[pattern["column"]]),
                matcher["severity"],
                found[pattern["code"]],
                found[pattern["message"]],
            )
            key = (matcher["owner"], mark.file)
            self._stale.discard(key)
            self._collected.setdefault(key, []).append(mark)
            return

    @property
    def shown(self) -> list[Mark]:
        """All marks, in order of file and place."""
        return sorted(mark for marks in self.marks.values() for mark in marks)


_STOP = re.compile(r"\$(?:\{\d+\|(?P<choices>[^|]*)\|\}|\d+)")


def expand(body: list[str], choose: Callable[[list[str]], str], free: str = "") -> str:
    """A snippet as it stands in the text, with choices made and the same typed elsewhere."""

    def fill(found: re.Match[str]) -> str:
        return choose(found["choices"].split(",")) if found["choices"] is not None else free

    return "\n".join(_STOP.sub(fill, line) for line in body) + "\n"
