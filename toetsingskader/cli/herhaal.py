"""The same work for several records: one that cannot be done does not stop the others."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from toetsingskader.commands.beoordelingen import all_records, find_record
from toetsingskader.errors import ToetsingskaderError

T = TypeVar("T")


def each(namen: tuple[str, ...], work: Callable[[Path], T]) -> tuple[list[T], list[int]]:
    """Do the work for every record; gives the results, and the exit codes of what failed.

    A record that is named more than once, such as by several of its files, is done once.
    """
    results: list[T] = []
    codes: list[int] = []
    done: set[Path] = set()
    for naam in namen or all_records(Path()):
        try:
            folder = find_record(str(naam), Path())
            if folder.absolute() not in done:
                done.add(folder.absolute())
                results.append(work(folder))
        except ToetsingskaderError as error:
            click.echo(f"{naam}: {error}", err=True)
            codes.append(error.exit_code)
    return results, codes
