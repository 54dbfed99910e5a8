"""Groups that load a command only when it is asked for, with help in the user's language.

Typer builds every registered command at every start, which with thirty commands costs more than a bare
interpreter. Here a group knows the names alone, and so does its help.
"""

from __future__ import annotations

from inspect import unwrap
from typing import get_type_hints

import typer

from mikrohandlinger.cli.framework.context import at
from mikrohandlinger.cli.framework.typer_private import (
    CompletionItem,
    TyperCommand,
    TyperGroup,
    UsageError,
    get_command,
    offer_words,
)
from mikrohandlinger.cli.terminal.echo import echo
from mikrohandlinger.texts import _
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, ClassVar

    from mikrohandlinger.cli.framework.typer_private import Command, Context, TyperOption


class Lazy(NamedTuple):
    """Where a command is found.

    Attributes:
        place: Module of this package and name in it, ``log:log``; a name that is a Group class is a group.
        panel: The panel of ``--help`` that it stands in, marked for translation.
        help: What it does, marked for translation.
        examples: Lines as somebody would type them, marked for translation.
        line: What it does in the list of commands, where that is told otherwise there; marked for translation.
    """

    place: str
    panel: str
    help: str
    examples: tuple[str, ...] = ()
    line: str = ""


class _OurHelp:
    """What commands and groups have in common: help and wrong usage in the user's language."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        option: TyperOption | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _("Show this help.")
            option.callback = _show_help
        return option

    def get_help(self, ctx: Context) -> str:
        from mikrohandlinger.cli.framework.help import page_of
        from mikrohandlinger.views.help.terminal import drawn

        return drawn(page_of(self, ctx))  # type: ignore[arg-type]

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except UsageError as error:
            # The parser leaves out where it was when an option lacks its value.
            error.ctx = error.ctx or ctx
            raise
        return rest


class MikroCommand(_OurHelp, TyperCommand):
    """A command whose help is in the user's language."""

    # Otherwise words too many would be told by an English sentence alone.
    allow_extra_args = True

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Refuse the words that no argument takes."""
        if ctx.resilient_parsing:  # a shell asks what can be typed
            for parameter in self.params:
                offer_words(parameter)
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            from mikrohandlinger.cli.framework.usage import UnwantedWords

            raise UnwantedWords(rest, ctx)
        return rest


class MikroGroup(_OurHelp, TyperGroup):
    """A group whose commands are loaded when they are asked for.

    Class attributes:
        table: The commands by name, in the order of the help.
        default: The command that runs when none is named.
        default_takes_words: Whether a first word that is no command belongs to the default command.
        own_options: Options of the group itself, which never belong to the default command.
        hints: What stands last on the page of its help, marked for translation.
    """

    table: ClassVar[Mapping[str, Lazy]] = {}
    default: ClassVar[str] = ""
    default_takes_words: ClassVar[bool] = False
    own_options: ClassVar[frozenset[str]] = frozenset({"-h", "--help"})
    hints: ClassVar[tuple[str, ...]] = ()

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
            from mikrohandlinger.cli.framework.usage import UnknownCommand

            raise UnknownCommand(args[0], self._nearest(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def _nearest(self, word: str) -> list[str]:
        """The commands that are meant with a word that is none: by what it means, else by how it is spelt."""
        from difflib import get_close_matches

        from mikrohandlinger.domain import words

        known = {*self.table, *self.own_options}
        meant = [name for name in words.meant(word) if name in known]
        return meant or get_close_matches(word.casefold(), self.table, n=2)

    def shell_complete(self, ctx: Context, incomplete: str) -> list[CompletionItem]:
        """The commands that begin like this, and the group's own options."""
        commands = [
            CompletionItem(name, help=_(lazy.help))
            for name, lazy in self.table.items()
            if name.startswith(incomplete)
        ]
        return commands + super(TyperGroup, self).shell_complete(ctx, incomplete)

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


def group(cls: type[MikroGroup], name: str, meaning: str, options: Callable[..., None]) -> Command:
    """A group of class ``cls``.

    Args:
        cls: Knows its commands.
        name: What it is called.
        meaning: What it is for, marked for translation.
        options: A function whose parameters are the options of the group itself.
    """
    app = typer.Typer(
        name=name,
        cls=cls,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(options)
    return _translated(get_command(app), meaning)


def _load(name: str, lazy: Lazy) -> Command:
    target = at(lazy.place)
    if isinstance(target, type):
        return group(target, name, lazy.help, _no_options)
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(name, cls=MikroCommand)(_readable(target))
    command = _translated(get_command(app), lazy.help)
    command.epilog = "\n".join(map(_, lazy.examples))
    return command


def _readable(target: Callable[..., Any]) -> Callable[..., Any]:
    """The same function with a signature that Typer can read, whose names only the type checker imported so far."""
    from mikrohandlinger.cli.framework import options

    whole = unwrap(target)
    # In place, for whatever is wrapped around the function shares them.
    whole.__annotations__.update(
        get_type_hints(whole, {**vars(options), **whole.__globals__}, include_extras=True)
    )
    return target


def _translated(command: Command, meaning: str) -> Command:
    """Put the help of a command just built into the language of the screens."""
    command.help = _(meaning)
    for parameter in command.params:
        for attribute in ("help", "metavar"):
            message = getattr(parameter, attribute, None)
            if message:
                setattr(parameter, attribute, _(message))
    return command


def _show_help(ctx: Context, _parameter: object, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        echo(ctx.get_help())
        ctx.exit()


def _no_options() -> None:
    pass
