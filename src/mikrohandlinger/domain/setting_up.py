"""What the answers of the set-up make of the settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mikrohandlinger.domain.setting_kinds import WEEKDAYS
from mikrohandlinger.domain.settings import BY_KEY
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Any, Final

    from mikrohandlinger.domain.settings import Settings

#: What a rota asks of the settings: every day counts when it is used, also public holidays and the four agreed days.
ROTA: Final[Mapping[str, Any]] = {
    "workdays": list(WEEKDAYS),
    "public_holidays": "work",
    "first_of_may": "work",
    "constitution_day": "work",
    "christmas_eve": "work",
    "new_years_eve": "work",
    "strength_days": 7,
}
#: The setting by which a day ends at night.
DAY_STARTS: Final = "day_starts"


class Written(NamedTuple):
    """What is to be written: values, and the settings of which the default shall hold again."""

    values: Mapping[str, Any]
    defaults: tuple[str, ...]


def shift_of(settings: Settings) -> str:
    """Which kind of week the settings say: ``fixed``, ``part`` or ``rota``."""
    if len(settings.workdays) == len(WEEKDAYS) and settings.public_holidays == "work":
        return "rota"
    return "part" if len(settings.workdays) < 5 else "fixed"


def goal_for(days: int) -> int:
    """The goal that suits a week of so many working days: three, or a day less than there are; never none."""
    return max(1, min(3, days - 1))


def written(settings: Settings, shift: str, answers: Mapping[str, Any]) -> Written:
    """What the answers change.

    Args:
        settings: What holds.
        shift: The kind of week.
        answers: Values of settings, as TOML holds them.
    """
    wanted = {**(ROTA if shift == "rota" else {}), **answers}
    values = {key: value for key, value in wanted.items() if _plain(key, value) != settings.plain(key)}
    # Whoever had a rota has days off again, and a night that ends at midnight.
    had_rota = shift != "rota" and shift_of(settings) == "rota"
    back = [*ROTA, DAY_STARTS] if had_rota else []
    return Written(values, tuple(key for key in back if key in settings.given and key not in wanted))


def _plain(key: str, value: Any) -> Any:
    kind = BY_KEY[key].kind
    return kind.plain(kind.read(value))


def days_of(workdays: Sequence[str]) -> list[int]:
    """The weekdays as numbers from 0."""
    return [WEEKDAYS.index(day) for day in workdays]
