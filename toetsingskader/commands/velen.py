"""The same work for many records, on all processors and in little memory."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from toetsingskader.errors import ToolError

S = TypeVar("S")
T = TypeVar("T")

MANY = 24
"""From here on starting processes (half a second each) costs less than it gains."""
_AT_A_TIME = 8


def for_each(work: Callable[[S], T], items: Sequence[S]) -> Iterator[T]:
    """What the work gives for every item, in their order.

    Above `MANY` items it is done in processes: `work` is then a function of a module, and what it
    takes and gives are small, for it travels between them.

    Raises ToolError when the system ended one of them.
    """
    if len(items) <= MANY:
        yield from map(work, items)
        return
    try:
        yield from _in_processes(work, items)
    except BrokenProcessPool as error:
        raise ToolError(
            "Het systeem heeft een deel van het werk afgebroken, meestal omdat het geheugen vol "
            "was. Sluit andere programma's en probeer het opnieuw, of noem minder beoordelingen "
            "tegelijk."
        ) from error


def _in_processes(work: Callable[[S], T], items: Sequence[S]) -> Iterator[T]:
    # A process that is started anew holds nothing that the others hold, on every system alike.
    with ProcessPoolExecutor(
        min(os.cpu_count() or 1, len(items) // _AT_A_TIME),
        mp_context=get_context("spawn"),
        initializer=_prepare,
    ) as pool:
        yield from pool.map(work, items, chunksize=_AT_A_TIME)


def _prepare() -> None:
    """Look for garbage, which a short process need not do; leave an interrupt to who started us."""
    gc.freeze()
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
