"""What leads from one moment to the next, and when."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain.calendar import Holiday, Pause, WorkCalendar, monday_of
from mikrohandlinger.domain.notices import SILENT_DAYS, Away, away, waiting_days, weeks_to_look_back_on

from .properties import DEAR

MONDAY = date(2026, 11, 23)
DAY = timedelta(1)
WEEK = timedelta(7)
SPAN = st.dates(date(2026, 9, 1), date(2027, 2, 28))
CALENDARS = st.builds(
    WorkCalendar,
    workdays=st.sampled_from([frozenset({1, 2, 3, 4, 5}), frozenset({2, 4}), frozenset(range(1, 8))]),
    closed=st.frozensets(SPAN, max_size=12),
    agreed=st.just({}),
    pauses=st.lists(
        st.builds(lambda first, days: Pause("p", first, first + timedelta(days)), SPAN, st.integers(0, 30)),
        max_size=2,
    ).map(tuple),
)


@given(st.dates(date(2026, 10, 1), date(2027, 1, 31)), CALENDARS)
def test_each_week_with_a_working_day_is_named_on_two_days_and_on_no_other(
    monday: date, calendar: WorkCalendar
) -> None:
    monday = monday_of(monday)
    days = [monday + timedelta(n) for n in range(60)]
    named = [day for day in days if monday in weeks_to_look_back_on(day, calendar)]
    working = [day for day in days[:7] if calendar.is_working(day)]
    if not working:
        assert named == []
        return
    following = next(day for day in days[7:] if calendar.is_working(day))
    assert named == [working[-1], following]


def test_a_friday_off_makes_thursday_the_last_day() -> None:
    calendar = WorkCalendar(closed=frozenset({MONDAY + 4 * DAY}))
    assert weeks_to_look_back_on(MONDAY + 3 * DAY, calendar) == (MONDAY,)
    assert weeks_to_look_back_on(MONDAY + 4 * DAY, calendar) == ()
    assert weeks_to_look_back_on(MONDAY + 7 * DAY, calendar) == (MONDAY,)
    assert weeks_to_look_back_on(MONDAY + 8 * DAY, calendar) == ()


def test_whoever_works_one_day_a_week_is_led_to_this_one_first() -> None:
    wednesdays = WorkCalendar(workdays=frozenset({3}))
    assert weeks_to_look_back_on(MONDAY + 2 * DAY, wednesdays) == (MONDAY, MONDAY - WEEK)


@DEAR
@given(SPAN, SPAN, CALENDARS)
def test_silence_is_told_from_ten_working_days_up_and_never_counts_days_off(
    today: date, last_sign: date, calendar: WorkCalendar
) -> None:
    if last_sign >= today:
        return
    found = away(today, last_sign, calendar)
    between = (last_sign + timedelta(n) for n in range(1, (today - last_sign).days))
    silent = [day for day in between if calendar.is_working(day)]
    assert found == (Away(silent[0], silent[-1]) if len(silent) >= SILENT_DAYS else None)


def test_somebody_new_is_not_welcomed_back() -> None:
    assert away(MONDAY, None, WorkCalendar()) is None


def test_a_pause_over_the_days_ends_the_question() -> None:
    calendar = WorkCalendar()
    found = away(MONDAY, MONDAY - 4 * WEEK, calendar)
    assert found == (MONDAY - 4 * WEEK + DAY, MONDAY - 3 * DAY)
    assert away(MONDAY, MONDAY - 4 * WEEK, calendar._replace(pauses=(Pause("a", *found),))) is None


def test_an_answer_is_waited_for_on_the_days_of_those_who_give_it() -> None:
    christmas = WorkCalendar(workdays=frozenset({6, 7}), holidays={date(2026, 12, 25): Holiday("a", "b")})
    assert waiting_days(MONDAY, MONDAY, christmas) == 0
    assert waiting_days(MONDAY, MONDAY + 7 * DAY, christmas) == 5
    assert waiting_days(date(2026, 12, 23), date(2026, 12, 28), christmas) == 1
