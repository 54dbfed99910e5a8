"""Weeks, goals and streaks.

A streak that is broken discourages more than the missed days themselves, and less so when it can be repaired
(Silverman & Barasch 2023, doi 10.1093/jcr/ucac029): hence weeks instead of days, bridges for time off, and
backdated entries that count as if they had been there all along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from mikrohandlinger.domain.calendar import ONE_WEEK, WorkCalendar, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final


class Marks(NamedTuple):
    """What one week left behind: for each action the days with an entry as bits (bit 0 Monday), and a count."""

    ask: int = 0
    doubt: int = 0
    feedback: int = 0
    entries: int = 0

    @property
    def days(self) -> int:
        """The days on which anything was logged, as bits."""
        return self.ask | self.doubt | self.feedback

    def of(self, action: str) -> int:
        """The days with an entry of ``action``, as bits."""
        return (self.ask, self.doubt, self.feedback)[ACTIONS.index(action)]


NO_MARKS: Final = Marks()


class Terms(NamedTuple):
    """What is asked of a week.

    Attributes:
        goal: Days aimed at.
        calendar: Decides which days count.
    """

    goal: int
    calendar: WorkCalendar


#: The terms of the week of a Monday: each week is judged by its own.
TermsOf = Callable[[date], Terms]


class Week(NamedTuple):
    """A week as it is counted.

    Attributes:
        monday: First day.
        marks: What it left behind.
        goal: Days aimed at.
        available: The days that count, as bits (bit 0 Monday).
    """

    monday: date
    marks: Marks
    goal: int
    available: int


#: How many weeks before a week are told beside it.
EARLIER_WEEKS: Final = 4
#: A row of one is just a week, and is not shown.
SHORTEST_STREAK: Final = 2


class Streak(NamedTuple):
    """Weeks in a row.

    Attributes:
        now: Met weeks in a row up to now.
        best: The longest such row so far.
    """

    now: int = 0
    best: int = 0


class Streaks(NamedTuple):
    """The rows of weeks in which the goal was met, and for each action of those with an entry of it."""

    of_goal: Streak
    of_actions: Mapping[str, Streak]


NO_STREAKS: Final = Streaks(Streak(), dict.fromkeys(ACTIONS, Streak()))


def is_met(done_days: int, goal: int, available_days: int) -> bool:
    """Whether a week is met: on as many days as its goal, or on each of the fewer days that it had."""
    return done_days >= goal or 0 < available_days <= done_days


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
        """Whether the goal is reached."""
        return is_met(self.done_days, self.goal, self.available_days)


def stand(monday: date, marks: Marks, calendar: WorkCalendar, goal: int) -> WeekStand:
    """How the week of ``monday`` stands."""
    return WeekStand(monday, marks.days.bit_count(), goal, calendar.available_days(monday, marks.days))


def always(goal: int, calendar: WorkCalendar) -> TermsOf:
    """The same terms for every week."""
    terms = Terms(goal, calendar)
    return lambda _monday: terms


def weeks(history: Mapping[date, Marks], terms: TermsOf, first: date, last: date) -> list[Week]:
    """Every week from that of the Monday ``first`` to that of the day ``last``, with an entry or without."""
    found = []
    monday = first
    while monday <= last:
        marks = history.get(monday, NO_MARKS)
        goal, calendar = terms(monday)
        found.append(Week(monday, marks, goal, calendar.available(monday, marks.days)))
        monday += ONE_WEEK
    return found


def streaks(counted: Sequence[Week], today: date, before: Streaks = NO_STREAKS) -> Streaks:
    """The streak of weeks in which the goal was met, and for each action that of weeks with an entry of it.

    Args:
        counted: The weeks one after the other; one with nothing in it and no available day is a bridge.
        today: The present day; its week adds when met and never ends a streak while it is open.
        before: How the streaks stood when the first of these weeks began.
    """
    is_open = bool(counted) and counted[-1].monday == monday_of(today)
    return Streaks(
        _row(before.of_goal, map(_has_met_goal, counted), is_open=is_open),
        {
            action: _row(
                before.of_actions[action], (_has_action(week, index) for week in counted), is_open=is_open
            )
            for index, action in enumerate(ACTIONS)
        },
    )


def _has_met_goal(week: Week) -> bool | None:
    """Whether the week is met; None for a bridge: one with no available day that is not met."""
    met = is_met(week.marks.days.bit_count(), week.goal, week.available.bit_count())
    return met if met or week.available else None


def _has_action(week: Week, index: int) -> bool | None:
    """Whether the week has an entry of the action; None for a bridge: one without, and without an available day."""
    has = week.marks[index] != 0
    return has if has or week.available else None


def _row(before: Streak, met: Iterable[bool | None], *, is_open: bool) -> Streak:
    """The row up to the last of these weeks, and the longest; an open one may add but never ends the row."""
    earlier = now = before.now
    best = before.best
    is_met: bool | None = None
    for is_met in met:
        earlier = now
        if is_met is not None:
            now = now + 1 if is_met else 0
            best = max(best, now)
    return Streak(earlier if is_open and not is_met else now, best)
