"""Tables with pipes, as people type them in prose: their cells, and what is wrong with one."""

import re
from collections.abc import Iterator

_DELIMITER = re.compile(r"(?=.*\|) *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
_PIPE = re.compile(r"(?<!\\)\|")


def is_delimiter(line: str) -> bool:
    """Whether this is the line of dashes under the head of a table."""
    return _DELIMITER.fullmatch(line) is not None


def cells(row: str) -> list[str]:
    """The texts between the pipes of a row."""
    inner = re.sub(r"^\||(?<!\\)\|$", "", row.strip())
    return [cell.strip() for cell in _PIPE.split(inner)]


def cell_starts(row: str) -> list[int]:
    """Where the text of each cell begins in a row, in the order of `cells`."""
    line = row.rstrip()
    begin = len(line) - len(line.lstrip())
    begin += line.startswith("|", begin)
    bounds = [begin, *(m.end() for m in _PIPE.finditer(line, begin))]
    if len(bounds) > 1 and bounds[-1] == len(line):
        bounds.pop()
    return [at + len(line[at:]) - len(line[at:].lstrip()) for at in bounds]


def uneven_rows(text: str) -> Iterator[tuple[int, int, int]]:
    """Rows that do not fit their table: offset, number of cells, and how many there should be.

    Of a table whose head does not fit the dashes under it only the head; it is no table then.
    """
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for at in range(1, len(lines)):
        if not is_delimiter(lines[at].rstrip()) or "|" not in lines[at - 1]:
            continue
        head, columns = len(cells(lines[at - 1])), len(cells(lines[at]))
        if head != columns:
            yield starts[at - 1], head, columns
            continue
        for row in range(at + 1, len(lines)):
            if "|" not in lines[row]:
                break
            if len(cells(lines[row])) > columns:
                yield starts[row], len(cells(lines[row])), columns
