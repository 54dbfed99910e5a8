"""``mikro config``: every setting, its value and where it comes from; ``config set`` changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.cli.terminal.echo import echo, echo_json, warn
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.settings import parse
from mikrohandlinger.usecases import configure
from mikrohandlinger.views.settings.words import is_now

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson, SettingKey


class Config(MikroGroup):
    """``mikro config``; alone it lists."""

    default = "list"
    table: ClassVar[Mapping[str, Lazy]] = {
        "list": Lazy(
            "commands.config:show", "", N_("Show every setting, its value and where it comes from.")
        ),
        "set": Lazy(
            "commands.config:set_one",
            "",
            N_("Change a setting."),
            ("mikro config set goal 2", N_("mikro config set workdays mon-thu")),
        ),
        "reset": Lazy("commands.config:reset", "", N_("Put a setting back to its default.")),
        "path": Lazy("commands.config:path", "", N_("Show where the files lie.")),
    }


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


def set_one(
    ctx: typer.Context,
    key: SettingKey,
    value: Annotated[
        list[str],
        typer.Argument(
            metavar=N_("VALUE"),
            help=N_("Its new value; several are separated by commas."),
            autocompletion=completion.values,
        ),
    ],
) -> None:
    """Change a setting."""
    context = context_of(ctx)
    echo(is_now(key, configure.keep(context, key, parse(key, " ".join(value)))))
    if key == "country" and (country := context.without_holidays()):
        from mikrohandlinger.views.shared.holidays import unknown_line

        warn(unknown_line(country))


def reset(ctx: typer.Context, key: SettingKey) -> None:
    """Let the default hold again."""
    echo(is_now(key, configure.reset(context_of(ctx), key)))


def path(ctx: typer.Context) -> None:
    """Show where the files lie."""
    paths = context_of(ctx).paths
    for file in (paths.settings, paths.own_actions, paths.database, paths.cache):
        echo(str(file))
