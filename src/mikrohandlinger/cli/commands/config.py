"""``mikro config``: every setting, its value and where it comes from; ``config set`` changes one."""

from __future__ import annotations

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.errors import N_, WRONG_USAGE, MikroError
from mikrohandlinger.domain.settings import BY_KEY, of_key
from mikrohandlinger.usecases import configure
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple
from mikrohandlinger.views.settings.words import is_now

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Annotated, Any, ClassVar

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson, KeepPersonal, SettingKey
    from mikrohandlinger.cli.framework.typer_private import Context as ParserContext
    from mikrohandlinger.usecases.context import Context


class Config(MikroGroup):
    """``mikro config``; alone it lists."""

    default = "list"
    table: ClassVar[Mapping[str, Lazy]] = {
        "list": Lazy(
            "commands.config:show", "", N_("Show every setting, its value and where it comes from.")
        ),
        "get": Lazy(
            "commands.config:get_one",
            "",
            N_("Show one setting, what it means and what it may be."),
            ("mikro config get level_cap",),
        ),
        "set": Lazy(
            "commands.config:set_one",
            "",
            N_("Change a setting."),
            ("mikro config set goal 2", "mikro config set goal=2", N_("mikro config set workdays mon-thu")),
        ),
        "reset": Lazy("commands.config:reset", "", N_("Put a setting back to its default.")),
        "path": Lazy("commands.config:path", "", N_("Show where the files lie.")),
    }

    def parse_args(self, ctx: ParserContext, args: list[str]) -> list[str]:
        """A setting alone is a look at it, ``goal=4`` a change."""
        name, equals, _value = (args or [""])[0].partition("=")
        if name in BY_KEY:
            args = ["set" if equals or (args[1:2] and not args[1].startswith("-")) else "get", *args]
        return super().parse_args(ctx, args)


class OwnSetting(NamedTuple):
    """A setting as it was typed.

    Attributes:
        value: As TOML holds it.
        told: What is to be said of own words in it.
    """

    value: Any
    told: list[str]


def own_setting(context: Context, key: str, typed: str, *, keep_personal: bool = False) -> OwnSetting:
    """Read what was typed for a setting; where it is words, they are masked as all own words are.

    Raises:
        MikroError: When it does not fit.
    """
    value = configure.typed(context, key, typed)
    if not (of_key(key).kind.is_words and isinstance(value, str)):
        return OwnSetting(value, [])
    from mikrohandlinger.usecases.own_words import own_words
    from mikrohandlinger.views.shared.own_words import told

    own = own_words(value, keep_personal=keep_personal)
    return OwnSetting(own.text or "", told(own))


def show(
    ctx: typer.Context,
    as_json: AsJson = False,
) -> None:
    """Show every setting."""
    screen = configure.every(context_of(ctx))
    if as_json:
        from mikrohandlinger.views.settings.document import document

        echo_json(document(screen))
        return
    from mikrohandlinger.views.settings.terminal import draw

    draw(screen)


def get_one(ctx: typer.Context, key: SettingKey, as_json: AsJson = False) -> None:
    """Show one setting."""
    row = configure.one(context_of(ctx), key)
    if as_json:
        from mikrohandlinger.views.settings.document import rows

        echo_json(rows([row]))
        return
    from shutil import get_terminal_size
    from textwrap import wrap

    from mikrohandlinger.views.settings import words

    *told, command = words.one(row)
    for line in told:
        for part in wrap(line, max(20, get_terminal_size().columns)):
            echo(part)
    echo(command)


def set_one(
    ctx: typer.Context,
    key: SettingKey,
    value: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=N_("VALUE"),
            help=N_("Its new value; several are separated by commas."),
            autocompletion=completion.values,
        ),
    ] = None,
    keep_personal: KeepPersonal = False,
) -> None:
    """Change a setting."""
    context = context_of(ctx)
    name, equals, first = key.partition("=")
    typed = [*([first] if equals else []), *(value or [])]
    if not typed:
        raise MikroError(
            "value-missing",
            N_("Write the value too: mikro config set {key} …. What it may be: mikro config get {key}"),
            exit_code=WRONG_USAGE,
            key=of_key(name).key,
        )
    own = own_setting(context, name, " ".join(typed), keep_personal=keep_personal)
    now = configure.keep(context, name, own.value)
    # Whoever asks for another language is answered in it.
    context.choose_language()
    echo(is_now(name, now))
    for line in own.told:
        warn(line)
    if name == "country" and (country := context.without_holidays()):
        from mikrohandlinger.views.shared.holidays import unknown_line

        warn(unknown_line(country))


def reset(ctx: typer.Context, key: SettingKey) -> None:
    """Let the default hold again."""
    context = context_of(ctx)
    now = configure.reset(context, key)
    context.choose_language()
    echo(is_now(key, now))


def path(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Show where the files lie."""
    paths = context_of(ctx).paths
    if as_json:
        from mikrohandlinger.views.settings.document import files

        echo_json(files(paths.settings, paths.own_actions, paths.own_processes, paths.database, paths.cache))
        return
    for file in (paths.settings, paths.own_actions, paths.own_processes, paths.database, paths.cache):
        echo(str(file))
