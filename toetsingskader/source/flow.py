"""Text between brackets, `[a, b]` and `{naam: x, bron: y}`: where it ends, and its slips."""

import re
from dataclasses import dataclass

_COLON = re.compile(r":(?=[\s,\[\]{}]|$)")
_STOP = re.compile(r"[,\[\]{}:]| #(?!\w)|\s\s#|\n#")
_COMMENT = re.compile(r"#[^\n]*")
_CITATION = re.compile(r"\[\s*@[^\[\]{}]*\]")
_NEXT = re.compile(r"\s*[,}]")
_SPECIAL = "@%*&!|>`"


@dataclass
class Part:
    """A key, a value or an item between brackets: text[start:end]."""

    kind: str
    start: int
    end: int
    key: str = ""
    quoted: bool = False
    slip: str = ""


class Flow:
    """Reads one bracketed value at the start of a text, tolerantly."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[Part] = []
        self.end: int | None = None
        """Where the closing bracket of the whole ends; None when it is not there."""
        self._open: list[str] = []
        self._key = ""
        self._slot = "item"
        at = 0
        while at < len(text) and self.end is None and len(self._open) < 100:
            at = self._step(at)
        if self.end is not None:
            self._merge()

    def slips(self) -> list[Part]:
        """The parts that mean something else than what was typed."""
        return [part for part in self.parts if part.slip]

    def _step(self, at: int) -> int:
        char = self.text[at]
        citation = _CITATION.match(self.text, at) if at else None
        if citation:
            self._add(at, citation.end(), slip="first_sign")
            return citation.end()
        if char in "[{":
            self._open.append(char)
            self._slot = "key" if char == "{" else "item"
        elif char in "]}":
            if not self._open or self._open.pop() != {"]": "[", "}": "{"}[char]:
                self._open = []
                return len(self.text)
            self._slot = "after"
            if not self._open:
                self.end = at + 1
        elif char == ",":
            self._slot = "key" if self._open[-1:] == ["{"] else "item"
        elif char == ":" and self._slot == "key":
            self._slot = "value"
        elif char == "#":
            match = _COMMENT.match(self.text, at)
            return match.end() if match and self.text[at - 1].isspace() else self._plain(at)
        elif not char.isspace():
            return self._quoted(at) if char in "'\"" else self._plain(at)
        return at + 1

    def _quoted(self, at: int) -> int:
        quote, i = self.text[at], at + 1
        while i < len(self.text) and self.text[i] != quote:
            i += 2 if quote == '"' and self.text[i] == "\\" else 1
        end = min(i + 1, len(self.text))
        last = self.parts[-1] if self.parts else None
        if last and last.quoted and last.end == at and quote == "'":
            last.end = end
        else:
            self._add(at, end, quoted=True)
        return end

    def _plain(self, at: int) -> int:
        """A text up to a comma or bracket; a key ends at its colon."""
        end, slip = at, ""
        while match := _STOP.search(self.text, end):
            end = match.start()
            if match[0] != ":":
                break
            if _COLON.match(self.text, end):
                if self._slot == "key":
                    break
                slip = "colon"
            end += 1
        else:
            end = len(self.text)
        text = self.text[at:end].rstrip()
        if text[:1] and text[0] in _SPECIAL:
            slip = "first_sign"
        elif not slip and re.search(r" #\w", text):
            slip = "hash_sign"
        self._add(at, at + len(text), slip=slip)
        return max(end, at + 1)

    def _add(self, start: int, end: int, *, quoted: bool = False, slip: str = "") -> None:
        part = Part(self._slot, start, end, self._key, quoted, slip)
        if self._slot == "key":
            self._key = self.text[start:end].strip("'\" ")
            part.key = ""
        self.parts.append(part)

    def _merge(self) -> None:
        """Join what a comma cut in two: a 'key' without a colon belongs to the value before it."""
        merged: list[Part] = []
        for part in self.parts:
            last = merged[-1] if merged else None
            between = self.text[last.end : part.start] if last else ""
            if (
                last
                and part.kind == "key"
                and last.kind == "value"
                and between.strip() == ","
                and _NEXT.match(self.text, part.end)
                and not (last.quoted or part.quoted)
            ):
                last.end = part.end
                last.slip = last.slip or "comma"
            else:
                merged.append(part)
        self.parts = merged
