"""The screen of a day as a value: which day it is, and where it stands in its week."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import Pause, WorkCalendar
from mikrohandlinger.domain.today import Today, report
from mikrohandlinger.domain.weeks import Marks, stand

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
EVERY_DAY = WorkCalendar(frozenset(range(1, 8)))


def on(day: date, calendar: WorkCalendar) -> Today:
    week = stand(MONDAY, Marks(), calendar, 3)
    return report(day, calendar, week, proposal=None, action=None, plan=None, anchor="", entries=())


@pytest.mark.parametrize(("weekday", "left"), [(0, 5), (3, 2), (4, 1), (5, 0)])
def test_the_days_left_are_those_worked_on_today_included(weekday: int, left: int) -> None:
    assert on(MONDAY + weekday * DAY, WorkCalendar()).days_left == left


@pytest.mark.parametrize(("weekday", "left"), [(0, 7), (4, 3), (6, 1)])
def test_for_those_who_work_at_weekends_the_days_left_end_on_sunday(weekday: int, left: int) -> None:
    assert on(MONDAY + weekday * DAY, EVERY_DAY).days_left == left


def test_a_day_off_tells_why_and_when_work_goes_on() -> None:
    saturday = on(MONDAY + 5 * DAY, WorkCalendar()).off
    assert saturday is not None
    assert (saturday.reason, saturday.next_working_day) == ("weekend", MONDAY + 7 * DAY)
    away = on(MONDAY, WorkCalendar(pauses=(Pause("p", MONDAY, None),))).off
    assert away is not None
    assert (away.reason, away.next_working_day, away.in_pause) == ("pause", None, True)


@given(worked=st.frozensets(st.integers(1, 7), min_size=1), weekday=st.integers(0, 6))
def test_a_day_is_off_or_one_of_those_left(worked: frozenset[int], weekday: int) -> None:
    found = on(MONDAY + weekday * DAY, WorkCalendar(worked))
    assert (found.off is None) == (weekday + 1 in worked)
    assert found.days_left == sum(day > weekday for day in worked)
