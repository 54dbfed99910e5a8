"""How things stand on a day, as several commands tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.domain.calendar import WorkCalendar, monday_of
from mikrohandlinger.domain.weeks import WeekStand, stand

if TYPE_CHECKING:
    from datetime import date

    from mikrohandlinger.usecases.context import Context


def stand_of(context: Context, day: date, calendar: WorkCalendar | None = None) -> WeekStand:
    """How the week of ``day`` stands."""
    monday = monday_of(day)
    calendar = calendar or context.calendar(monday)
    return stand(monday, context.store.entries.marks_of(monday), calendar, context.settings.goal)
