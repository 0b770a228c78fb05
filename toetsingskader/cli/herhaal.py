"""The same work for several records: one that cannot be done does not stop the others."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from toetsingskader.commands.beoordelingen import all_records, find_record
from toetsingskader.errors import ToetsingskaderError

T = TypeVar("T")


def each(namen: tuple[str, ...], work: Callable[[Path], T]) -> tuple[list[T], list[int]]:
    """Do the work for every record; gives the results, and the exit codes of what failed."""
    results: list[T] = []
    codes: list[int] = []
    for naam in namen or all_records(Path()):
        try:
            results.append(work(find_record(str(naam), Path())))
        except ToetsingskaderError as error:
            click.echo(f"{naam}: {error}", err=True)
            codes.append(error.exit_code)
    return results, codes
