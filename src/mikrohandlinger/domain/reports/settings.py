"""What ``mikro config`` shows."""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from mikrohandlinger.domain.settings import Setting


class SettingRow(NamedTuple):
    """A setting.

    Attributes:
        setting: Its description.
        value: The value that holds, as JSON holds it.
        source: Where the value comes from: ``default``, ``config.toml``, or the name of a variable.
    """

    setting: Setting
    value: Any
    source: str


class SettingsReport(NamedTuple):
    """Every setting.

    Attributes:
        rows: The settings in the order in which they are described.
        path: The file that holds those which the user has set.
        without_holidays: The country, if nobody here knows its public holidays.
    """

    rows: tuple[SettingRow, ...]
    path: str
    without_holidays: str | None = None
