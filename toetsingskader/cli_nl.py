"""Click in Dutch: the words of its help pages and of its usage errors."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class _Dutch(click.Command):
    """Help page with Dutch headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call it."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [
            (names, text.replace("[required]", "[verplicht]"))
            for names, text in filter(None, (p.get_help_record(ctx) for p in options))
        ]
        if records:
            with formatter.section("Opties"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option with Dutch help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option


class Opdracht(_Dutch):
    """A command."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIES]")
        super().__init__(*args, **kwargs)


class Groep(_Dutch, click.Group):
    """The group of all commands; reads the module of a command when it is asked for."""

    def __init__(self, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIES]")
        kwargs.setdefault("subcommand_metavar", "OPDRACHT [ARGUMENTEN]…")
        super().__init__(*args, **kwargs)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in alphabetical order."""
        return sorted({*super().list_commands(ctx), *self.modules})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with this name, None when there is none."""
        if cmd_name in self.modules and cmd_name not in self.commands:
            self.add_command(getattr(import_module(self.modules[cmd_name]), cmd_name))
        return super().get_command(ctx, cmd_name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, each with the first line of its help."""
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                rows.append((name, command.get_short_help_str(limit=70)))
        if rows:
            with formatter.section("Opdrachten"):
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say in Dutch that there is none."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = ", ".join(self.list_commands(ctx))
            ctx.fail(f"De opdracht '{args[0]}' bestaat niet. Er is: {known}.")
        return super().resolve_command(ctx, args)


_MESSAGES = {
    "Got unexpected": (
        "Er staan te veel woorden in deze opdracht. Zet een naam van meer woorden tussen "
        "aanhalingstekens."
    ),
    "Missing command": "Noem een opdracht.",
}
"""Usage errors that click has no class for, by how they begin."""


def explain(error: click.UsageError) -> str:
    """A usage error as one Dutch sentence."""
    if isinstance(error, click.NoSuchOption):
        near = f" Bedoelde u {error.possibilities[0]}?" if error.possibilities else ""
        return f"De optie '{error.option_name}' bestaat niet.{near}"
    if isinstance(error, click.BadOptionUsage):
        return f"Bij de optie '{error.option_name}' ontbreekt een waarde, of er hoort er geen."
    if isinstance(error, click.MissingParameter):
        if isinstance(error.param, click.Option):
            return f"De optie '{error.param.opts[0]}' is nodig."
        what = (error.param.metavar or "").strip("[]…") if error.param is not None else ""
        return f"Noem bij deze opdracht een {what.lower() or 'argument'}."
    if isinstance(error, click.BadParameter):
        return _bad_parameter(error)
    return next((nl for en, nl in _MESSAGES.items() if error.message.startswith(en)), error.message)


def _bad_parameter(error: click.BadParameter) -> str:
    name = error.param.opts[0] if error.param is not None else "dit argument"
    choices = getattr(error.param.type, "choices", ()) if error.param is not None else ()
    if choices:
        return f"De waarde bij '{name}' kan niet. Kies uit: {', '.join(map(str, choices))}."
    return f"De waarde bij '{name}' kan niet: {error.message}"
