"""When the reminder comes next."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.reminding import DAILY, WEEKLY, Rhythm, first_of_week
from mikrohandlinger.domain.reports.reminder import next_reminder
from mikrohandlinger.domain.schedule import JobReading

JOB = JobReading(time(8, 30), (1, 2, 3, 4, 5), "/opt/python")
MONDAY = datetime(2026, 11, 23, 8, 30)  # noqa: DTZ001 - the wall clock has no zone
TUESDAY = MONDAY.replace(day=24)


def weekend(day: date) -> str | None:
    return "weekend" if day.isoweekday() > 5 else None


def test_it_is_the_next_run_where_that_is_a_working_day() -> None:
    assert next_reminder(JOB, TUESDAY, DAILY, weekend) == TUESDAY


def test_in_the_weekly_rhythm_it_is_the_first_working_day_of_a_week() -> None:
    assert next_reminder(JOB, MONDAY, WEEKLY, weekend) == MONDAY
    assert next_reminder(JOB, TUESDAY, WEEKLY, weekend) == MONDAY.replace(day=30)


def test_in_the_weekly_rhythm_it_is_tuesday_where_monday_is_off() -> None:
    def off(day: date) -> str | None:
        return "holiday" if day == date(2026, 11, 30) else weekend(day)

    assert next_reminder(JOB, TUESDAY, WEEKLY, off) == datetime(2026, 12, 1, 8, 30)  # noqa: DTZ001


def test_a_pause_is_skipped_and_one_without_an_end_has_no_next_one() -> None:
    back = date(2027, 11, 15)

    assert next_reminder(JOB, MONDAY, DAILY, lambda day: "pause" if day < back else None) == datetime(  # noqa: DTZ001
        2027, 11, 15, 8, 30
    )
    assert next_reminder(JOB, MONDAY, DAILY, lambda _day: "pause") is None


def test_a_job_without_weekdays_never_comes_again() -> None:
    assert next_reminder(JOB._replace(weekdays=()), MONDAY, DAILY, lambda _day: "closed") is None


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),  # noqa: DTZ001
    st.frozensets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
    st.sampled_from([DAILY, WEEKLY]),
    st.frozensets(st.dates(date(2026, 1, 1), date(2027, 1, 31)), max_size=30),
)
def test_it_is_a_run_of_the_job_on_a_day_on_which_one_may_come(
    now: datetime, weekdays: tuple[int, ...], rhythm: Rhythm, closed: frozenset[date]
) -> None:
    def off(day: date) -> str | None:
        return "closed" if day in closed else weekend(day)

    coming = next_reminder(JOB._replace(weekdays=weekdays), now, rhythm, off)

    if coming is None:
        assert set(weekdays) <= {6, 7} or (rhythm == WEEKLY and 1 not in weekdays)
        return
    assert coming >= now
    assert off(coming.date()) is None
    assert rhythm == DAILY or first_of_week(coming.date(), off)
    # The first run itself is the scheduler's word, whatever its time.
    assert coming == now or (coming.time() == JOB.at and coming.isoweekday() in weekdays)
