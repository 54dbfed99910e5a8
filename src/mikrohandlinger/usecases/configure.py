"""The settings: every one with its value, and changing one."""

from __future__ import annotations

from contextlib import contextmanager

from mikrohandlinger.domain.calendar import ONE_DAY
from mikrohandlinger.domain.errors import MikroError
from mikrohandlinger.domain.settings import SPEC, read
from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from typing import Any, Final

    from mikrohandlinger.domain.reports.settings import SettingRow, SettingsReport
    from mikrohandlinger.domain.settings import Setting, Settings
    from mikrohandlinger.usecases.context import Context


#: The longest time that is taken for one closed time, in days; a pause may be longer.
_LONGEST_CLOSED: Final = 14


def every(context: Context) -> SettingsReport:
    """Every setting, its value and where it comes from."""
    from mikrohandlinger.domain.reports.settings import SettingsReport

    rows = tuple(_row(context, setting) for setting in SPEC)
    return SettingsReport(rows, context.paths.settings, context.without_holidays())


def one(context: Context, key: str) -> SettingRow:
    """One setting, its value and where it comes from.

    Raises:
        MikroError: When there is none of that name.
    """
    from mikrohandlinger.domain.settings import of_key

    return _row(context, of_key(key))


def typed(context: Context, key: str, text: str) -> Any:
    """What somebody typed for a setting, as a checked TOML value; closed days may be written as for a pause.

    With a plus before it, closed days are added to those that there are.

    Raises:
        MikroError: When it does not fit.
    """
    from mikrohandlinger.domain.settings import parse

    if key != "closed_days":
        return parse(key, text)
    added = text.lstrip().startswith("+")
    days = _days(context, text.lstrip().removeprefix("+"))
    return sorted({*days, *(context.settings.closed_days if added else ())})


def _days(context: Context, text: str) -> list[date]:
    from mikrohandlinger.domain.settings import parse
    from mikrohandlinger.domain.when.ranges import parse_pause

    try:
        found: list[date] = parse("closed_days", text)
    except MikroError as refusal:
        found = []
        for part in text.split(","):
            try:
                first, last = parse_pause([part], context.clock.now)
            except MikroError:
                raise refusal from None
            length = ((last or first) - first).days + 1
            if length > _LONGEST_CLOSED:
                raise refusal from None
            found += [first + count * ONE_DAY for count in range(length)]
    return found


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
    keep_all(context, "config", {key: value})
    return context.settings.plain(key)


def keep_all(context: Context, command: str, values: Mapping[str, Any], defaults: Iterable[str] = ()) -> None:
    """Set some settings as one change, made by ``command``, and leave the others.

    Args:
        context: What the program works with.
        command: Which command.
        values: The new values.
        defaults: The settings of which the default shall hold again.

    Raises:
        MikroError: When one cannot be kept, or no holidays are known for a country.
    """
    from mikrohandlinger.storage.toml import settings as settings_file

    if "country" in values:
        from mikrohandlinger.storage import holidays

        # Refused now rather than by every command from now on.
        holidays.load(context.paths.cache, values["country"], context.today.year, context.today.year)
    context.notice_terms()
    with (
        carrying_the_reminder(context, [*values, *defaults]) as along,
        context.store.filed.settings(command, context.clock.now) as (file, _change),
    ):
        settings_file.put(file, values)
        for key in defaults:
            settings_file.forget(file, key)
        along(read(file.table))
    context.forget("settings")
    if "team_folder" in (*values, *defaults):
        _ask_the_team_anew(context)


def reset(context: Context, key: str) -> Any:
    """Let the default of a setting hold again; returns the value that holds now, as JSON holds it.

    Raises:
        MikroError: When there is no such setting, or the file cannot be changed.
    """
    from mikrohandlinger.storage.toml import settings as settings_file

    context.notice_terms()
    with (
        carrying_the_reminder(context, (key,)) as along,
        context.store.filed.settings("config", context.clock.now) as (file, _change),
    ):
        settings_file.forget(file, key)
        along(read(file.table))
    context.forget("settings")
    if key == "team_folder":
        _ask_the_team_anew(context)
    return context.settings.plain(key)


def _ask_the_team_anew(context: Context) -> None:
    """Look into the folder that was named just now, so that what is wrong with it is told at once."""
    from mikrohandlinger.storage.toml.team import forget

    forget(context.paths.cache)
    context.forget("catalogue")
    _ = context.team


@contextmanager
def carrying_the_reminder(context: Context, keys: Iterable[str]) -> Iterator[Callable[[Settings], object]]:
    """Let the reminder follow the settings ``keys``; see :func:`mikrohandlinger.usecases.reminder_job.carrying_along`."""
    from mikrohandlinger.domain import reminder_time

    if not set(keys).intersection(reminder_time.KEYS):
        yield id
        return
    from mikrohandlinger.usecases import reminder_job

    with reminder_job.carrying_along(context) as along:
        yield along


def _row(context: Context, setting: Setting) -> SettingRow:
    from mikrohandlinger.domain.reports.settings import SettingRow
    from mikrohandlinger.texts import of_environment

    given = of_environment(context.environ) if setting.key == "language" else ""
    if given:
        return SettingRow(setting, given, "MIKRO_LANG")
    source = "config.toml" if setting.key in context.settings.given else "default"
    return SettingRow(setting, context.settings.plain(setting.key), source)
