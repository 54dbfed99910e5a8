"""Habit strength: the published score of Loop Habit Tracker, on working days instead of calendar days.

Source: uhabits-core, ``models/Score.kt`` and ``ScoreList.kt``. Repetition in a steady context is what settles a
habit, and one missed opportunity does not materially matter (Lally et al. 2010), which is how the score behaves.
"""

from __future__ import annotations

from math import ceil, log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, WorkCalendar, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.weeks import NO_MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from mikrohandlinger.domain.entries import Marks

#: What lies so far back that it moves the score less than this is not looked at.
NEGLIGIBLE: Final = 1e-9


class Target(NamedTuple):
    """How often an action is aimed at: ``num`` times per ``den`` working days."""

    num: int = 1
    den: int = 5


EVERY_FIVE_DAYS: Final = Target()


def multiplier(target: Target) -> float:
    """How much of the score one working day keeps (0–1)."""
    return float(0.5 ** (sqrt(target.num / target.den) / 13))


def score(done: Sequence[bool], target: Target = EVERY_FIVE_DAYS, *, is_open: bool = False) -> float:
    """The strength (0–1) after these working days; those before the first entry leave it at 0.

    Args:
        done: Whether the action was logged, for each day, oldest first.
        target: How often it is aimed at.
        is_open: Whether the last day is still going on. It may raise the score then but never lowers it: a day
            that is not over is never a miss.
    """
    num, den = target
    if num < den:
        num, den = num * 2, den * 2
    keep = multiplier(target)
    gains = [min(1.0, times / num) * (1 - keep) for times in range(den + 1)]
    value = before = 0.0
    times = 0
    for index, is_done in enumerate(done):
        times += is_done
        if index >= den:
            times -= done[index - den]
        before = value
        value = value * keep + gains[times]
    return max(before, value) if is_open else value


def horizon(target: Target) -> int:
    """How many working days back the score has to look."""
    return ceil(log(NEGLIGIBLE) / log(multiplier(target))) + 2 * target.den


def strengths(
    history: Mapping[date, Marks], calendar: WorkCalendar, today: date, target: Target = EVERY_FIVE_DAYS
) -> dict[str, float]:
    """The strength of each action (0–1) on ``today``.

    Args:
        history: Marks by Monday.
        calendar: Days off leave the score as it is; so does a half day on which nothing was logged.
        today: Counts only if something was logged on it.
        target: How often each action is aimed at.
    """
    days = _counted_days(history, calendar, today, horizon(target))
    today_bit = 1 << today.weekday()
    is_open = bool(history.get(monday_of(today), NO_MARKS).days & today_bit) and calendar.is_working(today)
    return {
        action: score([marks[index] & bit != 0 for marks, bit in days], target, is_open=is_open)
        for index, action in enumerate(ACTIONS)
    }


def _counted_days(
    history: Mapping[date, Marks], calendar: WorkCalendar, today: date, limit: int
) -> list[tuple[Marks, int]]:
    """The latest ``limit`` or more working days that count, oldest first: the marks of the week, and the day's bit."""
    monday = this_monday = monday_of(today)
    first = min(history, default=monday)
    irregular = calendar.irregular_weeks(first, this_monday)
    bits = [1 << workday - 1 for workday in sorted(calendar.workdays)]
    weeks: list[list[tuple[Marks, int]]] = []
    found = 0
    while monday >= first and found < limit:
        marks = history.get(monday, NO_MARKS)
        counted = bits
        if monday in irregular:
            counted = [
                bit
                for bit in bits
                if calendar.is_available(monday + (bit.bit_length() - 1) * ONE_DAY, marks.days & bit != 0)
            ]
        if monday == this_monday:
            today_bit = 1 << today.weekday()
            counted = [bit for bit in counted if bit < today_bit or bit == today_bit & marks.days]
        weeks.append([(marks, bit) for bit in counted])
        found += len(counted)
        monday -= ONE_WEEK
    return [day for week in reversed(weeks) for day in week]
