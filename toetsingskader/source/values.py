"""Values on a line: finds the slips of people who write in Word, and quotes what they typed."""

import re

from toetsingskader.source import lines as shape
from toetsingskader.source import structure_wording, wording
from toetsingskader.source.draft import Draft
from toetsingskader.source.flow import Flow
from toetsingskader.source.model import Fault
from toetsingskader.source.phrasing import CURLY, HASH, in_curly, strip_curly, without_comment

_NAME_ONLY = re.compile(r"[&!][^\s,\[\]{}]*\s*$")
_APOSTROPHE = re.compile(r"'(?:[stnmkr]|ns|er|em)\b", re.IGNORECASE)
_ESCAPE = re.compile(
    r"\\(?:[0abtnvfre \"/\\N_LP\t]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|$)"
)
_TEXT_COLON = re.compile(r":(?=\s|$)")
_DASH_OR_QUESTION = re.compile(r"[-?:](?=\s|$)")
_MAX_LINES = 2_000


class ValueLint:
    """Checks values; repairs a wrong one by quoting its text."""

    def __init__(self, draft: Draft, faults: list[Fault]) -> None:
        self.budget = 5_000_000
        """How many characters may still be looked at twice."""
        self._draft = draft
        self._faults = faults

    def check(self, at: int, column: int, key: str, parent: int) -> tuple[int, bool]:
        """Check the value from `column`; gives the next line, and whether a block may follow."""
        line = self._draft.lines[at]
        hash_at = column if HASH.match(line, column) else -1
        column = column + shape.indent(line[column:])
        first = line[column : column + 1]
        if first in ("", "#"):
            if hash_at < 0 or self._deeper(at + 1, parent):
                return at + 1, True
            return self._text(at, column, key, parent), False
        if first in "|>" and shape.BLOCK.match(line, column):
            return self._block(at, parent), False
        if first in "&!" and _NAME_ONLY.match(line, column):
            self._hidden_name(at, column)
            return at + 1, True
        read = {"'": self._quoted, '"': self._quoted, "[": self._flow, "{": self._flow}
        return read.get(first, self._text)(at, column, key, parent), False

    def _hidden_name(self, at: int, column: int) -> None:
        """`&name` or `!name` with nothing after it stands before a block; take it out."""
        line = self._draft.lines[at]
        name, place = line[column:].strip(), self._draft.location(at, column)
        is_anchor = name.startswith("&")
        self._faults.append(
            wording.anchor(place, name[1:]) if is_anchor else wording.tag(place, name)
        )
        self._draft.replace(at, column, len(line), "")

    def _deeper(self, at: int, parent: int) -> bool:
        """Whether the next line that holds something lies deeper."""
        for line in self._draft.lines[at : at + _MAX_LINES]:
            if not shape.is_empty(line):
                return shape.indent(line) > parent
        return False

    def _block(self, at: int, parent: int) -> int:
        """Pass over a text under `|` or `>`."""
        lines = self._draft.lines
        at += 1
        while at < len(lines) and (not lines[at].strip() or _spaces(lines[at]) > parent):
            at += 1
        return at

    def _extent(self, at: int, parent: int) -> int:
        """The last line of a text that begins on line `at` and goes on, indented, below."""
        lines = self._draft.lines
        last = at
        for i in range(at + 1, min(at + _MAX_LINES, len(lines))):
            if not lines[i].strip():
                continue
            start = shape.indent(lines[i])
            if start <= parent or lines[i][start] == "#":
                break
            if shape.WORD_KEY.match(lines[i], start) or shape.DASH.match(lines[i], start):
                break
            last = i
        return last

    def _text(self, at: int, column: int, key: str, parent: int) -> int:
        """Text without quotation marks: anything in it that YAML reads differently is a slip."""
        last = self._extent(at, parent)
        text = self._joined(at, column, last)
        place = self._draft.location(at, column)
        if (
            text[0] in CURLY
            and (in_curly(text) or self._broken(text))
            and text[-1] in CURLY + "'\""
        ):
            fault = wording.curly(place, key, text)
            text = strip_curly(text)
        elif text[0] in "@%`!&|>,]}*" and not re.fullmatch(r"\*[\w-]+", text):
            fault = wording.first_sign(place, key, text)
        elif text == "?":
            # Whether that may be an answer is for the field to say.
            self._quote(at, column, last, text)
            return last + 1
        elif _DASH_OR_QUESTION.match(text):
            listed = text[0] == "-" and key
            if listed:
                fault = structure_wording.list_beside_key(place, key, text[1:].strip())
            else:
                fault = wording.first_sign(place, key, text)
        elif self._broken(text):
            fault = self._inner(at, column, key, last, text)
        else:
            return last + 1
        self._faults.append(fault)
        self._quote(at, column, last, text)
        return last + 1

    @staticmethod
    def _broken(text: str) -> bool:
        return bool(_TEXT_COLON.search(text) or HASH.search(" " + text))

    def _inner(self, at: int, column: int, key: str, last: int, text: str) -> Fault:
        """The first colon or hash sign in a text, at its own place."""
        for i in range(at, last + 1):
            line = self._draft.lines[i]
            start = column if i == at else 0
            if match := _TEXT_COLON.search(line, start):
                return wording.colon(self._draft.location(i, match.start()), key, text)
            if match := HASH.search(line, max(start - 1, 0)):
                return wording.hash_sign(self._draft.location(i, match.end()), key, text)
        return wording.colon(self._draft.location(at, column), key, text)

    def _joined(self, at: int, column: int, last: int) -> str:
        rest = (without_comment(line) for line in self._draft.lines[at + 1 : last + 1])
        first = without_comment(self._draft.lines[at][column:])
        return " ".join(part.strip() for part in (first, *rest) if part.strip())

    def _quote(self, at: int, column: int, last: int, text: str) -> None:
        """Put the text, quoted, on its first line."""
        quoted = "'" + text.replace("'", "''") + "'"
        self._draft.replace(at, column, len(self._draft.lines[at]), quoted)
        for i in range(at + 1, last + 1):
            self._draft.replace(i, 0, len(self._draft.lines[i]), "")

    def _quoted(self, at: int, column: int, key: str, parent: int) -> int:
        """Text between quotation marks: closed, and nothing after it?"""
        place = self._draft.location(at, column)
        closed = self._close(at, column, parent)
        if closed:
            last, end = closed
            rest = self._draft.lines[last][end:]
            if not rest.strip() or rest.lstrip()[0] == "#":
                return self._escapes(at, column, key, last, end)
        last = max(self._extent(at, parent), closed[0] if closed else at)
        text = self._joined(at, column, last)
        if not closed and text[-1] in CURLY:
            self._faults.append(wording.curly(place, key, text))
            text = strip_curly(text)
        elif _APOSTROPHE.match(text):
            self._faults.append(wording.apostrophe(place, key, text))
        elif closed:
            self._faults.append(wording.after_quote(place, key, text))
        else:
            self._faults.append(wording.unclosed_quote(place, key, text))
            text = text[1:]
        self._quote(at, column, last, text)
        return last + 1

    def _escapes(self, at: int, column: int, key: str, last: int, end: int) -> int:
        """A backslash between double quotation marks must be one that YAML knows."""
        line = self._draft.lines[at]
        if line[column] == '"' and at == last:
            inner = line[column + 1 : end - 1]
            if "\\" in _ESCAPE.sub("", inner):
                self._faults.append(wording.backslash(self._draft.location(at, column), key, inner))
                self._quote(at, column, last, inner)
        return last + 1

    def _close(self, at: int, column: int, parent: int) -> tuple[int, int] | None:
        """Line and column just after the closing quotation mark."""
        lines, i = self._draft.lines, column + 1
        quote = lines[at][column]
        mark = re.compile("''?" if quote == "'" else r"\\.|\"")
        for number in range(at, min(at + _MAX_LINES, len(lines))):
            line = lines[number]
            self.budget -= len(line)
            if number > at and line.strip() and shape.indent(line) <= parent:
                return None
            while match := mark.search(line, i):
                if match[0] == quote:
                    return number, match.end()
                i = match.end()
            i = 0
        return None

    def _flow(self, at: int, column: int, key: str, parent: int) -> int:
        """A value between brackets, or text that happens to begin with one."""
        last = self._flow_extent(at, parent)
        first = self._draft.lines[at][column:]
        text = "\n".join([first, *self._draft.lines[at + 1 : last + 1]])
        self.budget -= len(text)
        flow = Flow(text)
        place = self._draft.location(at, column)
        if flow.end is not None:
            after = text[flow.end :].split("\n", 1)[0].strip()
            last = at + text.count("\n", 0, flow.end)
            whole = text.startswith("[") and any(p.slip == "first_sign" for p in flow.parts[:1])
            if not whole and (not after or after[0] in "#:"):
                self._repair(at, column, key, text, flow)
                return last + 1
            fault = wording.first_sign
        else:
            last = self._extent(at, parent)
            fault = wording.unclosed_bracket
        joined = self._joined(at, column, last)
        self._faults.append(fault(place, key, joined))
        self._quote(at, column, last, joined)
        return last + 1

    def _flow_extent(self, at: int, parent: int) -> int:
        lines, last = self._draft.lines, at
        for i in range(at + 1, min(at + _MAX_LINES, len(lines))):
            start = shape.indent(lines[i])
            if lines[i].strip() and start <= parent and lines[i][start] not in "]}":
                break
            last = i
        return last

    def _repair(self, at: int, column: int, key: str, text: str, flow: Flow) -> None:
        """Quote the parts between brackets that mean something else than what was typed."""
        for part in reversed(flow.slips()):
            line = at + text.count("\n", 0, part.start)
            shift = column if line == at else -(text.rfind("\n", 0, part.start) + 1)
            value = " ".join(text[part.start : part.end].split())
            place = self._draft.location(line, part.start + shift)
            if in_curly(value):
                part.slip = "curly"
            self._faults.append(_SLIPS[part.slip](place, part.key or key, value))
            value = strip_curly(value) if part.slip == "curly" else value
            if "\n" not in text[part.start : part.end]:
                quoted = "'" + value.replace("'", "''") + "'"
                self._draft.replace(line, part.start + shift, part.end + shift, quoted)


_SLIPS = {
    "colon": wording.colon,
    "first_sign": wording.first_sign,
    "hash_sign": wording.hash_sign,
    "comma": wording.comma,
    "curly": wording.curly,
}


def _spaces(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
