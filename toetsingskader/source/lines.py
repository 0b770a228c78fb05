"""What a line of YAML looks like: its indentation, its dash, its key."""

import re

WHITE = re.compile(r"\s*")
DASH = re.compile(r"-(?=\s|$)\s*")
BULLET = re.compile(r"[•‣◦▪●○■·–—*](?=\s|$)\s*")
GLUED_DASH = re.compile(r"-(?=[^\W\d]|['\"“‘@\[{])")
GLUED_KEY = re.compile(r"([A-Za-z][\w-]*):(?=[^\s:/])")
JUNK = re.compile(r"(?:[&*!][\w-]*|[\]},>|%`@“”‘’„])(?=\s*[\w'\"-])")
"""A sign at the begin of a line that can be no part of a key or dash."""
COMPLEX = re.compile(r"[?:](?=\s|$)")
BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(?:\s#.*)?$")
COLON = re.compile(r":(?=\s|$)")
WORD_KEY = re.compile(r"[\"']?[^\W\d][\w-]*[\"']?\s*:(?:\s|$)")
_QUOTED_KEY = re.compile(r"(?:'(?:[^']|'')*+'|\"(?:[^\"\\]|\\.)*+\")\s*(?=:(?:\s|$))")


def indent(line: str) -> int:
    """The number of white characters a line begins with."""
    match = WHITE.match(line)
    return match.end() if match else 0


def is_empty(line: str) -> bool:
    """Whether a line holds nothing, or only a comment."""
    return line.lstrip()[:1] in ("", "#")


def key_end(line: str, start: int) -> int | None:
    """The column of the colon after the key that begins at `start`, if there is one."""
    if match := _QUOTED_KEY.match(line, start):
        return match.end()
    if line[start : start + 1] in ("'", '"', "[", "{", "#", ""):
        return None
    match = COLON.search(line, start)
    hash_sign = line.find(" #", start)
    if not match or match.start() == start or 0 <= hash_sign < match.start():
        return None
    return match.start()


def value_start(line: str) -> int:
    """The column after the dashes and key of a line; 0 when nothing would be left after it."""
    column = indent(line)
    while match := DASH.match(line, column):
        column = match.end()
    end = key_end(line, column)
    if end is None or not line[end + 1 :].strip():
        return 0
    return end + 1
