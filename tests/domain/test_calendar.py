"""The working calendar."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import (
    ONE_DAY,
    ONE_WEEK,
    Holiday,
    Pause,
    WorkCalendar,
    local_day,
    monday_of,
    week_label,
)

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
NEAR = st.dates(date(2026, 1, 1), date(2027, 12, 31))
WORKDAYS = st.frozensets(st.integers(1, 7), min_size=1)
PAUSES = st.lists(
    st.tuples(NEAR, st.none() | st.integers(0, 60)).map(
        lambda pair: Pause("p", pair[0], None if pair[1] is None else pair[0] + timedelta(pair[1]))
    ),
    max_size=4,
).map(tuple)
CALENDARS = st.builds(
    WorkCalendar,
    workdays=WORKDAYS,
    holidays=st.dictionaries(NEAR, st.just(Holiday("Helligdag", "Holiday")), max_size=12),
    agreed=st.fixed_dictionaries(
        {pair: st.sampled_from(["work", "half", "off"]) for pair in [(5, 1), (6, 5), (12, 24), (12, 31)]}
    ),
    closed=st.frozensets(NEAR, max_size=5),
    pauses=PAUSES,
)

CHRISTMAS = date(2026, 12, 25)
OFFICE = WorkCalendar(
    holidays={CHRISTMAS: Holiday("Juledag", "Christmas Day")},
    agreed={(5, 1): "half", (12, 24): "off", (6, 5): "work"},
    closed=frozenset({date(2026, 12, 23)}),
    pauses=(Pause("a", date(2026, 7, 6), date(2026, 7, 24)), Pause("b", date(2026, 12, 28), None)),
)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 11, 23), None),
        (date(2026, 11, 28), "weekend"),
        (CHRISTMAS, "holiday"),
        (date(2026, 12, 24), "holiday"),
        (date(2026, 12, 23), "closed"),
        (date(2026, 7, 6), "pause"),
        (date(2026, 7, 24), "pause"),
        (date(2026, 7, 27), None),
        (date(2031, 3, 3), "pause"),
        (date(2026, 5, 1), None),
        (date(2026, 6, 5), None),
    ],
)
def test_each_day_off_has_its_reason(day: date, reason: str | None) -> None:
    assert OFFICE.off_reason(day) == reason
    assert OFFICE.is_working(day) is (reason is None)


def test_a_half_day_gets_a_proposal_but_is_available_only_when_something_was_logged() -> None:
    first_of_may = date(2026, 5, 1)
    assert OFFICE.is_working(first_of_may)
    assert not OFFICE.is_available(first_of_may, logged=False)
    assert OFFICE.is_available(first_of_may, logged=True)
    monday = monday_of(first_of_may)
    assert OFFICE.available_days(monday, 0b00000) == 4
    assert OFFICE.available_days(monday, 0b10000) == 5
    assert OFFICE.available_days(monday, 0b01111) == 4


def test_a_half_day_on_a_day_off_is_a_day_off() -> None:
    assert not WorkCalendar(agreed={(5, 1): "half"}).is_available(date(2027, 5, 1), logged=True)  # a Saturday


def test_a_part_time_week_has_its_own_weekend() -> None:
    three_days = WorkCalendar(workdays=frozenset({1, 2, 4}))
    assert three_days.off_reason(date(2026, 11, 25)) == "weekend"
    assert three_days.available_days(date(2026, 11, 23), 0) == 3
    assert three_days.last_working_day(date(2026, 11, 23)) == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2026, 12, 31), "2026-W53"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
        (date(2020, 12, 31), "2020-W53"),
    ],
)
def test_the_year_of_a_week_is_the_iso_year(day: date, label: str) -> None:
    assert week_label(day) == label


@given(DAYS)
def test_the_monday_of_a_day_begins_the_week_with_the_same_label(day: date) -> None:
    monday = monday_of(day)
    assert monday.isoweekday() == 1
    assert monday <= day < monday + ONE_WEEK
    assert week_label(monday) == week_label(day)


@given(CALENDARS, NEAR)
def test_the_next_working_day_is_the_first_one_that_counts(calendar: WorkCalendar, day: date) -> None:
    found = calendar.next_working_day(day)
    between = [day + timedelta(n) for n in range(1, (found - day).days if found else 367)]
    assert not any(calendar.is_working(each) for each in between)
    assert found is None or calendar.is_working(found)


@given(CALENDARS, NEAR)
def test_the_last_working_day_of_a_week_has_no_working_day_after_it(
    calendar: WorkCalendar, day: date
) -> None:
    monday = monday_of(day)
    week = [monday + n * ONE_DAY for n in range(7)]
    working = [each for each in week if calendar.is_working(each)]
    assert calendar.last_working_day(monday) == (working[-1] if working else None)


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - a local wall clock
    st.times(max_value=time(6)),
)
def test_what_is_before_the_day_starts_belongs_to_the_evening_before(moment: datetime, starts: time) -> None:
    starts = starts.replace(second=0, microsecond=0)
    passed = timedelta(hours=starts.hour, minutes=starts.minute)
    assert local_day(moment, starts) == (moment - passed).date()
    assert local_day(moment, time()) == moment.date()
