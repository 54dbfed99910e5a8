"""``mikro config``: every setting, its value and where it comes from; ``config set`` changes one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from mikrohandlinger.cli.framework.context import context_of
from mikrohandlinger.cli.framework.groups import Lazy, MikroGroup
from mikrohandlinger.cli.terminal.echo import echo, echo_json
from mikrohandlinger.domain import settings as domain
from mikrohandlinger.domain.errors import N_
from mikrohandlinger.domain.reports.settings import SettingRow, SettingsReport
from mikrohandlinger.texts import of_environment
from mikrohandlinger.views.settings.words import is_now

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typer

    from mikrohandlinger.cli.framework import completion
    from mikrohandlinger.cli.framework.options import AsJson, SettingKey
    from mikrohandlinger.storage.paths import Paths
    from mikrohandlinger.usecases.context import Context


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
    context = context_of(ctx)
    rows = tuple(SettingRow(setting, *_value_and_origin(context, setting.key)) for setting in domain.SPEC)
    screen = SettingsReport(rows, str(context.paths.settings))
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
    from mikrohandlinger.storage.toml import settings as settings_file

    context = context_of(ctx)
    paths = context.paths
    read = domain.parse(key, " ".join(value))
    if key == "country":
        from mikrohandlinger.storage import holidays as holiday_cache

        # Refused now rather than by every command from now on.
        holiday_cache.load(paths.cache, read, context.today.year, context.today.year)
    settings_file.store(paths.settings, key, read)
    _tell_new_value(paths, key)


def reset(ctx: typer.Context, key: SettingKey) -> None:
    """Let the default hold again."""
    from mikrohandlinger.storage.toml import settings as settings_file

    paths = context_of(ctx).paths
    settings_file.forget(paths.settings, key)
    _tell_new_value(paths, key)


def _tell_new_value(paths: Paths, key: str) -> None:
    from mikrohandlinger.storage.toml import settings as settings_file

    echo(is_now(key, settings_file.load(paths.settings, paths.cache).plain(key)))


def path(ctx: typer.Context) -> None:
    """Show where the files lie."""
    context = context_of(ctx)
    for file in (
        context.paths.settings,
        context.paths.own_actions,
        context.paths.database,
        context.paths.cache,
    ):
        echo(str(file))


def _value_and_origin(context: Context, key: str) -> tuple[Any, str]:
    """The value that holds, as JSON holds it, and where it comes from."""
    from_environment = of_environment(context.environ) if key == "language" else ""
    if from_environment:
        return from_environment, "MIKRO_LANG"
    return context.settings.plain(key), "config.toml" if key in context.settings.given else "default"
