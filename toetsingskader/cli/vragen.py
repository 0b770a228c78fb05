"""Asking for what was not given as an option, until the answer can be read."""

import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from toetsingskader.errors import UsageError

T = TypeVar("T")


def given_or_asked(
    given: str | None, vraag: str, read: Callable[[str], T], voorstel: str = ""
) -> T:
    """Read an option, or ask until the answer can be read; Enter takes the proposal.

    Without a keyboard the proposal is taken. Raises UsageError for an option that cannot be read.
    """
    if given is not None:
        return read(given)
    if not has_keyboard():
        return read(voorstel)
    while True:
        try:
            return read(click.prompt(vraag, default=voorstel, show_default=bool(voorstel)))
        except UsageError as error:
            click.echo(str(error), err=True)


def given_or_skipped(
    given: str | None, vraag: str, read: Callable[[str], T], enter: str = "later"
) -> T | None:
    """The same for what may be passed over; `enter` says what Enter means."""
    if given is not None:
        return read(given)
    return given_or_asked(
        None, f"{vraag} (Enter: {enter})", lambda text: read(text) if text.strip() else None
    )


def all_given_or_asked(
    given: Iterable[str], vraag: str, read: Callable[[str], T], enter: str = "later"
) -> tuple[T, ...]:
    """Any number of answers; asked one by one until Enter."""
    answers = [read(text) for text in given]
    if not answers and has_keyboard():
        while (answer := given_or_skipped(None, vraag, read, enter)) is not None:
            answers.append(answer)
            vraag, enter = "Nog een", "nee"
    return tuple(answers)


def has_keyboard() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()
