"""What ``mikro history --year`` shows: a year of working days."""

from __future__ import annotations

from datetime import date

from mikrohandlinger.domain.calendar import ONE_DAY, monday_of
from mikrohandlinger.domain.weeks import Marks, streaks, weeks
from mikrohandlinger.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mikrohandlinger.domain.calendar import OffReason
    from mikrohandlinger.domain.weeks import TermsOf


class YearDay(NamedTuple):
    """A day of the year.

    Attributes:
        day: The day.
        off: Why it is off, or None.
        entries: How many entries it has.
        is_outside: Whether it is still to come, or lies before the first entry of all.
        is_half: Whether it is a half day, which counts only with an entry.
    """

    day: date
    off: OffReason | None
    entries: int
    is_outside: bool
    is_half: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is a day like any other, on which nothing was recorded."""
        return not (self.entries or self.is_outside or self.is_half or self.off)


class Month(NamedTuple):
    """A month of the year.

    Attributes:
        number: 1 to 12.
        days: Its days.
    """

    number: int
    days: tuple[YearDay, ...]

    @property
    def done_days(self) -> int:
        """Days with an entry."""
        return sum(day.entries > 0 for day in self.days)

    @property
    def entries(self) -> int:
        """Entries in all."""
        return sum(day.entries for day in self.days)


class YearReport(NamedTuple):
    """A year.

    Attributes:
        year: The calendar year.
        months: January to December.
        weekdays: The weekdays to draw, 0 Monday: those worked on, and others with an entry.
        longest: The longest row of weeks within the year, by goal or, if ``filtered``, with any such entry.
        show_streaks: Whether the user wants to see weeks in a row.
        filtered: Whether only some entries are counted.
    """

    year: int
    months: tuple[Month, ...]
    weekdays: tuple[int, ...]
    longest: int
    show_streaks: bool
    filtered: bool = False

    @property
    def done_days(self) -> int:
        """Days with an entry."""
        return sum(month.done_days for month in self.months)

    @property
    def entries(self) -> int:
        """Entries in all."""
        return sum(month.entries for month in self.months)

    def weeks(self) -> list[dict[int, YearDay]]:
        """The days by weekday (0 Monday), week by week; the first and the last week may be in part."""
        found: dict[date, dict[int, YearDay]] = {}
        for month in self.months:
            for cell in month.days:
                found.setdefault(monday_of(cell.day), {})[cell.day.weekday()] = cell
        return list(found.values())


class YearRecord(NamedTuple):
    """What was recorded in a calendar year.

    Attributes:
        year: The year.
        today: The present day.
        counts: Entries by day; days without may be absent.
        begun: The day of the first entry of all.
        terms: What is asked of each week; with ``filtered`` one entry a week is enough.
        show_streaks: Whether weeks in a row are shown.
        filtered: Whether ``counts`` has only some of the entries.
    """

    year: int
    today: date
    counts: Mapping[date, int]
    begun: date
    terms: TermsOf
    show_streaks: bool
    filtered: bool = False


def report(record: YearRecord) -> YearReport:
    """The report of a calendar year."""
    days = _days(record)
    return YearReport(
        year=record.year,
        months=tuple(
            Month(number, tuple(cell for cell in days if cell.day.month == number)) for number in range(1, 13)
        ),
        weekdays=_weekdays(days, record.terms),
        longest=_longest(record),
        show_streaks=record.show_streaks,
        filtered=record.filtered,
    )


def _days(record: YearRecord) -> list[YearDay]:
    first, last = date(record.year, 1, 1), date(record.year, 12, 31)
    every = (first + count * ONE_DAY for count in range((last - first).days + 1))
    return [
        YearDay(
            day,
            record.terms(monday_of(day)).calendar.off_reason(day),
            record.counts.get(day, 0),
            not record.begun <= day <= record.today,
            record.terms(monday_of(day)).calendar.is_half(day),
        )
        for day in every
    ]


def _weekdays(days: Sequence[YearDay], terms: TermsOf) -> tuple[int, ...]:
    """Those worked on, and others with an entry, 0 Monday."""
    worked_on = {day - 1 for cell in days for day in terms(monday_of(cell.day)).calendar.workdays}
    return tuple(sorted(worked_on | {cell.day.weekday() for cell in days if cell.entries}))


def _longest(record: YearRecord) -> int:
    """Weeks in a row, of the weeks that have a day in the year."""
    history: dict[date, Marks] = {}
    for day, count in record.counts.items():
        monday = monday_of(day)
        before = history.get(monday, Marks())
        # Which action it was does not matter here, so all go by one.
        history[monday] = Marks(before.ask | 1 << day.weekday(), 0, 0, before.entries + count)
    today = min(record.today, date(record.year, 12, 31))
    terms = _once_a_week(record.terms) if record.filtered else record.terms
    counted = weeks(history, terms, min(history, default=monday_of(today)), today)
    return streaks(counted, today).of_goal.best


def _once_a_week(terms: TermsOf) -> TermsOf:
    return lambda monday: terms(monday)._replace(goal=1)
