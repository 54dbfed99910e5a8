"""Days off: what becomes of them when others are added, and what has been recorded within them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, Pause, WorkCalendar, monday_of
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final

    from mikrohandlinger.domain.when.ranges import Range

#: Days of work with no more than this between them are one run of them: a weekend and a few days more.
_SHORT: Final = 7


class Added(NamedTuple):
    """What became of days off that were asked for.

    Attributes:
        pause: The pause that lies over them now.
        merged: How many pauses have become one with it.
        was_there: Whether it lay over them already, so that nothing was changed.
        plan_waits: The Monday of the week that the plan waits for; None where there is no plan, or it does not wait.
    """

    pause: Pause
    merged: int = 0
    was_there: bool = False
    plan_waits: date | None = None


class Listed(NamedTuple):
    """A pause in the list of them.

    Attributes:
        number: Its place, from 1 up.
        pause: Its days.
        working_days: How many of them would count otherwise; None while it is not known when it ends.
    """

    number: int
    pause: Pause
    working_days: int | None


class Ended(NamedTuple):
    """What became of the pause that was on.

    Attributes:
        pauses: As they were; several where an earlier release has kept some that lie over each other.
        first: The first day that counts again; None where no pause was on.
        recorded: The days with an entry since then.
        following: The next pause, where none was on.
    """

    pauses: tuple[Pause, ...] = ()
    first: date | None = None
    recorded: int = 0
    following: Listed | None = None


class StillOn(NamedTuple):
    """A pause in which something was recorded.

    Attributes:
        pause: The pause.
        first: The first day of the work that was recorded, from which it may count again.
    """

    pause: Pause
    first: date


def overlapping(pauses: Iterable[Pause], days: Range) -> tuple[Pause, ...]:
    """Those of the pauses that share a day with ``days``."""
    return tuple(
        pause
        for pause in pauses
        if (days.last is None or pause.first <= days.last)
        and (pause.last is None or days.first <= pause.last)
    )


def covering(pauses: Iterable[Pause], days: Range) -> Pause | None:
    """One of the pauses that lies over all of ``days``; None where none does."""
    return next(
        (
            pause
            for pause in pauses
            if pause.first <= days.first
            and (pause.last is None or (days.last is not None and days.last <= pause.last))
        ),
        None,
    )


def joined(days: Range, others: Sequence[Pause]) -> Pause:
    """``days`` and the pauses that overlap with them, one at least, as one pause: the first of them made longer."""
    ends = [days.last, *(pause.last for pause in others)]
    known = [end for end in ends if end is not None]
    return others[0]._replace(
        first=min(days.first, *(pause.first for pause in others)),
        last=max(known) if len(known) == len(ends) else None,
    )


def begins_again(today: date, entry_days: Iterable[date]) -> date:
    """The first day of the latest run of days with an entry, which is ``today`` where there is no other."""
    first = today
    for day in sorted(entry_days, reverse=True):
        if (first - day).days > _SHORT:
            break
        first = min(first, day)
    return first


def has_a_week_off(calendar: WorkCalendar, pause: Pause, until: date) -> bool:
    """Whether a week from that of the pause up to that of ``until`` has no working day left because of it."""
    without = calendar._replace(pauses=())
    monday = monday_of(pause.first)
    while monday < monday_of(until):
        days = [monday + count * ONE_DAY for count in range(7)]
        if any(map(without.is_working, days)) and not any(map(calendar.is_working, days)):
            return True
        monday += ONE_WEEK
    return False
