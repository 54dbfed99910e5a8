"""Weeks, goals and streaks.

A streak that is broken discourages more than the missed days themselves, and less so when it can be repaired
(Silverman & Barasch 2023, doi 10.1093/jcr/ucac029): hence weeks instead of days, bridges for time off, and
backdated entries that count as if they had been there all along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .calendar import ONE_WEEK, WorkCalendar, monday_of
from .catalogue import ACTIONS
from .entries import Marks

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
    of_goal = _Run()
    of_action = {action: _Run() for action in ACTIONS}
    while monday <= this_monday:
        marks = history.get(monday, NO_MARKS)
        available = calendar.available_days(monday, marks.days) if monday in irregular else regular_days
        if available:
            is_open = monday == this_monday
            of_goal.week(marks.days.bit_count() >= min(goal, available), is_open)
            for index, action in enumerate(ACTIONS):
                of_action[action].week(marks[index] != 0, is_open)
        monday += ONE_WEEK
    return of_goal.streak, {action: run.streak for action, run in of_action.items()}


class _Run:
    """Counts weeks in a row while they are walked through, oldest first."""

    def __init__(self) -> None:
        self.now = self.best = 0

    def week(self, met: bool, is_open: bool) -> None:
        """Take in the next week; an open one may add but never ends the row."""
        if met:
            self.now += 1
            self.best = max(self.best, self.now)
        elif not is_open:
            self.now = 0

    @property
    def streak(self) -> Streak:
        """The row up to the last week taken in, and the longest."""
        return Streak(self.now, self.best)
