"""Habit strength: the published score of Loop Habit Tracker, on working days instead of calendar days.

Source: uhabits-core, ``models/Score.kt`` and ``ScoreList.kt``. Repetition in a steady context is what settles a
habit, and one missed opportunity does not materially matter (Lally et al. 2010), which is how the score behaves.
"""

from __future__ import annotations

from collections import deque
from math import ceil, log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from .calendar import ONE_DAY, WorkCalendar, monday_of
from .catalogue import ACTIONS
from .weeks import NO_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from .entries import Marks

#: What lies so far back that it moves the score less than this is not looked at.
NEGLIGIBLE: Final = 1e-9


class Target(NamedTuple):
    """How often an action is aimed at: ``num`` times per ``den`` working days."""

    num: int = 1
    den: int = 5


class Day(NamedTuple):
    """A working day as the score sees it.

    Attributes:
        done: Whether the action was logged on it.
        open: Whether the day is still going on.
    """

    done: bool
    open: bool = False


EVERY_FIVE_DAYS: Final = Target()


def multiplier(target: Target) -> float:
    """How much of the score one working day keeps (0–1)."""
    return float(0.5 ** (sqrt(target.num / target.den) / 13))


def score(days: Iterable[Day], target: Target = EVERY_FIVE_DAYS) -> float:
    """The strength (0–1) after these working days, oldest first, beginning at the first entry.

    An open day may raise the score but never lowers it: a day that is not over is never a miss.
    """
    num, den = target
    if num < den:
        num, den = num * 2, den * 2
    keep = multiplier(target)
    window: deque[bool] = deque(maxlen=den)
    value = 0.0
    for day in days:
        window.append(day.done)
        checked = min(1.0, sum(window) / num)
        after = value * keep + checked * (1 - keep)
        value = max(value, after) if day.open else after
    return value


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
    return {action: score(_of_action(days, action, today), target) for action in ACTIONS}


def _counted_days(
    history: Mapping[date, Marks], calendar: WorkCalendar, today: date, limit: int
) -> list[tuple[date, Marks, int]]:
    """The working days that count, oldest first, each with the marks of its week and its bit."""
    first = min(history, default=today)
    found: list[tuple[date, Marks, int]] = []
    day = today
    while day >= first and len(found) < limit:
        marks = history.get(monday_of(day), NO_MARKS)
        bit = 1 << day.weekday()
        logged = bool(marks.days & bit)
        if calendar.is_available(day, logged) and (logged or day != today):
            found.append((day, marks, bit))
        day -= ONE_DAY
    found.reverse()
    return found


def _of_action(days: list[tuple[date, Marks, int]], action: str, today: date) -> Iterable[Day]:
    started = False
    for day, marks, bit in days:
        done = bool(marks.of(action) & bit)
        # An entry on a day off starts the habit too, though the day itself leaves the score as it is.
        started = started or done or bool(marks.of(action) & (bit - 1))
        if started:
            yield Day(done, open=day == today)
