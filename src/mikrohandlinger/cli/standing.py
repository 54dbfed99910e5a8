"""How things stand on a day, as several commands tell it."""

from __future__ import annotations

from datetime import date

from ..domain.calendar import WorkCalendar, monday_of
from ..domain.weeks import WeekStand, stand
from .session import Session


def stand_of(session: Session, day: date, calendar: WorkCalendar | None = None) -> WeekStand:
    """How the week of ``day`` stands."""
    monday = monday_of(day)
    calendar = calendar or session.calendar(monday)
    return stand(monday, session.store.marks_of(monday), calendar, session.settings.goal)


def plan_of(session: Session, day: date) -> str | None:
    """The plan that holds on ``day``."""
    return session.store.plan_for(day)
