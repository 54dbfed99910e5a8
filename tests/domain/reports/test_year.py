"""The year as a value: every day once, and runs of weeks within it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.properties import DEAR

from mikrohandlinger.domain.calendar import WorkCalendar
from mikrohandlinger.domain.reports.year import YearRecord, YearReport, report
from mikrohandlinger.domain.weeks import always


def year_of(
    counts: dict[date, int], year: int = 2026, today: date = date(2026, 11, 27), goal: int = 3
) -> YearReport:
    begun = min(counts, default=today)
    return report(YearRecord(year, today, counts, begun, always(goal, WorkCalendar()), show_streaks=True))


@DEAR
@given(
    year=st.integers(2000, 2100),
    counted=st.dictionaries(st.integers(0, 364), st.integers(1, 9), max_size=40),
)
def test_every_day_stands_in_one_month_and_one_week(year: int, counted: dict[int, int]) -> None:
    counts = {date(year, 1, 1) + timedelta(days=number): count for number, count in counted.items()}
    screen = year_of(counts, year, date(year, 12, 31))
    in_months = [cell for month in screen.months for cell in month.days]
    in_weeks = [cell for week in screen.weeks() for cell in week.values()]
    assert in_months == in_weeks
    assert [cell.day for cell in in_months] == sorted({cell.day for cell in in_months})
    assert (in_months[0].day, in_months[-1].day) == (date(year, 1, 1), date(year, 12, 31))
    assert screen.entries == sum(counted.values())
    assert screen.done_days == len(counted)
    assert 53 <= len(screen.weeks()) <= 54


def test_weekends_are_drawn_only_where_something_was_recorded_on_them() -> None:
    assert year_of({}).weekdays == (0, 1, 2, 3, 4)
    assert year_of({date(2026, 11, 21): 1}).weekdays == (0, 1, 2, 3, 4, 5)


def test_days_before_the_first_entry_and_after_today_stand_outside() -> None:
    screen = year_of({date(2026, 11, 24): 1})
    inside = [cell.day for month in screen.months for cell in month.days if not cell.is_outside]
    assert inside == [date(2026, 11, 24) + timedelta(days=number) for number in range(4)]


def test_the_longest_run_is_of_weeks_that_met_the_goal() -> None:
    weeks = [date(2026, 3, 2) + timedelta(weeks=number) for number in (0, 1, 2, 4, 5)]
    counts = {monday + timedelta(days=number): 1 for monday in weeks for number in range(3)}
    assert year_of(counts).longest == 3
    assert year_of(counts, goal=4).longest == 0


def test_a_week_off_is_a_bridge_in_the_longest_run() -> None:
    weeks = [date(2026, 3, 2), date(2026, 3, 16)]
    counts = {monday + timedelta(days=number): 1 for monday in weeks for number in range(3)}
    closed = frozenset(date(2026, 3, 9) + timedelta(days=number) for number in range(5))
    record = YearRecord(
        2026,
        date(2026, 11, 27),
        counts,
        date(2026, 3, 2),
        always(3, WorkCalendar(closed=closed)),
        show_streaks=True,
    )
    assert report(record).longest == 2
