"""Groups that load a command only when it is asked for, with help in the user's language.

Typer builds every registered command at every start, which with thirty commands costs more than a bare
interpreter. Here a group knows the names alone; help and completion load the rest.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from mikrohandlinger.texts import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter


class Lazy(NamedTuple):
    """Where a command is found.

    Attributes:
        place: Module of this package and name in it, ``log:log``; a name that is a Group class is a group.
        panel: The panel of ``--help`` that it stands in, marked for translation.
        help: What it does, marked for translation.
    """

    place: str
    panel: str
    help: str


class _Localised:
    """What commands and groups have in common: every word of their help is translated when it is drawn."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _("Show this help.")
        return option  # type: ignore[no-any-return]

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(_(piece) for piece in pieces), _("Usage: "))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        _localise_panels()
        _localise(self)
        super().format_help(ctx, formatter)  # type: ignore[misc]


class MikroCommand(_Localised, TyperCommand):
    """A command whose help is in the user's language."""


class MikroGroup(_Localised, TyperGroup):
    """A group whose commands are loaded when they are asked for.

    Class attributes:
        table: The commands by name, in the order of the help.
        default: The command that runs when none is named.
        default_takes_words: Whether a first word that is no command belongs to the default command.
        own_options: Options of the group itself, which never belong to the default command.
    """

    table: ClassVar[Mapping[str, Lazy]] = {}
    default: ClassVar[str] = ""
    default_takes_words: ClassVar[bool] = False
    own_options: ClassVar[frozenset[str]] = frozenset({"--help"})

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - Typer's signature
        """The names, in the order of the help."""
        return list(self.table)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - Typer's signature
        """Load the command of this name."""
        lazy = self.table.get(cmd_name)
        return None if lazy is None else _load(cmd_name, lazy)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Let the default command take what is not the group's own."""
        return super().parse_args(ctx, self._with_default(args, ctx.resilient_parsing))

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Find the command; a word that is none is wrong usage, with the nearest names."""
        if args[0] not in self.table and not ctx.resilient_parsing:
            from difflib import get_close_matches

            from .usage import UnknownCommand

            error = UnknownCommand(args[0], get_close_matches(args[0], self.table, n=2))
            error.ctx = ctx
            raise error
        return super().resolve_command(ctx, args)

    def _with_default(self, args: list[str], completing: bool) -> list[str]:
        if not self.default or (completing and not args):
            return args
        if not args:
            return [self.default]
        first = args[0]
        own = first in self.table or first.split("=")[0] in self.own_options
        if own or (not first.startswith("-") and not self.default_takes_words):
            return args
        return [self.default, *args]


def _load(name: str, lazy: Lazy) -> Command:
    module_name, _colon, attribute = lazy.place.partition(":")
    target = getattr(import_module(f"mikrohandlinger.cli.{module_name}"), attribute)
    if isinstance(target, type):
        app = group(target, name, lazy.help)
    else:
        app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode="rich")
        app.command(name, cls=MikroCommand, help=lazy.help)(target)
    command = get_command(app)
    command.name = name
    command.help = _(lazy.help)
    command.rich_help_panel = _(lazy.panel)  # type: ignore[attr-defined]
    return command


def group(cls: type[MikroGroup], name: str, meaning: str, **options: Any) -> typer.Typer:
    """A Typer app that is a group of class ``cls``."""
    app = typer.Typer(
        name=name,
        cls=cls,
        help=meaning,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        **options,
    )
    app.callback()(_nothing)
    return app


def _nothing() -> None:
    pass


def _localise(command: Any) -> None:
    """Translate the help of a command just built."""
    command.help = _(command.help)
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)


def _localise_panels() -> None:
    """Translate the fixed words of Typer's help."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = _("Arguments")
    rich_utils.OPTIONS_PANEL_TITLE = _("Options")
    rich_utils.COMMANDS_PANEL_TITLE = _("Commands")
    rich_utils.DEFAULT_STRING = _("[default: {}]")
    rich_utils.REQUIRED_LONG_STRING = _("[required]")
    rich_utils.STYLE_REQUIRED_SHORT = rich_utils.STYLE_REQUIRED_LONG = "bold"
