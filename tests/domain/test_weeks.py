"""Weeks, goals and streaks, held against a slow reading of the design."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mikrohandlinger.domain import weeks as counting
from mikrohandlinger.domain.calendar import ONE_DAY, ONE_WEEK, Holiday, Pause, WorkCalendar, monday_of
from mikrohandlinger.domain.catalogue.model import ACTIONS
from mikrohandlinger.domain.weeks import Marks, Streak, Streaks, Terms, always, stand

from .properties import DEAR

FIRST = date(2026, 9, 28)
TODAY = date(2027, 2, 3)  # a Wednesday; a week 53 lies between
MONDAYS = [FIRST + n * ONE_WEEK for n in range(19)]
ACTION_DAYS = [1, 2, 4, 8, 16, 32, 64, 127, 0, 0, 0, 3, 31]

BITS = st.sampled_from(ACTION_DAYS)
MARKS = st.builds(
    lambda ask, doubt, feedback, more: Marks(
        ask, doubt, feedback, more + ask.bit_count() + doubt.bit_count() + feedback.bit_count()
    ),
    BITS,
    BITS,
    BITS,
    st.integers(0, 2),
)
HISTORIES = st.dictionaries(st.sampled_from(MONDAYS), MARKS)
SPAN = st.dates(FIRST, TODAY)
CALENDARS = st.builds(
    WorkCalendar,
    workdays=st.sampled_from([frozenset({1, 2, 3, 4, 5}), frozenset({1, 2}), frozenset({5, 6, 7})]),
    holidays=st.dictionaries(SPAN, st.just(Holiday("Helligdag", "Holiday")), max_size=6),
    agreed=st.fixed_dictionaries(
        {pair: st.sampled_from(["work", "half", "off"]) for pair in [(12, 24), (12, 31), (10, 5), (11, 27)]}
    ),
    closed=st.frozensets(SPAN, max_size=6),
    pauses=st.lists(
        st.builds(lambda first, days: Pause("p", first, first + timedelta(days)), SPAN, st.integers(0, 40)),
        max_size=2,
    ).map(tuple),
)
GOALS = st.integers(1, 7)


def streaks(history: dict[date, Marks], calendar: WorkCalendar, goal: int, today: date) -> Streaks:
    """The streaks on ``today``, every week counted from the first."""
    first = min([*history, monday_of(today)])
    return counting.streaks(counting.weeks(history, always(goal, calendar), first, today), today)


def reference(
    history: dict[date, Marks], calendar: WorkCalendar, goal: int, today: date
) -> tuple[Streak, dict[str, Streak]]:
    """Section 5 of the design, read aloud: every week from the first, every day of it."""

    def row(met: dict[date, bool | None]) -> Streak:
        now = best = 0
        for monday, is_met in met.items():
            if is_met is None:
                continue
            if is_met:
                now += 1
                best = max(best, now)
            elif monday != monday_of(today):
                now = 0
        return Streak(now, best)

    goals: dict[date, bool | None] = {}
    actions: dict[str, dict[date, bool | None]] = {action: {} for action in ACTIONS}
    monday = min([*history, monday_of(today)])
    while monday <= today:
        marks = history.get(monday, Marks())
        logged = [day for day in range(7) if marks.days & 1 << day]
        available = 0
        for index in range(7):
            day = monday + index * ONE_DAY
            half = calendar.agreed.get((day.month, day.day)) == "half"
            is_workday = day.isoweekday() in calendar.workdays
            if is_workday and (index in logged or (calendar.off_reason(day) is None and not half)):
                available += 1
        met = len(logged) >= goal or (available > 0 and len(logged) >= min(goal, available))
        goals[monday] = True if met else False if available else None
        for action in ACTIONS:
            actions[action][monday] = True if marks.of(action) else False if available else None
        monday += ONE_WEEK
    return row(goals), {action: row(of_action) for action, of_action in actions.items()}


def of_goal(history: dict[date, Marks], calendar: WorkCalendar, goal: int = 3, today: date = TODAY) -> Streak:
    return streaks(history, calendar, goal, today)[0]


def days(number: int) -> Marks:
    """A week with an entry on each of its first ``number`` days."""
    return Marks(ask=2**number - 1, entries=number)


def weeks(*numbers: int) -> dict[date, Marks]:
    """The weeks up to that of today, with so many days in each; the last one is today's week."""
    first = monday_of(TODAY) - (len(numbers) - 1) * ONE_WEEK
    return {first + n * ONE_WEEK: days(number) for n, number in enumerate(numbers) if number}


@DEAR
@given(HISTORIES, CALENDARS, GOALS, SPAN)
def test_the_streaks_are_those_of_the_slow_reading(
    history: dict[date, Marks], calendar: WorkCalendar, goal: int, today: date
) -> None:
    known = {monday: marks for monday, marks in history.items() if monday <= today}
    assert streaks(known, calendar, goal, today) == reference(known, calendar, goal, today)


@given(HISTORIES, CALENDARS, GOALS, SPAN)
def test_weeks_after_today_do_not_count(
    history: dict[date, Marks], calendar: WorkCalendar, goal: int, today: date
) -> None:
    known = {monday: marks for monday, marks in history.items() if monday <= today}
    assert streaks(history, calendar, goal, today) == streaks(known, calendar, goal, today)


@DEAR
@given(HISTORIES, CALENDARS, GOALS, st.sampled_from(MONDAYS), st.integers(0, 6), st.sampled_from(ACTIONS))
def test_one_more_entry_never_lowers_anything(
    history: dict[date, Marks], calendar: WorkCalendar, goal: int, monday: date, day: int, action: str
) -> None:
    marks = history.get(monday, Marks())
    more = marks._replace(**{action: marks.of(action) | 1 << day}, entries=marks.entries + 1)
    before, before_actions = streaks(history, calendar, goal, TODAY)
    after, after_actions = streaks({**history, monday: more}, calendar, goal, TODAY)
    assert after.now >= before.now
    assert after.best >= before.best
    for name in ACTIONS:
        assert after_actions[name] >= before_actions[name]


@DEAR
@given(HISTORIES, CALENDARS, GOALS, SPAN, st.integers(0, 40))
def test_no_pause_that_is_entered_afterwards_takes_a_met_week_away(
    history: dict[date, Marks], calendar: WorkCalendar, goal: int, first: date, length: int
) -> None:
    # Whoever did something on free days alone, in a week whose workdays are all taken off afterwards, has a bridge.
    workdays = sum(1 << day - 1 for day in calendar.workdays)
    history = {monday: marks for monday, marks in history.items() if marks.days & workdays}
    away = calendar._replace(pauses=(*calendar.pauses, Pause("later", first, first + timedelta(length))))
    for monday, marks in history.items():
        if stand(monday, marks, calendar, goal).met:
            assert stand(monday, marks, away, goal).met
    assert streaks(history, away, goal, TODAY)[0].best >= streaks(history, calendar, goal, TODAY)[0].best


@given(HISTORIES, CALENDARS, GOALS, st.sampled_from(MONDAYS))
def test_a_day_that_is_not_over_never_lowers_anything(
    history: dict[date, Marks], calendar: WorkCalendar, goal: int, monday: date
) -> None:
    before = {week: marks for week, marks in history.items() if week < monday}
    at_the_end = streaks(before, calendar, goal, monday - ONE_DAY)
    since = streaks({**before, monday: Marks()}, calendar, goal, monday)
    sunday_night_is_over = reference(before, calendar, goal, monday)
    assert since == sunday_night_is_over
    for day in range(1, 7):
        assert streaks(before, calendar, goal, monday + day * ONE_DAY) == since
    assert since[0].best == at_the_end[0].best


@DEAR
@given(HISTORIES, CALENDARS, GOALS, st.sampled_from(MONDAYS), MARKS)
def test_logging_backwards_repairs_and_taking_it_back_restores(
    history: dict[date, Marks], calendar: WorkCalendar, goal: int, monday: date, marks: Marks
) -> None:
    as_if_always = {**history, monday: marks}
    added_late = dict(history)
    added_late.pop(monday, None)
    without = streaks(added_late, calendar, goal, TODAY)
    added_late[monday] = marks
    assert streaks(added_late, calendar, goal, TODAY) == streaks(as_if_always, calendar, goal, TODAY)
    del added_late[monday]
    assert streaks(added_late, calendar, goal, TODAY) == without


def test_a_week_is_met_on_three_distinct_days() -> None:
    calendar = WorkCalendar()
    twice_a_day = Marks(ask=0b11, doubt=0b11, entries=9)
    assert not stand(FIRST, twice_a_day, calendar, 3).met
    assert stand(FIRST, Marks(ask=0b11, doubt=0b100, entries=3), calendar, 3).met


def test_an_entry_on_a_saturday_counts_as_a_day() -> None:
    assert stand(FIRST, Marks(ask=0b100011, entries=3), WorkCalendar(), 3).met


def test_a_short_week_asks_for_no_more_days_than_it_has() -> None:
    calendar = WorkCalendar(closed=frozenset(FIRST + n * ONE_DAY for n in range(3)))
    found = stand(FIRST, Marks(ask=0b11000, entries=2), calendar, 3)
    assert (found.available_days, found.done_days, found.met) == (2, 2, True)


def test_a_half_day_asks_for_nothing_until_something_is_logged_on_it() -> None:
    friday_half = WorkCalendar(agreed={(10, 2): "half"})
    assert stand(FIRST, days(4), friday_half, 5).met
    assert stand(FIRST, days(5), friday_half, 5) == (FIRST, 5, 5, 5)


def test_a_week_with_no_available_day_is_a_bridge() -> None:
    off = monday_of(TODAY) - 2 * ONE_WEEK
    calendar = WorkCalendar(pauses=(Pause("p", off, off + 6 * ONE_DAY),))
    assert of_goal(weeks(3, 3, 0, 3, 0), calendar).now == 3
    assert of_goal(weeks(3, 3, 0, 3, 0), WorkCalendar()).now == 1
    assert not stand(off, days(0), calendar, 3).met


def test_what_was_done_in_a_pause_counts() -> None:
    off = monday_of(TODAY) - 2 * ONE_WEEK
    calendar = WorkCalendar(pauses=(Pause("p", off, off + 6 * ONE_DAY),))
    assert stand(off, days(2), calendar, 3) == (off, 2, 3, 2)
    assert stand(off, days(2), calendar, 3).met
    assert of_goal(weeks(3, 3, 2, 3, 0), calendar).now == 4


def test_three_days_of_a_week_without_workdays_meet_the_goal_and_fewer_are_a_bridge() -> None:
    weekend = Marks(ask=0b1100000, entries=2)
    off = monday_of(TODAY) - 2 * ONE_WEEK
    calendar = WorkCalendar(pauses=(Pause("p", off, off + 6 * ONE_DAY),))
    assert not stand(off, weekend, calendar, 3).met
    assert stand(off, weekend, calendar, 2).met
    history = {**weeks(3, 3, 0, 3, 0), off: weekend}
    found = streaks(history, calendar, 3, TODAY)
    assert found.of_goal.now == 3
    assert found.of_actions["ask"].now == 4


def test_a_missed_week_has_ended_the_streak_although_the_present_week_is_wholly_off() -> None:
    this_monday = monday_of(TODAY)
    away = WorkCalendar(pauses=(Pause("p", this_monday, this_monday + 6 * ONE_DAY),))
    assert of_goal(weeks(3, 3, 1, 0), away) == (0, 2)
    assert of_goal(weeks(3, 1, 3, 0), away) == (1, 1)


def test_a_holiday_that_is_still_to_come_shortens_the_present_week_already() -> None:
    this_monday = monday_of(TODAY)
    easter = WorkCalendar(holidays={this_monday + n * ONE_DAY: Holiday("Påske", "Easter") for n in (3, 4)})
    assert of_goal(weeks(3), easter, goal=4) == (1, 1)
    assert of_goal(weeks(2), easter, goal=4) == (0, 0)


def test_nobody_misses_anything_in_a_pause_without_an_end() -> None:
    calendar = WorkCalendar(pauses=(Pause("p", monday_of(TODAY) - 10 * ONE_WEEK, None),))
    history = {monday_of(TODAY) - n * ONE_WEEK: days(3) for n in (13, 12, 11)}
    assert of_goal(history, calendar) == (3, 3)


@pytest.mark.parametrize(
    ("numbers", "now", "best"),
    [
        ((), 0, 0),
        ((3,), 1, 1),
        ((2,), 0, 0),
        ((3, 3, 3, 0), 3, 3),
        ((3, 3, 3, 3), 4, 4),
        ((3, 3, 2, 3, 1), 1, 2),
        ((3, 3, 3, 2, 0), 0, 3),
    ],
)
def test_the_current_week_adds_when_it_is_met_and_never_ends_a_streak(
    numbers: tuple[int, ...], now: int, best: int
) -> None:
    assert of_goal(weeks(*numbers), WorkCalendar()) == (now, best)


def test_a_week_ends_the_streak_once_it_is_over_and_not_before() -> None:
    last_week = monday_of(TODAY) - ONE_WEEK
    history = weeks(3, 3, 1, 3)
    at_its_end = {monday: marks for monday, marks in history.items() if monday <= last_week}
    assert of_goal(at_its_end, WorkCalendar(), today=last_week + 6 * ONE_DAY) == (2, 2)
    assert of_goal(at_its_end, WorkCalendar(), today=last_week + ONE_WEEK) == (0, 2)
    assert of_goal(history, WorkCalendar()) == (1, 2)


def test_each_week_is_judged_by_its_own_terms() -> None:
    part_time = WorkCalendar(workdays=frozenset({1, 2}))
    terms = {FIRST: Terms(2, WorkCalendar()), FIRST + ONE_WEEK: Terms(5, part_time)}
    last = FIRST + 2 * ONE_WEEK
    counted = counting.weeks(
        {FIRST: days(2), FIRST + ONE_WEEK: days(2), last: days(2)},
        lambda monday: terms.get(monday, Terms(3, WorkCalendar())),
        FIRST,
        last + 6 * ONE_DAY,
    )
    assert counting.streaks(counted, last + ONE_WEEK).of_goal == (0, 2)


def test_a_streak_goes_through_week_53() -> None:
    history = {date(2026, 12, 14) + n * ONE_WEEK: days(5) for n in range(5)}
    assert of_goal(history, WorkCalendar(), today=date(2027, 1, 17)) == (5, 5)


def test_an_action_asks_for_one_entry_in_the_week() -> None:
    history = {
        monday: Marks(ask=1, doubt=index % 2, entries=2) for index, monday in enumerate(weeks(1, 1, 1, 1))
    }
    _, of_action = streaks(history, WorkCalendar(), 3, TODAY)
    assert of_action == {"ask": (4, 4), "doubt": (1, 1), "feedback": (0, 0)}
