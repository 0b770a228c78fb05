"""Options that several commands have, each given to the command as what it stands for."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import click

from toetsingskader.brief.soorten import Kamer
from toetsingskader.kader.veld import Briefsoort

C = TypeVar("C", bound=Callable[..., Any])


def brief_option(soorten: Iterable[Briefsoort], help_: str) -> Callable[[C], C]:
    """`--brief`, one of these kinds of letter; gives `soort`, None when it is left out."""
    return _choice("--brief", "soort", Briefsoort, soorten, help_)


def kamer_option(help_: str) -> Callable[[C], C]:
    """`--kamer`; gives `kamer`, None when it is left out."""
    return _choice("--kamer", "kamer", Kamer, Kamer, help_)


def sjablonen_option(help_: str) -> Callable[[C], C]:
    """`--sjablonen`, a folder that was looked at; gives `sjablonen`, ours when it is left out."""

    def require(_: click.Context, __: click.Parameter, folder: Path | None) -> Path:
        # Only what makes letters has this option.
        from toetsingskader.commands.sjabloon import require_templates
        from toetsingskader.sjablonen import BRIEFSJABLONEN

        return require_templates(folder) if folder else BRIEFSJABLONEN

    return click.option("--sjablonen", type=Path, metavar="MAP", callback=require, help=help_)


class Keuze(click.Choice[str]):
    """A choice that may be typed with capitals, hyphens or spaces."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The choice that is meant; raises BadParameter when there is none."""
        typed = str(value).strip().lower().replace("-", "_").replace(" ", "_")
        return super().convert(typed, param, ctx)


def _choice(
    option: str, name: str, kind: type[StrEnum], values: Iterable[StrEnum], help_: str
) -> Callable[[C], C]:
    def chosen(_: click.Context, __: click.Parameter, value: str | None) -> StrEnum | None:
        return kind(value) if value else None

    choices = Keuze([v.value for v in values])
    return click.option(option, name, type=choices, callback=chosen, help=help_)
