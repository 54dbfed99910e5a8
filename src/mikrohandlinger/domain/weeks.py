"""Weeks, goals and streaks.

A streak that is broken discourages more than the missed days themselves, and less so when it can be repaired
(Silverman & Barasch 2023, doi 10.1093/jcr/ucac029): hence weeks instead of days, bridges for time off, and
backdated entries that count as if they had been there all along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mikrohandlinger.domain.calendar import ONE_WEEK, WorkCalendar, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.entries import Marks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NO_MARKS = Marks()


class Streak(NamedTuple):
    """Weeks in a row.

    Attributes:
        now: Met weeks in a row up to now.
        best: The longest such row so far.
    """

    now: int
    best: int


class WeekStand(NamedTuple):
    """How a week stands.

    Attributes:
        monday: First day of the week.
        done_days: Distinct days with an entry.
        goal: Days aimed at.
        available_days: Days that count in this week.
    """

    monday: date
    done_days: int
    goal: int
    available_days: int

    @property
    def met(self) -> bool:
        """Whether the goal is reached; a week with no available day is a bridge and never met."""
        return self.available_days > 0 and self.done_days >= min(self.goal, self.available_days)


def stand(monday: date, marks: Marks, calendar: WorkCalendar, goal: int) -> WeekStand:
    """How the week of ``monday`` stands."""
    return WeekStand(monday, marks.days.bit_count(), goal, calendar.available_days(monday, marks.days))


def streaks(
    history: Mapping[date, Marks], calendar: WorkCalendar, goal: int, today: date
) -> tuple[Streak, dict[str, Streak]]:
    """The streak of weeks in which the goal was met, and for each action that of weeks with an entry of it.

    Args:
        history: Marks by Monday; weeks without entries may be absent, weeks after ``today`` do not count.
        calendar: Decides which days were available; a week with none is a bridge.
        goal: Days a week.
        today: The current day; its week adds when met and never ends a streak while it is open.
    """
    this_monday = monday_of(today)
    monday = min(history, default=this_monday)
    irregular = calendar.irregular_weeks(monday, this_monday)
    regular_days = len(calendar.workdays)
    weeks: list[Marks] = []
    goal_met: list[bool] = []
    is_open = False
    while monday <= this_monday:
        marks = history.get(monday, NO_MARKS)
        available = calendar.available_days(monday, marks.days) if monday in irregular else regular_days
        if available:
            weeks.append(marks)
            goal_met.append(marks.days.bit_count() >= min(goal, available))
            is_open = monday == this_monday
        monday += ONE_WEEK
    of_action = {
        action: _streak([marks[index] != 0 for marks in weeks], is_open)
        for index, action in enumerate(ACTIONS)
    }
    return _streak(goal_met, is_open), of_action


def _streak(met: list[bool], is_open: bool) -> Streak:
    """The row up to the last of these weeks, and the longest; an open one may add but never ends the row."""
    if is_open and not met[-1]:
        met = met[:-1]
    now = best = 0
    for is_met in met:
        now = now + 1 if is_met else 0
        best = max(best, now)
    return Streak(now, best)
