"""How things stand on a day, as several commands tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mikrohandlinger.domain.calendar import WorkCalendar, monday_of
from mikrohandlinger.domain.weeks import WeekStand, stand

if TYPE_CHECKING:
    from datetime import date

    from .session import Session


def stand_of(session: Session, day: date, calendar: WorkCalendar | None = None) -> WeekStand:
    """How the week of ``day`` stands."""
    monday = monday_of(day)
    calendar = calendar or session.calendar(monday)
    return stand(monday, session.store.marks_of(monday), calendar, session.settings.goal)
