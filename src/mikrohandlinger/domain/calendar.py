"""The working calendar: which days count, and why the others do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

from mikrohandlinger.values import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Final

OffReason = Literal["weekend", "holiday", "closed", "pause"]
Treatment = Literal["work", "half", "off"]

ONE_DAY: Final = timedelta(days=1)
ONE_WEEK: Final = timedelta(days=7)
MIDNIGHT: Final = time()

# Days that the collective agreements treat differently from place to place, as (month, day).
FIRST_OF_MAY: Final = (5, 1)
CONSTITUTION_DAY: Final = (6, 5)
CHRISTMAS_EVE: Final = (12, 24)
NEW_YEARS_EVE: Final = (12, 31)


class Holiday(NamedTuple):
    """The names of a public holiday, or of a day that the collective agreements treat differently."""

    da: str
    en: str


#: What those of them are called that are no public holidays.
_AGREED_NAMES: Final[Mapping[tuple[int, int], Holiday]] = {
    FIRST_OF_MAY: Holiday("1. maj", "1 May"),
    CONSTITUTION_DAY: Holiday("Grundlovsdag", "Constitution Day"),
    CHRISTMAS_EVE: Holiday("Juleaftensdag", "Christmas Eve"),
    NEW_YEARS_EVE: Holiday("Nytårsaftensdag", "New Year's Eve"),
}


class Pause(NamedTuple):
    """A range of days off: holiday, illness, leave.

    Attributes:
        id: Stable id of the row.
        first: First day off.
        last: Last day off; None while it is not known when it ends.
    """

    id: str
    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the pause."""
        return self.first <= day and (self.last is None or day <= self.last)


class WorkCalendar(NamedTuple):
    """Everything that decides whether a day counts.

    Attributes:
        workdays: ISO weekdays (1 Monday – 7 Sunday) on which the user works.
        holidays: Public holidays of the years in question.
        agreed: How each of the days of the collective agreements is treated, by (month, day).
        closed: The workplace's own closed days.
        pauses: The user's pauses.
    """

    workdays: frozenset[int] = frozenset({1, 2, 3, 4, 5})
    holidays: Mapping[date, Holiday] = {}
    agreed: Mapping[tuple[int, int], Treatment] = {}
    closed: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()

    def off_reason(self, day: date) -> OffReason | None:
        """Why ``day`` does not count, or None when it does. A day outside ``workdays`` is ``weekend``."""
        if day.isoweekday() not in self.workdays:
            return "weekend"
        if day in self.holidays or self.agreed.get((day.month, day.day)) == "off":
            return "holiday"
        if day in self.closed:
            return "closed"
        if self.pauses and any(pause.covers(day) for pause in self.pauses):
            return "pause"
        return None

    def is_working(self, day: date) -> bool:
        """Whether ``day`` counts (a half day does)."""
        return self.off_reason(day) is None

    def is_half(self, day: date) -> bool:
        """Whether ``day`` is a half day: it gets a proposal, but is available only if something was logged."""
        return self.agreed.get((day.month, day.day)) == "half"

    def holiday_on(self, day: date) -> Holiday | None:
        """Which public holiday, or which of the agreed days, ``day`` is."""
        return self.holidays.get(day) or _AGREED_NAMES.get((day.month, day.day))

    def working_days(self, first: date, last: date) -> int:
        """How many days count from ``first`` to ``last``; half days are left out, as nobody expects them."""
        return sum(
            self.is_working(day) and not self.is_half(day)
            for day in (first + index * ONE_DAY for index in range((last - first).days + 1))
        )

    def is_available(self, day: date, logged: bool) -> bool:
        """Whether ``day`` counts towards the week, given whether anything was ``logged`` on it.

        What was done is never taken away: a workday on which something was logged counts, whatever pause, holiday or
        closed day lies over it.
        """
        if day.isoweekday() not in self.workdays:
            return False
        return logged or (self.is_working(day) and not self.is_half(day))

    def available(self, monday: date, logged: int) -> int:
        """Which days of the week of ``monday`` are available, as bits.

        Args:
            monday: First day of the ISO week.
            logged: Bits of the days on which something was logged, bit 0 Monday.
        """
        available = 0
        for weekday in self.workdays:
            bit = 1 << weekday - 1
            day = date.fromordinal(monday.toordinal() + weekday - 1)
            if self.is_available(day, logged & bit != 0):
                available |= bit
        return available

    def available_days(self, monday: date, logged: int) -> int:
        """How many days of the week of ``monday`` are available; arguments as in :meth:`available`."""
        return self.available(monday, logged).bit_count()

    def next_working_day(self, day: date) -> date | None:
        """The first working day after ``day``; None when there is none within a year (an open pause)."""
        for _ in range(366):
            day += ONE_DAY
            if self.is_working(day):
                return day
        return None

    def last_working_day(self, monday: date) -> date | None:
        """The last working day of the week of ``monday``, which is the day to look back on it; None if none."""
        days = (monday + index * ONE_DAY for index in range(6, -1, -1))
        return next((day for day in days if self.is_working(day)), None)


def local_day(moment: datetime, starts: time) -> date:
    """The day that a moment belongs to: what is before the day starts belongs to the evening before.

    Args:
        moment: A local time; its own offset, if it has one, says which day of the calendar it is.
        starts: When a day begins.
    """
    day = moment.date()
    # Its hour and minute, as a time is compared with its fold and its zone otherwise.
    return day - ONE_DAY if (moment.hour, moment.minute) < (starts.hour, starts.minute) else day


def monday_of(day: date) -> date:
    """The Monday of the ISO week in which ``day`` lies."""
    return day - timedelta(days=day.weekday())


def week_label(day: date) -> str:
    """The ISO week of ``day``, such as ``2026-W53``; the year is the ISO year."""
    iso = day.isocalendar()
    return f"{iso.year}-W{iso.week:02d}"
