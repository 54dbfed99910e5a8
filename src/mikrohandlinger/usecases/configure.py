"""The settings: every one with its value, and changing one."""

from __future__ import annotations

from mikrohandlinger.domain.settings import SPEC
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.reports.settings import SettingRow, SettingsReport
    from mikrohandlinger.domain.settings import Setting
    from mikrohandlinger.usecases.context import Context


def every(context: Context) -> SettingsReport:
    """Every setting, its value and where it comes from."""
    from mikrohandlinger.domain.reports.settings import SettingsReport

    rows = tuple(_row(context, setting) for setting in SPEC)
    return SettingsReport(rows, context.paths.settings, context.without_holidays())


def keep(context: Context, key: str, value: Any) -> Any:
    """Set one setting and leave the others.

    Args:
        context: What the program works with.
        key: Which setting.
        value: Its new value, as :func:`mikrohandlinger.domain.settings.parse` reads what is typed.

    Returns:
        The value that holds now, as JSON holds it.

    Raises:
        MikroError: When it cannot be kept, or no holidays are known for a country.
    """
    from mikrohandlinger.storage.toml import settings as settings_file

    if key == "country":
        from mikrohandlinger.storage import holidays

        # Refused now rather than by every command from now on.
        holidays.load(context.paths.cache, value, context.today.year, context.today.year)
    settings_file.store(context.paths.settings, key, value)
    return _now(context, key)


def reset(context: Context, key: str) -> Any:
    """Let the default of a setting hold again; returns the value that holds now, as JSON holds it.

    Raises:
        MikroError: When there is no such setting, or the file cannot be changed.
    """
    from mikrohandlinger.storage.toml import settings as settings_file

    settings_file.forget(context.paths.settings, key)
    return _now(context, key)


def _now(context: Context, key: str) -> Any:
    context.forget("settings")
    return context.settings.plain(key)


def _row(context: Context, setting: Setting) -> SettingRow:
    from mikrohandlinger.domain.reports.settings import SettingRow
    from mikrohandlinger.texts import of_environment

    given = of_environment(context.environ) if setting.key == "language" else ""
    if given:
        return SettingRow(setting, given, "MIKRO_LANG")
    source = "config.toml" if setting.key in context.settings.given else "default"
    return SettingRow(setting, context.settings.plain(setting.key), source)
